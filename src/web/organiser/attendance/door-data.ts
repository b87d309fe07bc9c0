/** What the door's page and its script know: the list, and the shape of what the script sends. */
import * as v from 'valibot';
import type { RollEntry } from '../../../domain/attendance/roll';
import { walkInName } from './walk-in-form';

/** One person of the list, as the script shows it. */
export type DoorPerson = {
  attendee: string;
  registrationId: number | null;
  walkInKey: string | null;
  name: string;
  detail: string;
  seats: number;
  /** Of each half-day: seats present, 0 for absent or excused, null for nothing noted. */
  present: (number | null)[];
};

/** The list as it was at an instant: of two, the script shows the later. */
export type DoorList = { at: number; people: DoorPerson[] };

export const doorPeople = (entries: readonly RollEntry[], slots: number): DoorPerson[] =>
  entries.map((entry) => ({
    attendee: entry.attendee,
    registrationId: entry.registrationId,
    walkInKey: entry.walkInKey,
    name: entry.groupLabel ? `${entry.groupLabel} (${entry.name})` : entry.name,
    detail: [entry.companions.join(', '), entry.profession, entry.organisation]
      .filter(Boolean)
      .join(' · '),
    seats: entry.seats,
    present: Array.from({ length: Math.max(1, slots) }, (_, slot) => {
      const mark = entry.marks.get(slot);
      return !mark || mark.state === 'unmarked' ? null : mark.seats;
    }),
  }));

const id = v.pipe(v.string(), v.regex(/^[\w:.-]{8,80}$/));
const instant = v.pipe(v.number(), v.integer(), v.minValue(0));
const mark = v.object({
  id,
  slot: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(99)),
  who: v.union([
    v.object({ registrationId: v.pipe(v.number(), v.integer()) }),
    v.object({ walkInKey: id }),
    v.object({ token: v.pipe(v.string(), v.maxLength(60)) }),
  ]),
  state: v.picklist(['present', 'unmarked']),
  seats: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(999))),
  at: instant,
});

/** What the script sends, a few dozen marks at a time. */
export const DoorSending = v.object({
  sentAt: instant,
  marks: v.pipe(v.array(mark), v.maxLength(100)),
  walkIns: v.pipe(v.array(v.object({ key: id, name: walkInName })), v.maxLength(100)),
});
