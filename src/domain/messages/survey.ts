/** The personal link to a questionnaire, and the one reminder of it. */
import { texts } from '../../i18n';
import type { SurveyMail } from '../surveys/invite';
import { type Message, type MessageKind, text, type Writing } from './message';
import { brief, button, contact, safeName, subject } from './wording';

type Link = SurveyMail['survey_invitation'];

async function write(
  { session, person, roomCode, moment }: Link,
  w: Writing,
  said: { subject: string; lead: string },
): Promise<Message> {
  const t = texts(w.locale).surveys;
  const name = safeName(person.firstName);
  return {
    subject: subject(said.subject, session, w),
    blocks: [
      ...text(name ? w.t.helloName(name) : w.t.hello, said.lead),
      brief(session, w),
      ...button(t.mail.button[moment], await w.surveyUrlOf(roomCode)),
      ...text(t.mail.anonymous, t.mail.once),
      ...contact(session, w),
    ],
  };
}

export const surveyInvitation: MessageKind<Link> = {
  write: (facts, w) => write(facts, w, texts(w.locale).surveys.mail.invitation[facts.moment]),
};

export const surveyReminder: MessageKind<Link> = {
  write: (facts, w) => write(facts, w, texts(w.locale).surveys.mail.reminder),
};
