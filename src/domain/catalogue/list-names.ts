/** The names of a directory, as suggestions beside a field: what is typed anew is added to it. */
import { asc } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { organisations, professions, venues } from './schema';

/** What a datalist can be searched by eye. */
const most = 500;

const listNames = async (
  db: Database,
  table: typeof organisations | typeof professions | typeof venues,
): Promise<string[]> => {
  const rows = await db
    .select({ name: table.name })
    .from(table)
    .orderBy(asc(table.nameKey))
    .limit(most);
  return rows.map((row) => row.name);
};

/** In alphabetical order, whatever accents and case; 500 at most. */
export const listOrganisationNames = (db: Database) => listNames(db, organisations);
export const listProfessionNames = (db: Database) => listNames(db, professions);
export const listVenueNames = (db: Database) => listNames(db, venues);
