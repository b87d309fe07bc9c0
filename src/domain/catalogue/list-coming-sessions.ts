/** What is coming, for the organisers' first screen: drafts and invitations included. */
import { and, asc, eq, gte, lt, ne, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { Span } from '../../lib/dates';
import { actionCarriers, actions, sessions } from './schema';

export type ComingSession = {
  code: string;
  title: string;
  state: 'draft' | 'published' | 'cancelled';
  startsAt: number | null;
  capacity: number | null;
  minSeats: number | null;
  seatsTaken: number;
  waitingCount: number;
};

/**
 * The sessions that start within the span, in order, 50 at most; of the actions that the organisation
 * carries when one is given.
 */
export function listComingSessions(
  db: Database,
  span: Span,
  carrierId: number | null,
): Promise<ComingSession[]> {
  const within = and(
    gte(sessions.startsAt, span.startsAt),
    lt(sessions.startsAt, span.endsAt),
    ne(sessions.state, 'cancelled'),
  );
  const query = db
    .select({
      code: sessions.code,
      title: sql<string>`coalesce(${sessions.title}, ${actions.title})`,
      state: sessions.state,
      startsAt: sessions.startsAt,
      capacity: sessions.capacity,
      minSeats: sessions.minSeats,
      seatsTaken: sessions.seatsTaken,
      waitingCount: sessions.waitingCount,
    })
    .from(sessions)
    .innerJoin(actions, eq(actions.id, sessions.actionId))
    .$dynamic();
  const mine =
    carrierId === null
      ? query.where(within)
      : query
          .innerJoin(
            actionCarriers,
            and(
              eq(actionCarriers.actionId, sessions.actionId),
              eq(actionCarriers.organisationId, carrierId),
            ),
          )
          .where(within);
  return mine.orderBy(asc(sessions.startsAt), asc(sessions.id)).limit(50);
}
