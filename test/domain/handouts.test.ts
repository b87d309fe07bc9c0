/** Publications and loans (docs: domain › Publications and loans): plain lists, counted in the year. */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import {
  type HandoutDraft,
  HandoutInput,
  type LoanDraft,
  LoanInput,
} from '../../src/domain/handouts/inputs';
import {
  listHandoutsOfYear,
  listLoansOfYear,
  listLoansOut,
  requireHandout,
  requireLoan,
} from '../../src/domain/handouts/list-handouts';
import {
  deleteHandout,
  recordHandout,
  updateHandout,
} from '../../src/domain/handouts/save-handout';
import {
  deleteLoan,
  recordLoan,
  returnLoan,
  updateLoan,
} from '../../src/domain/handouts/save-loan';
import { handouts, loans, standingOf } from '../../src/domain/handouts/schema';
import { history } from '../../src/domain/registrations/schema';
import { findActionReport } from '../../src/domain/reports/action-report';
import { filtered } from '../../src/domain/reports/breakdown';
import { type FigureKey, figureOf } from '../../src/domain/reports/figure';
import { changesSince } from '../../src/domain/reports/snapshots';
import { findYearReport } from '../../src/domain/reports/year-report';
import { Forbidden, NotFound } from '../../src/lib/errors';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anOrganisation } from '../support/organisers';

const by = { now, actor: 'organiser:7', organisationId: null } as const;
const moment = { now, timeZone: 'Europe/Paris' };
const handout = (draft: Partial<HandoutDraft> = {}) =>
  v.parse(HandoutInput, { title: 'Livret FEES', count: 30, givenOn: '2021-03-07', ...draft });
const loan = (draft: Partial<LoanDraft> = {}) =>
  v.parse(LoanInput, {
    item: 'Mallette FEES',
    borrowerOrganisation: 'PMI d’Alès',
    lentOn: '2021-03-07',
    dueOn: '2021-04-07',
    ...draft,
  });
const give = (draft?: Partial<HandoutDraft>) => recordHandout(db, handout(draft), by);
const lend = (draft?: Partial<LoanDraft>) => recordLoan(db, loan(draft), by);
const storedLoan = async (id: number) => (await db.select().from(loans).where(eq(loans.id, id)))[0];
const eventsOf = async (what: 'handout' | 'loan', id: number) =>
  (await db.select().from(history))
    .filter(({ detail }) => detail?.[what] === id)
    .map(({ event, actor }) => [event, actor]);

it('lists what was handed out in a year, the latest first, and nothing of the years beside', async () => {
  await give({ givenOn: '2020-12-31' });
  const { id: first } = await give({ givenOn: '2021-01-01' });
  const { id: last } = await give({ givenOn: '2021-12-31' });
  await give({ givenOn: '2022-01-01' });
  const listed = await listHandoutsOfYear(db, 2021);
  expect(listed.map((row) => row.handout.id)).toEqual([last, first]);
});

it('takes the action of the session that it was handed out at', async () => {
  const { id: sessionId, actionId, code } = await aSession();
  const other = await anAction();
  const { id } = await give({ sessionId, actionId: other, givenOn: '2016-03-07' });
  const [listed] = await listHandoutsOfYear(db, 2016);
  expect(listed).toMatchObject({ handout: { id, actionId, sessionId }, session: code });
});

it.each<[string, Partial<HandoutDraft>, string]>([
  ['no copy', { count: 0 }, 'count'],
  ['half a copy', { count: 1.5 }, 'count'],
  ['a title without a letter', { title: ' – ' }, 'title'],
  ['a day that does not exist', { givenOn: '2021-02-30' }, 'givenOn'],
])('refuses %s', (_, draft, field) => {
  const typed = { title: 'Livret', count: 1, givenOn: '2021-03-07', ...draft };
  const result = v.safeParse(HandoutInput, typed);
  expect(result.issues?.map((issue) => issue.path?.[0]?.key)).toEqual([field]);
});

