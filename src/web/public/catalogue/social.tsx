/** What a link to the site shows when it is shared, and what a search engine reads of a session. */
import { raw } from 'hono/html';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { seatsLeft } from '../../../domain/catalogue/seats';
import { toIso } from '../../../lib/dates';
import { absolute, links } from '../../../links';
import type { Reader } from '../../context';

export function SocialTags({
  reader,
  title,
  description,
  url,
}: {
  reader: Reader;
  title: string;
  description: string;
  url: string;
}) {
  const image = absolute(reader.baseUrl, links.preview());
  return (
    <>
      <meta property="og:type" content="website" />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={url} />
      <meta property="og:site_name" content={reader.networkName} />
      <meta property="og:locale" content={reader.locale === 'fr' ? 'fr_FR' : 'en_GB'} />
      <meta property="og:image" content={image} />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  );
}

type Shown = Pick<SessionView, 'action' | 'venue' | 'slots' | 'carriers'> & {
  session: Omit<SessionView['session'], 'videoUrl'>;
};

/** The session as a schema.org Event; null without a date, which an Event must have. */
export function eventData(view: Shown, reader: Reader): Record<string, unknown> | null {
  const { session, action, venue, slots, carriers } = view;
  const { baseUrl, timeZone } = reader;
  if (session.startsAt === null || session.endsAt === null) return null;
  const url = absolute(baseUrl, links.session(session.code));
  const online = session.mode === 'online';
  const left = seatsLeft(session);
  const name = session.title ?? action.title;
  const when = (span: { startsAt: number; endsAt: number }) => ({
    startDate: toIso(span.startsAt, timeZone),
    endDate: toIso(span.endsAt, timeZone),
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name,
    description: session.summary || action.summary || action.target || name,
    url,
    ...when({ startsAt: session.startsAt, endsAt: session.endsAt }),
    ...(slots.length > 1 && {
      subEvent: slots.map((slot) => ({ '@type': 'Event', name, ...when(slot) })),
    }),
    eventStatus: `https://schema.org/${session.state === 'cancelled' ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${online ? 'Online' : 'Offline'}EventAttendanceMode`,
    // The video link is for people confirmed: the virtual place is this page.
    location: online
      ? { '@type': 'VirtualLocation', url }
      : venue && {
          '@type': 'Place',
          name: venue.name,
          address: {
            '@type': 'PostalAddress',
            ...(venue.address && { streetAddress: venue.address }),
            ...(venue.town && { addressLocality: venue.town }),
          },
        },
    organizer: carriers.map((carrier) => ({ '@type': 'Organization', name: carrier.name })),
    ...(session.practical.free && { isAccessibleForFree: true }),
    ...(session.capacity !== null && {
      maximumAttendeeCapacity: session.capacity,
      remainingAttendeeCapacity: left,
    }),
    // What does not take place is on offer to nobody.
    ...(session.state !== 'cancelled' && {
      offers: {
        '@type': 'Offer',
        url,
        ...(session.practical.free && { price: 0, priceCurrency: 'EUR' }),
        availability: `https://schema.org/${left === 0 ? 'SoldOut' : 'InStock'}`,
      },
    }),
  };
}

/** Data in a page: « < » is written so that no title can end the element that holds it. */
export const JsonLd = ({ data }: { data: Record<string, unknown> }) => (
  <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
);
