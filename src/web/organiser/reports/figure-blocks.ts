/** The figures of a report by group: each opens its list, says what it counts, and what nobody noted. */
import { type Figure, type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Block, Cell } from '../../../lib/blocks';
import type { Reader } from '../../context';
import { cell, heading, numbers, texts } from './block-parts';
import { figureHref, yearBefore } from './place';
import { sayFigure } from './say';
import type { Telling } from './telling';

export const figureGroups = {
  activity: [
    'actions',
    'supported_projects',
    'sessions_planned',
    'sessions_held',
    'sessions_cancelled',
    'sessions_moved',
    'sessions_to_come',
    'sessions_undated',
    'session_minutes',
  ],
  participation: [
    'participations',
    'participations_public',
    'participations_professionals',
    'people',
    'people_public',
    'people_professionals',
    'uncountable',
    'beneficiaries',
    'unspecified',
  ],
  represented: ['professions', 'organisations'],
  meetings: ['meetings', 'meeting_minutes', 'meeting_participations', 'minutes_written'],
  handouts: ['publications', 'publication_titles', 'loans', 'loans_out', 'loans_overdue'],
  places: ['places', 'filled', 'occupied', 'no_shows', 'excused', 'waiting'],
} as const satisfies Record<string, readonly FigureKey[]>;
export type FigureGroup = keyof typeof figureGroups;
export const groups = Object.keys(figureGroups) as FigureGroup[];

/** What a reader looks for first. */
const first = [
  'actions',
  'sessions_held',
  'session_minutes',
  'participations',
  'people',
  'meetings',
] as const satisfies readonly FigureKey[];

/** A copy that was frozen before something was counted has no figure of it. */
const known = ({ figures }: YearReport, keys: readonly FigureKey[]): Figure[] =>
  keys.flatMap((key) => figures.find((figure) => figure.key === key) ?? []);

/** What last year's figure says; nothing of a year of which nothing of the kind is noted here. */
export function sayBefore({ figures }: YearReport, key: FigureKey, reader: Reader): string {
  const group = groups.find((one) => (figureGroups[one] as readonly FigureKey[]).includes(key));
  const isTold = figures.some(
    ({ key: other, lines, unknown }) =>
      group !== undefined &&
      (figureGroups[group] as readonly FigureKey[]).includes(other) &&
      lines.length + unknown.length > 0,
  );
  return isTold ? sayFigure(figureOf(figures, key), reader) : '';
}

export function keysBlock({ reader, place, report, before }: Telling): Block {
  const text = reader.t.reports;
  return {
    kind: 'keys',
    items: known(report, first).map((figure) => {
      const then = before && sayBefore(before, figure.key, reader);
      return {
        value: sayFigure(figure, reader),
        label: text.figures[figure.key][0],
        note: then ? text.yearBefore(before.year, then) : '',
        href: figureHref(place, figure.key),
      };
    }),
  };
}

export function figuresTable(
  { reader, place, report, before }: Telling,
  keys: readonly FigureKey[],
  caption: string,
): Block {
  const text = reader.t.reports;
  const value = (figure: Figure): Cell =>
    cell(sayFigure(figure, reader), {
      strong: true,
      ...(figure.unknown.length && { note: text.notKnown(figure.unknown.length) }),
    });
  const last = (key: FigureKey): Cell[] => {
    if (!before) return [];
    const then = sayBefore(before, key, reader);
    return [then ? cell(then, { href: figureHref(yearBefore(place), key) }) : cell(text.noRate)];
  };
  return {
    kind: 'table',
    caption,
    columns: [
      texts(text.figure, 8),
      numbers(String(report.year), 2.6),
      ...(before ? [numbers(String(before.year), 2.2)] : []),
    ],
    rows: known(report, keys).map((figure) => [
      cell(text.figures[figure.key][0], {
        note: text.figures[figure.key][1],
        href: figureHref(place, figure.key),
      }),
      value(figure),
      ...last(figure.key),
    ]),
  };
}

export const groupBlocks = (telling: Telling, group: FigureGroup): Block[] => {
  const title = telling.reader.t.reports.groups[group];
  const keys = figureGroups[group];
  return known(telling.report, keys).length
    ? [heading(2, title), figuresTable(telling, keys, title)]
    : [];
};
