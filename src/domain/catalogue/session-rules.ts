/**
 * The rules that tie the fields of a session together. A session without a capacity is open to all;
 * when maxCapacity is not given it equals capacity. Slots stand in order and do not overlap:
 * attendance is taken per slot.
 */
import type { SessionInput, SlotInput } from './inputs';

export type SessionRefusal =
  | 'no_slots'
  | 'slots_without_date'
  | 'slot_ends_before_start'
  | 'slots_overlap'
  | 'max_without_capacity'
  | 'max_below_capacity'
  | 'min_above_capacity'
  | 'party_above_capacity'
  | 'closes_before_opening';

/** The first rule that the session breaks, or null. */
export function sessionRefusal(input: SessionInput): SessionRefusal | null {
  return (
    dateRefusal(input.dateState, input.slots) ??
    seatsRefusal(input) ??
    (input.registrationOpensAt !== null &&
    input.registrationClosesAt !== null &&
    input.registrationClosesAt <= input.registrationOpensAt
      ? 'closes_before_opening'
      : null)
  );
}

function dateRefusal(
  dateState: SessionInput['dateState'],
  slots: readonly SlotInput[],
): SessionRefusal | null {
  if (dateState !== 'set') return slots.length ? 'slots_without_date' : null;
  if (!slots.length) return 'no_slots';
  if (slots.some((slot) => slot.endsAt <= slot.startsAt)) return 'slot_ends_before_start';
  const late = slots.some((slot, i) => slot.startsAt < (slots[i - 1]?.endsAt ?? -Infinity));
  return late ? 'slots_overlap' : null;
}

function seatsRefusal({
  capacity,
  maxCapacity,
  minSeats,
  seatsPerRegistration,
}: SessionInput): SessionRefusal | null {
  if (capacity === null) return maxCapacity === null ? null : 'max_without_capacity';
  const max = maxCapacity ?? capacity;
  if (max < capacity) return 'max_below_capacity';
  if (minSeats !== null && minSeats > max) return 'min_above_capacity';
  // A party that can never fit would wait for ever. Zero places is a session closed for now.
  return capacity > 0 && seatsPerRegistration > capacity ? 'party_above_capacity' : null;
}

/** The first start and the last end; none while there is no date. */
export const spanOf = (slots: readonly SlotInput[]) => ({
  startsAt: slots.at(0)?.startsAt ?? null,
  endsAt: slots.at(-1)?.endsAt ?? null,
});
