/** Calendars without an account: the programme to subscribe to, and one session to add. */
import { type Context, Hono } from 'hono';
import { calendarFeed } from '../../../domain/calendar/feed';
import { findSession, sessionTitle } from '../../../domain/catalogue/find-session';
import { isKnown } from '../../../domain/catalogue/known';
import { type ListedSession, listSessions } from '../../../domain/catalogue/list-sessions';
import { day } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';

/** How far back the feed goes, so that last week's evening does not vanish from a calendar. */
const recent = 31 * day;
/** Pages of a hundred: the feed's ceiling, whatever is planned. */
const pages = 3;

export const calendarRoutes = new Hono<AppEnv>()
  .get(links.programmeFeed(), async (c) => {
    const { networkName } = c.var.settings;
    const sessions: ListedSession[] = [];
    let cursor: string | null = null;
    for (let n = 0; n < pages; n++) {
      const page = await listSessions(
        c.var.db,
        { from: c.var.now - recent },
        { now: c.var.now, limit: 100, cursor },
      );
      if (!page.ok) break;
      sessions.push(...page.sessions);
      cursor = page.next;
      if (!cursor) break;
    }
    return calendarFile(c, sessions, networkName, 'programme.ics');
  })

  .get('/s/:file{[^/]+\\.ics}', async (c) => {
    const code = readCode(c.req.param('file').slice(0, -'.ics'.length));
    const view = code && (await findSession(c.var.db, code));
    if (!view || !isKnown(view) || view.slots.length === 0) throw new NotFound();
    return calendarFile(c, [view], sessionTitle(view), `${code}.ics`);
  });

function calendarFile(
  c: Context<AppEnv>,
  sessions: readonly ListedSession[],
  name: string,
  file: string,
): Response {
  const { timeZone, baseUrl } = c.var.settings;
  const { locale } = c.var.reader;
  return c.body(calendarFeed(sessions, name, { locale, timeZone, baseUrl }), 200, {
    'Content-Type': 'text/calendar; charset=utf-8; method=PUBLISH',
    'Content-Disposition': `inline; filename="${file}"`,
    'Cache-Control': 'public, max-age=300',
  });
}
