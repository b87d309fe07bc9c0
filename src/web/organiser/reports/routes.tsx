/** The year's report, the lists behind its figures, its workbook and its dated copies. */
import { type Context, Hono } from 'hono';
import * as v from 'valibot';
import { latestPastStart } from '../../../domain/catalogue/list-own-sessions';
import { mayAdminister } from '../../../domain/organisers/permissions';
import { listFunderLogos } from '../../../domain/printing/logos';
import { listActionReports } from '../../../domain/reports/action-report';
import {
  findSnapshot,
  freezeReport,
  listSnapshots,
  type Snapshot,
} from '../../../domain/reports/snapshots';
import { findYearReport, loadYears, reportOf } from '../../../domain/reports/year-report';
import { localDay } from '../../../lib/dates';
import { NotFound } from '../../../lib/errors';
import { toXlsx, xlsxType } from '../../../lib/xlsx';
import { links } from '../../../links';
import { download } from '../../download';
import type { FieldErrors } from '../../ui/fields';
import { byFormOf, type OrganiserEnv, shellOf } from '../context';
import { readId, readInput, readValues } from '../form';
import { requireRole } from '../signed-in';
import { CopyPage, copyTitle } from './copy-page';
import { isWithoutPdf, odtFile, pdfFile } from './file-answers';
import { ListPage } from './list-page';
import { figureList, missingList, requirePlaced, satisfactionList } from './lists';
import { workbookOf } from './workbook';
import { yearDocument } from './year-blocks';
import { YearPrintPage, YearReportPage } from './year-report-page';

type C = Context<OrganiserEnv>;
const administrator = requireRole(mayAdminister);
const Label = v.object({ label: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(200)), '') });

const atYear = links.yearReport(':year');
const atCopy = links.reportCopy(':year', ':id');

export const reportRoutes = new Hono<OrganiserEnv>()
  .get(links.reports(), async (c) => {
    const { db, now, reader } = c.var;
    // In January there is the year that has ended to write, and nothing of the new one.
    const at = (await latestPastStart(db, null, now)) ?? now;
    const year = Number(localDay(at, reader.timeZone).slice(0, 4));
    return c.redirect(reader.href(links.yearReport(year)), 302);
  })
  .get(atYear, (c) => showYear(c))
  .get(links.yearPrint(':year'), async (c) => {
    const logos = await listFunderLogos(c.var.db);
    const page = { logos, withoutPdf: isWithoutPdf(c), ...(await findWhole(c)) };
    return c.html(<YearPrintPage shell={shellOf(c)} {...page} />);
  })
  .get(links.yearPdf(':year'), async (c) =>
    pdfFile(c, await yearFile(c), links.yearPrint(readYear(c))),
  )
  .get(links.yearDocument(':year'), async (c) => odtFile(c, await yearFile(c)))
  .get(links.yearWorkbook(':year'), async (c) => {
    const { report, before } = await findYear(c);
    const book = await toXlsx(workbookOf(report, before, c.var.reader));
    const name = `${c.var.reader.t.reports.files.name(report.year)}.xlsx`;
    return c.body(await book.arrayBuffer(), 200, download(name, xlsxType));
  })
  .get(links.reportFigure(atYear, ':key'), async (c) => {
    const found = await requirePlaced(c, { year: readYear(c) });
    const list = await figureList(c, found, mayAdminister(c.var.account));
    return c.html(<ListPage {...list} />);
  })
  .get(links.reportSatisfaction(atYear, ':question'), async (c) => {
    const found = await requirePlaced(c, { year: readYear(c) });
    return c.html(<ListPage {...satisfactionList(c, found)} />);
  })
  .get(links.reportMissing(atYear, ':kind'), async (c) => {
    const found = await requirePlaced(c, { year: readYear(c) });
    return c.html(<ListPage {...missingList(c, found)} />);
  })
  .post(links.reportCopies(':year'), administrator, async (c) => {
    const values = await readValues(c);
    const { problems } = c.var.reader.t.reports.snapshots;
    const read = readInput(Label, values, problems);
    if (!read.ok) return showYear(c, read.errors, values.label);
    const { report } = await findYear(c);
    const id = await freezeReport(c.var.db, report, read.input.label, await byFormOf(c));
    return c.redirect(c.var.reader.href(`${links.reportCopy(report.year, id)}?fait=copie`), 303);
  })
  .get(atCopy, async (c) => {
    const copy = await requireCopy(c);
    const { report: today } = await findYear(c);
    const page = { copy, today, withoutPdf: isWithoutPdf(c) };
    return c.html(<CopyPage shell={shellOf(c)} {...page} />);
  })
  .get(links.reportCopyPdf(':year', ':id'), async (c) => {
    const copy = await requireCopy(c);
    return pdfFile(c, await copyFile(c, copy), links.reportCopy(copy.year, copy.id));
  })
  .get(links.reportCopyDocument(':year', ':id'), async (c) =>
    odtFile(c, await copyFile(c, await requireCopy(c))),
  )
  .get(links.reportFigure(atCopy, ':key'), async (c) => {
    return c.html(<ListPage {...(await figureList(c, await requirePlacedCopy(c), false))} />);
  })
  .get(links.reportSatisfaction(atCopy, ':question'), async (c) =>
    c.html(<ListPage {...satisfactionList(c, await requirePlacedCopy(c))} />),
  )
  .get(links.reportMissing(atCopy, ':kind'), async (c) =>
    c.html(<ListPage {...missingList(c, await requirePlacedCopy(c))} />),
  );

