/**
 * The names behind a figure of people, for those who may see them: one line a person, however often
 * they came. Whoever may not sees how many came once, twice and so on (figures.ts).
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { presence } from '../attendance/presence';
import type { Audience } from '../catalogue/schema';
import { type Scope, within } from './scope';

export type Person = { name: string; email: string; times: number };

/** 10,000 at most: more than a network meets in a year. */
export const listPeople = (
  db: Database,
  scope: Scope,
  { audience, now }: { audience: Audience | null; now: number },
): Promise<Person[]> =>
  select<Person>(
    db,
    sql`SELECT max(p.name) AS name, max(p.email) AS email, count(DISTINCT p.session_id) AS times
      FROM (${presence(sql`${within(scope)} AND s.state = 'published' AND s.date_state <> 'to_be_determined'
        AND (s.ends_at IS NULL OR s.ends_at <= ${now})`)}) p
        JOIN sessions d ON d.id = p.session_id JOIN actions a ON a.id = d.action_id
      WHERE p.kind = 'person' AND p.email_key IS NOT NULL
        AND (${audience} IS NULL OR a.audience = ${audience})
      GROUP BY p.email_key ORDER BY name LIMIT 10000`,
  );
