/**
 * The pieces that every decision about registrations is made of. A decision is one `transact()`:
 * its first statement carries all guards and marks the rows with a random `decision`; the ones
 * behind it (mail, history, counters) act on rows that bear the mark, so all happen or none.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { SessionFacts } from '../catalogue/facts';
import type { RegistrationMailKind } from './mail-facts';

/** Who acts: the person by their link, the timetable, or an organiser's account. */
export type Actor = 'person' | 'system' | `organiser:${number}`;

/** The moment of a decision, and the zone whose days a calendar shows. */
export type Moment = { now: number; timeZone: string };

/** Seats that an organisation still has of session s: unlimited unless the session limits them. */
const organisationHasRoom = (key: SQL, seats: SQL) => sql`(
  s.seats_per_organisation IS NULL OR ${key} = '' OR ${seats} + coalesce((
    SELECT o.taken FROM organisation_seats o
    WHERE o.session_id = s.id AND o.organisation_key = ${key}), 0) <= s.seats_per_organisation)`;

/** Whether waiting party p would fit into what is free of session s under its public capacity. */
export const partyFits = sql`(s.capacity IS NULL OR p.seats <= s.capacity - s.seats_taken)
  AND ${organisationHasRoom(sql`p.organisation_key`, sql`p.seats`)}`;

/**
 * Whether a newcomer of so many seats is seated in session s: they fit under the public capacity,
 * and they pass nobody who waits and would fit.
 */
export const newcomerFits = (seats: number, organisationKey: string) => sql`(
  (s.capacity IS NULL OR s.seats_taken + ${seats} <= s.capacity)
  AND ${organisationHasRoom(sql`${organisationKey}`, sql`${seats}`)}
  AND (s.waiting_count = 0 OR NOT EXISTS (
    SELECT 1 FROM parties p WHERE p.session_id = s.id AND p.state = 'waitlisted' AND ${partyFits})))`;

/**
 * Whether an organiser may take so many more seats of session s: they fit under the capacity, or a
 * reason is given to fill up to the ceiling. It may pass those who wait: people decide.
 */
export const mayTake = (more: SQL, reason: string | null) =>
  sql`(s.capacity IS NULL OR s.seats_taken + ${more} <= s.capacity
    OR (${reason ?? ''} <> '' AND s.seats_taken + ${more} <= s.max_capacity))`;

/** What so many more seats would pass in session s. */
export const passes = (more: SQL) => sql`
  coalesce(s.seats_taken + ${more} > s.capacity, 0) AS overCapacity,
  coalesce(s.seats_taken + ${more} > s.max_capacity, 0) AS overMax`;
export type Passes = { overCapacity: number; overMax: number };

/** Whether a registration or a party of this state holds its seats: those offered or checked count. */
export const holdsSeats = (state: SQL) => sql`${state} IN ('pending', 'confirmed', 'offered')`;

/** A live registration of one of the addresses for the session. */
export const liveRegistration = (sessionId: number, emailKeys: readonly string[]) =>
  emailKeys.length === 0
    ? sql`EXISTS (SELECT 1 WHERE 0)`
    : sql`EXISTS (SELECT 1 FROM registrations d WHERE d.session_id = ${sessionId}
        AND d.state <> 'cancelled' AND d.email_key IN (${sql.join(
          emailKeys.map((key) => sql`${key}`),
          sql`, `,
        )}))`;

/** The rank of r's party among those that wait, from 1. */
export const rankOf = sql`(SELECT count(*) FROM parties q WHERE q.session_id = r.session_id
  AND q.state = 'waitlisted' AND q.id <= r.party_id)`;

const person = sql`json_object('firstName', r.first_name, 'lastName', r.last_name, 'seats', r.seats,
  'companions', json(r.companions), 'groupLabel', r.group_label, 'headcounts', json(r.headcounts))`;

type MailStatement = {
  kind: RegistrationMailKind | SQL;
  facts: Record<string, unknown> & { session: SessionFacts };
  /** Facts that only the database knows, by JSON path. */
  computed?: Record<string, SQL>;
  /** The SEQUENCE of the calendar part, NULL for none. */
  calendar?: SQL;
  /** The calendar entry that it carries: index of the local day. */
  part?: number;
  announcementId?: number;
  /** Unique for each registration, where the mail may be written once; random when left out. */
  messageId?: SQL;
  /** What it is one of many of. */
  dispatch?: string;
  now: number;
};

/** One outbox row for each registration r of the condition that has an address. */
export function mailTo(where: SQL, mail: MailStatement): SQL {
  const computed = Object.entries({ '$.person': person, ...mail.computed });
  return sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, registration_id,
      holder_version, calendar_sequence, part, announcement_id, dispatch, next_attempt_at, created_at)
    SELECT ${mail.kind}, ${mail.messageId ?? sql`lower(hex(randomblob(16)))`}, r.email, r.locale,
      json_set(${JSON.stringify(mail.facts)}, ${sql.join(
        computed.map(([path, value]) => sql`${path}, ${value}`),
        sql`, `,
      )}),
      ${mail.facts.session.id}, r.id, r.holder_version, ${mail.calendar ?? sql`NULL`}, ${mail.part ?? 0},
      ${mail.announcementId ?? null}, ${mail.dispatch ?? null}, ${mail.now}, ${mail.now}
    FROM registrations r WHERE ${where} AND r.email IS NOT NULL ORDER BY r.id`;
}

/** One short mail for each further day of the session, to those of the condition. */
export const mailFurtherDays = (
  where: SQL,
  days: number,
  mail: Omit<MailStatement, 'kind' | 'part'>,
): SQL[] =>
  Array.from({ length: Math.max(0, days - 1) }, (_, i) =>
    mailTo(where, { ...mail, kind: 'calendar_day', part: i + 1 }),
  );

/**
 * One short CANCEL for each entry from the index `from` on that is in the calendar of those of the
 * condition; `most` bounds how many entries anyone can have.
 */
export const cancelFurtherDays = (
  where: SQL,
  { from, most }: { from: number; most: number },
  mail: Omit<MailStatement, 'kind' | 'part'>,
): SQL[] =>
  Array.from({ length: Math.max(0, most - from) }, (_, i) =>
    mailTo(sql`${where} AND r.calendar_days > ${from + i}`, {
      calendar: sql`r.calendar_sequence`,
      ...mail,
      kind: 'calendar_day_cancelled',
      part: from + i,
    }),
  );

/** A line of history for each registration r of the condition; detail never holds names. */
export const remember = (
  where: SQL,
  { event, actor, now, detail = {} }: { event: string; actor: Actor; now: number; detail?: object },
): SQL => sql`INSERT INTO history (at, actor, event, session_id, registration_id, detail)
  SELECT ${now}, ${actor}, ${event}, r.session_id, r.id, ${JSON.stringify(detail)}
  FROM registrations r WHERE ${where}`;

/** Brings a party in step with its live members: its seats, and its end when nobody is left. */
export const recountParty = (
  partyId: number,
  { id, decision }: { id: number; decision: string },
): SQL => sql`UPDATE parties SET
    seats = (SELECT coalesce(sum(m.seats), 0) FROM registrations m
      WHERE m.party_id = parties.id AND m.state <> 'cancelled'),
    state = iif(EXISTS (SELECT 1 FROM registrations m
      WHERE m.party_id = parties.id AND m.state <> 'cancelled'), state, 'cancelled'),
    decision = ${decision}
  WHERE id = ${partyId} AND EXISTS (SELECT 1 FROM registrations d WHERE d.id = ${id} AND d.decision = ${decision})`;
