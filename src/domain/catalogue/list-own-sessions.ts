/**
 * The sessions as organisers look for them: drafts, invitations and cancelled ones included. A page
 * costs what it shows: each view reads one index in its order, and the past goes year by year.
 */
import { and, asc, desc, eq, exists, gt, gte, lt, type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { hasWords } from '../../db/search';
import type { Span } from '../../lib/dates';
import { longestSession } from './list-sessions';
import { actionCarriers, actions, type Session, type Slot, sessions, venues } from './schema';

/** coming: not over yet, soonest first; undated: no draft, without a date; past: the latest first. */
export const ownViews = ['coming', 'drafts', 'undated', 'past'] as const;
export type OwnView = (typeof ownViews)[number];

export type OwnSession = Pick<
  Session,
  | 'id'
  | 'code'
  | 'state'
  | 'dateState'
  | 'startsAt'
  | 'endsAt'
  | 'mode'
  | 'visibility'
  | 'capacity'
  | 'minSeats'
  | 'seatsTaken'
  | 'waitingCount'
  | 'version'
> & {
  title: string;
  venue: string | null;
  isOwn: boolean;
  /** Of its first slot; null without one. */
  precision: Slot['precision'] | null;
};

export type OwnFilter = {
  view: OwnView;
  /** Words of its title or its action's; they are looked for among all sessions, whatever the view. */
  search: string;
  /** The organisation that asks: the sessions of the actions that it carries are its own. */
  carrierId: number | null;
  /** Only its own. */
  mine: boolean;
  /** The year of the past view. */
  year: Span;
  /** The place that the page before ended with; null for the first page. */
  after: string | null;
};

export const ownSessionsAPage = 30;
/** A search goes back this far: some twenty years of a network like the model. */
const mostSearched = 2000;

export async function listOwnSessions(
  db: Database,
  filter: OwnFilter,
  now: number,
): Promise<{ sessions: OwnSession[]; next: string | null }> {
  const { where, order } = filter.search ? searched(filter.search) : viewed(filter, now);
  const own = carriedBy(db, filter.carrierId ?? 0);
  const rows = await db
    .select({
      id: sessions.id,
      code: sessions.code,
      title: sql<string>`coalesce(${sessions.title}, ${actions.title})`,
      state: sessions.state,
      dateState: sessions.dateState,
      startsAt: sessions.startsAt,
      endsAt: sessions.endsAt,
      mode: sessions.mode,
      visibility: sessions.visibility,
      capacity: sessions.capacity,
      minSeats: sessions.minSeats,
      seatsTaken: sessions.seatsTaken,
      waitingCount: sessions.waitingCount,
      version: sessions.version,
      venue: venues.name,
      isOwn: sql<boolean>`${own}`.mapWith(Boolean),
      precision: sql<Slot['precision'] | null>`(
        SELECT precision FROM slots WHERE session_id = ${sessions.id} ORDER BY starts_at LIMIT 1)`,
    })
    .from(sessions)
    // A cross join keeps the order that is written: SQLite reads the sessions' index first.
    .crossJoin(actions)
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(
      and(eq(actions.id, sessions.actionId), where, filter.mine ? own : undefined, beyond(filter)),
    )
    .orderBy(...order)
    .limit(ownSessionsAPage + 1);
  const page = rows.slice(0, ownSessionsAPage);
  const last = rows.length > ownSessionsAPage ? page.at(-1) : undefined;
  return { sessions: page, next: last ? `${last.startsAt ?? 0}_${last.id}` : null };
}

const searched = (search: string) => ({
  where: and(
    sql`${sessions.id} > (SELECT coalesce(max(id), 0) FROM sessions) - ${mostSearched}`,
    hasWords(sql`${sessions.titleKey} || ' ' || ${actions.titleKey}`, search),
  ),
  order: [desc(sessions.id)],
});

/** Literals and not parameters: SQLite takes a partial index only where it can prove its terms. */
function viewed({ view, year }: OwnFilter, now: number): { where: SQL | undefined; order: SQL[] } {
  const isDraft = sql`${sessions.state} = 'draft'`;
  switch (view) {
    case 'coming':
      return {
        where: and(
          gt(sessions.startsAt, now - longestSession),
          gt(sessions.endsAt, now),
          sql`${sessions.state} <> 'draft'`,
        ),
        order: [asc(sessions.startsAt), asc(sessions.id)],
      };
    case 'drafts':
      return { where: isDraft, order: [desc(sessions.id)] };
    case 'undated':
      return {
        where: sql`${sessions.dateState} = 'to_be_determined' AND ${sessions.state} <> 'draft'`,
        order: [desc(sessions.id)],
      };
    case 'past':
      return {
        where: and(
          gte(sessions.startsAt, year.startsAt),
          lt(sessions.startsAt, Math.min(year.endsAt, now)),
          sql`${sessions.endsAt} <= ${now} AND ${sessions.state} <> 'draft'`,
        ),
        order: [desc(sessions.startsAt), desc(sessions.id)],
      };
  }
}

/**
 * When the latest past session began, of those that the organisation carries when one is given; null
 * where there is none. One seek for each of its actions.
 */
export async function latestPastStart(
  db: Database,
  carrierId: number | null,
  now: number,
): Promise<number | null> {
  const latest = sql`max(starts_at) AS latest FROM sessions WHERE starts_at < ${now}`;
  const [row] = await select<{ latest: number | null }>(
    db,
    carrierId === null
      ? sql`SELECT ${latest}`
      : sql`SELECT max((SELECT ${latest} AND action_id = c.action_id)) AS latest
          FROM action_carriers c WHERE c.organisation_id = ${carrierId}`,
  );
  return row?.latest ?? null;
}

const carriedBy = (db: Database, carrierId: number) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(actionCarriers)
      .where(
        and(
          eq(actionCarriers.actionId, sessions.actionId),
          eq(actionCarriers.organisationId, carrierId),
        ),
      ),
  );

function beyond({ after, view, search }: OwnFilter): SQL | undefined {
  const [, startsAt, id] = /^(-?\d{1,15})_(\d{1,15})$/.exec(after ?? '') ?? [];
  if (startsAt === undefined || id === undefined) return undefined;
  if (search || view === 'drafts' || view === 'undated') return lt(sessions.id, Number(id));
  const place = sql`(${Number(startsAt)}, ${Number(id)})`;
  return view === 'past'
    ? sql`(${sessions.startsAt}, ${sessions.id}) < ${place}`
    : sql`(${sessions.startsAt}, ${sessions.id}) > ${place}`;
}
