/**
 * A session on its way: published, kept under its minimum, deleted while a draft, said not to have taken
 * place; and what was done to it.
 */
import { type Context, Hono } from 'hono';
import { hasSomeoneCome, noteNotHeld, notHeldRefusal } from '../../../domain/attendance/not-held';
import { deleteDraft } from '../../../domain/catalogue/delete-draft';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { keepSession } from '../../../domain/catalogue/keep-session';
import { publishSession } from '../../../domain/catalogue/publish-session';
import { listSessionHistory } from '../../../domain/organisers/session-history';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv } from '../context';
import { readValues, readVersion, versionOf } from '../form';
import { DeletionPage } from './deletion-page';
import { longestReason } from './editing';
import { HistoryPage } from './history-page';
import { loadSession, pageOf } from './load';
import { NotHeldPage } from './not-held-page';
import { done, showRefused } from './show-session';

export const publicationRoutes = new Hono<OrganiserEnv>()
  .post(links.sessionPublication(':code'), async (c) => {
    const { session } = await loadSession(c);
    const version = await readVersion(c);
    const outcome = await publishSession(c.var.db, { id: session.id, version }, byOf(c));
    return outcome.ok ? done(c, session.code, 'publiee') : showRefused(c, outcome.reason);
  })
  .post(links.sessionKeeping(':code'), async (c) => {
    const { session } = await loadSession(c);
    const version = await readVersion(c);
    const outcome = await keepSession(c.var.db, { id: session.id, version }, byOf(c));
    return outcome.ok ? done(c, session.code, 'maintenue') : showRefused(c, outcome.reason);
  })
  .get(links.sessionHistory(':code'), async (c) => {
    const view = await loadSession(c);
    const lines = await listSessionHistory(c.var.db, view.session.id);
    return c.html(<HistoryPage {...{ ...pageOf(c, view), lines }} />);
  })
  .get(links.sessionNotHeld(':code'), async (c) => {
    const view = await loadSession(c);
    const refusal = notHeldRefusal(view, c.var.now);
    if (refusal) return showRefused(c, refusal);
    if (await hasSomeoneCome(c.var.db, view)) return showRefused(c, 'someone_came');
    return showNotHeld(c, view, '');
  })
  .post(links.sessionNotHeld(':code'), async (c) => {
    const view = await loadSession(c);
    const values = await readValues(c);
    const reason = values.reason?.trim() ?? '';
    if (reason.length > longestReason) {
      const errors = { reason: c.var.reader.t.sessions.cancellation.reasonTooLong };
      return showNotHeld(c, view, reason, errors);
    }
    const change = { version: versionOf(values), reason: reason || null };
    const outcome = await noteNotHeld(c.var.db, view, change, byOf(c));
    if (!outcome.ok) return showRefused(c, outcome.reason);
    return done(c, view.session.code, 'non-tenue');
  })
  .get(links.draftDeletion(':code'), async (c) => {
    const view = await loadSession(c);
    if (view.session.state !== 'draft') return showRefused(c, 'not_a_draft');
    return c.html(<DeletionPage {...pageOf(c, view)} />);
  })
  .post(links.draftDeletion(':code'), async (c) => {
    const view = await loadSession(c).catch(absent);
    // Pressed twice, the second finds that it is done.
    if (!view) return deleted(c);
    const { id, state } = view.session;
    if (state !== 'draft') return showRefused(c, 'not_a_draft');
    const version = await readVersion(c);
    const outcome = await deleteDraft(c.var.db, { id, version }, byOf(c));
    return outcome.ok ? deleted(c) : showRefused(c, outcome.reason);
  });

const showNotHeld = (
  c: Context<OrganiserEnv>,
  view: SessionView,
  reason: string,
  errors?: FieldErrors,
) => c.html(<NotHeldPage {...{ ...pageOf(c, view), reason, errors }} />, errors ? 422 : 200);

const deleted = (c: Context<OrganiserEnv>) =>
  c.redirect(c.var.reader.href(`${links.organiserSessions()}?vue=brouillons&fait=supprimee`), 303);

function absent(error: unknown): null {
  if (error instanceof NotFound) return null;
  throw error;
}
