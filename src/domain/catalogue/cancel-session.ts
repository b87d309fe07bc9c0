/**
 * A cancelled session reaches everyone, waiting list included: the announcement is written in the
 * batch of the cancellation, and its expansion ends each registration and tells each person. A draft
 * is deleted instead (delete-draft.ts), and what took place stays what it was.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { announced, dateWatchersDue, mailed, watching } from './announced';
import { type By, noted } from './by';
import { factsOf, findSessionById, type SessionView } from './find-session';
import { isOver } from './registration-window';

export type CancelSessionOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'unknown' | 'stale' | CancelRefusal };

export type CancelRefusal = 'already_cancelled' | 'only_a_draft' | 'over';

/** @param reason what people are told; may be null */
export async function cancelSession(
  db: Database,
  { id, version, reason }: { id: number; version: number; reason: string | null },
  by: By,
): Promise<CancelSessionOutcome> {
  const view = await findSessionById(db, id);
  if (!view) return { ok: false, reason: 'unknown' };
  const refusal = cancelRefusal(view, by.now);
  if (refusal) return { ok: false, reason: refusal };
  const held = sql`id = ${id} AND version = ${version} AND state = 'published'`;
  const session = { ...factsOf(view), version: version + 1 };
  const outcomes = await transact(db, [
    noted(by, 'session_cancelled', held, {}, sql`${mailed} + ${watching}`),
    announced('session_cancelled', { session, reason }, held, by.now),
    dateWatchersDue(held, by.now),
    sql`
      UPDATE sessions SET state = 'cancelled', cancel_reason = ${reason}, cancelled_at = ${by.now},
        updated_at = ${by.now}, version = version + 1 WHERE ${held} RETURNING version`,
  ]);
  return outcomes.at(-1)?.rows.length
    ? { ok: true, version: version + 1 }
    : { ok: false, reason: 'stale' };
}

/** Why the session cannot be cancelled at this moment, or null. */
export function cancelRefusal({ session }: SessionView, now: number): CancelRefusal | null {
  if (session.state === 'cancelled') return 'already_cancelled';
  if (session.state === 'draft') return 'only_a_draft';
  return isOver(session, now) ? 'over' : null;
}
