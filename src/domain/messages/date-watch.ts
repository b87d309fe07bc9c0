/** To those who wait for the date of a session: that they will be told, and then, once, what came of it. */
import { texts } from '../../i18n';
import { links } from '../../links';
import type { DateWatchMail } from '../registrations/date-watchers';
import { type Block, type MessageKind, text, type Writing } from './message';
import { brief, button, contact, safeName, subject } from './wording';

const hello = (firstName: string, w: Writing): Block => {
  const name = safeName(firstName);
  return { is: 'text', text: name ? w.t.helloName(name) : w.t.hello };
};

export const dateAwaited: MessageKind<DateWatchMail['date_awaited']> = {
  write: async ({ session, firstName, reference }, w) => {
    const t = texts(w.locale).dateWatch.mail;
    return {
      subject: `${t.awaited.subject} – ${session.title}`,
      blocks: [
        hello(firstName, w),
        ...text(t.awaited.lead),
        brief(session, w),
        ...text(t.awaited.change),
        ...button(t.awaited.button, await w.dateWatchUrlOf(reference)),
        ...contact(session, w),
      ],
      why: t.why(w.networkName),
    };
  },
};

export const dateKnown: MessageKind<DateWatchMail['date_known']> = {
  write: ({ session, firstName, cancelled }, w) => {
    const t = texts(w.locale).dateWatch.mail;
    return {
      subject: cancelled
        ? `${t.cancelled.subject} – ${session.title}`
        : subject(t.known.subject, session, w),
      blocks: [
        hello(firstName, w),
        ...text(
          cancelled ? t.cancelled.lead : t.known.lead,
          cancelled?.reason ? w.t.reason(cancelled.reason) : null,
        ),
        brief(session, w),
        ...text(!cancelled && t.known.register),
        ...(cancelled ? [] : button(t.known.button, w.url(links.session(session.code)))),
        ...text(t.forgotten),
        ...contact(session, w),
      ],
      why: t.why(w.networkName),
    };
  },
};
