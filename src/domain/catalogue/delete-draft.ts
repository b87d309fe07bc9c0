/**
 * Deleting a draft: nobody has seen it, and nobody is told. Only what is the draft's own goes with it.
 * Whatever else hangs on it (who came, a questionnaire, a message) keeps it: the foreign keys refuse,
 * also for a table that is added later.
 */
import { sql } from 'drizzle-orm';
import { type Database, isAbort, transact } from '../../db/client';
import { type By, noted } from './by';

export type DeleteDraftOutcome = { ok: true } | { ok: false; reason: 'stale' | 'in_use' };

/** @param version the one that the organiser looked at */
export async function deleteDraft(
  db: Database,
  { id, version }: { id: number; version: number },
  by: By,
): Promise<DeleteDraftOutcome> {
  const held = sql`id = ${id} AND version = ${version} AND state = 'draft'`;
  const ours = sql`session_id = (SELECT id FROM sessions WHERE ${held})`;
  try {
    const outcomes = await transact(db, [
      noted(by, 'draft_deleted', held),
      // The history stays, and still says of which session.
      sql`
        UPDATE history SET session_id = NULL, detail = json_set(detail, '$.code',
          (SELECT code FROM sessions WHERE id = ${id})) WHERE ${ours}`,
      sql`
        UPDATE sessions SET linked_session_id = NULL, version = version + 1
        WHERE linked_session_id = (SELECT id FROM sessions WHERE ${held})
          AND action_id = (SELECT action_id FROM sessions WHERE ${held})`,
      sql`DELETE FROM speaker_links WHERE ${ours}`,
      sql`DELETE FROM slots WHERE ${ours}`,
      sql`DELETE FROM sessions WHERE ${held} RETURNING id`,
    ]);
    return outcomes.at(-1)?.rows.length ? { ok: true } : { ok: false, reason: 'stale' };
  } catch (error) {
    const kept = ['FOREIGN KEY constraint failed', 'slot_attended'];
    if (kept.some((name) => isAbort(error, name))) return { ok: false, reason: 'in_use' };
    throw error;
  }
}
