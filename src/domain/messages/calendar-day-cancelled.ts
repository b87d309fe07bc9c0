/** One day is no longer theirs: an entry is taken out of the calendar, and why, and what there is now. */
import { byDay } from '../../lib/dates';
import type { RegistrationMail } from '../registrations/mail-facts';
import { cancel, type MessageKind, text } from './message';
import { brief, contact, greeting, sayWhen, subject } from './wording';

export const calendarDayCancelled: MessageKind<RegistrationMail['calendar_day_cancelled']> = {
  calendar: cancel,
  write: ({ session, person, reason, now }, w) => {
    const days = byDay(session.slots, w.timeZone);
    const day = days[w.part];
    const gone = { ...session, slots: day ? day.slots : session.slots };
    return {
      subject: subject(w.t.calendarDayCancelled.subject, gone, w),
      blocks: [
        greeting(person, w),
        ...text(w.t.calendarDayCancelled.lead, reason ? w.t.reason(reason) : null),
        brief(gone, w),
        ...(now
          ? [{ is: 'facts' as const, facts: [{ term: w.t.after, values: sayWhen(now, w) }] }]
          : []),
        ...contact(session, w),
      ],
    };
  },
};
