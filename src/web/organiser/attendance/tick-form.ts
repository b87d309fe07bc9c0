/**
 * The tick list as it comes back. Only what was changed on the page becomes a mark: a list that was
 * opened an hour ago does not take back what a colleague noted at the door since. The mark's id comes
 * from the page and from what was ticked, so that sending the form twice notes it once.
 */
import { halfDaysOf } from '../../../domain/attendance/half-days';
import type { Mark } from '../../../domain/attendance/record';
import { isTheirs, type RollEntry, type RollMark, whoOf } from '../../../domain/attendance/roll';
import { namesOfPair } from '../../../domain/attendance/who-came';
import type { Slot } from '../../../domain/catalogue/schema';
import { localDay, toInstant, toLocal } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';
import { readKey } from './open-session';

/** What a row of the form holds: 'present:2', 'present:1:0' where it says which, 'absent', 'excused' or ''. */
export function choiceOf(entry: RollEntry, mark: RollMark | undefined): string {
  if (!mark) return '';
  if (mark.state !== 'present') return mark.state;
  const [who] = mark.seats === 1 && namesOfPair(entry) ? mark.came : [];
  return who === undefined ? `present:${mark.seats}` : `present:1:${who}`;
}

/** « 20:15 » of an instant, for a time field. */
export const timeOf = (at: number | null | undefined, timeZone: string) =>
  at == null ? '' : toLocal(at, timeZone).slice(11, 16);

/** The row as the page showed it, to tell what was changed. */
export const shownRow = (entry: RollEntry, mark: RollMark | undefined, timeZone: string) =>
  [choiceOf(entry, mark), timeOf(mark?.arrivedAt, timeZone), timeOf(mark?.leftAt, timeZone)].join(
    '|',
  );

/**
 * The number of the half-day; of the first where none is named.
 * @throws {NotFound} for one that the session does not have (any more): nothing is noted of another
 */
export function readSlot(text: string | undefined, slots: readonly Slot[]): number {
  const halfDays = halfDaysOf(slots);
  const slot = text === undefined ? halfDays[0] : halfDays.find((n) => String(n + 1) === text);
  if (slot === undefined) throw new NotFound();
  return slot;
}

type Context = {
  entries: readonly RollEntry[];
  slot: number;
  span: Slot | undefined;
  timeZone: string;
  now: number;
  problems: { time: (name: string) => string; unmarked: (name: string) => string };
};

/** @returns the marks of the rows that were changed, or what is wrong with the times typed. */
export function readTicks(
  values: Values,
  context: Context,
): { ok: true; marks: Mark[] } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const marks = context.entries.flatMap((entry) => readRow(values, entry, context, errors) ?? []);
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, marks };
}

function readRow(
  values: Values,
  entry: RollEntry,
  { slot, span, timeZone, now, problems }: Context,
  errors: FieldErrors,
): Mark | null {
  const { attendee, name } = entry;
  const was = values[`was-${attendee}`];
  if (was === undefined) return null;
  const chosen = values[`mark-${attendee}`] ?? '';
  // « All others »: of whom nothing was noted, here or meanwhile, and whose place it was.
  const isOther = was.startsWith('|') && !entry.marks.has(slot) && isTheirs(entry, span);
  const choice = chosen === '' && values.all && isOther ? 'present:' : chosen;
  const times = [values[`arrived-${attendee}`] ?? '', values[`left-${attendee}`] ?? ''];
  if ([chosen, ...times].join('|') === was && choice === chosen) return null;
  const { state, ...came } = readChoice(choice);
  const [arrivedAt, leftAt] = times.map((time) =>
    state === 'present' && span ? readTime(time, span, timeZone) : null,
  );
  if (state === 'unmarked' && span && times.some((time) => time.trim()))
    errors[`${times[0]?.trim() ? 'arrived' : 'left'}-${attendee}`] = problems.unmarked(name);
  const [from, to] = span ? [span.startsAt, span.endsAt] : [];
  if (arrivedAt === undefined || isAfter(arrivedAt, to))
    errors[`arrived-${attendee}`] = problems.time(name);
  if (leftAt === undefined || isAfter(from, leftAt) || isAfter(arrivedAt, leftAt))
    errors[`left-${attendee}`] = problems.time(name);
  return {
    id: [readKey(values.key), attendee, slot, choice, ...times].join(':'),
    slot,
    who: whoOf(entry),
    state,
    ...came,
    arrivedAt: arrivedAt ?? null,
    leftAt: leftAt ?? null,
    at: now,
  };
}

/** Whether the first is not before the second, where both are known. */
const isAfter = (first: number | null | undefined, second: number | null | undefined) =>
  first != null && second != null && first >= second;

function readChoice(choice: string): Pick<Mark, 'state' | 'seats' | 'persons'> {
  const present = /^present:(\d{1,4})?(?::([01]))?$/.exec(choice);
  if (!present) return { state: choice === 'absent' || choice === 'excused' ? choice : 'unmarked' };
  const [, seats, who] = present;
  if (who) return { state: 'present', seats: 1, persons: [Number(who)] };
  return { state: 'present', ...(seats && { seats: Number(seats) }) };
}

/** The instant of a time typed for a half-day; null for none, undefined for one that is wrong. */
function readTime(text: string, span: Slot, timeZone: string): number | null | undefined {
  const [, hours, minutes] = /^\s*(\d{1,2})\s*[:hH.]\s*(\d{2})?\s*$/.exec(text) ?? [];
  if (text.trim() === '') return null;
  if (hours === undefined || Number(hours) > 23 || Number(minutes ?? 0) > 59) return undefined;
  const time = `${hours.padStart(2, '0')}:${minutes ?? '00'}`;
  // « 0:30 » of an evening that goes on past midnight is of the next day.
  return [span.startsAt, span.endsAt]
    .map((day) => toInstant(`${localDay(day, timeZone)}T${time}`, timeZone))
    .find((at) => at > span.startsAt - dayBefore && at <= span.endsAt);
}

/** Someone who came an hour early is present from the start: only a slip of the day is wrong. */
const dayBefore = 4 * 60 * 60_000;
