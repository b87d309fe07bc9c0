/**
 * What only an organiser can do: register the person who phoned, fill the seats between `capacity`
 * and `maxCapacity` with a reason that is kept, confirm anyone by hand, and decide on eligibility.
 * Past `maxCapacity` nothing goes, and the database refuses it too.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { isOver } from '../catalogue/registration-window';
import { type CancelOutcome, cancelRegistration } from './cancel';
import { emailKeys, type Registrant } from './party';
import type { Registration } from './schema';
import { type Registered, seat } from './seat';
import {
  type Actor,
  liveRegistration,
  type Moment,
  mailFurtherDays,
  mailTo,
  mayTake,
  type Passes,
  passes,
  remember,
} from './statements';

export type ByHandRefusal =
  | 'not_published'
  | 'already_registered'
  | 'over_capacity_needs_reason'
  | 'over_max'
  | 'changed_meanwhile';
export type ByHandOutcome<T> = ({ ok: true } & T) | { ok: false; reason: ByHandRefusal };

/**
 * Registers someone who phoned or wrote, with or without an address; confirmed, or put at the end of
 * the waiting list. The organiser may pass those who wait: people decide.
 */
export async function registerByHand(
  db: Database,
  input: {
    sessionId: number;
    registrant: Registrant;
    waitlist?: boolean;
    overCapacityReason?: string | null;
    submissionKey: string;
    source?: 'organiser' | 'import';
  },
  actor: Actor,
  moment: Moment,
): Promise<ByHandOutcome<{ registration: Registered }>> {
  const view = await findSessionById(db, input.sessionId);
  if (view?.session.state !== 'published') return { ok: false, reason: 'not_published' };
  const repeated = await findBySubmission(db, input);
  if (repeated) return { ok: true, registration: repeated };
  const reason = input.overCapacityReason?.trim() || null;
  const { seats } = input.registrant;
  const isNew = sql`NOT EXISTS (SELECT 1 FROM registrations d
    WHERE d.submission_key = ${input.submissionKey} AND +d.session_id = ${input.sessionId})`;
  const registrants: [Registrant] = [input.registrant];
  const [registration] = await seat(
    db,
    view,
    {
      sessionId: input.sessionId,
      registrants,
      together: false,
      submissionKey: input.submissionKey,
    },
    moment,
    {
      actor,
      source: input.source ?? 'organiser',
      overCapacityReason: reason,
      state: () =>
        input.waitlist
          ? sql`CASE WHEN ${isNew} THEN 'waitlisted' END`
          : sql`CASE WHEN ${isNew} AND ${mayTake(sql`${seats}`, reason)} THEN 'confirmed' END`,
    },
  );
  // A second press at the same moment: the first one has registered them.
  const made = registration ?? (await findBySubmission(db, input));
  if (made) return { ok: true, registration: made };
  return {
    ok: false,
    reason: await whyRefused(db, view.session.id, seats, {
      reason,
      emailKeys: emailKeys({ registrants }),
    }),
  };
}

async function findBySubmission(
  db: Database,
  input: { sessionId: number; submissionKey: string },
): Promise<Registered | undefined> {
  const [found] = await select<Registered>(
    db,
    sql`SELECT id, holder_version AS holderVersion, state FROM registrations
      WHERE submission_key = ${input.submissionKey} AND +session_id = ${input.sessionId}`,
  );
  return found;
}

async function whyRefused(
  db: Database,
  sessionId: number,
  seats: number,
  given: { reason: string | null; emailKeys: string[] },
): Promise<ByHandRefusal> {
  const [found] = await select<Passes & { taken: number }>(
    db,
    sql`SELECT ${liveRegistration(sessionId, given.emailKeys)} AS taken, ${passes(sql`${seats}`)}
      FROM sessions s WHERE s.id = ${sessionId}`,
  );
  if (found?.taken) return 'already_registered';
  if (found?.overMax) return 'over_max';
  if (found?.overCapacity && !given.reason) return 'over_capacity_needs_reason';
  return 'changed_meanwhile';
}

