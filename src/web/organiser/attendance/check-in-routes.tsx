/** The code that people in the room read to note that they are there. */
import { Hono } from 'hono';
import { closeCheckIn, openCheckIn } from '../../../domain/attendance/check-in';
import { findRoll } from '../../../domain/attendance/roll';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { links } from '../../../links';
import type { OrganiserEnv } from '../context';
import { CheckInPosterPage } from './check-in-page';
import { actorOf, attendanceShell, done, openSession } from './open-session';

export const checkInPosterRoutes = new Hono<OrganiserEnv>()
  .get(links.checkInPoster(':code'), async (c) => {
    const view = await openSession(c);
    const { attendance } = await findRoll(c.var.db, view.session.id);
    const code = attendance?.checkInCode ?? null;
    const logos = inOrder(await listPrintedLogos(c.var.db, view.action.id));
    return c.html(<CheckInPosterPage {...{ shell: attendanceShell(c), view, code, logos }} />);
  })

  .post(links.checkInPoster(':code'), async (c) => {
    const { session } = await openSession(c);
    await openCheckIn(c.var.db, session.id, { now: c.var.now, actor: actorOf(c) });
    return done(c, links.checkInPoster(session.code), 'code-ouvert');
  })

  .post(links.checkInClosing(':code'), async (c) => {
    const { session } = await openSession(c);
    await closeCheckIn(c.var.db, session.id, { now: c.var.now, actor: actorOf(c) });
    return done(c, links.checkInPoster(session.code), 'code-ferme');
  });
