/**
 * The programme, or one session, for any calendar (RFC 5545, METHOD:PUBLISH): one entry a local day
 * of a session, as its page and its invitations tell it. Times are written in UTC, which every
 * client places right on both sides of a daylight-saving change. The video link is never in it.
 */
import generate, {
  ICalCalendarMethod,
  ICalEventStatus,
  ICalEventTransparency,
} from 'ical-generator';
import { type Locale, type Texts, texts } from '../../i18n';
import { byDay, type Day, sayHours } from '../../lib/dates';
import { sayPlaceOnce } from '../../lib/text';
import { absolute, links } from '../../links';
import { sessionTitle } from '../catalogue/find-session';
import type { ListedSession } from '../catalogue/list-sessions';
import type { Slot } from '../catalogue/schema';

export type FeedReader = { locale: Locale; timeZone: string; baseUrl: string };

/** The calendar file of these sessions; those without a date have no entry. */
export function calendarFeed(
  sessions: readonly ListedSession[],
  name: string,
  reader: FeedReader,
): string {
  const calendar = generate({
    name,
    prodId: { company: 'Farandole', product: 'Programme', language: reader.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 6 * 60 * 60,
  });
  for (const view of sessions)
    for (const event of eventsOf(view, reader)) calendar.createEvent(event);
  return calendar.toString();
}

export function eventsOf(view: ListedSession, reader: FeedReader) {
  const { session } = view;
  const t = texts(reader.locale).calendar;
  const url = absolute(reader.baseUrl, links.session(session.code));
  const days = byDay(view.slots, reader.timeZone);
  return days.map((day, index) => {
    const title =
      days.length > 1 ? t.dayOf(sessionTitle(view), index + 1, days.length) : sessionTitle(view);
    const cancelled = session.state === 'cancelled';
    return {
      // The position of the day and not its date, so that a day that moves moves in calendars.
      id: `s-${session.code}-${index + 1}@${new URL(reader.baseUrl).hostname}`,
      sequence: session.version,
      stamp: new Date(session.updatedAt),
      lastModified: new Date(session.updatedAt),
      ...timesOf(day),
      summary: cancelled ? t.cancelled(title) : title,
      location: whereabouts(view, t),
      description: describe(view, day, t, url, reader),
      url,
      status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      transparency: ICalEventTransparency.TRANSPARENT,
    };
  });
}

/** A day whose hours nobody noted is an entry of the whole day: a false hour would be worse. */
function timesOf(day: Day<Slot>) {
  if (day.slots.every((slot) => slot.precision === 'time'))
    return { start: new Date(day.startsAt), end: new Date(day.endsAt) };
  return { start: new Date(`${day.date}T00:00Z`), allDay: true };
}

const whereabouts = ({ session, venue }: ListedSession, t: Texts['calendar']) =>
  venue
    ? sayPlaceOnce([venue.name, venue.address, venue.town])
    : session.mode === 'online'
      ? t.online
      : null;

function describe(
  { session, action, carriers }: ListedSession,
  day: Day<Slot>,
  t: Texts['calendar'],
  url: string,
  { locale, timeZone }: FeedReader,
): string {
  const severalHours = day.slots.length > 1 && day.slots.every((s) => s.precision === 'time');
  const lines = [
    session.state === 'cancelled' && session.cancelReason && t.reason(session.cancelReason),
    severalHours && t.hours(day.slots.map((slot) => sayHours(slot, locale, timeZone))),
    session.mode === 'online' && t.onlineHow,
    action.target && t.forWhom(action.target),
    carriers.length > 0 && t.proposedBy(carriers.map((carrier) => carrier.name)),
    t.register(url),
  ];
  return lines.filter(Boolean).join('\n');
}
