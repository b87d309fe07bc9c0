/**
 * The signed sheet, typed in: a box a signature, in the order of the paper. On a half-day of which at
 * least one box is ticked, an empty one means absent, unless the person was noted as excused; a
 * half-day without any tick was not on this sheet, and nothing is said of it.
 */
import type { Mark, NewWalkIn } from '../../../domain/attendance/record';
import type { RollEntry } from '../../../domain/attendance/roll';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';
import { readKey } from './open-session';

/** Lines for people who came without a registration, on paper and on the screen. */
export const blankLines = [1, 2, 3, 4, 5, 6] as const;

type Context = {
  entries: readonly RollEntry[];
  halfDays: readonly number[];
  now: number;
  nameMissing: string;
};

export function readSheet(
  values: Values,
  { entries, halfDays, now, nameMissing }: Context,
): { ok: true; marks: Mark[]; walkIns: NewWalkIn[] } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const key = readKey(values.key);
  const isTicked = (row: string, slot: number) => values[`sheet-${row}-${slot}`] === '1';
  // Row 12 of the paper is a person and not a number: who registered since is not on it.
  const rows = entries.filter(({ attendee }) => values[`row-${attendee}`]);
  const lines = blankLines.map((line) => ({
    line,
    row: `new${line}`,
    name: (values[`walkIn${line}`] ?? '').replace(/\s+/g, ' ').trim().slice(0, 160),
  }));
  for (const { line, row, name } of lines)
    if (!name && halfDays.some((slot) => isTicked(row, slot)))
      errors[`walkIn${line}`] = nameMissing;
  if (Object.keys(errors).length) return { ok: false, errors };

  const newcomers = lines.filter(({ name }) => name);
  const onSheet = halfDays.filter((slot) =>
    [...rows.map((entry) => entry.attendee), ...newcomers.map(({ row }) => row)].some((row) =>
      isTicked(row, slot),
    ),
  );
  const marks = onSheet.flatMap((slot) =>
    rows.flatMap((entry) => markOf(entry, slot, isTicked(entry.attendee, slot), key, now) ?? []),
  );
  const walkIns = newcomers.map(({ line, name }) => ({ key: `${key}-s${line}`, name }));
  const theirs = newcomers.flatMap(({ line, row }) =>
    halfDays
      .filter((slot) => isTicked(row, slot) || (onSheet.length === 0 && slot === halfDays[0]))
      .map((slot) => ({
        id: `${key}:s${line}:${slot}`,
        slot,
        who: { walkInKey: `${key}-s${line}` },
        state: 'present' as const,
        at: now,
      })),
  );
  return { ok: true, marks: [...marks, ...theirs], walkIns };
}

/** What the sheet changes for one person and half-day; nothing where it says what is noted already. */
function markOf(
  { attendee, registrationId, walkInKey, marks }: RollEntry,
  slot: number,
  ticked: boolean,
  key: string,
  now: number,
): Mark | null {
  const noted = marks.get(slot)?.state ?? 'unmarked';
  const state = ticked ? 'present' : noted === 'excused' ? 'excused' : 'absent';
  // A walk-in who is not ticked was never awaited: taking them back is done in the list.
  if (state === noted || (walkInKey !== null && !ticked && noted === 'unmarked')) return null;
  return {
    id: `${key}:${attendee}:${slot}:${state}`,
    slot,
    who: registrationId === null ? { walkInKey: walkInKey ?? '' } : { registrationId },
    state,
    at: now,
  };
}
