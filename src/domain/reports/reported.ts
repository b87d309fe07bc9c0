/** Keeping what was reported elsewhere: said once, and never overwritten by a second import. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import type { By } from '../catalogue/by';

export type NewFact = { actionId: number | null; key: string; value: number | string };
export type ForeseenText = { actionId: number; text: string };

/** @returns how many facts were new */
export async function keepReported(
  db: Database,
  { year, facts, perspectives }: { year: number; facts: NewFact[]; perspectives: ForeseenText[] },
  { now, actor }: By,
): Promise<number> {
  const [kept] = await transact(db, [
    sql`INSERT INTO reported_facts (year, action_id, key, number, text)
      SELECT ${year}, value ->> 'actionId', value ->> 'key',
        iif(json_type(value, '$.value') = 'text', NULL, CAST(value ->> 'value' AS REAL)),
        iif(json_type(value, '$.value') = 'text', value ->> 'value', NULL)
      FROM json_each(${JSON.stringify(facts)}) WHERE true
      ON CONFLICT DO NOTHING RETURNING id`,
    sql`INSERT INTO action_reports (action_id, year, perspectives, updated_at, updated_by)
      SELECT value ->> 'actionId', ${year}, value ->> 'text', ${now}, ${actor}
      FROM json_each(${JSON.stringify(perspectives)}) WHERE true
      ON CONFLICT DO NOTHING`,
  ]);
  return kept?.rows.length ?? 0;
}
