/** Sessions that are over, of which nobody noted who came, for the first screen. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { visible } from '../mail/log';
import { isUnnoted } from './taken';

export type NotTaken = {
  id: number;
  code: string;
  title: string;
  startsAt: number;
  endsAt: number;
  /** Seats of whom nobody noted whether they came. */
  awaited: number;
};

/**
 * Published sessions that are over, for which nobody noted who came, or of some only, the latest
 * first. A session where people were counted is noted.
 * @param since those that ended after it (UTC ms)
 * @param carrierId those of actions that this organisation carries; null for all
 */
export const listAttendanceNotTaken = (
  db: Database,
  {
    now,
    since,
    limit,
    carrierId,
  }: { now: number; since: number; limit: number; carrierId: number | null },
): Promise<NotTaken[]> =>
  select<NotTaken>(
    db,
    sql`SELECT s.id, s.code, coalesce(s.title, a.title) AS title, s.starts_at AS startsAt,
        s.ends_at AS endsAt, (SELECT coalesce(sum(r.seats), 0) FROM registrations r
          WHERE r.session_id = s.id AND r.state = 'confirmed' AND ${isUnnoted}) AS awaited
      FROM sessions s JOIN actions a ON a.id = s.action_id
        LEFT JOIN session_attendance sa ON sa.session_id = s.id
      WHERE s.state = 'published' AND s.ends_at > ${since} AND s.ends_at <= ${now}
        AND (sa.taken_at IS NULL OR NOT EXISTS (SELECT 1 FROM headcounts h WHERE h.session_id = s.id)
          AND EXISTS (SELECT 1 FROM registrations r
            WHERE r.session_id = s.id AND r.state = 'confirmed' AND ${isUnnoted}))
        AND ${visible(carrierId)}
      ORDER BY s.ends_at DESC LIMIT ${limit}`,
  );
