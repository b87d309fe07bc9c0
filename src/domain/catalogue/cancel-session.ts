/**
 * A cancelled session reaches everyone, waiting list included: the announcement is written in the
 * batch of the cancellation, and its expansion ends each registration and tells each person.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { announced, dateWatchersDue } from './announced';
import { type By, noted } from './by';
import { factsOf, findSessionById } from './find-session';

export type CancelSessionOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'unknown' | 'stale' | 'already_cancelled' };

/** @param reason what people are told; may be null */
export async function cancelSession(
  db: Database,
  { id, version, reason }: { id: number; version: number; reason: string | null },
  by: By,
): Promise<CancelSessionOutcome> {
  const view = await findSessionById(db, id);
  if (!view) return { ok: false, reason: 'unknown' };
  if (view.session.state === 'cancelled') return { ok: false, reason: 'already_cancelled' };
  const held = sql`id = ${id} AND version = ${version} AND state <> 'cancelled'`;
  const session = { ...factsOf(view), version: version + 1 };
  const outcomes = await transact(db, [
    noted(by, 'session_cancelled', held),
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
