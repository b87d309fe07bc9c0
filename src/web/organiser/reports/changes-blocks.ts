/** What has changed since a copy was frozen: figures with the lines that make the difference, and answers. */
import { figureOf } from '../../../domain/reports/figure';
import type { Index } from '../../../domain/reports/lines-index';
import type { PooledQuestion } from '../../../domain/reports/satisfaction';
import { answersSince, type Change, changesSince } from '../../../domain/reports/snapshots';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Block } from '../../../lib/blocks';
import type { Reader } from '../../context';
import { cell, numbers, paragraph, texts } from './block-parts';
import { sayShare } from './evaluation-blocks';
import { figureHref } from './place';
import { sayAbout, sayFigure, sayNumber, sayValue } from './say';

/** Lines that are named; the lists of both reports have them all. */
const named = 20;

export function changesBlocks(
  reader: Reader,
  { id, report: then }: { id: number; report: YearReport },
  today: YearReport,
): Block[] {
  const text = reader.t.reports;
  const figures = changesSince(then.figures, today.figures);
  const answers = answersSince(then.satisfaction, today.satisfaction);
  if (!figures.length && !answers.length) return [paragraph(text.snapshots.unchanged)];
  const index = bothIndexes(then.index, today.index);
  const said = (question: PooledQuestion | null) =>
    question
      ? cell(sayShare(question, reader), {
          note: text.satisfaction.outOf(sayNumber(question.n, reader)),
        })
      : cell(text.noRate);
  return [
    {
      kind: 'table',
      caption: text.snapshots.changes,
      columns: [
        texts(text.figure, 8),
        numbers(text.snapshots.was, 2.4),
        numbers(text.snapshots.is, 2.4),
      ],
      rows: [
        ...figures.map((change) => {
          const { key } = change;
          const place = { year: then.year };
          return [
            cell(text.figures[key][0], { note: sayLines(change, index, reader) }),
            cell(sayFigure(figureOf(then.figures, key), reader), {
              href: figureHref({ ...place, copyId: id }, key),
            }),
            cell(sayFigure(figureOf(today.figures, key), reader), { href: figureHref(place, key) }),
          ];
        }),
        ...answers.map(({ label, was, is }) => [cell(label[reader.locale]), said(was), said(is)]),
      ],
    },
  ];
}

function sayLines({ key, lines }: Change, index: Index, reader: Reader): string {
  const told = lines.slice(0, named).map(({ about, was, is, wholes }) => {
    const { text, date } = sayAbout(about, index, reader);
    const value = (n: number | null, whole: number | undefined) => {
      if (n === null) return reader.t.reports.noRate;
      const part = sayValue(key, n, reader);
      return whole === undefined ? part : `${part} / ${sayNumber(whole, reader)}`;
    };
    const what = [text, date].filter(Boolean).join(', ');
    return `${what}${reader.t.reports.colon} ${value(was, wholes?.was)} → ${value(is, wholes?.is)}`;
  });
  const more = lines.length - told.length;
  return [...told, ...(more > 0 ? [reader.t.reports.missing.more(more)] : [])].join('\n');
}

/** A line may be gone today, or not have been there then. */
const bothIndexes = (then: Index, today: Index): Index => ({
  ...today,
  sessions: { ...then.sessions, ...today.sessions },
  meetings: { ...then.meetings, ...today.meetings },
  handouts: { ...then.handouts, ...today.handouts },
  loans: { ...then.loans, ...today.loans },
  actions: { ...then.actions, ...today.actions },
});
