/** The paper sheet: printed, typed in afterwards in the same order, and where it is kept. */
import { type Context, Hono } from 'hono';
import { halfDaysOf } from '../../../domain/attendance/half-days';
import { recordSheetKept } from '../../../domain/attendance/headcount';
import { recordAttendance } from '../../../domain/attendance/record';
import { findRoll } from '../../../domain/attendance/roll';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { newToken } from '../../../lib/tokens';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readValues, type Values } from '../form';
import { actorOf, attendanceShell, done, openSession } from './open-session';
import { readSheet } from './sheet-form';
import { SheetPage } from './sheet-page';
import { SheetPrintPage } from './sheet-print-page';

export const sheetRoutes = new Hono<OrganiserEnv>()
  .get(links.signInSheet(':code'), async (c) => showSheet(c, await openSession(c)))

  .get(links.signInSheetPrint(':code'), async (c) => {
    const view = await openSession(c);
    const { entries } = await findRoll(c.var.db, view.session.id);
    const logos = inOrder(await listPrintedLogos(c.var.db, view.action.id));
    return c.html(<SheetPrintPage {...{ reader: c.var.reader, view, entries, logos }} />);
  })

  .post(links.signInSheet(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, reader } = c.var;
    const values = await readValues(c);
    const { entries } = await findRoll(db, view.session.id);
    const halfDays = halfDaysOf(view.slots);
    const nameMissing = reader.t.attendance.problems.name;
    const read = readSheet(values, { entries, halfDays, now, nameMissing });
    if (!read.ok) return showSheet(c, view, values, read.errors);
    const { marks, walkIns } = read;
    const by = { now, actor: actorOf(c) };
    await recordAttendance(db, view.session.id, { marks, walkIns, source: 'sheet' }, by);
    return done(c, links.signInSheet(view.session.code), 'feuille');
  })

  .post(links.signInSheetKept(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, reader } = c.var;
    const values = await readValues(c);
    const kept = values.kept ?? '';
    if (kept.length > 200)
      return showSheet(c, view, values, { kept: reader.t.attendance.problems.where });
    await recordSheetKept(db, view.session.id, kept, { now, actor: actorOf(c) });
    return done(c, links.signInSheet(view.session.code), 'feuille-rangee');
  });

async function showSheet(
  c: Context<OrganiserEnv>,
  view: SessionView,
  values?: Values,
  errors?: FieldErrors,
) {
  const roll = await findRoll(c.var.db, view.session.id);
  const page = { shell: attendanceShell(c), view, roll, formKey: newToken() };
  // The two forms of the page are apart: what is typed of one says nothing of the other's boxes.
  const typed = values?.key ? values : undefined;
  return c.html(
    <SheetPage {...page} {...(typed && { values: typed })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}
