/**
 * Invitations (iTIP, RFC 5546): one calendar entry a day of the session, one entry a mail, one
 * attendee an entry, times in UTC (docs/decisions/0010-a-calendar-entry-a-day.md).
 */
import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalAttendeeType,
  ICalCalendarMethod,
  ICalEventStatus,
} from 'ical-generator';
import type { Span } from '../../lib/dates';

/** The name of a calendar entry for good: a new holder has entries of their own. */
export const calendarUid = (
  registration: { id: number; holderVersion: number },
  day: number,
  host: string,
) => `r${registration.id}-${registration.holderVersion}-${day}@${host}`;

export type Invitation = {
  method: 'REQUEST' | 'CANCEL';
  uid: string;
  sequence: number;
  /** The same at each try of a mail. */
  stamp: number;
  span: Span;
  summary: string;
  description: string;
  location: string | null;
  url: string;
  organizer: { name: string; address: string };
  attendee: { name: string; address: string };
  language: string;
};

export function invitation(entry: Invitation): string {
  const cancelled = entry.method === 'CANCEL';
  // No time zone anywhere: ical-generator then writes UTC times and a DTSTAMP that ends in Z.
  const calendar = ical({
    prodId: { company: 'Farandole', product: 'Farandole', language: entry.language.toUpperCase() },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: entry.uid,
    sequence: entry.sequence,
    stamp: new Date(entry.stamp),
    start: new Date(entry.span.startsAt),
    end: new Date(entry.span.endsAt),
    summary: oneLine(entry.summary),
    description: entry.description,
    location: entry.location && oneLine(entry.location),
    url: entry.url,
    // A REQUEST with STATUS:CANCELLED leaves the entry in place: method and status go together.
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    organizer: {
      name: oneLine(entry.organizer.name) || entry.organizer.address,
      email: entry.organizer.address,
    },
    attendees: [
      {
        name: oneLine(entry.attendee.name) || entry.attendee.address,
        email: entry.attendee.address,
        type: ICalAttendeeType.INDIVIDUAL,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: !cancelled,
      },
    ],
  });
  return `${calendar.toString().replace(shouted, (scheme) => scheme.toLowerCase())}\r\n`;
}

/**
 * ical-generator writes MAILTO: before attendees, and mailto: before the organizer. One way for both,
 * as readers compare; of the same length, so that a line stays folded where it was.
 */
const shouted = new RegExp([...':MAILTO:'].join('(?:\\r\\n )?'), 'g');

/** A property is one line; quotes have no place in a parameter that many readers do not unescape. */
const oneLine = (text: string) =>
  text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/"/g, '’')
    .trim();
