/** What pages read of a registration: a fixed number of reads, bounded by its party and its action. */
import { eq, type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { findSessionById, type SessionView } from '../catalogue/find-session';
import { type Registration, type RegistrationState, registrations } from './schema';
import { mayTake, newcomerFits, partyFits } from './statements';
import { lastOffersBefore } from './waiting-list';

export async function findRegistration(db: Database, id: number): Promise<Registration | null> {
  const [found] = await db.select().from(registrations).where(eq(registrations.id, id));
  return found ?? null;
}

/** How many live registrations share the party: one answers for all of them. */
export async function countMembers(db: Database, { partyId }: Registration): Promise<number> {
  const [row] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM registrations WHERE party_id = ${partyId} AND state <> 'cancelled'`,
  );
  return row?.n ?? 0;
}

export type PartyView = {
  seats: number;
  together: boolean;
  offerExpiresAt: number | null;
  /** From 1, among the parties that wait; null when this one does not. */
  rank: number | null;
  /** Whether it would fit into what is free now: if not, the page says why it waits. */
  fits: boolean;
  freeSeats: number | null;
  /** Whether this registration answers for the party. */
  answers: boolean;
  /** No more offers: the organiser fills by hand. */
  offersOver: boolean;
};

export async function findParty(
  db: Database,
  registration: Registration,
  now: number,
): Promise<PartyView | null> {
  const [row] = await select<{
    seats: number;
    together: number;
    expires: number | null;
    rank: number | null;
    fits: number;
    free: number | null;
    answerer: number | null;
    starts: number | null;
  }>(
    db,
    sql`SELECT p.seats, p.together, p.offer_expires_at AS expires,
        iif(p.state = 'waitlisted', (SELECT count(*) FROM parties q
          WHERE q.session_id = p.session_id AND q.state = 'waitlisted' AND q.id <= p.id), NULL) AS rank,
        ${partyFits} AS fits, max(0, s.capacity - s.seats_taken) AS free, s.starts_at AS starts,
        (SELECT min(m.id) FROM registrations m WHERE m.party_id = p.id AND m.state <> 'cancelled') AS answerer
      FROM parties p JOIN sessions s ON s.id = p.session_id WHERE p.id = ${registration.partyId}`,
  );
  if (!row) return null;
  return {
    seats: row.seats,
    together: Boolean(row.together),
    offerExpiresAt: row.expires,
    rank: row.rank,
    fits: Boolean(row.fits),
    freeSeats: row.free,
    answers: row.answerer === registration.id,
    offersOver: row.starts !== null && row.starts - now <= lastOffersBefore,
  };
}

export type Colleague = {
  id: number;
  firstName: string;
  lastName: string;
  state: RegistrationState;
};

/**
 * The colleagues whom this registration brought along. The unary plus keeps SQLite on the index of
 * the submission key: by the session it would read everyone.
 */
export function listColleagues(db: Database, registration: Registration): Promise<Colleague[]> {
  const lead = registration.registeredBy ?? registration.id;
  if (registration.submissionKey === null || registration.registeredBy !== null)
    return Promise.resolve([]);
  return select<Colleague>(
    db,
    sql`SELECT id, first_name AS firstName, last_name AS lastName, state FROM registrations
      WHERE submission_key = ${registration.submissionKey} AND registered_by = ${lead}
        AND +session_id = ${registration.sessionId} ORDER BY id`,
  );
}

export type MoveTarget = { view: SessionView; fits: boolean };

/**
 * Other dated sessions of the same action (and the linked one of a hybrid session) that are open, soonest
 * first, at most twelve; `fits` when the registration would be seated there now.
 */
export function listMoveTargets(
  db: Database,
  registration: Registration,
  now: number,
): Promise<MoveTarget[]> {
  const fits = newcomerFits(registration.seats, registration.organisationKey);
  const open = sql`s.visibility <> 'invitation' AND s.starts_at > ${now}
    AND coalesce(s.registration_opens_at, s.published_at, 0) <= ${now}
    AND coalesce(s.registration_closes_at, s.starts_at) > ${now}`;
  return targets(db, registration, fits, open);
}

/** Those that an organiser may choose, closed ones and those by invitation included. */
export const listMoveTargetsByHand = (
  db: Database,
  registration: Registration,
  now: number,
): Promise<MoveTarget[]> =>
  targets(db, registration, mayTake(sql`${registration.seats}`, null), sql`s.ends_at > ${now}`);

async function targets(
  db: Database,
  registration: Registration,
  fits: SQL,
  chosen: SQL,
): Promise<MoveTarget[]> {
  const found = await select<{ id: number; fits: number }>(
    db,
    sql`SELECT s.id, ${fits} AS fits
      FROM sessions own JOIN sessions s ON (s.action_id = own.action_id OR s.id = own.linked_session_id)
      WHERE own.id = ${registration.sessionId} AND s.id <> own.id AND s.state = 'published'
        AND ${chosen} AND (s.checks_eligibility = 0 OR ${registration.eligibleAt} IS NOT NULL)
      ORDER BY s.starts_at, s.id LIMIT 12`,
  );
  const views = await Promise.all(found.map(({ id }) => findSessionById(db, id)));
  return views.flatMap((view, i) => (view ? [{ view, fits: Boolean(found[i]?.fits) }] : []));
}
