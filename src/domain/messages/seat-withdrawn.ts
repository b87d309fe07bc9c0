/** There are fewer places than when the person was confirmed: back on the waiting list, and why. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, contact, greeting, manage, subject } from './wording';

export const seatWithdrawn: MessageKind<RegistrationMail['seat_withdrawn']> = {
  calendar: cancel,
  write: ({ session, person, rank, reason }, w) => ({
    subject: subject(w.t.seatWithdrawn.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.seatWithdrawn.lead, reason && w.t.reason(reason), w.t.waitlisted.lead(rank)),
      brief(session, w),
      ...text(w.inCalendar && w.t.removedFromCalendar, w.t.waitlisted.rule, w.t.waitlisted.leave),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
