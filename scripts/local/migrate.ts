/** Applies migrations/ to the local database, as `wrangler d1 migrations apply` does in production. */
import type { Ask } from '../tools/tools.ts';
import type { Migration } from './bundle.ts';
import { StartError } from './settings.ts';

export async function migrate(ask: Ask, migrations: Migration[]): Promise<void> {
  const applied = new Set(await ask('applied', null));
  const pending = migrations.filter(({ name }) => !applied.has(name));
  if (pending.length === 0) return;
  const { failed } = await ask('migrate', pending);
  if (!failed) return;
  throw new StartError(
    `La migration ${failed.name} n’a pas pu être appliquée ; la base est restée comme avant elle.\n${failed.message}`,
  );
}
