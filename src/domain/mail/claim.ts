/**
 * Claim, then send: a mail is taken by one statement that marks it with a claim nobody else knows,
 * and every later word about it holds only under that claim, so two workers at once never send the
 * same mail. The attempt is counted when it begins: a mail whose rendering ends the Worker itself
 * runs out of tries like any other.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { hour, minute } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { sendingStopped } from './reasons';
import { type OutboxRow, outbox } from './schema';

/**
 * The waits between the tries: soon at first, for a server that says « a moment » or restarts, and a
 * day in all, as long as one may be down.
 */
const waits = [
  minute / 2,
  minute,
  2 * minute,
  5 * minute,
  15 * minute,
  hour,
  3 * hour,
  8 * hour,
  12 * hour,
];
export const maxAttempts = waits.length + 1;
/** How long a run takes up further mails; the last one may still take all of a transport's timeouts. */
export const runLasts = minute / 2;
/** Beyond both: whoever claimed is gone. */
export const claimHoldsFor = 3 * minute;

/** Which of the due mails comes first; after a response it is the one just written. */
export type Order = 'oldest' | 'newest';

/**
 * Takes the next due mail, or null when there is none. A mail waits while an earlier one of the same
 * registration to the same address is on its way: a calendar's CANCEL must never overtake its
 * REQUEST. What a later mail made untrue is withdrawn by the triggers of migration 0105.
 */
export async function claimNext(
  db: Database,
  now: number,
  order: Order,
): Promise<OutboxRow | null> {
  const direction = order === 'oldest' ? sql`ASC` : sql`DESC`;
  const [row] = await db
    .update(outbox)
    .set({
      state: 'sending',
      claim: newToken(),
      claimedAt: now,
      attempts: sql`${outbox.attempts} + 1`,
    })
    .where(
      sql`${outbox.id} = (
        SELECT due.id FROM outbox AS due
        WHERE due.state = 'queued' AND due.next_attempt_at <= ${now} AND NOT EXISTS (
          SELECT 1 FROM outbox AS earlier
          WHERE earlier.registration_id = due.registration_id AND earlier.id < due.id
            AND earlier.recipient = due.recipient
            AND earlier.state IN ('queued', 'sending'))
        ORDER BY due.next_attempt_at ${direction}, due.id ${direction} LIMIT 1)`,
    )
    .returning();
  return row ?? null;
}

export async function markSent(db: Database, mail: OutboxRow, now: number): Promise<void> {
  await transact(db, [
    sql`UPDATE outbox SET state = 'sent', sent_at = ${now}, claim = NULL, last_error = NULL
        WHERE id = ${mail.id} AND claim = ${mail.claim}`,
  ]);
}

/** The last word on a mail: kept with the server's words, for the organiser to see. */
export async function markFailed(db: Database, mail: OutboxRow, error: string): Promise<void> {
  await transact(db, [
    sql`UPDATE outbox SET state = 'failed', claim = NULL, last_error = ${error}
        WHERE id = ${mail.id} AND claim = ${mail.claim}`,
  ]);
}

/**
 * Puts a mail back for later, or fails it after its last try. What waits behind it for the same
 * registration is put off as well: it could not go first, and need not be looked at before.
 */
export async function putOff(
  db: Database,
  mail: OutboxRow,
  error: string,
  now: number,
): Promise<void> {
  const wait = waits[mail.attempts - 1];
  if (wait === undefined) return markFailed(db, mail, error);
  const next = now + wait;
  const statements: SQL[] = [
    sql`UPDATE outbox SET state = 'queued', claim = NULL, claimed_at = NULL,
          next_attempt_at = ${next}, last_error = ${error}
        WHERE id = ${mail.id} AND claim = ${mail.claim}`,
  ];
  if (mail.registrationId !== null)
    statements.push(
      // Both conditions on state: the first is the index's own, without which it is not used.
      sql`UPDATE outbox SET next_attempt_at = ${next}
          WHERE registration_id = ${mail.registrationId} AND id > ${mail.id}
            AND recipient = ${mail.recipient}
            AND state IN ('queued', 'sending') AND state = 'queued' AND next_attempt_at < ${next}`,
    );
  await transact(db, statements);
}

/**
 * Frees the mails of workers that ended between claim and answer. Whether they were sent is
 * unknown, so they go again under the same Message-ID, by which mail programs know a double.
 * `heldFor` is 0 where nobody else can be at work: when the only process starts again.
 */
export async function freeStaleClaims(
  db: Database,
  now: number,
  heldFor = claimHoldsFor,
): Promise<void> {
  await transact(db, [
    sql`UPDATE outbox SET claim = NULL, claimed_at = NULL, next_attempt_at = ${now},
          state = iif(attempts < ${maxAttempts}, 'queued', 'failed'),
          last_error = ${sendingStopped}
        WHERE id IN (
          SELECT id FROM outbox WHERE state = 'sending' AND claimed_at <= ${now - heldFor}
          ORDER BY claimed_at LIMIT 50)`,
  ]);
}
