/** To the address that a registration had before: its calendar lets the event go, and the new one is not named. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, contact, greeting, subject } from './wording';

export const addressLeft: MessageKind<RegistrationMail['address_left']> = {
  calendar: cancel,
  write: ({ session, person }, w) => ({
    subject: subject(w.t.addressLeft.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.addressLeft.lead),
      brief(session, w),
      ...text(w.t.addressLeft.end, w.inCalendar && w.t.removedFromCalendar),
      ...contact(session, w),
    ],
  }),
};
