/**
 * How many are registered for a session: by state, and of those who hold a seat by profession and by
 * organisation, each under the name that the directory has for what was typed, as in the reports.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey } from '../../lib/text';
import { findCanonicalNames } from '../catalogue/directories';
import type { RegistrationState } from './schema';
import { holdsSeats } from './statements';

/** `label` is null, and `key` empty, for those who said none. */
export type Tally = { key: string; label: string | null; registrations: number; seats: number };
export type RegistrantCounts = {
  states: Record<RegistrationState, { registrations: number; seats: number }>;
  professions: Tally[];
  organisations: Tally[];
};

export async function countRegistrants(db: Database, sessionId: number): Promise<RegistrantCounts> {
  const [states, professions, organisations] = await Promise.all([
    select<{ state: RegistrationState; registrations: number; seats: number }>(
      db,
      sql`SELECT state, count(*) AS registrations, sum(seats) AS seats FROM registrations
        WHERE session_id = ${sessionId} GROUP BY state`,
    ),
    tally(db, sessionId, 'professions'),
    tally(db, sessionId, 'organisations'),
  ]);
  const none = { registrations: 0, seats: 0 };
  const counts = {
    pending: none,
    confirmed: none,
    waitlisted: none,
    offered: none,
    cancelled: none,
  };
  return {
    states: { ...counts, ...Object.fromEntries(states.map(({ state, ...n }) => [state, n])) },
    professions,
    organisations,
  };
}

const columns = { professions: sql`profession`, organisations: sql`organisation` };
/** More would be no overview; the list can still be searched. */
const mostTallies = 40;

async function tally(
  db: Database,
  sessionId: number,
  directory: keyof typeof columns,
): Promise<Tally[]> {
  const [typed, canonical] = await Promise.all([
    select<Omit<Tally, 'key'>>(
      db,
      sql`SELECT ${columns[directory]} AS label, count(*) AS registrations, sum(seats) AS seats
        FROM registrations
        WHERE session_id = ${sessionId} AND ${holdsSeats(sql`state`)}
        GROUP BY label ORDER BY label`,
    ),
    findCanonicalNames(db, directory),
  ]);
  const tallies = new Map<string, Tally>();
  for (const { label, registrations, seats } of typed) {
    const name = canonical(label);
    const key = nameKey(name ?? '');
    const known = tallies.get(key) ?? { key, label: key && name, registrations: 0, seats: 0 };
    tallies.set(key, {
      ...known,
      label: known.label || null,
      registrations: known.registrations + registrations,
      seats: known.seats + seats,
    });
  }
  return [...tallies.values()].sort((a, b) => b.seats - a.seats).slice(0, mostTallies);
}
