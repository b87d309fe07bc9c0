/** A session from another one: next year’s from this year’s, or a cycle of seven. */
import { type Context, Hono } from 'hono';
import type { By } from '../../../domain/catalogue/by';
import { createSession, findCreated } from '../../../domain/catalogue/create-session';
import { copyOf } from '../../../domain/catalogue/duplicate-session';
import { findClashes } from '../../../domain/catalogue/find-clashes';
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { SlotInput } from '../../../domain/catalogue/inputs';
import { hasEnded } from '../../../domain/catalogue/update-session';
import { links } from '../../../links';
import { byFormOf, type OrganiserEnv } from '../context';
import { readValues } from '../form';
import { blankCopy, type CopyForm, readCopy, typedCopy } from './copy-form';
import { CopyPage, CopyPreviewPage } from './copy-page';
import { createdAddress } from './list-query';
import { loadSession, pageOf } from './load';

type C = Context<OrganiserEnv>;

export const copyRoutes = new Hono<OrganiserEnv>()
  .get(links.sessionCopy(':code'), async (c) => {
    const view = await loadSession(c);
    const form = blankCopy(view, c.var.reader.timeZone);
    return c.html(<CopyPage {...{ ...pageOf(c, view), form }} />);
  })
  .post(links.sessionCopy(':code'), async (c) => {
    const view = await loadSession(c);
    const values = await readValues(c);
    const form = typedCopy(values);
    const page = { ...pageOf(c, view), form };
    if (values.etape === 'retour') return c.html(<CopyPage {...page} />);
    const read = readCopy(form, view, c.var.reader);
    if (!read.ok) return c.html(<CopyPage {...page} errors={read.errors} />, 422);
    const by = await byFormOf(c);
    if (values.etape !== 'confirme') {
      const planned = await plan(c, view, read.sessions);
      const isNews =
        planned.length > 1 || planned.some(({ clashes, isPast }) => clashes.length || isPast);
      // Pressed twice, the second must not be told of a clash with what the first has made.
      if (isNews && !(await findCreated(c.var.db, byOne(by, 0))))
        return c.html(<CopyPreviewPage {...{ ...page, planned }} />);
    }
    return createCopies(c, view, form, read.sessions, by);
  });

/** Each copy has a key of its own: what broke off half-way is taken up where it stopped. */
const byOne = (by: By, copy: number): By => ({
  ...by,
  formKey: by.formKey && `${by.formKey}:${copy}`,
});

async function plan(c: C, view: SessionView, sessions: SlotInput[][]) {
  const planned = [];
  for (const slots of sessions) {
    const clashes = await findClashes(c.var.db, copyOf(view, slots), []);
    planned.push({ slots, clashes, isPast: hasEnded(slots, c.var.now) });
  }
  return planned;
}

async function createCopies(
  c: C,
  view: SessionView,
  form: CopyForm,
  sessions: SlotInput[][],
  by: By,
) {
  const { db, reader } = c.var;
  const codes: string[] = [];
  for (const [copy, slots] of sessions.entries()) {
    const input = copyOf(view, slots);
    const outcome = await createSession(db, view.session.actionId, input, byOne(by, copy));
    if (!outcome.ok) {
      const errors = { form: reader.t.sessions.refusals[outcome.reason] };
      return c.html(<CopyPage {...{ ...pageOf(c, view), form, errors }} />, 422);
    }
    codes.push(outcome.code);
  }
  const [only] = codes;
  const path =
    codes.length === 1 && only
      ? `${links.organiserSession(only)}?fait=creee`
      : createdAddress(
          codes.map((code) => ({ code })),
          'copies',
        );
  return c.redirect(reader.href(path), 303);
}
