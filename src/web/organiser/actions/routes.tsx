/** Actions: listed and read by all who sign in, created and edited by those who carry them. */
import { type Context, Hono } from 'hono';
import { createAction } from '../../../domain/catalogue/create-action';
import {
  type ActionView,
  findAction,
  listActions,
  listSessionsOfAction,
} from '../../../domain/catalogue/find-action';
import { ActionInput } from '../../../domain/catalogue/inputs';
import { listOrganisationNames } from '../../../domain/catalogue/list-names';
import { updateAction } from '../../../domain/catalogue/update-action';
import { listMeetingsOfAction } from '../../../domain/meetings/list-meetings';
import { findOrganisationName, requireAction } from '../../../domain/organisers/access';
import { mayManage, mayOrganise, ownCarrierId } from '../../../domain/organisers/permissions';
import { NotFound } from '../../../lib/errors';
import { nameKey } from '../../../lib/text';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import { isSameInput, readId, readInput, readLists, readSearch } from '../form';
import { requireRole } from '../signed-in';
import {
  type ActionForm,
  actionDraft,
  blankAction,
  storedAction,
  typedAction,
} from './action-form';
import { ActionFormPage } from './action-form-page';
import { ActionPage } from './action-page';
import { ActionsPage } from './actions-page';

const organiser = requireRole(mayOrganise);
type C = Context<OrganiserEnv>;

export const actionRoutes = new Hono<OrganiserEnv>()
  .get(links.actions(), async (c) => {
    const { db, account } = c.var;
    const search = readSearch(c.req.query('q'));
    const own = ownCarrierId(account);
    const mine = own === null ? null : c.req.query('toutes') !== '1';
    const after = readId(c.req.query('apres'));
    const found = await listActions(db, { search, carrierId: mine ? own : null, after });
    return c.html(<ActionsPage {...{ shell: shellOf(c), search, mine, ...found }} />);
  })
  .get(links.newAction(), organiser, async (c) =>
    showForm(c, null, blankAction(await findOrganisationName(c.var.db, c.var.account))),
  )
  .post(links.actions(), organiser, async (c) => {
    const form = typedAction(await readLists(c));
    const read = await readAction(c, form);
    if (!read.ok) return showForm(c, null, form, read.errors);
    const { id } = await createAction(c.var.db, read.input, await byFormOf(c));
    return c.redirect(c.var.reader.href(`${links.action(id)}?fait=action`), 303);
  })
  .get(links.action(':id'), async (c) => {
    const view = await requireView(c);
    const [sessions, meetings] = await Promise.all([
      listSessionsOfAction(c.var.db, view.action.id),
      listMeetingsOfAction(c.var.db, view.action.id),
    ]);
    const mayEdit = mayManage(
      c.var.account,
      view.carriers.map((carrier) => carrier.id),
    );
    return c.html(<ActionPage {...{ shell: shellOf(c), view, sessions, meetings, mayEdit }} />);
  })
  .get(links.actionEdit(':id'), async (c) => {
    const view = await requireOwn(c);
    return showForm(c, view.action.id, storedAction(view));
  })
  .post(links.action(':id'), async (c) => {
    const { id } = (await requireOwn(c)).action;
    const form = typedAction(await readLists(c));
    const read = await readAction(c, form);
    if (!read.ok) return showForm(c, id, form, read.errors);
    const change = { id, version: form.version, input: read.input };
    const outcome = await updateAction(c.var.db, change, byOf(c));
    if (!outcome.ok && !(await isStored(c, read.input)))
      return showForm(c, id, form, { form: c.var.reader.t.actions[outcome.reason] }, true);
    return c.redirect(c.var.reader.href(`${links.action(id)}?fait=enregistre`), 303);
  });

async function requireView(c: C): Promise<ActionView> {
  const id = readId(c.req.param('id'));
  const view = id === null ? null : await findAction(c.var.db, id);
  if (!view) throw new NotFound();
  return view;
}

async function requireOwn(c: C): Promise<ActionView> {
  const view = await requireView(c);
  await requireAction(c.var.db, c.var.account, view.action.id);
  return view;
}

/** Parses the form; an organiser can't give away the action that they are writing. */
async function readAction(c: C, form: ActionForm) {
  const { db, account, reader } = c.var;
  const { problems, notYourOrganisation } = reader.t.actions;
  const read = readInput(ActionInput, actionDraft(form), problems);
  const carriers = new Set(form.carriers.map(nameKey));
  const own = account.role === 'organiser' ? await findOrganisationName(db, account) : null;
  const errors: FieldErrors = read.ok ? {} : read.errors;
  if (!carriers.size) errors.carriers ??= problems.carriers;
  else if (own && !carriers.has(nameKey(own))) errors.carriers ??= notYourOrganisation(own);
  return read.ok && !errors.carriers ? read : { ok: false as const, errors };
}

async function isStored(c: C, input: ActionInput): Promise<boolean> {
  const stored = await readAction(c, storedAction(await requireView(c)));
  return stored.ok && isSameInput(stored.input, input);
}

/** @param meanwhile someone else saved: what they wrote is shown beside the form */
async function showForm(
  c: C,
  id: number | null,
  form: ActionForm,
  errors?: FieldErrors,
  meanwhile = false,
) {
  const stored = meanwhile ? storedAction(await requireView(c)) : undefined;
  const organisations = await listOrganisationNames(c.var.db);
  const page = { shell: shellOf(c), id, form, organisations, errors, meanwhile: stored };
  return c.html(<ActionFormPage {...page} />, meanwhile ? 409 : errors ? 422 : 200);
}
