/** The year's report: what its page, its PDF and its editable document say. */
import type { ActionReport } from '../../../domain/reports/action-report';
import type { Block } from '../../../lib/blocks';
import { actionBlocks } from './action-blocks';
import { heading, paragraph } from './block-parts';
import { breakdownBlocks } from './breakdown-blocks';
import { satisfactionBlocks } from './evaluation-blocks';
import { groupBlocks, groups, keysBlock } from './figure-blocks';
import { handoutBlocks } from './handout-blocks';
import { missingBlocks, publishedBlocks } from './missing-blocks';
import { nameBlocks } from './name-blocks';
import { sayTakenAt } from './say';
import type { Telling } from './telling';

export const yearBlocks = (telling: Telling): Block[] => [
  keysBlock(telling),
  ...figuresOf(telling),
];

function figuresOf(telling: Telling): Block[] {
  const text = telling.reader.t.reports;
  return [
    ...groups.flatMap((group) => [
      ...groupBlocks(telling, group),
      ...(group === 'represented'
        ? [...nameBlocks(telling, 'professions'), ...nameBlocks(telling, 'organisations')]
        : []),
      ...(group === 'handouts' ? handoutBlocks(telling) : []),
    ]),
    heading(2, text.satisfaction.title),
    ...satisfactionBlocks(telling),
    ...breakdownBlocks(telling),
    heading(2, text.missing.title),
    ...missingBlocks(telling),
    ...publishedBlocks(telling),
  ];
}

/** The report with those of its actions, or a copy of it, as it is handed on. */
export function yearDocument(
  telling: Telling,
  annexes: readonly ActionReport[] = [],
  title = telling.reader.t.reports.yearTitle(telling.report.year),
): Block[] {
  const { reader, report } = telling;
  const text = reader.t.reports;
  return [
    heading(1, title),
    paragraph(
      `${reader.networkName}. ${text.takenAt(sayTakenAt(report.at, reader))} ${text.onPaper}`,
    ),
    keysBlock(telling),
    ...(annexes.length ? [heading(2, text.action.annexed), { kind: 'contents' } as const] : []),
    ...figuresOf(telling),
    ...annexes.flatMap((annex) => actionDocument(annex, telling, true)),
  ];
}

/** The report of an action as a document, or as an annex of the year's. */
export function actionDocument(
  actionReport: ActionReport,
  { reader }: Pick<Telling, 'reader'>,
  newPage = false,
): Block[] {
  const { action, report } = actionReport;
  const text = reader.t.reports;
  const taken = text.takenAt(sayTakenAt(report.at, reader));
  return [
    heading(1, action.title, newPage),
    paragraph(`${text.action.pageTitle(report.year)}. ${taken}`),
    ...actionBlocks(actionReport, { reader }),
  ];
}
