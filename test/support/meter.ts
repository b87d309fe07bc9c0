/**
 * Counts what D1 bills: rows read and written, from the meta of each answer. raw() gives no meta,
 * so a read is asked for a second time only to be counted, and a write (which must not run twice)
 * is asked for with all() and turned into arrays.
 */
import { connect, type Database } from '../../src/db/client';
import { bindings } from './db';

export type Bill = { queries: number; rowsRead: number; rowsWritten: number };

export async function metered<T>(
  work: (db: Database, d1: D1Database) => Promise<T>,
): Promise<{ result: T; bill: Bill }> {
  const bill: Bill = { queries: 0, rowsRead: 0, rowsWritten: 0 };
  const count = <R extends D1Result>(result: R): R => {
    bill.queries += 1;
    bill.rowsRead += result.meta.rows_read ?? 0;
    bill.rowsWritten += result.meta.rows_written ?? 0;
    return result;
  };
  const originals = new WeakMap<object, D1PreparedStatement>();
  const wrap = (statement: D1PreparedStatement, query: string): D1PreparedStatement => {
    const wrapped = {
      bind: (...values: unknown[]) => wrap(statement.bind(...values), query),
      all: async () => count(await statement.all()),
      run: async () => count(await statement.run()),
      first: async (column?: string) => {
        const row = count(await statement.all<Record<string, unknown>>()).results[0] ?? null;
        return row && column ? row[column] : row;
      },
      raw: async () => {
        const all = count(await statement.all<Record<string, unknown>>());
        return /^\s*(select|with)/i.test(query)
          ? statement.raw()
          : all.results.map((row) => Object.values(row));
      },
    } as unknown as D1PreparedStatement;
    originals.set(wrapped, statement);
    return wrapped;
  };
  const d1 = {
    prepare: (query: string) => wrap(bindings.DB.prepare(query), query),
    batch: async (statements: D1PreparedStatement[]) =>
      (await bindings.DB.batch(statements.map((s) => originals.get(s) ?? s))).map(count),
  } as unknown as D1Database;
  const result = await work(connect(d1), d1);
  return { result, bill };
}
