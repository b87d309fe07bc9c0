/**
 * What an organiser, or a file that is imported, says of a meeting. Participants are counted by
 * function, without names; the totals may exceed the functions that are known, never the reverse.
 */
import * as v from 'valibot';
import { isDay } from '../../lib/dates';
import { nameKey } from '../../lib/text';
import { meetingKinds } from './schema';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max));
const count = (least: number, most: number) =>
  v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most));
const orNone = <T>(schema: v.GenericSchema<T>) => v.optional(v.nullable(schema), null);

export const FunctionInput = v.object({
  name: v.pipe(
    line(200),
    v.check((name) => nameKey(name) !== ''),
  ),
  present: v.optional(count(0, 1000), 0),
  excused: v.optional(count(0, 1000), 0),
});

const sum = (functions: { present: number; excused: number }[], of: 'present' | 'excused') =>
  functions.reduce((total, one) => total + one[of], 0);

const functions = v.pipe(
  v.array(FunctionInput),
  v.maxLength(60),
  v.check((list) => new Set(list.map(({ name }) => nameKey(name))).size === list.length),
);

export const MeetingInput = v.pipe(
  v.object({
    kind: v.picklist(meetingKinds),
    year: count(2000, 2100),
    /** A local day, '2023-05-30'; null where only the year was noted. */
    heldOn: orNone(v.pipe(v.string(), v.check(isDay))),
    subject: v.optional(line(300), ''),
    durationMinutes: orNone(count(1, 6000)),
    occurrences: v.optional(count(1, 366), 1),
    present: orNone(count(0, 10_000)),
    excused: orNone(count(0, 10_000)),
    hasMinutes: v.optional(v.boolean(), false),
    functions: v.optional(functions, []),
    actionIds: v.optional(v.pipe(v.array(count(1, 1e15)), v.maxLength(100)), []),
  }),
  v.forward(
    v.partialCheck(
      [['year'], ['heldOn']],
      ({ year, heldOn }) => heldOn === null || Number(heldOn.slice(0, 4)) === year,
    ),
    ['year'],
  ),
  v.forward(
    v.partialCheck([['present'], ['functions']], (m) =>
      isEnough(m.present, m.functions, 'present'),
    ),
    ['present'],
  ),
  v.forward(
    v.partialCheck([['excused'], ['functions']], (m) =>
      isEnough(m.excused, m.functions, 'excused'),
    ),
    ['excused'],
  ),
  // Without a total, it is the sum of the functions; without either, nobody was counted.
  v.transform((meeting) => ({
    ...meeting,
    present:
      meeting.present ?? (meeting.functions.length ? sum(meeting.functions, 'present') : null),
    excused:
      meeting.excused ?? (meeting.functions.length ? sum(meeting.functions, 'excused') : null),
  })),
);

export type MeetingInput = v.InferOutput<typeof MeetingInput>;
export type MeetingDraft = v.InferInput<typeof MeetingInput>;

function isEnough(
  total: number | null,
  list: { present: number; excused: number }[],
  of: 'present' | 'excused',
): boolean {
  return total === null || total >= sum(list, of);
}
