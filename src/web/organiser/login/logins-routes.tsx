/** One's own sign-ins: listed, closed, and signing out. */
import { type Context, Hono } from 'hono';
import { endLogin, listLogins } from '../../../domain/organisers/logins';
import { listPasskeys } from '../../../domain/organisers/passkeys';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { requireId } from '../form';
import { clearLoginCookie } from '../login-cookie';
import type { NameProblem } from '../passkeys/passkey-list';
import { LoginsPage } from './logins-page';

export const loginsRoutes = new Hono<OrganiserEnv>()
  .get(links.logins(), (c) => showLogins(c))
  .post(links.loginEnd(':id'), async (c) => {
    const { db, account, login, reader } = c.var;
    const id = requireId(c);
    await endLogin(db, account.id, id);
    if (id === login.id) clearLoginCookie(c);
    return c.redirect(reader.href(`${links.logins()}?fait=connexion-fermee`), 303);
  })
  .post(links.logout(), async (c) => {
    const { db, account, login, reader } = c.var;
    await endLogin(db, account.id, login.id);
    clearLoginCookie(c);
    return c.redirect(reader.href(links.programme()), 303);
  });

/** The page, also after a passkey's name that was refused. */
export async function showLogins(c: Context<OrganiserEnv>, problem?: NameProblem) {
  const { db, account, login, now } = c.var;
  const [logins, passkeys] = await Promise.all([
    listLogins(db, account.id, now),
    listPasskeys(db, account.id),
  ]);
  const shown = { shell: shellOf(c), now, logins, current: login, passkeys };
  return c.html(<LoginsPage {...shown} problem={problem} />, problem ? 422 : 200);
}
