/**
 * Places that the public can take: those under `capacity`. Seats from there to `maxCapacity` are the
 * organiser's to give, so nothing public counts them.
 */
import type { Session } from './schema';

type Places = Pick<Session, 'capacity' | 'seatsTaken'>;

/** Never below 0, since an organiser may go over; null when the session is open to all. */
export const seatsLeft = ({ capacity, seatsTaken }: Places): number | null =>
  capacity === null ? null : Math.max(0, capacity - seatsTaken);

export const isFull = (session: Places) => seatsLeft(session) === 0;
