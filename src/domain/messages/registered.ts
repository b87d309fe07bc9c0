/** Confirmed at once. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, request, text } from './message';
import { about, atTheDoor, contact, greeting, invitationNote, manage, subject } from './wording';

export const registered: MessageKind<RegistrationMail['registered']> = {
  calendar: request,
  write: ({ session, person, byColleague }, w) => ({
    subject: subject(w.t.registered.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.registered.lead(person.seats), byColleague && w.t.byColleague),
      about({ session, person, confirmed: true }, w),
      ...text(invitationNote(session, w), atTheDoor(session, w), w.t.cannotCome),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
