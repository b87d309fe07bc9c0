/** Who was there, read by what every figure is made of. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../src/db/client';
import { presence } from '../../src/domain/attendance/presence';

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

export type PeopleCount = {
  /** Different addresses among the people present. */
  distinct: number;
  /** Participations that no address tells apart: companions, groups, headcounts, people without one. */
  uncountable: number;
};

/** Distinct people present at the sessions s of the condition, however often they came. */
export async function countPeople(db: Database, where: SQL): Promise<PeopleCount> {
  const [named, counted] = await Promise.all([
    select<PeopleCount>(
      db,
      sql`SELECT count(DISTINCT iif(p.kind = 'person', p.email_key, NULL)) AS "distinct",
          coalesce(sum(iif(p.email_key IS NULL OR p.kind = 'group', p.seats, p.seats - 1)), 0) AS uncountable
        FROM (${presence(where)}) p`,
    ),
    select<{ count: number }>(
      db,
      sql`SELECT coalesce(sum(h.count), 0) AS count FROM sessions s JOIN headcounts h ON h.session_id = s.id
        WHERE (${where}) AND h.kind IN ('present', 'participations')`,
    ),
  ]);
  return {
    distinct: named[0]?.distinct ?? 0,
    uncountable: (named[0]?.uncountable ?? 0) + (counted[0]?.count ?? 0),
  };
}
