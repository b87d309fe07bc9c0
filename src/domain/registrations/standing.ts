/**
 * Where a registration stands today and what its holder may still do: its own state, read together
 * with its session's and with the clock. An offer whose time is over has lapsed, even before the
 * timetable has passed it on.
 */
import { isOver } from '../catalogue/registration-window';
import type { Session } from '../catalogue/schema';
import { correctionWindow } from './hand-over';
import type { Registration, RegistrationState } from './schema';

export type Standing = RegistrationState | 'lapsed' | 'session_cancelled' | 'past';

export type May = { cancel: boolean; handOver: boolean; move: boolean; correctAddress: boolean };

type Dates = Pick<Session, 'state' | 'endsAt'>;

export function standingOf(
  registration: Registration,
  session: Dates,
  offerExpiresAt: number | null,
  now: number,
): Standing {
  if (session.state === 'cancelled' || registration.endedBy === 'session_cancelled')
    return 'session_cancelled';
  if (registration.endedBy === 'offer_lapsed') return 'lapsed';
  if (registration.state === 'cancelled') return 'cancelled';
  if (isOver(session, now)) return 'past';
  if (registration.state === 'offered' && offerExpiresAt !== null && offerExpiresAt <= now)
    return 'lapsed';
  return registration.state;
}

export function may(registration: Registration, standing: Standing, now: number): May {
  const live = ['pending', 'confirmed', 'waitlisted', 'offered'].includes(standing);
  return {
    cancel: live,
    handOver: standing === 'confirmed' || standing === 'pending',
    move: live,
    correctAddress: live && now <= registration.createdAt + correctionWindow,
  };
}
