/**
 * Registering: « Limité à 15 personnes (18 maximum) ». The public is confirmed while the seats that
 * it asks for fit under `capacity` and nobody who waits would fit; otherwise it goes to the waiting
 * list. Only an organiser fills seats up to `maxCapacity`, with a reason that is kept.
 * One live registration per address and session; the same submission key repeats the same answer.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { emailKey } from '../../lib/text';
import { factsOf, findSessionById, type SessionView } from '../catalogue/find-session';
import { isKnown } from '../catalogue/known';
import { registrationStatus } from '../catalogue/registration-window';
import { mailAlreadyRegistered } from './links-by-mail';
import {
  emailKeys,
  organisationKeyOf,
  partiesOf,
  type RegisterInput,
  type Registrant,
  seatsOf,
} from './party';
import { type Registered, seat } from './seat';
import { type Moment, newcomerFits } from './statements';

export type RegisterRefusal =
  | 'not_yet'
  | 'closed'
  | 'past'
  | 'cancelled'
  | 'undated'
  | 'by_invitation'
  | 'too_many_seats'
  | 'larger_than_session'
  | 'larger_than_organisation_share'
  | 'same_address_twice'
  | 'already_registered'
  | 'busy';

export type RegisterOutcome =
  | { ok: true; registrations: Registered[]; repeated: boolean }
  | { ok: false; reason: RegisterRefusal };

/**
 * Registers from the public form. `already_registered` has told the address by mail and must show
 * the neutral page; `busy` (the session changed three times under way) may be tried again.
 * Returns null for an unknown or unpublished session.
 */
export async function register(
  db: Database,
  input: RegisterInput,
  moment: Moment,
): Promise<RegisterOutcome | null> {
  for (let attempt = 0; attempt < 3; attempt++) {
    const view = await findSessionById(db, input.sessionId);
    if (!view || !isKnown(view)) return null;
    const repeated = await findRepeated(db, input);
    if (repeated.length) return { ok: true, registrations: repeated, repeated: true };
    const reason = refusalBefore(view, input, moment.now);
    if (reason) return { ok: false, reason };

    const registrations = await seat(db, view, input, moment, {
      actor: 'person',
      source: 'public',
      state: publicState(partiesOf(input)),
    });
    if (registrations.length) return { ok: true, registrations, repeated: false };
    const again = await findRepeated(db, input);
    if (again.length) return { ok: true, registrations: again, repeated: true };
    if (await mailAlreadyRegistered(db, factsOf(view), emailKeys(input), moment.now))
      return { ok: false, reason: 'already_registered' };
    // Nothing was taken and nobody is registered: the session changed since it was read.
  }
  return { ok: false, reason: 'busy' };
}

const publicState =
  (parties: Registrant[][]) =>
  (party: number): SQL => {
    const members = parties[party] ?? [];
    return sql`CASE WHEN ${newcomerFits(seatsOf(members), organisationKeyOf(members))}
      THEN iif(s.checks_eligibility, 'pending', 'confirmed') ELSE 'waitlisted' END`;
  };

function refusalBefore(
  view: SessionView,
  input: RegisterInput,
  now: number,
): RegisterRefusal | null {
  const { session } = view;
  const { status } = registrationStatus(session, now);
  if (status !== 'open') return status;
  if (session.visibility === 'invitation' && !input.invited) return 'by_invitation';
  const keys = emailKeys(input);
  if (new Set(keys).size < keys.length) return 'same_address_twice';
  for (const members of partiesOf(input)) {
    const seats = seatsOf(members);
    if (members.some((m) => !m.group && m.seats > session.seatsPerRegistration))
      return 'too_many_seats';
    if (session.capacity !== null && seats > session.capacity) return 'larger_than_session';
    if (session.seatsPerOrganisation !== null && seats > session.seatsPerOrganisation)
      return 'larger_than_organisation_share';
  }
  return null;
}

/** The registration that the same key and the same address made before, with its colleagues. */
async function findRepeated(db: Database, input: RegisterInput): Promise<Registered[]> {
  const email = input.registrants[0].email;
  if (email === null) return [];
  return select<Registered>(
    db,
    sql`SELECT r.id, r.holder_version AS holderVersion, r.state FROM registrations r
      JOIN registrations lead ON lead.submission_key = ${input.submissionKey}
        AND lead.email_key = ${emailKey(email)} AND lead.session_id = ${input.sessionId}
        AND lead.registered_by IS NULL
      WHERE r.submission_key = ${input.submissionKey} AND (r.id = lead.id OR r.registered_by = lead.id)
      ORDER BY r.id`,
  );
}
