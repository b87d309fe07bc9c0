/** What takes place on a day, for the organisers' first screen: the door is one press away. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { day, type Span } from '../../lib/dates';
import { visible } from '../mail/log';
import type { Session } from './schema';

export type SessionOfDay = {
  code: string;
  title: string;
  mode: Session['mode'];
  venue: string | null;
  /** From the day's first half-day to the end of its last. */
  startsAt: number;
  endsAt: number;
  /** 1 where these are hours, and no mere morning or day. */
  timed: number;
  seatsTaken: number;
  capacity: number | null;
};

/**
 * The published sessions with a half-day in the span, those that are over included, 20 at most; of
 * the actions that the organisation carries when one is given.
 */
export const listSessionsOfDay = (
  db: Database,
  span: Span,
  carrierId: number | null,
): Promise<SessionOfDay[]> =>
  select(
    db,
    // A half-day may go on past midnight: it began on the day before at most.
    sql`SELECT s.code, coalesce(s.title, a.title) AS title, s.mode, v.name AS venue,
      min(d.starts_at) AS startsAt, max(d.ends_at) AS endsAt,
      min(d.precision = 'time') AS timed, s.seats_taken AS seatsTaken, s.capacity
    FROM slots d CROSS JOIN sessions s ON s.id = d.session_id
      CROSS JOIN actions a ON a.id = s.action_id LEFT JOIN venues v ON v.id = s.venue_id
    WHERE d.starts_at >= ${span.startsAt - day} AND d.starts_at < ${span.endsAt}
      AND d.ends_at > ${span.startsAt} AND s.state = 'published' AND ${visible(carrierId)}
    GROUP BY s.id ORDER BY startsAt, s.id LIMIT 20`,
  );
