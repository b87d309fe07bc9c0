/** What the session's form needs beside the session: the directory's venue, the action's other sessions. */
import { and, desc, eq, ne, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { nameKey } from '../../lib/text';
import { entryId } from './directories';
import { type Session, sessions, type Venue, venues } from './schema';

export async function findVenueByName(db: Database, name: string): Promise<Venue | null> {
  const key = nameKey(name);
  if (!key) return null;
  const [venue] = await db
    .select()
    .from(venues)
    .where(eq(venues.id, entryId('venues', key)));
  return venue ?? null;
}

export type SiblingSession = Pick<Session, 'id' | 'title' | 'startsAt' | 'mode'>;

/** The action's other sessions that are not cancelled, the latest first, 30 at most. */
export const listSiblings = (
  db: Database,
  actionId: number,
  exceptId: number | null,
): Promise<SiblingSession[]> =>
  db
    .select({
      id: sessions.id,
      title: sessions.title,
      startsAt: sessions.startsAt,
      mode: sessions.mode,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.actionId, actionId),
        ne(sessions.state, 'cancelled'),
        ne(sessions.id, exceptId ?? 0),
        sql`${sessions.dateState} <> 'unrecorded'`,
      ),
    )
    .orderBy(sql`${sessions.startsAt} IS NOT NULL`, desc(sessions.startsAt))
    .limit(30);
