/** A freed place is held for a while; the button leads to a page, and only its form acts. */
import { sayDay, sayTime } from '../../lib/dates';
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';
import { about, button, contact, greeting, subject } from './wording';

export const offer: MessageKind<RegistrationMail['offer']> = {
  write: ({ session, person, expiresAt }, w) => {
    const day = sayDay(expiresAt, w.locale, w.timeZone, w.now);
    const time = sayTime(expiresAt, w.locale, w.timeZone);
    return {
      subject: subject(w.t.offer.subject(w.t.offer.short(day, time)), session, w),
      blocks: [
        greeting(person, w),
        ...text(w.t.offer.lead(person.seats), w.t.offer.until(day, time)),
        ...button(w.t.offer.answer, w.registrationUrl),
        about({ session, person, confirmed: false }, w),
        ...contact(session, w),
      ],
    };
  },
};
