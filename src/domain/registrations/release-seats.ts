/**
 * Who stays, when an organiser lowered the capacity below what is taken (a health rule comes down
 * to 10): nobody is thrown out silently. The organiser sees everyone who holds seats in order of
 * arrival and chooses; the others go back to the waiting list, at the rank of their arrival, or are
 * cancelled. Each of them gets a mail with the reason, and the event leaves their calendar.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { factsOf, type SessionView } from '../catalogue/find-session';
import type { Session } from '../catalogue/schema';
import type { RegistrationState } from './schema';
import {
  type Actor,
  cancelFurtherDays,
  holdsSeats,
  type Moment,
  mailTo,
  rankOf,
  remember,
} from './statements';
import { offerFreedSeats } from './waiting-list';

export type SeatedParty = {
  id: number;
  state: RegistrationState;
  seats: number;
  /** Its members as one line each, the one who registered them first. */
  members: { name: string; organisation: string | null; reachable: boolean }[];
  createdAt: number;
};

/** What a page has room for: those who came last, since they are the ones over the capacity. */
export const mostParties = 300;

/** The parties that hold seats, in order of arrival: the last `mostParties` of them. */
export async function listSeatedParties(db: Database, sessionId: number): Promise<SeatedParty[]> {
  const rows = await select<Omit<SeatedParty, 'members'> & { members: string }>(
    db,
    sql`SELECT p.id, p.state, p.seats, p.created_at AS createdAt,
        (SELECT json_group_array(json_object('name', m.first_name || ' ' || m.last_name,
            'organisation', m.organisation, 'reachable', json(iif(m.email IS NULL, 'false', 'true')))
            ORDER BY m.id)
          FROM registrations m WHERE m.party_id = p.id AND m.state <> 'cancelled') AS members
      FROM (SELECT DISTINCT party_id FROM registrations
        WHERE session_id = ${sessionId} AND ${holdsSeats(sql`state`)}
        ORDER BY party_id DESC LIMIT ${mostParties}) held
      JOIN parties p ON p.id = held.party_id WHERE ${holdsSeats(sql`p.state`)} ORDER BY p.id`,
  );
  return rows.map((row) => ({ ...row, members: JSON.parse(row.members) }));
}

/**
 * Seats above the capacity that nobody decided on: those that an organiser filled with a reason are
 * meant. It reads the people of one session, and only of one that is over.
 */
export async function countSeatsToDecide(
  db: Database,
  session: Pick<Session, 'id' | 'seatsTaken' | 'capacity' | 'state'>,
): Promise<number> {
  const { id, seatsTaken, capacity, state } = session;
  if (capacity === null || seatsTaken <= capacity || state !== 'published') return 0;
  const [row] = await select<{ seats: number }>(
    db,
    sql`SELECT coalesce(sum(seats), 0) AS seats FROM registrations
      WHERE session_id = ${id} AND ${holdsSeats(sql`state`)}
        AND over_capacity_reason IS NULL`,
  );
  return Math.max(0, (row?.seats ?? 0) - capacity);
}

/** Those who stay when the earliest that fit are kept: a big party may be passed by a smaller one. */
export function keepInOrder(
  parties: readonly Pick<SeatedParty, 'id' | 'seats'>[],
  seatsTaken: number,
  capacity: number,
): Set<number> {
  const shown = parties.reduce((sum, { seats }) => sum + seats, 0);
  let free = capacity - (seatsTaken - shown);
  const kept = new Set<number>();
  for (const { id, seats } of parties) {
    if (seats > free) continue;
    kept.add(id);
    free -= seats;
  }
  return kept;
}

export type Release = {
  parties: readonly number[];
  /** Where they go. */
  to: 'waitlisted' | 'cancelled';
  /** What the organiser typed; it goes into the mail. */
  reason: string | null;
};

/**
 * Frees the seats of the parties; those that hold none any more are passed over, so that repeating it
 * changes nothing. How many registrations were ended or put back.
 */
export async function releaseSeats(
  db: Database,
  view: SessionView,
  { parties, to, reason }: Release,
  actor: Actor,
  { now, timeZone }: Moment,
): Promise<number> {
  const { id } = view.session;
  const decision = newToken();
  const chosen = sql`(SELECT p.id FROM json_each(${JSON.stringify(parties)}) j
    JOIN parties p ON p.id = j.value WHERE p.decision = ${decision})`;
  const ours = sql`r.party_id IN ${chosen} AND r.decision = ${decision}`;
  const facts = { session: factsOf(view) };
  const calendar = sql`iif(r.calendar_days > 0, r.calendar_sequence, NULL)`;
  const most = Math.max(1, byDay(view.slots, timeZone).length);
  const [, released] = await transact(db, [
    sql`UPDATE parties SET state = ${to}, decision = ${decision}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(parties)})) AND session_id = ${id}
        AND ${holdsSeats(sql`state`)}
        AND EXISTS (SELECT 1 FROM sessions WHERE id = ${id} AND state = 'published')`,
    sql`UPDATE registrations SET state = ${to}, ended_by = ${to === 'cancelled' ? 'organiser' : null},
        decision = ${decision}, calendar_sequence = calendar_sequence + (calendar_days > 0),
        state_changed_at = ${now}
      WHERE party_id IN ${chosen} AND state <> 'cancelled' RETURNING id`,
    remember(ours, {
      event: to === 'cancelled' ? 'cancelled' : 'seat_withdrawn',
      actor,
      now,
      detail: to === 'cancelled' ? { endedBy: 'organiser' } : {},
    }),
    to === 'cancelled'
      ? mailTo(ours, {
          kind: 'cancelled',
          facts: { ...facts, byOrganiser: true, reason },
          calendar,
          now,
        })
      : mailTo(ours, {
          kind: 'seat_withdrawn',
          facts: { ...facts, reason },
          computed: { '$.rank': rankOf },
          calendar,
          now,
        }),
    ...cancelFurtherDays(ours, { from: 1, most }, { facts: { ...facts, reason }, now }),
    // A place found again is a new invitation, which has to follow the one just taken back.
    sql`UPDATE registrations AS r SET calendar_days = 0, calendar_sequence = calendar_sequence + 1
      WHERE ${ours} AND r.state = 'waitlisted' AND r.calendar_days > 0`,
  ]);
  const people = released?.rows.length ?? 0;
  if (people > 0) await offerFreedSeats(db, id, { now });
  return people;
}
