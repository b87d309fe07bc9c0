/** Signing in by a mailed link: the only pages of the organisers' side that are open to all. */
import { Hono } from 'hono';
import * as v from 'valibot';
import { isLinkOpen, requestLoginLink, signIn } from '../../../domain/organisers/login-link';
import { emailKey } from '../../../lib/text';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { deliverSoon } from '../../deliver-soon';
import { limited } from '../../middleware/rate-limit';
import { readInput, readValues } from '../form';
import { setLoginCookie } from '../login-cookie';
import { returnPath } from '../return-path';
import { browserName } from './browser-name';
import { DeadLinkPage, LinkPage, LinkSentPage, LoginPage } from './login-page';

const LinkRequest = v.object({ email: v.pipe(v.string(), v.trim(), v.email()) });

export const loginRoutes = new Hono<AppEnv>()
  .get(links.login(), (c) =>
    c.html(<LoginPage reader={c.var.reader} back={c.req.query('retour')} />),
  )
  .post(links.login(), async (c) => {
    const { reader, settings, now, db } = c.var;
    const { email = '', retour } = await readValues(c);
    const read = readInput(LinkRequest, { email }, reader.t.organiser.people.problems);
    if (!read.ok)
      return c.html(
        <LoginPage reader={reader} email={email} back={retour} errors={read.errors} />,
        422,
      );
    await limited(c, `login:${emailKey(read.input.email)}`);
    await requestLoginLink(
      db,
      { email: read.input.email, locale: reader.locale, returnPath: returnPath(retour) },
      { now, adminEmail: settings.adminEmail },
    );
    deliverSoon(c);
    return c.redirect(reader.href(links.loginRequested()), 303);
  })
  .get(links.loginRequested(), (c) => c.html(<LinkSentPage reader={c.var.reader} />))
  .get(links.loginLink(':token'), async (c) => {
    const { db, settings, now, reader } = c.var;
    const token = c.req.param('token') ?? '';
    const open = await isLinkOpen(db, settings.signingSecret, token, now);
    return open
      ? c.html(<LinkPage reader={reader} token={token} />)
      : c.html(<DeadLinkPage reader={reader} />, 404);
  })
  .post(links.loginLink(':token'), async (c) => {
    const { db, settings, now, reader } = c.var;
    const link = {
      token: c.req.param('token') ?? '',
      browser: browserName(c.req.header('User-Agent')),
    };
    const outcome = await signIn(db, link, { now, secret: settings.signingSecret });
    if (!outcome.ok) return c.html(<DeadLinkPage reader={reader} />, 404);
    setLoginCookie(c, outcome.token);
    return c.redirect(reader.href(outcome.returnPath), 303);
  });
