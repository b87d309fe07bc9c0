/**
 * The public JSON API: read-only, open to every site, without personal data. Its answers may be kept
 * for half a minute, so that a site that shows the programme costs little.
 */
import { Hono, type MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import * as v from 'valibot';
import { findSession } from '../../domain/catalogue/find-session';
import { isKnown } from '../../domain/catalogue/known';
import { listSessions } from '../../domain/catalogue/list-sessions';
import { NotFound } from '../../lib/errors';
import { logError } from '../../lib/log';
import { readCode } from '../../lib/tokens';
import { absolute, links } from '../../links';
import type { AppEnv } from '../context';
import { readInstant } from './instants';
import { openApiDocument } from './openapi';
import { problem } from './problem';
import { ListQuery } from './schemas';
import { sessionJson } from './session-json';

const forHalfAMinute: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.header('Cache-Control', c.res.ok ? 'public, max-age=30' : 'no-store');
};

export const apiRoutes = new Hono<AppEnv>()
  .use('/api/*', cors({ origin: '*', allowMethods: ['GET', 'HEAD', 'OPTIONS'], maxAge: 86_400 }))
  .use('/api/*', forHalfAMinute)

  .get(links.apiSessions(), async (c) => {
    const query = v.safeParse(ListQuery, c.req.query());
    if (!query.success) return problem(c, 400, { errors: query.issues.map(parameterAtFault) });
    const { from, to, cursor, limit, audience, status } = query.output;
    const { timeZone, baseUrl } = c.var.settings;
    const page = await listSessions(
      c.var.db,
      {
        audience,
        status: status ?? (from || to ? undefined : 'coming'),
        from: from === undefined ? undefined : (readInstant(from, timeZone) ?? undefined),
        to: to === undefined ? undefined : (readInstant(to, timeZone, 'end') ?? undefined),
      },
      { now: c.var.now, limit, cursor },
    );
    if (!page.ok) return problem(c, 400, { errors: [badCursor] });
    if (page.next) c.header('Link', `<${nextPage(c.req.url, baseUrl, page.next)}>; rel="next"`);
    const shown = { now: c.var.now, timeZone, baseUrl };
    return c.json({
      sessions: page.sessions.map((view) => sessionJson(view, shown)),
      nextCursor: page.next,
    });
  })

  .get(links.apiSession(':code'), async (c) => {
    const code = readCode(c.req.param('code') ?? '');
    const view = code && (await findSession(c.var.db, code));
    if (!view || !isKnown(view)) throw new NotFound();
    const { timeZone, baseUrl } = c.var.settings;
    return c.json(sessionJson(view, { now: c.var.now, timeZone, baseUrl }));
  })

  .get(links.openapi(), (c) => {
    const { networkName, baseUrl, version } = c.var.settings;
    return c.json(openApiDocument({ networkName, baseUrl, version }));
  })

  .all('/api/*', (c) => {
    if (c.req.method === 'GET' || c.req.method === 'HEAD') return problem(c, 404);
    c.header('Allow', 'GET, HEAD, OPTIONS');
    return problem(c, 405);
  })
  .onError((error, c) => {
    if (error instanceof NotFound) return problem(c, 404);
    logError(`${c.req.method} ${c.req.routePath}`, error);
    return problem(c, 500);
  });

const badCursor = { parameter: 'cursor', detail: 'is not a nextCursor of this list' };

const parameterAtFault = (issue: v.BaseIssue<unknown>) => ({
  parameter: v.getDotPath(issue) ?? '',
  detail: issue.message,
});

function nextPage(requested: string, baseUrl: string, cursor: string): string {
  const { searchParams } = new URL(requested);
  searchParams.set('cursor', cursor);
  return absolute(baseUrl, `${links.apiSessions()}?${searchParams}`);
}
