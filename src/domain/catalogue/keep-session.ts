/** Go: a session under its minimum takes place all the same, and nobody is asked about it again. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { type By, noted } from './by';

/** @param version the one that the organiser looked at */
export async function keepSession(
  db: Database,
  { id, version }: { id: number; version: number },
  by: By,
): Promise<{ ok: true } | { ok: false; reason: 'stale' }> {
  const held = sql`id = ${id} AND version = ${version} AND state = 'published'`;
  const outcomes = await transact(db, [
    noted(by, 'session_kept', held),
    sql`
      UPDATE sessions SET kept_at = ${by.now}, updated_at = ${by.now}, version = version + 1
      WHERE ${held} RETURNING id`,
  ]);
  return outcomes.at(-1)?.rows.length ? { ok: true } : { ok: false, reason: 'stale' };
}
