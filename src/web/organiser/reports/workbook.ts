/** The year's report as a workbook: a sheet of figures, their lists, the breakdowns and what is missing. */
import { breakdown } from '../../../domain/reports/breakdown';
import { type Figure, figureOf, isRate, isUnknown } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Cell } from '../../../lib/csv';
import type { Sheet } from '../../../lib/xlsx';
import type { Reader } from '../../context';
import { breakdownsShown } from './breakdown-blocks';
import { sayMissing, sayPublished } from './missing-blocks';
import { sayAbout, sayGroup } from './say';

export function workbookOf(report: YearReport, before: YearReport, reader: Reader): Sheet[] {
  const text = reader.t.reports;
  return [
    figuresSheet(report, before, reader),
    listsSheet(report, reader),
    breakdownSheet(report, reader),
    {
      name: text.satisfaction.title,
      widths: [60, 20, 14, 10],
      rows: [
        [text.satisfaction.question, text.satisfaction.favourable, text.satisfaction.answers, '%'],
        ...report.satisfaction.map(({ label, favourable, n }) => [
          label[reader.locale],
          favourable,
          n,
          Math.round((100 * favourable) / n),
        ]),
      ],
    },
    missingSheet(report, reader),
    {
      name: text.published.title,
      widths: [60, 14, 14, 14],
      rows: [
        [text.published.line, text.published.reported, text.published.computed, text.lists.action],
        ...report.published.map(({ key, reported, computed, actionId }) => [
          sayPublished(key, reader),
          reported,
          computed,
          actionId === null ? '' : report.index.actions[actionId]?.title,
        ]),
      ],
    },
  ];
}

/** Lengths in hours: a spreadsheet adds numbers. */
const inUnit = (key: Figure['key'], value: number | null) =>
  value !== null && key.endsWith('_minutes') ? Math.round((100 * value) / 60) / 100 : value;

function figuresSheet(report: YearReport, before: YearReport, { t }: Reader): Sheet {
  const text = t.reports;
  // Nobody noted any of it: an empty cell is no nought.
  const values = (figure: Figure): Cell[] =>
    isUnknown(figure)
      ? [null, null]
      : [inUnit(figure.key, figure.value), isRate(figure.key) ? figure.whole : null];
  return {
    name: text.yearTitle(report.year),
    widths: [44, 12, 12, 14, 14, 14, 90],
    rows: [
      [
        text.figure,
        String(report.year),
        text.lists.whole,
        String(report.year - 1),
        text.lists.whole,
        text.lists.unknown,
        text.definition,
      ],
      ...report.figures.map((figure) => [
        text.figures[figure.key][0],
        ...values(figure),
        ...values(figureOf(before.figures, figure.key)),
        figure.unknown.length,
        text.figures[figure.key][1],
      ]),
    ],
  };
}

/** Every line of every figure: the list that it is the sum of. */
function listsSheet(report: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  const line = (figure: Figure, about: Figure['unknown'][number], ...values: Cell[]): Cell[] => {
    const said = sayAbout(about, report.index, reader);
    return [text.figures[figure.key][0], said.text, said.date, said.action, ...values];
  };
  return {
    name: text.lists.title('', report.year).replace(/^, /, `${text.figure} `),
    widths: [40, 60, 28, 60, 10, 10, 14],
    rows: [
      [
        text.figure,
        text.lists.name,
        text.lists.date,
        text.lists.action,
        text.lists.value,
        text.lists.whole,
        text.lists.unknown,
      ],
      ...report.figures.flatMap((figure) => [
        ...figure.lines.map(({ about, value, whole }) =>
          line(figure, about, inUnit(figure.key, value), whole ?? null),
        ),
        ...figure.unknown.map((about) => line(figure, about, null, null, text.lists.yes)),
      ]),
    ],
  };
}

function breakdownSheet(report: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  return {
    name: text.by.title,
    widths: [28, 44, 16, 16, 16, 16, 16, 16],
    rows: [
      [text.by.title, text.lists.name, text.figure, text.lists.value],
      ...breakdownsShown.flatMap(([by, keys]) => {
        const figures = keys.map((key) => figureOf(report.figures, key));
        return breakdown(figures, report.index, by).flatMap(({ group, values }) =>
          keys.map((key, column): Cell[] => [
            text.by[by],
            sayGroup(by, group, report.index, reader),
            text.figures[key][0],
            inUnit(key, values[column] ?? null),
          ]),
        );
      }),
    ],
  };
}

function missingSheet(report: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  return {
    name: text.missing.title,
    widths: [60, 60, 28],
    rows: [
      [text.missing.title, text.lists.name, text.lists.date],
      ...report.missing.flatMap((missing): Cell[][] =>
        'lines' in missing
          ? missing.lines.map((about) => {
              const said = sayAbout(about, report.index, reader);
              return [sayMissing(missing, reader), said.text, said.date];
            })
          : missing.names.map((group) => [sayMissing(missing, reader), group.join(' / '), '']),
      ),
    ],
  };
}
