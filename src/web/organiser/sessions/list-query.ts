/** What the list of sessions is asked for, read from its address and written into its links. */
import { type OwnView, ownViews } from '../../../domain/catalogue/list-own-sessions';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { readSearch } from '../form';

export type ListQuery = {
  view: OwnView;
  search: string;
  mine: boolean;
  year: number | null;
  after: string | null;
};

const names = {
  coming: null,
  drafts: 'brouillons',
  undated: 'sans-date',
  past: 'passees',
} as const;

type Ask = (name: string) => string | undefined;

export function readListQuery(ask: Ask, hasOwn: boolean): ListQuery {
  const view = ownViews.find((one) => names[one] === ask('vue')) ?? 'coming';
  const year = /^20\d\d$/.test(ask('annee') ?? '') ? Number(ask('annee')) : null;
  return {
    view,
    search: readSearch(ask('q')),
    mine: hasOwn && ask('toutes') !== '1',
    year: view === 'past' ? year : null,
    after: ask('apres') ?? null,
  };
}

export function listAddress({ view, search, mine, year, after }: ListQuery): string {
  const values = {
    vue: names[view],
    q: search,
    toutes: mine ? null : '1',
    annee: year === null ? null : String(year),
    apres: after,
  };
  const given = Object.entries(values).filter((entry): entry is [string, string] =>
    Boolean(entry[1]),
  );
  const query = new URLSearchParams(given).toString();
  return query ? `${links.organiserSessions()}?${query}` : links.organiserSessions();
}

/** The codes of the drafts that a copy has just made, so that they can be published together. */
export const readCreated = (text: string | undefined): string[] =>
  (text ?? '').split('.').flatMap((code) => readCode(code) ?? []);

/** The drafts, with those that were just made. */
export const createdAddress = (made: readonly { code: string }[], done: string) =>
  `${links.organiserSessions()}?vue=${names.drafts}&fait=${done}&crees=${made.map(({ code }) => code).join('.')}`;
