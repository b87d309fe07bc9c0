/** The sheets of a workbook that are lists: of each figure's lines, of names, of what was handed out, of what is missing. */
import { type Figure, figureOf, identityOf, sum } from '../../../domain/reports/figure';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Cell } from '../../../lib/csv';
import type { Sheet } from '../../../lib/xlsx';
import type { Reader } from '../../context';
import { sayMissing } from './missing-blocks';
import { namesOf } from './name-blocks';
import { sayAbout, sayLocalDay } from './say';

/** Lengths in hours: a spreadsheet adds numbers. */
export const inUnit = (key: Figure['key'], value: number | null) =>
  value !== null && key.endsWith('_minutes') ? Math.round((100 * value) / 60) / 100 : value;

/** Every line of every figure: the list that it is the sum of. */
export function listsSheet(report: YearReport, reader: Reader): Sheet {
  const text = reader.t.reports;
  // Each session stands in the lists of a dozen figures.
  const told = new Map<string, ReturnType<typeof sayAbout>>();
  const line = (figure: Figure, about: Figure['unknown'][number], ...values: Cell[]): Cell[] => {
    const said = told.get(identityOf(about)) ?? sayAbout(about, report.index, reader);
    told.set(identityOf(about), said);
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

export function namesSheet(report: YearReport, { t }: Reader): Sheet {
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

export function handoutsSheet({ figures, index }: YearReport, { t, locale }: Reader): Sheet {
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

export function missingSheet(report: YearReport, reader: Reader): Sheet {
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
