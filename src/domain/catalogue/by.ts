/** Who does it, and when: what every write of the catalogue is told, for the history. */
import { type SQL, sql } from 'drizzle-orm';
import type { Asked } from '../forms/make-once';

export type Actor = 'system' | `organiser:${number}`;
export type By = Asked & { now: number; actor: Actor };

/**
 * The line of the history for one session, written only where `held` still holds: it stands in the
 * batch before the change, under the same condition. detail carries no names and no addresses.
 * @param people how many it tells, over the session's row
 */
export const noted = (
  { now, actor }: By,
  event: string,
  held: SQL,
  detail: Record<string, unknown> = {},
  people: SQL | null = null,
): SQL => sql`
  INSERT INTO history (at, actor, event, session_id, detail)
  SELECT ${now}, ${actor}, ${event}, id, ${
    people
      ? sql`json_set(${JSON.stringify(detail)}, '$.people', ${people})`
      : JSON.stringify(detail)
  } FROM sessions WHERE ${held}`;
