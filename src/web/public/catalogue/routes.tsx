/** The public side of the catalogue: the programme and the page of a session. */
import { Hono } from 'hono';
import { NotFound } from '../../../lib/errors';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { sessionWithForm } from '../registrations/session-with-form';
import { CalendarPage } from './calendar-page';
import { readQuery } from './filters';
import { loadCalendar, loadProgramme, loadSession } from './load';
import { ProgrammePage } from './programme-page';

export const catalogueRoutes = new Hono<AppEnv>()
  .get(links.programme(), async (c) => {
    const query = readQuery(c.req.query());
    return query.vue === 'calendrier'
      ? c.html(<CalendarPage {...(await loadCalendar(c.var.db, query, c.var))} />)
      : c.html(<ProgrammePage {...(await loadProgramme(c.var.db, query, c.var))} />);
  })
  // A dot belongs to the calendar file beside the page.
  .get('/s/:code{[^./]+}', async (c) => {
    const typed = c.req.param('code');
    const code = readCode(typed);
    if (!code) throw new NotFound();
    if (typed !== code)
      // With all that was asked, the language and the link of an invitation among it.
      return c.redirect(links.session(code) + new URL(c.req.url).search, 301);
    const page = await loadSession(c.var.db, code, c.var);
    const { collegues: colleagues, invitation } = c.req.query();
    return c.html(await sessionWithForm(c, page, { colleagues, invitation }));
  });
