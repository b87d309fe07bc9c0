/** From an outbox row to the message on the wire: the facts are the row's, the words are today's. */
import { texts } from '../../i18n';
import { byDay, type Locale } from '../../lib/dates';
import { absolute, links } from '../../links';
import { certificatesToken } from '../attendance/certificates';
import { calendarUid, invitation } from '../calendar/invitation';
import type { SessionFacts } from '../catalogue/facts';
import { unsubscribeToken } from '../invitations/unsubscribe';
import { type CalendarPart, compose, readSender } from '../mail/compose';
import type { OutboxRow } from '../mail/schema';
import type { ComposedMail } from '../mail/transport';
import { loginLinkToken } from '../organisers/login-link';
import { dateWatchToken } from '../registrations/date-watchers';
import { invitedToken } from '../registrations/invited';
import { registrationToken } from '../registrations/tokens';
import { linkToken } from '../surveys/tokens';
import { asHtml } from './html';
import { isMailKind, kinds, type MailFacts, type MailKind } from './kinds';
import type { CalendarChange, Message, MessageKind, Writing } from './message';
import { asText } from './text';
import { safeName, sayPlace, sayPractical, sayWhen } from './wording';

/** The network's settings, as far as mails need them. */
export type Network = {
  baseUrl: string;
  networkName: string;
  timeZone: string;
  mailFrom: string;
  signingSecret: string;
};

/** What a mail that is not written yet will say. */
export async function preview<K extends MailKind>(
  mail: { kind: K; facts: MailFacts[K]; locale: Locale; now: number },
  network: Network,
): Promise<{ subject: string; text: string; html: string }> {
  const kind: MessageKind<never> = kinds[mail.kind];
  const row = { ...unsent, locale: mail.locale, createdAt: mail.now };
  const writing = await writingOf(row, network);
  return written(await kind.write(mail.facts as never, writing), writing);
}

const unsent = { part: 0, calendarSequence: null, registrationId: null, holderVersion: null };

export const makeRenderer =
  (network: Network) =>
  async (row: OutboxRow): Promise<ComposedMail> => {
    if (!isMailKind(row.kind)) throw new Error(`Unknown kind of mail: ${row.kind}`);
    // What registrations wrote as facts of this kind comes back as such: JSON has no types.
    const kind: MessageKind<never> = kinds[row.kind];
    const facts = row.facts as never;
    const writing = await writingOf(row, network);
    const message = await kind.write(facts, writing);
    const change = row.calendarSequence === null ? null : kind.calendar?.(facts);
    return compose({
      ...written(message, writing),
      messageId: row.messageId,
      from: senderOf(network),
      to: row.recipient,
      locale: row.locale,
      calendar: change ? calendarPart(change, row, writing, network) : null,
      date: row.createdAt,
    });
  };

/** Who writes, as people know them: the network, unless the settings name someone else. */
function senderOf({ mailFrom, networkName }: Network): string {
  const { name, address } = readSender(mailFrom);
  return `${name || networkName.replace(/[<>]/g, '')} <${address}>`;
}

type Written = Pick<
  OutboxRow,
  'locale' | 'createdAt' | 'part' | 'calendarSequence' | 'registrationId' | 'holderVersion'
>;

async function writingOf(row: Written, network: Network): Promise<Writing> {
  const url = (path: string) => absolute(network.baseUrl, path);
  const registrationUrlOf = async (registration: { id: number; holderVersion: number }) =>
    url(links.registration(await registrationToken(network.signingSecret, registration)));
  return {
    t: texts(row.locale).mail,
    locale: row.locale,
    timeZone: network.timeZone,
    networkName: network.networkName,
    now: row.createdAt,
    part: row.part,
    inCalendar: row.calendarSequence !== null,
    url,
    registrationUrl:
      row.registrationId !== null && row.holderVersion !== null
        ? await registrationUrlOf({ id: row.registrationId, holderVersion: row.holderVersion })
        : null,
    registrationUrlOf,
    certificatesUrlOf: async (certificate) =>
      url(links.ownCertificates(await certificatesToken(network.signingSecret, certificate))),
    loginUrlOf: async (reference) =>
      url(links.loginLink(await loginLinkToken(network.signingSecret, reference))),
    dateWatchUrlOf: async (reference) =>
      url(links.dateWatch(await dateWatchToken(network.signingSecret, reference))),
    invitedUrlOf: async (session) =>
      url(links.invitedSession(session.code, await invitedToken(network.signingSecret, session))),
    unsubscribeUrlOf: async (contact) =>
      url(links.unsubscribe(await unsubscribeToken(network.signingSecret, contact))),
    surveyUrlOf: async (roomCode) => {
      const { registrationId: id, holderVersion } = row;
      if (id === null || holderVersion === null) return null;
      const person = { id, holderVersion };
      return url(links.survey(await linkToken(network.signingSecret, { roomCode }, person)));
    },
  };
}

function written(message: Message, w: Writing) {
  const footer = [w.networkName, message.why ?? w.t.why(w.networkName)];
  return {
    subject: message.subject,
    unsubscribeUrl: message.unsubscribeUrl,
    text: asText(message, footer),
    html: asHtml(message, {
      locale: w.locale,
      networkName: w.networkName,
      footer: footer.slice(1),
    }),
  };
}

/** The calendar entry of the mail's day, or none while there is no date. */
function calendarPart(
  { method, session, person }: CalendarChange,
  row: OutboxRow,
  w: Writing,
  network: Network,
): CalendarPart | null {
  const { registrationId, holderVersion, calendarSequence } = row;
  if (registrationId === null || holderVersion === null || calendarSequence === null) return null;
  const days = byDay(session.slots, w.timeZone);
  const day = days[w.part];
  if (!day) return null;
  const sender = readSender(senderOf(network));
  const url = w.url(links.session(session.code));
  const { title } = session;
  const content = invitation({
    method,
    uid: calendarUid(
      { id: registrationId, holderVersion },
      w.part,
      new URL(network.baseUrl).hostname,
    ),
    sequence: calendarSequence,
    stamp: row.createdAt,
    span: day,
    summary: days.length > 1 ? w.t.calendarDay.summary(title, w.part + 1, days.length) : title,
    description: describe(session, method === 'REQUEST', url, w),
    location: locate(session, method === 'REQUEST', w),
    url,
    organizer: sender,
    attendee: {
      name: safeName(`${person.firstName} ${person.lastName}`) ?? '',
      address: row.recipient,
    },
    language: row.locale,
  });
  return { method, content };
}

function describe(session: SessionFacts, confirmed: boolean, url: string, w: Writing): string {
  const video = confirmed && session.mode === 'online' && session.videoUrl;
  const { contactName, contactPhone } = session.practical;
  return [
    ...sayWhen(session, w),
    video && `${w.t.joinVideo} ${video}`,
    ...sayPractical(session, w),
    [contactName, contactPhone].filter(Boolean).join(' '),
    url,
  ]
    .filter(Boolean)
    .join('\n');
}

function locate(session: SessionFacts, confirmed: boolean, w: Writing): string | null {
  if (session.mode !== 'online') return sayPlace(session);
  return (confirmed && session.videoUrl) || w.t.online;
}
