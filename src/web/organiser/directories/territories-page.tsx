/** The towns of the venues, and the territory that each counts in. */
import type { Town } from '../../../domain/directories/territories';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { DatalistField, ErrorSummary, type FieldErrors } from '../../ui/fields';
import type { Shell } from '../context';
import type { Values } from '../form';
import { OrganiserLayout } from '../layout';
import { slugs } from './slugs';

/** A key has letters, digits and spaces; an id has no spaces. */
export const fieldOf = (key: string) => `territoire-${key.replaceAll(' ', '-')}`;
export const wasOf = (key: string) => `avant-${key.replaceAll(' ', '-')}`;

export function TerritoriesPage({
  shell,
  towns,
  values,
  errors,
}: {
  shell: Shell;
  towns: readonly Town[];
  values?: Values;
  errors?: FieldErrors;
}) {
  const { t, href } = shell.reader;
  const text = t.directories.territories;
  const known = [...new Set(towns.map(({ territory }) => territory).filter(Boolean))].sort();
  return (
    <OrganiserLayout
      shell={shell}
      title={text.title}
      here="directories"
      hasErrors={errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <p>
          <a href={href(links.directory(slugs.venues))}>{t.directories.names.venues}</a>
        </p>
        <h1>{text.title}</h1>
        <p>{text.intro}</p>
        {towns.length === 0 && <p>{text.none}</p>}
        {towns.length > 0 && (
          <form method="post" action={href(links.territories())} novalidate>
            {towns.map(({ key, name, venues, territory }) => (
              <>
                <input type="hidden" name={wasOf(key)} value={territory} />
                <DatalistField
                  t={t}
                  name={fieldOf(key)}
                  label={name}
                  hint={text.venues(venues)}
                  value={values?.[fieldOf(key)] ?? territory}
                  error={errors?.[fieldOf(key)]}
                  suggestions={known}
                  maxlength={120}
                  optional="unmarked"
                  autocomplete="off"
                />
              </>
            ))}
            <Buttons>
              <Button>{t.directories.save}</Button>
            </Buttons>
          </form>
        )}
      </div>
    </OrganiserLayout>
  );
}
