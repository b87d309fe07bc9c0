/** What an organiser writes to the people of a session: their words, and which session they are about. */
import { texts } from '../../i18n';
import { links } from '../../links';
import type { NoteFacts } from '../notes/send-note';
import { type MessageKind, text } from './message';
import { brief, button, contact, greeting } from './wording';

export const noteToRegistrants: MessageKind<NoteFacts> = {
  write: ({ session, person, subject, body, trial }, w) => {
    const t = texts(w.locale).outreach.notes.mail;
    return {
      subject: trial ? `${t.trial} ${subject}` : subject,
      blocks: [
        greeting(person, w),
        ...text(...body.split(/\n+/)),
        brief(session, w),
        // Nobody's own link stands in what its writer sees.
        ...button(w.t.manage, w.registrationUrl ?? w.url(links.session(session.code))),
        ...contact(session, w),
      ],
    };
  },
};
