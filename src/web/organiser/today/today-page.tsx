/** The first screen: what is coming. */
import type { NotTaken } from '../../../domain/attendance/presence';
import type { ComingSession } from '../../../domain/catalogue/list-coming-sessions';
import { sayDay, sayTime } from '../../../lib/dates';
import { links } from '../../../links';
import { Badge } from '../../ui/notice';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';

export function TodayPage({
  shell,
  coming,
  notTaken,
  now,
}: {
  shell: Shell;
  coming: ComingSession[];
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
      {notTaken.length > 0 && (
        <Table
          caption={t.attendance.notTaken}
          rows={notTaken}
          columns={[
            {
              head: text.session,
              cell: ({ code, title }) => <a href={href(links.attendance(code))}>{title}</a>,
            },
            { head: text.when, cell: ({ startsAt }) => when(startsAt) },
            { head: t.attendance.awaited, cell: ({ awaited }) => awaited, number: true },
          ]}
        />
      )}
      <h2>{text.upcoming}</h2>
      {coming.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          caption={text.upcoming}
          captionUnseen
          rows={coming}
          columns={[
            {
              head: text.session,
              cell: (session) => (
                <>
                  {/* A draft has no page that anyone may open yet. */}
                  {session.state === 'draft' ? (
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