it.each<[string, Partial<LoanDraft>, string]>([
  ['a loan to nobody', { borrowerOrganisation: ' ' }, 'borrowerOrganisation'],
  ['a loan due before it starts', { dueOn: '2021-03-06' }, 'dueOn'],
  ['a return before the loan', { returnedOn: '2021-03-06' }, 'returnedOn'],
  ['a loan of nothing', { item: '' }, 'item'],
])('refuses %s', (_, draft, field) => {
  const typed = { item: 'Mallette', borrowerOrganisation: 'PMI', lentOn: '2021-03-07' };
  const result = v.safeParse(LoanInput, { ...typed, dueOn: '2021-03-07', ...draft });
  expect(result.issues?.map((issue) => issue.path?.[0]?.key)).toEqual([field]);
});

it('tells the second of two who edit one line, and keeps the first’s', async () => {
  const given = { ...(await give()), version: 1 };
  const stale = { ok: false, reason: 'stale' };
  expect(await updateHandout(db, given, handout({ count: 31 }), by)).toEqual({ ok: true });
  expect(await updateHandout(db, given, handout({ count: 99 }), by)).toEqual(stale);
  expect(await deleteHandout(db, given, by)).toEqual(stale);
  const [kept] = await db.select().from(handouts).where(eq(handouts.id, given.id));
  expect(kept).toMatchObject({ count: 31, version: 2 });

  const lent = { ...(await lend()), version: 1 };
  expect(await updateLoan(db, lent, loan({ item: 'Exposition' }), by)).toEqual({ ok: true });
  expect(await updateLoan(db, lent, loan(), by)).toEqual(stale);
  expect(await deleteLoan(db, lent, by)).toEqual(stale);
  expect(await storedLoan(lent.id)).toMatchObject({ item: 'Exposition', version: 2 });
});

it('deletes a line, and notes who did', async () => {
  const given = { ...(await give()), version: 1 };
  const lent = { ...(await lend()), version: 1 };
  expect(await deleteHandout(db, given, by)).toEqual({ ok: true });
  expect(await deleteLoan(db, lent, by)).toEqual({ ok: true });
  expect(await db.select().from(handouts).where(eq(handouts.id, given.id))).toEqual([]);
  expect(await storedLoan(lent.id)).toBeUndefined();
  expect(await eventsOf('handout', given.id)).toEqual([
    ['handout_recorded', 'organiser:7'],
    ['handout_deleted', 'organiser:7'],
  ]);
  expect(await eventsOf('loan', lent.id)).toContainEqual(['loan_deleted', 'organiser:7']);
});

it('notes a return once, however often the button is pressed', async () => {
  const { id } = await lend();
  await returnLoan(db, id, '2021-04-10', by);
  await returnLoan(db, id, '2021-05-01', by);
  expect(await storedLoan(id)).toMatchObject({ returnedOn: '2021-04-10', version: 2 });
  expect(await eventsOf('loan', id)).toEqual([
    ['loan_recorded', 'organiser:7'],
    ['loan_returned', 'organiser:7'],
  ]);
});

it('has nothing come back before the day that it was lent on', async () => {
  const { id } = await lend();
  await returnLoan(db, id, '2021-03-01', by);
  expect((await storedLoan(id))?.returnedOn).toBe('2021-03-07');
});

it('is overdue from the day after the one that it was due on', () => {
  const due = { returnedOn: null, dueOn: '2021-04-07' };
  expect(standingOf(due, '2021-04-07')).toBe('out');
  expect(standingOf(due, '2021-04-08')).toBe('overdue');
  expect(standingOf({ ...due, returnedOn: '2021-05-01' }, '2021-05-02')).toBe('returned');
});

it('lists what is out of all years, the longest overdue first', async () => {
  await db.delete(loans);
  const { id: later } = await lend({ dueOn: '2021-06-01' });
  const { id: back } = await lend({ returnedOn: '2021-03-20' });
  const { id: older } = await lend({ lentOn: '2019-03-07', dueOn: '2019-04-07' });
  expect((await listLoansOut(db)).map((row) => row.loan.id)).toEqual([older, later]);
  expect((await listLoansOfYear(db, 2021)).map((row) => row.loan.id)).toEqual([back, later]);
});

