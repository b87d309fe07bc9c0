/**
 * The two halves of a hybrid session point to each other, and to nothing else. A half that has its other
 * half already is not taken from it. Whatever row a link changes gets a new version, so that whoever has
 * its form open is told, instead of putting the former link back unseen.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { SessionInput } from './inputs';
import type { Mode } from './schema';

export type LinkRefusal = 'linked_elsewhere' | 'linked_already' | 'linked_same_mode';

/** The session that links: its id is null while it does not exist. */
type Linking = { id: number | null; actionId: number };

/** Why the session that the form names can't be the other half, or null. */
export async function linkRefusal(
  db: Database,
  { id, actionId }: Linking,
  { linkedSessionId, mode }: Pick<SessionInput, 'linkedSessionId' | 'mode'>,
): Promise<LinkRefusal | null> {
  if (linkedSessionId === null) return null;
  const [other] = await select<{ mode: Mode | null; linked: number | null }>(
    db,
    sql`
      SELECT mode, linked_session_id AS linked FROM sessions
      WHERE id = ${linkedSessionId} AND id IS NOT ${id} AND action_id = ${actionId}`,
  );
  if (!other) return 'linked_elsewhere';
  if (other.linked !== null && other.linked !== id) return 'linked_already';
  return mode !== null && mode === other.mode ? 'linked_same_mode' : null;
}

/** Whether the other half is still free for the session; part of the condition that it is saved under. */
export const linkFree = (id: number, { linkedSessionId }: SessionInput): SQL =>
  linkedSessionId === null
    ? sql`true`
    : sql`EXISTS (SELECT 1 FROM sessions other WHERE other.id = ${linkedSessionId}
        AND (other.linked_session_id IS NULL OR other.linked_session_id = ${id}))`;

/**
 * Brings the other rows in step with the session that `held` picks, before its own row or behind it; a
 * session that was just made gives up a half that someone took meanwhile.
 */
export const linked = ({ linkedSessionId: other }: SessionInput, held: SQL): SQL[] => {
  const self = sql`(SELECT id FROM sessions WHERE ${held})`;
  const siblings = sql`action_id = (SELECT action_id FROM sessions WHERE ${held})`;
  const changed = (value: SQL) => sql`UPDATE sessions
    SET linked_session_id = ${value}, version = version + 1`;
  return [
    sql`${changed(sql`NULL`)}
      WHERE ${siblings} AND (linked_session_id = ${self} AND id IS NOT ${other}
        OR linked_session_id = ${other} AND id IS NOT ${self})`,
    sql`${changed(self)}
      WHERE id = ${other} AND ${siblings} AND linked_session_id IS NULL`,
    sql`
      UPDATE sessions SET linked_session_id = NULL
      WHERE id = ${self} AND linked_session_id = ${other} AND NOT EXISTS (
        SELECT 1 FROM sessions half WHERE half.id = ${other} AND half.linked_session_id = sessions.id)`,
  ];
};
