/** GET and POST /presence/:code: noting that one is there, by the code on the wall. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { checkIn, findByCheckInCode } from '../../../domain/attendance/check-in';
import { slotOf } from '../../../domain/attendance/half-days';
import { walkInEmail, walkInName } from '../../../domain/attendance/walk-in-inputs';
import { type SessionView, sessionTitle } from '../../../domain/catalogue/find-session';
import { saySlot } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import { newToken, readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { limited } from '../../middleware/rate-limit';
import { readForm } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';
import { CheckInAnswer, CheckInPage, CheckInUnknown } from './check-in-page';

const CheckInForm = v.object({
  name: walkInName,
  email: v.optional(walkInEmail, ''),
  key: v.fallback(v.pipe(v.string(), v.regex(/^[\w-]{16,64}$/)), () => newToken()),
});

export const checkInRoutes = new Hono<AppEnv>()
  .get(links.checkIn(':code'), async (c) => {
    const found = await find(c);
    if (!found) return unknown(c);
    const { view, slot } = found;
    const title = sessionTitle(view);
    if (slot === null || c.req.query('fait'))
      return c.html(<CheckInAnswer reader={c.var.reader} title={title} isOpen={slot !== null} />);
    return showForm(c, view, slot);
  })

  .post(links.checkIn(':code'), async (c) => {
    const found = await find(c);
    if (!found) return unknown(c);
    const { view, slot } = found;
    const { db, now, reader } = c.var;
    if (slot === null) return c.redirect(reader.href(c.req.path), 303);
    const values = Object.fromEntries(await readForm(c));
    const read = v.safeParse(CheckInForm, values);
    if (!read.success) return showForm(c, view, slot, values, read.issues);
    await limited(c, `check-in:${read.output.email || read.output.name}`);
    await checkIn(db, view.session.id, slot, { ...read.output, locale: reader.locale }, now);
    return c.redirect(reader.href(`${c.req.path}?fait=1`), 303);
  });

async function find(c: Context<AppEnv>) {
  const code = readCode(c.req.param('code') ?? '');
  return code ? findByCheckInCode(c.var.db, code, c.var.now) : null;
}

/** A code that there is not, or no more: whoever stands in the room reads whom to turn to. */
const unknown = (c: Context<AppEnv>) => c.html(<CheckInUnknown reader={c.var.reader} />, 404);

function showForm(
  c: Context<AppEnv>,
  view: SessionView,
  slot: number,
  values?: Record<string, string>,
  issues?: readonly v.BaseIssue<unknown>[],
) {
  const { reader } = c.var;
  const { problems } = reader.t.attendance;
  const span = slotOf(view.slots, slot);
  const wrong = new Set(issues?.map((issue) => issue.path?.[0]?.key));
  const errors: FieldErrors | undefined = issues && {
    ...(wrong.has('name') && { name: problems.name }),
    ...(wrong.has('email') && { email: problems.email }),
  };
  const page = {
    reader,
    title: sessionTitle(view),
    when: span ? typeset(saySlot(span, reader.locale, reader.timeZone)) : '',
    formKey: newToken(),
    ...(values && { values }),
    ...(errors && { errors }),
  };
  return c.html(<CheckInPage {...page} />, errors ? 422 : 200);
}
