/** The professions and organisations of those who came, the new ones marked. */
import { figureOf, type Represented, sum } from '../../../domain/reports/figure';
import type { Block } from '../../../lib/blocks';
import { cell, heading, numbers, paragraph, texts } from './block-parts';
import { namesHref } from './place';
import { sayNumber } from './say';
import type { Telling } from './telling';

export type NameKind = 'professions' | 'organisations';

export const namesOf = ({ report }: Pick<Telling, 'report'>, of: NameKind): Represented[] =>
  figureOf(report.figures, of).lines.flatMap(({ about }) => (about.of === 'name' ? [about] : []));

export function nameBlocks(telling: Telling, of: NameKind): Block[] {
  const { reader, place, report } = telling;
  const { names, lists } = reader.t.reports;
  const found = namesOf(telling, of);
  // Families are not asked.
  const { actionId } = place;
  const asked = actionId === undefined || report.index.actions[actionId]?.audience !== 'public';
  if (!found.length) {
    const { value, unknown } = figureOf(report.figures, 'participations_professionals');
    const said = value || unknown.length ? names.notNoted[of] : names.none;
    return asked ? [heading(3, names[of]), paragraph(said)] : [];
  }
  const meets = of === 'professions';
  // None are new where nothing is known of the year before.
  const news = found.some(({ isNew }) => isNew);
  return [
    heading(3, `${names[of]} (${found.length})`),
    {
      kind: 'table',
      caption: names[of],
      columns: [
        texts(lists.name, 6),
        ...(news ? [texts('', 1.8)] : []),
        numbers(lists.participations, 2.4),
        numbers(lists.people, 2.8),
        ...(meets ? [texts(lists.inMeetings, 2.4)] : []),
      ],
      rows: found.map((one) => {
        const opens = one.participations ? { href: namesHref(place, of, one.name) } : {};
        return [
          cell(one.name),
          ...(news ? [cell(one.isNew ? lists.isNew : '', { strong: true })] : []),
          cell(sayNumber(one.participations, reader), opens),
          cell(sayPeople(one, telling), opens),
          ...(meets ? [cell(one.inMeetings ? lists.yes : '')] : []),
        ];
      }),
    },
  ];
}

/** A copy that was frozen earlier may not know it. */
export const sayPeople = ({ often }: Represented, { reader }: Pick<Telling, 'reader'>): string =>
  often ? sayNumber(sum(often.map(([, people]) => people)), reader) : reader.t.reports.noRate;
