/** To the former holder: the seat has gone to the colleague they named. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, contact, greeting, subject } from './wording';

export const handedOver: MessageKind<RegistrationMail['handed_over']> = {
  calendar: cancel,
  write: ({ session, person }, w) => ({
    subject: subject(w.t.handedOver.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.handedOver.lead),
      brief(session, w),
      ...text(w.t.handedOver.end, w.inCalendar && w.t.removedFromCalendar),
      ...contact(session, w),
    ],
  }),
};
