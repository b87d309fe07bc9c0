/** The list behind a figure: its lines, which add up to it, and those that nobody noted. */
import type { Person } from '../../../domain/reports/list-people';
import type { Reader } from '../../context';
import { Notice } from '../../ui/notice';
import { type Column, Table } from '../../ui/table';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import type { ListRow } from './list-rows';

export type ListProps = {
  shell: Shell;
  title: string;
  definition: string;
  /** What the list is limited to. */
  filters: string[];
  back: string;
  rows: ListRow[];
  /** What is said where there are no rows. */
  none?: string;
  total: string;
  /** How a value of this figure is said. */
  say: (value: number) => string;
  unknown: ListRow[];
  /** Each line is one: no column says so. */
  uncounted?: boolean;
  /** A second figure of the same people: how many came once, twice… */
  often?: { title: string; total: string; rows: ListRow[] };
  /** Only for those who may see names. */
  people?: Person[];
};

export function ListPage(props: ListProps) {
  const {
    shell,
    title,
    definition,
    filters,
    back,
    rows,
    total,
    say,
    unknown,
    none = shell.reader.t.reports.lists.none,
    uncounted,
    often,
    people,
  } = props;
  const { reader } = shell;
  const { lists: text, colon } = reader.t.reports;
  return (
    <OrganiserLayout shell={shell} title={title} here="reports">
      <p>
        <a href={reader.href(back)}>{text.back}</a>
      </p>
      <h1>{title}</h1>
      <p class="narrow">{definition}</p>
      {filters.length > 0 && (
        <p>
          {`${text.filters}${colon} `}
          {filters.join(', ')}
        </p>
      )}
      <p class="report-total">
        {`${text.total}${colon} `}
        <strong>{total}</strong>
      </p>
      {rows.length > 0 ? (
        <Table
          stacks
          caption={title}
          captionUnseen
          rows={rows}
          columns={uncounted ? whatAndWhen(rows, reader) : columnsOf(rows, reader, say)}
        />
      ) : (
        <p>{none}</p>
      )}
      {unknown.length > 0 && (
        <section>
          <h2>{text.unknown}</h2>
          <p>{text.unknownIntro}</p>
          <Table
            stacks
            caption={text.unknown}
            captionUnseen
            rows={unknown}
            columns={whatAndWhen(unknown, reader)}
          />
        </section>
      )}
      {often && (
        <section>
          <h2>{often.title}</h2>
          <p class="report-total">
            {`${text.total}${colon} `}
            <strong>{often.total}</strong>
          </p>
          <Table
            stacks
            caption={often.title}
            captionUnseen
            rows={often.rows}
            columns={columnsOf(often.rows, reader, say)}
          />
        </section>
      )}
      {people && people.length > 0 && <PeopleTable reader={reader} people={people} />}
    </OrganiserLayout>
  );
}

const hasAny = (rows: readonly ListRow[], of: 'date' | 'action') =>
  rows.some((row) => row[of] !== '' && row[of] !== row.text);

const whatAndWhen = (rows: readonly ListRow[], reader: Reader): Column<ListRow>[] => [
  ...nameAndDate(rows, reader),
  ...actionOf(rows, reader),
];

const actionOf = (rows: readonly ListRow[], { t }: Reader): Column<ListRow>[] =>
  hasAny(rows, 'action')
    ? [{ head: t.reports.lists.action, named: true, cell: ({ action }) => action }]
    : [];

function nameAndDate(rows: readonly ListRow[], { t, href }: Reader): Column<ListRow>[] {
  const text = t.reports.lists;
  const what = rows[0]?.about.of;
  const heads: Partial<Record<ListRow['about']['of'], string>> = {
    session: text.session,
    meeting: text.meeting,
    action: text.action,
    handout: text.publication,
    publication: text.publication,
    loan: text.loan,
  };
  return [
    {
      head: (what && heads[what]) ?? text.name,
      cell: (row) => (row.href ? <a href={href(row.href)}>{row.text}</a> : row.text),
    },
    ...(hasAny(rows, 'date') ? [{ head: text.date, cell: (row: ListRow) => row.date }] : []),
    ...(rows.some(({ place }) => place)
      ? [
          {
            head: text.place,
            cell: ({ place }: ListRow) =>
              place?.href ? <a href={href(place.href)}>{place.text}</a> : place?.text,
          },
        ]
      : []),
  ];
}

/** What is counted stands before the action, which mostly repeats the session: a phone reads it first. */
function columnsOf(
  rows: readonly ListRow[],
  reader: Reader,
  say: (value: number) => string,
): Column<ListRow>[] {
  const text = reader.t.reports.lists;
  const ofName = (row: ListRow) => (row.about.of === 'name' ? row.about : null);
  const [first, last] = [nameAndDate(rows, reader), actionOf(rows, reader)];
  if (rows[0]?.about.of === 'name')
    return [
      ...first,
      { head: text.participations, number: true, cell: (row) => ofName(row)?.participations },
      {
        head: text.inMeetings,
        named: true,
        cell: (row) => (ofName(row)?.inMeetings ? text.yes : ''),
      },
      { head: text.isNew, named: true, cell: (row) => (ofName(row)?.isNew ? text.yes : '') },
    ];
  const value: Column<ListRow> = { head: text.value, number: true, cell: (row) => say(row.value) };
  return rows.some((row) => row.whole !== undefined)
    ? [
        ...first,
        value,
        { head: text.whole, number: true, cell: (row) => say(row.whole ?? 0) },
        ...last,
      ]
    : [...first, value, ...last];
}

function PeopleTable({ reader, people }: { reader: Reader; people: Person[] }) {
  const text = reader.t.reports.lists;
  return (
    <section>
      <h2>{text.names}</h2>
      <Notice tone="care">
        <p>{text.peopleHint}</p>
      </Notice>
      <Table
        stacks
        caption={text.names}
        captionUnseen
        rows={people}
        columns={[
          { head: text.person, cell: ({ name }) => name },
          { head: text.address, cell: ({ email }) => email },
          { head: text.came, number: true, cell: ({ times }) => times },
        ]}
      />
    </section>
  );
}
