/** GET /organisation: the first screen. */
import { Hono } from 'hono';
import { listAttendanceNotTaken } from '../../../domain/attendance/presence';
import { listComingSessions } from '../../../domain/catalogue/list-coming-sessions';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { day } from '../../../lib/dates';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { TodayPage } from './today-page';

export const todayRoutes = new Hono<OrganiserEnv>().get(links.organiser(), async (c) => {
  const { db, now, account } = c.var;
  const carrierId = account.role === 'organiser' ? account.organisationId : null;
  const coming = await listComingSessions(db, { startsAt: now, endsAt: now + 28 * day }, carrierId);
  const notTaken = mayOrganise(account)
    ? await listAttendanceNotTaken(db, {
        now,
        since: now - 90 * day,
        limit: 10,
        carrierId,
      })
    : [];
  return c.html(<TodayPage {...{ shell: shellOf(c), coming, notTaken, now }} />);
});
