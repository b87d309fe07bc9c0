/** What saving a publication, a loan or a meeting has in common: the version seen, and the history's line. */
import { type SQL, sql } from 'drizzle-orm';
import type { By } from './by';

export type Seen = { id: number; version: number };
export type Saved = { ok: true } | { ok: false; reason: 'stale' };

export const savedBy = (outcomes: readonly { rows: readonly unknown[] }[]): Saved =>
  outcomes.at(-1)?.rows[0] ? { ok: true } : { ok: false, reason: 'stale' };

export const noted = (
  { now, actor }: By,
  event: string,
  what: 'handout' | 'loan' | 'meeting',
  held: SQL,
): SQL => sql`
  INSERT INTO history (at, actor, event, detail)
  SELECT ${now}, ${actor}, ${event}, json_object(${what}, ${held}) WHERE ${held} IS NOT NULL`;
