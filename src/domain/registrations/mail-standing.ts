/**
 * The mail that a registration's state calls for, to whoever holds it now: confirmed, being checked,
 * offered a place, or waiting. It overtakes what was mailed of the state before (migration 0105).
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { byDay, minute } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { isOver } from '../catalogue/registration-window';
import type { Registration } from './schema';
import { type Actor, type Moment, mailFurtherDays, mailTo, rankOf, remember } from './statements';

type Standing = {
  session: SessionFacts;
  days: number;
  event: string;
  now: number;
  actor?: Actor;
  /** Whether someone else registered or named registration r. */
  byColleague: SQL;
};

/** The mails of the registrations r of the condition, and the line of history of each. */
export function mailStanding(
  ours: SQL,
  { session, days, event, now, actor = 'person', byColleague }: Standing,
): SQL[] {
  return [
    remember(ours, { event, actor, now }),
    mailTo(ours, {
      kind: sql`CASE r.state WHEN 'confirmed' THEN 'registered' WHEN 'pending' THEN 'being_checked'
        WHEN 'offered' THEN 'offer' ELSE 'waitlisted' END`,
      facts: { session },
      computed: {
        '$.rank': sql`iif(r.state = 'waitlisted', ${rankOf}, NULL)`,
        '$.expiresAt': sql`(SELECT p.offer_expires_at FROM parties p WHERE p.id = r.party_id)`,
        '$.byColleague': sql`json(iif(${byColleague}, 'true', 'false'))`,
      },
      calendar: sql`iif(r.state = 'confirmed' AND ${days} > 0, r.calendar_sequence, NULL)`,
      now,
    }),
    ...mailFurtherDays(sql`${ours} AND r.state = 'confirmed'`, days, {
      facts: { session },
      calendar: sql`r.calendar_sequence`,
      now,
    }),
  ];
}

export type ResendOutcome =
  | { ok: true }
  | { ok: false; reason: 'not_live' | 'no_address' | 'past' | 'changed_meanwhile' };

/** Between two presses: a double click, or two organisers, mail once. */
const pause = 2 * minute;

/**
 * Mails where a registration stands once more, for someone who lost the message or never had it: as
 * it is now, whatever failed before, under the same calendar entry. What went within the last two
 * minutes is not doubled.
 */
export async function resendStanding(
  db: Database,
  registration: Registration,
  { now, timeZone }: Moment,
  actor: Actor,
): Promise<ResendOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (view?.session.state !== 'published' || registration.state === 'cancelled')
    return { ok: false, reason: 'not_live' };
  if (registration.email === null) return { ok: false, reason: 'no_address' };
  if (isOver(view.session, now)) return { ok: false, reason: 'past' };
  const decision = newToken();
  const justSent = sql`EXISTS (SELECT 1 FROM outbox o WHERE o.registration_id = r.id
    AND o.holder_version = r.holder_version AND o.created_at > ${now - pause}
    AND o.state IN ('queued', 'sending', 'sent')
    AND o.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved'))`;
  const same = sql`r.id = ${registration.id} AND r.state = ${registration.state}
    AND r.holder_version = ${registration.holderVersion}`;
  const [marked, , going] = await transact(db, [
    sql`UPDATE registrations AS r SET decision = ${decision}
      WHERE ${same} AND NOT ${justSent} AND EXISTS (SELECT 1 FROM sessions s
        WHERE s.id = r.session_id AND s.state = 'published' AND s.version = ${view.session.version})
      RETURNING id`,
    // It tells all that a change which did not arrive would have told.
    sql`UPDATE outbox SET state = 'superseded'
      WHERE registration_id = ${registration.id} AND state = 'failed' AND kind = 'session_changed'
        AND EXISTS (SELECT 1 FROM registrations r WHERE r.id = ${registration.id} AND r.decision = ${decision})`,
    sql`SELECT 1 FROM registrations r WHERE ${same} AND ${justSent}`,
    ...mailStanding(sql`r.id = ${registration.id} AND r.decision = ${decision}`, {
      session: factsOf(view),
      days: byDay(view.slots, timeZone).length,
      event: 'standing_resent',
      now,
      actor,
      byColleague: sql`r.registered_by IS NOT NULL`,
    }),
  ]);
  if (marked?.rows.length || going?.rows.length) return { ok: true };
  return { ok: false, reason: 'changed_meanwhile' };
}
