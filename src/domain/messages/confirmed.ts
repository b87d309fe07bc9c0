/** A place for someone who waited, or whose eligibility was checked. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, request, text } from './message';
import { about, atTheDoor, contact, greeting, invitationNote, manage, subject } from './wording';

export const confirmed: MessageKind<RegistrationMail['confirmed']> = {
  calendar: request,
  write: ({ session, person }, w) => ({
    subject: subject(w.t.confirmed.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.confirmed.lead(person.seats)),
      about({ session, person, confirmed: true }, w),
      ...text(invitationNote(session, w), atTheDoor(session, w), w.t.cannotCome),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
