/** A session at a glance: what, when, where, for whom, by whom, places left, and one button. */
import type { ListedSession } from '../../../domain/catalogue/list-sessions';
import { registrationStatus } from '../../../domain/catalogue/registration-window';
import { isFull } from '../../../domain/catalogue/seats';
import { dayParts } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { ButtonLink } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Places } from './places';
import { sayTitle, sayWhen, sayWhere } from './say';

type Props = { listed: ListedSession; reader: Reader; now: number };

export function SessionCard({ listed, reader, now }: Props) {
  const { session, action, slots, carriers } = listed;
  const { programme } = reader.t;
  const { status } = registrationStatus(session, now);
  const page = reader.href(links.session(session.code));
  const title = sayTitle(listed);
  const over = status === 'cancelled' || status === 'past';
  return (
    <li class={`session ${action.audience}${over ? ' over' : ''}`}>
      <DateLeaf at={session.startsAt} reader={reader} />
      <div>
        <p class="kind">
          {programme.types[action.type]} · {programme.audiences[action.audience]}
          {status === 'cancelled' && (
            <>
              {' '}
              <Badge tone="danger">{programme.cancelled}</Badge>
            </>
          )}
        </p>
        <h3>
          <a href={page}>{title}</a>
        </h3>
        {slots.length ? (
          sayWhen(slots, reader, now).map((line) => <p class="when">{line}</p>)
        ) : (
          <p class="when">{programme.dateToCome}</p>
        )}
        <p>{sayWhereBoth(listed, reader)}</p>
        <p class="muted">
          {[action.target, carriers.map((carrier) => carrier.name).join(', ')]
            .filter(Boolean)
            .join(' – ')}
        </p>
      </div>
      {!over && (
        <div class="act">
          {status === 'closed' ? (
            <p>{programme.statusClosedTitle}</p>
          ) : (
            status !== 'undated' && <Places session={session} reader={reader} />
          )}
          <Act listed={listed} reader={reader} now={now} />
        </div>
      )}
    </li>
  );
}

function Act({ listed, reader, now }: Props) {
  const { session } = listed;
  const { programme } = reader.t;
  const open = registrationStatus(session, now).status === 'open';
  const page = reader.href(links.session(session.code));
  return (
    <ButtonLink href={open ? `${page}#inscription` : page} kind={open ? 'primary' : 'secondary'}>
      {open
        ? isFull(session)
          ? programme.joinWaitingList
          : programme.register
        : programme.seeSession}
      <span class="unseen">{`${programme.about}${sayTitle(listed)}`}</span>
    </ButtonLink>
  );
}

function sayWhereBoth({ session, venue }: ListedSession, reader: Reader): string {
  const where = sayWhere(session, venue, reader);
  if (session.linkedSessionId === null || session.mode === null) return where;
  const { alsoOnline, alsoInPerson } = reader.t.programme;
  return `${where} (${session.mode === 'online' ? alsoInPerson : alsoOnline})`;
}

/** The day as a calendar leaf, for the eye: the words beside it say it in full. */
export function DateLeaf({ at, reader }: { at: number | null; reader: Reader }) {
  const parts = at === null ? null : dayParts(at, reader.locale, reader.timeZone);
  return (
    <div class="leaf" aria-hidden="true">
      {parts ? (
        <>
          <span>{parts.weekday}</span>
          <b>{parts.day}</b>
          <span>{parts.month}</span>
        </>
      ) : (
        <b>?</b>
      )}
    </div>
  );
}
