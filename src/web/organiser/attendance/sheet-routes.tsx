/** The paper sheet: printed, typed in afterwards in the same order, and where it is kept. */
import { Hono } from 'hono';
import { arePremature } from '../../../domain/attendance/half-days';
import { recordSheetKept } from '../../../domain/attendance/headcount';
import { findSheet, printSheet } from '../../../domain/attendance/printed-sheets';
import { recordAttendance } from '../../../domain/attendance/record';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { links } from '../../../links';
import type { OrganiserEnv } from '../context';
import { readId, readValues } from '../form';
import { actorOf, done, openSession } from './open-session';
import { readSheet } from './sheet-form';
import { SheetPrintPage } from './sheet-print-page';
import { showSheet } from './show-sheet';

export const sheetRoutes = new Hono<OrganiserEnv>()
  .get(links.signInSheet(':code'), async (c) => showSheet(c, await openSession(c)))

  .get(links.signInSheetPrint(':code'), async (c) => {
    const view = await openSession(c);
    const which = readId(c.req.query('feuille'));
    const { sheet } = await findSheet(c.var.db, view.session.id, which);
    const logos = inOrder(await listPrintedLogos(c.var.db, view.action.id));
    return c.html(<SheetPrintPage {...{ reader: c.var.reader, view, sheet, logos }} />);
  })

  .post(links.signInSheetPrint(':code'), async (c) => {
    const { session } = await openSession(c);
    const id = await printSheet(c.var.db, session.id, { now: c.var.now, actor: actorOf(c) });
    const page = `${links.signInSheetPrint(session.code)}?feuille=${id}`;
    return c.redirect(c.var.reader.href(page), 303);
  })

  .post(links.signInSheet(':code'), async (c) => {
    const view = await openSession(c);
    const { db, now, reader } = c.var;
    const values = await readValues(c);
    const { sheet } = await findSheet(db, view.session.id, readId(values.sheet));
    const lines = [...sheet.lines, ...sheet.late].filter((line) => line !== null);
    const text = reader.t.attendance.sheet;
    const problems = {
      nameless: (n: number) => text.nameless(sheet.lines.length + n),
      boxless: (n: number) => text.boxless(sheet.lines.length + n),
    };
    const read = readSheet(values, { lines, slots: view.slots, now, problems });
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