const momentOf = (c: C) => ({ now: c.var.now, timeZone: c.var.reader.timeZone });

/** @throws {NotFound} for what is no year that a report can be of */
export function readYear(c: C): number {
  const year = readId(c.req.param('year'));
  if (year === null || year < 2000 || year > 2100) throw new NotFound();
  return year;
}

/** The report with those of its actions. */
async function findWhole(c: C) {
  const { facts, previous } = await loadYears(c.var.db, readYear(c), momentOf(c));
  return {
    report: reportOf(facts, previous),
    before: reportOf(previous, null),
    annexes: await listActionReports(c.var.db, facts, previous),
  };
}

async function yearFile(c: C) {
  const { reader } = c.var;
  const text = reader.t.reports;
  const { report, before, annexes } = await findWhole(c);
  const { year } = report;
  const title = `${text.yearTitle(year)} – ${reader.networkName}`;
  return {
    title,
    name: text.files.name(year),
    logos: await listFunderLogos(c.var.db),
    blocks: yearDocument({ reader, place: { year }, report, before }, annexes),
  };
}

/** The figures of that day, and no text written since. */
async function copyFile(c: C, copy: Snapshot) {
  const { reader } = c.var;
  const { id, year, report } = copy;
  const title = copyTitle(copy, reader);
  return {
    title: `${title} – ${reader.networkName}`,
    name: reader.t.reports.files.copyName(year, localDay(copy.frozenAt, reader.timeZone)),
    logos: await listFunderLogos(c.var.db),
    blocks: yearDocument({ reader, place: { year, copyId: id }, report }, [], title),
  };
}

const findYear = (c: C) => findYearReport(c.var.db, readYear(c), momentOf(c));

async function showYear(c: C, errors?: FieldErrors, label?: string) {
  const year = readYear(c);
  const [found, snapshots] = await Promise.all([findYear(c), listSnapshots(c.var.db, year)]);
  const mayFreeze = mayAdminister(c.var.account);
  const page = { shell: shellOf(c), ...found, snapshots, mayFreeze, errors, label };
  return c.html(<YearReportPage {...page} />, errors ? 422 : 200);
}

async function requireCopy(c: C): Promise<Snapshot> {
  const id = readId(c.req.param('id'));
  const copy = id === null ? null : await findSnapshot(c.var.db, { id, year: readYear(c) });
  if (!copy) throw new NotFound();
  return copy;
}

async function requirePlacedCopy(c: C) {
  const { id, year, report } = await requireCopy(c);
  return { report, place: { year, copyId: id } };
}
