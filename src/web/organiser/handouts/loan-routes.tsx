/** Loans: read by all who sign in, changed and noted as returned by the organisation that recorded them. */
import { type Context, Hono } from 'hono';
import { LoanInput } from '../../../domain/handouts/inputs';
import {
  type ListedLoan,
  listLoansOfYear,
  listLoansOut,
  requireLoan,
} from '../../../domain/handouts/list-handouts';
import { deleteLoan, recordLoan, returnLoan, updateLoan } from '../../../domain/handouts/save-loan';
import { mayOrganise } from '../../../domain/organisers/permissions';
import { toCsv } from '../../../lib/csv';
import { links } from '../../../links';
import type { FieldErrors } from '../../ui/fields';
import { askedYear, todayOf } from '../asked-year';
import { byFormOf, byOf, type OrganiserEnv, shellOf } from '../context';
import { isSameInput, readInput, readValues, readVersion, requireId } from '../form';
import { requireRole } from '../signed-in';
import { actionChoices, csvHeaders, inFile } from './asked';
import { type LoanForm, loanDraft, storedLoan, typedLoan } from './forms';
import { LoanFormPage } from './loan-form-page';
import { LoansPage } from './loans-page';
import { loanTable } from './tables';

const organiser = requireRole(mayOrganise);
type C = Context<OrganiserEnv>;

export const loanRoutes = new Hono<OrganiserEnv>()
  .get(links.loans(), async (c) => {
    const { db } = c.var;
    const asked = askedYear(c);
    const [out, loans] = await Promise.all([listLoansOut(db), listLoansOfYear(db, asked.year)]);
    const page = { shell: shellOf(c), out, loans, today: todayOf(c), ...asked };
    return c.html(<LoansPage {...page} />);
  })
  .get(links.loansCsv(), async (c) => {
    const { year } = askedYear(c);
    const loans = await listLoansOfYear(c.var.db, year, inFile);
    const name = c.var.reader.t.handouts.loan.file(year);
    return c.body(toCsv(loanTable(loans, shellOf(c), todayOf(c))), 200, csvHeaders(name));
  })
  .get(links.newLoan(), organiser, (c) => showForm(c, null, typedLoan({ lentOn: todayOf(c) })))
  .post(links.loans(), organiser, async (c) => {
    const form = typedLoan(await readValues(c));
    const read = await readLoan(c, form, null);
    if (!read.ok) return showForm(c, null, form, read.errors);
    const { organisationId } = c.var.account;
    await recordLoan(c.var.db, read.input, { ...(await byFormOf(c)), organisationId });
    return toYear(c, read.input.lentOn, 'pret');
  })
  .get(links.loan(':id'), async (c) => {
    const found = await requireOwn(c);
    return showForm(c, found, storedLoan(found));
  })
  .post(links.loan(':id'), async (c) => {
    const found = await requireOwn(c);
    const form = typedLoan(await readValues(c));
    const read = await readLoan(c, form, found);
    if (!read.ok) return showForm(c, found, form, read.errors);
    const seen = { id: found.loan.id, version: form.version };
    const outcome = await updateLoan(c.var.db, seen, read.input, byOf(c));
    return outcome.ok || (await isStored(c, read.input))
      ? toYear(c, read.input.lentOn, 'pret')
      : showStale(c, form);
  })
  .post(links.loanReturn(':id'), async (c) => {
    const { loan } = await requireOwn(c);
    await returnLoan(c.var.db, loan.id, todayOf(c), byOf(c));
    return toYear(c, loan.lentOn, 'pret-rendu');
  })
  .post(links.loanRemoval(':id'), async (c) => {
    const found = await requireOwn(c);
    const version = await readVersion(c);
    const outcome = await deleteLoan(c.var.db, { id: found.loan.id, version }, byOf(c));
    if (!outcome.ok) return showStale(c, storedLoan(found));
    return toYear(c, found.loan.lentOn, 'pret-supprime');
  });

const toYear = (c: C, day: string, done: string) =>
  c.redirect(c.var.reader.href(`${links.loans(Number(day.slice(0, 4)))}&fait=${done}`), 303);

const requireOwn = async (c: C) => requireLoan(c.var.db, c.var.account, requireId(c));

/** An action is one of those that were offered. */
async function readLoan(c: C, form: LoanForm, found: ListedLoan | null) {
  const { problems } = c.var.reader.t.handouts.loan;
  const choices = await choicesFor(c, found);
  const read = readInput(LoanInput, loanDraft(form), problems);
  if (!form.actionId || choices.some(({ id }) => String(id) === form.actionId)) return read;
  const errors = { ...(read.ok ? {} : read.errors), actionId: problems.actionId };
  return { ok: false as const, errors };
}

async function isStored(c: C, input: LoanInput): Promise<boolean> {
  const found = await requireOwn(c);
  const stored = await readLoan(c, storedLoan(found), found);
  return stored.ok && isSameInput(stored.input, input);
}

const choicesFor = (c: C, found: ListedLoan | null) =>
  actionChoices(c, { id: found?.loan.actionId ?? null, title: found?.action ?? null });

/** What was typed is kept, under the version that is stored now: saving again is a decision. */
async function showStale(c: C, form: LoanForm) {
  const found = await requireOwn(c);
  const kept = { ...form, version: found.loan.version };
  return showForm(c, found, kept, { form: c.var.reader.t.handouts.stale }, 409);
}

async function showForm(
  c: C,
  found: ListedLoan | null,
  form: LoanForm,
  errors?: FieldErrors,
  status: 200 | 409 | 422 = errors ? 422 : 200,
) {
  const choices = await choicesFor(c, found);
  const id = found?.loan.id ?? null;
  return c.html(<LoanFormPage {...{ shell: shellOf(c), id, form, choices, errors }} />, status);
}
