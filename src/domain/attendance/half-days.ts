/** The half-days that attendance is taken of: the slots by their number, in order of time. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { hour } from '../../lib/dates';
import type { Slot } from '../catalogue/schema';
import type { AttendanceState } from './schema';

type Numbered = Pick<Slot, 'number'>;

/** 0 alone for a session that was noted without a date. */
export const halfDaysOf = (slots: readonly Numbered[]): number[] =>
  slots.length ? slots.map(({ number }) => number) : [0];

export const slotOf = (slots: readonly Slot[], number: number): Slot | undefined =>
  slots.find((slot) => slot.number === number);

/** People come early. Before, nobody can be there: only who is absent or excused can be noted. */
export const doorsOpen = 2 * hour;

/** Whether it can be noted who is at a half-day; undefined: the one of a session without a date. */
export const isOpen = (slot: Pick<Slot, 'startsAt'> | undefined, now: number): boolean =>
  slot === undefined || slot.startsAt - doorsOpen <= now;

/** Whether somebody is said to be present at what has not begun. */
export const arePremature = (
  marks: readonly { slot: number; state: AttendanceState }[],
  slots: readonly Slot[],
  now: number,
): boolean =>
  marks.some(({ slot, state }) => state === 'present' && !isOpen(slotOf(slots, slot), now));

/** The numbers of the half-days of which something is noted. */
export async function listAttendedSlots(db: Database, sessionId: number): Promise<Set<number>> {
  const rows = await select<{ slot: number }>(
    db,
    sql`SELECT DISTINCT slot FROM attendance WHERE session_id = ${sessionId} AND state <> 'unmarked'`,
  );
  return new Set(rows.map(({ slot }) => slot));
}
