/** Who may pass: signed in first, then by right. Each handler checks the object it touches itself. */
import { createMiddleware } from 'hono/factory';
import { findLogin, isRenewalDue, renewLogin } from '../../domain/organisers/logins';
import type { Member } from '../../domain/organisers/permissions';
import { Forbidden } from '../../lib/errors';
import { links } from '../../links';
import type { OrganiserEnv } from './context';
import { readLoginCookie, setLoginCookie } from './login-cookie';
import { returnPath } from './return-path';

/** Finds the sign-in, or leads to the sign-in page, which leads back. */
export const signedIn = createMiddleware<OrganiserEnv>(async (c, next) => {
  const { db, now, settings } = c.var;
  const token = readLoginCookie(c);
  const found = token && (await findLogin(db, token, { now, secret: settings.signingSecret }));
  if (!found) return c.redirect(c.var.reader.href(links.login(cameFrom(c.req))), 303);
  // A use is noted, whatever the method: that the sign-in lasts is no effect that anyone asked for.
  if (isRenewalDue(found.login, now)) {
    await renewLogin(db, found.login, now);
    setLoginCookie(c, token);
  }
  c.set('account', found.account);
  c.set('login', found.login);
  await next();
});

/** A form that was sent after the sign-in ended leads back to the page that it stood on. */
function cameFrom(req: { method: string; url: string; header(name: string): string | undefined }) {
  const page = req.method === 'GET' ? req.url : (req.header('Referer') ?? '');
  const url = URL.parse(page);
  return url ? returnPath(url.pathname + url.search) : undefined;
}

/** Lets pass only those to whom the right belongs: `requireRole(mayAdminister)`. */
export const requireRole = (may: (member: Member) => boolean) =>
  createMiddleware<OrganiserEnv>(async (c, next) => {
    if (!may(c.var.account)) throw new Forbidden();
    await next();
  });
