/** How the list of registrants is filtered: the form, and the address that it leads to. */
import {
  type RegistrantCounts,
  type RegistrantQuery,
  registrantFilters,
  registrantSorts,
} from '../../../domain/registrations/list-registrants';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';

/** The list's address as it is filtered; what stands at its default is left out. */
export function withQuery(path: string, { search, filter, sort, page }: RegistrantQuery): string {
  const parameters = new URLSearchParams();
  if (search) parameters.set('q', search);
  if (filter !== 'live') parameters.set('etat', filter);
  if (sort !== 'arrival') parameters.set('tri', sort);
  if (page > 1) parameters.set('page', String(page));
  const text = parameters.toString();
  return text ? `${path}${path.includes('?') ? '&' : '?'}${text}` : path;
}

export function ListFilters({
  reader,
  query,
  counts,
}: {
  reader: Reader;
  query: RegistrantQuery;
  counts: RegistrantCounts;
}) {
  const { t } = reader;
  const text = t.registrants;
  const { states } = counts;
  const live = Object.entries(states).reduce(
    (n, [state, c]) => n + (state === 'cancelled' ? 0 : c.registrations),
    0,
  );
  const many = (filter: (typeof registrantFilters)[number]) =>
    filter === 'live' ? live : states[filter].registrations;
  return (
    <form method="get" class="list-filters">
      {reader.chosen && <input type="hidden" name="lang" value={reader.locale} />}
      <TextField
        t={t}
        name="q"
        type="search"
        label={text.search}
        hint={text.searchHint}
        value={query.search}
        optional="unmarked"
      />
      <SelectField
        t={t}
        name="etat"
        label={text.show}
        value={query.filter}
        optional="unmarked"
        options={registrantFilters.map((value) => ({
          value,
          label: `${text.filters[value]} (${many(value)})`,
        }))}
      />
      <SelectField
        t={t}
        name="tri"
        label={text.sort}
        value={query.sort}
        optional="unmarked"
        options={registrantSorts.map((value) => ({ value, label: text.sorts[value] }))}
      />
      <Button kind="secondary">{text.apply}</Button>
    </form>
  );
}
