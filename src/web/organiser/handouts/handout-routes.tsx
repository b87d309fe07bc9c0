/** Publications handed out: read by all who sign in, changed by the organisation that recorded them. */
import { type Context, Hono } from 'hono';
import { findSession } from '../../../domain/catalogue/find-session';
import { HandoutInput, type HandoutInput as Input } from '../../../domain/handouts/inputs';
import {
  type ListedHandout,
  listHandoutsOfYear,
  requireHandout,
} from '../../../domain/handouts/list-handouts';
import { deleteHandout, recordHandout, updateHandout } from '../../../domain/handouts/save-handout';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { toCsv } from '../../../lib/csv';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { askedYear } from '../asked-year';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import { isSameInput, readInput, readValues, readVersion, requireId } from '../form';
import { requireRole } from '../signed-in';
import { actionChoices, csvHeaders, inFile } from './asked';
import { type HandoutForm, handoutDraft, storedHandout, typedHandout } from './forms';
import { HandoutFormPage } from './handout-form-page';
import { HandoutsPage } from './handouts-page';
import { handoutTable } from './tables';

const organiser = requireRole(mayOrganise);
type C = Context<OrganiserEnv>;

export const handoutRoutes = new Hono<OrganiserEnv>()
  .get(links.handouts(), async (c) => {
    const asked = askedYear(c);
    const handouts = await listHandoutsOfYear(c.var.db, asked.year);
    return c.html(<HandoutsPage {...{ shell: shellOf(c), handouts, ...asked }} />);
  })
  .get(links.handoutsCsv(), async (c) => {
    const { year } = askedYear(c);
    const handouts = await listHandoutsOfYear(c.var.db, year, inFile);
    const name = c.var.reader.t.handouts.handout.file(year);
    return c.body(toCsv(handoutTable(handouts, shellOf(c))), 200, csvHeaders(name));
  })
  .get(links.newHandout(), organiser, (c) => showForm(c, null, typedHandout({})))
  .post(links.handouts(), organiser, async (c) => {
    const form = typedHandout(await readValues(c));
    const read = await readHandout(c, form, null);
    if (!read.ok) return showForm(c, null, form, read.errors);
    const { organisationId } = c.var.account;
    await recordHandout(c.var.db, read.input, { ...(await byFormOf(c)), organisationId });
    return toYear(c, read.input.givenOn, 'diffusion');
  })
  .get(links.handout(':id'), async (c) => {
    const found = await requireOwn(c);
    return showForm(c, found, storedHandout(found));
  })
  .post(links.handout(':id'), async (c) => {
    const found = await requireOwn(c);
    const form = typedHandout(await readValues(c));
    const read = await readHandout(c, form, found);
    if (!read.ok) return showForm(c, found, form, read.errors);
    const seen = { id: found.handout.id, version: form.version };
    const outcome = await updateHandout(c.var.db, seen, read.input, byOf(c));
    return outcome.ok || (await isStored(c, read.input))
      ? toYear(c, read.input.givenOn, 'diffusion')
      : showStale(c, form);
  })
  .post(links.handoutRemoval(':id'), async (c) => {
    const found = await requireOwn(c);
    const version = await readVersion(c);
    const outcome = await deleteHandout(c.var.db, { id: found.handout.id, version }, byOf(c));
    if (!outcome.ok) return showStale(c, storedHandout(found));
    return toYear(c, found.handout.givenOn, 'diffusion-supprimee');
  });

const toYear = (c: C, day: string, done: string) =>
  c.redirect(c.var.reader.href(`${links.handouts(Number(day.slice(0, 4)))}&fait=${done}`), 303);

const requireOwn = async (c: C) => requireHandout(c.var.db, c.var.account, requireId(c));

type Read = { ok: true; input: Input } | { ok: false; errors: FieldErrors };

/** The session is typed by its code; an action is one of those that were offered. */
async function readHandout(c: C, form: HandoutForm, found: ListedHandout | null): Promise<Read> {
  const { problems } = c.var.reader.t.handouts.handout;
  const code = form.session.toUpperCase();
  const [session, choices] = await Promise.all([
    code ? findSession(c.var.db, code) : null,
    choicesFor(c, found),
  ]);
  const read = readInput(HandoutInput, handoutDraft(form, session?.session.id ?? null), problems);
  const errors = read.ok ? {} : read.errors;
  if (code && !session) errors.session = problems.session;
  if (form.actionId && !choices.some(({ id }) => String(id) === form.actionId))
    errors.actionId = problems.actionId;
  return read.ok && !Object.keys(errors).length ? read : { ok: false, errors };
}

async function isStored(c: C, input: Input): Promise<boolean> {
  const found = await requireOwn(c);
  const stored = await readHandout(c, storedHandout(found), found);
  return stored.ok && isSameInput(stored.input, input);
}

const choicesFor = (c: C, found: ListedHandout | null) =>
  actionChoices(c, { id: found?.handout.actionId ?? null, title: found?.action ?? null });

/** What was typed is kept, under the version that is stored now: saving again is a decision. */
async function showStale(c: C, form: HandoutForm) {
  const found = await requireOwn(c);
  const kept = { ...form, version: found.handout.version };
  return showForm(c, found, kept, { form: c.var.reader.t.handouts.stale }, 409);
}

async function showForm(
  c: C,
  found: ListedHandout | null,
  form: HandoutForm,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const choices = await choicesFor(c, found);
  const id = found?.handout.id ?? null;
  return c.html(<HandoutFormPage {...{ shell: shellOf(c), id, form, choices, errors }} />, status);
}
