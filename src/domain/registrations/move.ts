/**
 * A person can move to another session of the same action, or between the two of a hybrid session,
 * without losing the seat in between. An organiser may also choose one that is closed or by invitation,
 * pass those who wait there, and fill it above its capacity with a reason.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { factsOf, findSessionById, type SessionView } from '../catalogue/find-session';
import { isKnown } from '../catalogue/known';
import { isOver, registrationStatus } from '../catalogue/registration-window';
import type { Registration } from './schema';
import {
  type Actor,
  cancelFurtherDays,
  liveRegistration,
  type Moment,
  mailFurtherDays,
  mailTo,
  mayTake,
  newcomerFits,
  type Passes,
  passes,
  recountParty,
  remember,
} from './statements';
import { offerFreedSeats } from './waiting-list';

export type MoveRefusal =
  | 'not_live'
  | 'not_offered_here'
  | 'closed'
  | 'full'
  | 'needs_check'
  | 'already_registered';
export type MoveOutcome<R = MoveRefusal> = { ok: true } | { ok: false; reason: R };
export type MoveByHandRefusal = MoveRefusal | 'past' | 'over_capacity_needs_reason' | 'over_max';

/**
 * Moves a registration to another session of the same action, or to the linked session of a hybrid
 * one. The seat there is taken and the one here is given up in the same transaction; when there is no
 * room, nothing changes. Repeating it changes nothing more.
 */
export async function moveRegistration(
  db: Database,
  registration: Registration,
  target: SessionView,
  moment: Moment,
): Promise<MoveOutcome> {
  if (registration.sessionId === target.session.id) return { ok: true };
  const from = await findSessionById(db, registration.sessionId);
  const refusal =
    refusalToMove(registration, from, target, moment.now, 'person') ??
    (registrationStatus(target.session, moment.now).status === 'open' ? null : 'closed');
  if (!from || refusal) return { ok: false, reason: refusal ?? 'not_live' };
  const fits = newcomerFits(registration.seats, registration.organisationKey);
  if (await move(db, registration, { from, target, fits, actor: 'person', reason: null }, moment))
    return { ok: true };
  return { ok: false, reason: await whyNotMoved(db, registration, target) };
}

/** The same by an organiser, by the rule for adding by hand: never past the maximum. */
export async function moveByHand(
  db: Database,
  registration: Registration,
  target: SessionView,
  { actor, overCapacityReason }: { actor: Actor; overCapacityReason: string | null },
  moment: Moment,
): Promise<MoveOutcome<MoveByHandRefusal>> {
  if (registration.sessionId === target.session.id) return { ok: true };
  const from = await findSessionById(db, registration.sessionId);
  const { state, startsAt } = target.session;
  const refusal =
    refusalToMove(registration, from, target, moment.now, actor) ??
    (state !== 'published' || startsAt === null ? 'not_offered_here' : null) ??
    (isOver(target.session, moment.now) ? 'past' : null);
  if (!from || refusal) return { ok: false, reason: refusal ?? 'not_live' };
  const reason = overCapacityReason?.trim() || null;
  const fits = mayTake(sql`r.seats`, reason);
  if (await move(db, registration, { from, target, fits, actor, reason }, moment))
    return { ok: true };
  const why = await whyNotMoved(db, registration, target);
  if (why !== 'full') return { ok: false, reason: why };
  return { ok: false, reason: await whichRoom(db, registration, target) };
}

type Move = {
  from: SessionView;
  target: SessionView;
  /** Over session s and registration r. */
  fits: SQL;
  actor: Actor;
  /** Why it may go above the capacity there. */
  reason: string | null;
};

