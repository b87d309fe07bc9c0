/** The people who were chosen for a message: who gets it, who does not and why, and taking some off. */
import { type Recipient, recipientsAPage, type Standings } from '../../../domain/notes/recipients';
import type { Note } from '../../../domain/notes/schema';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { Badge } from '../../ui/notice';
import { Pagination } from '../../ui/pagination';
import { type Column, Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from '../sessions/session-frame';

export type PeoplePageProps = SessionPage & {
  note: Note;
  people: readonly Recipient[];
  standings: Standings;
  /** From 1. */
  page: number;
  problem?: string | undefined;
};

export function PeoplePage(props: PeoplePageProps) {
  const { note, people, standings, page, problem, shell, view, now } = props;
  const { t, href } = shell.reader;
  const text = t.outreach.notes;
  const { code } = view.session;
  const total = Object.values(standings).reduce((sum, n) => sum + n, 0);
  const isDraft = note.state === 'draft';
  const path = href(links.notePeople(code, note.id));
  const to = (n: number) => `${path}${path.includes('?') ? '&' : '?'}page=${n}`;
  return (
    <SessionFrame {...{ shell, view, now }} tab="notes" title={text.people.title}>
      {problem && <p role="alert">{problem}</p>}
      <h2>{text.people.title}</h2>
      <p role="status">
        <strong>{text.chosen(total)}</strong>
        {'. '}
        {isDraft && text.willReach(standings.reached)}
      </p>
      {total === 0 && <p>{text.people.none}</p>}
      {people.length > 0 && (
        <form method="post" action={path}>
          <Table
            caption={text.people.title}
            captionUnseen
            rows={people}
            columns={columnsOf(props, isDraft)}
          />
        </form>
      )}
      <Pagination
        t={t}
        previous={page > 1 ? to(page - 1) : null}
        next={page * recipientsAPage < total ? to(page + 1) : null}
      />
      <Buttons>
        {note.subject === '' ? (
          <ButtonLink href={href(links.noteEdit(code, note.id))}>{text.people.write}</ButtonLink>
        ) : (
          <ButtonLink href={href(links.note(code, note.id))}>{text.people.see}</ButtonLink>
        )}
        {isDraft && (
          <ButtonLink kind="secondary" href={href(links.registrants(code, note.id))}>
            {text.people.choose}
          </ButtonLink>
        )}
      </Buttons>
      {isDraft && note.subject === '' && (
        <form method="post" action={href(links.noteRemoval(code, note.id))}>
          <input type="hidden" name="version" value={note.version} />
          <Button kind="link">{text.people.discard}</Button>
        </form>
      )}
    </SessionFrame>
  );
}

function columnsOf({ shell }: PeoplePageProps, isDraft: boolean): Column<Recipient>[] {
  const { t, href } = shell.reader;
  const text = t.outreach.notes.people;
  const nameOf = (one: Recipient) => `${one.firstName} ${one.lastName}`.trim();
  const removal: Column<Recipient> = {
    head: text.remove,
    cell: (one) => (
      <Button kind="secondary" name="retirer" value={String(one.id)}>
        {text.remove}
        <span class="unseen"> {nameOf(one)}</span>
      </Button>
    ),
  };
  return [
    { head: text.who, cell: (one) => <a href={href(links.registrant(one.id))}>{nameOf(one)}</a> },
    {
      head: text.standing,
      cell: ({ standing }) => (
        <Badge tone={standing === 'reached' ? 'success' : 'care'}>{text.standings[standing]}</Badge>
      ),
    },
    ...(isDraft ? [removal] : []),
    { head: t.registrants.contact, cell: (one) => one.email ?? one.phone },
  ];
}
