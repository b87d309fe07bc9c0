/** The year's report as a workbook: a sheet of figures, their lists, the breakdowns and what is missing. */
import { breakdown } from '../../../domain/reports/breakdown';
import { type Figure, figureOf, isRate, isUnknown, sum } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Cell } from '../../../lib/csv';
import type { Sheet } from '../../../lib/xlsx';
import type { Reader } from '../../context';
import { breakdownsShown } from './breakdown-blocks';
import { sayMissing, sayPublished } from './missing-blocks';
import { namesOf } from './name-blocks';
import { percent, sayAbout, sayGroup, sayLocalDay } from './say';

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
        ...values(figureOf(before.figures, figure.key)),
        figure.unknown.length,
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
    name: text.lists.sheet,
    widths: [34, 60, 28, 60, 10, 10, 10],
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

function breakdownSheet(report: YearReport, before: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  const rows = breakdownsShown.flatMap(([by, keys]) => {
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
        inUnit(key, then.find((row) => row.group === group)?.values[column] ?? null),
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

function namesSheet(report: YearReport, { t }: Reader): Sheet {
  const { names, lists } = t.reports;
  return {
    name: names.both,
    widths: [18, 60, 12, 16, 16, 14],
    rows: [
      ['', lists.name, lists.isNew, lists.participations, lists.people, lists.inMeetings],
      ...(['professions', 'organisations'] as const).flatMap((of) =>
        namesOf({ report }, of).map(
          ({ name, isNew, participations, often, inMeetings }): Cell[] => [
            names[of],
            name,
            isNew ? lists.yes : '',
            participations,
            sum(often.map(([, people]) => people)),
            inMeetings ? lists.yes : '',
          ],
        ),
      ),
    ],
  };
}

function handoutsSheet({ figures, index }: YearReport, { t, locale }: Reader): Sheet {
  const { lists, groups } = t.reports;
  const { loan: words, publications, loans } = t.handouts;
  const action = (id: number | null) => (id === null ? '' : index.actions[id]?.title);
  const lines = figureOf(figures, 'publications').lines.flatMap(({ about, value }): Cell[][] => {
    const one = about.of === 'handout' ? index.handouts[about.id] : undefined;
    if (!one) return [];
    const day = sayLocalDay(one.givenOn, locale);
    return [[publications, one.title, value, '', day, '', '', action(one.actionId)]];
  });
  const lent = figureOf(figures, 'loans').lines.flatMap(({ about, value }): Cell[][] => {
    const one = about.of === 'loan' ? index.loans[about.id] : undefined;
    if (!one) return [];
    const days = [one.lentOn, one.dueOn].map((day) => sayLocalDay(day, locale));
    const who = one.borrower || words.aPerson;
    return [
      [loans, one.item, value, who, ...days, words.states[one.standing], action(one.actionId)],
    ];
  });
  return {
    name: groups.handouts,
    widths: [22, 50, 10, 30, 28, 28, 12, 60],
    rows: [
      [
        '',
        lists.name,
        lists.value,
        words.borrower,
        lists.date,
        words.dueOn,
        words.state,
        lists.action,
      ],
      ...lines,
      ...lent,
    ],
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
          percent(favourable, n),
          ...(then ? [then.favourable, then.n, percent(then.favourable, then.n)] : []),
        ];
      }),
    ],
  };
}

function missingSheet(report: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  return {
    name: text.missing.title,
    widths: [60, 60, 28, 60],
    rows: [
      [text.missing.title, text.lists.name, text.lists.date, text.lists.action],
      ...report.missing.flatMap((missing): Cell[][] =>
        'lines' in missing
          ? missing.lines.map(({ about }) => {
              const said = sayAbout(about, report.index, reader);
              return [sayMissing(missing, reader), said.text, said.date, said.action];
            })
          : missing.names.map((group) => [sayMissing(missing, reader), group.join(' / ')]),
      ),
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
