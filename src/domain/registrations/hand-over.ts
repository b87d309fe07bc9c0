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
import { isOver } from '../catalogue/registration-window';
import { mailAlreadyRegistered } from './links-by-mail';
import { mailStanding } from './mail-standing';
import type { Registration } from './schema';
import {
  type Actor,
  cancelFurtherDays,
  liveRegistration,
  type Moment,
  mailTo,
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
 * What else goes over in the same batch, before the row says whose it is now: statements over the
 * registration r of the condition, from the concepts that build on this one.
 */
export type Alongside = (allowed: SQL) => SQL[];

/**
 * Hands a confirmed seat to a named colleague. The old link ends with it, the former holder's calendar
 * lets the event go, and the new holder gets a registration of their own, to be checked anew where
 * the session checks eligibility. What only concerned the former holder (phone, note) is dropped.
 */
export async function handOverRegistration(
  db: Database,
  registration: Registration,
  holder: NewHolder,
  { now, timeZone }: Moment,
  alongside: Alongside,
): Promise<HandoverOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (!view || !['confirmed', 'pending'].includes(registration.state))
    return { ok: false, reason: 'not_live' };
  if (isOver(view.session, now)) return { ok: false, reason: 'not_live' };
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
    ...alongside(allowed),
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
        holder_version = holder_version + 1, version = version + 1, calendar_sequence = 0,
        eligible_at = NULL,
        state = ${state}, calendar_days = ${state === 'confirmed' ? days : 0}, decision = ${decision},
        state_changed_at = ${now}
      WHERE ${allowed} RETURNING holder_version AS holderVersion`,
    ...mailStanding(sql`r.id = ${registration.id} AND r.decision = ${decision}`, {
      session,
      days,
      event: 'handed_over',
      now,
      byColleague: sql`1`,
    }),
  ]);
  const updated = outcomes.flatMap((o) => o.rows)[0];
  if (updated) return { ok: true, holderVersion: Number(updated.holderVersion) };
  const taken = await mailAlreadyRegistered(db, session, [key], now);
  return { ok: false, reason: taken ? 'already_registered' : 'not_live' };
}

export const correctionWindow = 30 * minute;
export type CorrectionOutcome =
  | { ok: true; holderVersion: number }
  | { ok: false; reason: 'too_late' | 'not_live' | 'already_registered' | 'same_address' };

/**
 * Right after registering, one can correct a mistyped address: the link that went to the wrong one
 * ends, mails not sent yet are withdrawn, and the right one gets its own. An entry that the former
 * address was sent leaves its calendar: nothing would ever change it again. Once the session is over
 * nothing is mailed to the right one.
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
  if (key === registration.emailKey) {
    // A second press of what was corrected a moment ago changes nothing more.
    const repeated =
      registration.holderVersion > 1 && now - registration.stateChangedAt < 2 * minute;
    if (!repeated) return { ok: false, reason: 'same_address' };
    return { ok: true, holderVersion: registration.holderVersion };
  }
  const session = factsOf(view);
  const days = byDay(view.slots, timeZone).length;
  const decision = newToken();
  const allowed = sql`r.id = ${registration.id} AND r.state <> 'cancelled'
    AND r.holder_version = ${registration.holderVersion}
    AND NOT ${liveRegistration(registration.sessionId, [key])}
    AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${view.session.id} AND s.version = ${view.session.version})`;
  const ours = sql`r.id = ${registration.id} AND r.decision = ${decision}`;
  const invited = sql`${allowed} AND r.calendar_days > 0 AND EXISTS (SELECT 1 FROM outbox o
    WHERE o.registration_id = r.id AND o.holder_version = r.holder_version
      AND o.calendar_sequence IS NOT NULL AND o.state IN ('sending', 'sent'))`;
  const farewell = { facts: { session }, calendar: sql`r.calendar_sequence + 1`, now };
  const outcomes = await transact(db, [
    // The former address first, while the row still has it.
    mailTo(invited, { ...farewell, kind: 'address_left' }),
    ...cancelFurtherDays(
      invited,
      { from: 1, most: Math.max(days, registration.calendarDays) },
      farewell,
    ),
    sql`UPDATE registrations AS r SET email = ${email.trim()}, email_key = ${key},
        holder_version = holder_version + 1, calendar_sequence = 0, decision = ${decision},
        state_changed_at = ${now}
      WHERE ${allowed} RETURNING holder_version AS holderVersion`,
    // Put right when all is over, it is for what is still to come: nobody confirms yesterday's place.
    ...(isOver(view.session, now)
      ? [remember(ours, { event: 'address_corrected', actor, now })]
      : mailStanding(ours, {
          session,
          days,
          event: 'address_corrected',
          now,
          actor,
          byColleague: sql`0`,
        })),
  ]);
  const updated = outcomes.flatMap((o) => o.rows)[0];
  if (updated) return { ok: true, holderVersion: Number(updated.holderVersion) };
  const taken = await mailAlreadyRegistered(db, session, [key], now);
  return { ok: false, reason: taken ? 'already_registered' : 'not_live' };
}
