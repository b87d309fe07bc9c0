/** GET /healthz: alive, and the database answers. */
import { sql } from 'drizzle-orm';
import { Hono } from 'hono';
import { select } from '../../db/client';
import { links } from '../../links';
import type { AppEnv } from '../context';

export const healthRoutes = new Hono<AppEnv>().get(links.health(), async (c) => {
  await select(c.var.db, sql`SELECT id FROM sessions LIMIT 1`);
  return c.json({ status: 'ok', version: c.var.settings.version });
});
