/** An action: its plan, its sessions and the meetings that it took. */
import type { Child } from 'hono/jsx';
import type { ActionView } from '../../../domain/catalogue/find-action';
import type { Session } from '../../../domain/catalogue/schema';
import type { ListedMeeting } from '../../../domain/meetings/list-meetings';
import { localDay, sayDay } from '../../../lib/dates';
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Facts, Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { MeetingsTable } from '../meetings/meetings-page';

const sections = [
  'summary',
  'context',
  'objectives',
  'coordination',
  'communication',
  'evaluation',
] as const;

export function ActionPage({
  shell,
  view: { action, carriers },
  sessions,
  meetings,
  mayEdit,
}: {
  shell: Shell;
  view: ActionView;
  sessions: Session[];
  meetings: ListedMeeting[];
  mayEdit: boolean;
}) {
  const { t, href } = shell.reader;
  const text = t.actions;
  const written = sections.filter((name) => action[name]);
  return (
    <OrganiserLayout shell={shell} title={action.title} here="actions">
      <h1>{action.title}</h1>
      {mayEdit && (
        <Buttons>
          <ButtonLink href={href(links.actionEdit(action.id))}>{text.edit}</ButtonLink>
        </Buttons>
      )}
      <Facts
        items={[
          [text.type, t.programme.types[action.type]],
          [text.audience, t.programme.audiences[action.audience]],
          [text.target, action.target],
          [text.carriers, carriers.map((carrier) => carrier.name)],
          [text.networks, action.networks.join(', ')],
          [text.topics, action.topics.join(', ')],
        ]}
      />
      <ReportLinks shell={shell} action={action} sessions={sessions} />
      <h2>{text.sessions}</h2>
      <SessionsTable shell={shell} sessions={sessions} actionTitle={action.title} />
      {mayEdit && (
        <Buttons>
          <ButtonLink kind="secondary" href={href(links.newSession(action.id))}>
            {t.sessions.new}
          </ButtonLink>
        </Buttons>
      )}
      <h2>{t.meetings.ofAction}</h2>
      <MeetingsTable shell={shell} meetings={meetings} />
      {mayEdit && (
        <Buttons>
          <ButtonLink kind="secondary" href={href(links.newMeeting(action.id))}>
            {t.meetings.add}
          </ButtonLink>
        </Buttons>
      )}
      <h2>{text.planned}</h2>
      {written.length === 0 && <p>{text.plannedNone}</p>}
      {written.map((name) => (
        <section class="narrow">
          <h3>{text[name]}</h3>
          <Paragraphs text={action[name]} />
        </section>
      ))}
    </OrganiserLayout>
  );
}

/** Its report for each year in which it has a session. */
function ReportLinks({
  shell,
  action,
  sessions,
}: {
  shell: Shell;
  action: ActionView['action'];
  sessions: Session[];
}) {
  const { t, timeZone, href } = shell.reader;
  const days = sessions.map(({ startsAt, publishedAt, createdAt }) =>
    localDay(startsAt ?? publishedAt ?? createdAt, timeZone),
  );
  const years = [...new Set(days.map((day) => Number(day.slice(0, 4))))].sort((a, b) => b - a);
  return (
    <ul>
      {years.map((year) => (
        <li>
          <a href={href(links.actionReport(action.id, year))}>{t.reports.action.link(year)}</a>
        </li>
      ))}
    </ul>
  );
}

/** As typed: an empty line parts two paragraphs, a line end is kept. */
function Paragraphs({ text }: { text: string }) {
  const lines = (paragraph: string): Child[] =>
    paragraph.split('\n').map((line, index) => (
      <>
        {index > 0 && <br />}
        {line}
      </>
    ));
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p>{lines(paragraph)}</p>
      ))}
    </>
  );
}

function SessionsTable({
  shell,
  sessions,
  actionTitle,
}: {
  shell: Shell;
  sessions: Session[];
  actionTitle: string;
}) {
  const { t, locale, timeZone, href } = shell.reader;
  const text = t.actions;
  const when = ({ startsAt, dateState }: Session) => {
    if (startsAt !== null) return sayDay(startsAt, locale, timeZone);
    return dateState === 'unrecorded' ? text.dateUnrecorded : text.dateToCome;
  };
  if (!sessions.length) return <p>{text.noSessions}</p>;
  return (
    <Table
      stacks
      caption={text.sessions}
      captionUnseen
      rows={sessions}
      columns={[
        {
          head: text.when,
          // A draft has no page that anyone may open yet.
          cell: (session) =>
            session.state === 'draft' ? (
              when(session)
            ) : (
              <a href={href(links.session(session.code))}>{when(session)}</a>
            ),
        },
        { head: text.name, cell: ({ title }) => title ?? actionTitle },
        {
          head: text.seats,
          number: true,
          cell: ({ seatsTaken, capacity }) =>
            capacity === null ? seatsTaken : `${seatsTaken} / ${capacity}`,
        },
        {
          head: text.state,
          cell: ({ state }) => (
            <Badge tone={state === 'cancelled' ? 'danger' : undefined}>{text.states[state]}</Badge>
          ),
        },
      ]}
    />
  );
}
