/** Publications count by copy and by title; loans in the year in which they start. */
import { type About, figure, measured } from './figure';
import type { LoanFact } from './handout-facts';
import type { Facts } from './load-facts';

/** A loan that is overdue is out as well; one that was lent the year before counts there. */
export function handoutFigures({ handouts, loans }: Facts) {
  const aboutLoan = ({ id }: LoanFact): About => ({ of: 'loan', id });
  const titles = [...Map.groupBy(handouts, ({ titleKey }) => titleKey).values()];
  return {
    publications: measured(
      'publications',
      handouts,
      ({ id }) => ({ of: 'handout', id }),
      ({ count }) => count,
    ),
    publication_titles: figure(
      'publication_titles',
      titles.map(([first]) => ({
        about: { of: 'publication', title: first?.title ?? '' },
        value: 1,
      })),
    ),
    loans: measured('loans', loans, aboutLoan, () => 1),
    loans_out: measured('loans_out', loans, aboutLoan, ({ standing }) =>
      standing === 'returned' ? undefined : 1,
    ),
    loans_overdue: measured('loans_overdue', loans, aboutLoan, ({ standing }) =>
      standing === 'overdue' ? 1 : undefined,
    ),
  };
}
