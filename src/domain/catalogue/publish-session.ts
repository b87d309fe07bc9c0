/** Publishing: from here on people can find the session and register. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { type By, noted } from './by';
import { findSessionById } from './find-session';

export type PublishOutcome =
  | { ok: true; version: number }
  | { ok: false; reason: 'unknown' | 'stale' | 'already_published' | 'cancelled' };

/** @param version the one that the organiser looked at */
export async function publishSession(
  db: Database,
  { id, version }: { id: number; version: number },
  by: By,
): Promise<PublishOutcome> {
  const outcomes = await transact(db, published({ id, version }, by));
  if (outcomes[1]?.rows.length) return { ok: true, version: version + 1 };
  const found = await findSessionById(db, id);
  if (!found) return { ok: false, reason: 'unknown' };
  const { state } = found.session;
  return {
    ok: false,
    reason: state === 'published' ? 'already_published' : state === 'draft' ? 'stale' : 'cancelled',
  };
}

/**
 * Publishes the drafts of a cycle as one transaction; how many. What was published before, changed or
 * deleted since is left as it is, so that pressing again does what is left.
 */
export async function publishSessions(
  db: Database,
  drafts: readonly { id: number; version: number }[],
  by: By,
): Promise<number> {
  if (drafts.length === 0) return 0;
  const outcomes = await transact(
    db,
    drafts.flatMap((draft) => published(draft, by)),
  );
  return outcomes.filter(({ rows }) => rows.length).length;
}

function published({ id, version }: { id: number; version: number }, by: By): SQL[] {
  const held = sql`id = ${id} AND version = ${version} AND state = 'draft'`;
  return [
    noted(by, 'session_published', held),
    sql`
      UPDATE sessions SET state = 'published', published_at = ${by.now}, updated_at = ${by.now},
        version = version + 1 WHERE ${held} RETURNING version`,
  ];
}
