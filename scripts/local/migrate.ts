/**
 * Applies migrations/ to the local database, with the same table and the same names as
 * `wrangler d1 migrations apply`, so that either can go on from where the other stopped.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { D1Database } from '@cloudflare/workers-types';
import { root } from './paths.ts';
import { StartError } from './settings.ts';

const table =
  'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)';

/** Each migration is one transaction: all of it and its name, or none. */
export async function migrate(d1: D1Database): Promise<string[]> {
  const files = readdirSync(resolve(root, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await d1.prepare(table).run();
  const { results } = await d1.prepare('SELECT name FROM d1_migrations').all<{ name: string }>();
  const applied = new Set(results.map((row) => row.name));
  const pending = files.filter((name) => !applied.has(name));
  if (pending.length === 0) return [];
  const { unstable_splitSqlQuery } = await import('wrangler');
  for (const name of pending) {
    const text = readFileSync(resolve(root, 'migrations', name), 'utf8');
    const statements = unstable_splitSqlQuery(text).map((statement) => d1.prepare(statement));
    const record = d1.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name);
    try {
      await d1.batch([...statements, record]);
    } catch (cause) {
      throw new StartError(
        `The migration ${name} could not be applied; the database is as it was.\n${cause}`,
        { cause },
      );
    }
  }
  return pending;
}
