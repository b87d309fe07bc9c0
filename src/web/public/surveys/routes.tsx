/** The questionnaire by the room's code, a single-use slip or a personal link, and shared results. */
import { type Context, Hono } from 'hono';
import { countPresent } from '../../../domain/attendance/presence';
import { findSessionById, sessionTitle } from '../../../domain/catalogue/find-session';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { receiveAnswer } from '../../../domain/surveys/answer';
import { type AnswerFields, readAnswers } from '../../../domain/surveys/answers';
import { listComments } from '../../../domain/surveys/comments';
import { type Entered, enterSurvey, findShared } from '../../../domain/surveys/find-survey';
import { muteReminder } from '../../../domain/surveys/mute-reminder';
import { findBrokenDown, findResults } from '../../../domain/surveys/results';
import type { Survey } from '../../../domain/surveys/schema';
import { ballotHash } from '../../../domain/surveys/tokens';
import { sayDay } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import { newToken } from '../../../lib/tokens';
import { links } from '../../../links';
import type { AppEnv } from '../../context';
import { limited, limitedByAddress, limitedInRoom } from '../../middleware/rate-limit';
import { readLists } from '../../read-form';
import type { FieldErrors } from '../../ui/fields';
import { ReceivedPage } from './received-page';
import { SharedPage } from './shared-page';
import { SurveyPage } from './survey-page';

export const surveyRoutes = new Hono<AppEnv>()
  .get('/q/:code', async (c) => {
    const entered = await enter(c);
    if (entered.used) return c.html(<ReceivedPage reader={c.var.reader} kind="already" />);
    if (entered.survey.state === 'closed')
      return c.html(<ReceivedPage reader={c.var.reader} kind="closed" />);
    return showSurvey(c, entered);
  })
  .post('/q/:code', async (c) => {
    const entered = await enter(c);
    const { db, reader } = c.var;
    const fields = await readLists(c);
    const read = readAnswers(entered.survey, fields);
    if (!read.ok) return showSurvey(c, entered, fields, sayErrors(c, read.errors));
    await limitSending(c, entered);
    const hash = entered.hash ?? (await formHash(c, entered, fields));
    const ballot = { hash, way: entered.way };
    const outcome = await receiveAnswer(db, entered.survey, read.answers, ballot);
    const code = c.req.param('code');
    if (!outcome.ok && outcome.reason === 'full')
      return c.html(<ReceivedPage reader={reader} kind="full" />, 409);
    // Sent again from the room, it is the same thanks; a slip or a link says « already received ».
    const thanks = outcome.ok || (entered.way === 'room' && outcome.reason === 'already_received');
    return c.redirect(reader.href(thanks ? links.surveyThanks(code) : links.survey(code)), 303);
  })
  .get('/q/:code/merci', async (c) => {
    await enter(c);
    return c.html(<ReceivedPage reader={c.var.reader} kind="thanks" />);
  })
  .get('/q/resultats/:token', async (c) => {
    const { db, settings, reader } = c.var;
    const survey = await findShared(db, settings.signingSecret, c.req.param('token'));
    if (!survey) return unknown(c);
    const [results, comments, { taken, participations }] = await Promise.all([
      findResults(db, survey),
      listComments(db, survey, { publishable: true }),
      countPresent(db, survey.sessionId),
    ]);
    const brokenDown = await findBrokenDown(db, survey, results);
    const found = { reader, survey, results, comments, brokenDown };
    const present = taken ? participations : null;
    const { actionId, ...about } = await sayAbout(c, survey);
    const logos = inOrder(await listPrintedLogos(db, actionId));
    return c.html(<SharedPage {...{ ...found, present, about, logos }} />);
  })
  .post('/q/:code/rappel', async (c) => {
    const { hash } = await enter(c);
    if (hash) await muteReminder(c.var.db, hash);
    return c.redirect(c.var.reader.href(links.survey(c.req.param('code'))), 303);
  });

/** @throws {NotFound} for a code that opens nothing; each such try counts against the address. */
async function enter(c: Context<AppEnv>): Promise<Entered> {
  const entered = await enterSurvey(
    c.var.db,
    c.var.settings.signingSecret,
    c.req.param('code') ?? '',
  );
  return entered ?? unknown(c);
}

async function unknown(c: Context<AppEnv>): Promise<never> {
  await limitedByAddress(c);
  throw new NotFound();
}

/** The session that is spoken of, in words. */
async function sayAbout(c: Context<AppEnv>, { sessionId }: Survey) {
  const { db, reader, now } = c.var;
  const view = await findSessionById(db, sessionId);
  if (!view) throw new NotFound();
  const { startsAt } = view.session;
  const when = startsAt === null ? null : sayDay(startsAt, reader.locale, reader.timeZone, now);
  return { title: sessionTitle(view), when, actionId: view.action.id };
}

const limitSending = (c: Context<AppEnv>, { way, survey, hash }: Entered) =>
  way === 'room' ? limitedInRoom(c, `survey:${survey.roomCode}`) : limited(c, `survey:${hash}`);

/** The ballot of a form of the room: the key that the form was given. */
function formHash(c: Context<AppEnv>, { survey }: Entered, fields: AnswerFields) {
  const key = String(fields.submissionKey ?? '');
  const own = /^[\w-]{16,64}$/.test(key) ? key : newToken();
  return ballotHash(c.var.settings.signingSecret, `room:${survey.roomCode}:${own}`);
}

function sayErrors(c: Context<AppEnv>, errors: Record<string, keyof SurveyErrors>): FieldErrors {
  const texts = c.var.reader.t.surveys.form.errors;
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, texts[error]]));
}
type SurveyErrors = AppEnv['Variables']['reader']['t']['surveys']['form']['errors'];

async function showSurvey(
  c: Context<AppEnv>,
  entered: Entered,
  values?: AnswerFields,
  errors?: FieldErrors,
) {
  const { reader } = c.var;
  const kept = String(values?.submissionKey ?? '');
  const page = {
    reader,
    entered,
    values,
    errors,
    code: c.req.param('code') ?? '',
    about: await sayAbout(c, entered.survey),
    submissionKey: kept || newToken(),
  };
  return c.html(<SurveyPage {...page} />, errors ? 422 : 200);
}
