/** GET /organisation: the first screen. */
import { Hono } from 'hono';
import { listComingSessions } from '../../../domain/catalogue/list-coming-sessions';
import { day } from '../../../lib/dates';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { TodayPage } from './today-page';

export const todayRoutes = new Hono<OrganiserEnv>().get(links.organiser(), async (c) => {
  const { db, now, account } = c.var;
  const carrierId = account.role === 'organiser' ? account.organisationId : null;
  const coming = await listComingSessions(db, { startsAt: now, endsAt: now + 28 * day }, carrierId);
  return c.html(<TodayPage shell={shellOf(c)} coming={coming} now={now} />);
});
