/**
 * Instants are UTC milliseconds; people read and type them in the network's time zone.
 * The conversions go through Temporal, so they hold across daylight-saving changes.
 */
import { Temporal } from 'temporal-polyfill';

export type Locale = 'fr' | 'en';
export type Span = { startsAt: number; endsAt: number };

export const minute = 60_000;
export const hour = 60 * minute;
export const day = 24 * hour;

/**
 * The instant of a local date and time such as '2023-05-25T20:00'. A time that a spring change
 * skips is moved forward; one that an autumn change repeats is the first (RFC 5545 §3.3.5).
 * @throws {RangeError} when the text is no local date and time.
 */
export function toInstant(local: string, timeZone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone, {
    disambiguation: 'compatible',
  }).epochMilliseconds;
}

/** An instant as '2023-05-25T20:00' in the zone: what a datetime-local field takes. */
export function toLocal(at: number, timeZone: string): string {
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' });
}

/** The local day of an instant, '2023-05-25'. */
export const localDay = (at: number, timeZone: string) =>
  zoned(at, timeZone).toPlainDate().toString();

/** Whether it is a day such as '2023-05-25': 30 February has the shape of one and is none. */
export const isDay = (text: string) =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00Z`).toJSON()?.startsWith(text) === true;

/** A year that people still or already plan in: a slip of the finger makes it 0206 or 20266. */
export const isOurTime = (day: string) => day >= '2000' && day < '2101';

/** The local month of an instant, '2023-05'. */
export const localMonth = (at: number, timeZone: string) => localDay(at, timeZone).slice(0, 7);

/** The first instant of a month '2023-05' and of the month after it. */
export function monthSpan(month: string, timeZone: string): Span {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const start = (date: Temporal.PlainDate) => date.toZonedDateTime({ timeZone }).epochMilliseconds;
  return { startsAt: start(first), endsAt: start(first.add({ months: 1 })) };
}

/** The instant of midnight that begins a local day '2023-05-25'. */
export const startOfDay = (date: string, timeZone: string) =>
  Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds;

/** A local day, of 23 to 25 hours. */
export const daySpan = (date: string, timeZone: string): Span => ({
  startsAt: startOfDay(date, timeZone),
  endsAt: startOfDay(Temporal.PlainDate.from(date).add({ days: 1 }).toString(), timeZone),
});

function zoned(at: number, timeZone: string) {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(locale: Locale, timeZone: string, options: Intl.DateTimeFormatOptions) {
  const key = `${locale}|${timeZone}|${JSON.stringify(options)}`;
  let found = formats.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(locale === 'fr' ? 'fr-FR' : 'en-GB', { timeZone, ...options });
    formats.set(key, found);
  }
  return found;
}

/** « jeudi 25 mai 2023 », and without the year when it is the year of `now`. */
export function sayDay(at: number, locale: Locale, timeZone: string, now?: number): string {
  const sameYear =
    now !== undefined && localDay(at, timeZone).slice(0, 4) === localDay(now, timeZone).slice(0, 4);
  const text = format(locale, timeZone, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
  return locale === 'fr' ? text.replace(/\b1 (?=\p{L})/u, '1er ') : text.replace(',', '');
}

/** « 20 h », « 20 h 30 » ; 8 pm, 8.30 pm. */
export function sayTime(at: number, locale: Locale, timeZone: string): string {
  const { hour: hours, minute: minutes } = zoned(at, timeZone);
  const padded = String(minutes).padStart(2, '0');
  if (locale === 'fr') return minutes ? `${hours} h ${padded}` : `${hours} h`;
  const half = hours < 12 ? 'am' : 'pm';
  const twelve = hours % 12 || 12;
  return minutes ? `${twelve}.${padded} ${half}` : `${twelve} ${half}`;
}

/** « de 20 h à 22 h » ; from 8 pm to 10 pm. */
export function sayHours(span: Span, locale: Locale, timeZone: string): string {
  const from = sayTime(span.startsAt, locale, timeZone);
  const to = sayTime(span.endsAt, locale, timeZone);
  return locale === 'fr' ? `de ${from} à ${to}` : `from ${from} to ${to}`;
}

/** « jeudi 25 mai 2023, de 20 h à 22 h ». */
export function saySlot(span: Span, locale: Locale, timeZone: string, now?: number): string {
  return `${sayDay(span.startsAt, locale, timeZone, now)}, ${sayHours(span, locale, timeZone)}`;
}

/** The same of a local day: it has no hour, and is said in UTC, where it was put. */
export const sayLocalDay = (day: string, locale: Locale): string =>
  sayDay(Date.parse(`${day}T12:00Z`), locale, 'UTC');

/** « mai 2023 » from '2023-05'. */
export function sayMonth(month: string, locale: Locale): string {
  return format(locale, 'UTC', { month: 'long', year: 'numeric' }).format(
    Date.parse(`${month}-01T00:00Z`),
  );
}

export type Day<S extends Span = Span> = Span & { date: string; slots: S[] };

/**
 * The slots by local day, in order: a training with a lunch break is one day from the first start to
 * the last end. It is what a calendar shows as one entry (docs/decisions: one invitation a day).
 */
export function byDay<S extends Span>(slots: readonly S[], timeZone: string): Day<S>[] {
  const days: Day<S>[] = [];
  for (const slot of [...slots].sort((a, b) => a.startsAt - b.startsAt)) {
    const date = localDay(slot.startsAt, timeZone);
    const last = days.at(-1);
    if (last?.date === date) {
      last.slots.push(slot);
      last.endsAt = Math.max(last.endsAt, slot.endsAt);
    } else {
      days.push({ date, startsAt: slot.startsAt, endsAt: slot.endsAt, slots: [slot] });
    }
  }
  return days;
}

/** The month `by` months after '2023-05'. */
export const nextMonth = (month: string, by: number) =>
  Temporal.PlainYearMonth.from(month).add({ months: by }).toString();

/** The days of a month by week, Monday first; null where a day belongs to another month. */
export function monthWeeks(month: string): (string | null)[][] {
  const first = Temporal.PlainYearMonth.from(month).toPlainDate({ day: 1 });
  const days: (string | null)[] = Array.from({ length: first.dayOfWeek - 1 }, () => null);
  for (let n = 0; n < first.daysInMonth; n++) days.push(first.add({ days: n }).toString());
  while (days.length % 7) days.push(null);
  return Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7));
}

/** « jeu. », « 25 », « mai »: a day as a calendar leaf shows it. */
export function dayParts(at: number, locale: Locale, timeZone: string) {
  const part = (options: Intl.DateTimeFormatOptions) =>
    format(locale, timeZone, options).format(at);
  return {
    weekday: part({ weekday: 'short' }),
    day: String(zoned(at, timeZone).day),
    month: part({ month: 'short' }),
  };
}

/** '2023-05-25T20:00:00+02:00' (ISO 8601): what machines read, with the hour that people see. */
export const toIso = (at: number, timeZone: string) =>
  zoned(at, timeZone).toString({ smallestUnit: 'second', timeZoneName: 'never' });
