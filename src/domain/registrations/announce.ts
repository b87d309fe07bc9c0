/**
 * What concerns everybody of a session, waiting list included: a cancelled or moved session. The fact
 * writes one announcement row; these steps turn it into a mail and a calendar update each, a bounded
 * number at a time, resuming where the last one stopped, and never twice to the same person.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import type { Announcement as AnnouncementFacts } from '../catalogue/announced';
import {
  type Actor,
  cancelFurtherDays,
  type Moment,
  mailFurtherDays,
  mailTo,
  remember,
} from './statements';

type Kind = keyof AnnouncementFacts;
type Announcement = {
  id: number;
  kind: Kind;
  session_id: number;
  facts: string;
  cursor: number;
  created_at: number;
};

/** Expands open announcements, oldest first, `limit` registrations at most; returns how many it did. */
export async function expandAnnouncements(
  db: Database,
  moment: Moment,
  limit = 100,
): Promise<number> {
  let done = 0;
  while (done < limit) {
    const [announcement] = await select<Announcement>(
      db,
      sql`SELECT * FROM announcements WHERE state = 'open' ORDER BY id LIMIT 1`,
    );
    if (!announcement) return done;
    done += await expandStep(db, announcement, moment, Math.min(25, limit - done));
  }
  return done;
}

async function expandStep(
  db: Database,
  announcement: Announcement,
  { now, timeZone }: Moment,
  limit: number,
): Promise<number> {
  const page = await select<{ id: number }>(
    db,
    sql`SELECT id FROM registrations WHERE session_id = ${announcement.session_id}
      AND id > ${announcement.cursor} ORDER BY id LIMIT ${limit}`,
  );
  const last = page.at(-1)?.id;
  const stillOurs = sql`EXISTS (SELECT 1 FROM announcements a WHERE a.id = ${announcement.id}
    AND a.state = 'open' AND a.cursor = ${announcement.cursor})`;
  if (last === undefined) {
    await transact(db, [
      sql`UPDATE announcements SET state = 'done' WHERE id = ${announcement.id} AND ${stillOurs}`,
    ]);
    return 0;
  }
  const decision = newToken();
  const step = {
    decision,
    now,
    timeZone,
    announcementId: announcement.id,
    range: sql`r.session_id = ${announcement.session_id}
      AND r.id > ${announcement.cursor} AND r.id <= ${last}`,
    stillOurs,
    createdAt: announcement.created_at,
  };
  const statements =
    announcement.kind === 'session_cancelled'
      ? cancelled(JSON.parse(announcement.facts), step)
      : changed(JSON.parse(announcement.facts), step);
  await transact(db, [
    ...statements,
    sql`UPDATE announcements SET cursor = ${last} WHERE id = ${announcement.id} AND ${stillOurs}`,
  ]);
  return page.length;
}

type Step = {
  decision: string;
  now: number;
  timeZone: string;
  announcementId: number;
  range: SQL;
  stillOurs: SQL;
  createdAt: number;
};

const system: Actor = 'system';

/** Ends every live registration; the event leaves the calendars that have it. */
function cancelled(facts: AnnouncementFacts['session_cancelled'], step: Step): SQL[] {
  const { now, announcementId } = step;
  const ours = sql`${step.range} AND r.decision = ${step.decision}`;
  return [
    sql`UPDATE registrations AS r SET state = 'cancelled', ended_by = 'session_cancelled',
        decision = ${step.decision}, calendar_sequence = calendar_sequence + (calendar_days > 0),
        state_changed_at = ${now}
      WHERE ${step.range} AND r.state <> 'cancelled' AND ${step.stillOurs}`,
    sql`UPDATE parties SET state = 'cancelled', seats = 0, decision = ${step.decision}
      WHERE id IN (SELECT r.party_id FROM registrations r WHERE ${ours})`,
    remember(ours, { event: 'session_cancelled', actor: system, now }),
    mailTo(ours, {
      kind: 'session_cancelled',
      facts,
      calendar: sql`iif(r.calendar_days > 0, r.calendar_sequence, NULL)`,
      announcementId,
      now,
    }),
    ...cancelFurtherDays(
      ours,
      { from: 1, most: byDay(facts.session.slots, step.timeZone).length },
      { facts, announcementId, now },
    ),
  ];
}

/**
 * Tells everyone who was there before the change (who came after it was told the new facts), and
 * moves the entries of those confirmed: one REQUEST a day that there is now, one CANCEL for each day
 * that there is no more.
 */
function changed(facts: AnnouncementFacts['session_changed'], step: Step): SQL[] {
  const { now, announcementId } = step;
  const { session } = facts;
  const ours = sql`${step.range} AND r.decision = ${step.decision}`;
  const confirmed = sql`${ours} AND r.state = 'confirmed'`;
  const days = byDay(session.slots, step.timeZone).length;
  const most = byDay(facts.before.slots, step.timeZone).length;
  return [
    sql`UPDATE registrations AS r SET decision = ${step.decision},
        calendar_sequence = calendar_sequence + (state = 'confirmed')
      WHERE ${step.range} AND r.state <> 'cancelled' AND r.state_changed_at <= ${step.createdAt}
        AND ${step.stillOurs}`,
    remember(ours, { event: 'session_changed', actor: system, now }),
    mailTo(ours, {
      kind: 'session_changed',
      facts,
      calendar: sql`iif(r.state = 'confirmed' AND ${days} > 0, r.calendar_sequence, NULL)`,
      announcementId,
      now,
    }),
    ...mailFurtherDays(confirmed, days, {
      facts: { session },
      calendar: sql`r.calendar_sequence`,
      announcementId,
      now,
    }),
    ...cancelFurtherDays(
      confirmed,
      { from: days, most },
      {
        facts: { session: facts.before, now: session, reason: facts.reason },
        announcementId,
        now,
      },
    ),
    sql`UPDATE registrations AS r SET calendar_days = ${days} WHERE ${confirmed}`,
  ];
}
