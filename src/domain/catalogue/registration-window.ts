/**
 * When the public may register: from the publication, unless an opening is set, until the first slot
 * starts, unless a closing is set. The page, the form's decision and the API all ask here.
 */
import type { Session } from './schema';

export type WindowStatus = 'open' | 'not_yet' | 'closed' | 'past' | 'cancelled' | 'undated';
export type RegistrationWindow = {
  status: WindowStatus;
  /** Instants; null when nobody knows yet. */
  opensAt: number | null;
  closesAt: number | null;
};

/** Over since an instant that is known: nobody can come to it any more. */
export const isOver = ({ endsAt }: Pick<Session, 'endsAt'>, now: number): boolean =>
  endsAt !== null && endsAt <= now;

type Dates = Pick<
  Session,
  | 'state'
  | 'dateState'
  | 'startsAt'
  | 'endsAt'
  | 'publishedAt'
  | 'registrationOpensAt'
  | 'registrationClosesAt'
>;

export function registrationStatus(session: Dates, now: number): RegistrationWindow {
  const opensAt = session.registrationOpensAt ?? session.publishedAt;
  const closesAt = session.registrationClosesAt ?? session.startsAt;
  return { status: statusAt(session, opensAt, closesAt, now), opensAt, closesAt };
}

/** Whether the public may register: where it is by invitation, those who came by the link of one. */
export const takesRegistrations = (
  session: Dates & Pick<Session, 'visibility'>,
  now: number,
  invited = false,
): boolean =>
  registrationStatus(session, now).status === 'open' &&
  (session.visibility !== 'invitation' || invited);

function statusAt(
  session: Dates,
  opensAt: number | null,
  closesAt: number | null,
  now: number,
): WindowStatus {
  if (session.state === 'cancelled') return 'cancelled';
  // A past year may have been noted without its dates: it took place all the same.
  if (session.dateState === 'unrecorded') return 'past';
  if (session.endsAt === null) return 'undated';
  if (session.endsAt <= now) return 'past';
  if (session.state === 'draft' || (opensAt !== null && now < opensAt)) return 'not_yet';
  return closesAt !== null && now >= closesAt ? 'closed' : 'open';
}
