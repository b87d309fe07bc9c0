/**
 * What needs an organiser, for the first screen: one list a reason, ten sessions at most in each,
 * the most urgent first. Every statement reads a narrow index, so the screen costs what it shows.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { day, hour, minute } from '../../lib/dates';
import { visible } from '../mail/log';

export type Need = {
  code: string;
  title: string;
  startsAt: number | null;
  /** How many: seats taken, offers, mails, people; as the reason has it. */
  count: number;
};

export type Needs = {
  /** Under their minimum, two weeks ahead: go or no-go. */
  underMinimum: (Need & { minimum: number; version: number })[];
  /** Offers that lapse within six hours; lapsesAt is the first. */
  offers: (Need & { lapsesAt: number })[];
  /** Places held until someone checks who may have them. */
  toCheck: Need[];
  /** Mails that wait though they were tried: since when the first does, and what the server said. */
  waitingMails: { count: number; since: number; lastError: string }[];
  /**
   * Mails that could not be delivered, of the last hundred that failed, for a month or until someone
   * dealt with them; without a session for those about none (accounts, certificates).
   */
  failedMails: (Omit<Need, 'code' | 'title'> & { code: string | null; title: string | null })[];
  /** Questionnaires still open though the session is over: sheets to type in, then to close. */
  openSurveys: (Need & { moment: 'after' })[];
  /** Without a date, with people who wait for it. */
  undated: Need[];
};

const most = 10;
/** Nearer than that, a session under its minimum asks for a decision. */
export const decisionTime = 14 * day;
/** A queue takes a minute or two; longer, once it was tried, something is wrong. */
export const mailPatience = 10 * minute;
/** Of what waits, the rows that are looked through. */
const mostWaiting = 500;

const shown = sql`s.code, coalesce(s.title, a.title) AS title, s.starts_at AS startsAt`;

/** @param carrierId only the sessions of the actions that it carries; null for all */
export async function listNeeds(
  db: Database,
  carrierId: number | null,
  now: number,
): Promise<Needs> {
  const own = visible(carrierId);
  const list = <T>(statement: SQL) => select<T>(db, statement);
  const [underMinimum, offers, toCheck, waitingMails, failedMails, openSurveys, undated] =
    await Promise.all([
      list<Needs['underMinimum'][number]>(sql`
      SELECT ${shown}, s.seats_taken AS count, s.min_seats AS minimum, s.version
      FROM sessions s CROSS JOIN actions a ON a.id = s.action_id
      WHERE s.starts_at >= ${now} AND s.starts_at < ${now + decisionTime}
        AND s.state = 'published' AND s.seats_taken < s.min_seats AND s.kept_at IS NULL AND ${own}
      ORDER BY s.starts_at LIMIT ${most}`),
      list<Needs['offers'][number]>(sql`
      SELECT ${shown}, count(*) AS count, min(p.offer_expires_at) AS lapsesAt
      FROM parties p CROSS JOIN sessions s ON s.id = p.session_id
        CROSS JOIN actions a ON a.id = s.action_id
      WHERE p.state = 'offered' AND p.offer_expires_at < ${now + 6 * hour} AND ${own}
      GROUP BY s.id ORDER BY lapsesAt LIMIT ${most}`),
      list<Need>(sql`
      SELECT ${shown}, count(*) AS count
      FROM registrations r CROSS JOIN sessions s ON s.id = r.session_id
        CROSS JOIN actions a ON a.id = s.action_id
      WHERE r.state = 'pending' AND s.ends_at > ${now} AND ${own}
      GROUP BY s.id ORDER BY s.starts_at LIMIT ${most}`),
      // The server's words are those to the mail that was tried most: SQLite takes max()'s row.
      list<Needs['waitingMails'][number]>(sql`
      SELECT count, since, lastError FROM (
        SELECT count(*) AS count, min(m.created_at) AS since, max(m.attempts) AS tries,
          m.last_error AS lastError
        FROM (SELECT * FROM outbox WHERE state = 'queued' ORDER BY next_attempt_at, id
            LIMIT ${mostWaiting}) m
          LEFT JOIN sessions s ON s.id = m.session_id
        WHERE m.created_at <= ${now - mailPatience} AND m.kind <> 'login_link'
          AND ${visible(carrierId)})
      WHERE tries > 0 AND lastError IS NOT NULL`),
      list<Needs['failedMails'][number]>(sql`
      SELECT ${shown}, count(*) AS count
      FROM (SELECT id, session_id, kind, created_at FROM outbox
          WHERE state = 'failed' AND settled_at IS NULL ORDER BY id DESC LIMIT 100) m
        LEFT JOIN sessions s ON s.id = m.session_id LEFT JOIN actions a ON a.id = s.action_id
      WHERE m.created_at > ${now - 30 * day} AND m.kind <> 'login_link' AND ${visible(carrierId)}
      GROUP BY m.session_id ORDER BY max(m.id) DESC LIMIT ${most}`),
      list<Needs['openSurveys'][number]>(sql`
      SELECT ${shown}, 1 AS count, v.moment
      FROM surveys v CROSS JOIN sessions s ON s.id = v.session_id CROSS JOIN actions a ON a.id = s.action_id
      WHERE v.state = 'open' AND v.moment = 'after' AND s.ends_at <= ${now} AND ${own}
      ORDER BY s.ends_at LIMIT ${most}`),
      list<Need>(sql`
      SELECT * FROM (
        SELECT ${shown}, (SELECT count(*) FROM date_watchers w WHERE w.session_id = s.id) AS count
        FROM sessions s CROSS JOIN actions a ON a.id = s.action_id
        WHERE s.date_state = 'to_be_determined' AND s.state = 'published' AND ${own})
      WHERE count > 0 ORDER BY count DESC LIMIT ${most}`),
    ]);
  return { underMinimum, offers, toCheck, waitingMails, failedMails, openSurveys, undated };
}
