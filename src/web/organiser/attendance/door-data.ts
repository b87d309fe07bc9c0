/** What the door's page and its script know: the list, and the shape of what the script sends. */
import * as v from 'valibot';
import type { DoorSending } from '../../../domain/attendance/door';
import type { RollEntry } from '../../../domain/attendance/roll';
import { walkInName } from '../../../domain/attendance/walk-in-inputs';
import { namesOfPair } from '../../../domain/attendance/who-came';
import type { Reader } from '../../context';
import { sayEntry, tellApart } from './say-entry';

/** One person of the list, as the script shows it. */
export type DoorPerson = {
  registrationId: number | null;
  walkInKey: string | null;
  name: string;
  detail: string;
  seats: number;
  /** « Seulement Élodie », « Seulement Amélie », of two under their names; null where nobody can tell. */
  pair: readonly string[] | null;
  /** Of each half-day, by its number: seats present, 0 for absent or excused, null for nothing noted. */
  present: (number | null)[];
  /** Of each half-day, which of those registered together came, where it is noted. */
  came: (readonly number[] | null)[];
};

/** The list as it was at an instant: of two, the script shows the later. */
export type DoorList = { at: number; people: DoorPerson[] };

export const doorPeople = (
  entries: readonly RollEntry[],
  halfDays: readonly number[],
  reader: Reader,
): DoorPerson[] => {
  const apart = tellApart(entries, reader);
  return entries.map((entry) => ({
    registrationId: entry.registrationId,
    walkInKey: entry.walkInKey,
    name: sayEntry(entry),
    detail: [
      apart.get(entry.attendee),
      entry.companions.join(', '),
      entry.profession,
      entry.organisation,
    ]
      .filter(Boolean)
      .join(' · '),
    seats: entry.seats,
    pair: namesOfPair(entry)?.map(reader.t.attendance.onlyOne) ?? null,
    present: byNumber(halfDays, (slot) => entry.marks.get(slot)?.seats ?? null),
    came: byNumber(halfDays, (slot) => entry.marks.get(slot)?.came ?? null),
  }));
};

const byNumber = <T>(halfDays: readonly number[], read: (slot: number) => T): T[] =>
  Array.from({ length: 1 + Math.max(...halfDays) }, (_, slot) => read(slot));

const id = v.pipe(v.string(), v.regex(/^[\w:.-]{8,80}$/));
/** Till the year 2286: what a phone's clock can say, and what the database holds as a whole number. */
const instant = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9_999_999_999_999));
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
  persons: v.optional(v.tuple([v.picklist([0, 1])])),
  at: instant,
});

const walkIn = v.object({ key: id, name: walkInName });
const atMost = v.pipe(v.array(v.unknown()), v.maxLength(100));
const Envelope = v.object({ sentAt: instant, marks: atMost, walkIns: atMost });

/**
 * What the script sends, a few dozen marks at a time. One that is wrong is refused by itself: it must
 * not hold back the others on the phone for ever.
 * @returns null for what is no sending at all
 */
export function readDoorSending(body: unknown): { sending: DoorSending; refused: string[] } | null {
  const read = v.safeParse(Envelope, body);
  if (!read.success) return null;
  const { sentAt, marks, walkIns } = read.output;
  return {
    sending: { sentAt, marks: keepRight(mark, marks), walkIns: keepRight(walkIn, walkIns) },
    refused: marks.flatMap((each) => (v.is(mark, each) ? [] : nameOf(each))),
  };
}

const keepRight = <S extends v.GenericSchema>(schema: S, items: unknown[]): v.InferOutput<S>[] =>
  items.flatMap((item) => {
    const read = v.safeParse(schema, item);
    return read.success ? [read.output] : [];
  });

const nameOf = (each: unknown): string[] => {
  const named = v.safeParse(v.object({ id: v.string() }), each);
  return named.success ? [named.output.id] : [];
};
