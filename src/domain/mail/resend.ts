/**
 * What a person can do about mails that did not go: send again what failed, say that it is dealt with,
 * and try at once what waits. A mail that tells what is no longer true is never sent again, by hand as
 * by itself: the triggers of migration 0105 withdraw it on the way.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { stillTrue, visible } from './log';

/** Who does it, and when. */
type By = { actor: string; now: number };
type Which = { id: number; carrierId: number | null };
export type ResendMailOutcome = { ok: true } | { ok: false; reason: 'untrue' } | null;

const owned = ({ id, carrierId }: Which) => sql`SELECT m.id FROM outbox m
  LEFT JOIN sessions s ON s.id = m.session_id
  WHERE m.id = ${id} AND m.kind <> 'login_link' AND ${visible(carrierId)}`;

/** Who did what with a mail, where the statement before it changed something. */
const noted = (event: string, id: number, { actor, now }: By) => sql`
  INSERT INTO history (at, actor, event, session_id, registration_id, detail)
  SELECT ${now}, ${actor}, ${event}, session_id, registration_id, json_object('mail', id, 'kind', kind)
  FROM outbox WHERE id = ${id} AND changes() > 0 AND state <> 'superseded'`;

/**
 * Puts a mail that failed back into the queue, with all its tries before it; one that did not fail
 * stays as it is, so that a second press changes nothing. Null when it is none of theirs.
 */
export async function resendMail(db: Database, which: Which, by: By): Promise<ResendMailOutcome> {
  const [, , found] = await transact(db, [
    sql`UPDATE outbox SET state = 'queued', attempts = 0, next_attempt_at = ${by.now}, claim = NULL,
        claimed_at = NULL, settled_at = NULL
      WHERE state = 'failed' AND id IN (${owned(which)} AND ${stillTrue})`,
    noted('mail_resent', which.id, by),
    sql`SELECT state FROM outbox WHERE id IN (${owned(which)})`,
  ]);
  const state = found?.rows[0]?.state;
  if (state === undefined) return null;
  return state === 'superseded' || state === 'failed'
    ? { ok: false, reason: 'untrue' }
    : { ok: true };
}

/** « C’est réglé »: a failure that asks for nothing more. False when it is none of theirs. */
export async function settleMail(db: Database, which: Which, by: By): Promise<boolean> {
  const [, , found] = await transact(db, [
    sql`UPDATE outbox SET settled_at = ${by.now}
      WHERE state = 'failed' AND settled_at IS NULL AND id IN (${owned(which)})`,
    noted('mail_settled', which.id, by),
    sql`SELECT 1 FROM outbox WHERE id IN (${owned(which)})`,
  ]);
  return Boolean(found?.rows.length);
}

/** Mails that one press puts back to the front of the queue. */
const mostRetried = 500;

/** Tries at once what was put off: the server is said to be back. Their tries begin anew. */
export async function retryWaiting(
  db: Database,
  carrierId: number | null,
  now: number,
): Promise<void> {
  await transact(db, [
    sql`UPDATE outbox SET next_attempt_at = ${now}, attempts = min(attempts, 1)
      WHERE id IN (
        SELECT m.id FROM (
          SELECT * FROM outbox WHERE state = 'queued' AND next_attempt_at > ${now}
          ORDER BY next_attempt_at LIMIT ${mostRetried}) m
        LEFT JOIN sessions s ON s.id = m.session_id
        WHERE m.kind <> 'login_link' AND ${visible(carrierId)})`,
  ]);
}
