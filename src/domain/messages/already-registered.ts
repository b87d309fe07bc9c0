/** A second attempt with this address: only its owner learns that a registration exists. */
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { brief, contact, greeting, manage, subject } from './wording';

export const alreadyRegistered: MessageKind<RegistrationMail['already_registered']> = {
  write: ({ session, person }, w) => ({
    subject: subject(w.t.alreadyRegistered.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.alreadyRegistered.lead),
      brief(session, w),
      ...text(w.t.alreadyRegistered.next),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
