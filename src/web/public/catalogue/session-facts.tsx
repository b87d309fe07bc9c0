/** The facts of a session, in the order in which people ask: when, where, for whom, with whom. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { Speaker } from '../../../domain/catalogue/schema';
import type { Reader } from '../../context';
import { Facts } from '../../ui/table';
import { sayWhen, sayWhere } from './say';

type Shown = Omit<SessionView, 'session'> & { session: Omit<SessionView['session'], 'videoUrl'> };

/** What people ask first: when, where, for whom. */
export function FirstFacts({ view, reader, now }: { view: Shown; reader: Reader; now: number }) {
  const { session, action, venue, slots } = view;
  const { programme } = reader.t;
  const undated =
    session.dateState === 'unrecorded' ? programme.dateUnrecorded : programme.dateToCome;
  const when = slots.length ? sayWhen(slots, reader, now) : [undated];
  const where = sayWhere(session, venue, reader);
  return (
    <Facts
      items={[
        [
          programme.when,
          [
            ...when.map((line) => <strong class="when">{line}</strong>),
            slots.length > 2 && <span class="muted">{programme.slotsCount(slots.length)}</span>,
          ],
        ],
        [programme.where, session.mode === 'online' ? `${where} – ${programme.onlineText}` : where],
        [programme.audience, action.target || programme.audiences[action.audience]],
        [programme.eligibility, session.eligibility],
      ]}
    />
  );
}

/** Who speaks, who runs it, what about. */
export function MoreFacts({ view, reader }: { view: Shown; reader: Reader }) {
  const { session, action, carriers } = view;
  const { programme } = reader.t;
  return (
    <Facts
      items={[
        [programme.speakers, session.speakers.map(saySpeaker)],
        [programme.carriers, carriers.map((carrier) => carrier.name)],
        [programme.topics, action.topics.join(', ')],
      ]}
    />
  );
}

const saySpeaker = ({ name, role }: Speaker) => [name, role].filter(Boolean).join(', ');
