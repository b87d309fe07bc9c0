/** Every live link of an address, to that address: it greets nobody, since several may share it. */
import { sayDay } from '../../lib/dates';
import type { RegistrationMail } from '../registrations/mail-facts';
import { type MessageKind, text } from './message';

export const lostLink: MessageKind<RegistrationMail['lost_link']> = {
  write: async ({ registrations }, w) => ({
    subject: `${w.t.lostLink.subject} – ${w.networkName}`,
    blocks: [
      ...text(w.t.hello, w.t.lostLink.lead),
      {
        is: 'links',
        links: await Promise.all(
          registrations.map(async (registration) => ({
            text: registration.title,
            url: await w.registrationUrlOf(registration),
            detail: [
              registration.startsAt === null
                ? w.t.noDate
                : sayDay(registration.startsAt, w.locale, w.timeZone, w.now),
              w.t.lostLink.states[registration.state],
            ].join(', '),
          })),
        ),
      },
      ...text(w.t.lostLink.ignore, w.t.question(`${w.t.answer}.`)),
    ],
  }),
};
