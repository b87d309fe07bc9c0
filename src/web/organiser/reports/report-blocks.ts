/** The year's report and those of actions as blocks: what their PDF and their editable document say. */
import type { ActionReport } from '../../../domain/reports/action-report';
import { breakdown } from '../../../domain/reports/breakdown';
import { type Figure, type FigureKey, figureOf } from '../../../domain/reports/figure';
import { plannedTexts } from '../../../domain/reports/schema';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Block } from '../../../lib/blocks';
import type { Reader } from '../../context';
import { carriedOut, comparedRows, process, sayCompared } from './action-report-body';
import { breakdownsShown } from './breakdown-tables';
import { type FigureGroup, figureGroups } from './figures-table';
import { sayFigure, sayGroup, sayNumber, sayTakenAt, sayValue } from './say';
import { sayMissing, sayPublished, sayShare } from './sections';

const heading = (level: 1 | 2 | 3, text: string, newPage = false): Block => ({
  kind: 'heading',
  level,
  text,
  newPage,
});
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

export function yearBlocks(
  report: YearReport,
  before: readonly Figure[],
  annexes: readonly ActionReport[],
  reader: Reader,
): Block[] {
  const text = reader.t.reports;
  return [
    heading(1, text.yearTitle(report.year)),
    paragraph(`${text.takenAt(sayTakenAt(report.at, reader))} ${text.intro}`),
    ...(Object.keys(figureGroups) as FigureGroup[]).flatMap((group) => [
      heading(2, text.groups[group]),
      figuresBlock(report, figureGroups[group], reader, before),
    ]),
    heading(2, text.satisfaction.title),
    ...satisfactionBlocks(report, reader),
    heading(2, text.by.title),
    paragraph(text.by.note),
    ...breakdownBlocks(report, reader),
    ...(['professions', 'organisations'] as const).flatMap((of) => namesBlocks(report, of, reader)),
    heading(2, text.missing.title),
    ...missingBlocks(report, reader),
    ...publishedBlocks(report, reader),
    heading(2, text.definitions),
    ...report.figures.map(({ key }) =>
      paragraph(text.figures[key].join(reader.locale === 'fr' ? '\u00a0: ' : ': ')),
    ),
    ...annexes.flatMap((annex) => actionBlocks(annex, reader, true)),
  ];
}

export function actionBlocks(actionReport: ActionReport, reader: Reader, newPage = false): Block[] {
  const { action, report, plan, planned, comments, texts } = actionReport;
  const { t } = reader;
  const text = t.reports;
  const held = plan?.plan ?? action;
  const compared = comparedRows(planned);
  const said = (written: string) =>
    (written || text.action.notWritten).split(/\n{2,}/).map(paragraph);
  return [
    heading(1, action.title, newPage),
    paragraph(
      `${text.action.pageTitle(report.year)}. ${text.takenAt(sayTakenAt(report.at, reader))}`,
    ),
    heading(2, text.action.planned),
    paragraph(
      plan
        ? text.action.plannedOn(sayTakenAt(plan.frozenAt, reader))
        : action.importKey === null
          ? text.action.notFrozen
          : text.action.notFrozenImported,
    ),
    ...plannedTexts
      .filter((name) => held[name])
      .flatMap((name) => [heading(3, t.actions[name]), paragraph(held[name])]),
    heading(2, text.action.carriedOut),
    ...(compared.length
      ? [
          {
            kind: 'table',
            head: [text.action.compare, text.action.asPlanned, text.action.asCarriedOut],
            widths: [6, 2, 2],
            rows: compared.map(({ what, key, value }) => [
              sayCompared(what, reader),
              sayValue(key, value, reader),
              sayValue(key, figureOf(report.figures, key).value, reader),
            ]),
          } satisfies Block,
        ]
      : [paragraph(text.action.nothingPlanned)]),
    figuresBlock(report, carriedOut, reader),
    heading(2, text.action.process),
    figuresBlock(report, process, reader),
    heading(2, text.action.evaluation),
    ...satisfactionBlocks(report, reader),
    ...comments.map((comment) => paragraph(`«\u00a0${comment}\u00a0»`)),
    heading(2, text.action.analysis),
    ...said(texts.analysis),
    heading(2, text.action.perspectives),
    ...said(texts.perspectives),
    ...(report.missing.length
      ? [heading(2, text.missing.title), ...missingBlocks(report, reader)]
      : []),
  ];
}

