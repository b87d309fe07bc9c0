/** When, where and how many places, in the words of the programme. Pure: the clock is passed in. */
import type { Action, Session, Slot, Venue } from '../../../domain/catalogue/schema';
import { seatsLeft } from '../../../domain/catalogue/seats';
import { byDay, hour, sayDay, sayHours, sayTime } from '../../../lib/dates';
import { sayPlaceOnce, typeset } from '../../../lib/text';
import type { Reader } from '../../context';

type When = Pick<Slot, 'startsAt' | 'endsAt' | 'precision' | 'minutes'>;

/**
 * A line a day: « mercredi 6 décembre, de 9 h à 12 h 30 et de 13 h 30 à 17 h ». A slot noted without
 * its hours is said as it was noted: the day, the morning, its length.
 */
export function sayWhen(slots: readonly When[], reader: Reader, now: number): string[] {
  const { locale, timeZone } = reader;
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  return byDay(slots, timeZone).map((day) => {
    const hours = day.slots.map((slot) => sayPartOfDay(slot, reader)).filter(Boolean);
    const said = sayDay(day.startsAt, locale, timeZone, now);
    return typeset(hours.length ? `${said}, ${and.format(hours)}` : said);
  });
}

function sayPartOfDay(slot: When, { t, locale, timeZone }: Reader): string {
  if (slot.precision === 'time') return sayHours(slot, locale, timeZone);
  if (slot.precision === 'morning') return t.programme.morning;
  if (slot.precision === 'afternoon') return t.programme.afternoon;
  if (slot.minutes === null) return '';
  return t.programme.duration(Math.floor(slot.minutes / 60), slot.minutes % 60);
}

/**
 * « jeudi 25 mai 2023, de 20 h à 22 h » in one short line, for links to other dates. A year noted by the
 * day begins at midnight: a day without hours is said as a day.
 */
export function sayStart(
  session: Pick<Session, 'startsAt' | 'endsAt'> & {
    precision?: Slot['precision'] | null | undefined;
  },
  reader: Reader,
  now: number,
) {
  const { startsAt, endsAt, precision } = session;
  const { t, locale, timeZone } = reader;
  if (startsAt === null || endsAt === null) return t.programme.dateToCome;
  const first = sayDay(startsAt, locale, timeZone, now);
  if (precision && precision !== 'time') {
    const part = sayPartOfDay({ startsAt, endsAt, precision, minutes: null }, reader);
    return [first, part].filter(Boolean).join(', ');
  }
  const oneDay = endsAt - startsAt < 12 * hour;
  const hours = oneDay
    ? sayHours({ startsAt, endsAt }, locale, timeZone)
    : sayTime(startsAt, locale, timeZone);
  return typeset(`${first}, ${hours}`);
}

/** « jeudi 25 mai à 19 h 59 » : an instant up to which, or from which, something can be done. */
export const sayInstant = (at: number, { locale, timeZone }: Reader, now: number) =>
  typeset(
    `${sayDay(at, locale, timeZone, now)}${locale === 'fr' ? ' à ' : ' at '}${sayTime(at, locale, timeZone)}`,
  );

/** The session's own title where it has one, else its action's. */
export const sayTitle = (of: { session: Pick<Session, 'title'>; action: Pick<Action, 'title'> }) =>
  typeset(of.session.title ?? of.action.title);

/** « Salle du Capitole, Alès », without repeating a town that the name already says. */
export const sayVenue = ({ name, town }: Pick<Venue, 'name' | 'town'>): string =>
  sayPlaceOnce([name, town]);

/** « En salle : Salle du Capitole, Alès », or « Par vidéo ». */
export function sayWhere(
  session: Pick<Session, 'mode'>,
  venue: Venue | null,
  { t: { programme } }: Reader,
): string {
  const place = venue && sayVenue(venue);
  if (session.mode === 'online') return programme.modes.online;
  if (session.mode === null) return [programme.modeUnknown, place].filter(Boolean).join(' – ');
  return `${programme.modes.in_person}${programme.about}${place ?? programme.venueUnknown}`;
}

/** « 6 places sur 15 disponibles », « Complet », « Sans limite de places ». */
export function sayPlaces(
  session: Pick<Session, 'capacity' | 'seatsTaken'>,
  { t: { programme } }: Reader,
): string {
  const left = seatsLeft(session);
  if (left === null || session.capacity === null) return programme.noLimit;
  if (left === 0) return programme.full;
  return left <= 3 && session.capacity > left
    ? programme.lastPlaces(left, session.capacity)
    : programme.placesLeft(left, session.capacity);
}
