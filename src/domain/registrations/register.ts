/**
 * Registering: « Limité à 15 personnes (18 maximum) ». The public is confirmed while the seats that
 * it asks for fit under `capacity` and nobody who waits would fit; otherwise it goes to the waiting
 * list. Only an organiser fills seats up to `maxCapacity`, with a reason that is kept.
 * One live registration per address and session; the same submission key repeats the same answer.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, type Outcome, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { emailKey, nameKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, findSessionById, type SessionView } from '../catalogue/find-session';
import { registrationStatus } from '../catalogue/registration-window';
import { mailAlreadyRegistered } from './links-by-mail';
import type { Headcounts, RegistrationState } from './schema';
import {
  type Actor,
  liveRegistration,
  type Moment,
  mailFurtherDays,
  mailTo,
  newcomerFits,
  rankOf,
  remember,
} from './statements';

export type Registrant = {
  firstName: string;
  lastName: string;
  /** Null only for people whom an organiser registers, and for groups' companions. */
  email: string | null;
  locale: 'fr' | 'en';
  phone?: string | null;
  profession?: string | null;
  organisation?: string | null;
  town?: string | null;
  note?: string | null;
  seats: number;
  companions?: string[];
  group?: { label: string; headcounts: Headcounts };
};

export type RegisterInput = {
  sessionId: number;
  /** Whoever fills the form first, then colleagues, each with their own registration. */
  registrants: [Registrant, ...Registrant[]];
  /** Colleagues come all or not at all (one party), rather than as many as fit. */
  together: boolean;
  submissionKey: string;
};

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

export type Registered = { id: number; holderVersion: number; state: RegistrationState };
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
    if (!view || view.session.state === 'draft') return null;
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
  if (session.visibility === 'invitation') return 'by_invitation';
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

export const emailKeys = (input: Pick<RegisterInput, 'registrants'>) =>
  input.registrants.flatMap((r) => (r.email === null ? [] : [emailKey(r.email)]));

/** What is answered as one: everybody who comes together, else each on their own. */
const partiesOf = (input: Pick<RegisterInput, 'registrants' | 'together'>): Registrant[][] =>
  input.together ? [[...input.registrants]] : input.registrants.map((r) => [r]);

const seatsOf = (members: Registrant[]) => members.reduce((sum, m) => sum + m.seats, 0);
const organisationKeyOf = (members: Registrant[]) => nameKey(members[0]?.organisation ?? '');

type Seating = {
  actor: Actor;
  source: 'public' | 'organiser' | 'import';
  /** The state of the party with this index, over session s; null leaves it out, and all with it. */
  state: (party: number) => SQL;
  overCapacityReason?: string | null;
};

/**
 * Writes the parties, registrations, history and mails as one transaction, or nothing when the
 * session's version moved on or an address is registered already.
 */
export async function seat(
  db: Database,
  view: SessionView,
  input: RegisterInput,
  { now, timeZone }: Moment,
  seating: Seating,
): Promise<Registered[]> {
  const facts = factsOf(view);
  const days = byDay(view.slots, timeZone).length;
  const parties = partiesOf(input).map((members) => ({ members, reference: newToken() }));
  const lead = parties[0]?.reference ?? '';
  const leadId = sql`(SELECT min(l.id) FROM registrations l JOIN parties lp ON lp.id = l.party_id
    WHERE lp.reference = ${lead})`;
  const statements: SQL[] = [];
  const inserts: number[] = [];
  for (const [index, { members, reference }] of parties.entries()) {
    statements.push(sql`INSERT INTO parties
        (reference, session_id, state, seats, organisation_key, together, created_at)
      SELECT ${reference}, s.id, chosen.state, ${seatsOf(members)}, ${organisationKeyOf(members)},
        ${members.length > 1 ? 1 : 0}, ${now}
      FROM sessions s JOIN (SELECT s.id, ${seating.state(index)} AS state FROM sessions s
        WHERE s.id = ${view.session.id}) chosen ON chosen.id = s.id
      WHERE s.version = ${view.session.version} AND s.state = 'published' AND chosen.state IS NOT NULL
        AND ${
          index === 0
            ? sql`NOT ${liveRegistration(view.session.id, emailKeys(input))}`
            : sql`EXISTS (SELECT 1 FROM parties WHERE reference = ${lead})`
        }`);
    for (const [position, member] of members.entries()) {
      const isLead = index === 0 && position === 0;
      inserts.push(statements.length);
      statements.push(
        insertRegistration(member, {
          reference,
          registeredBy: isLead ? sql`NULL` : leadId,
          days,
          now,
          submissionKey: input.submissionKey,
          seating,
        }),
      );
    }
  }
  statements.push(...announceRegistered(facts, days, parties, seating, now));
  const outcomes = await transact(db, statements);
  return inserts.flatMap((i) => (outcomes[i] as Outcome<Registered>).rows);
}

