/**
 * The published public sessions, for the programme, the API and the feed. A page costs what it
 * shows: one keyset read of (starts_at, id) through the partial indexes, then the slots and carriers
 * of that page, so three queries whatever the tables hold.
 */
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  inArray,
  lt,
  lte,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Database } from '../../db/client';
import { day, type Span } from '../../lib/dates';
import { listed } from './known';
import {
  type Action,
  type ActionType,
  type Audience,
  actionCarriers,
  actions,
  type Mode,
  organisations,
  type Session,
  type Slot,
  sessions,
  slots,
  type Venue,
  venues,
} from './schema';

/**
 * coming: not over yet, cancelled ones included, as the programme shows them; upcoming: those of
 * them that take place; past: those that took place, newest first; cancelled: newest first;
 * undated: announced, without a date yet.
 */
export const listStatuses = ['coming', 'upcoming', 'past', 'undated', 'cancelled'] as const;
export type ListStatus = (typeof listStatuses)[number];

export type SessionFilters = {
  /** Without one: every dated session of the span, whatever became of it, in order of time. */
  status?: ListStatus;
  /** Instants: sessions that are not over at `from` and have begun before `to`. */
  from?: number;
  to?: number;
  /** The span of a month (monthSpan), within what the others leave. */
  month?: Span;
  audience?: Audience;
  type?: ActionType;
  topic?: string;
  town?: string;
  venueId?: number;
  mode?: Mode;
  /** Only sessions that take place and have a seat under their capacity, or no limit. */
  placesLeft?: boolean;
};

export type ListedSession = {
  /** Without its video link, which is for people confirmed. */
  session: Omit<Session, 'videoUrl'>;
  action: Action;
  venue: Venue | null;
  slots: Slot[];
  carriers: { id: number; name: string }[];
};

export type SessionPage =
  | { ok: true; sessions: ListedSession[]; next: string | null }
  | { ok: false; reason: 'bad_cursor' };

export const maxPage = 100;

/**
 * From a session's first slot to its last, at most: a cycle over a season is several sessions. It
 * lets « not over yet » be read off the index by start.
 */
export const longestSession = 62 * day;

/** One page of sessions; `next` is the cursor of the following one, null on the last. */
export async function listSessions(
  db: Database,
  filters: SessionFilters,
  { now, limit = 50, cursor }: { now: number; limit?: number; cursor?: string | null },
): Promise<SessionPage> {
  const after = cursor ? readCursor(cursor) : null;
  if (cursor && !after) return { ok: false, reason: 'bad_cursor' };
  const size = Math.max(1, Math.min(limit, maxPage));
  const newestFirst = filters.status === 'past' || filters.status === 'cancelled';
  const direction = newestFirst ? desc : asc;
  const rows = await db
    .select({ session: shown, action: actions, venue: venues })
    .from(sessions)
    // A cross join keeps the order that is written: SQLite reads the sessions' index first.
    .crossJoin(actions)
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(
      and(
        eq(actions.id, sessions.actionId),
        ...conditions(filters, now),
        after ? beyond(after, newestFirst, filters.status === 'undated') : undefined,
      ),
    )
    .orderBy(
      ...(filters.status === 'undated'
        ? [asc(sessions.id)]
        : [direction(sessions.startsAt), direction(sessions.id)]),
    )
    .limit(size + 1);
  const page = rows.slice(0, size);
  const last = rows.length > size ? page.at(-1) : undefined;
  return {
    ok: true,
    sessions: await withSlotsAndCarriers(db, page),
    next: last ? writeCursor(last.session) : null,
  };
}

const { videoUrl: _, ...shown } = getTableColumns(sessions);

/** Literals and not parameters: SQLite takes a partial index only where it can prove its terms. */
const isUndated = sql`${sessions.dateState} = 'to_be_determined'`;
const takesPlace = sql`${sessions.state} = 'published'`;
const isCancelled = sql`${sessions.state} = 'cancelled'`;

const notOverAt = (at: number) =>
  and(gt(sessions.startsAt, at - longestSession), gt(sessions.endsAt, at));

