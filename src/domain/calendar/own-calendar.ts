/**
 * The entries of someone's own registration as a file to open. They bear the UID and the SEQUENCE of
 * the invitations that went by mail, so that a calendar which has both shows one, and a later change
 * or cancellation by mail reaches it. The video link is in it: only for people confirmed.
 */
import generate, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { sessionTitle } from '../catalogue/find-session';
import type { ListedSession } from '../catalogue/list-sessions';
import { eventsOf, type FeedReader } from './feed';
import { calendarUid } from './invitation';

type Own = { id: number; holderVersion: number; calendarSequence: number; stateChangedAt: number };

export function ownCalendar(
  registration: Own,
  view: ListedSession,
  videoUrl: string | null,
  reader: FeedReader,
): string {
  const calendar = generate({
    name: sessionTitle(view),
    prodId: { company: 'Farandole', product: 'Farandole', language: reader.locale.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  });
  const host = new URL(reader.baseUrl).hostname;
  const stamp = new Date(Math.max(registration.stateChangedAt, view.session.updatedAt));
  for (const [day, event] of eventsOf(view, reader).entries())
    calendar.createEvent({
      ...event,
      id: calendarUid(registration, day, host),
      sequence: registration.calendarSequence,
      stamp,
      lastModified: stamp,
      ...(videoUrl && {
        location: videoUrl,
        description: `${videoUrl}\n${event.description}`,
      }),
      transparency: ICalEventTransparency.OPAQUE,
    });
  return calendar.toString();
}
