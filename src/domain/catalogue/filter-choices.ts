/** What the programme's filters offer: only what some coming session would answer to. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { localMonth } from '../../lib/dates';
import { longestSession } from './list-sessions';
import type { ActionType, Audience, Mode } from './schema';

export type FilterChoices = {
  towns: string[];
  topics: string[];
  types: ActionType[];
  audiences: Audience[];
  modes: Mode[];
  /** '2026-03' and so on, in order. */
  months: string[];
};

type Row = {
  starts_at: number;
  mode: Mode | null;
  town: string | null;
  type: ActionType;
  audience: Audience;
  topics: string;
};

/** One query over the next sessions, five hundred at most: beyond that nobody reads a menu. */
export async function listFilterChoices(
  db: Database,
  { now, timeZone }: { now: number; timeZone: string },
): Promise<FilterChoices> {
  const rows = await select<Row>(
    db,
    sql`SELECT s.starts_at, s.mode, v.town, a.type, a.audience, a.topics
        FROM sessions s CROSS JOIN actions a ON a.id = s.action_id
        LEFT JOIN venues v ON v.id = s.venue_id
        WHERE s.visibility = 'public' AND s.state IN ('published', 'cancelled')
          AND s.starts_at > ${now - longestSession} AND s.ends_at > ${now}
        ORDER BY s.starts_at, s.id LIMIT 500`,
  );
  const byName = (a: string, b: string) => a.localeCompare(b, 'fr');
  return {
    towns: distinct(rows.map((row) => row.town)).sort(byName),
    topics: distinct(rows.flatMap((row) => JSON.parse(row.topics) as string[])).sort(byName),
    types: distinct(rows.map((row) => row.type)),
    audiences: distinct(rows.map((row) => row.audience)),
    modes: distinct(rows.map((row) => row.mode)),
    months: distinct(rows.map((row) => localMonth(Math.max(row.starts_at, now), timeZone))),
  };
}

const distinct = <T extends string>(values: readonly (T | null)[]): T[] => [
  ...new Set(values.filter((value): value is T => value !== null && value !== '')),
];
