/**
 * The same seat under another address: handed to a named colleague, or to the address that was meant.
 * The link that went out ends (holder_version), and the seat is never free in between.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { byDay, minute } from '../../lib/dates';
import { emailKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { mailAlreadyRegistered } from './links-by-mail';
import type { Registration } from './schema';
import {
  type Actor,
  cancelFurtherDays,
  liveRegistration,
  type Moment,
  mailFurtherDays,
  mailTo,
  rankOf,
  remember,
} from './statements';

export type NewHolder = {
  firstName: string;
  lastName: string;
  email: string;
  locale: 'fr' | 'en';
  profession?: string | null;
};
export type HandoverOutcome =
  | { ok: true; holderVersion: number }
  | { ok: false; reason: 'not_live' | 'already_registered' };

/**
 * Hands a confirmed seat to a named colleague. The old link ends with it, the former holder's calendar
 * lets the event go, and the new holder gets a registration of their own, to be checked anew where
 * the session checks eligibility. What only concerned the former holder (phone, note) is dropped.
 */
export async function handOver(
  db: Database,
  registration: Registration,
  holder: NewHolder,
  { now, timeZone }: Moment,
): Promise<HandoverOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (!view || !['confirmed', 'pending'].includes(registration.state))
    return { ok: false, reason: 'not_live' };
  if (view.session.endsAt !== null && view.session.endsAt <= now)
    return { ok: false, reason: 'not_live' };
  const key = emailKey(holder.email);
  const session = factsOf(view);
  const days = byDay(view.slots, timeZone).length;
  const state = view.session.checksEligibility ? 'pending' : 'confirmed';
  const decision = newToken();
  const allowed = sql`r.id = ${registration.id} AND r.state IN ('confirmed', 'pending')
    AND r.holder_version = ${registration.holderVersion} AND r.session_id = ${view.session.id}
    AND NOT ${liveRegistration(view.session.id, [key])}
    AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = r.session_id AND s.version = ${view.session.version})`;
  const outcomes = await transact(db, [
    // The former holder first, while the row still has their address.
    mailTo(allowed, {
      kind: 'handed_over',
      facts: { session },
      calendar: sql`iif(r.calendar_days > 0, r.calendar_sequence + 1, NULL)`,
      now,
    }),
    ...cancelFurtherDays(
      allowed,
      { from: 1, most: Math.max(days, registration.calendarDays) },
      { facts: { session }, calendar: sql`r.calendar_sequence + 1`, now },
    ),
    sql`UPDATE registrations AS r SET first_name = ${holder.firstName}, last_name = ${holder.lastName},
        email = ${holder.email.trim()}, email_key = ${key}, locale = ${holder.locale},
        profession = ${holder.profession || null}, phone = NULL, town = NULL, note = NULL,
        holder_version = holder_version + 1, calendar_sequence = 0, eligible_at = NULL,
        state = ${state}, calendar_days = ${state === 'confirmed' ? days : 0}, decision = ${decision},
        state_changed_at = ${now}
      WHERE ${allowed} RETURNING holder_version AS holderVersion`,
    ...welcomeHolder(registration.id, decision, { session, days, event: 'handed_over', now }),
  ]);
  const updated = outcomes.flatMap((o) => o.rows)[0];
  if (updated) return { ok: true, holderVersion: Number(updated.holderVersion) };
  const taken = await mailAlreadyRegistered(db, session, [key], now);
  return { ok: false, reason: taken ? 'already_registered' : 'not_live' };
}

export const correctionWindow = 30 * minute;
export type CorrectionOutcome =
  | { ok: true; holderVersion: number }
  | { ok: false; reason: 'too_late' | 'not_live' | 'already_registered' };

/**
 * Right after registering, one can correct a mistyped address: the link that went to the wrong one
 * ends, mails not sent yet are dropped, and the right one gets its own.
 * Refused half an hour after registering: from then on, the seat can be handed over.
 */
export async function correctAddress(
  db: Database,
  registration: Registration,
  email: string,
  { now, timeZone }: Moment,
  actor: Actor = 'person',
): Promise<CorrectionOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (!view || registration.state === 'cancelled') return { ok: false, reason: 'not_live' };
  if (actor === 'person' && now > registration.createdAt + correctionWindow)
    return { ok: false, reason: 'too_late' };
  const key = emailKey(email);
  if (key === registration.emailKey) return { ok: true, holderVersion: registration.holderVersion };
  const session = factsOf(view);
  const days = byDay(view.slots, timeZone).length;
  const decision = newToken();
  const outcomes = await transact(db, [
    sql`UPDATE registrations SET email = ${email.trim()}, email_key = ${key},
        holder_version = holder_version + 1, calendar_sequence = 0, decision = ${decision},
        state_changed_at = ${now}
      WHERE id = ${registration.id} AND state <> 'cancelled'
        AND holder_version = ${registration.holderVersion}
        AND NOT ${liveRegistration(registration.sessionId, [key])}
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${view.session.id} AND s.version = ${view.session.version})
      RETURNING holder_version AS holderVersion`,
    sql`UPDATE outbox SET state = 'superseded' WHERE registration_id = ${registration.id} AND state = 'queued'
      AND EXISTS (SELECT 1 FROM registrations r WHERE r.id = ${registration.id} AND r.decision = ${decision})`,
    ...welcomeHolder(registration.id, decision, {
      session,
      days,
      event: 'address_corrected',
      now,
      actor,
    }),
  ]);
  const updated = outcomes.flatMap((o) => o.rows)[0];
  if (updated) return { ok: true, holderVersion: Number(updated.holderVersion) };
  const taken = await mailAlreadyRegistered(db, session, [key], now);
  return { ok: false, reason: taken ? 'already_registered' : 'not_live' };
}

type Welcome = {
  session: ReturnType<typeof factsOf>;
  days: number;
  event: string;
  now: number;
  actor?: Actor;
};

/** The mail that a registration's state calls for, to whoever holds it now. */
function welcomeHolder(
  id: number,
  decision: string,
  { session, days, event, now, actor = 'person' }: Welcome,
): SQL[] {
  const ours = sql`r.id = ${id} AND r.decision = ${decision}`;
  return [
    remember(ours, { event, actor, now }),
    mailTo(ours, {
      kind: sql`CASE r.state WHEN 'confirmed' THEN 'registered' WHEN 'pending' THEN 'being_checked'
        WHEN 'offered' THEN 'offer' ELSE 'waitlisted' END`,
      facts: { session, byColleague: event === 'handed_over' },
      computed: {
        '$.rank': sql`iif(r.state = 'waitlisted', ${rankOf}, NULL)`,
        '$.expiresAt': sql`(SELECT p.offer_expires_at FROM parties p WHERE p.id = r.party_id)`,
        '$.byColleague': sql`json(${event === 'handed_over' ? 'true' : 'false'})`,
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