/** The one transaction; false when it was refused, and nothing has changed. */
async function move(
  db: Database,
  registration: Registration,
  { from, target, fits, actor, reason }: Move,
  { now, timeZone }: Moment,
): Promise<boolean> {
  const decision = newToken();
  const reference = newToken();
  const ours = sql`r.id = ${registration.id} AND r.decision = ${decision}`;
  const session = factsOf(target);
  const before = factsOf(from);
  const days = byDay(target.slots, timeZone).length;
  const [, decided] = await transact(db, [
    sql`INSERT INTO parties (reference, session_id, state, seats, organisation_key, created_at)
      SELECT ${reference}, s.id, 'confirmed', r.seats, r.organisation_key, ${now}
      FROM sessions s JOIN registrations r ON r.id = ${registration.id} AND r.state <> 'cancelled'
        AND r.session_id = ${from.session.id} AND r.holder_version = ${registration.holderVersion}
        AND r.version = ${registration.version}
      WHERE s.id = ${target.session.id} AND s.version = ${target.session.version}
        AND ${fits}
        AND NOT ${liveRegistration(target.session.id, registration.emailKey ? [registration.emailKey] : [])}`,
    sql`UPDATE registrations SET session_id = ${target.session.id}, state = 'confirmed',
        party_id = (SELECT id FROM parties WHERE reference = ${reference}), decision = ${decision},
        calendar_sequence = calendar_sequence + 1, state_changed_at = ${now},
        over_capacity_reason = ${reason}
      WHERE id = ${registration.id} AND EXISTS (SELECT 1 FROM parties WHERE reference = ${reference})
      RETURNING id`,
    recountParty(registration.partyId, { id: registration.id, decision }),
    remember(ours, { event: 'moved', actor, now, detail: { from: from.session.id } }),
    mailTo(ours, {
      kind: 'moved',
      facts: { session, before, reason: null },
      calendar: days > 0 ? sql`r.calendar_sequence` : sql`NULL`,
      now,
    }),
    ...mailFurtherDays(ours, days, { facts: { session }, calendar: sql`r.calendar_sequence`, now }),
    ...cancelFurtherDays(
      ours,
      { from: days, most: registration.calendarDays },
      { facts: { session: before, now: session }, now },
    ),
    sql`UPDATE registrations SET calendar_days = ${days} WHERE id = ${registration.id} AND decision = ${decision}`,
  ]);
  if (!decided?.rows.length) return false;
  await offerFreedSeats(db, from.session.id, { now });
  return true;
}

function refusalToMove(
  registration: Registration,
  from: SessionView | null,
  target: SessionView,
  now: number,
  actor: Actor,
): MoveRefusal | null {
  if (!from || registration.state === 'cancelled') return 'not_live';
  const related =
    from.session.actionId === target.session.actionId ||
    from.session.linkedSessionId === target.session.id;
  const isMeant = target.session.visibility !== 'invitation' || actor !== 'person';
  if (!related || !isMeant || !isKnown(target)) return 'not_offered_here';
  if (isOver(from.session, now)) return 'closed';
  if (target.session.checksEligibility && registration.eligibleAt === null) return 'needs_check';
  return null;
}

async function whyNotMoved(
  db: Database,
  registration: Registration,
  target: SessionView,
): Promise<MoveRefusal> {
  const [found] = await select<{ state: string; taken: number }>(
    db,
    sql`SELECT r.state, ${liveRegistration(target.session.id, registration.emailKey ? [registration.emailKey] : [])} AS taken
      FROM registrations r WHERE r.id = ${registration.id}`,
  );
  if (found?.state === 'cancelled') return 'not_live';
  return found?.taken ? 'already_registered' : 'full';
}

/** Of a session that an organiser may not fill as it is: whether a reason would do. */
async function whichRoom(
  db: Database,
  registration: Registration,
  target: SessionView,
): Promise<'over_capacity_needs_reason' | 'over_max' | 'full'> {
  const [found] = await select<Passes>(
    db,
    sql`SELECT ${passes(sql`r.seats`)}
      FROM sessions s JOIN registrations r ON r.id = ${registration.id} WHERE s.id = ${target.session.id}`,
  );
  if (found?.overMax) return 'over_max';
  return found?.overCapacity ? 'over_capacity_needs_reason' : 'full';
}
