/** GET /organisation: the first screen. */
import { Hono } from 'hono';
import { listAttendanceNotTaken } from '../../../domain/attendance/presence';
import { listComingSessions } from '../../../domain/catalogue/list-coming-sessions';
import { listNeeds } from '../../../domain/organisers/needs';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { day } from '../../../lib/dates';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { TodayPage } from './today-page';

export const todayRoutes = new Hono<OrganiserEnv>().get(links.organiser(), async (c) => {
  const { db, now, account } = c.var;
  const carrierId = account.role === 'organiser' ? account.organisationId : null;
  const mayDecide = mayOrganise(account);
  const weeks = { now, since: now - 60 * day, limit: 10, carrierId };
  const [coming, needs, notTaken] = await Promise.all([
    listComingSessions(db, { startsAt: now, endsAt: now + 28 * day }, carrierId),
    // A reader has nothing to decide.
    mayDecide ? listNeeds(db, carrierId, now) : null,
    mayDecide ? listAttendanceNotTaken(db, weeks) : [],
  ]);
  return c.html(<TodayPage {...{ shell: shellOf(c), coming, needs, notTaken, now }} />);
});
