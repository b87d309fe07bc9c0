/** What the poster and the flyer say of a session: the same lines for the page that prints and for the PDF. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { inOrder, type PrintedLogos } from '../../../domain/printing/logos';
import { byDay, sayDay } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';
import { sayTitle, sayWhen, sayWhere } from '../../public/catalogue/say';
import { type Density, roomFor } from './poster-room';

export const paperSizes = ['a4', 'a5'] as const;
export type PaperSize = (typeof paperSizes)[number];

export type Poster = {
  network: string;
  kind: string;
  title: string;
  audience: string | null;
  when: string[];
  where: string;
  address: string | null;
  speakers: string | null;
  summary: string | null;
  practical: string[];
  /** What the QR code opens, and the same as people type it. */
  url: string;
  typed: string;
  code: string;
  contact: string | null;
  /** Who carries it, and who pays. */
  foot: string;
  density: Density;
};

/** Days said one by one; more of them are said as « à partir du …, 12 jours ». */
const mostDays = 4;

export function posterOf(view: SessionView, logos: PrintedLogos, reader: Reader): Poster {
  const { session, action, venue } = view;
  const text = reader.t.outreach.printing.poster;
  const name = sayTitle(view);
  const title = session.state === 'cancelled' ? reader.t.calendar.cancelled(name) : name;
  const url = absolute(reader.baseUrl, links.session(session.code));
  const poster = {
    network: reader.networkName,
    kind: reader.t.programme.types[action.type],
    title,
    audience: cut(typeset(session.eligibility || action.target), 160),
    when: whenLines(view, reader),
    where: typeset(sayWhere(session, venue, reader)),
    address: session.mode === 'online' ? reader.t.programme.onlineText : (venue?.address ?? null),
    speakers: cut(
      sayAll(
        session.speakers.map(({ name, role }) => join(name, role)),
        reader,
      ),
      220,
    ),
    practical: practicalLines(view, reader),
    url,
    typed: url.replace(/^https?:\/\//, ''),
    code: session.code,
    contact: contactOf(view, text),
    foot: footOf(view, logos, reader),
  };
  const about = typeset(session.summary || action.summary);
  const { density, summary } = roomFor({ ...poster, about }, inOrder(logos));
  return { ...poster, density, summary: cut(about, summary) };
}

function footOf({ carriers }: SessionView, { funders }: PrintedLogos, reader: Reader): string {
  const say = (intro: string, names: string[]) =>
    names.length ? [`${intro} ${cut(sayAll(names, reader), 260)}`] : [];
  return [
    ...say(
      reader.t.programme.carriers,
      carriers.map(({ name }) => name),
    ),
    ...say(
      reader.t.outreach.printing.supportedBy,
      funders.map(({ name }) => name),
    ),
  ].join(' – ');
}

function whenLines({ session, slots }: SessionView, reader: Reader): string[] {
  const text = reader.t.outreach.printing.poster;
  const { locale, timeZone, t } = reader;
  const days = byDay(slots, timeZone);
  const [first] = days;
  const last = days.at(-1);
  if (session.startsAt === null || !first || !last) return [t.programme.dateToCome];
  // Paper stays on a wall, so the year is said: it is not the year of the instant 0.
  if (days.length <= mostDays) return sayWhen(slots, reader, 0);
  const day = (at: number) => sayDay(at, locale, timeZone);
  return [typeset(text.manyDays(day(first.startsAt), day(last.startsAt), days.length))];
}

function practicalLines({ session: { practical } }: SessionView, { t }: Reader): string[] {
  const p = t.programme;
  return [
    practical.free ? p.free : practical.price,
    practical.babies && p.babiesWelcome,
    practical.wheelchair && p.wheelchair,
    practical.signLanguage && p.signLanguageYes,
    practical.interpreter && `${p.interpreter}${p.about}${practical.interpreter}`,
    practical.bring && `${p.bring}${p.about}${practical.bring}`,
  ].flatMap((line) => (line ? [cut(typeset(line), 90) ?? ''] : []));
}

function contactOf(
  { session: { practical } }: SessionView,
  text: { call: (who: string) => string },
) {
  const { contactName, contactPhone } = practical;
  return contactPhone ? text.call([contactName, contactPhone].filter(Boolean).join(', ')) : null;
}

const join = (...parts: (string | undefined)[]) => parts.filter(Boolean).join(', ');

function sayAll(parts: string[], { locale }: Reader): string {
  return new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts.filter(Boolean));
}

/** At most so many characters, cut between two words; null when nothing is left to say. */
function cut(text: string, most: number): string | null {
  const clean = text.replace(/\s*\n\s*/g, ' ').trim();
  if (!clean || most === 0) return null;
  if (clean.length <= most) return clean;
  const end = clean.lastIndexOf(' ', most - 1);
  return `${clean.slice(0, end > most / 2 ? end : most - 1).replace(/[\s,;:.]+$/, '')}…`;
}
