/** What was handed out and lent in a year, as reports count it: no person's name among it. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { localDay } from '../../lib/dates';
import { type LoanStanding, standingOf } from '../handouts/schema';
import type { Scope } from './scope';

export type HandoutFact = {
  id: number;
  title: string;
  titleKey: string;
  count: number;
  givenOn: string;
  actionId: number | null;
  organisationId: number | null;
};

export type LoanFact = {
  id: number;
  item: string;
  /** The organisation that borrowed it, or nothing: who, as a person, is nobody's figure. */
  borrower: string;
  lentOn: string;
  dueOn: string;
  standing: LoanStanding;
  actionId: number | null;
  organisationId: number | null;
};

/** By the day's range of an index, so that what the other years hold costs nothing. */
export const loadHandouts = (db: Database, { year, actionId }: Scope): Promise<HandoutFact[]> =>
  select<HandoutFact>(
    db,
    sql`SELECT id, title, title_key AS titleKey, count, given_on AS givenOn, action_id AS actionId,
        organisation_id AS organisationId
      FROM handouts
      WHERE given_on >= ${`${year}-01-01`} AND given_on < ${`${year + 1}-01-01`}
        AND (${actionId ?? null} IS NULL OR action_id = ${actionId ?? null})
      ORDER BY given_on, id`,
  );

type LoanRow = Omit<LoanFact, 'standing'> & { returnedOn: string | null };

export async function loadLoans(
  db: Database,
  { year, timeZone, actionId }: Scope,
  now: number,
): Promise<LoanFact[]> {
  const today = localDay(now, timeZone);
  const rows = await select<LoanRow>(
    db,
    sql`SELECT id, item, borrower_organisation AS borrower, lent_on AS lentOn, due_on AS dueOn,
        returned_on AS returnedOn, action_id AS actionId, organisation_id AS organisationId
      FROM loans
      WHERE lent_on >= ${`${year}-01-01`} AND lent_on < ${`${year + 1}-01-01`}
        AND (${actionId ?? null} IS NULL OR action_id = ${actionId ?? null})
      ORDER BY lent_on, id`,
  );
  return rows.map(({ returnedOn, ...loan }) => ({
    ...loan,
    standing: standingOf({ returnedOn, dueOn: loan.dueOn }, today),
  }));
}
