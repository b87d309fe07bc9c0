/** What a merge will change, before it is done. */
import type { Directory } from '../../../domain/catalogue/schema';
import type { Entry } from '../../../domain/directories/list-entries';
import { links } from '../../../links';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import type { Shell } from '../context';
import { OrganiserLayout } from '../layout';
import { sayUses } from './list-page';
import { slugs } from './slugs';

export type MergeProps = {
  shell: Shell;
  directory: Directory;
  gone: Entry;
  kept: Entry;
  errors?: FieldErrors;
};

export function MergePage({ shell, directory, gone, kept, errors }: MergeProps) {
  const { t, href } = shell.reader;
  const text = t.directories;
  const title = text.mergePageTitle(gone.name, kept.name);
  const twoLogos = Boolean(gone.uses.logos && kept.uses.logos);
  const twoSign = Boolean(gone.uses.signatures && kept.uses.signatures);
  const left = { ...(twoLogos && { logos: 0 }), ...(twoSign && { signatures: 0 }) };
  const moved = sayUses(t, { ...gone.uses, ...left });
  const path = (one: Entry) => links.directoryMerge(slugs[directory], one.id);
  const swap = `${path(kept)}?${new URLSearchParams({ avec: gone.name })}`;
  return (
    <OrganiserLayout
      shell={shell}
      title={title}
      here="directories"
      hasErrors={errors !== undefined}
    >
      <div class="narrow">
        <ErrorSummary t={t} errors={errors} />
        <h1>{title}</h1>
        <ul>
          <li>{text.stays(kept.name)}</li>
          <li>{text.goes(gone.name)}</li>
          <li>{moved ? text.moves(moved, kept.name) : text.movesNothing}</li>
          {Boolean(gone.uses.accounts) && <li>{text.accountsGain(kept.name)}</li>}
          {twoLogos && <li>{text.logo(gone.name, kept.name)}</li>}
          {twoSign && <li>{text.signature(gone.name, kept.name)}</li>}
          {directory === 'venues' && <li>{text.venueKept}</li>}
          {directory !== 'venues' && <li>{text.typed(gone.name, kept.name)}</li>}
        </ul>
        <p>
          <strong>{text.noUndo}</strong>
        </p>
        <p>
          <a href={href(swap)}>{text.swap(gone.name)}</a>
        </p>
        <form method="post" action={href(path(gone))}>
          <input type="hidden" name="nom" value={gone.name} />
          <input type="hidden" name="avec" value={kept.name} />
          <input type="hidden" name="garde" value={String(kept.id)} />
          <Buttons>
            <Button kind="warning">{text.merge}</Button>
            <ButtonLink
              href={href(links.directoryEntry(slugs[directory], gone.id))}
              kind="secondary"
            >
              {text.cancel}
            </ButtonLink>
          </Buttons>
        </form>
      </div>
    </OrganiserLayout>
  );
}
