/** What happened to a registration, oldest first: for its holder, and for the organisers' log. */
import { asc, eq } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { history, type Registration } from './schema';

export const listHistory = (db: Database, registration: Pick<Registration, 'id'>, limit = 200) =>
  db
    .select({ at: history.at, event: history.event, actor: history.actor })
    .from(history)
    .where(eq(history.registrationId, registration.id))
    .orderBy(asc(history.id))
    .limit(limit);
