/**
 * Refuses state changes that another site's page sends in a visitor's name.
 * A browser says where a request comes from: Origin on every POST, and Sec-Fetch-Site on newer ones.
 * One that says neither (an old phone, a script) is let through only when it carries no cookie:
 * without one there is no authority that another site could borrow, since the public pages'
 * authority stands in the address itself.
 */
import { createMiddleware } from 'hono/factory';
import type { AppEnv } from '../context';

export class CrossSite extends Error {
  override name = 'CrossSite';
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS']);

export const refuseCrossSite = createMiddleware<AppEnv>(async (c, next) => {
  if (!safe.has(c.req.method)) {
    const origin = c.req.header('Origin');
    const site = c.req.header('Sec-Fetch-Site');
    const own = [new URL(c.req.url).origin, new URL(c.var.settings.baseUrl).origin];
    const known = origin !== undefined || site !== undefined;
    const foreign =
      (origin !== undefined && !own.includes(origin)) ||
      (site !== undefined && site !== 'same-origin' && site !== 'none');
    if (foreign || (!known && c.req.header('Cookie') !== undefined)) throw new CrossSite();
  }
  await next();
});
