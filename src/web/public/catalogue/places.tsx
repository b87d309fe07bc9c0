/** Places left: the words, the gauge that repeats them, and who waits. */
import type { Session } from '../../../domain/catalogue/schema';
import { isFull } from '../../../domain/catalogue/seats';
import type { Reader } from '../../context';
import { Gauge } from '../../ui/gauge';
import { sayPlaces } from './say';

export function Places({
  session,
  reader,
}: {
  session: Pick<Session, 'capacity' | 'seatsTaken' | 'waitingCount'>;
  reader: Reader;
}) {
  return (
    <div class={isFull(session) ? 'places full' : 'places'}>
      {session.capacity !== null && (
        <Gauge taken={session.seatsTaken} capacity={session.capacity} />
      )}
      <p>
        <strong>{sayPlaces(session, reader)}</strong>
        {session.waitingCount > 0 && (
          <span class="muted"> – {reader.t.programme.waiting(session.waitingCount)}</span>
        )}
      </p>
    </div>
  );
}
