/** Date, place, mode or details: the old beside the new. */

import type { RegistrationMail } from '../registrations/mail-facts';
import { changes } from './changes';
import { type MessageKind, request, text } from './message';
import { about, contact, greeting, manage, subject } from './wording';

export const sessionChanged: MessageKind<RegistrationMail['session_changed']> = {
  calendar: request,
  write: ({ session, before, person, reason }, w) => {
    const t = w.t.sessionChanged;
    const confirmed = w.inCalendar;
    return {
      subject: subject(t.subject, session, w),
      blocks: [
        greeting(person, w),
        ...text(t.lead, reason && w.t.reason(reason)),
        ...changes(before, session, confirmed, w),
        ...text(t.keep, confirmed && t.calendar),
        about({ session, person, confirmed }, w),
        ...text(confirmed && w.t.cannotCome),
        ...manage(w),
        ...contact(session, w),
      ],
    };
  },
};
