/** Publications and loans of a year, what is still out, and one as it is edited. */
import { and, asc, desc, eq, gte, isNull, lt, type SQL } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import type { Database } from '../../db/client';
import { Forbidden, NotFound } from '../../lib/errors';
import { actions, sessions } from '../catalogue/schema';
import { type Member, mayManage } from '../organisers/permissions';
import { type Handout, handouts, type Loan, loans } from './schema';

export type ListedHandout = { handout: Handout; action: string | null; session: string | null };
export type ListedLoan = { loan: Loan; action: string | null };

/** What a page shows of a year; a file has more of it. */
export const onPage = 500;

const inYear = (column: SQLiteColumn, year: number): SQL | undefined =>
  and(gte(column, `${year}-01-01`), lt(column, `${year + 1}-01-01`));

/** The latest first. */
export const listHandoutsOfYear = (
  db: Database,
  year: number,
  limit = onPage,
): Promise<ListedHandout[]> =>
  db
    .select({ handout: handouts, action: actions.title, session: sessions.code })
    .from(handouts)
    .leftJoin(actions, eq(actions.id, handouts.actionId))
    .leftJoin(sessions, eq(sessions.id, handouts.sessionId))
    .where(inYear(handouts.givenOn, year))
    .orderBy(desc(handouts.givenOn), desc(handouts.id))
    .limit(limit);

/** Those lent in the year, the latest first. */
export const listLoansOfYear = (
  db: Database,
  year: number,
  limit = onPage,
): Promise<ListedLoan[]> =>
  db
    .select({ loan: loans, action: actions.title })
    .from(loans)
    .leftJoin(actions, eq(actions.id, loans.actionId))
    .where(inYear(loans.lentOn, year))
    .orderBy(desc(loans.lentOn), desc(loans.id))
    .limit(limit);

/** What is out, whatever the year it was lent in: the longest overdue first. */
export const listLoansOut = (db: Database): Promise<ListedLoan[]> =>
  db
    .select({ loan: loans, action: actions.title })
    .from(loans)
    .leftJoin(actions, eq(actions.id, loans.actionId))
    .where(isNull(loans.returnedOn))
    .orderBy(asc(loans.dueOn), asc(loans.id))
    .limit(200);

/** Whether the member may change what this organisation recorded. */
export const mayChange = (member: Member, { organisationId }: Pick<Loan, 'organisationId'>) =>
  mayManage(member, organisationId === null ? [] : [organisationId]);

/**
 * For someone of the organisation that recorded it.
 * @throws {NotFound} when there is none. @throws {Forbidden} when another organisation recorded it.
 */
export async function requireHandout(
  db: Database,
  member: Member,
  id: number,
): Promise<ListedHandout> {
  const [found] = await db
    .select({ handout: handouts, action: actions.title, session: sessions.code })
    .from(handouts)
    .leftJoin(actions, eq(actions.id, handouts.actionId))
    .leftJoin(sessions, eq(sessions.id, handouts.sessionId))
    .where(eq(handouts.id, id));
  if (!found) throw new NotFound();
  if (!mayChange(member, found.handout)) throw new Forbidden();
  return found;
}

/** The same for a loan. */
export async function requireLoan(db: Database, member: Member, id: number): Promise<ListedLoan> {
  const [found] = await db
    .select({ loan: loans, action: actions.title })
    .from(loans)
    .leftJoin(actions, eq(actions.id, loans.actionId))
    .where(eq(loans.id, id));
  if (!found) throw new NotFound();
  if (!mayChange(member, found.loan)) throw new Forbidden();
  return found;
}
