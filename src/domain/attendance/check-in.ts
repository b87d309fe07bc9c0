/**
 * Self check-in: a code on the wall of the room, for those in it. It works from half an hour before the
 * first half-day to half an hour after the last, says nothing of who is registered, and answers the
 * same to everyone: known or not, whoever says that they are there is noted, and the organiser sees
 * that it was by the code.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { minute } from '../../lib/dates';
import { emailKey, nameWords } from '../../lib/text';
import { newCode } from '../../lib/tokens';
import { findSessionById, type SessionView } from '../catalogue/find-session';
import type { Slot } from '../catalogue/schema';
import type { Actor } from '../registrations/statements';
import { type Mark, recordAttendance } from './record';
import type { AttendanceState, MarkSource } from './schema';

const margin = 30 * minute;

/** The session's code, made once: printed posters stay right. */
export async function openCheckIn(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO session_attendance (session_id, check_in_code) VALUES (${sessionId}, ${newCode(8)})
      ON CONFLICT (session_id) DO UPDATE SET check_in_code = coalesce(check_in_code, excluded.check_in_code)`,
    sql`INSERT INTO history (at, actor, event, session_id) VALUES (${now}, ${actor}, 'check_in_opened', ${sessionId})`,
  ]);
}

export async function closeCheckIn(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
): Promise<void> {
  await transact(db, [
    sql`UPDATE session_attendance SET check_in_code = NULL WHERE session_id = ${sessionId}`,
    sql`INSERT INTO history (at, actor, event, session_id) VALUES (${now}, ${actor}, 'check_in_closed', ${sessionId})`,
  ]);
}

/** The half-day to which someone who checks in now comes; null when it is not the time. */
export function slotNow(slots: readonly Slot[], now: number): number | null {
  const slot = slots.findLast((each) => each.startsAt - margin <= now);
  return slot && now <= slot.endsAt + margin ? slot.number : null;
}

/** Whether no code works any more. */
export const isCheckInOver = (slots: readonly Slot[], now: number) =>
  slots.length > 0 && slots.every(({ endsAt }) => endsAt + margin < now);

/** The session of a code, or null; `slot` is null when the code does not work at the moment. */
export async function findByCheckInCode(
  db: Database,
  code: string,
  now: number,
): Promise<{ view: SessionView; slot: number | null } | null> {
  const [found] = await select<{ id: number }>(
    db,
    sql`SELECT session_id AS id FROM session_attendance WHERE check_in_code = ${code}`,
  );
  const view = found && (await findSessionById(db, found.id));
  if (!view) return null;
  const slot = view.session.state === 'published' ? slotNow(view.slots, now) : null;
  return { view, slot };
}

export type CheckIn = {
  /** From the form, so that sending it twice notes it once. */
  key: string;
  name: string;
  email: string;
  locale: 'fr' | 'en';
};

/**
 * Notes who says that they are there: one of those registered, by their address or their name, else a
 * walk-in. The code on the wall adds to what is noted and never takes from it: what an organiser
 * noted stays (« les 2 », excused, an hour of arrival), and of a couple each counts once.
 */
export async function checkIn(
  db: Database,
  sessionId: number,
  slot: number,
  who: CheckIn,
  now: number,
): Promise<void> {
  // Whoever is faster between the look and the mark is looked at again.
  for (let attempt = 0; attempt < 3; attempt++) {
    const found = await findAttendee(db, sessionId, slot, who);
    if (found === 'noted') return;
    const id = `${who.key}:${slot}`;
    const made = { id, slot, state: 'present' as const, at: now };
    const { key, name, email, locale } = who;
    const { kept } = await recordAttendance(
      db,
      sessionId,
      found
        ? { marks: [{ ...made, ...found }], source: 'self' }
        : {
            walkIns: [{ key, name, email, locale }],
            marks: [{ ...made, who: { walkInKey: key }, seats: 1 }],
            source: 'self',
          },
      { now, actor: 'person' },
    );
    if (kept.length > 0) return;
  }
}

type Candidate = {
  id: number;
  emailKey: string | null;
  name: string;
  companions: string;
  kind: 'person' | 'group';
  seats: number;
  /** What holds for this half-day. */
  markId: string | null;
  state: AttendanceState | null;
  source: MarkSource | null;
  persons: string | null;
};

/** The mark to make for a registration; 'noted' where there is nothing to add; null for a walk-in. */
async function findAttendee(
  db: Database,
  sessionId: number,
  slot: number,
  { name, email }: CheckIn,
): Promise<Pick<Mark, 'who' | 'seats' | 'persons' | 'after'> | 'noted' | null> {
  const rows = await select<Candidate>(
    db,
    sql`SELECT r.id, r.email_key AS emailKey, r.first_name || ' ' || r.last_name AS name, r.companions,
        r.kind, r.seats, a.mark_id AS markId, a.state, a.source, m.persons
      FROM registrations r
      LEFT JOIN attendance a ON a.session_id = r.session_id AND a.slot = ${slot}
        AND a.attendee = 'r' || r.id
      LEFT JOIN attendance_marks m ON m.mark_id = a.mark_id
      WHERE r.session_id = ${sessionId} AND r.state <> 'cancelled'`,
  );
  const key = nameWords(name);
  const people = rows.map((row) => {
    const names = [row.name, ...(JSON.parse(row.companions) as string[])];
    return { row, names, named: names.map(nameWords).indexOf(key) };
  });
  const sameName = people.filter(({ named }) => named >= 0);
  const found =
    people.find(({ row }) => email && row.emailKey === emailKey(email)) ??
    (sameName.length === 1 ? sameName[0] : undefined);
  if (!found) return null;
  const { row } = found;
  const named = found.named >= 0 ? found.named : likeliest(found.names, name);
  const isNoted = row.state !== null && row.state !== 'unmarked';
  if (isNoted && row.source !== 'self') return 'noted';
  const who = { registrationId: row.id };
  if (row.kind === 'group') return isNoted ? 'noted' : { who, after: row.markId };
  const there: number[] = isNoted ? JSON.parse(row.persons ?? '[0]') : [];
  if (there.includes(named)) return 'noted';
  // Another name at an address that is known: the next of those who have a seat, or one without.
  const person = named >= 0 ? named : firstFree(there);
  if (person >= row.seats) return null;
  const persons = [...there, person].sort((a, b) => a - b);
  return { who, seats: persons.length, persons, after: row.markId };
}

/** Of those at an address that is known: the only one with a name that holds what was typed, or is in it; else -1. */
function likeliest(names: readonly string[], typed: string): number {
  const holds = (whole: string, part: string) => {
    const words = new Set(nameWords(whole).split(' '));
    return nameWords(part)
      .split(' ')
      .every((word) => words.has(word));
  };
  const like = names.filter((name) => holds(name, typed) || holds(typed, name));
  return like.length === 1 ? names.indexOf(like[0] ?? '') : -1;
}

const firstFree = (there: readonly number[]): number => {
  let person = 0;
  while (there.includes(person)) person += 1;
  return person;
};
