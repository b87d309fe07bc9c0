/** The professions and organisations of those who came, the new ones marked. */
import { figureOf } from '../../../domain/reports/figure';
import type { Block } from '../../../lib/blocks';
import { cell, heading, numbers, paragraph, texts } from './block-parts';
import { sayNumber } from './say';
import type { Telling } from './telling';

export function nameBlocks(
  { reader, report }: Telling,
  of: 'professions' | 'organisations',
): Block[] {
  const { names, lists } = reader.t.reports;
  const found = figureOf(report.figures, of).lines.flatMap(({ about }) =>
    about.of === 'name' ? [about] : [],
  );
  const title = heading(3, `${names[of]} (${found.length})`);
  if (!found.length) return [title, paragraph(names.none)];
  const meets = of === 'professions';
  return [
    title,
    {
      kind: 'table',
      caption: names[of],
      columns: [
        texts(lists.name, 7),
        texts(lists.isNew, 1.6),
        ...(meets ? [texts(lists.inMeetings, 2)] : []),
        numbers(lists.participations, 2),
      ],
      rows: found.map(({ name, isNew, inMeetings, participations }) => [
        cell(name),
        cell(isNew ? lists.isNew : ''),
        ...(meets ? [cell(inMeetings ? lists.yes : '')] : []),
        cell(sayNumber(participations, reader)),
      ]),
    },
  ];
}