function figuresBlock(
  { figures, year }: YearReport,
  keys: readonly FigureKey[],
  reader: Reader,
  before?: readonly Figure[],
): Block {
  const text = reader.t.reports;
  const said = (figure: Figure) =>
    figure.unknown.length
      ? `${sayFigure(figure, reader)}\n${text.notKnown(figure.unknown.length)}`
      : sayFigure(figure, reader);
  return {
    kind: 'table',
    head: [text.figure, String(year), ...(before ? [String(year - 1)] : [])],
    widths: before ? [6, 3, 2] : [6, 3],
    rows: keys.map((key) => [
      text.figures[key][0],
      said(figureOf(figures, key)),
      ...(before ? [sayFigure(figureOf(before, key), reader)] : []),
    ]),
  };
}

function satisfactionBlocks({ satisfaction }: YearReport, reader: Reader): Block[] {
  const text = reader.t.reports.satisfaction;
  if (!satisfaction.length) return [paragraph(text.none)];
  const rows = satisfaction.map((question) => [
    question.label[reader.locale],
    sayShare(question, reader),
    sayNumber(question.n, reader),
  ]);
  const head = [text.question, text.favourable, text.answers];
  return [paragraph(text.intro), { kind: 'table', head, rows, widths: [6, 2, 2] }];
}

const breakdownBlocks = (report: YearReport, reader: Reader): Block[] =>
  breakdownsShown.flatMap(([by, keys]): Block[] => {
    const text = reader.t.reports;
    const figures = keys.map((key) => figureOf(report.figures, key));
    const rows = breakdown(figures, report.index, by).map(({ group, values }) => [
      sayGroup(by, group, report.index, reader),
      ...keys.map((key, column) => sayValue(key, values[column] ?? 0, reader)),
    ]);
    if (!rows.length) return [];
    const head = [text.by[by], ...keys.map((key) => text.short[key])];
    return [{ kind: 'table', head, rows, widths: [5, ...keys.map(() => 2)] }];
  });

function namesBlocks(
  report: YearReport,
  of: 'professions' | 'organisations',
  reader: Reader,
): Block[] {
  const text = reader.t.reports;
  const { lines } = figureOf(report.figures, of);
  const names = lines.flatMap(({ about }) =>
    about.of === 'name' ? [about.isNew ? `${about.name} (${text.lists.isNew})` : about.name] : [],
  );
  return [
    heading(2, `${text.names[of]} (${names.length})`),
    paragraph(names.length ? names.join(' · ') : text.names.none),
  ];
}

const missingBlocks = ({ missing }: YearReport, reader: Reader): Block[] =>
  missing.length
    ? missing.map((one) =>
        paragraph(
          'names' in one
            ? `${sayMissing(one, reader)}\n${one.names.map((group) => group.join(' / ')).join('\n')}`
            : sayMissing(one, reader),
        ),
      )
    : [paragraph(reader.t.reports.missing.none)];

function publishedBlocks({ published, publishedNote }: YearReport, reader: Reader): Block[] {
  const text = reader.t.reports.published;
  const rows = published
    .filter(({ actionId }) => actionId === null)
    .map(({ key, reported, computed }) => [
      sayPublished(key, reader),
      sayNumber(reported, reader),
      computed === null ? text.nothing : sayNumber(computed, reader),
    ]);
  if (!rows.length) return [];
  const head = [text.line, text.reported, text.computed];
  return [
    heading(2, text.title),
    paragraph(text.intro),
    { kind: 'table', head, rows, widths: [6, 2, 2] },
    ...(publishedNote ? [paragraph(`${text.note} : ${publishedNote}`)] : []),
  ];
}
