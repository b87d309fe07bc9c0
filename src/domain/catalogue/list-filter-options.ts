/** What the programme's filters offer: only what some coming session has, so that no choice is empty. */
import { and, eq, gt } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { localMonth } from '../../lib/dates';
import { listed } from './known';
import { longestSession } from './list-sessions';
import { actions, sessions, venues } from './schema';

export type FilterOptions = { themes: string[]; towns: string[]; months: string[] };

/** A season: beyond it the filters offer what the first of it have. */
const mostSessions = 300;

export async function listFilterOptions(
  db: Database,
  { now, timeZone }: { now: number; timeZone: string },
): Promise<FilterOptions> {
  const rows = await db
    .select({ startsAt: sessions.startsAt, town: venues.town, topics: actions.topics })
    .from(sessions)
    .innerJoin(actions, eq(actions.id, sessions.actionId))
    .leftJoin(venues, eq(venues.id, sessions.venueId))
    .where(and(listed, gt(sessions.startsAt, now - longestSession), gt(sessions.endsAt, now)))
    .orderBy(sessions.startsAt, sessions.id)
    .limit(mostSessions);
  const distinct = (values: (string | null)[]) =>
    [...new Set(values.filter((value) => value !== null))].sort(inFrench.compare);
  return {
    themes: distinct(rows.flatMap((row) => row.topics)),
    towns: distinct(rows.map((row) => row.town)),
    months: distinct(
      rows.map((row) => (row.startsAt === null ? null : localMonth(row.startsAt, timeZone))),
    ),
  };
}

const inFrench = new Intl.Collator('fr');
