/** What was lent: first what is out, the longest overdue before the others, then the year's loans. */
import { type ListedLoan, mayChange, onPage } from '../../../domain/handouts/list-handouts';
import { standingOf } from '../../../domain/handouts/schema';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { sayLocalDay } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { type Column, Table } from '../../ui/table';
import type { Shell } from '../context';
import { ListFrame } from './frame';
import { sayBorrower } from './tables';

type Props = {
  shell: Shell;
  out: ListedLoan[];
  loans: ListedLoan[];
  /** The local day on which it is read. */
  today: string;
  year: number;
  years: number[];
};

export function LoansPage(props: Props) {
  const { shell, out, loans, today, year } = props;
  const { t, href } = shell.reader;
  const text = t.handouts;
  const overdue = out.filter(({ loan }) => standingOf(loan, today) === 'overdue').length;
  return (
    <ListFrame {...props} list="loans">
      <p>{text.loan.intro}</p>
      <Buttons>
        {mayOrganise(shell.account) && (
          <ButtonLink href={href(links.newLoan())}>{text.loan.add}</ButtonLink>
        )}
        <ButtonLink kind="secondary" href={href(links.loansCsv(year))}>
          {text.csv}
        </ButtonLink>
      </Buttons>
      <section>
        <h2>{text.loan.outTitle}</h2>
        {overdue > 0 && (
          <p>
            <strong>{text.loan.overdueCount(overdue)}</strong>
          </p>
        )}
        <LoansTable {...props} caption={text.loan.outTitle} rows={out} none={text.loan.noneOut} />
      </section>
      <section>
        <h2>{text.loan.yearTitle(year)}</h2>
        {loans.length >= onPage && <p>{text.onlyLatest(onPage)}</p>}
        <LoansTable
          {...props}
          caption={text.loan.yearTitle(year)}
          rows={loans}
          none={text.loan.none}
        />
      </section>
    </ListFrame>
  );
}

type TableProps = Pick<Props, 'shell' | 'today'> & {
  caption: string;
  rows: ListedLoan[];
  none: string;
};

function LoansTable({ shell, today, caption, rows, none }: TableProps) {
  const { reader, account } = shell;
  if (!rows.length) return <p>{none}</p>;
  const text = reader.t.handouts;
  const columns: Column<ListedLoan>[] = [
    {
      head: text.loan.item,
      cell: ({ loan }) =>
        mayChange(account, loan) ? (
          <a href={reader.href(links.loan(loan.id))}>{typeset(loan.item)}</a>
        ) : (
          typeset(loan.item)
        ),
    },
    { head: text.loan.state, cell: (row) => <State {...{ shell, today }} {...row} /> },
    { head: text.loan.borrower, named: true, cell: ({ loan }) => sayBorrower(loan, shell) },
    {
      head: text.loan.lentOn,
      named: true,
      cell: ({ loan }) => sayLocalDay(loan.lentOn, reader.locale),
    },
    {
      head: text.loan.dueOn,
      named: true,
      cell: ({ loan }) => sayLocalDay(loan.dueOn, reader.locale),
    },
    {
      head: text.loan.returnedOn,
      named: true,
      cell: ({ loan }) => loan.returnedOn && sayLocalDay(loan.returnedOn, reader.locale),
    },
    { head: text.action, named: true, cell: ({ action }) => action && typeset(action) },
  ];
  const note = { head: text.note, cell: ({ loan }: ListedLoan) => loan.note };
  return (
    <Table
      stacks
      caption={caption}
      captionUnseen
      rows={rows}
      columns={mayOrganise(account) ? [...columns, note] : columns}
    />
  );
}

/** Beside what is out, the button for those who may say that it came back. */
function State({ shell, today, loan }: Pick<Props, 'shell' | 'today'> & ListedLoan) {
  const { reader, account } = shell;
  const text = reader.t.handouts.loan;
  const standing = standingOf(loan, today);
  const said = text.states[standing];
  return (
    <>
      {standing === 'overdue' ? <strong>{said}</strong> : said}
      {standing !== 'returned' && mayChange(account, loan) && (
        <form method="post" action={reader.href(links.loanReturn(loan.id))}>
          <Button kind="secondary">
            {text.markReturned}
            <span class="unseen">
              {' '}
              – {text.ofItem(loan.item, sayLocalDay(loan.lentOn, reader.locale))}
            </span>
          </Button>
        </form>
      )}
    </>
  );
}
