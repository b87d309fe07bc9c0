/**
 * Which slot is which when a session is saved: attendance names a slot by its number, so that a mark
 * stays with the half-day that it was made for, whatever is put before it, and so does one that a phone
 * without a network sends an hour later. What takes place when a stored slot did is that slot; else the
 * row that showed a slot is that slot, moved; what is left is new.
 */
import type { SlotInput } from './inputs';
import type { Slot } from './schema';

export type NumberedSlot = SlotInput & { number: number };
type Stored = Pick<Slot, 'number' | 'startsAt' | 'endsAt'>;

export function numbered(slots: readonly SlotInput[], stored: readonly Stored[]): NumberedSlot[] {
  const free = new Set(stored.map(({ number }) => number));
  const take = (number: number | undefined) =>
    number !== undefined && free.delete(number) ? number : undefined;
  const sameTime = slots.map(({ startsAt, endsAt }) =>
    take(stored.find((one) => one.startsAt === startsAt && one.endsAt === endsAt)?.number),
  );
  const sameRow = slots.map(({ number }, row) => sameTime[row] ?? take(number));
  let next = Math.max(-1, ...stored.map(({ number }) => number)) + 1;
  return slots.map((slot, row) => ({ ...slot, number: sameRow[row] ?? next++ }));
}

/** The stored slots that saving these would take away. */
export function removed<S extends Stored>(slots: readonly SlotInput[], stored: readonly S[]): S[] {
  const kept = new Set(numbered(slots, stored).map(({ number }) => number));
  return stored.filter(({ number }) => !kept.has(number));
}
