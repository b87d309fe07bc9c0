/** In a list of sessions: the places that are taken, or who came once it is over. */
import type { PresentCount } from '../../../domain/attendance/presence';
import type { OwnSession } from '../../../domain/catalogue/list-own-sessions';
import { Badge } from '../../ui/notice';
import type { Shell } from '../context';

type Props = { shell: Shell; session: OwnSession; present: PresentCount | undefined };

export function Seats({ shell, session, present }: Props) {
  const { seatsTaken, capacity, waitingCount, minSeats, state } = session;
  const text = shell.reader.t.sessions;
  if (present?.taken) return <>{sayPresent(present, text)}</>;
  return (
    <>
      {text.seats(seatsTaken, capacity)}{' '}
      {present && <Badge tone="care">{text.attendanceToTake}</Badge>}{' '}
      {!present && waitingCount > 0 && <Badge tone="info">{text.waiting(waitingCount)}</Badge>}{' '}
      {!present && state === 'published' && minSeats !== null && seatsTaken < minSeats && (
        <Badge tone="care">{text.underMinimum(minSeats)}</Badge>
      )}
    </>
  );
}

/** A cycle may count people and not attendances. */
const sayPresent = (
  { participations, beneficiaries }: PresentCount,
  text: Shell['reader']['t']['sessions'],
) =>
  participations === 0 && beneficiaries !== null
    ? text.beneficiaries(beneficiaries)
    : text.participations(participations);
