/** One more day of a session of several: a mail carries one calendar entry. */
import { byDay } from '../../lib/dates';
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, request, text } from './message';
import { brief, contact, greeting, manage, subject } from './wording';

export const calendarDay: MessageKind<RegistrationMail['calendar_day']> = {
  calendar: request,
  write: ({ session, person }, w) => {
    const days = byDay(session.slots, w.timeZone).length;
    return {
      subject: subject(w.t.calendarDay.subject(w.part + 1, days), session, w),
      blocks: [
        greeting(person, w),
        ...text(w.t.calendarDay.lead(w.part + 1, days)),
        brief(session, w),
        ...manage(w),
        ...contact(session, w),
      ],
    };
  },
};
