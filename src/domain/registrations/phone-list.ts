/**
 * « Cancelled tonight »: the numbers of those whom a message will not reach in time, with a tick for
 * each call made. Everyone who was registered when the session was cancelled stays on the list.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';

export type PhoneLine = {
  id: number;
  firstName: string;
  lastName: string;
  phone: string;
  seats: number;
  state: string;
  calledAt: number | null;
  calledBy: string | null;
};

const concerned = (sessionId: number) => sql`r.session_id = ${sessionId}
  AND (r.state <> 'cancelled' OR r.ended_by = 'session_cancelled')`;

/** Those to call first, then those called; at most 500. And how many have no number. */
export async function listPhones(
  db: Database,
  sessionId: number,
): Promise<{ lines: PhoneLine[]; withoutPhone: number }> {
  const [lines, [none]] = await Promise.all([
    select<PhoneLine>(
      db,
      sql`SELECT r.id, r.first_name AS firstName, r.last_name AS lastName, r.phone, r.seats, r.state,
          c.called_at AS calledAt, a.name AS calledBy
        FROM registrations r LEFT JOIN phone_calls c ON c.registration_id = r.id
        LEFT JOIN accounts a ON a.id = c.account_id
        WHERE ${concerned(sessionId)} AND r.phone IS NOT NULL
        ORDER BY c.called_at IS NOT NULL, r.id LIMIT 500`,
    ),
    select<{ n: number }>(
      db,
      sql`SELECT count(*) AS n FROM registrations r WHERE ${concerned(sessionId)} AND r.phone IS NULL`,
    ),
  ]);
  return { lines, withoutPhone: none?.n ?? 0 };
}

/** Ticks or unticks one call; ticking twice keeps who called first. */
export async function noteCall(
  db: Database,
  registrationId: number,
  called: boolean,
  { accountId, now }: { accountId: number; now: number },
): Promise<void> {
  await transact(db, [
    called
      ? sql`INSERT INTO phone_calls (registration_id, called_at, account_id)
          VALUES (${registrationId}, ${now}, ${accountId}) ON CONFLICT DO NOTHING`
      : sql`DELETE FROM phone_calls WHERE registration_id = ${registrationId}`,
  ]);
}
