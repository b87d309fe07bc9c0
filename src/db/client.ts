/**
 * The connection. Reads use drizzle's builder; a decision that must not race is written as SQL
 * and goes through `transact`: D1 has no BEGIN, its batch is the transaction.
 */
import type { SQL } from 'drizzle-orm';
import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';
import { SQLiteAsyncDialect } from 'drizzle-orm/sqlite-core';

export type Database = DrizzleD1Database<Record<string, never>> & { $client: D1Database };
export type Row = Record<string, unknown>;
export type Outcome<T = Row> = { rows: T[]; changes: number };

export const connect = (d1: D1Database): Database => drizzle(d1);

const dialect = new SQLiteAsyncDialect();

function prepare(db: Database, statement: SQL) {
  const { sql, params } = dialect.sqlToQuery(statement);
  return db.$client.prepare(sql).bind(...params);
}

/**
 * Runs the statements as one transaction: all or none. It rolls back on an error, not on
 * "0 rows changed", so each statement carries its own condition.
 * `changes` counts rows of the statement and of the triggers that it fired.
 */
export async function transact(db: Database, statements: readonly SQL[]): Promise<Outcome[]> {
  const results = await db.$client.batch<Row>(
    statements.map((statement) => prepare(db, statement)),
  );
  return results.map((result) => ({ rows: result.results ?? [], changes: result.meta.changes }));
}

/** The rows of one statement, as objects by column name. */
export async function select<T>(db: Database, statement: SQL): Promise<T[]> {
  return (await prepare(db, statement).all<T>()).results;
}

/** Whether an error comes from a RAISE(ABORT, name) of ours, however drizzle and D1 wrapped it. */
export function isAbort(error: unknown, name: string): boolean {
  for (let e = error; e instanceof Error; e = e.cause) if (e.message.includes(name)) return true;
  return false;
}
