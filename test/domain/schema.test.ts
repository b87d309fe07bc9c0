/// <reference types="vite/types/importMeta.d.ts" />
/**
 * The migrations are the authority and the drizzle tables follow them by hand: here they are held
 * against each other, for every schema.ts of the domain, those to come included.
 */
import { is, SQL } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { SQLiteSyncDialect } from 'drizzle-orm/sqlite-core/dialect';
import { expect, it } from 'vitest';
import { db } from '../support/db';

const modules = import.meta.glob<Record<string, unknown>>('../../src/domain/**/schema.ts', {
  eager: true,
});
const tables = Object.values(modules)
  .flatMap((module) => Object.values(module))
  .filter((value) => is(value, SQLiteTable))
  .map(getTableConfig);

type Column = { type: string; notNull: boolean; default: string | null; primaryKey: boolean };
type Info = { name: string; type: string; notnull: number; dflt_value: string | null; pk: number };

const byName = <T>(entries: [string, T][]) =>
  Object.fromEntries(entries.sort(([a], [b]) => a.localeCompare(b)));

async function inDatabase(table: string): Promise<Record<string, Column>> {
  const { results } = await db.$client
    .prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)')
    .bind(table)
    .all<Info>();
  return byName(
    results.map((column) => [
      column.name,
      {
        type: column.type.toLowerCase(),
        // A primary key is never null, whether or not it says so.
        notNull: column.notnull === 1 || column.pk > 0,
        default: column.dflt_value,
        primaryKey: column.pk > 0,
      },
    ]),
  );
}

const dialect = new SQLiteSyncDialect();

/** A default as SQL writes it. */
function written(value: unknown, toDriver: (value: never) => unknown): string | null {
  if (value === undefined) return null;
  if (is(value, SQL)) return dialect.sqlToQuery(value).sql;
  const stored = toDriver(value as never);
  return typeof stored === 'string' ? `'${stored.replaceAll("'", "''")}'` : String(Number(stored));
}

function inDrizzle({ columns, primaryKeys }: (typeof tables)[number]): Record<string, Column> {
  const keys = new Set(primaryKeys.flatMap((key) => key.columns.map((column) => column.name)));
  return byName(
    columns.map((column) => [
      column.name,
      {
        type: column.getSQLType(),
        notNull: column.notNull || column.primary || keys.has(column.name),
        default: written(column.default, (value) => column.mapToDriverValue(value)),
        primaryKey: column.primary || keys.has(column.name),
      },
    ]),
  );
}

it('drizzle knows every table of the database, and no other', async () => {
  const { results } = await db.$client
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' AND name NOT LIKE '\\_cf\\_%' ESCAPE '\\' AND name <> 'd1_migrations'",
    )
    .all<{ name: string }>();
  const known = tables.map((table) => table.name).sort();
  expect(results.map((row) => row.name).sort()).toEqual([...new Set(known)]);
});

it.each(tables.map((table) => [table.name, table] as const))(
  'the columns of %s are those of the migrations',
  async (name, table) => {
    expect(inDrizzle(table)).toEqual(await inDatabase(name));
  },
);
