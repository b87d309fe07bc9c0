/** The survey of the path, for someone who works on its session's action; and back to its pages. */
import type { Context } from 'hono';
import type { Database } from '../../../db/client';
import { countPresent } from '../../../domain/attendance/presence';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { listSurveysOf } from '../../../domain/surveys/find-survey';
import type { Survey } from '../../../domain/surveys/schema';
import { NotFound } from '../../../lib/errors';
import { links, type SurveyPart } from '../../../links';
import { byOf as byOrganiser, named, type OrganiserEnv, type Shell, shellOf } from '../context';
import { loadSession } from '../sessions/load';
import { momentSlugs, readMoment } from './moments';

export type SurveyView = { view: SessionView; survey: Survey };

/** @throws {NotFound} where the session has no survey of that moment */
export async function loadSurvey(c: Context<OrganiserEnv>): Promise<SurveyView> {
  const view = await loadSession(c);
  const moment = readMoment(c.req.param('moment'));
  const survey = (await listSurveysOf(c.var.db, view.session.id)).find((s) => s.moment === moment);
  if (!survey) throw new NotFound();
  return { view, survey };
}

/** Who acts, when, and with which secret: what the domain's writes are told. */
export const byOf = (c: Context<OrganiserEnv>) => ({
  ...byOrganiser(c),
  secret: c.var.settings.signingSecret,
});

/** The shell with what was just done (`fait`) or refused (`refus`) here. */
export function surveyShell(c: Context<OrganiserEnv>): Shell & { refused?: string } {
  const t = c.var.reader.t.surveyPages;
  const refused = named(t.refusals, c.req.query('refus'));
  return { ...shellOf(c, t.done), ...(refused && { refused }) };
}

export type Refusal = keyof OrganiserEnv['Variables']['reader']['t']['surveyPages']['refusals'];
type Said = { done: string } | { refused: Refusal };

/** Back to a page of the survey, which says what was done or why it was not. */
export function backTo(
  c: Context<OrganiserEnv>,
  { view, survey }: SurveyView,
  part: SurveyPart | null,
  said: Said,
) {
  const { code } = view.session;
  const slug = momentSlugs[survey.moment];
  const path = part ? links.surveyPart(code, slug, part) : links.surveyResults(code, slug);
  const query = 'done' in said ? `fait=${said.done}` : `refus=${said.refused}`;
  return c.redirect(c.var.reader.href(`${path}?${query}`), 303);
}

/** How many were present; null when attendance was not taken. */
export async function findPresent(db: Database, sessionId: number): Promise<number | null> {
  const { taken, participations } = await countPresent(db, sessionId);
  return taken ? participations : null;
}