function insertRegistration(
  member: Registrant,
  context: {
    reference: string;
    registeredBy: SQL;
    days: number;
    now: number;
    submissionKey: string;
    seating: Seating;
  },
): SQL {
  const { now, seating } = context;
  const organisation = member.organisation?.trim() || null;
  return sql`INSERT INTO registrations (session_id, party_id, state, kind, source, first_name, last_name,
      email, email_key, locale, phone, profession, organisation, organisation_key, town, note, seats,
      companions, group_label, headcounts, submission_key, registered_by, calendar_days,
      over_capacity_reason, consent_at, state_changed_at, created_at)
    SELECT p.session_id, p.id, p.state, ${member.group ? 'group' : 'person'}, ${seating.source},
      ${member.firstName}, ${member.lastName}, ${member.email?.trim() ?? null},
      ${member.email === null ? null : emailKey(member.email)}, ${member.locale},
      ${member.phone || null}, ${member.profession || null}, ${organisation},
      ${nameKey(organisation ?? '')}, ${member.town || null}, ${member.note || null}, ${member.seats},
      ${JSON.stringify(member.companions ?? [])}, ${member.group?.label ?? null},
      ${JSON.stringify(member.group?.headcounts ?? {})}, ${context.submissionKey},
      ${context.registeredBy}, iif(p.state = 'confirmed', ${context.days}, 0),
      ${seating.overCapacityReason ?? null}, ${seating.source === 'public' ? now : null}, ${now}, ${now}
    FROM parties p WHERE p.reference = ${context.reference}
    RETURNING id, holder_version AS holderVersion, state`;
}

function announceRegistered(
  session: SessionFacts,
  days: number,
  parties: { reference: string }[],
  { actor, source }: Seating,
  now: number,
): SQL[] {
  if (source === 'import') return [];
  const references = sql.join(
    parties.map((p) => sql`${p.reference}`),
    sql`, `,
  );
  const ours = sql`r.party_id IN (SELECT id FROM parties WHERE reference IN (${references}))`;
  const confirmed = sql`${ours} AND r.state = 'confirmed'`;
  return [
    remember(ours, { event: 'registered', actor, now }),
    mailTo(ours, {
      kind: sql`CASE r.state WHEN 'confirmed' THEN 'registered' WHEN 'pending' THEN 'being_checked' ELSE 'waitlisted' END`,
      facts: { session },
      computed: {
        '$.rank': sql`iif(r.state = 'waitlisted', ${rankOf}, NULL)`,
        '$.byColleague': sql`json(iif(r.registered_by IS NULL, 'false', 'true'))`,
      },
      calendar: sql`iif(r.state = 'confirmed' AND ${days} > 0, r.calendar_sequence, NULL)`,
      now,
    }),
    ...mailFurtherDays(confirmed, days, {
      facts: { session },
      calendar: sql`r.calendar_sequence`,
      now,
    }),
  ];
}
