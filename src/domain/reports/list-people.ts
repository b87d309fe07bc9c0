/**
 * The names behind a figure of people, for those who may see them: one line a person, however often
 * they came. Whoever may not sees how many came once, twice and so on (figures.ts).
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey } from '../../lib/text';
import { presence } from '../attendance/presence';
import { findCanonicalNames } from '../catalogue/directories';
import type { Audience } from '../catalogue/schema';
import { type Scope, within } from './scope';

export type Person = { name: string; email: string; times: number };

/** 10,000 at most: more than a network meets in a year. */
const most = 10_000;

const heldBy = (scope: Scope, now: number) =>
  sql`${within(scope)} AND s.state = 'published' AND s.date_state <> 'to_be_determined'
    AND (s.ends_at IS NULL OR s.ends_at <= ${now})`;

export const listPeople = (
  db: Database,
  scope: Scope,
  { audience, now }: { audience: Audience | null; now: number },
): Promise<Person[]> =>
  select<Person>(
    db,
    sql`SELECT max(p.name) AS name, max(p.email) AS email, count(DISTINCT p.session_id) AS times
      FROM (${presence(heldBy(scope, now))}) p
        JOIN sessions d ON d.id = p.session_id JOIN actions a ON a.id = d.action_id
      WHERE p.kind = 'person' AND p.email_key IS NOT NULL
        AND (${audience} IS NULL OR a.audience = ${audience})
      GROUP BY p.email_key ORDER BY name LIMIT ${most}`,
  );

/** Those of one profession or organisation, whatever they called it when they typed it. */
export async function listPeopleNamed(
  db: Database,
  scope: Scope,
  { of, name, now }: { of: 'professions' | 'organisations'; name: string; now: number },
): Promise<Person[]> {
  const typed = of === 'professions' ? sql`p.profession` : sql`p.organisation`;
  const [rows, canonical] = await Promise.all([
    select<Person & { key: string; typed: string }>(
      db,
      sql`SELECT p.email_key AS key, ${typed} AS typed, max(p.name) AS name, max(p.email) AS email,
          count(DISTINCT p.session_id) AS times
        FROM (${presence(heldBy(scope, now))}) p
        WHERE p.kind = 'person' AND p.email_key IS NOT NULL AND ${typed} IS NOT NULL
        GROUP BY p.email_key, ${typed} ORDER BY name LIMIT ${most}`,
    ),
    findCanonicalNames(db, of),
  ]);
  const wanted = nameKey(name);
  const people = new Map<string, Person>();
  for (const { key, typed: said, ...person } of rows) {
    if (nameKey(canonical(said)) !== wanted) continue;
    const there = people.get(key);
    if (there) there.times += person.times;
    else people.set(key, person);
  }
  return [...people.values()];
}
