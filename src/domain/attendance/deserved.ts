/**
 * Who deserves a certificate for a session, and what it attests: those present, for the hours they were
 * present, of the half-days that are over. Companions who gave a name have one of their own, for the half-days at which everyone of their
 * registration was there or somebody said that they were. Groups and headcounts have none.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { SessionView } from '../catalogue/find-session';
import type { AttestedSlot } from './certificate-facts';
import { minutesAt, presence } from './presence';
import { whoCame } from './who-came';

export type Deserved = {
  attendee: string;
  registrationId: number | null;
  walkInId: number | null;
  /** 0 for the holder, 1 and up for the companions. */
  person: number;
  name: string;
  shortName: string;
  email: string | null;
  emailKey: string | null;
  locale: 'fr' | 'en';
  /** The half-days attended; a whole session without a date has none. */
  slots: AttestedSlot[];
  minutes: number | null;
};

type Row = Pick<
  Deserved,
  'attendee' | 'registrationId' | 'walkInId' | 'name' | 'email' | 'emailKey' | 'locale'
> & {
  firstName: string | null;
  lastName: string | null;
  registeredSeats: number | null;
  companions: string;
};

/** One half-day attended: its slot, where there is one, and the minutes, where they are known. */
type Hours = {
  minutes: number | null;
  startsAt: number | null;
  endsAt: number | null;
  precision: AttestedSlot['precision'] | null;
};
type Attended = Hours & { attendee: string; seats: number; persons: string | null };

/** In order of name; rows in proportion to the people present. */
export async function listDeserved(
  db: Database,
  view: SessionView,
  now: number,
): Promise<Deserved[]> {
  const { id } = view.session;
  const [rows, attended] = await Promise.all([
    select<Row>(
      db,
      sql`SELECT attendee, registration_id AS registrationId, walk_in_id AS walkInId, name, email,
          email_key AS emailKey, locale, first_name AS firstName, last_name AS lastName,
          registered_seats AS registeredSeats, companions
        FROM (${presence(sql`s.id = ${id}`)}) WHERE kind = 'person' AND name <> ''
        ORDER BY attendee`,
    ),
    select<Attended>(
      db,
      sql`SELECT t.attendee, t.seats, m.persons, ${minutesAt} AS minutes,
          sl.starts_at AS startsAt, sl.ends_at AS endsAt, sl.precision
        FROM attendance t JOIN attendance_marks m ON m.mark_id = t.mark_id
          LEFT JOIN slots sl ON sl.session_id = t.session_id AND sl.position = t.slot
        WHERE t.session_id = ${id} AND t.state = 'present'
          AND (sl.ends_at IS NULL OR sl.ends_at <= ${now}) ORDER BY sl.starts_at`,
    ),
  ]);
  const byName = new Intl.Collator('fr');
  rows.sort(
    (a, b) =>
      byName.compare(a.lastName ?? a.name, b.lastName ?? b.name) || byName.compare(a.name, b.name),
  );
  const marksOf = Map.groupBy(attended, (mark) => mark.attendee);
  return rows.flatMap(({ firstName, lastName, registeredSeats, companions: list, ...about }) => {
    const companions = JSON.parse(list) as string[];
    const registered = { seats: registeredSeats ?? 1, companions };
    const marks = (marksOf.get(about.attendee) ?? []).map(({ persons, ...mark }) => ({
      ...mark,
      came: whoCame({ seats: mark.seats, persons: persons && JSON.parse(persons) }, registered),
    }));
    const shortName =
      firstName === null || lastName === null
        ? shortNameOf(about.name)
        : abbreviated(firstName, lastName);
    const companion = { email: null, emailKey: null };
    const people = [
      { ...about, person: 0, shortName },
      ...companions.map((name, i) => ({
        ...about,
        ...companion,
        person: i + 1,
        name,
        shortName: shortNameOf(name),
      })),
    ];
    return people.flatMap((each): Deserved[] => {
      // Who left before it began, or was connected for less than a minute, was not there.
      const theirs = marks.filter(
        ({ came, minutes }) => came.includes(each.person) && minutes !== 0,
      );
      return theirs.length ? [{ ...each, slots: slotsOf(theirs), minutes: sumOf(theirs) }] : [];
    });
  });
}

const slotsOf = (marks: readonly Hours[]): AttestedSlot[] =>
  marks.flatMap(({ startsAt, endsAt, precision }) =>
    startsAt === null || endsAt === null || precision === null
      ? []
      : [{ startsAt, endsAt, precision }],
  );

/** Null where the hours of one half-day are not known. */
const sumOf = (marks: readonly Hours[]): number | null =>
  marks.reduce<number | null>(
    (sum, { minutes }) => (sum === null || minutes === null ? null : sum + minutes),
    0,
  );

/** « C. Martin »: what a verification shows of a name. A name of one word is shown by its initial. */
export function shortNameOf(name: string): string {
  const [first = '', ...others] = name.trim().split(/\s+/);
  return abbreviated(first, others.join(' '));
}

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' });

function abbreviated(firstName: string, lastName: string): string {
  const [initial] = graphemes.segment(firstName.trim());
  return [initial && `${initial.segment}.`, lastName.trim()].filter(Boolean).join(' ');
}
