/** « Ne pas me le rappeler »: the link still answers, once. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';

export async function muteReminder(db: Database, hash: string): Promise<void> {
  await transact(db, [
    sql`UPDATE ballots SET state = 'mute' WHERE hash = ${hash} AND state = 'open'`,
  ]);
}
