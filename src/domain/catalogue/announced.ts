/** What concerns everyone of a session: one row in the batch of the fact, expanded by a job. */
import { type SQL, sql } from 'drizzle-orm';
import type { SessionFacts } from './facts';

export type Announcement = {
  session_changed: { session: SessionFacts; before: SessionFacts; reason: string | null };
  session_cancelled: { session: SessionFacts; reason: string | null };
};

/** Nothing is written for a session that nobody is on, as the counters say in the same transaction. */
export const announced = <K extends keyof Announcement>(
  kind: K,
  facts: Announcement[K],
  held: SQL,
  now: number,
): SQL => sql`
  INSERT INTO announcements (kind, session_id, facts, created_at)
  SELECT ${kind}, id, ${JSON.stringify(facts)}, ${now} FROM sessions
  WHERE ${held} AND (seats_taken > 0 OR waiting_count > 0)`;

/** How many an announcement reaches by mail, over the session's row. */
export const mailed = sql`(SELECT count(r.email) FROM registrations r
  WHERE r.session_id = sessions.id AND r.state <> 'cancelled')`;

/** How many wait for the date, over the session's row. */
export const watching = sql`(SELECT count(*) FROM date_watchers w
  WHERE w.session_id = sessions.id AND w.due_at IS NULL)`;

/** Those who asked to be told of the date have it, or will never: a job tells them and forgets them. */
export const dateWatchersDue = (held: SQL, now: number): SQL => sql`
  UPDATE date_watchers SET due_at = ${now}
  WHERE session_id = (SELECT id FROM sessions WHERE ${held}) AND due_at IS NULL RETURNING id`;
