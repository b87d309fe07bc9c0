/**
 * A session whose date is to be determined collects people who want to be told, and tells each of
 * them once, when it has one or is cancelled. Then nothing is kept of them. They hold no seat and no
 * rank. Asking twice is asking once, and the answer never says who has asked.
 */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, select, transact } from '../../db/client';
import { emailKey } from '../../lib/text';
import { newToken, sameText, sign } from '../../lib/tokens';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, findSessionById, type SessionView } from '../catalogue/find-session';
import { emailField } from './inputs';
import { type DateWatcher, dateWatchers } from './schema';

export const DateWatcherInput = v.object({
  firstName: v.pipe(v.string(), v.trim(), v.nonEmpty('required'), v.maxLength(80, 'too_long')),
  email: emailField,
  consent: v.literal('1', 'required'),
});
export type DateWatcherInput = v.InferOutput<typeof DateWatcherInput>;

export type DateWatchMail = {
  /** Right after asking, with the link that withdraws. */
  date_awaited: { session: SessionFacts; firstName: string; reference: string };
  /** The date is set, or the session is cancelled: cancelled says which. */
  date_known: {
    session: SessionFacts;
    firstName: string;
    cancelled: { reason: string | null } | null;
  };
};

/** Whether the session takes such requests: announced to all, and without a date. */
export const awaitsDate = ({
  session,
}: {
  session: Pick<SessionView['session'], 'state' | 'dateState' | 'visibility'>;
}) =>
  session.state === 'published' &&
  session.dateState === 'to_be_determined' &&
  session.visibility !== 'invitation';

/** Writes the request and its mail, where the session still awaits its date; a second one changes nothing. */
export async function watchDate(
  db: Database,
  view: SessionView,
  { firstName, email }: DateWatcherInput,
  { now, locale }: { now: number; locale: 'fr' | 'en' },
): Promise<void> {
  const reference = newToken();
  await transact(db, [
    sql`
      INSERT INTO date_watchers (reference, session_id, first_name, email, email_key, locale, consent_at)
      SELECT ${reference}, id, ${firstName}, ${email}, ${emailKey(email)}, ${locale}, ${now}
      FROM sessions WHERE id = ${view.session.id} AND state = 'published'
        AND date_state = 'to_be_determined'
      ON CONFLICT (session_id, email_key) DO NOTHING`,
    // Only the request that was just written has this reference.
    sql`
      INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      SELECT 'date_awaited', lower(hex(randomblob(16))), email, locale,
        json_object('session', json(${JSON.stringify(factsOf(view))}), 'firstName', first_name,
          'reference', reference),
        session_id, ${now}, ${now}
      FROM date_watchers WHERE reference = ${reference}`,
  ]);
}

const referenceLength = 22;

/** The link that withdraws: the reference with an HMAC over it, so that no token is stored. */
export const dateWatchToken = async (secret: string, reference: string) =>
  reference + (await sign(secret, `date-watch:${reference}`));

/** The request of a link; null for one that is unknown, forged, withdrawn or answered. */
export async function findDateWatch(
  db: Database,
  secret: string,
  token: string,
): Promise<DateWatcher | null> {
  const reference = token.slice(0, referenceLength);
  if (!sameText(token, await dateWatchToken(secret, reference))) return null;
  const [watcher] = await db
    .select()
    .from(dateWatchers)
    .where(eq(dateWatchers.reference, reference));
  return watcher ?? null;
}

export async function withdrawDateWatch(db: Database, { id }: { id: number }): Promise<void> {
  await transact(db, [sql`DELETE FROM date_watchers WHERE id = ${id}`]);
}

/** How many wait for the date of a session. */
export async function countDateWatchers(db: Database, sessionId: number): Promise<number> {
  const [row] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM date_watchers WHERE session_id = ${sessionId}`,
  );
  return row?.n ?? 0;
}

/** Tells those whose wait is over, `limit` at most, and forgets them; returns how many. */
export async function tellDateWatchers(db: Database, now: number, limit = 50): Promise<number> {
  let done = 0;
  while (done < limit) {
    const page = await select<{ id: number; session: number }>(
      db,
      sql`
        SELECT id, session_id AS session FROM date_watchers WHERE due_at IS NOT NULL
        ORDER BY due_at, id LIMIT ${Math.min(25, limit - done)}`,
    );
    const [first] = page;
    if (!first) break;
    const told = page.filter(({ session }) => session === first.session);
    await tell(
      db,
      first.session,
      told.map(({ id }) => id),
      now,
    );
    done += told.length;
  }
  return done;
}

/** With the session as it is now: it may have changed again, or lost its date. */
async function tell(db: Database, sessionId: number, ids: number[], now: number): Promise<void> {
  const view = await findSessionById(db, sessionId);
  if (!view) return;
  const { state, version, cancelReason } = view.session;
  const among = sql`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`;
  if (state !== 'cancelled' && view.slots.length === 0) {
    await transact(db, [sql`UPDATE date_watchers SET due_at = NULL WHERE ${among}`]);
    return;
  }
  const cancelled = state === 'cancelled' ? { reason: cancelReason } : null;
  const held = sql`${among} AND (SELECT version FROM sessions WHERE id = ${sessionId}) = ${version}`;
  await transact(db, [
    sql`
      INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      SELECT 'date_known', lower(hex(randomblob(16))), email, locale,
        json_object('session', json(${JSON.stringify(factsOf(view))}), 'firstName', first_name,
          'cancelled', json(${JSON.stringify(cancelled)})),
        session_id, ${now}, ${now}
      FROM date_watchers WHERE ${held} ORDER BY id`,
    sql`DELETE FROM date_watchers WHERE ${held}`,
  ]);
}
