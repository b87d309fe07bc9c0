/** What a report does not know, and what was published elsewhere beside what is computed here. */
import type { Missing } from '../../../domain/reports/missing';
import type { PublishedLine } from '../../../domain/reports/published';
import type { Block, Cell, Item } from '../../../lib/blocks';
import { typeset } from '../../../lib/text';
import type { Reader } from '../../context';
import { aside, cell, heading, numbers, paragraph, texts } from './block-parts';
import { figureHref, missingHref } from './place';
import { sayAbout, sayNumber } from './say';
import type { Telling } from './telling';

/** What is spelled out where no list can be opened; the year's lines stand in its annexes as well. */
const spelledOut = { year: 5, action: 20 };

export function missingBlocks({ reader, place, report }: Telling): Block[] {
  const text = reader.t.reports.missing;
  if (!report.missing.length) return [paragraph(text.none)];
  const items = report.missing.map((missing): Item => {
    const said = sayMissing(missing, reader);
    if ('names' in missing)
      return { text: said, items: missing.names.map((group) => ({ text: group.join(' / ') })) };
    const own = place.actionId === undefined ? null : report.index.actions[place.actionId]?.title;
    const most = place.actionId === undefined ? spelledOut.year : spelledOut.action;
    const lines = missing.lines.slice(0, most).map(({ about }) => {
      const line = sayAbout(about, report.index, reader);
      // A meeting is told by what it served; what is an action's own need not name the action.
      const what = about.of === 'meeting' && own === null ? [line.text, line.action] : [line.text];
      const told = what.filter((text) => own === null || text !== typeset(own ?? ''));
      return { text: [...told, line.date].filter(Boolean).join(', ') };
    });
    const more = missing.lines.length - lines.length;
    const rest = more > 0 ? [{ text: text.more(more) }] : [];
    return { text: said, href: missingHref(place, missing.kind), items: [...lines, ...rest] };
  });
  return [{ kind: 'list', items }];
}

export function sayMissing(
  { kind, count }: Pick<Missing, 'kind' | 'count'>,
  reader: Reader,
): string {
  const [one, many] = reader.t.reports.missing.kinds[kind];
  const isOne = reader.locale === 'fr' ? count < 2 : count === 1;
  return `${sayNumber(count, reader)} ${isOne ? one : many}`;
}

/** What was reported elsewhere, and what is computed here, side by side. */
export function publishedBlocks({ reader, place, report }: Telling): Block[] {
  const text = reader.t.reports.published;
  const own = report.published.filter(
    ({ actionId }) => (actionId === null) === (place.actionId === undefined),
  );
  if (!own.length) return [];
  const computed = ({ computed: value, source }: PublishedLine): Cell =>
    source === null
      ? cell(text.nothing)
      : cell(value === null ? reader.t.reports.noRate : sayNumber(value, reader), {
          href: figureHref(place, source.figure, place.actionId === undefined ? source.filter : {}),
        });
  return [
    heading(2, text.title),
    paragraph(text.intro),
    {
      kind: 'table',
      caption: text.title,
      columns: [
        texts(text.line),
        numbers(text.reported, 1.6),
        numbers(text.computed, 2),
        numbers(text.difference, 1.6),
      ],
      rows: own.map((line) => [
        cell(sayPublished(line.key, reader)),
        cell(sayNumber(line.reported, reader)),
        computed(line),
        cell(difference(line, reader)),
      ]),
    },
    ...(report.publishedNote && place.actionId === undefined
      ? [aside(text.noteIs(sayNote(report.publishedNote, reader)))]
      : []),
  ];
}

function difference({ reported, computed }: PublishedLine, reader: Reader): string {
  if (computed === null) return '';
  if (reported === computed) return reader.t.reports.published.same;
  const gap = sayNumber(reported - computed, reader);
  return reported > computed ? `+${gap}` : gap;
}

/** What a file that is handed round says of itself, in the reader's language; else as it was written. */
export function sayNote(note: string, { t }: Reader): string {
  const known: Record<string, string> = t.reports.published.notes;
  return Object.hasOwn(known, note) ? (known[note] ?? note) : note;
}

export function sayPublished(key: string, { t }: Reader): string {
  const labels: Record<string, string> = t.reports.published.keys;
  return Object.hasOwn(labels, key) ? (labels[key] ?? key) : key.replaceAll('_', ' ');
}
