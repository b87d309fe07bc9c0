/** What people thought: pooled, each question with its own n, and what they wrote. */
import type { PooledQuestion } from '../../../domain/reports/satisfaction';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Block, Cell } from '../../../lib/blocks';
import { sayPercent } from '../../../lib/percent';
import type { Reader } from '../../context';
import { bar, bars, cell, heading, numbers, paragraph, texts, under } from './block-parts';
import { satisfactionHref, yearBefore } from './place';
import { sayNumber } from './say';
import type { Telling } from './telling';

export function satisfactionBlocks({ reader, place, report, before }: Telling): Block[] {
  const text = reader.t.reports.satisfaction;
  if (!report.satisfaction.length) return [paragraph(text.none)];
  const then = (key: string): Cell => {
    const question = before?.satisfaction.find((one) => one.key === key);
    if (!question) return cell('');
    return cell(sayShare(question, reader), {
      note: text.outOf(sayNumber(question.n, reader)),
      href: satisfactionHref(yearBefore(place), key),
    });
  };
  const beside = before?.satisfaction.length ? [numbers(String(before.year), 2.2)] : [];
  return [
    paragraph([sayAnswered(report, reader), text.intro].filter(Boolean).join(' ')),
    {
      kind: 'table',
      caption: text.title,
      columns: [
        texts(text.question),
        bars(reader.t.reports.by.share, 3),
        numbers(text.favourable, 2.4),
        numbers(text.answers, 1.8),
        ...beside,
      ],
      rows: report.satisfaction.map((question) => [
        cell(question.label[reader.locale]),
        bar(question.favourable, question.n),
        cell(sayShare(question, reader), { href: satisfactionHref(place, question.key) }),
        cell(sayNumber(question.n, reader)),
        ...(beside.length ? [then(question.key)] : []),
      ]),
    },
  ];
}

/** « 25 réponses pour 37 personnes présentes (68 %) »; nothing in a copy that was frozen before. */
function sayAnswered({ answered }: YearReport, reader: Reader): string {
  const text = reader.t.reports.satisfaction;
  if (!answered?.surveys) return '';
  const { surveys, answers, present } = answered;
  const said = text.answered(surveys, sayNumber(answers, reader));
  if (!present) return `${said}.`;
  const more = answers > present ? ` ${text.moreThanPresent}` : '';
  return `${said} ${text.ofPresent(sayNumber(present, reader), sayPercent(answers, present, reader.locale))}.${more}`;
}

export const sayShare = ({ favourable, n }: PooledQuestion, { locale }: Reader) =>
  `${sayPercent(favourable, n, locale)} (${favourable})`;

/** What people wrote and may be quoted. */
export const commentBlocks = ({ t }: Reader, comments: readonly string[]): Block[] =>
  under(
    heading(3, t.reports.action.comments),
    comments.length
      ? [{ kind: 'list', items: comments.map((comment) => ({ text: t.reports.quoted(comment) })) }]
      : [],
  );
