/** Publications handed out, and what was lent. The SQL in migrations/ is the authority. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const handouts = sqliteTable('handouts', {
  id: integer().primaryKey({ autoIncrement: true }),
  title: text().notNull(),
  /** However it is typed, one title counts once. */
  titleKey: text('title_key').notNull(),
  count: integer().notNull(),
  /** A local day, as all days here. */
  givenOn: text('given_on').notNull(),
  actionId: integer('action_id'),
  sessionId: integer('session_id'),
  note: text().notNull().default(''),
  organisationId: integer('organisation_id'),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const loans = sqliteTable('loans', {
  id: integer().primaryKey({ autoIncrement: true }),
  item: text().notNull(),
  borrowerOrganisation: text('borrower_organisation').notNull().default(''),
  borrowerPerson: text('borrower_person').notNull().default(''),
  lentOn: text('lent_on').notNull(),
  dueOn: text('due_on').notNull(),
  /** Null: still out. */
  returnedOn: text('returned_on'),
  actionId: integer('action_id'),
  note: text().notNull().default(''),
  organisationId: integer('organisation_id'),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export type Handout = typeof handouts.$inferSelect;
export type Loan = typeof loans.$inferSelect;

export type LoanStanding = 'returned' | 'out' | 'overdue';

/** Overdue: not returned, and the day that it was expected is over. */
export function standingOf(
  { returnedOn, dueOn }: Pick<Loan, 'returnedOn' | 'dueOn'>,
  today: string,
): LoanStanding {
  if (returnedOn !== null) return 'returned';
  return dueOn < today ? 'overdue' : 'out';
}
