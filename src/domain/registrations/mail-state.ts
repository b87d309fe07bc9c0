/** Whether the mails about a registration reach its holder: its page says so, in plain words. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { Registration } from './schema';

/** delayed: tried and put off. failed: the last word on the mail about its present state. */
export type MailState = 'sent' | 'on_its_way' | 'delayed' | 'failed';

export async function findMailState(
  db: Database,
  { id, holderVersion, stateChangedAt }: Registration,
): Promise<MailState> {
  const unsent = (what: ReturnType<typeof sql>) => sql`(SELECT ${what} FROM outbox
    WHERE registration_id = ${id} AND state IN ('queued', 'sending') ORDER BY id DESC LIMIT 1)`;
  const [found] = await select<{ waiting: string | null; attempts: number; failed: number }>(
    db,
    sql`SELECT ${unsent(sql`state`)} AS waiting, ${unsent(sql`attempts`)} AS attempts,
      EXISTS (SELECT 1 FROM outbox WHERE registration_id = ${id} AND state = 'failed'
        AND holder_version = ${holderVersion} AND created_at >= ${stateChangedAt}) AS failed`,
  );
  if (found?.waiting)
    return found.waiting === 'queued' && found.attempts ? 'delayed' : 'on_its_way';
  return found?.failed ? 'failed' : 'sent';
}
