/** The people of a session: listed, exported, registered by hand, called. */
import { type Context, Hono } from 'hono';
import { findChosenAmong, findSelection } from '../../../domain/notes/recipients';
import { registerByHand } from '../../../domain/registrations/by-hand';
import { ByHandInput } from '../../../domain/registrations/by-hand-inputs';
import { countRegistrants } from '../../../domain/registrations/count-registrants';
import { exportRegistrants, listRegistrants } from '../../../domain/registrations/list-registrants';
import { listPhones } from '../../../domain/registrations/phone-list';
import { toCsv } from '../../../lib/csv';
import { newToken } from '../../../lib/tokens';
import { toXlsx, xlsxType } from '../../../lib/xlsx';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import { csvType, download } from '../../download';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, byOf, type OrganiserEnv } from '../context';
import { readId, readInput, readValues, type Values } from '../form';
import { loadSession, pageOf } from '../sessions/load';
import type { SessionPage } from '../sessions/session-frame';
import { readListQuery } from './list-query';
import { loadSuggestions } from './load';
import { NewRegistrantPage } from './new-registrant-page';
import { PhoneListPage } from './phone-list-page';
import { registrantTable } from './registrant-table';
import { RegistrantsPage } from './registrants-page';

type C = Context<OrganiserEnv>;

export const registrantsRoutes = new Hono<OrganiserEnv>()
  .get(links.registrants(':code'), async (c) => {
    const view = await loadSession(c);
    const { db } = c.var;
    const { id } = view.session;
    const query = readListQuery((name) => c.req.query(name));
    const [found, counts, selection] = await Promise.all([
      listRegistrants(db, id, query),
      countRegistrants(db, id),
      findSelection(db, id, byOf(c).actor, readId(c.req.query('message'))),
    ]);
    const shown = found.rows.map((row) => row.id);
    const chosen = selection ? await findChosenAmong(db, selection, shown) : new Set<number>();
    const page = { ...pageOf(c, view), query, counts, selection, chosen, ...found };
    return c.html(<RegistrantsPage {...page} />);
  })
  .get('/organisation/seances/:code/inscriptions.csv', async (c) => {
    const table = await exported(c);
    return c.body(toCsv(table.rows), 200, download(`${table.name}.csv`, csvType));
  })
  .get('/organisation/seances/:code/inscriptions.xlsx', async (c) => {
    const table = await exported(c);
    const sheet = { name: c.var.reader.t.registrants.title, rows: table.rows };
    const blob = await toXlsx([sheet]);
    return c.body(await blob.arrayBuffer(), 200, download(`${table.name}.xlsx`, xlsxType));
  })
  .get(links.newRegistrant(':code'), async (c) => {
    const view = await loadSession(c);
    const { code, state } = view.session;
    if (state !== 'published') return c.redirect(c.var.reader.href(links.registrants(code)), 303);
    return showForm(c, pageOf(c, view), { seats: '1', locale: 'fr' });
  })
  .post(links.newRegistrant(':code'), async (c) => {
    const view = await loadSession(c);
    const { db, reader, settings } = c.var;
    const text = reader.t.registrants;
    const values = await readValues(c);
    const read = readInput(ByHandInput, values, text.problems);
    if (!read.ok) return showForm(c, pageOf(c, view), values, read.errors);
    const { waitlist, reason: overCapacityReason, ...registrant } = read.input;
    const { now, actor, formKey: submissionKey = newToken() } = await byFormOf(c);
    const input = {
      sessionId: view.session.id,
      registrant,
      waitlist,
      overCapacityReason,
      submissionKey,
    };
    const outcome = await registerByHand(db, input, actor, { now, timeZone: settings.timeZone });
    if (!outcome.ok) {
      const field = outcome.reason === 'over_capacity_needs_reason' ? 'reason' : 'form';
      return showForm(c, pageOf(c, view), values, { [field]: text.refusals[outcome.reason] });
    }
    deliverSoon(c);
    return c.redirect(
      reader.href(`${links.registrant(outcome.registration.id)}?fait=inscription`),
      303,
    );
  })
  .get(links.phoneList(':code'), async (c) => {
    const view = await loadSession(c);
    const lines = await listPhones(c.var.db, view.session.id);
    return c.html(<PhoneListPage {...{ ...pageOf(c, view), lines }} />);
  });

async function exported(c: C) {
  const view = await loadSession(c);
  const rows = await exportRegistrants(
    c.var.db,
    view.session.id,
    readListQuery((name) => c.req.query(name)),
  );
  return { name: `inscriptions-${view.session.code}`, rows: registrantTable(rows, c.var.reader) };
}

async function showForm(c: C, page: SessionPage, values: Values, errors?: FieldErrors) {
  const form = { ...page, values, errors, suggestions: await loadSuggestions(c) };
  return c.html(<NewRegistrantPage {...form} />, errors ? 422 : 200);
}
