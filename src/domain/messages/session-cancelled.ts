/** The session does not take place. */
import { links } from '../../links';
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, button, contact, greeting, subject } from './wording';

export const sessionCancelled: MessageKind<RegistrationMail['session_cancelled']> = {
  calendar: cancel,
  write: ({ session, person, reason }, w) => ({
    subject: subject(w.t.sessionCancelled.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.sessionCancelled.lead, reason && w.t.reason(reason)),
      brief(session, w),
      ...text(w.inCalendar && w.t.removedFromCalendar, w.t.sessionCancelled.next),
      ...button(w.t.seeProgramme, w.url(links.programme())),
      ...contact(session, w),
    ],
  }),
};
