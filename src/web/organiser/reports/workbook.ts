/** The year's report as a workbook: a sheet of figures, their lists, the breakdowns and what is missing. */
import { breakdown } from '../../../domain/reports/breakdown';
import { type Figure, figureOf, isRate, isUnknown } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Cell } from '../../../lib/csv';
import { percentOf } from '../../../lib/percent';
import type { Sheet } from '../../../lib/xlsx';
import type { Reader } from '../../context';
import { breakdownsOf, yearEarlier } from './breakdown-blocks';
import { sayBefore } from './figure-blocks';
import { sayPublished } from './missing-blocks';
import { sayGroup } from './say';
import { handoutsSheet, inUnit, listsSheet, missingSheet, namesSheet } from './workbook-lists';

export function workbookOf(report: YearReport, before: YearReport, reader: Reader): Sheet[] {
  return [
    figuresSheet(report, before, reader),
    listsSheet(report, reader),
    breakdownSheet(report, before, reader),
    namesSheet(report, reader),
    handoutsSheet(report, reader),
    satisfactionSheet(report, before, reader),
    missingSheet(report, reader),
    publishedSheet(report, reader),
  ];
}

function figuresSheet(report: YearReport, before: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  // Nobody noted any of it: an empty cell is no nought.
  const values = (figure: Figure): Cell[] =>
    isUnknown(figure)
      ? [null, null]
      : [inUnit(figure.key, figure.value), isRate(figure.key) ? figure.whole : null];
  return {
    name: text.yearTitle(report.year),
    widths: [40, 80, 12, 10, 12, 10, 12],
    rows: [
      [
        text.figure,
        text.definition,
        String(report.year),
        text.lists.whole,
        String(report.year - 1),
        text.lists.whole,
        text.lists.unknown,
      ],
      ...report.figures.map((figure) => [
        ...text.figures[figure.key],
        ...values(figure),
        ...(sayBefore(before, figure.key, reader)
          ? values(figureOf(before.figures, figure.key))
          : [null, null]),
        figure.unknown.length,
      ]),
    ],
  };
}

function breakdownSheet(report: YearReport, before: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  const rows = breakdownsOf(report).flatMap(([by, keys]) => {
    const of = ({ figures, index }: YearReport) =>
      breakdown(
        keys.map((key) => figureOf(figures, key)),
        index,
        by,
      );
    const then = of(before);
    return of(report).flatMap(({ group, values }) =>
      keys.map((key, column): Cell[] => [
        text.by[by],
        sayGroup(by, group, report.index, reader),
        text.figures[key][0],
        inUnit(key, values[column] ?? null),
        inUnit(
          key,
          then.find((row) => row.group === yearEarlier(group, by))?.values[column] ?? null,
        ),
      ]),
    );
  });
  const years = [String(report.year), String(before.year)];
  return {
    name: text.by.title,
    widths: [22, 50, 34, 12, 12],
    rows: [[text.by.title, text.lists.name, text.figure, ...years], ...rows],
  };
}

function satisfactionSheet(report: YearReport, before: YearReport, { t, locale }: Reader): Sheet {
  const text = t.reports.satisfaction;
  const heads = [text.favourable, text.answers, '%'];
  return {
    name: text.title,
    widths: [60, 20, 14, 10, 20, 14, 10],
    rows: [
      [
        text.question,
        ...[report, before].flatMap(({ year }) => heads.map((head) => `${head} ${year}`)),
      ],
      ...report.satisfaction.map(({ key, label, favourable, n }): Cell[] => {
        const then = before.satisfaction.find((question) => question.key === key);
        return [
          label[locale],
          favourable,
          n,
          percentOf(favourable, n),
          ...(then ? [then.favourable, then.n, percentOf(then.favourable, then.n)] : []),
        ];
      }),
    ],
  };
}

function publishedSheet({ published, index }: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  return {
    name: text.published.title,
    widths: [60, 14, 14, 14, 60],
    rows: [
      [
        text.published.line,
        text.published.reported,
        text.published.computed,
        text.published.difference,
        text.lists.action,
      ],
      ...published.map(({ key, reported, computed, actionId }): Cell[] => [
        sayPublished(key, reader),
        reported,
        computed,
        computed === null ? null : reported - computed,
        actionId === null ? '' : index.actions[actionId]?.title,
      ]),
    ],
  };
}
