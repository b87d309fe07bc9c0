/**
 * The signed sheet, typed in: a box a signature, in the order of the paper. On a half-day of which at
 * least one box is ticked, an empty one means absent, unless the person was noted as excused; a
 * half-day without any tick was not on this sheet, and nothing is said of it. Of those whom nobody
 * awaited (a walk-in, who had cancelled, who registered after it was printed) only a tick says something.
 */
import { halfDaysOf, slotOf } from '../../../domain/attendance/half-days';
import type { SheetLine } from '../../../domain/attendance/printed-sheets';
import type { Mark, NewWalkIn } from '../../../domain/attendance/record';
import { isTheirs, type RollEntry, type RollMark, whoOf } from '../../../domain/attendance/roll';
import type { Slot } from '../../../domain/catalogue/schema';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';
import { readKey } from './open-session';

/** Lines for people who came without a registration, on paper and on the screen. */
export const blankLines = [1, 2, 3, 4, 5, 6] as const;

type Context = {
  lines: readonly SheetLine[];
  slots: readonly Slot[];
  now: number;
  /** What is wrong with the blank line of this number, from 1. */
  problems: { nameless: (n: number) => string; boxless: (n: number) => string };
};

export function readSheet(
  values: Values,
  { lines: all, slots, now, problems }: Context,
): { ok: true; marks: Mark[]; walkIns: NewWalkIn[] } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const key = readKey(values.key);
  const halfDays = halfDaysOf(slots);
  // Who came into the list since the form was shown has no box in it.
  const lines = all.filter((line) => values[`line-${line.key}`]);
  const isTicked = (line: string, slot: number) => values[`sheet-${line}-${slot}`] === '1';
  const blanks = blankLines.map((n) => ({
    n,
    line: `new${n}`,
    name: (values[`walkIn${n}`] ?? '').replace(/\s+/g, ' ').trim().slice(0, 160),
  }));
  for (const { n, line, name } of blanks) {
    const came = halfDays.some((slot) => isTicked(line, slot));
    if (came && !name) errors[`walkIn${n}`] = problems.nameless(n);
    // Of one half-day, who wrote their name was there.
    if (name && !came && halfDays.length > 1) errors[`walkIn${n}`] = problems.boxless(n);
  }
  if (Object.keys(errors).length) return { ok: false, errors };

  const newcomers = blanks.filter(({ name }) => name);
  const onSheet = halfDays.filter((slot) =>
    [...lines.map((each) => each.key), ...newcomers.map(({ line }) => line)].some((line) =>
      isTicked(line, slot),
    ),
  );
  const people = [...Map.groupBy(lines, ({ entry }) => entry.attendee).values()];
  const marks = onSheet.flatMap((slot) =>
    people.flatMap((own) => {
      const came = own.filter((line) => isTicked(line.key, slot));
      const onPaper = own.some((line) => values[`line-${line.key}`] === 'paper');
      const isAwaited = onPaper && isExpected(own[0]?.entry);
      const span = slotOf(slots, slot);
      return markOf(own, came, { slot, span, isAwaited, key, now }) ?? [];
    }),
  );
  const walkIns = newcomers.map(({ n, name }) => ({ key: `${key}-s${n}`, name }));
  const theirs = newcomers.flatMap(({ n, line }) =>
    halfDays
      .filter((slot) => isTicked(line, slot) || halfDays.length === 1)
      .map((slot) => ({
        id: `${key}:s${n}:${slot}`,
        slot,
        who: { walkInKey: `${key}-s${n}` },
        state: 'present' as const,
        at: now,
      })),
  );
  return { ok: true, marks: [...marks, ...theirs], walkIns };
}

const isExpected = (entry: RollEntry | undefined) =>
  entry?.state === 'confirmed' || entry?.state === 'pending' || entry?.state === 'offered';

/** Whether a line's box is ticked already. */
export const isNoted = ({ entry, person }: SheetLine, mark: RollMark | undefined): boolean =>
  mark?.state === 'present' &&
  (person === null ||
    mark.came.includes(person) ||
    // A companion without a name is there when there are as many.
    (person > entry.companions.length && mark.seats > person));

type Box = {
  slot: number;
  span: Slot | undefined;
  isAwaited: boolean;
  key: string;
  now: number;
};

/** What the sheet changes for those registered together and one half-day; null where it is noted so. */
function markOf(
  own: readonly SheetLine[],
  came: readonly SheetLine[],
  { slot, span, isAwaited, key, now }: Box,
): Mark | null {
  const entry = own[0]?.entry;
  if (!entry) return null;
  const { attendee } = entry;
  const mark = entry.marks.get(slot);
  const noted = mark?.state ?? 'unmarked';
  const state = came.length ? 'present' : noted === 'excused' ? 'excused' : 'absent';
  if (came.length === 0 && !isAwaited && noted !== 'present') return null;
  if (state === noted && own.every((line) => isNoted(line, mark) === came.includes(line)))
    return null;
  const persons = came.map(({ person }) => person ?? 0);
  const isPart = came.length > 0 && came.length < own.length;
  return {
    id: [key, attendee, slot, state, ...(isPart ? persons : [])].join(':'),
    slot,
    who: whoOf(entry),
    state,
    ...(isPart && { seats: came.length, persons }),
    // Who held the place then signed this line, whoever holds it now.
    at: span && !isTheirs(entry, span) ? span.startsAt : now,
  };
}