function ofStatus(status: ListStatus | undefined, now: number): (SQL | undefined)[] {
  switch (status) {
    case 'coming':
      return [notOverAt(now)];
    case 'upcoming':
      return [takesPlace, notOverAt(now)];
    case 'past':
      return [takesPlace, lt(sessions.startsAt, now), lte(sessions.endsAt, now)];
    case 'undated':
      return [takesPlace, isUndated];
    case 'cancelled':
      return [isCancelled, sql`${sessions.startsAt} is not null`];
    case undefined:
      return [sql`${sessions.startsAt} is not null`];
  }
}

function conditions(filters: SessionFilters, now: number): (SQL | undefined)[] {
  const { from, to, month, audience, type, topic, town, venueId, mode, placesLeft } = filters;
  return [
    listed,
    ...ofStatus(filters.status, now),
    from === undefined ? undefined : notOverAt(from),
    to === undefined ? undefined : lt(sessions.startsAt, to),
    month && and(notOverAt(month.startsAt), lt(sessions.startsAt, month.endsAt)),
    audience && eq(actions.audience, audience),
    type && eq(actions.type, type),
    topic === undefined
      ? undefined
      : sql`exists (select 1 from json_each(${actions.topics}) where value = ${topic})`,
    town === undefined ? undefined : eq(venues.town, town),
    venueId === undefined ? undefined : eq(sessions.venueId, venueId),
    mode && eq(sessions.mode, mode),
    placesLeft
      ? sql`${takesPlace} and (${sessions.capacity} is null or ${sessions.seatsTaken} < ${sessions.capacity})`
      : undefined,
  ];
}

type Place = { startsAt: number; id: number };

const beyond = (after: Place, newestFirst: boolean, undated: boolean): SQL =>
  undated
    ? gt(sessions.id, after.id)
    : newestFirst
      ? sql`(${sessions.startsAt}, ${sessions.id}) < (${after.startsAt}, ${after.id})`
      : sql`(${sessions.startsAt}, ${sessions.id}) > (${after.startsAt}, ${after.id})`;

const writeCursor = (session: Pick<Session, 'startsAt' | 'id'>) =>
  `${(session.startsAt ?? 0).toString(36)}_${session.id.toString(36)}`;

/** The place that a cursor of ours names; null for anything else. */
function readCursor(cursor: string): Place | null {
  const [, startsAt, id] = /^(-?[0-9a-z]{1,10})_([0-9a-z]{1,10})$/.exec(cursor) ?? [];
  if (startsAt === undefined || id === undefined) return null;
  return { startsAt: Number.parseInt(startsAt, 36), id: Number.parseInt(id, 36) };
}

async function withSlotsAndCarriers(
  db: Database,
  page: Pick<ListedSession, 'session' | 'action' | 'venue'>[],
): Promise<ListedSession[]> {
  if (page.length === 0) return [];
  // One parameter each, where a list of ids could pass D1's hundred.
  const among = (ids: number[]) => sql`(select value from json_each(${JSON.stringify(ids)}))`;
  const sessionIds = page.map((row) => row.session.id);
  const actionIds = [...new Set(page.map((row) => row.action.id))];
  const [slotRows, carrierRows] = await db.batch([
    db
      .select()
      .from(slots)
      .where(inArray(slots.sessionId, among(sessionIds)))
      .orderBy(asc(slots.sessionId), asc(slots.startsAt)),
    db
      .select({
        actionId: actionCarriers.actionId,
        id: organisations.id,
        name: organisations.name,
      })
      .from(actionCarriers)
      .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
      .where(inArray(actionCarriers.actionId, among(actionIds)))
      .orderBy(asc(actionCarriers.position)),
  ]);
  const slotsOf = Map.groupBy(slotRows, (slot) => slot.sessionId);
  const carriersOf = Map.groupBy(carrierRows, (carrier) => carrier.actionId);
  return page.map((row) => ({
    ...row,
    slots: slotsOf.get(row.session.id) ?? [],
    carriers: (carriersOf.get(row.action.id) ?? []).map(({ id, name }) => ({ id, name })),
  }));
}
