/**
 * The dates of sessions made from another: every one keeps the hours and the distances between its
 * slots as people read them on the wall, so they hold across daylight-saving changes.
 */
import { Temporal } from 'temporal-polyfill';
import { toInstant, toLocal } from '../../lib/dates';
import type { SlotInput } from './inputs';

export const rhythms = ['once', 'week', 'fortnight', 'month'] as const;
export type Rhythm = (typeof rhythms)[number];

/** `times` days from '2026-03-12' on. By month it is the same weekday of each: the second Thursday; a fifth one counts as the last. */
export function repeatDates(first: string, rhythm: Rhythm, times: number): string[] {
  const start = Temporal.PlainDate.from(first);
  return Array.from({ length: times }, (_, n) => {
    if (rhythm === 'month') return sameWeekday(start, n).toString();
    return start.add({ days: n * (rhythm === 'fortnight' ? 14 : 7) }).toString();
  });
}

function sameWeekday(start: Temporal.PlainDate, months: number): Temporal.PlainDate {
  const nth = Math.ceil(start.day / 7);
  const month = start.toPlainYearMonth().add({ months });
  const first = month.toPlainDate({ day: 1 });
  const offset = (start.dayOfWeek - first.dayOfWeek + 7) % 7;
  const day = 1 + offset + 7 * (nth - 1);
  return month.toPlainDate({ day: day > month.daysInMonth ? day - 7 : day });
}

/** The slots moved so that the first one begins on the local day `date`. */
export function slotsFrom(
  slots: readonly SlotInput[],
  date: string,
  timeZone: string,
): SlotInput[] {
  const [first] = slots;
  if (!first) return [];
  const was = Temporal.PlainDate.from(toLocal(first.startsAt, timeZone).slice(0, 10));
  const days = was.until(Temporal.PlainDate.from(date), { largestUnit: 'day' }).days;
  const moved = (at: number) =>
    toInstant(
      Temporal.PlainDateTime.from(toLocal(at, timeZone)).add({ days }).toString(),
      timeZone,
    );
  return slots.map((slot) => ({
    ...slot,
    startsAt: moved(slot.startsAt),
    endsAt: moved(slot.endsAt),
  }));
}
