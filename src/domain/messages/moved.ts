/** From one session of the action to another, without losing the seat in between. */

import type { RegistrationMail } from '../registrations/mail-facts';
import { changes } from './changes';
import { type MessageKind, request, text } from './message';
import { about, contact, greeting, manage, subject } from './wording';

export const moved: MessageKind<RegistrationMail['moved']> = {
  calendar: request,
  write: ({ session, before, person, reason }, w) => ({
    subject: subject(w.t.moved.subject, session, w),
    blocks: [
      greeting(person, w),
      ...text(w.t.moved.lead, reason && w.t.reason(reason)),
      ...changes(before, session, false, w),
      ...text(w.inCalendar && w.t.moved.calendar),
      about({ session, person, confirmed: true }, w),
      ...text(w.t.cannotCome),
      ...manage(w),
      ...contact(session, w),
    ],
  }),
};
