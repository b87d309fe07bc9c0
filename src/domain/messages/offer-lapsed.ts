/** Nobody answered the offer in time. */
import { links } from '../../links';
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { brief, button, contact, greeting, subject } from './wording';

export const offerLapsed: MessageKind<RegistrationMail['offer_lapsed']> = {
  write: ({ session, person }, w) => ({
    subject: subject(w.t.offerLapsed.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.offerLapsed.lead),
      brief(session, w),
      ...text(w.t.offerLapsed.next),
      ...button(w.t.seeSession, w.url(links.session(session.code))),
      ...contact(session, w),
    ],
  }),
};
