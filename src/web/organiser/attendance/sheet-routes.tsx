/** The paper sheet: printed, typed in afterwards in the same order, and where it is kept. */
import { Hono } from 'hono';
import { arePremature, halfDaysOf } from '../../../domain/attendance/half-days';
import { recordSheetKept } from '../../../domain/attendance/headcount';
import { recordAttendance } from '../../../domain/attendance/record';
import { findRoll } from '../../../domain/attendance/roll';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { links } from '../../../links';
import type { OrganiserEnv } from '../context';
import { readValues } from '../form';
import { actorOf, done, openSession } from './open-session';
import { readSheet } from './sheet-form';
import { SheetPrintPage } from './sheet-print-page';
import { showSheet } from './show-sheet';

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
    if (!read.ok) return showSheet(c, view, { values, errors: read.errors });
    const { marks, walkIns } = read;
    if (arePremature(marks, view.slots, now))
      return showSheet(c, view, { values, errors: { form: reader.t.attendance.tooEarly } });
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
      return showSheet(c, view, { errors: { kept: reader.t.attendance.problems.where }, kept });
    await recordSheetKept(db, view.session.id, kept, { now, actor: actorOf(c) });
    return done(c, links.signInSheet(view.session.code), 'feuille-rangee');
  });
