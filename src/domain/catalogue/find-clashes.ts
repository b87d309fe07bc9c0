/**
 * Clashes: another session at the same time in the same venue, or with the same speaker. They are
 * shown before saving and forbid nothing: a house has several rooms, and two people one name.
 */
import { and, asc, eq, gt, inArray, lt, ne, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { Span } from '../../lib/dates';
import { nameKey } from '../../lib/text';
import { venueId } from './directories';
import type { SessionInput } from './inputs';
import { longestSession } from './list-sessions';
import { actions, sessions, slots } from './schema';

export type Clash = {
  code: string;
  title: string;
  /** The slot of the other session that overlaps, the first one. */
  slot: Span;
  /** The name of the venue, or of the speaker, that both have. */
  venue: string | null;
  speakers: string[];
};

type Asked = Pick<SessionInput, 'slots' | 'venue' | 'speakers'>;

/** More at once than that are no clash but another calendar. */
const most = 50;

/** @param exceptIds the session itself, and its other half: both are one meeting */
export async function findClashes(
  db: Database,
  { slots: asked, venue, speakers }: Asked,
  exceptIds: readonly number[],
): Promise<Clash[]> {
  const names = new Set(speakers.flatMap(({ name }) => (name ? [nameKey(name)] : [])));
  if (!asked.length || (!venue && !names.size)) return [];
  const startsAt = Math.min(...asked.map((slot) => slot.startsAt));
  const endsAt = Math.max(...asked.map((slot) => slot.endsAt));
  const near = await db
    .select({
      id: sessions.id,
      code: sessions.code,
      title: sql<string>`coalesce(${sessions.title}, ${actions.title})`,
      speakers: sessions.speakers,
      isInVenue: sql<number | null>`${sessions.venueId} = ${venueId(venue)}`,
    })
    .from(sessions)
    .innerJoin(actions, eq(actions.id, sessions.actionId))
    .where(
      and(
        gt(sessions.startsAt, startsAt - longestSession),
        lt(sessions.startsAt, endsAt),
        gt(sessions.endsAt, startsAt),
        ne(sessions.state, 'cancelled'),
      ),
    )
    .orderBy(asc(sessions.startsAt))
    .limit(most);
  const shared = near
    .filter(({ id }) => !exceptIds.includes(id))
    .map((other) => ({
      ...other,
      venue: venue && other.isInVenue ? venue.name : null,
      speakers: other.speakers.flatMap(({ name }) =>
        name && names.has(nameKey(name)) ? name : [],
      ),
    }))
    .filter((other) => other.venue !== null || other.speakers.length);
  if (!shared.length) return [];
  const theirs = await db
    .select()
    .from(slots)
    .where(
      inArray(
        slots.sessionId,
        shared.map((other) => other.id),
      ),
    )
    .orderBy(asc(slots.startsAt));
  return shared.flatMap(({ id, code, title, venue: place, speakers: people }) => {
    const slot = theirs.find(
      (one) => one.sessionId === id && asked.some((mine) => overlaps(mine, one)),
    );
    return slot ? [{ code, title, slot, venue: place, speakers: people }] : [];
  });
}

const overlaps = (a: Span, b: Span) => a.startsAt < b.endsAt && b.startsAt < a.endsAt;
