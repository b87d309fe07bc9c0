/**
 * GET /logos/:key: a logo at its public address, which another picture never has. Told to be the
 * picture that its bytes are, and nothing in it may run, whoever opens it.
 */
import { Hono } from 'hono';
import { findLogoPicture } from '../../../domain/printing/logos';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { AppEnv } from '../../context';

export const publicLogoRoutes = new Hono<AppEnv>().get(links.logo(':key'), async (c) => {
  const picture = await findLogoPicture(c.var.db, c.req.param('key') ?? '');
  if (!picture) throw new NotFound();
  c.set('contentPolicy', "default-src 'none'; sandbox");
  return c.body(picture.bytes, 200, {
    'Content-Type': picture.type,
    'Cache-Control': 'public, max-age=31536000, immutable',
  });
});
