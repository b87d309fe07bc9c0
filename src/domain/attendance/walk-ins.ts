/**
 * Someone who came without a place, as they were typed at the door: corrected, and taken out again where
 * that was a mistake. Their certificate follows: it bears the name as it is now, goes to the address as it
 * is now, and is taken back from who was never there. The history keeps that it was done, and no name.
 */
import { eq, type SQL, sql } from 'drizzle-orm';
import type * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { emailKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import { type By, correctCertificates } from './certify';
import { type WalkIn, walkIns } from './schema';
import { takenBack } from './take-back';
import { somethingNoted } from './taken';
import type { WalkInInput } from './walk-in-inputs';

export type WalkInDetails = v.InferOutput<typeof WalkInInput>;

/** Whoever was taken out too: `removedAt` says so. */
export async function findWalkIn(db: Database, id: number): Promise<WalkIn | null> {
  const [found] = await db.select().from(walkIns).where(eq(walkIns.id, id));
  return found ?? null;
}

const detailNames = ['name', 'email', 'profession', 'organisation'] as const;

/** What differs from what is stored. */
const differing = (stored: WalkIn, details: WalkInDetails) =>
  detailNames.filter((name) => (stored[name] ?? '') !== details[name]);

export type WalkInOutcome = { ok: true } | { ok: false; reason: 'stale' };

/**
 * Refused to who looked at an older version. Sent again, it finds nothing to correct, and that is well.
 * @param version the one that was looked at
 */
export async function correctWalkIn(
  db: Database,
  walkIn: WalkIn,
  { details, version }: { details: WalkInDetails; version: number },
  { now, actor }: By,
): Promise<WalkInOutcome> {
  const fields = differing(walkIn, details);
  if (fields.length === 0) return { ok: true };
  const { name, email, profession, organisation } = details;
  const { id, sessionId } = walkIn;
  const asSeen = sql`id = ${id} AND version = ${version} AND removed_at IS NULL`;
  const [, decided] = await transact(db, [
    sql`INSERT INTO history (at, actor, event, session_id, detail)
      SELECT ${now}, ${actor}, 'walk_in_corrected', ${sessionId}, ${JSON.stringify({ fields })}
      FROM walk_ins WHERE ${asSeen}`,
    sql`UPDATE walk_ins SET name = ${name}, email = ${email || null},
        email_key = ${email ? emailKey(email) : null}, profession = ${profession || null},
        organisation = ${organisation || null}, version = version + 1
      WHERE ${asSeen} RETURNING id`,
  ]);
  if (decided?.rows.length) {
    await correctCertificates(db, sessionId, { now, actor });
    return { ok: true };
  }
  const stored = await findWalkIn(db, id);
  const isDone = stored !== null && differing(stored, details).length === 0;
  return isDone ? { ok: true } : { ok: false, reason: 'stale' };
}

/** Who gave their place to a colleague stays: these hours were theirs. */
export const isRemovable = ({ handedOverAt }: Pick<WalkIn, 'handedOverAt'>) =>
  handedOverAt === null;

/** Takes out who was added by mistake, with all that was noted of them. Repeating it changes nothing. */
export async function removeWalkIn(db: Database, walkIn: WalkIn, by: By): Promise<void> {
  const { id, sessionId } = walkIn;
  const { now, actor } = by;
  const decision = newToken();
  const there: SQL = sql`EXISTS (SELECT 1 FROM walk_ins w
    WHERE w.id = ${id} AND w.removed_at IS NULL AND w.handed_over_at IS NULL)`;
  const mistake = { reason: 'mistake', note: '' } as const;
  await transact(db, [
    sql`INSERT INTO attendance_marks (mark_id, decision, session_id, slot, walk_in_id, state, seats, source,
        marked_at, received_at, actor)
      SELECT ${decision} || ':' || t.slot, ${decision}, t.session_id, t.slot, t.walk_in_id, 'unmarked', 0,
        'tick', max(${now}, t.marked_at + 1), ${now}, ${actor}
      FROM attendance t
      WHERE t.walk_in_id = ${id} AND t.session_id = ${sessionId} AND t.state <> 'unmarked' AND ${there}`,
    sql`UPDATE session_attendance SET taken_at = NULL WHERE session_id = ${sessionId}
      AND NOT (${somethingNoted})`,
    ...takenBack(sql`c.attendee = ${`w${id}`} AND ${there}`, sessionId, mistake, by),
    sql`INSERT INTO history (at, actor, event, session_id)
      SELECT ${now}, ${actor}, 'walk_in_removed', ${sessionId} WHERE ${there}`,
    sql`UPDATE walk_ins SET removed_at = ${now} WHERE id = ${id} AND ${there}`,
  ]);
}
