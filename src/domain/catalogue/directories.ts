/**
 * The directories that people choose from and add to: organisations, venues, professions. One entry
 * a name, however it is typed (lib/text.ts, nameKey); the first spelling stays.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { VenueInput } from './inputs';

export const organisationAdded = (name: string, now: number): SQL => sql`
  INSERT INTO organisations (name, name_key, created_at)
  VALUES (${name}, ${nameKey(name)}, ${now}) ON CONFLICT (name_key) DO NOTHING`;

export const professionAdded = (name: string, now: number): SQL => sql`
  INSERT INTO professions (name, name_key, created_at)
  VALUES (${name}, ${nameKey(name)}, ${now}) ON CONFLICT (name_key) DO NOTHING`;

/** What is already known of a venue is not overwritten: other sessions stand there too. */
export const venueAdded = (venue: VenueInput, now: number): SQL => sql`
  INSERT INTO venues (name, name_key, address, town, access, created_at)
  VALUES (${venue.name}, ${nameKey(venue.name)}, ${venue.address}, ${venue.town}, ${venue.access}, ${now})
  ON CONFLICT (name_key) DO UPDATE SET
    address = coalesce(address, excluded.address),
    town = coalesce(town, excluded.town),
    access = coalesce(access, excluded.access)`;

/** For use inside the batch that added it. */
export const venueId = (venue: VenueInput | null): SQL =>
  venue ? sql`(SELECT id FROM venues WHERE name_key = ${nameKey(venue.name)})` : sql`NULL`;

export const findOrCreateOrganisation = (db: Database, name: string, now: number) =>
  findOrCreate(db, organisationAdded(name, now), sql`organisations`, name);

export const findOrCreateProfession = (db: Database, name: string, now: number) =>
  findOrCreate(db, professionAdded(name, now), sql`professions`, name);

export const findOrCreateVenue = (db: Database, venue: VenueInput, now: number) =>
  findOrCreate(db, venueAdded(venue, now), sql`venues`, venue.name);

async function findOrCreate(db: Database, added: SQL, table: SQL, name: string): Promise<number> {
  await select(db, added);
  const found = sql`SELECT id FROM ${table} WHERE name_key = ${nameKey(name)}`;
  const [row] = await select<{ id: number }>(db, found);
  if (!row) throw new Error('a directory entry vanished');
  return row.id;
}
