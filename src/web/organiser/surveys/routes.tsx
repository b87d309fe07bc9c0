/** Questionnaires of a session: opening, results, comments, exports, sharing. */
import { type Context, Hono } from 'hono';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { standardQuestionsOf } from '../../../domain/surveys/bank';
import { type Comment, listComments, noteComment } from '../../../domain/surveys/comments';
import { comparePools } from '../../../domain/surveys/compare';
import { listSurveysOf } from '../../../domain/surveys/find-survey';
import { openSurvey } from '../../../domain/surveys/open-survey';
import { listBank } from '../../../domain/surveys/own-questions';
import { findBrokenDown, findResults } from '../../../domain/surveys/results';
import { revokeResults, shareResults } from '../../../domain/surveys/share-results';
import { resultsToken } from '../../../domain/surveys/tokens';
import { toCsv } from '../../../lib/csv';
import { toXlsx, xlsxType } from '../../../lib/xlsx';
import { absolute, links } from '../../../links';
import { csvType, download } from '../../download';
import { readFormData } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';
import type { OrganiserEnv } from '../context';
import { readFormKey, readId, readValues } from '../form';
import { loadSession } from '../sessions/load';
import { backTo, byOf, findPresent, loadSurvey, type SurveyView, surveyShell } from './context';
import { entranceRoutes } from './entrance-routes';
import { momentSlugs } from './moments';
import { paperRoutes } from './paper-routes';
import { questionRoutes } from './question-routes';
import { ResultsPage } from './results-page';
import { allRows, resultSheets } from './results-sheets';
import { SurveysPage } from './surveys-page';

const below = '/organisation/seances/:code/questionnaires';

export const surveyRoutes = new Hono<OrganiserEnv>()
  .get(below, (c) => showSurveys(c))
  .post(below, async (c) => {
    const view = await loadSession(c);
    const { db, reader } = c.var;
    const form = await readFormData(c);
    const moment = (['before', 'after', 'later'] as const).find((m) => m === form.get('moment'));
    if (!moment) return showSurveys(c, { moment: reader.t.surveyPages.refusals.no_question });
    const chosen = new Set(form.getAll('questions'));
    const questions = chosen.size
      ? (await listBank(db)).filter(({ key }) => chosen.has(key))
      : standardQuestionsOf(moment);
    const present = await findPresent(db, view.session.id);
    const expected = Math.max(present ?? 0, view.session.seatsTaken);
    const roomOpen = form.get('room') === '1';
    const input = { sessionId: view.session.id, moment, questions, roomOpen, expected };
    const outcome = await openSurvey(db, input, { ...byOf(c), formKey: await readFormKey(c) });
    if (!outcome.ok)
      return showSurveys(c, { moment: reader.t.surveyPages.refusals[outcome.reason] });
    const part = links.surveyPart(view.session.code, momentSlugs[moment], 'acces');
    return c.redirect(reader.href(`${part}?fait=ouvert`), 303);
  })

  .get(`${below}/:moment`, async (c) => {
    const where = await loadSurvey(c);
    const found = await findAll(c, where);
    const logos = inOrder(await listPrintedLogos(c.var.db, where.view.action.id));
    return c.html(<ResultsPage shell={surveyShell(c)} {...where} {...found} logos={logos} />);
  })
  .get(`${below}/:moment/resultats.csv`, async (c) => {
    const { view, found } = await findForExport(c);
    return c.body(toCsv(allRows(found)), 200, download(fileOf(c, view, 'csv'), csvType));
  })
  .get(`${below}/:moment/resultats.xlsx`, async (c) => {
    const { view, found } = await findForExport(c);
    const workbook = await toXlsx(resultSheets(found));
    return c.body(await workbook.arrayBuffer(), 200, download(fileOf(c, view, 'xlsx'), xlsxType));
  })
  .post(`${below}/:moment/commentaires`, async (c) => {
    const where = await loadSurvey(c);
    const values = await readValues(c);
    const key = { question: values.question ?? '', place: readId(values.place) ?? 0 };
    const outcome = await noteComment(c.var.db, where.survey, key, {
      text: values.text ?? '',
      tags: readTags(values.tags ?? ''),
      publishable: values.publishable === '1',
    });
    return backTo(
      c,
      where,
      null,
      outcome.ok ? { done: 'commentaire' } : { refused: outcome.reason },
    );
  })
  .post(`${below}/:moment/partage`, async (c) => {
    const where = await loadSurvey(c);
    const { shared } = await readValues(c);
    const change = shared === '1' ? shareResults : revokeResults;
    await change(c.var.db, where.survey, byOf(c));
    return backTo(c, where, null, { done: 'partage' });
  })
  .route('/', entranceRoutes)
  .route('/', paperRoutes)
  .route('/', questionRoutes);

const readTags = (typed: string) =>
  typed
    .split(',')
    .map((tag) => tag.replace(/\s+/g, ' ').trim().slice(0, 40))
    .filter(Boolean)
    .slice(0, 10);

async function showSurveys(c: Context<OrganiserEnv>, errors?: FieldErrors) {
  const view = await loadSession(c);
  const [surveys, bank] = await Promise.all([
    listSurveysOf(c.var.db, view.session.id),
    listBank(c.var.db),
  ]);
  const page = {
    shell: surveyShell(c),
    view,
    now: c.var.now,
    surveys,
    bank,
    ...(errors && { errors }),
  };
  return c.html(<SurveysPage {...page} />, errors ? 422 : 200);
}

async function findAll(c: Context<OrganiserEnv>, { view, survey }: SurveyView) {
  const { db, settings } = c.var;
  const [results, present, comments, compared] = await Promise.all([
    findResults(db, survey),
    findPresent(db, view.session.id),
    listComments(db, survey),
    comparePools(db, survey, view.session, settings.timeZone),
  ]);
  const brokenDown = await findBrokenDown(db, survey, results);
  const sharedAt = survey.shared
    ? absolute(
        settings.baseUrl,
        links.sharedResults(await resultsToken(settings.signingSecret, survey)),
      )
    : null;
  return { results, present, comments, compared, brokenDown, sharedAt };
}

async function findForExport(c: Context<OrganiserEnv>) {
  const { view, survey } = await loadSurvey(c);
  const { db, reader } = c.var;
  const [results, present, comments]: [
    Awaited<ReturnType<typeof findResults>>,
    number | null,
    Comment[],
  ] = await Promise.all([
    findResults(db, survey),
    findPresent(db, view.session.id),
    listComments(db, survey),
  ]);
  return { view, found: { reader, survey, results, present, comments } };
}

const fileOf = (c: Context<OrganiserEnv>, { session }: SurveyView['view'], type: string) =>
  `${c.var.reader.t.surveyPages.says.file(session.code)}.${type}`;
