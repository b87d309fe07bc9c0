/** On the waiting list: the rank and the rule. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { about, contact, greeting, manage, subject } from './wording';

export const waitlisted: MessageKind<RegistrationMail['waitlisted']> = {
  write: ({ session, person, rank, byColleague }, w) => ({
    subject: subject(w.t.waitlisted.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.waitlisted.lead(rank), w.t.waitlisted.rule, byColleague && w.t.byColleague),
      about({ session, person, confirmed: false }, w),
      ...text(w.t.waitlisted.leave),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
