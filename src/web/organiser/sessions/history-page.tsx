/** What was done to a session: what, when, by whom, and whether people were told. */
import type { SessionLine } from '../../../domain/organisers/session-history';
import { links } from '../../../links';
import { sayInstant } from '../../public/catalogue/say';
import { ButtonLink } from '../../ui/button';
import { Table } from '../../ui/table';
import { SessionFrame, type SessionPage } from './session-frame';

export function HistoryPage({ lines, ...page }: SessionPage & { lines: readonly SessionLine[] }) {
  const { reader } = page.shell;
  const { t, href } = reader;
  const { history: text } = t.sessions;
  const { one } = t.registrants;
  const what = ({ event, detail, people }: SessionLine) =>
    [
      text.events[event] ?? event,
      people === null ? detail.told && text.told : people > 0 && text.toldPeople(people),
      detail.marks && text.marks(detail.marks),
    ]
      .filter(Boolean)
      .join(' – ');
  return (
    <SessionFrame {...page} title={text.title}>
      <h2>{text.title}</h2>
      <p>{text.intro}</p>
      {lines.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Table
          stacks
          caption={text.title}
          captionUnseen
          rows={lines}
          columns={[
            { head: one.what, cell: what },
            { head: one.when, cell: ({ at }) => sayInstant(at, reader, page.now) },
            {
              head: one.by,
              cell: ({ name, actor }) => name ?? (actor === 'person' ? one.byPerson : one.bySystem),
            },
          ]}
        />
      )}
      <p>
        <ButtonLink kind="link" href={href(links.organiserSession(page.view.session.code))}>
          {text.back}
        </ButtonLink>
      </p>
    </SessionFrame>
  );
}
