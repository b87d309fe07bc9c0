/** The form that filters the list of registrants. */
import type { RegistrantCounts, Tally } from '../../../domain/registrations/count-registrants';
import {
  type RegistrantQuery,
  registrantFilters,
  registrantSorts,
  unsaid,
} from '../../../domain/registrations/list-registrants';
import type { Texts } from '../../../i18n';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/fields';
import { LangField } from '../../ui/lang-field';

export function ListFilters({
  reader,
  query,
  counts,
  message,
}: {
  reader: Reader;
  query: RegistrantQuery;
  counts: RegistrantCounts;
  /** The draft that people are chosen for. */
  message: number | null;
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
      <LangField reader={reader} />
      {message !== null && <input type="hidden" name="message" value={message} />}
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
      <Named
        {...{ t, name: 'fonction', label: text.profession }}
        value={query.profession}
        tallies={counts.professions}
      />
      <Named
        {...{ t, name: 'structure', label: text.organisation }}
        value={query.organisation}
        tallies={counts.organisations}
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

/** Those that the session counts; nothing to choose where it asks for none. */
function Named({
  t,
  name,
  label,
  value,
  tallies,
}: {
  t: Texts;
  name: string;
  label: string;
  value: string;
  tallies: readonly Tally[];
}) {
  if (!value && !tallies.some((tally) => tally.label)) return null;
  const options = tallies.map((tally) => ({
    value: keyOf(tally),
    label: `${tally.label ?? t.registrants.unknown} (${tally.registrations})`,
  }));
  // Of a link that was kept, or of those who have cancelled: the list is what it says.
  if (value && !options.some((option) => option.value === value))
    options.push({ value, label: value });
  return (
    <SelectField
      {...{ t, name, label, value, options }}
      optional="unmarked"
      empty={t.registrants.all}
    />
  );
}

/** The value that filters the list by what the tally counts. */
export const keyOf = ({ key }: Pick<Tally, 'key'>) => key || unsaid;
