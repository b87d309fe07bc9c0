/**
 * Seating people: the one transaction that registering by oneself and by an organiser's hand share.
 * What differs is the state that a party gets, an expression over the session's row.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, type Outcome, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { emailKey, nameKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, type SessionView } from '../catalogue/find-session';
import { isOver } from '../catalogue/registration-window';
import { mailStanding } from './mail-standing';
import {
  emailKeys,
  organisationKeyOf,
  partiesOf,
  type RegisterInput,
  type Registrant,
  seatsOf,
} from './party';
import type { RegistrationState } from './schema';
import { type Actor, liveRegistration, type Moment, remember } from './statements';

export type Registered = { id: number; holderVersion: number; state: RegistrationState };
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
  const isPast = isOver(view.session, now);
  // Who is added to a session that is over was there: nobody needs its date in a calendar.
  const days = isPast ? 0 : byDay(view.slots, timeZone).length;
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
  statements.push(...announceRegistered(facts, days, parties, { ...seating, isPast }, now));
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
  { actor, source, isPast }: Seating & { isPast: boolean },
  now: number,
): SQL[] {
  if (source === 'import') return [];
  const references = sql.join(
    parties.map((p) => sql`${p.reference}`),
    sql`, `,
  );
  const ours = sql`r.party_id IN (SELECT id FROM parties WHERE reference IN (${references}))`;
  if (isPast) return [remember(ours, { event: 'registered', actor, now })];
  return mailStanding(ours, {
    session,
    days,
    event: 'registered',
    now,
    actor,
    byColleague: sql`r.registered_by IS NOT NULL`,
  });
}
