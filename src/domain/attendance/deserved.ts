/**
 * Who deserves a certificate for a session, and what it attests: those present, for the hours they were
 * present. Companions who gave a name have one of their own when everyone of their registration was
 * there: when only some were, nobody noted which. Groups and headcounts have none.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { SessionView } from '../catalogue/find-session';
import type { AttestedSlot } from './certificate-facts';
import { presence } from './presence';

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

type Row = Omit<Deserved, 'person' | 'shortName' | 'slots'> & {
  firstName: string | null;
  lastName: string | null;
  kind: 'person' | 'group';
  seats: number;
  registeredSeats: number | null;
  companions: string;
};

/** In order of name; rows in proportion to the people present. */
export async function listDeserved(db: Database, view: SessionView): Promise<Deserved[]> {
  const { id } = view.session;
  const [rows, attended] = await Promise.all([
    select<Row>(
      db,
      sql`SELECT attendee, registration_id AS registrationId, walk_in_id AS walkInId, name, email,
          email_key AS emailKey, locale, minutes, first_name AS firstName, last_name AS lastName,
          kind, seats, registered_seats AS registeredSeats, companions
        FROM (${presence(sql`s.id = ${id}`)}) WHERE kind = 'person' AND name <> ''
        ORDER BY coalesce(last_name, name), name, attendee`,
    ),
    select<{ attendee: string; slot: number }>(
      db,
      sql`SELECT attendee, slot FROM attendance WHERE session_id = ${id} AND state = 'present'`,
    ),
  ]);
  const slotsOf = Map.groupBy(attended, (mark) => mark.attendee);
  return rows.flatMap((row) => {
    const there = new Set(slotsOf.get(row.attendee)?.map(({ slot }) => slot));
    const slots = view.slots
      .filter(({ number }) => there.has(number))
      .map(({ startsAt, endsAt, precision }) => ({ startsAt, endsAt, precision }));
    const { firstName, lastName, kind: _, seats, registeredSeats, companions, ...about } = row;
    const shortName =
      firstName === null || lastName === null
        ? shortNameOf(row.name)
        : abbreviated(firstName, lastName);
    const holder: Deserved = { ...about, person: 0, shortName, slots };
    const all = registeredSeats === null || seats >= registeredSeats;
    const named = all ? (JSON.parse(companions) as string[]) : [];
    return [
      holder,
      ...named.map((name, i) => ({
        ...holder,
        person: i + 1,
        name,
        shortName: shortNameOf(name),
        email: null,
        emailKey: null,
      })),
    ];
  });
}

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
