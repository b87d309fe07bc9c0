/**
 * What stands beside a session: the other half of a hybrid one, and the coming dates of its action.
 * Three bounded reads through the action's index, however long the action has been running.
 */
import { and, asc, eq, gt, isNull, ne, or } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { known, listed } from './known';
import { longestSession } from './list-sessions';
import { type Session, sessions, type Venue, venues } from './schema';

export type RelatedSession = { session: Omit<Session, 'videoUrl'>; venue: Venue | null };
export type RelatedSessions = {
  /** The same session in the room, or by video. */
  linked: RelatedSession | null;
  others: RelatedSession[];
  /** True when the action has more dates than are given. */
  more: boolean;
};

export const mostRelated = 8;

export async function relatedSessions(
  db: Database,
  session: Pick<Session, 'id' | 'actionId' | 'linkedSessionId'>,
  now: number,
): Promise<RelatedSessions> {
  const read = () =>
    db
      .select({ session: sessions, venue: venues })
      .from(sessions)
      .leftJoin(venues, eq(venues.id, sessions.venueId));
  const ofAction = and(eq(sessions.actionId, session.actionId), ne(sessions.id, session.id));
  // Not one batch: D1 gives a batch's rows by column name, and the joined tables share names.
  const [linkedRows, dated, undated] = await Promise.all([
    read().where(and(eq(sessions.id, session.linkedSessionId ?? -1), known)),
    read()
      .where(
        and(
          ofAction,
          gt(sessions.startsAt, now - longestSession),
          gt(sessions.endsAt, now),
          or(listed, eq(sessions.linkedSessionId, session.id)),
          known,
        ),
      )
      .orderBy(asc(sessions.startsAt), asc(sessions.id))
      .limit(mostRelated + 2),
    read()
      .where(
        and(
          ofAction,
          isNull(sessions.startsAt),
          eq(sessions.dateState, 'to_be_determined'),
          listed,
        ),
      )
      .orderBy(asc(sessions.id))
      .limit(mostRelated + 2),
  ]);
  const all = [...dated, ...undated].map(withoutVideo);
  const linked =
    linkedRows.map(withoutVideo)[0] ??
    all.find((row) => row.session.linkedSessionId === session.id) ??
    null;
  const others = all.filter((row) => row.session.id !== linked?.session.id);
  return { linked, others: others.slice(0, mostRelated), more: others.length > mostRelated };
}

function withoutVideo(row: { session: Session; venue: Venue | null }): RelatedSession {
  const { videoUrl: _, ...session } = row.session;
  return { session, venue: row.venue };
}
