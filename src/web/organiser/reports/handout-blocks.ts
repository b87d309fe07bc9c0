/** What was handed out, by title and number, and what was lent: no person's name among it. */
import { sum } from '../../../domain/reports/figure';
import type { Block, Cell } from '../../../lib/blocks';
import { nameKey, typeset } from '../../../lib/text';
import { cell, heading, numbers, texts } from './block-parts';
import { hrefOf } from './list-rows';
import { figureHref } from './place';
import { sayLocalDay, sayNumber } from './say';
import type { Telling } from './telling';

export const handoutBlocks = (telling: Telling): Block[] => [
  ...publicationBlocks(telling),
  ...loanBlocks(telling),
];

function publicationBlocks({ reader, place, report }: Telling): Block[] {
  const text = reader.t.reports;
  const found = report.figures.find(({ key }) => key === 'publications')?.lines ?? [];
  if (!found.length) return [];
  const titleOf = (id: number) => report.index.handouts[id]?.title ?? '';
  const titles = Map.groupBy(found, ({ about }) =>
    about.of === 'handout' ? nameKey(titleOf(about.id)) : '',
  );
  const rows = [...titles].map(([key, lines]) => {
    const [first] = lines;
    return {
      key,
      title: first?.about.of === 'handout' ? titleOf(first.about.id) : '',
      copies: sum(lines.map(({ value }) => value)),
    };
  });
  return [
    heading(3, text.figures.publications[0]),
    {
      kind: 'table',
      caption: text.figures.publications[0],
      columns: [texts(reader.t.handouts.handout.title, 8), numbers(text.lists.copies, 2)],
      rows: rows
        .sort((a, b) => a.title.localeCompare(b.title, 'fr'))
        .map(({ key, title, copies }) => [
          cell(typeset(title)),
          cell(sayNumber(copies, reader), {
            href: figureHref(place, 'publications', { title: [key] }),
          }),
        ]),
    },
  ];
}

function loanBlocks({ reader, report, account }: Telling): Block[] {
  const { t, locale } = reader;
  const words = t.handouts.loan;
  const found = report.figures.find(({ key }) => key === 'loans')?.lines ?? [];
  if (!found.length) return [];
  return [
    heading(3, t.handouts.loans),
    {
      kind: 'table',
      caption: t.handouts.loans,
      columns: [
        texts(words.item, 5),
        texts(words.borrower, 4),
        texts(words.lentOn, 3),
        texts(words.dueOn, 3),
        texts(words.state, 2),
      ],
      rows: found.flatMap(({ about }): Cell[][] => {
        const loan = about.of === 'loan' ? report.index.loans[about.id] : undefined;
        if (!loan) return [];
        const href = account && hrefOf(about, report.index, account);
        return [
          [
            cell(typeset(loan.item), href ? { href } : {}),
            cell(loan.borrower || words.aPerson),
            cell(sayLocalDay(loan.lentOn, locale)),
            cell(sayLocalDay(loan.dueOn, locale)),
            // A copy that was frozen earlier does not know it.
            cell(words.states[loan.standing] ?? ''),
          ],
        ];
      }),
    },
  ];
}
