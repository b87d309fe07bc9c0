/** Counting people of an open session. */
import { type Context, Hono } from 'hono';
import { recordHeadcount } from '../../../domain/attendance/headcount';
import { countPresent } from '../../../domain/attendance/presence';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readValues, type Values } from '../form';
import { readHeadcount, readKind } from './headcount-form';
import { HeadcountPage } from './headcount-page';
import { actorOf, attendanceShell, done, openSession } from './open-session';

export const headcountRoutes = new Hono<OrganiserEnv>()
  .get(links.headcount(':code'), async (c) => showHeadcount(c, await openSession(c)))

  .post(links.headcount(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, settings, reader } = c.var;
    const values = await readValues(c);
    const { problems } = reader.t.attendance;
    const read = readHeadcount(values, { timeZone: settings.timeZone, now, problems });
    if (!read.ok) return showHeadcount(c, view, values, read.errors);
    await recordHeadcount(db, view.session.id, read.input, { now, actor: actorOf(c) });
    return done(c, links.headcount(view.session.code), 'comptage');
  });

async function showHeadcount(
  c: Context<OrganiserEnv>,
  view: SessionView,
  values?: Values,
  errors?: FieldErrors,
) {
  const { db } = c.var;
  const { headcounts: recorded } = await countPresent(db, view.session.id);
  const kind = readKind(values?.kind ?? c.req.query('genre') ?? recorded[0]?.kind);
  const page = { shell: attendanceShell(c), view, recorded, kind };
  return c.html(
    <HeadcountPage {...page} {...(values && { values })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}
