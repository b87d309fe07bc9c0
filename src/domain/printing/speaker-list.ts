/**
 * Who is coming, for the speaker: first names, professions, what they hope for. No family name, no
 * address, no phone number, no organisation, and of companions only how many they are.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { Headcounts } from '../registrations/schema';

export type Guest = {
  firstName: string;
  profession: string | null;
  note: string | null;
  seats: number;
  groupLabel: string | null;
  headcounts: Headcounts;
};

/** One sheet of names, and a ceiling to what one link reads; the seats count all of them. */
export const mostGuests = 300;

export type GuestList = {
  guests: Guest[];
  /** How many registrations there are, those past the ceiling included. */
  registrations: number;
  seats: number;
  professions: Profession[];
};
export type Profession = { name: string; seats: number };

type Row = Omit<Guest, 'headcounts'> & { headcounts: string };

export async function listGuests(db: Database, sessionId: number): Promise<GuestList> {
  const confirmed = sql`session_id = ${sessionId} AND state = 'confirmed'`;
  const [rows, professions] = await Promise.all([
    select<Row>(
      db,
      sql`SELECT first_name AS firstName, profession, note, seats, group_label AS groupLabel, headcounts
        FROM registrations WHERE ${confirmed} ORDER BY id LIMIT ${mostGuests}`,
    ),
    select<{ name: string | null; registrations: number; seats: number }>(
      db,
      sql`SELECT min(profession) AS name, count(*) AS registrations, sum(seats) AS seats FROM registrations
        WHERE ${confirmed} GROUP BY lower(trim(profession)) ORDER BY seats DESC, name`,
    ),
  ]);
  return {
    guests: rows.map((row) => ({ ...row, headcounts: JSON.parse(row.headcounts) })),
    registrations: professions.reduce((sum, row) => sum + row.registrations, 0),
    seats: professions.reduce((sum, row) => sum + row.seats, 0),
    professions: professions.flatMap(({ name, seats }) => (name ? [{ name, seats }] : [])),
  };
}
