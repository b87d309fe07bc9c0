/** The sheet's page, also as what comes back of one of its three forms with what is wrong. */
import type { Context } from 'hono';
import { findSheet } from '../../../domain/attendance/printed-sheets';
import type { SessionView } from '../../../domain/catalogue/find-session';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';
import { attendanceShell } from './open-session';
import { SheetPage, type SheetPageProps } from './sheet-page';
import { scansOf } from './sheet-store';

/** What was typed of one form says nothing of another's fields: each has its own. */
type Typed = Pick<SheetPageProps, 'values' | 'kept' | 'errors'>;

export async function showSheet(c: Context<OrganiserEnv>, view: SessionView, typed: Typed = {}) {
  const { id } = view.session;
  const which = readId(typed.values?.sheet ?? c.req.query('feuille'));
  const [found, scans] = await Promise.all([findSheet(c.var.db, id, which), scansOf(c, id)]);
  const page = { shell: attendanceShell(c), view, ...found, scans };
  return c.html(<SheetPage {...page} {...typed} />, typed.errors ? 422 : 200);
}
