/** Who was there, as every figure reads it. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../src/db/client';
import { presence } from '../../src/domain/attendance/presence';
import { figureOf } from '../../src/domain/reports/figure';
import { findReport } from '../../src/domain/reports/year-report';
import { localDay } from '../../src/lib/dates';

export type Present = {
  attendee: string;
  registrationId: number | null;
  walkInId: number | null;
  name: string;
  email: string | null;
  emailKey: string | null;
  profession: string | null;
  organisation: string | null;
  kind: 'person' | 'group';
  groupLabel: string | null;
  /** How many of the registration were there: the most at any of its half-days. */
  seats: number;
  /** Half-days attended. */
  slots: number;
  /** Minutes present over all half-days; null where the record tells no hours. */
  minutes: number | null;
};

/** The people present at a session, one row for each registration or walk-in, by name. */
export const listPresent = (db: Database, sessionId: number): Promise<Present[]> =>
  select<Present>(
    db,
    sql`SELECT attendee, registration_id AS registrationId, walk_in_id AS walkInId, name, email,
        email_key AS emailKey, profession, organisation, kind, group_label AS groupLabel, seats,
        slots, minutes
      FROM (${presence(sql`s.id = ${sessionId}`)}) ORDER BY coalesce(last_name, name), name, attendee`,
  );

/** Distinct people present at the sessions of an action, and participations of nobody one can tell apart. */
export async function peopleOf(db: Database, actionId: number, now: number) {
  const timeZone = 'Europe/Paris';
  const year = Number(localDay(now, timeZone).slice(0, 4));
  const { figures } = await findReport(db, { year, timeZone, actionId }, { now, marksNew: false });
  return {
    distinct: figureOf(figures, 'people').value,
    uncountable: figureOf(figures, 'uncountable').value,
  };
}
