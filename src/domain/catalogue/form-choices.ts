/** What the session's form needs beside the session: the directory's venue, the action's other sessions. */
import { and, desc, eq, gt, isNull, ne, or, sql } from 'drizzle-orm';
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

/**
 * The action's other sessions that can be the other half of one: coming, and no half yet, the latest
 * first, 30 at most; with the one that is its other half already.
 */
export const listSiblings = (
  db: Database,
  actionId: number,
  exceptId: number | null,
  now: number,
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
        or(
          eq(sessions.linkedSessionId, exceptId ?? 0),
          and(
            isNull(sessions.linkedSessionId),
            or(isNull(sessions.endsAt), gt(sessions.endsAt, now)),
          ),
        ),
      ),
    )
    .orderBy(sql`${sessions.startsAt} IS NOT NULL`, desc(sessions.startsAt))
    .limit(30);
