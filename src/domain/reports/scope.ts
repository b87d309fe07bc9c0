/**
 * What a report covers: a year of the network, or of one action. A session counts in the year in which
 * it starts, by the network's clock; one without a date in the year in which it was published.
 */
import { type SQL, sql } from 'drizzle-orm';
import { startOfDay } from '../../lib/dates';

export type Scope = { year: number; timeZone: string; actionId?: number };

const spanOf = ({ year, timeZone }: Scope) => ({
  from: startOfDay(`${year}-01-01`, timeZone),
  to: startOfDay(`${year + 1}-01-01`, timeZone),
});

/** The condition on sessions s; drafts are nobody's figures. */
export function within(scope: Scope): SQL {
  const { from, to } = spanOf(scope);
  if (scope.actionId !== undefined)
    return sql`s.action_id = ${scope.actionId} AND s.state <> 'draft'
      AND coalesce(s.starts_at, s.published_at, s.created_at) >= ${from}
      AND coalesce(s.starts_at, s.published_at, s.created_at) < ${to}`;
  // Two ranges of two indexes, so that what the other years hold costs nothing.
  return sql`s.id IN (
      SELECT id FROM sessions WHERE starts_at >= ${from} AND starts_at < ${to}
      UNION ALL
      SELECT id FROM sessions WHERE starts_at IS NULL
        AND coalesce(published_at, created_at) >= ${from} AND coalesce(published_at, created_at) < ${to}
    ) AND s.state <> 'draft'`;
}

/** The condition on meetings m. */
export const meetingsWithin = ({ year, actionId }: Scope): SQL =>
  actionId === undefined
    ? sql`m.year = ${year}`
    : sql`m.year = ${year} AND m.id IN (SELECT meeting_id FROM meeting_actions WHERE action_id = ${actionId})`;
