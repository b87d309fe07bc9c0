/** One's own sign-ins: listed, closed, and signing out. */
import { Hono } from 'hono';
import { endLogin, listLogins } from '../../../domain/organisers/logins';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { readId } from '../form';
import { clearLoginCookie } from '../login-cookie';
import { LoginsPage } from './logins-page';

export const loginsRoutes = new Hono<OrganiserEnv>()
  .get(links.logins(), async (c) => {
    const { db, account, login, now } = c.var;
    const logins = await listLogins(db, account.id, now);
    return c.html(<LoginsPage shell={shellOf(c)} logins={logins} current={login} />);
  })
  .post(links.loginEnd(':id'), async (c) => {
    const { db, account, login, reader } = c.var;
    const id = readId(c.req.param('id'));
    if (id === null) throw new NotFound();
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
