/** Who holds the link is who may: it finds the registration, or one identical page for all that is none. */
import { createMiddleware } from 'hono/factory';
import type { Registration } from '../../../domain/registrations/schema';
import { findByToken, isHandedOverTo } from '../../../domain/registrations/tokens';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { limited } from '../../middleware/rate-limit';
import { readFields } from './read-fields';

export type OwnEnv = {
  Bindings: AppEnv['Bindings'];
  Variables: AppEnv['Variables'] & { token: string; own: Registration };
};

export const ownLink = createMiddleware<OwnEnv>(async (c, next) => {
  const token = c.req.param('token') ?? '';
  const own = await findByToken(c.var.db, c.var.settings.signingSecret, token);
  if (!own) {
    // Not even the language link may tell one unknown link from another.
    c.set('reader', { ...c.var.reader, path: links.programme() });
    throw new NotFound();
  }
  if (c.req.method === 'POST') await limited(c, `own:${own.id}`);
  c.set('token', token);
  c.set('own', own);
  await next();
});

/**
 * A change of holder ends the link that did it, so a second click finds it ended: whoever repeats the
 * same address is shown that it is done, and is given nothing more.
 */
export const unlessDone = (to: string) =>
  createMiddleware<OwnEnv>(async (c, next) => {
    const { db, settings, reader } = c.var;
    const { email } = await readFields(c);
    const token = c.req.param('token') ?? '';
    if (email && (await isHandedOverTo(db, settings.signingSecret, { token, email })))
      return c.redirect(reader.href(to), 303);
    return next();
  });
