/**
 * « Cancelled tonight »: the numbers of those whom a message will not reach in time, with a tick for
 * each call made. Everyone who was registered when the session was cancelled stays on the list. A call
 * counts for what was announced before it: a later change or cancellation is to be called anew.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { rHasLeft } from './left';

/** Why no message tells them: they gave no address, it refused, or it has not left yet. */
export type Untold = 'no_address' | 'failed' | 'waiting';

export type PhoneLine = {
  id: number;
  firstName: string;
  lastName: string;
  phone: string | null;
  seats: number;
  untold: Untold | null;
  calledAt: number | null;
  calledBy: string | null;
  /** Whether the call was made before the last announcement: it told something else. */
  calledBefore: boolean;
};

const concerned = (sessionId: number) => sql`r.session_id = ${sessionId}
  AND NOT ${rHasLeft}`;

/** When everyone was last told of something; 0 for never. */
const lastTold = (sessionId: SQL | number) => sql`(SELECT coalesce(max(a.created_at), 0)
  FROM announcements a WHERE a.session_id = ${sessionId})`;

const unsent = (states: SQL) => sql`EXISTS (SELECT 1 FROM outbox o WHERE o.registration_id = r.id
  AND o.holder_version = r.holder_version AND ${states})`;
const untold = sql`CASE WHEN r.email IS NULL THEN 'no_address'
  WHEN ${unsent(sql`o.state = 'failed'`)} THEN 'failed'
  WHEN ${unsent(sql`o.state IN ('queued', 'sending') AND o.attempts > 0`)} THEN 'waiting' END`;

/** Those to call first, and of them those whom no message tells; then those called. At most 500. */
export async function listPhones(db: Database, sessionId: number): Promise<PhoneLine[]> {
  const rows = await select<Omit<PhoneLine, 'calledBefore'> & { calledBefore: number }>(
    db,
    sql`SELECT r.id, r.first_name AS firstName, r.last_name AS lastName, r.phone, r.seats,
        ${untold} AS untold, c.called_at AS calledAt, a.name AS calledBy,
        coalesce(c.called_at < told.at, 0) AS calledBefore
      FROM registrations r CROSS JOIN (SELECT ${lastTold(sessionId)} AS at) told
      LEFT JOIN phone_calls c ON c.registration_id = r.id
      LEFT JOIN accounts a ON a.id = c.account_id
      WHERE ${concerned(sessionId)}
      ORDER BY coalesce(c.called_at >= told.at, 0), untold IS NULL, r.id LIMIT 500`,
  );
  return rows.map((row) => ({ ...row, calledBefore: Boolean(row.calledBefore) }));
}

/**
 * How many nobody has told of the last change or cancellation: no message reaches them, and no call
 * was made since. Null where nothing was announced.
 */
export async function countUntold(db: Database, sessionId: number): Promise<number | null> {
  const [row] = await select<{ told: number; untold: number }>(
    db,
    sql`SELECT told.at AS told, (SELECT count(*) FROM registrations r
        WHERE told.at > 0 AND ${concerned(sessionId)} AND ${untold} IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM phone_calls c
            WHERE c.registration_id = r.id AND c.called_at >= told.at)) AS untold
      FROM (SELECT ${lastTold(sessionId)} AS at) told`,
  );
  return row?.told ? row.untold : null;
}

/** Ticks or unticks one call; ticking twice keeps who called first, of what was last announced. */
export async function noteCall(
  db: Database,
  registrationId: number,
  called: boolean,
  { accountId, now }: { accountId: number; now: number },
): Promise<void> {
  const told = lastTold(
    sql`(SELECT r.session_id FROM registrations r WHERE r.id = ${registrationId})`,
  );
  await transact(db, [
    called
      ? sql`INSERT INTO phone_calls (registration_id, called_at, account_id)
          VALUES (${registrationId}, ${now}, ${accountId})
          ON CONFLICT (registration_id) DO UPDATE
            SET called_at = excluded.called_at, account_id = excluded.account_id
            WHERE called_at < ${told}`
      : sql`DELETE FROM phone_calls WHERE registration_id = ${registrationId}`,
  ]);
}
