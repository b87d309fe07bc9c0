/** The figures by type, public, month, territory, network and carrier; meetings by kind. Each part opens its part of the list. */
import { breakdown, type Dimension, type Row } from '../../../domain/reports/breakdown';
import { type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Texts } from '../../../i18n';
import type { Block, Cell } from '../../../lib/blocks';
import { aside, bar, bars, cell, heading, numbers, texts } from './block-parts';
import { figureHref, type Place, yearBefore } from './place';
import { sayGroup, sayValue } from './say';
import type { Telling } from './telling';

type ShortKey = keyof Texts['reports']['short'] & FigureKey;

type Keys = readonly [ShortKey, ...ShortKey[]];

const full: Keys = [
  'participations',
  'sessions_planned',
  'sessions_held',
  'sessions_cancelled',
  'sessions_moved',
  'session_minutes',
];
const some: Keys = ['participations', 'sessions_held', 'session_minutes'];

/** The first column of each is drawn. */
const breakdowns: readonly [Dimension, Keys][] = [
  ['type', full],
  ['audience', full],
  ['month', some],
  ['territory', some],
  ['town', some],
  ['network', some],
  ['carrier', some],
  ['kind', ['meetings', 'meeting_minutes', 'meeting_participations']],
];

/** Towns stand by themselves beside the territories; where there are none, they are the territories. */
export function breakdownsOf({ index }: YearReport) {
  const hasTerritories = Object.values(index.sessions).some(({ territory }) => territory);
  return breakdowns.filter(([by]) => by !== 'town' || hasTerritories);
}

export function breakdownBlocks(telling: Telling): Block[] {
  const text = telling.reader.t.reports.by;
  return [
    heading(2, text.title),
    aside(text.note),
    ...breakdownsOf(telling.report).flatMap(([by, keys]) => breakdownTable(telling, by, keys)),
  ];
}

function breakdownTable(telling: Telling, by: Dimension, [first, ...others]: Keys): Block[] {
  const { reader, place, report, before } = telling;
  const text = reader.t.reports;
  const figures = [first, ...others].map((key) => figureOf(report.figures, key));
  const now = breakdown(figures, report.index, by);
  const then = before ? breakdown([figureOf(before.figures, first)], before.index, by) : [];
  const thenOf = (group: string) => then.find((row) => row.group === yearEarlier(group, by));
  const rows = [...now, ...gone(now, then, by)];
  if (!now.length) return [];
  const most = Math.max(...rows.map(({ values }) => values[0] ?? 0));
  const value = (at: Place, key: ShortKey, group: string, value: number | null): Cell =>
    value === 0
      ? cell('0')
      : cell(value === null ? text.noRate : sayValue(key, value, reader), {
          href: figureHref(at, key, { [by]: [group] }),
        });
  /** What the first column was last year, where anything of it is noted here. */
  const beside = (group: string): Cell[] => {
    const row = thenOf(group);
    if (!then.length) return [];
    return [row ? value(yearBefore(place), first, row.group, row.values[0] ?? null) : cell('0')];
  };
  return [
    heading(3, text.by[by]),
    {
      kind: 'table',
      caption: text.by[by],
      columns: [
        texts(text.lists.name, others.length > 2 ? 4 : 6),
        bars(text.by.share),
        numbers(text.short[first]),
        ...(then.length ? [numbers(String(report.year - 1), 1.6)] : []),
        ...others.map((key) => numbers(text.short[key])),
      ],
      rows: rows.map(({ group, values }) => [
        cell(sayGroup(by, group, report.index, reader)),
        bar(values[0] ?? 0, most),
        value(place, first, group, values[0] ?? null),
        ...beside(group),
        ...others.map((key, column) => value(place, key, group, values[column + 1] ?? null)),
      ]),
    },
  ];
}

/** The group of last year that stands beside one of this: the same month of it, for months. */
export const yearEarlier = (group: string, by: Dimension) =>
  by === 'month' && group ? `${Number(group.slice(0, 4)) - 1}${group.slice(4)}` : group;

/** Groups of last year that have nothing this year; a month that had nothing goes without saying. */
const gone = (now: readonly Row[], then: readonly Row[], by: Dimension): Row[] =>
  by === 'month'
    ? []
    : then
        .filter(({ group }) => !now.some((row) => row.group === group))
        .map(({ group }) => ({ group, values: (now[0]?.values ?? []).map(() => 0) }));
