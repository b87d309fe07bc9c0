/** Choosing who stays: the page, what the choice does, and the deed. */
import { type Context, Hono } from 'hono';
import type { SessionView } from '../../../domain/catalogue/find-session';
import {
  keepInOrder,
  listSeatedParties,
  releaseSeats,
} from '../../../domain/registrations/release-seats';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readId, readLists } from '../form';
import { longestReason } from './editing';
import { loadSession, pageOf } from './load';
import { type Choice, keepField, WhoLeavesPage, WhoStaysPage } from './who-stays-page';

type C = Context<OrganiserEnv>;

export const whoStaysRoutes = new Hono<OrganiserEnv>()
  .get(links.whoStays(':code'), async (c) => {
    const view = await loadSession(c);
    const parties = await listSeatedParties(c.var.db, view.session.id);
    const { seatsTaken, capacity } = view.session;
    const kept = keepInOrder(parties, seatsTaken, capacity ?? seatsTaken);
    return show(c, view, { kept, to: 'waitlisted', reason: '' });
  })
  .post(links.whoStays(':code'), async (c) => {
    const view = await loadSession(c);
    const body = await readLists(c);
    const choice: Choice = {
      kept: ids(body[keepField]),
      to: body.to?.at(-1) === 'cancelled' ? 'cancelled' : 'waitlisted',
      reason: body.reason?.at(-1)?.trim() ?? '',
    };
    const text = c.var.reader.t.whoStays;
    if (choice.reason.length > longestReason)
      return show(c, view, choice, { reason: text.reasonTooLong });
    const step = body.etape?.at(-1);
    if (step === 'retour') return show(c, view, choice);
    if (step !== 'confirme') return showLeaving(c, view, choice);
    // Only those who were shown as leaving: someone who came since is not concerned.
    const release = { parties: [...ids(body.part)], to: choice.to, reason: choice.reason || null };
    const moment = { now: c.var.now, timeZone: c.var.settings.timeZone };
    const people = await releaseSeats(c.var.db, view, release, byOf(c).actor, moment);
    if (people > 0) deliverSoon(c);
    const done = `${links.organiserSession(view.session.code)}?fait=places`;
    return c.redirect(c.var.reader.href(done), 303);
  });

const ids = (values: string[] | undefined) =>
  new Set((values ?? []).map(readId).filter((id) => id !== null));

async function show(c: C, view: SessionView, choice: Choice, errors?: FieldErrors) {
  const parties = await listSeatedParties(c.var.db, view.session.id);
  const page = { ...pageOf(c, view), parties, choice, ...(errors && { errors }) };
  return c.html(<WhoStaysPage {...page} />, errors ? 422 : 200);
}

async function showLeaving(c: C, view: SessionView, choice: Choice) {
  const parties = await listSeatedParties(c.var.db, view.session.id);
  if (parties.every(({ id }) => choice.kept.has(id)))
    return show(c, view, choice, { [keepField]: c.var.reader.t.whoStays.none });
  return c.html(<WhoLeavesPage {...{ ...pageOf(c, view), parties, choice }} />);
}
