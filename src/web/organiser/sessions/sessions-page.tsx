/** The sessions: what is coming, drafts, those without a date, past years; searched by title. */
import type { PresentCount } from '../../../domain/attendance/presence';
import { type OwnSession, ownViews } from '../../../domain/catalogue/list-own-sessions';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { links } from '../../../links';
import { sayStart } from '../../public/catalogue/say';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { LangField } from '../../ui/lang-field';
import { Badge, Notice } from '../../ui/notice';
import { Pagination } from '../../ui/pagination';
import { Table } from '../../ui/table';
import { Tabs } from '../../ui/tabs';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { type ListQuery, listAddress } from './list-query';
import { Seats } from './seats';

export type SessionsProps = {
  shell: Shell;
  now: number;
  query: ListQuery;
  /** The codes of drafts that were just made. */
  created: readonly string[];
  /** The year that the past shows. */
  shownYear: number;
  /** The current year: the past goes back from it. */
  thisYear: number;
  /** Whether there is a choice between one's own and all. */
  hasOwn: boolean;
  sessions: OwnSession[];
  /** Who came to those that are over. */
  present: ReadonlyMap<number, PresentCount>;
  next: string | null;
};

export function SessionsPage(props: SessionsProps) {
  const { shell, query, sessions, next } = props;
  const { t, href } = shell.reader;
  const text = t.sessions;
  return (
    <OrganiserLayout shell={shell} title={text.title} here="sessions">
      <h1>{text.title}</h1>
      {mayOrganise(shell.account) && (
        <Buttons>
          <ButtonLink href={href(links.newSession())}>{text.new}</ButtonLink>
        </Buttons>
      )}
      <form method="get" action={links.organiserSessions()} class="search">
        <div class="field">
          <label for="q">{text.search}</label>
          <input id="q" name="q" type="search" value={query.search} />
        </div>
        {!query.mine && props.hasOwn && <input type="hidden" name="toutes" value="1" />}
        <LangField reader={shell.reader} />
        <Button kind="secondary">{text.find}</Button>
      </form>
      {query.search ? (
        <p>
          {text.found(query.search)}{' '}
          <a href={href(listAddress({ ...query, search: '' }))}>{text.leaveSearch}</a>
        </p>
      ) : (
        <Views {...props} />
      )}
      {props.hasOwn && (
        <Tabs
          label={text.whose}
          items={[true, false].map((mine) => ({
            href: href(listAddress({ ...query, mine })),
            label: mine ? text.mine : text.all,
            here: mine === query.mine,
          }))}
        />
      )}
      <Created {...props} />
      {sessions.length === 0 ? (
        <p>{query.search ? text.noneFound : noneText(text, props)}</p>
      ) : (
        <SessionsTable {...props} />
      )}
      <Pagination
        t={t}
        previous={query.after === null ? null : href(listAddress({ ...query, after: null }))}
        previousLabel={t.common.firstPage}
        next={
          next === null
            ? null
            : href(
                listAddress({
                  ...query,
                  after: next,
                  year: query.view === 'past' ? props.shownYear : null,
                }),
              )
        }
      />
    </OrganiserLayout>
  );
}

const noneText = (
  { none }: Shell['reader']['t']['sessions'],
  { query, shownYear }: SessionsProps,
) => (query.view === 'past' ? none.past(String(shownYear)) : none[query.view]);

/** What a copy has just made, to be published together: those of it that are drafts still. */
function Created({ shell, created, sessions }: SessionsProps) {
  const { t, href } = shell.reader;
  const text = t.sessions.together;
  const drafts = sessions.filter(({ code, state }) => state === 'draft' && created.includes(code));
  if (drafts.length < 2) return null;
  return (
    <Notice tone="info">
      <p>{text.hint}</p>
      <form method="post" action={href(links.publications())}>
        {drafts.map(({ code, version }) => (
          <>
            <input type="hidden" name="code" value={code} />
            <input type="hidden" name="version" value={String(version)} />
          </>
        ))}
        <Button>{text.publish(drafts.length)}</Button>
      </form>
    </Notice>
  );
}

function Views({ shell, query, shownYear: year, thisYear }: SessionsProps) {
  const { t, href } = shell.reader;
  const text = t.sessions;
  const years = [year + 1, year, year - 1].filter((one) => one <= thisYear);
  return (
    <>
      <Tabs
        label={text.which}
        items={ownViews.map((view) => ({
          href: href(listAddress({ ...query, view, year: null, after: null })),
          label: text.views[view],
          here: view === query.view,
        }))}
      />
      {query.view === 'past' && (
        <Tabs
          label={text.years}
          items={years.map((one) => ({
            href: href(listAddress({ ...query, year: one, after: null })),
            label: one,
            here: one === year,
          }))}
        />
      )}
    </>
  );
}

function SessionsTable({ shell, sessions, present, now, query }: SessionsProps) {
  const { t, href } = shell.reader;
  const text = t.sessions;
  const isAdministrator = shell.account.role === 'administrator';
  const mayOpen = (session: OwnSession) =>
    isAdministrator || (session.isOwn && mayOrganise(shell.account));
  return (
    <Table
      caption={query.search ? text.title : text.views[query.view]}
      captionUnseen
      stacks
      rows={sessions}
      columns={[
        {
          head: text.columns.name,
          cell: (session) =>
            mayOpen(session) ? (
              <a href={href(links.organiserSession(session.code))}>{session.title}</a>
            ) : session.state === 'draft' ? (
              session.title
            ) : (
              <a href={href(links.session(session.code))}>{session.title}</a>
            ),
        },
        {
          head: text.columns.when,
          cell: (session) =>
            session.dateState === 'unrecorded'
              ? t.programme.dateUnrecorded
              : sayStart(session, shell.reader, now),
        },
        {
          head: text.columns.where,
          cell: ({ mode, venue }) => (mode === 'online' ? t.programme.modes.online : venue),
        },
        {
          head: text.columns.seats,
          cell: (session) => <Seats {...{ shell, session, present: present.get(session.id) }} />,
        },
        {
          head: text.columns.state,
          cell: ({ state, visibility }) => (
            <>
              <Badge tone={state === 'cancelled' ? 'danger' : undefined}>
                {text.states[state]}
              </Badge>{' '}
              {visibility !== 'public' && <Badge>{text.visibilities[visibility]}</Badge>}
            </>
          ),
        },
      ]}
    />
  );
}
