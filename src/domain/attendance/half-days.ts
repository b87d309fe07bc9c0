/** The half-days that attendance is taken of: the slots by their number, in order of time. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { Slot } from '../catalogue/schema';

type Numbered = Pick<Slot, 'number'>;

/** 0 alone for a session that was noted without a date. */
export const halfDaysOf = (slots: readonly Numbered[]): number[] =>
  slots.length ? slots.map(({ number }) => number) : [0];

export const slotOf = (slots: readonly Slot[], number: number): Slot | undefined =>
  slots.find((slot) => slot.number === number);

/** The numbers of the half-days of which something is noted. */
export async function listAttendedSlots(db: Database, sessionId: number): Promise<Set<number>> {
  const rows = await select<{ slot: number }>(
    db,
    sql`SELECT DISTINCT slot FROM attendance WHERE session_id = ${sessionId} AND state <> 'unmarked'`,
  );
  return new Set(rows.map(({ slot }) => slot));
}
