/** How the list of registrants is filtered, as its address and its forms say it. */
import {
  type RegistrantQuery,
  registrantFilters,
  registrantSorts,
} from '../../../domain/registrations/list-registrants';
import { readId, readSearch } from '../form';

export function readListQuery(read: (name: string) => string | undefined): RegistrantQuery {
  const filter = registrantFilters.find((known) => known === read('etat')) ?? 'live';
  const sort = registrantSorts.find((known) => known === read('tri')) ?? 'arrival';
  const page = Math.min(readId(read('page')) ?? 1, 10_000);
  const text = (name: string) => (read(name) ?? '').slice(0, 160);
  const named = { profession: text('fonction'), organisation: text('structure') };
  return { search: readSearch(read('q')), filter, ...named, sort, page };
}

/** What differs from the list as it opens, by its name in the address. */
export function queryFields(query: RegistrantQuery): [name: string, value: string][] {
  const { search, filter, profession, organisation, sort, page } = query;
  const fields: [string, string][] = [
    ['q', search],
    ['etat', filter === 'live' ? '' : filter],
    ['fonction', profession],
    ['structure', organisation],
    ['tri', sort === 'arrival' ? '' : sort],
    ['page', page > 1 ? String(page) : ''],
  ];
  return fields.filter(([, value]) => value);
}

export function withQuery(path: string, query: RegistrantQuery): string {
  const text = new URLSearchParams(queryFields(query)).toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}
