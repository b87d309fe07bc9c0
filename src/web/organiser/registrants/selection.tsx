/**
 * Choosing people of the list to write to. What is ticked on a page is kept with the draft of a message,
 * so that it is still there on the next page, after a search, and tomorrow.
 */
import type { Child } from 'hono/jsx';
import type { Selection } from '../../../domain/notes/recipients';
import { hasLeft } from '../../../domain/registrations/left';
import {
  type Registrant,
  type RegistrantQuery,
  registrantsPerPage,
} from '../../../domain/registrations/list-registrants';
import type { Texts } from '../../../i18n';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { FormKey } from '../form-key';
import type { SessionPage } from '../sessions/session-frame';
import { queryFields } from './list-query';

export type SelectionProps = {
  query: RegistrantQuery;
  rows: readonly Registrant[];
  total: number;
  /** The message that people are being chosen for. */
  selection: Selection | null;
  /** Those of the page who are. */
  chosen: ReadonlySet<number>;
};

export function SelectionForm({
  page: { shell, view },
  query,
  rows,
  total,
  selection,
  children,
}: SelectionProps & { page: SessionPage; children: Child }) {
  const { t, href } = shell.reader;
  const text = t.registrants.selection;
  const { code } = view.session;
  if (rows.every(hasLeft)) return <>{children}</>;
  return (
    <form method="post" action={href(links.selection(code))}>
      <FormKey shell={shell} />
      {selection && <input type="hidden" name="message" value={selection.id} />}
      {queryFields(query).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {rows.map(({ id }) => (
        <input type="hidden" name="montrees" value={id} />
      ))}
      {selection ? (
        <p>
          <strong>{text.chosen(selection.chosen)}</strong>{' '}
          <a href={href(links.notePeople(code, selection.id))}>{text.see}</a>
        </p>
      ) : (
        <p class="hint">{text.hint}</p>
      )}
      {children}
      <Buttons>
        <Button kind="secondary" name="etape" value="ecrire">
          {text.write}
        </Button>
        {query.page * registrantsPerPage < total ? (
          <Button kind="secondary" name="etape" value="suite">
            {text.keepAndNext}
          </Button>
        ) : (
          <Button kind="secondary" name="etape" value="garder">
            {text.keep}
          </Button>
        )}
        {total > 1 && (
          <Button kind="link" name="etape" value="toutes">
            {text.all(total)}
          </Button>
        )}
      </Buttons>
    </form>
  );
}

/** A person of the list, with the box that chooses them; who has cancelled is written to no more. */
export function Pick({
  registrant: r,
  chosen,
  t,
  children,
}: {
  registrant: Registrant;
  chosen: ReadonlySet<number>;
  t: Texts;
  children: Child;
}) {
  if (hasLeft(r)) return <>{children}</>;
  return (
    <div class="choose-row">
      <input
        type="checkbox"
        name="personnes"
        value={r.id}
        checked={chosen.has(r.id)}
        aria-label={t.registrants.selection.choose(`${r.firstName} ${r.lastName}`.trim())}
      />
      <div>{children}</div>
    </div>
  );
}
