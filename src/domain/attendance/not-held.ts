/**
 * A session that is over and did not take place: the speaker was ill, nobody came. It counts as
 * cancelled from then on, and so do its registrations. There is nobody left to warn: no mail goes out,
 * and those that waited are withdrawn. Refused as soon as somebody was noted present or counted:
 * attendance is the truth.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';
import { findSessionById, type SessionView } from '../catalogue/find-session';
import { isNotHeld } from '../catalogue/known';
import { remember } from '../registrations/statements';

export type NotHeldRefusal = 'already_cancelled' | 'only_a_draft' | 'not_over';
export type NotHeldOutcome =
  | { ok: true }
  | { ok: false; reason: NotHeldRefusal | 'someone_came' | 'stale' };

/** Why it can't be said of the session at this moment, whoever came; or null. */
export function notHeldRefusal({ session }: SessionView, now: number): NotHeldRefusal | null {
  if (session.state === 'cancelled') return 'already_cancelled';
  if (session.state === 'draft') return 'only_a_draft';
  return session.endsAt === null || session.endsAt > now ? 'not_over' : null;
}

/** Over the session's row. */
const someoneCame = sql`(EXISTS (SELECT 1 FROM attendance t
    WHERE t.session_id = sessions.id AND t.state = 'present')
  OR EXISTS (SELECT 1 FROM headcounts h WHERE h.session_id = sessions.id AND h.count > 0))`;

export const hasSomeoneCome = async (db: Database, { session }: SessionView): Promise<boolean> => {
  const [row] = await select<{ came: number }>(
    db,
    sql`SELECT ${someoneCame} AS came FROM sessions WHERE id = ${session.id}`,
  );
  return Boolean(row?.came);
};

/**
 * @param change.version the one that the organiser looked at
 * @param change.reason said on the session's page; may be null
 * Repeating it changes nothing.
 */
export async function noteNotHeld(
  db: Database,
  view: SessionView,
  { version, reason }: { version: number; reason: string | null },
  by: By,
): Promise<NotHeldOutcome> {
  const { session } = view;
  if (isNotHeld(session)) return { ok: true };
  const refusal = notHeldRefusal(view, by.now);
  if (refusal) return { ok: false, reason: refusal };
  const decision = newToken();
  const held = sql`id = ${session.id} AND version = ${version} AND state = 'published'
    AND ends_at <= ${by.now} AND NOT ${someoneCame}`;
  const its = sql`session_id = (SELECT id FROM sessions WHERE ${held})`;
  const outcomes = await transact(db, [
    noted(by, 'session_not_held', held),
    sql`UPDATE outbox SET state = 'superseded'
      WHERE ${its} AND state IN ('queued', 'failed')
        AND kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
          'seat_withdrawn', 'session_changed', 'calendar_day', 'survey_invitation', 'survey_reminder')`,
    sql`UPDATE registrations SET state = 'cancelled', ended_by = 'session_cancelled',
        decision = ${decision}, state_changed_at = ${by.now}
      WHERE ${its} AND state <> 'cancelled'`,
    sql`UPDATE parties SET state = 'cancelled', seats = 0, decision = ${decision}
      WHERE id IN (SELECT party_id FROM registrations WHERE ${its}) AND ${its}
        AND state <> 'cancelled'`,
    remember(sql`r.session_id = ${session.id} AND r.decision = ${decision}`, {
      event: 'session_cancelled',
      actor: by.actor,
      now: by.now,
    }),
    sql`UPDATE sessions SET state = 'cancelled', cancel_reason = ${reason}, cancelled_at = ${by.now},
        updated_at = ${by.now}, version = version + 1 WHERE ${held} RETURNING id`,
  ]);
  if (outcomes.at(-1)?.rows.length) return { ok: true };
  const stored = await findSessionById(db, session.id);
  // Said twice at the same moment.
  if (stored && isNotHeld(stored.session)) return { ok: true };
  return { ok: false, reason: (await hasSomeoneCome(db, view)) ? 'someone_came' : 'stale' };
}
