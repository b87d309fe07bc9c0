/** Where a figure stands (a year's report, an action's, a frozen copy), and so what it opens. */
import type { Dimension, Filter } from '../../../domain/reports/breakdown';
import { dimensions } from '../../../domain/reports/breakdown';
import type { FigureKey } from '../../../domain/reports/figure';
import { links } from '../../../links';

export type Place = { year: number; actionId?: number; copyId?: number };

export function placeHref({ year, actionId, copyId }: Place): string {
  if (actionId !== undefined) return links.actionReport(actionId, year);
  return copyId === undefined ? links.yearReport(year) : links.reportCopy(year, copyId);
}

/** The list behind a figure, or behind its part that the filter leaves. */
export function figureHref(place: Place, key: FigureKey, filter: Filter = {}): string {
  const { year, actionId, copyId } = place;
  const query = toQuery(filter);
  if (actionId !== undefined) return links.actionFigure(actionId, year, key, query);
  return copyId === undefined
    ? links.yearFigure(year, key, query)
    : links.reportCopyFigure(year, copyId, key, query);
}

/** Where those of one profession or organisation came. */
export const namesHref = (place: Place, of: 'professions' | 'organisations', name: string) =>
  `${figureHref(place, of)}?${new URLSearchParams({ nom: name })}`;

/** The answers to one question, session by session. */
export function satisfactionHref({ year, actionId, copyId }: Place, question: string): string {
  if (actionId !== undefined) return links.actionSatisfaction(actionId, year, question);
  return copyId === undefined
    ? links.yearSatisfaction(year, question)
    : links.reportCopySatisfaction(year, copyId, question);
}

/** What is missing, line by line. */
export function missingHref({ year, actionId, copyId }: Place, kind: string): string {
  if (actionId !== undefined) return links.actionMissing(actionId, year, kind);
  return copyId === undefined
    ? links.yearMissing(year, kind)
    : links.reportCopyMissing(year, copyId, kind);
}

/** Where last year's figures stand. */
export const yearBefore = ({ year, actionId }: Place): Place => ({ year: year - 1, actionId });

/** What stands in the address for each dimension. */
const names: Record<Dimension, string> = {
  type: 'type',
  audience: 'public',
  month: 'mois',
  territory: 'territoire',
  town: 'commune',
  network: 'reseau',
  carrier: 'porteur',
  kind: 'nature',
  action: 'action',
  title: 'titre',
};

export function toQuery(filter: Filter): string {
  const pairs = dimensions.flatMap((by) => (filter[by] ?? []).map((value) => [names[by], value]));
  const text = new URLSearchParams(pairs).toString();
  return text ? `?${text}` : '';
}

export function readFilter(query: (name: string) => string[] | undefined): Filter {
  return Object.fromEntries(
    dimensions.flatMap((by) => {
      const values = query(names[by]);
      return values?.length ? [[by, values.slice(0, 20)]] : [];
    }),
  );
}
