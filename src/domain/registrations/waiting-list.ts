/**
 * The waiting list, in order of arrival. When seats free up, the first party that fits is offered
 * them; a party too big for them keeps its rank. An offer holds its seats for the smaller of 24 hours
 * and a quarter of the time left, at least one hour; from three hours before the start there are no
 * more offers, and the organiser fills by hand. A session may ask for quicker answers, never slower.
 * An offer is answered with one button, for the whole party.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay, hour } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { factsOf, findSessionById } from '../catalogue/find-session';
import type { Registration } from './schema';
import { type Moment, mailFurtherDays, mailTo, partyFits, remember } from './statements';

export const lastOffersBefore = 3 * hour;

/**
 * When an offer made now for a session that starts then lapses (UTC ms).
 * @param hours the session's own, where it wants quicker answers than the rule's 24
 */
export const offerExpiry = (now: number, startsAt: number, hours: number | null = null) =>
  now + Math.max(hour, Math.min((hours ?? 24) * hour, Math.floor((startsAt - now) / 4)));

const mayOffer = (now: number) =>
  sql`s.state = 'published' AND s.starts_at > ${now + lastOffersBefore}`;

/**
 * Offers what is free of a session to those who wait, one party after the other, at most `limit`
 * of them; returns how many were offered. Safe to call at any time and from anywhere.
 */
export async function offerFreedSeats(
  db: Database,
  sessionId: number,
  { now }: Pick<Moment, 'now'>,
  limit = 20,
): Promise<number> {
  let offered = 0;
  for (let attempt = 0; attempt < limit; attempt++) {
    const candidate = firstThatFits(sessionId, now);
    const [party] = await select<{ id: number }>(db, candidate);
    if (!party) return offered;
    const view = await findSessionById(db, sessionId);
    if (view?.session.startsAt == null) return offered;
    const decision = newToken();
    const { startsAt, offerHours } = view.session;
    const expiresAt = offerExpiry(now, startsAt, offerHours);
    const ours = sql`r.party_id = ${party.id} AND r.decision = ${decision}`;
    const [decided] = await transact(db, [
      sql`UPDATE parties SET state = 'offered', offered_at = ${now}, offer_expires_at = ${expiresAt},
          decision = ${decision}
        WHERE id = ${party.id} AND id = (${candidate})
          AND EXISTS (SELECT 1 FROM sessions WHERE id = ${sessionId} AND version = ${view.session.version})
        RETURNING id`,
      setMembers(party.id, decision, now, sql`'offered'`),
      remember(ours, { event: 'offered', actor: 'system', now }),
      mailTo(ours, { kind: 'offer', facts: { session: factsOf(view), expiresAt }, now }),
    ]);
    if (decided?.rows.length) offered += 1;
  }
  return offered;
}

const firstThatFits = (sessionId: number, now: number) => sql`SELECT p.id FROM sessions s
  JOIN parties p ON p.session_id = s.id AND p.state = 'waitlisted'
  WHERE s.id = ${sessionId} AND s.waiting_count > 0 AND ${mayOffer(now)} AND ${partyFits}
  ORDER BY p.id LIMIT 1`;

const setMembers = (partyId: number, decision: string, now: number, state: SQL, more = sql``) =>
  sql`UPDATE registrations SET state = ${state}, decision = ${decision}, state_changed_at = ${now} ${more}
    WHERE party_id = ${partyId} AND state <> 'cancelled'
      AND EXISTS (SELECT 1 FROM parties WHERE id = ${partyId} AND decision = ${decision})`;

/** The timetable's safety net: sessions with someone waiting who would fit, whatever freed the seats. */
export async function fillFreedSeats(
  db: Database,
  moment: Pick<Moment, 'now'>,
  limit = 20,
): Promise<number> {
  const found = await select<{ id: number }>(
    db,
    sql`SELECT s.id FROM sessions s
      WHERE s.waiting_count > 0 AND ${mayOffer(moment.now)} AND EXISTS (
        SELECT 1 FROM parties p WHERE p.session_id = s.id AND p.state = 'waitlisted' AND ${partyFits})
      ORDER BY s.starts_at LIMIT ${limit}`,
  );
  let offered = 0;
  for (const { id } of found) offered += await offerFreedSeats(db, id, moment, limit - offered);
  return offered;
}

/** Ends the offers whose time is over, and passes them on. At most `limit` at a call. */
export async function lapseOffers(
  db: Database,
  { now }: Pick<Moment, 'now'>,
  limit = 20,
): Promise<number> {
  const due = await select<{ id: number; session_id: number }>(
    db,
    sql`SELECT id, session_id FROM parties WHERE state = 'offered' AND offer_expires_at <= ${now}
      ORDER BY offer_expires_at LIMIT ${limit}`,
  );
  for (const party of due) {
    await endOffer(db, party, { ending: 'offer_lapsed', kind: 'offer_lapsed', now });
    await offerFreedSeats(db, party.session_id, { now });
  }
  return due.length;
}

type EndedOffer = {
  ending: 'offer_lapsed' | 'offer_declined';
  kind: 'offer_lapsed' | 'cancelled';
  now: number;
};

