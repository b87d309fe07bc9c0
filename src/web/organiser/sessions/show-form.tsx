/** The form of a session, shown: empty, as it was typed with what is wrong, or beside what was saved. */
import type { Context } from 'hono';
import { findSessionById, type SessionView } from '../../../domain/catalogue/find-session';
import { listSiblings } from '../../../domain/catalogue/form-choices';
import { listVenueNames } from '../../../domain/catalogue/list-names';
import type { Action } from '../../../domain/catalogue/schema';
import { NotFound } from '../../../lib/errors';
import { sayInstant } from '../../public/catalogue/say';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { sessionShell } from './load';
import { type SessionForm, storedSession } from './session-form';
import { SessionFormPage } from './session-form-page';

type C = Context<OrganiserEnv>;

/** What the form is about: an action, and its session once it exists. */
export type Subject = { action: Pick<Action, 'id' | 'title'>; view: SessionView | null };

type Refusal = keyof C['var']['reader']['t']['sessions']['refusals'];

/** Said at the field that it is about, or at the top; a stale form is shown beside what was saved. */
export async function refused(c: C, subject: Subject, form: SessionForm, reason: Refusal) {
  if (reason === 'unknown') throw new NotFound();
  const text = c.var.reader.t.sessions.refusals[reason];
  const field = reason.startsWith('linked_') ? 'linkedSessionId' : 'form';
  const isStale = reason === 'stale' && subject.view !== null;
  const view = isStale ? await findSessionById(c.var.db, subject.view?.session.id ?? 0) : null;
  const meanwhile = view ? storedSession(view, c.var.reader.timeZone) : undefined;
  return showForm(c, subject, form, { [field]: text }, meanwhile);
}

export async function showForm(
  c: C,
  { action, view }: Subject,
  form: SessionForm,
  errors?: FieldErrors,
  meanwhile?: SessionForm,
): Promise<Response> {
  const { db, reader, now } = c.var;
  const [venues, siblings] = await Promise.all([
    listVenueNames(db),
    listSiblings(db, action.id, view?.session.id ?? null, now),
  ]);
  const page = {
    shell: sessionShell(c),
    now,
    action,
    code: view?.session.code ?? null,
    form,
    venues,
    siblings: siblings.map(({ id, title, startsAt, mode }) => ({
      id,
      label: [
        startsAt === null ? reader.t.programme.dateToCome : sayInstant(startsAt, reader, now),
        mode && reader.t.programme.modes[mode],
        title,
      ]
        .filter(Boolean)
        .join(' – '),
    })),
    errors,
    meanwhile,
  };
  return c.html(<SessionFormPage {...page} />, meanwhile ? 409 : errors ? 422 : 200);
}
