/** The ways in, and the end of a survey. */
import { Hono } from 'hono';
import { closeSurvey } from '../../../domain/surveys/close-survey';
import { isAnswered } from '../../../domain/surveys/find-survey';
import { countInvitees, invitePresent, setReminds } from '../../../domain/surveys/invite';
import { askBreakdowns } from '../../../domain/surveys/offer-breakdowns';
import { addSlips, discardSurvey, setRoomOpen } from '../../../domain/surveys/open-survey';
import { links } from '../../../links';
import { deliverSoon } from '../../deliver-soon';
import type { OrganiserEnv } from '../context';
import { readFormKey, readId, readValues } from '../form';
import { backTo, byOf, loadSurvey, surveyShell } from './context';
import { EntrancesPage } from './entrances-page';

const below = '/organisation/seances/:code/questionnaires/:moment';

export const entranceRoutes = new Hono<OrganiserEnv>()
  .get(`${below}/acces`, async (c) => {
    const where = await loadSurvey(c);
    const [invitees, answered] = await Promise.all([
      countInvitees(c.var.db, where.survey),
      isAnswered(c.var.db, where.survey),
    ]);
    return c.html(<EntrancesPage shell={surveyShell(c)} {...where} {...{ invitees, answered }} />);
  })
  .post(`${below}/salle`, async (c) => {
    const where = await loadSurvey(c);
    const { open } = await readValues(c);
    await setRoomOpen(c.var.db, where.survey, open === '1');
    return backTo(c, where, 'acces', { done: 'salle' });
  })
  .post(`${below}/billets`, async (c) => {
    const where = await loadSurvey(c);
    const count = readId((await readValues(c)).count) ?? 0;
    const by = { ...byOf(c), formKey: await readFormKey(c) };
    const outcome = await addSlips(c.var.db, where.survey, count, by);
    return backTo(
      c,
      where,
      'acces',
      outcome.ok ? { done: 'billets' } : { refused: outcome.reason },
    );
  })
  .post(`${below}/liens`, async (c) => {
    const where = await loadSurvey(c);
    const outcome = await invitePresent(c.var.db, where.survey, byOf(c));
    if (!outcome.ok) return backTo(c, where, 'acces', { refused: outcome.reason });
    deliverSoon(c);
    return backTo(c, where, 'acces', { done: 'liens' });
  })
  .post(`${below}/rappel`, async (c) => {
    const where = await loadSurvey(c);
    const { reminds } = await readValues(c);
    await setReminds(c.var.db, where.survey, reminds === '1');
    return backTo(c, where, 'acces', { done: 'rappel' });
  })
  .post(`${below}/fonctions`, async (c) => {
    const where = await loadSurvey(c);
    const outcome = await askBreakdowns(c.var.db, where.survey);
    const said = outcome.ok ? { done: 'fonctions' } : { refused: outcome.reason };
    return backTo(c, where, 'acces', said);
  })
  .post(`${below}/cloture`, async (c) => {
    const where = await loadSurvey(c);
    await closeSurvey(c.var.db, where.survey, byOf(c));
    return backTo(c, where, null, { done: 'clos' });
  })
  .post(`${below}/suppression`, async (c) => {
    const where = await loadSurvey(c);
    const outcome = await discardSurvey(c.var.db, where.survey, byOf(c));
    if (!outcome.ok) return backTo(c, where, 'acces', { refused: outcome.reason });
    const { href } = c.var.reader;
    return c.redirect(href(`${links.surveys(where.view.session.code)}?fait=supprime`), 303);
  });
