/** GET /organisation: the first screen. */
import { Hono } from 'hono';
import { listAttendanceNotTaken } from '../../../domain/attendance/list-not-taken';
import { listComingSessions } from '../../../domain/catalogue/list-coming-sessions';
import { listSessionsOfDay } from '../../../domain/catalogue/list-sessions-of-day';
import { listNeeds } from '../../../domain/organisers/needs';
import { mayOrganise, ownCarrierId } from '../../../domain/organisers/permissions';
import { day, daySpan, localDay } from '../../../lib/dates';
import { links } from '../../../links';
import { type OrganiserEnv, shellOf } from '../context';
import { TodayPage } from './today-page';

export const todayRoutes = new Hono<OrganiserEnv>().get(links.organiser(), async (c) => {
  const { db, now, account, reader } = c.var;
  const carrierId = ownCarrierId(account);
  const mayDecide = mayOrganise(account);
  const weeks = { now, since: now - 60 * day, limit: 10, carrierId };
  const date = localDay(now, reader.timeZone);
  const [ofDay, upcoming, needs, notTaken] = await Promise.all([
    listSessionsOfDay(db, daySpan(date, reader.timeZone), carrierId),
    listComingSessions(db, { startsAt: now, endsAt: now + 28 * day }, carrierId),
    // A reader has nothing to decide.
    mayDecide ? listNeeds(db, carrierId, now) : null,
    mayDecide ? listAttendanceNotTaken(db, weeks) : [],
  ]);
  const shown = new Set(ofDay.map(({ code }) => code));
  const coming = upcoming.filter(({ code }) => !shown.has(code));
  return c.html(<TodayPage {...{ shell: shellOf(c), ofDay, coming, needs, notTaken, now }} />);
});