it('is changed by the organisation that recorded it and by administrators', async () => {
  const [reseda, other] = [await anOrganisation('Reseda'), await anOrganisation('Mutualité')];
  const { id } = await recordHandout(db, handout(), { ...by, organisationId: reseda });
  const { id: lent } = await recordLoan(db, loan(), { ...by, organisationId: reseda });
  const of = (organisationId: number) => ({ role: 'organiser' as const, organisationId });
  expect((await requireHandout(db, of(reseda), id)).handout.id).toBe(id);
  expect((await requireLoan(db, of(reseda), lent)).loan.id).toBe(lent);
  const administrator = { role: 'administrator', organisationId: null } as const;
  expect((await requireLoan(db, administrator, lent)).loan.id).toBe(lent);
  await expect(requireHandout(db, of(other), id)).rejects.toThrow(Forbidden);
  await expect(requireLoan(db, of(other), lent)).rejects.toThrow(Forbidden);
  await expect(requireLoan(db, of(reseda), 1e9)).rejects.toThrow(NotFound);
});

it('counts copies, titles, loans, those out and those overdue, each the sum of its list', async () => {
  await Promise.all([db.delete(handouts), db.delete(loans)]);
  const actionId = await anAction();
  await give({ givenOn: '2026-01-10', count: 30, actionId });
  await give({ givenOn: '2026-02-10', count: 12, title: 'livret fees' });
  await give({ givenOn: '2026-02-10', count: 5, title: 'Guide du jardin' });
  await give({ givenOn: '2025-02-10', count: 1000 });
  const year = { lentOn: '2026-01-05', dueOn: '2026-01-10' } as const;
  await lend({ ...year, returnedOn: '2026-01-09' });
  await lend({ ...year, actionId, borrowerPerson: 'Fatima Benali' });
  await lend({ ...year, dueOn: '2030-01-01' });
  await lend({ lentOn: '2025-12-31', dueOn: '2026-01-10' });
  const { report } = await findYearReport(db, 2026, moment);
  const values = (of: typeof report) =>
    (['publications', 'publication_titles', 'loans', 'loans_out', 'loans_overdue'] as const).map(
      (key: FigureKey) => figureOf(of.figures, key).value,
    );
  expect(values(report)).toEqual([47, 2, 3, 2, 1]);
  for (const { key, value, lines } of report.figures)
    expect([key, lines.reduce((sum, line) => sum + line.value, 0)]).toEqual([key, value]);
  const months = filtered(figureOf(report.figures, 'publications'), report.index, {
    month: ['2026-02'],
  });
  expect(months.value).toBe(17);
  const own = await findActionReport(db, { actionId, year: 2026 }, moment);
  expect(own && values(own.report)).toEqual([30, 1, 1, 1, 1]);
  // A copy of the report is kept for good: nobody's name stands in it.
  expect(JSON.stringify(report)).not.toContain('Benali');
});

it('tells no change of what a copy did not count yet', async () => {
  await give({ givenOn: '2026-01-10' });
  const { report } = await findYearReport(db, 2026, moment);
  const older = report.figures.filter(({ key }) => key !== 'publications');
  expect(changesSince(older, report.figures)).toEqual([]);
});

it('lists a year, and what is out, at the cost of what is shown', async () => {
  const bill = async () =>
    (
      await metered(async (database) => [
        await listHandoutsOfYear(database, 2017),
        await listLoansOfYear(database, 2017),
        await listLoansOut(database),
      ])
    ).bill;
  const few = await bill();
  for (let i = 0; i < 60; i++) {
    await give({ givenOn: '2018-03-07' });
    await lend({ lentOn: '2018-03-07', dueOn: '2018-04-07', returnedOn: '2018-04-01' });
  }
  const many = await bill();
  expect(many.queries).toBe(few.queries);
  expect(many.rowsRead).toBeLessThan(few.rowsRead + 10);
});
