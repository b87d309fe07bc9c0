/**
 * The roll of a session: everyone awaited, by name, then those who came without a place, with what is
 * noted of each half-day. The tick list and the door show this list in this order, and the sheet is
 * printed in it (printed-sheets.ts).
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { RegistrationState } from '../registrations/schema';
import { holdsSeats } from '../registrations/statements';
import type { Attendee } from './record';
import type { AttendanceState, MarkSource, SessionAttendance } from './schema';
import { whoCame } from './who-came';

export type RollMark = {
  state: Exclude<AttendanceState, 'unmarked'>;
  seats: number;
  /** Which of those registered together: 0 for the holder, 1 and up for the companions. */
  came: readonly number[];
  arrivedAt: number | null;
  leftAt: number | null;
  minutes: number | null;
  source: MarkSource;
};

export type RollEntry = {
  /** 'r12', 'w3': as in the attendance table. */
  attendee: string;
  registrationId: number | null;
  walkInKey: string | null;
  /** As it is sorted and ticked: « Arnaud Zoé »; a walk-in's as it was given. */
  name: string;
  /** Null for a walk-in. */
  firstName: string | null;
  companions: string[];
  groupLabel: string | null;
  profession: string | null;
  organisation: string | null;
  seats: number;
  /** Null for a walk-in. Someone who waits or has cancelled stands here only when they came. */
  state: RegistrationState | null;
  /** When the place became theirs, where a colleague held it before (UTC ms). */
  heldFrom: number | null;
  /** When they gave the place that they held to a colleague; they keep what they attended. */
  heldUntil: number | null;
  emailKey: string | null;
  /** When they were registered, or added to the list, UTC ms. */
  addedAt: number;
  /** By number of the slot; a half-day of which nothing is noted is missing. */
  marks: Map<number, RollMark>;
};

export type Roll = {
  entries: RollEntry[];
  attendance: SessionAttendance | null;
};

type Person = Omit<RollEntry, 'marks' | 'companions'> & { companions: string };
type MarkRow = Omit<RollMark, 'came'> & { attendee: string; slot: number; persons: string | null };

/**
 * Rows in proportion to the people of the session; four statements. `also`: attendees ('r12') who stand in
 * it although nobody awaits them any more.
 */
export async function findRoll(
  db: Database,
  sessionId: number,
  also: readonly string[] = [],
): Promise<Roll> {
  const [registered, walkIns, marks, [attendance]] = await Promise.all([
    select<Person>(
      db,
      sql`SELECT 'r' || r.id AS attendee, r.id AS registrationId, NULL AS walkInKey,
          trim(r.last_name || ' ' || r.first_name) AS name, r.first_name AS firstName, r.companions, r.group_label AS groupLabel,
          r.profession, r.organisation, r.seats, r.state, r.email_key AS emailKey, r.created_at AS addedAt,
          (SELECT max(h.handed_over_at) FROM walk_ins h
            WHERE h.registration_id = r.id AND h.session_id = r.session_id) AS heldFrom, NULL AS heldUntil
        FROM registrations r WHERE r.session_id = ${sessionId} AND (${holdsSeats(sql`r.state`)}
          OR 'r' || r.id IN (SELECT value FROM json_each(${JSON.stringify(also)}))
          OR EXISTS (SELECT 1 FROM attendance t WHERE t.registration_id = r.id
            AND t.session_id = ${sessionId} AND t.state <> 'unmarked'))`,
    ),
    select<Person>(
      db,
      sql`SELECT 'w' || w.id AS attendee, NULL AS registrationId, w.client_key AS walkInKey, w.name,
          NULL AS firstName, '[]' AS companions, NULL AS groupLabel, w.profession, w.organisation, 1 AS seats,
          NULL AS state, w.email_key AS emailKey, w.created_at AS addedAt, NULL AS heldFrom, w.handed_over_at AS heldUntil
        FROM walk_ins w WHERE w.session_id = ${sessionId} AND w.removed_at IS NULL ORDER BY w.id`,
    ),
    select<MarkRow>(
      db,
      sql`SELECT t.attendee, t.slot, t.state, t.seats, m.persons, t.arrived_at AS arrivedAt,
          t.left_at AS leftAt, t.minutes, t.source
        FROM attendance t JOIN attendance_marks m ON m.mark_id = t.mark_id
        WHERE t.session_id = ${sessionId} AND t.state <> 'unmarked'`,
    ),
    select<SessionAttendance>(
      db,
      sql`SELECT session_id AS sessionId, version, taken_at AS takenAt, minutes_held AS minutesHeld,
          sheet_kept AS sheetKept, check_in_code AS checkInCode
        FROM session_attendance WHERE session_id = ${sessionId}`,
    ),
  ]);
  const marksOf = Map.groupBy(marks, (mark) => mark.attendee);
  const entry = (person: Person): RollEntry => {
    const companions = JSON.parse(person.companions) as string[];
    const marks = (marksOf.get(person.attendee) ?? []).map(
      ({ attendee: _, slot, persons, ...mark }): [number, RollMark] => {
        const { state, seats } = mark;
        const came = { seats, persons: persons && JSON.parse(persons) };
        const registered = { seats: person.seats, companions };
        return [slot, { ...mark, came: state === 'present' ? whoCame(came, registered) : [] }];
      },
    );
    return { ...person, companions, marks: new Map(marks) };
  };
  const byName = new Intl.Collator('fr', { numeric: true });
  registered.sort(
    (a, b) => byName.compare(a.name, b.name) || (a.registrationId ?? 0) - (b.registrationId ?? 0),
  );
  return { entries: [...registered, ...walkIns].map(entry), attendance: attendance ?? null };
}

export type SlotCount = { present: number; absent: number; excused: number; unmarked: number };

/** Whom a mark about them names. */
export const whoOf = ({
  registrationId,
  walkInKey,
}: Pick<RollEntry, 'registrationId' | 'walkInKey'>): Attendee =>
  registrationId === null ? { walkInKey: walkInKey ?? '' } : { registrationId };

/** Whether the place was theirs when a half-day began; undefined: the one of a session without a date. */
export const isTheirs = (
  { heldFrom, heldUntil }: Pick<RollEntry, 'heldFrom' | 'heldUntil'>,
  span: { startsAt: number } | undefined,
): boolean =>
  !span ||
  ((heldFrom === null || heldFrom <= span.startsAt) &&
    (heldUntil === null || span.startsAt < heldUntil));

/** What is noted of one half-day, in seats; a walk-in is only there where they came. */
export function countSlot(
  entries: readonly RollEntry[],
  slot: number,
  span: { startsAt: number } | undefined,
): SlotCount {
  const count: SlotCount = { present: 0, absent: 0, excused: 0, unmarked: 0 };
  for (const entry of entries) {
    const { marks, seats, walkInKey } = entry;
    const mark = marks.get(slot);
    if (mark?.state === 'present') {
      count.present += mark.seats;
      // Of two registered together, one may have come alone.
      count.absent += Math.max(0, seats - mark.seats);
    } else if (mark) count[mark.state] += seats;
    else if (walkInKey === null && isTheirs(entry, span)) count.unmarked += seats;
  }
  return count;
}

/** How many are in the room past its ceiling; none where it has no ceiling. */
export const overCeiling = (present: number, maxCapacity: number | null) =>
  maxCapacity === null ? 0 : Math.max(0, present - maxCapacity);
