/** Whom a change of a session reaches, counted before it is made: it reads the people of one session. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';

export type Concerned = {
  /** They get a mail, the waiting list included. */
  mailed: number;
  /** Of those: whose calendar holds the session. */
  calendars: number;
  /** Of those: who wait for a place. */
  waiting: number;
  /** They gave no address: someone has to call. */
  unreachable: number;
  /** They asked to be told the date, and hold nothing: a mail each, of the date or of the cancellation. */
  watchers: number;
};

export async function countConcerned(db: Database, sessionId: number): Promise<Concerned> {
  const [row] = await select<Concerned>(
    db,
    sql`
      SELECT count(email) AS mailed,
        count(iif(state = 'confirmed' AND email IS NOT NULL, 1, NULL)) AS calendars,
        count(iif(state = 'waitlisted' AND email IS NOT NULL, 1, NULL)) AS waiting,
        count(*) - count(email) AS unreachable,
        (SELECT count(*) FROM date_watchers WHERE session_id = ${sessionId} AND due_at IS NULL) AS watchers
      FROM registrations WHERE session_id = ${sessionId}
        AND state IN ('pending', 'confirmed', 'waitlisted', 'offered')`,
  );
  return row ?? { mailed: 0, calendars: 0, waiting: 0, unreachable: 0, watchers: 0 };
}
