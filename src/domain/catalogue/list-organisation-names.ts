/** The names of the directory of organisations, as suggestions beside a field. */
import { asc } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { organisations } from './schema';

/** In alphabetical order, 500 at most: what a datalist can be searched by eye. */
export async function listOrganisationNames(db: Database): Promise<string[]> {
  const rows = await db
    .select({ name: organisations.name })
    .from(organisations)
    .orderBy(asc(organisations.nameKey))
    .limit(500);
  return rows.map((row) => row.name);
}
