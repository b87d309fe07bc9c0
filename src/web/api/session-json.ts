/** A session as the JSON API gives it: what its public page shows, and nobody's name. */
import { sessionTitle } from '../../domain/catalogue/find-session';
import type { ListedSession } from '../../domain/catalogue/list-sessions';
import { registrationStatus } from '../../domain/catalogue/registration-window';
import { absolute, links } from '../../links';
import { iso } from './instants';
import type { SessionJson, SessionStatus } from './schemas';

export type Shown = { now: number; timeZone: string; baseUrl: string };

export function sessionJson(view: ListedSession, { now, timeZone, baseUrl }: Shown): SessionJson {
  const { session, action, venue } = view;
  const window = registrationStatus(session, now);
  const { capacity, seatsTaken } = session;
  return {
    code: session.code,
    title: sessionTitle(view),
    action: {
      title: action.title,
      type: action.type,
      target: action.target,
      topics: action.topics,
      carriers: view.carriers.map((carrier) => carrier.name),
    },
    status: statuses[window.status],
    audience: action.audience,
    mode: session.mode,
    venue: venue && { name: venue.name, address: venue.address, town: venue.town },
    slots: view.slots.map((slot) => ({ startsAt: iso(slot.startsAt), endsAt: iso(slot.endsAt) })),
    timeZone,
    capacity,
    seatsTaken,
    seatsLeft: capacity === null ? null : Math.max(0, capacity - seatsTaken),
    waiting: session.waitingCount,
    registration: {
      opensAt: window.opensAt === null ? null : iso(window.opensAt),
      closesAt: window.closesAt === null ? null : iso(window.closesAt),
      open: window.status === 'open',
    },
    url: absolute(baseUrl, links.session(session.code)),
  };
}

const statuses = {
  open: 'upcoming',
  not_yet: 'upcoming',
  closed: 'upcoming',
  past: 'past',
  cancelled: 'cancelled',
  undated: 'undated',
} as const satisfies Record<ReturnType<typeof registrationStatus>['status'], SessionStatus>;
