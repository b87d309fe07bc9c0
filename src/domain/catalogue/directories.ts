/**
 * The directories that people choose from and add to: organisations, venues, professions. One entry
 * a name, however it is typed (lib/text.ts, nameKey); the first spelling stays. A name that was merged
 * into another is its alias: whoever types it means the other.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { VenueInput } from './inputs';
import type { Directory } from './schema';

/** The table of a directory, for a statement. */
export const tables: Record<Directory, SQL> = {
  organisations: sql`organisations`,
  professions: sql`professions`,
  venues: sql`venues`,
};

/** The id of the entry that a name stands for, its own or as an alias; null when it is of none. */
export const entryId = (directory: Directory, key: string | SQL): SQL => sql`coalesce(
  (SELECT id FROM ${tables[directory]} WHERE name_key = ${key}),
  (SELECT target_id FROM directory_aliases WHERE directory = ${directory} AND name_key = ${key}))`;

const isNoAlias = (directory: Directory, key: string): SQL => sql`NOT EXISTS
  (SELECT 1 FROM directory_aliases WHERE directory = ${directory} AND name_key = ${key})`;

const added = (directory: 'organisations' | 'professions', name: string, now: number): SQL => sql`
  INSERT INTO ${tables[directory]} (name, name_key, created_at)
  SELECT ${name}, ${nameKey(name)}, ${now} WHERE ${isNoAlias(directory, nameKey(name))}
  ON CONFLICT (name_key) DO NOTHING`;

export const organisationAdded = (name: string, now: number) => added('organisations', name, now);

export const professionAdded = (name: string, now: number) => added('professions', name, now);

/** What is already known of a venue is not overwritten: other sessions stand there too. */
export const venueAdded = (venue: VenueInput, now: number): SQL => sql`
  INSERT INTO venues (name, name_key, address, town, access, created_at)
  SELECT coalesce(v.name, ${venue.name}), coalesce(v.name_key, ${nameKey(venue.name)}),
    ${venue.address}, ${venue.town}, ${venue.access}, ${now}
  FROM (SELECT 1) LEFT JOIN venues v ON v.id = ${venueId(venue)} WHERE true
  ON CONFLICT (name_key) DO UPDATE SET
    address = coalesce(address, excluded.address),
    town = coalesce(town, excluded.town),
    access = coalesce(access, excluded.access)`;

/** For use inside the batch that added it. */
export const venueId = (venue: Pick<VenueInput, 'name'> | null): SQL =>
  venue ? entryId('venues', nameKey(venue.name)) : sql`NULL`;

export const findOrCreateOrganisation = (db: Database, name: string, now: number) =>
  findOrCreate(db, organisationAdded(name, now), 'organisations', name);

export const findOrCreateProfession = (db: Database, name: string, now: number) =>
  findOrCreate(db, professionAdded(name, now), 'professions', name);

export const findOrCreateVenue = (db: Database, venue: VenueInput, now: number) =>
  findOrCreate(db, venueAdded(venue, now), 'venues', venue.name);

async function findOrCreate(
  db: Database,
  adding: SQL,
  directory: Directory,
  name: string,
): Promise<number> {
  await select(db, adding);
  const found = sql`SELECT ${entryId(directory, nameKey(name))} AS id`;
  const [row] = await select<{ id: number | null }>(db, found);
  if (!row?.id) throw new Error('a directory entry vanished');
  return row.id;
}

/** Says of a typed name the entry's that it is an alias of; aliases are few and read once. */
export async function findCanonicalNames(db: Database, directory: Directory) {
  const aliases = await select<{ key: string; name: string }>(
    db,
    sql`SELECT a.name_key AS key, t.name FROM directory_aliases a
      JOIN ${tables[directory]} t ON t.id = a.target_id WHERE a.directory = ${directory}`,
  );
  const names = new Map(aliases.map(({ key, name }) => [key, name]));
  return <T extends string | null>(typed: T): T | string =>
    typed === null ? typed : (names.get(nameKey(typed)) ?? typed);
}
