/** The figures by type, public, month, territory, network and carrier; meetings by kind. Each part opens its part of the list. */
import { breakdown, type Dimension } from '../../../domain/reports/breakdown';
import { type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { Texts } from '../../../i18n';
import type { Block, Cell } from '../../../lib/blocks';
import { aside, bar, bars, cell, heading, numbers, texts } from './block-parts';
import { figureHref } from './place';
import { sayGroup, sayValue } from './say';
import type { Telling } from './telling';

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

export function breakdownBlocks(telling: Telling): Block[] {
  const text = telling.reader.t.reports.by;
  return [
    heading(2, text.title),
    aside(text.note),
    ...breakdownsShown.flatMap(([by, keys]) => breakdownTable(telling, by, keys)),
  ];
}

function breakdownTable(
  { reader, place, report }: Telling,
  by: Dimension,
  keys: readonly ShortKey[],
): Block[] {
  const text = reader.t.reports;
  const figures = keys.map((key) => figureOf(report.figures, key));
  const rows = breakdown(figures, report.index, by);
  if (!rows.length) return [];
  const most = Math.max(...rows.map(({ values }) => values[0] ?? 0));
  const value = (key: ShortKey, group: string, value: number | null): Cell =>
    value === 0
      ? cell('0')
      : cell(value === null ? text.noRate : sayValue(key, value, reader), {
          href: figureHref(place, key, { [by]: [group] }),
        });
  return [
    heading(3, text.by[by]),
    {
      kind: 'table',
      caption: text.by[by],
      columns: [
        texts(text.lists.name, keys.length > 3 ? 4 : 6),
        bars(text.by.share),
        ...keys.map((key) => numbers(text.short[key])),
      ],
      rows: rows.map(({ group, values }) => [
        cell(sayGroup(by, group, report.index, reader)),
        bar(values[0] ?? 0, most),
        ...keys.map((key, column) => value(key, group, values[column] ?? null)),
      ]),
    },
  ];
}
