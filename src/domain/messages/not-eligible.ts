/** The check of eligibility said no. */
import { links } from '../../links';
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { brief, button, contact, greeting, subject } from './wording';

export const notEligible: MessageKind<RegistrationMail['not_eligible']> = {
  write: ({ session, person, reason }, w) => ({
    subject: subject(w.t.notEligible.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.notEligible.lead, reason && w.t.reason(reason)),
      brief(session, w),
      ...text(w.t.notEligible.next),
      ...button(w.t.seeProgramme, w.url(links.programme())),
      ...contact(session, w),
    ],
  }),
};
