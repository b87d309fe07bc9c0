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
export const figureHref = (place: Place, key: FigureKey, filter: Filter = {}) =>
  links.reportFigure(placeHref(place), key, toQuery(filter));

/** Where those of one profession or organisation came. */
export const namesHref = (place: Place, of: 'professions' | 'organisations', name: string) =>
  `${figureHref(place, of)}?${new URLSearchParams({ nom: name })}`;

/** The answers to one question, session by session. */
export const satisfactionHref = (place: Place, question: string) =>
  links.reportSatisfaction(placeHref(place), question);

/** What is missing, line by line. */
export const missingHref = (place: Place, kind: string) =>
  links.reportMissing(placeHref(place), kind);

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
