/** The registration has ended, by the person or by the organiser. */
import { links } from '../../links';
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, button, contact, greeting, subject } from './wording';

export const cancelled: MessageKind<RegistrationMail['cancelled']> = {
  calendar: cancel,
  write: ({ session, person, byOrganiser, reason }, w) => ({
    subject: subject(w.t.cancelled.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(
        byOrganiser ? w.t.cancelled.byOrganiser : w.t.cancelled.lead,
        reason && w.t.reason(reason),
      ),
      brief(session, w),
      ...text(
        w.inCalendar && w.t.removedFromCalendar,
        byOrganiser ? w.t.cancelled.byOrganiserNext : w.t.cancelled.next,
      ),
      ...button(w.t.seeSession, w.url(links.session(session.code))),
      ...contact(session, w),
    ],
  }),
};
