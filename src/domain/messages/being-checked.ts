/** The seat is held while the organiser checks for whom it is. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { about, contact, greeting, manage, subject } from './wording';

export const beingChecked: MessageKind<RegistrationMail['being_checked']> = {
  write: ({ session, person, byColleague }, w) => ({
    subject: subject(w.t.beingChecked.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(
        w.t.beingChecked.lead,
        w.t.beingChecked.next,
        session.eligibility !== '' && w.t.beingChecked.audience(session.eligibility),
        byColleague && w.t.byColleague,
      ),
      about({ session, person, confirmed: false }, w),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
