/** Choosing among the sessions: who for as links always in view, the rest in a form that sends a GET. */
import type { FilterOptions } from '../../../domain/catalogue/list-filter-options';
import { audiences, modes } from '../../../domain/catalogue/schema';
import { sayMonth } from '../../../lib/dates';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { CheckboxField, SelectField } from '../../ui/fields';
import { LangField } from '../../ui/lang-field';
import { type FilterName, type ProgrammeQuery, programmePath } from './filters';

type Props = { reader: Reader; query: ProgrammeQuery; options: FilterOptions };

export function Filters({ reader, query, options }: Props) {
  return (
    <div class="filters">
      <AudienceLinks reader={reader} query={query} />
      <FilterForm reader={reader} query={query} options={options} />
      <ActiveFilters reader={reader} query={query} />
    </div>
  );
}

function AudienceLinks({ reader, query }: Omit<Props, 'options'>) {
  const { programme } = reader.t;
  return (
    <nav class="pills" aria-label={programme.forWhom}>
      <ul>
        {[undefined, ...audiences].map((audience) => (
          <li>
            <a
              href={reader.href(programmePath(query, { public: audience }))}
              aria-current={query.public === audience ? 'true' : undefined}
            >
              {audience ? programme.audiences[audience] : programme.everyone}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FilterForm({ reader, query, options }: Props) {
  const { t, locale } = reader;
  const { programme } = t;
  const past = query.vue === 'passees';
  const plain = (values: string[], chosen?: string) =>
    [...new Set(chosen ? [...values, chosen] : values)].map((value) => ({ value, label: value }));
  return (
    <details>
      <summary>{programme.filter}</summary>
      <form method="get" action={links.programme()}>
        <LangField reader={reader} />
        {query.vue && <input type="hidden" name="vue" value={query.vue} />}
        {query.public && <input type="hidden" name="public" value={query.public} />}
        {query.vue === 'calendrier' && query.mois && (
          <input type="hidden" name="mois" value={query.mois} />
        )}
        <SelectField
          t={t}
          name="theme"
          label={programme.theme}
          empty={programme.allThemes}
          options={plain(options.themes, query.theme)}
          value={query.theme}
          optional="unmarked"
        />
        <SelectField
          t={t}
          name="lieu"
          label={programme.town}
          empty={programme.allTowns}
          options={plain(options.towns, query.lieu)}
          value={query.lieu}
          optional="unmarked"
        />
        <SelectField
          t={t}
          name="mode"
          label={programme.mode}
          empty={programme.allModes}
          options={modes.map((mode) => ({ value: mode, label: programme.modes[mode] }))}
          value={query.mode}
          optional="unmarked"
        />
        {query.vue === undefined && (
          <SelectField
            t={t}
            name="mois"
            label={programme.month}
            empty={programme.allMonths}
            options={plain(options.months, query.mois).map(({ value }) => ({
              value,
              label: sayMonth(value, locale),
            }))}
            value={query.mois}
            optional="unmarked"
          />
        )}
        {!past && (
          <CheckboxField
            t={t}
            name="places"
            label={programme.placesLeftOnly}
            checked={query.places === '1'}
            optional
          />
        )}
        <Button>{programme.applyFilters}</Button>
      </form>
    </details>
  );
}

function ActiveFilters({ reader, query }: Omit<Props, 'options'>) {
  const { programme } = reader.t;
  const active: [FilterName, string | undefined][] = [
    ['theme', query.theme],
    ['lieu', query.lieu],
    ['mode', query.mode && programme.modes[query.mode]],
    ['mois', query.vue || !query.mois ? undefined : sayMonth(query.mois, reader.locale)],
    ['places', query.places && programme.placesLeftChip],
  ];
  const chips = active.filter(([, label]) => label);
  if (!chips.length) return null;
  const none = Object.fromEntries(chips.map(([name]) => [name, undefined]));
  return (
    <nav class="chips" aria-label={programme.activeFilters}>
      <ul>
        {chips.map(([name, label]) => (
          <li>
            <a href={reader.href(programmePath(query, { [name]: undefined }))}>
              <span class="unseen">{programme.removeFilter}</span>
              {label} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
        {chips.length > 1 && (
          <li>
            <a class="clear" href={reader.href(programmePath(query, none))}>
              {programme.clearFilters}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
