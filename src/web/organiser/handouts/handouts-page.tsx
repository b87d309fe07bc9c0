/** The publications handed out in a year. */
import { type ListedHandout, mayChange, onPage } from '../../../domain/handouts/list-handouts';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { sayLocalDay } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { ButtonLink, Buttons } from '../../ui/button';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import { ListFrame } from './frame';

type Props = { shell: Shell; handouts: ListedHandout[]; year: number; years: number[] };

export function HandoutsPage(props: Props) {
  const { shell, handouts, year } = props;
  const { t, href } = shell.reader;
  const text = t.handouts;
  const copies = handouts.reduce((sum, { handout }) => sum + handout.count, 0);
  const titles = new Set(handouts.map(({ handout }) => handout.titleKey)).size;
  const isWhole = handouts.length < onPage;
  return (
    <ListFrame {...props} list="publications">
      <p>{text.handout.intro}</p>
      <Buttons>
        {mayOrganise(shell.account) && (
          <ButtonLink href={href(links.newHandout())}>{text.handout.add}</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={href(links.handoutsCsv(year))}>
          {text.csv}
        </ButtonLink>
      </Buttons>
      {handouts.length ? (
        <>
          <p>{isWhole ? text.handout.total(copies, titles) : text.onlyLatest(onPage)}</p>
          <HandoutsTable {...props} />
        </>
      ) : (
        <p>{text.handout.none}</p>
      )}
    </ListFrame>
  );
}

function HandoutsTable({ shell, handouts }: Props) {
  const { reader, account } = shell;
  const { t, href } = reader;
  const text = t.handouts;
  return (
    <Table
      stacks
      caption={text.publications}
      captionUnseen
      rows={handouts}
      columns={[
        {
          head: text.handout.title,
          cell: ({ handout }) =>
            mayChange(account, handout) ? (
              <a href={href(links.handout(handout.id))}>{typeset(handout.title)}</a>
            ) : (
              typeset(handout.title)
            ),
        },
        { head: text.handout.count, number: true, cell: ({ handout }) => handout.count },
        {
          head: text.handout.givenOn,
          named: true,
          cell: ({ handout }) => sayLocalDay(handout.givenOn, reader.locale),
        },
        { head: text.action, named: true, cell: ({ action }) => action && typeset(action) },
        { head: text.session, cell: ({ session }) => session },
        ...(mayOrganise(account)
          ? [{ head: text.note, cell: ({ handout }: ListedHandout) => handout.note }]
          : []),
      ]}
    />
  );
}
