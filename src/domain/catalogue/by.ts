/** Who does it, and when: what every write of the catalogue is told, for the history. */
import { type SQL, sql } from 'drizzle-orm';
import type { Asked } from '../forms/make-once';

export type Actor = 'system' | `organiser:${number}`;
export type By = Asked & { now: number; actor: Actor };

/**
 * The line of the history for one session, written only where `held` still holds: it stands in the
 * batch before the change, under the same condition. detail carries no names and no addresses.
 */
export const noted = (
  { now, actor }: By,
  event: string,
  held: SQL,
  detail: Record<string, unknown> = {},
): SQL => sql`
  INSERT INTO history (at, actor, event, session_id, detail)
  SELECT ${now}, ${actor}, ${event}, id, ${JSON.stringify(detail)} FROM sessions WHERE ${held}`;
