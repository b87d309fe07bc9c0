/** The page of a session as it is now: after what was done, and with why something was not. */
import type { Context } from 'hono';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { isOver } from '../../../domain/catalogue/registration-window';
import { findSpeakerToken } from '../../../domain/printing/speaker-links';
import { countDateWatchers } from '../../../domain/registrations/date-watchers';
import { countUntold } from '../../../domain/registrations/phone-list';
import { countSeatsToDecide } from '../../../domain/registrations/release-seats';
import { listSurveysOf } from '../../../domain/surveys/find-survey';
import { links } from '../../../links';
import type { OrganiserEnv } from '../context';
import { loadSession, pageOf } from './load';
import { OverviewPage } from './overview-page';

type C = Context<OrganiserEnv>;
type Refusals = C['var']['reader']['t']['sessions']['refusals'];

export const done = (c: C, code: string, what: string) =>
  c.redirect(c.var.reader.href(`${links.organiserSession(code)}?fait=${what}`), 303);

export async function showSession(c: C, view: SessionView, problem?: string) {
  const { db, settings } = c.var;
  const { id, dateState } = view.session;
  const [token, surveys, over, watchers, untold] = await Promise.all([
    findSpeakerToken(db, settings.signingSecret, id),
    listSurveysOf(db, id),
    countSeatsToDecide(db, view.session),
    dateState === 'to_be_determined' ? countDateWatchers(db, id) : 0,
    isOver(view.session, c.var.now) ? null : countUntold(db, id),
  ]);
  const papers = {
    speakerUrl: token && links.speakerList(token),
    surveys: surveys.filter(({ imported }) => !imported),
  };
  const page = { ...pageOf(c, view), papers, over, watchers, untold, ...(problem && { problem }) };
  return c.html(<OverviewPage {...page} />, problem ? 409 : 200);
}

/** The session as it is now, and why what was asked for was not done. */
export async function showRefused(c: C, reason: keyof Refusals) {
  const { refusals } = c.var.reader.t.sessions;
  const text = reason === 'stale' ? refusals.changed_meanwhile : refusals[reason];
  return showSession(c, await loadSession(c), text);
}