async function endOffer(
  db: Database,
  party: { id: number; session_id: number },
  { ending, kind, now }: EndedOffer,
): Promise<boolean> {
  const view = await findSessionById(db, party.session_id);
  if (!view) return false;
  const decision = newToken();
  const ours = sql`r.party_id = ${party.id} AND r.decision = ${decision}`;
  const [decided] = await transact(db, [
    sql`UPDATE parties SET state = 'cancelled', decision = ${decision}
      WHERE id = ${party.id} AND state = 'offered'
        AND ${ending === 'offer_lapsed' ? sql`offer_expires_at <= ${now}` : sql`offer_expires_at > ${now}`}
      RETURNING id`,
    setMembers(party.id, decision, now, sql`'cancelled'`, sql`, ended_by = ${ending}`),
    remember(ours, {
      event: ending,
      actor: ending === 'offer_lapsed' ? 'system' : 'person',
      now,
    }),
    mailTo(ours, {
      kind,
      facts: {
        session: factsOf(view),
        ...(kind === 'cancelled' && { byOrganiser: false, reason: null }),
      },
      now,
    }),
  ]);
  return Boolean(decided?.rows.length);
}

export type OfferRefusal = 'offer_lapsed' | 'no_offer' | 'not_yours_to_answer';
export type OfferOutcome = { ok: true } | { ok: false; reason: OfferRefusal };

/** Who answers for a party: its first member who has not left, which is whoever registered them. */
const answersFor = (registration: Registration) => sql`${registration.id} = (
  SELECT min(m.id) FROM registrations m WHERE m.party_id = ${registration.partyId} AND m.state <> 'cancelled')`;

/** Takes the offered seats for the whole party. Repeating it answers the same. */
export async function acceptOffer(
  db: Database,
  registration: Registration,
  { now, timeZone }: Moment,
): Promise<OfferOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (!view) return { ok: false, reason: 'no_offer' };
  const session = factsOf(view);
  const days = byDay(view.slots, timeZone).length;
  const decision = newToken();
  const ours = sql`r.party_id = ${registration.partyId} AND r.decision = ${decision}`;
  const state = sql`iif(${view.session.checksEligibility ? 1 : 0} AND eligible_at IS NULL, 'pending', 'confirmed')`;
  const confirmed = sql`${ours} AND r.state = 'confirmed'`;
  const [decided] = await transact(db, [
    sql`UPDATE parties SET decision = ${decision},
        state = ${view.session.checksEligibility ? 'pending' : 'confirmed'}
      WHERE id = ${registration.partyId} AND state = 'offered' AND offer_expires_at > ${now}
        AND ${answersFor(registration)}
        AND EXISTS (SELECT 1 FROM sessions s WHERE s.id = ${registration.sessionId}
          AND s.state = 'published' AND s.version = ${view.session.version})
      RETURNING id`,
    setMembers(
      registration.partyId,
      decision,
      now,
      state,
      sql`, calendar_days = iif(${state} = 'confirmed', ${days}, 0)`,
    ),
    remember(ours, { event: 'offer_accepted', actor: 'person', now }),
    mailTo(ours, {
      kind: sql`iif(r.state = 'confirmed', 'confirmed', 'being_checked')`,
      facts: { session, byColleague: false },
      calendar: sql`iif(r.state = 'confirmed' AND ${days} > 0, r.calendar_sequence, NULL)`,
      now,
    }),
    ...mailFurtherDays(confirmed, days, {
      facts: { session },
      calendar: sql`r.calendar_sequence`,
      now,
    }),
  ]);
  return decided?.rows.length
    ? { ok: true }
    : whyNot(db, registration, ['confirmed', 'pending'], now);
}

/** Leaves the offered seats to the next party; ends the registrations of this one. */
export async function declineOffer(
  db: Database,
  registration: Registration,
  { now }: Pick<Moment, 'now'>,
): Promise<OfferOutcome> {
  const [answerer] = await select<{ yes: number }>(
    db,
    sql`SELECT ${answersFor(registration)} AS yes`,
  );
  if (registration.state !== 'cancelled' && !answerer?.yes)
    return { ok: false, reason: 'not_yours_to_answer' };
  const party = { id: registration.partyId, session_id: registration.sessionId };
  const declined = await endOffer(db, party, { ending: 'offer_declined', kind: 'cancelled', now });
  if (!declined) return whyNot(db, registration, ['cancelled'], now);
  await offerFreedSeats(db, registration.sessionId, { now });
  return { ok: true };
}

async function whyNot(
  db: Database,
  registration: Registration,
  done: string[],
  now: number,
): Promise<OfferOutcome> {
  const [found] = await select<{
    state: string;
    ended_by: string | null;
    expires: number | null;
    yours: number;
  }>(
    db,
    sql`SELECT r.state, r.ended_by, p.offer_expires_at AS expires, ${answersFor(registration)} AS yours
      FROM registrations r JOIN parties p ON p.id = r.party_id WHERE r.id = ${registration.id}`,
  );
  if (!found) return { ok: false, reason: 'no_offer' };
  if (found.ended_by === 'offer_lapsed') return { ok: false, reason: 'offer_lapsed' };
  if (done.includes(found.state)) return { ok: true };
  if (found.state !== 'offered') return { ok: false, reason: 'no_offer' };
  if (!found.yours) return { ok: false, reason: 'not_yours_to_answer' };
  return {
    ok: false,
    reason: found.expires !== null && found.expires <= now ? 'offer_lapsed' : 'no_offer',
  };
}
