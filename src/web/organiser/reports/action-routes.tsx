/** The report of an action: read by all who sign in, written by those who work on the action. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { findAction } from '../../../domain/catalogue/find-action';
import { mayManageAction, requireAction } from '../../../domain/organisers/access';
import { inOrder, listPrintedLogos } from '../../../domain/printing/logos';
import {
  type ActionReport,
  findActionReport,
  writeActionReport,
} from '../../../domain/reports/action-report';
import { NotFound } from '../../../lib/errors';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { byOf, type OrganiserEnv, shellOf } from '../context';
import { readId, readInput, readValues, type Values } from '../form';
import { changedMeanwhile, untouched } from '../form-seen';
import { ActionReportFormPage, writtenFields } from './action-report-form';
import { ActionReportPage } from './action-report-page';
import { isWithoutPdf, odtFile, pdfFile } from './file-answers';
import { ListPage } from './list-page';
import { figureList, missingList, requirePlaced, satisfactionList } from './lists';
import { readYear } from './routes';
import { actionDocument } from './year-blocks';

type C = Context<OrganiserEnv>;

const text = v.optional(
  v.pipe(
    v.string(),
    v.transform((typed) => typed.replaceAll('\r\n', '\n').trim()),
    v.maxLength(20_000),
  ),
  '',
);
const Written = v.object({ analysis: text, perspectives: text });

const atAction = links.actionReport(':id', ':year');

export const actionReportRoutes = new Hono<OrganiserEnv>()
  .get(atAction, async (c) => {
    const actionReport = await requireReport(c);
    const { id } = actionReport.action;
    const mayWrite = await mayManageAction(c.var.db, c.var.account, id);
    const logos = await logosOf(c, id);
    const page = { actionReport, logos, mayWrite, withoutPdf: isWithoutPdf(c) };
    return c.html(<ActionReportPage shell={shellOf(c)} {...page} />);
  })
  .get(links.actionReportEdit(':id', ':year'), async (c) => {
    const actionReport = await requireOwn(c);
    return c.html(
      <ActionReportFormPage {...{ shell: shellOf(c), actionReport, typed: actionReport.texts }} />,
    );
  })
  .post(atAction, async (c) => {
    const actionReport = await requireOwn(c);
    const values = await readValues(c);
    const { problems, stale } = c.var.reader.t.reports.action;
    const read = readInput(Written, values, problems);
    if (!read.ok) return showWrong(c, actionReport, values, read.errors);
    const actionId = actionReport.action.id;
    const { year } = actionReport.report;
    const written = { actionId, year, ...read.input };
    const outcome = await writeActionReport(c.var.db, written, versionOf(values), byOf(c));
    if (!outcome.ok) {
      const now = await requireReport(c);
      const isStored = writtenFields.every((name) => now.texts[name] === read.input[name]);
      if (!isStored) return showStale(c, now, values, read.input, { form: stale });
    }
    return c.redirect(
      c.var.reader.href(`${links.actionReport(actionId, year)}?fait=enregistre`),
      303,
    );
  })
  .get(links.actionReportPdf(':id', ':year'), async (c) => {
    const found = await requireReport(c);
    const page = links.actionReport(found.action.id, found.report.year);
    return pdfFile(c, await fileOf(c, found), page);
  })
  .get(links.actionReportDocument(':id', ':year'), async (c) =>
    odtFile(c, await fileOf(c, await requireReport(c))),
  )
  .get(links.reportFigure(atAction, ':key'), async (c) => {
    const place = placeOf(c);
    const found = await requirePlaced(c, place);
    const mayName = await mayManageAction(c.var.db, c.var.account, place.actionId);
    return c.html(<ListPage {...(await figureList(c, found, mayName))} />);
  })
  .get(links.reportSatisfaction(atAction, ':question'), async (c) =>
    c.html(<ListPage {...satisfactionList(c, await requirePlaced(c, placeOf(c)))} />),
  )
  .get(links.reportMissing(atAction, ':kind'), async (c) =>
    c.html(<ListPage {...missingList(c, await requirePlaced(c, placeOf(c)))} />),
  );

const versionOf = (values: Values) => readId(values.version) ?? 0;

const logosOf = async (c: C, actionId: number) =>
  inOrder(await listPrintedLogos(c.var.db, actionId));

async function fileOf(c: C, found: ActionReport) {
  const { reader } = c.var;
  const { pageTitle, fileName } = reader.t.reports.action;
  return {
    title: `${found.action.title} – ${pageTitle(found.report.year)}`,
    name: fileName(found.report.year, found.action.id),
    logos: await logosOf(c, found.action.id),
    blocks: actionDocument(found, { reader }),
  };
}

async function requireReport(c: C): Promise<ActionReport> {
  const actionId = readId(c.req.param('id'));
  const year = readYear(c);
  const moment = { now: c.var.now, timeZone: c.var.reader.timeZone };
  const found = actionId && (await findActionReport(c.var.db, { actionId, year }, moment));
  if (!found) throw new NotFound();
  return found;
}

const placeOf = (c: C) => ({ year: readYear(c), actionId: readId(c.req.param('id')) ?? 0 });

/** Refused before anything is computed. */
async function requireOwn(c: C): Promise<ActionReport> {
  const view = await findAction(c.var.db, readId(c.req.param('id')) ?? 0);
  if (!view) throw new NotFound();
  await requireAction(c.var.db, c.var.account, view.action.id);
  return requireReport(c);
}

function showWrong(c: C, actionReport: ActionReport, values: Values, errors: FieldErrors) {
  const { analysis = '', perspectives = '', seen = '' } = values;
  const typed = { analysis, perspectives, version: versionOf(values) };
  const page = { shell: shellOf(c), actionReport, typed, seen, errors };
  return c.html(<ActionReportFormPage {...page} />, 422);
}

/** Someone else saved: what they wrote is shown beside the form, and stands where nothing was typed over it. */
function showStale(
  c: C,
  actionReport: ActionReport,
  { seen = '' }: Values,
  input: v.InferOutput<typeof Written>,
  errors: FieldErrors,
) {
  const { texts: stored } = actionReport;
  const typedTexts = writtenFields.map((name) => input[name]);
  const isUntouched = untouched(typedTexts, seen);
  const storedTexts = writtenFields.map((name) => stored[name]);
  const isChanged = changedMeanwhile(typedTexts, storedTexts, seen);
  const [analysis = '', perspectives = ''] = writtenFields.map((name, at) =>
    isUntouched(at) ? stored[name] : input[name],
  );
  const typed = { analysis, perspectives, version: stored.version };
  const meanwhile = { stored, changed: writtenFields.filter((_, at) => isChanged(at)) };
  const page = { shell: shellOf(c), actionReport, typed, errors, meanwhile };
  return c.html(<ActionReportFormPage {...page} />, 409);
}