/**
 * Confirms by hand someone who waits, was offered a place, or is being checked, with the whole party
 * that they answer for. Repeating it changes nothing.
 */
export async function confirmByHand(
  db: Database,
  registration: Registration,
  overCapacityReason: string | null,
  actor: Actor,
  { now, timeZone }: Moment,
): Promise<ByHandOutcome<{ repeated: boolean }>> {
  if (registration.state === 'confirmed') return { ok: true, repeated: true };
  const view = await findSessionById(db, registration.sessionId);
  if (view?.session.state !== 'published') return { ok: false, reason: 'not_published' };
  const session = factsOf(view);
  // Whoever is confirmed when all is over was there: no mail, and no entry for yesterday.
  const isPast = isOver(view.session, now);
  const days = isPast ? 0 : byDay(view.slots, timeZone).length;
  const reason = overCapacityReason?.trim() || null;
  const decision = newToken();
  const ours = sql`r.party_id = ${registration.partyId} AND r.decision = ${decision}`;
  const more = sql`iif(p.state = 'waitlisted', p.seats, 0)`;
  // Of a party that is confirmed: a seat was handed over, to someone who is checked in their turn.
  const hasOneToCheck = sql`EXISTS (SELECT 1 FROM registrations m
    WHERE m.party_id = p.id AND m.state = 'pending')`;
  const [decided] = await transact(db, [
    sql`UPDATE parties AS p SET state = 'confirmed', decision = ${decision}
      WHERE p.id = ${registration.partyId} AND (p.state IN ('waitlisted', 'offered', 'pending')
          OR ${hasOneToCheck})
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = p.session_id AND s.state = 'published'
          AND s.version = ${view.session.version} AND (p.state <> 'waitlisted' OR ${mayTake(more, reason)}))
      RETURNING id`,
    sql`UPDATE registrations SET state = 'confirmed', decision = ${decision}, state_changed_at = ${now},
        eligible_at = coalesce(eligible_at, ${now}), calendar_days = ${days},
        over_capacity_reason = coalesce(${reason}, over_capacity_reason)
      WHERE party_id = ${registration.partyId} AND state NOT IN ('cancelled', 'confirmed')
        AND EXISTS (SELECT 1 FROM parties WHERE id = ${registration.partyId} AND decision = ${decision})`,
    remember(ours, { event: 'confirmed', actor, now, detail: reason ? { reason } : {} }),
    ...(isPast
      ? []
      : [
          mailTo(ours, {
            kind: 'confirmed',
            facts: { session },
            calendar: days > 0 ? sql`r.calendar_sequence` : sql`NULL`,
            now,
          }),
        ]),
    ...mailFurtherDays(ours, days, { facts: { session }, calendar: sql`r.calendar_sequence`, now }),
  ]);
  if (decided?.rows.length) return { ok: true, repeated: false };
  const [party] = await select<{ own: string; state: string; seats: number }>(
    db,
    sql`SELECT r.state AS own, p.state, p.seats FROM registrations r JOIN parties p ON p.id = r.party_id
      WHERE r.id = ${registration.id}`,
  );
  if (party?.own === 'confirmed') return { ok: true, repeated: true };
  if (party?.state !== 'waitlisted') return { ok: false, reason: 'changed_meanwhile' };
  return {
    ok: false,
    reason: await whyRefused(db, session.id, party.seats, { reason, emailKeys: [] }),
  };
}

/** Answers an eligibility check: the held seat is confirmed, or freed with the reason in the mail. */
export async function decideEligibility(
  db: Database,
  registration: Registration,
  decision: { eligible: boolean; reason?: string | null },
  actor: Actor,
  moment: Moment,
): Promise<ByHandOutcome<{ repeated: boolean }> | CancelOutcome> {
  if (registration.state !== 'pending') return { ok: false, reason: 'changed_meanwhile' };
  if (decision.eligible) return confirmByHand(db, registration, null, actor, moment);
  return cancelRegistration(
    db,
    registration,
    { actor, endedBy: 'not_eligible', reason: decision.reason ?? null },
    moment,
  );
}
