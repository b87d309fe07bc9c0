/** The first screen: what needs me, and what is coming. */
import type { NotTaken } from '../../../domain/attendance/list-not-taken';
import type { ComingSession } from '../../../domain/catalogue/list-coming-sessions';
import type { SessionOfDay } from '../../../domain/catalogue/list-sessions-of-day';
import type { Needs } from '../../../domain/organisers/needs';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { sayDay, sayTime } from '../../../lib/dates';
import { links } from '../../../links';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { WhatNeedsMe } from './needs';
import { OfDay } from './of-day';

export function TodayPage({
  shell,
  ofDay,
  coming,
  needs,
  notTaken,
  now,
}: {
  shell: Shell;
  ofDay: SessionOfDay[];
  /** Those of the day left out. */
  coming: ComingSession[];
  /** Null for a reader. */
  needs: Needs | null;
  /** Over, and nobody noted who came. */
  notTaken: NotTaken[];
  now: number;
}) {
  const { t, locale, timeZone, href } = shell.reader;
  const text = t.organiser.today;
  const when = (at: number) =>
    `${sayDay(at, locale, timeZone, now)}, ${sayTime(at, locale, timeZone)}`;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="today">
      <h1>{text.title}</h1>
      <OfDay {...{ shell, sessions: ofDay }} />
      {needs && <WhatNeedsMe {...{ shell, needs, notTaken, now }} />}
      <h2>{text.upcoming}</h2>
      {coming.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          caption={text.upcoming}
          captionUnseen
          stacks
          rows={coming}
          columns={[
            {
              head: text.session,
              cell: (session) => (
                <>
                  {mayOrganise(shell.account) ? (
                    <a href={href(links.organiserSession(session.code))}>{session.title}</a>
                  ) : session.state === 'draft' ? (
                    session.title
                  ) : (
                    <a href={href(links.session(session.code))}>{session.title}</a>
                  )}{' '}
                  {session.state === 'draft' && <Badge>{text.draft}</Badge>}
                </>
              ),
            },
            { head: text.when, cell: ({ startsAt }) => startsAt !== null && when(startsAt) },
            { head: text.places, cell: (session) => <Places session={session} text={text} /> },
          ]}
        />
      )}
    </OrganiserLayout>
  );
}

function Places({
  session: { seatsTaken, capacity, waitingCount, minSeats },
  text,
}: {
  session: ComingSession;
  text: Shell['reader']['t']['organiser']['today'];
}) {
  return (
    <>
      {text.seats(seatsTaken, capacity)}{' '}
      {waitingCount > 0 && <Badge tone="info">{text.waiting(waitingCount)}</Badge>}{' '}
      {minSeats !== null && seatsTaken < minSeats && (
        <Badge tone="care">{text.underMinimum(minSeats)}</Badge>
      )}
    </>
  );
}
