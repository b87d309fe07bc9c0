/** Applies migrations/ to the local database, as `wrangler d1 migrations apply` does in production. */
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Ask } from '../tools/tools.ts';
import { root } from './paths.ts';
import { StartError } from './settings.ts';

export async function migrate(ask: Ask): Promise<void> {
  const applied = new Set(await ask('applied', null));
  const pending = readdirSync(resolve(root, 'migrations'))
    .filter((name) => name.endsWith('.sql') && !applied.has(name))
    .sort();
  if (pending.length === 0) return;
  const { unstable_splitSqlQuery } = await import('wrangler');
  const { failed } = await ask(
    'migrate',
    pending.map((name) => ({
      name,
      statements: unstable_splitSqlQuery(readFileSync(resolve(root, 'migrations', name), 'utf8')),
    })),
  );
  if (!failed) return;
  throw new StartError(
    `La migration ${failed.name} n’a pas pu être appliquée ; la base est restée comme avant elle.\n${failed.message}`,
  );
}
