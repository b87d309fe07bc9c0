/**
 * Dates around the day on which the demo is loaded, without those on which nobody would put on
 * anything: the two weeks around Christmas.
 */
import { hour, localDay, localMonth, toInstant } from '../../src/lib/dates';

const shift = (date: string, days: number) => {
  const at = new Date(`${date}T00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};
const isHoliday = (date: string) => date.slice(5) >= '12-21' || date.slice(5) <= '01-03';
const weekdayOf = (date: string) => new Date(`${date}T00:00Z`).getUTCDay() || 7;

export type Calendar = ReturnType<typeof calendarOf>;

export function calendarOf(now: number, timeZone: string) {
  const today = localDay(now, timeZone);
  const monday = shift(today, 1 - weekdayOf(today));
  const slot = (date: string, from: string, to: string) => ({
    startsAt: toInstant(`${date}T${from}`, timeZone),
    endsAt: toInstant(`${date}T${to}`, timeZone),
  });
  return {
    slot,
    /** The weekday of the working week so many before this one. */
    dayBefore(weeks: number, weekday: number): string {
      let week = monday;
      for (let left = weeks; left > 0; ) {
        week = shift(week, -7);
        if (!isHoliday(week) && !isHoliday(shift(week, 4))) left -= 1;
      }
      return shift(week, weekday - 1);
    },
    /** Three hours that began at the last full hour but one: whatever the time, a room is open. */
    openNow() {
      const startsAt = Math.floor(now / hour) * hour - hour;
      return { startsAt, endsAt: startsAt + 3 * hour };
    },
    /** The weekday (1 is Monday) of the week that begins so many working weeks from this one. */
    day(weeks: number, weekday: number): string {
      let week = monday;
      for (let left = weeks; left > 0; ) {
        week = shift(week, 7);
        if (!isHoliday(week) && !isHoliday(shift(week, 4))) left -= 1;
      }
      return shift(week, weekday - 1);
    },
    /** The first such weekday of each of the next months, or the first after the holidays. */
    monthly(count: number, weekday: number): string[] {
      const [year = 0, month = 0] = localMonth(now, timeZone).split('-').map(Number);
      return Array.from({ length: count }, (_, i) => {
        const first = new Date(Date.UTC(year, month + i, 1)).toISOString().slice(0, 10);
        const date = shift(first, (weekday - weekdayOf(first) + 7) % 7);
        return isHoliday(date) ? shift(date, 7) : date;
      });
    },
  };
}
