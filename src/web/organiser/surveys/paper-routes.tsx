/** Paper and the screen of the room: the projected code, slips, the sheet, and typing sheets in. */
import { type Context, Hono } from 'hono';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import { readAnswers } from '../../../domain/surveys/answers';
import { listSlipCodes } from '../../../domain/surveys/open-survey';
import { takeSheetBack, typeInSheet } from '../../../domain/surveys/paper';
import { findPaperTotals } from '../../../domain/surveys/results';
import { NotFound } from '../../../lib/errors';
import { newToken } from '../../../lib/tokens';
import type { FieldErrors } from '../../ui/fields';
import { readKey } from '../attendance/open-session';
import type { OrganiserEnv } from '../context';
import { readValues, type Values } from '../form';
import { backTo, byOf, loadSurvey, type SurveyView, surveyShell } from './context';
import { ProjectorPage } from './projector-page';
import { SheetPage } from './sheet-page';
import { SlipsPage } from './slips-page';
import { readTyped } from './typed-sheet';
import { TypingPage } from './typing-page';

const below = '/organisation/seances/:code/questionnaires/:moment';

export const paperRoutes = new Hono<OrganiserEnv>()
  .get(`${below}/ecran`, async (c) => {
    const where = await loadSurvey(c);
    if (!where.survey.roomOpen) throw new NotFound();
    return c.html(
      <ProjectorPage reader={c.var.reader} {...where} logos={await logosOf(c, where)} />,
    );
  })
  .get(`${below}/billets`, async (c) => {
    const where = await loadSurvey(c);
    const codes = await drawSlips(c, where);
    const { carriers } = await listPrintedLogos(c.var.db, where.view.action.id);
    return c.html(<SlipsPage reader={c.var.reader} {...where} codes={codes} logos={carriers} />);
  })
  .get(`${below}/papier`, async (c) => {
    const where = await loadSurvey(c);
    const codes = c.req.query('codes') === '1' ? await drawSlips(c, where) : null;
    const logos = await logosOf(c, where);
    return c.html(<SheetPage reader={c.var.reader} {...where} codes={codes} logos={logos} />);
  })
  .get(`${below}/saisie`, async (c) => showTyping(c, await loadSurvey(c)))
  .post(`${below}/saisie`, async (c) => {
    const where = await loadSurvey(c);
    const values = await readValues(c);
    const t = c.var.reader.t;
    const read = readAnswers(where.survey, readTyped(where.survey.questions, values));
    if (!read.ok) return showTyping(c, where, values, sayErrors(c, read.errors));
    const { answers } = read;
    const sheet = {
      answers,
      code: values.code ?? '',
      submissionKey: readKey(values.submissionKey),
    };
    const act = values.intent === 'take_back' ? takeSheetBack : typeInSheet;
    const outcome = await act(c.var.db, where.survey, sheet, byOf(c));
    if (!outcome.ok) {
      const field = outcome.reason === 'no_such_sheet' ? 'form' : 'code';
      return showTyping(c, where, values, { [field]: t.surveyPages.refusals[outcome.reason] });
    }
    const done = values.intent === 'take_back' ? 'retiree' : 'feuille';
    return backTo(c, where, 'saisie', { done });
  });

const logosOf = async (c: Context<OrganiserEnv>, { view }: SurveyView) =>
  inOrder(await listPrintedLogos(c.var.db, view.action.id));

/** The codes in an order drawn by lot: the one they were made in tells nothing, and this even less. */
async function drawSlips(c: Context<OrganiserEnv>, { survey }: SurveyView): Promise<string[]> {
  if (!survey.slips || survey.state === 'closed') throw new NotFound();
  const codes = await listSlipCodes(c.var.settings.signingSecret, survey);
  const lots = crypto.getRandomValues(new Uint32Array(codes.length));
  return codes
    .map((code, i) => ({ code, lot: lots[i] ?? 0 }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ code }) => code);
}

/** Numbers that stand for nothing, texts that are too long, an empty sheet. */
function sayErrors(
  c: Context<OrganiserEnv>,
  errors: Record<string, 'unknown_choice' | 'too_long' | 'empty'>,
): FieldErrors {
  const { surveys, surveyPages } = c.var.reader.t;
  const say = { ...surveys.form.errors, unknown_choice: surveyPages.refusals.unreadable };
  return Object.fromEntries(Object.entries(errors).map(([name, error]) => [name, say[error]]));
}

async function showTyping(
  c: Context<OrganiserEnv>,
  where: SurveyView,
  values?: Values,
  errors?: FieldErrors,
) {
  const totals = await findPaperTotals(c.var.db, where.survey);
  const submissionKey = values ? readKey(values.submissionKey) : newToken();
  const page = { shell: surveyShell(c), ...where, totals, submissionKey };
  return c.html(
    <TypingPage {...page} {...(values && { values })} {...(errors && { errors })} />,
    errors ? 422 : 200,
  );
}
