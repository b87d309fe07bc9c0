/** The figures by type, public, month, territory, network and carrier; meetings by kind. Each part opens its part of the list. */
import { breakdown, type Dimension } from '../../../domain/reports/breakdown';
import { type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Texts } from '../../../i18n';
import type { Reader } from '../../context';
import { Table } from '../../ui/table';
import { Bar } from './bar';
import { figureHref, type Place } from './place';
import { sayGroup, sayValue } from './say';

type ShortKey = keyof Texts['reports']['short'] & FigureKey;

const full: readonly ShortKey[] = [
  'participations',
  'sessions_planned',
  'sessions_held',
  'sessions_cancelled',
  'sessions_moved',
  'session_minutes',
];
const some: readonly ShortKey[] = ['participations', 'sessions_held', 'session_minutes'];

/** The first column of each is drawn. */
export const breakdownsShown: readonly [Dimension, readonly ShortKey[]][] = [
  ['type', full],
  ['audience', full],
  ['month', some],
  ['town', some],
  ['network', some],
  ['carrier', some],
  ['kind', ['meetings', 'meeting_minutes', 'meeting_participations']],
];

type Props = { reader: Reader; place: Place; report: YearReport };

export function BreakdownTables(props: Props) {
  const text = props.reader.t.reports.by;
  return (
    <section>
      <h2>{text.title}</h2>
      <p class="muted">{text.note}</p>
      {breakdownsShown.map(([by, keys]) => (
        <BreakdownTable {...props} by={by} keys={keys} />
      ))}
    </section>
  );
}

function BreakdownTable({
  reader,
  place,
  report,
  by,
  keys,
}: Props & { by: Dimension; keys: readonly ShortKey[] }) {
  const { t, href } = reader;
  const text = t.reports;
  const figures = keys.map((key) => figureOf(report.figures, key));
  const rows = breakdown(figures, report.index, by);
  if (!rows.length) return null;
  const most = Math.max(...rows.map(({ values }) => values[0] ?? 0));
  return (
    <>
      <h3>{text.by[by]}</h3>
      <Table
        caption={text.by[by]}
        captionUnseen
        rows={rows}
        columns={[
          { head: text.lists.name, cell: ({ group }) => sayGroup(by, group, report.index, reader) },
          {
            head: <span class="unseen">{text.by.share}</span>,
            cell: ({ values }) => <Bar value={values[0] ?? 0} most={most} />,
          },
          ...keys.map((key, column) => ({
            head: text.short[key],
            number: true,
            cell: ({ group, values }: (typeof rows)[number]) =>
              values[column] ? (
                <a href={href(figureHref(place, key, { [by]: [group] }))}>
                  {sayValue(key, values[column] ?? 0, reader)}
                </a>
              ) : (
                0
              ),
          })),
        ]}
      />
    </>
  );
}
