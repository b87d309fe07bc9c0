/**
 * Open sessions are counted by headcount (« 117 enfants, 16 parents »), by categories in the
 * organiser's own words. A headcount counts people beside those who are named in the list, never the
 * same ones twice: the form says so, and the figures add the two.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { Actor } from '../registrations/statements';
import type { HeadcountKind, HeadcountSource } from './schema';
import { somethingNoted } from './taken';

export type HeadcountInput = {
  kind: HeadcountKind;
  source: HeadcountSource;
  /** When people were counted, UTC ms. */
  countedAt: number;
  /** An empty category is a count without categories. */
  counts: readonly { category: string; count: number }[];
};

/** Replaces the session's headcount of that kind; no counts takes it away. */
export async function recordHeadcount(
  db: Database,
  sessionId: number,
  input: HeadcountInput,
  by: { now: number; actor: Actor },
): Promise<void> {
  await transact(db, headcountWritten(sql`${sessionId}`, input, by));
}

/** The statements of a headcount, for whoever writes it in a batch of their own (an import). */
export function headcountWritten(
  sessionId: SQL,
  { kind, source, countedAt, counts }: HeadcountInput,
  { now, actor }: { now: number; actor: Actor },
): SQL[] {
  const byKey = new Map<string, { category: string; key: string; count: number }>();
  for (const { category, count } of counts) {
    const key = nameKey(category);
    const known = byKey.get(key);
    // The first spelling stays: « enfants » and « Enfants » are one category.
    byKey.set(key, {
      category: known?.category ?? category.trim(),
      key,
      count: (known?.count ?? 0) + count,
    });
  }
  const rows = [...byKey.values()];
  return [
    sql`DELETE FROM headcounts WHERE session_id = ${sessionId} AND kind = ${kind}`,
    sql`INSERT INTO headcounts (session_id, kind, category, category_key, count, source, counted_at)
      SELECT ${sessionId}, ${kind}, value ->> 'category', value ->> 'key', value ->> 'count',
        ${source}, ${countedAt}
      FROM json_each(${JSON.stringify(rows)})`,
    // Taken as long as something was noted: a headcount that is taken back leaves nothing behind.
    sql`INSERT INTO session_attendance (session_id, version, taken_at)
      VALUES (${sessionId}, 1, iif(${rows.length}, ${now}, NULL))
      ON CONFLICT (session_id) DO UPDATE SET version = version + 1,
        taken_at = CASE
          WHEN ${rows.length} THEN coalesce(taken_at, excluded.taken_at)
          WHEN ${somethingNoted} THEN taken_at END`,
    sql`INSERT INTO history (at, actor, event, session_id, detail)
      VALUES (${now}, ${actor}, 'headcount_recorded', ${sessionId},
        ${JSON.stringify({ kind, counts: Object.fromEntries(rows.map((r) => [r.category, r.count])) })})`,
  ];
}

/** Notes for how long a session was held where its hours are not known (« 45 h » over seven mornings). */
export const minutesHeldWritten = (sessionId: SQL, minutes: number): SQL => sql`
  INSERT INTO session_attendance (session_id, minutes_held) VALUES (${sessionId}, ${minutes})
  ON CONFLICT (session_id) DO UPDATE SET minutes_held = excluded.minutes_held`;

/** Where the signed sheet is kept (« classeur 2026, bureau du RPE »); empty takes the note away. */
export async function recordSheetKept(
  db: Database,
  sessionId: number,
  where: string,
  { now, actor }: { now: number; actor: Actor },
): Promise<void> {
  const kept = where.trim() || null;
  await transact(db, [
    sql`INSERT INTO session_attendance (session_id, sheet_kept) VALUES (${sessionId}, ${kept})
      ON CONFLICT (session_id) DO UPDATE SET sheet_kept = excluded.sheet_kept`,
    sql`INSERT INTO history (at, actor, event, session_id) VALUES (${now}, ${actor}, 'sheet_kept', ${sessionId})`,
  ]);
}
