/** Registering from a session's page, and asking for lost links. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { emailField, parseRegistrationForm } from '../../../domain/registrations/inputs';
import { isInvited } from '../../../domain/registrations/invited';
import { mailLostLinks } from '../../../domain/registrations/links-by-mail';
import { register } from '../../../domain/registrations/register';
import { registrationToken } from '../../../domain/registrations/tokens';
import { NotFound } from '../../../lib/errors';
import { emailKey } from '../../../lib/text';
import { newToken, readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { deliverSoon } from '../../deliver-soon';
import { limited } from '../../middleware/rate-limit';
import { loadSession } from '../catalogue/load';
import { sayFieldErrors, sayRefusal } from './form-errors';
import { LostLinkPage } from './lost-link-page';
import { MessagePage } from './message-page';
import { localeOf, momentOf, readFields } from './read-fields';
import { sessionWithForm } from './session-with-form';

export const registerRoutes = new Hono<AppEnv>()
  // Where a form that came back stands in the address bar.
  .get('/s/:code/inscriptions', (c) => {
    const page = c.var.reader.href(links.session(codeOf(c.req.param('code'))));
    return c.redirect(`${page}#inscription`, 303);
  })
  .post('/s/:code/inscriptions', async (c) => {
    const { db, reader, settings } = c.var;
    const page = await loadSession(db, codeOf(c.req.param('code')), c.var);
    const { session } = page.view;
    const values = await readFields(c);
    const t = reader.t.registration;
    const { invitation } = values;
    const invited = await isInvited(settings.signingSecret, session, invitation);
    const again = async (status: 409 | 422, errors: Record<string, string | undefined>) =>
      c.html(await sessionWithForm(c, page, { values, errors, invitation }), status);

    const locale = localeOf(values, reader);
    const parsed = parseRegistrationForm(session, values, { locale, newKey: newToken });
    if (!parsed.ok) return again(422, sayFieldErrors(t, parsed.errors, session));
    await limited(c, `register:${emailKey(values.email ?? '')}`);
    const outcome = await register(db, { ...parsed.input, invited }, momentOf(c.var));
    if (!outcome) throw new NotFound();
    deliverSoon(c);
    if (outcome.ok) return toOwnPage(c, settings.signingSecret, outcome.registrations[0]);
    if (outcome.reason === 'already_registered')
      return c.redirect(reader.href(links.messageSent()), 303);
    return again(409, sayRefusal(t, outcome.reason, session, values));
  })
  .get(links.messageSent(), (c) => c.html(<MessagePage reader={c.var.reader} kind="neutral" />))
  .get(links.lostLink(), (c) => c.html(<LostLinkPage reader={c.var.reader} />))
  .post(links.lostLink(), async (c) => {
    const { db, reader, now } = c.var;
    const values = await readFields(c);
    const email = v.safeParse(emailField, values.email ?? '');
    if (!email.success) {
      const { required, invalid } = reader.t.registration;
      const errors = { email: values.email?.trim() ? invalid.email : required.email };
      return c.html(<LostLinkPage reader={reader} email={values.email} errors={errors} />, 422);
    }
    await limited(c, `lost:${emailKey(email.output)}`);
    await mailLostLinks(db, { email: email.output, locale: localeOf(values, reader) }, now);
    deliverSoon(c);
    return c.redirect(reader.href(links.lostLinkSent()), 303);
  })
  .get(links.lostLinkSent(), (c) => c.html(<MessagePage reader={c.var.reader} kind="lost" />));

function codeOf(typed: string): string {
  const code = readCode(typed);
  if (!code) throw new NotFound();
  return code;
}

async function toOwnPage(
  c: Context<AppEnv>,
  secret: string,
  lead: { id: number; holderVersion: number } | undefined,
) {
  if (!lead) throw new Error('registered without a registration');
  const token = await registrationToken(secret, lead);
  return c.redirect(c.var.reader.href(links.registration(token)), 303);
}
