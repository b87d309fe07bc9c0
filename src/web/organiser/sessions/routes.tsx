/** Sessions: listed, created, changed, published and cancelled by those who carry their action. */
import { type Context, Hono } from 'hono';
import { countPresentOf } from '../../../domain/attendance/presence';
import { cancelRefusal, cancelSession } from '../../../domain/catalogue/cancel-session';
import { listActionChoices } from '../../../domain/catalogue/find-action';
import { findSession, type SessionView } from '../../../domain/catalogue/find-session';
import { latestPastStart, listOwnSessions } from '../../../domain/catalogue/list-own-sessions';
import { publishSessions } from '../../../domain/catalogue/publish-session';
import { requireAction, requireCarrier } from '../../../domain/organisers/access';
import { mayOrganise, ownCarrierId } from '../../../domain/organisers/permissions';
import { countConcerned } from '../../../domain/registrations/count-concerned';
import { localDay, startOfDay } from '../../../lib/dates';
import { readCode } from '../../../lib/tokens';
import { links } from '../../../links';
import { announceSoon } from '../../deliver-soon';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readId, readLists, readValues, versionOf } from '../form';
import { requireRole } from '../signed-in';
import { CancellationPage } from './cancellation-page';
import { ChooseActionPage } from './choose-action-page';
import { mostCopies } from './copy-form';
import { copyRoutes } from './copy-routes';
import { longestReason, submitted } from './editing';
import { createdAddress, readCreated, readListQuery } from './list-query';
import { loadSession, pageOf, sessionShell } from './load';
import { publicationRoutes } from './publication-routes';
import { blankSession, storedSession } from './session-form';
import { SessionsPage } from './sessions-page';
import { showForm } from './show-form';
import { done, showRefused, showSession } from './show-session';
import { whoStaysRoutes } from './who-stays-routes';

const organiser = requireRole(mayOrganise);
type C = Context<OrganiserEnv>;

export const sessionRoutes = new Hono<OrganiserEnv>()
  .get(links.organiserSessions(), async (c) => {
    const { db, now, account, reader } = c.var;
    const carrierId = ownCarrierId(account);
    const hasOwn = carrierId !== null;
    const query = readListQuery((name) => c.req.query(name), hasOwn);
    const yearOf = (at: number) => Number(localDay(at, reader.timeZone).slice(0, 4));
    const thisYear = yearOf(now);
    const isPast = query.view === 'past' && !query.search;
    // The past opens on the last year that has something to show.
    const latest =
      isPast && query.year === null
        ? await latestPastStart(db, query.mine ? carrierId : null, now)
        : null;
    const shownYear = query.year ?? yearOf(latest ?? now);
    const year = yearSpan(shownYear, reader.timeZone);
    const found = await listOwnSessions(db, { ...query, carrierId, year }, now);
    const held = found.sessions.filter(
      ({ state, endsAt }) => state === 'published' && endsAt !== null && endsAt <= now,
    );
    const present = await countPresentOf(db, held);
    const created = readCreated(c.req.query('crees'));
    const page = { shell: sessionShell(c), now, query, created, shownYear, thisYear, hasOwn };
    return c.html(<SessionsPage {...{ ...page, ...found, present }} />);
  })
  .get('/organisation/seances/nouvelle', organiser, async (c) => {
    const actionId = readId(c.req.query('action'));
    if (actionId === null) return chooseAction(c);
    const action = await requireAction(c.var.db, c.var.account, actionId);
    return showForm(c, { action, view: null }, blankSession());
  })
  .post(links.organiserSessions(), organiser, async (c) => {
    const actionId = readId((await readValues(c)).action);
    if (actionId === null) return chooseAction(c);
    const action = await requireAction(c.var.db, c.var.account, actionId);
    return submitted(c, { action, view: null });
  })
  .post(links.publications(), organiser, async (c) => {
    const body = await readLists(c);
    const chosen = (body.code ?? []).slice(0, mostCopies).map((code, row) => ({
      code: readCode(code) ?? '',
      version: readId(body.version?.[row]) ?? 0,
    }));
    const views = await Promise.all(chosen.map(({ code }) => findSession(c.var.db, code)));
    const drafts = views.flatMap((view, row) => {
      if (!view) return [];
      requireCarrier(c.var.account, view);
      return [{ id: view.session.id, version: chosen[row]?.version ?? 0 }];
    });
    await publishSessions(c.var.db, drafts, byOf(c));
    return c.redirect(c.var.reader.href(createdAddress(chosen, 'publiees')), 303);
  })
  .get(links.organiserSession(':code'), async (c) => showSession(c, await loadSession(c)))
  .post(links.organiserSession(':code'), async (c) => {
    const view = await loadSession(c);
    return submitted(c, { action: view.action, view });
  })
  .get(links.sessionEdit(':code'), async (c) => {
    const view = await loadSession(c);
    if (view.session.state === 'cancelled')
      return showSession(c, view, c.var.reader.t.sessions.refusals.cancelled);
    return showForm(c, { action: view.action, view }, storedSession(view, c.var.reader.timeZone));
  })
  .get(links.sessionCancellation(':code'), async (c) => {
    const view = await loadSession(c);
    const refusal = cancelRefusal(view, c.var.now);
    return refusal ? showRefused(c, refusal) : showCancellation(c, view, '');
  })
  .post(links.sessionCancellation(':code'), async (c) => {
    const view = await loadSession(c);
    const { id, code } = view.session;
    const values = await readValues(c);
    const reason = values.reason?.trim() ?? '';
    if (reason.length > longestReason) {
      const errors = { reason: c.var.reader.t.sessions.cancellation.reasonTooLong };
      return showCancellation(c, view, reason, errors);
    }
    const version = versionOf(values);
    const outcome = await cancelSession(c.var.db, { id, version, reason: reason || null }, byOf(c));
    if (!outcome.ok) return showRefused(c, outcome.reason);
    announceSoon(c);
    return done(c, code, 'annulee');
  })
  .route('/', copyRoutes)
  .route('/', publicationRoutes)
  .route('/', whoStaysRoutes);

const yearSpan = (year: number, timeZone: string) => ({
  startsAt: startOfDay(`${year}-01-01`, timeZone),
  endsAt: startOfDay(`${year + 1}-01-01`, timeZone),
});

async function chooseAction(c: C) {
  const { db, account } = c.var;
  const carrierId = ownCarrierId(account);
  const actions = await listActionChoices(db, carrierId);
  return c.html(<ChooseActionPage {...{ shell: sessionShell(c), actions }} />);
}

async function showCancellation(c: C, view: SessionView, reason: string, errors?: FieldErrors) {
  const concerned = await countConcerned(c.var.db, view.session.id);
  const page = { ...pageOf(c, view), concerned, reason, errors };
  return c.html(<CancellationPage {...page} />, errors ? 422 : 200);
}
