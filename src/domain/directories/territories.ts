/**
 * The territories that reports count by: towns grouped as the network's funders do (an intercommunality,
 * a district). A town is what venues say of themselves; one without a territory counts by itself.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { By } from '../catalogue/by';

export type Town = { key: string; name: string; venues: number; territory: string };

/** The towns of the venues, each spelling once: that of most of them. */
export async function listTowns(db: Database): Promise<Town[]> {
  const [rows, territories] = await Promise.all([
    select<{ name: string; venues: number }>(
      db,
      sql`SELECT town AS name, count(*) AS venues FROM venues WHERE town IS NOT NULL
        GROUP BY town ORDER BY venues DESC, town`,
    ),
    findTerritories(db),
  ]);
  const towns = new Map<string, Town>();
  for (const { name, venues } of rows) {
    const key = nameKey(name);
    if (!key) continue;
    const there = towns.get(key);
    if (there) there.venues += venues;
    else towns.set(key, { key, name, venues, territory: territories.get(key) ?? '' });
  }
  return [...towns.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** By the key of the town. */
export async function findTerritories(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await select<{ key: string; territory: string }>(
    db,
    sql`SELECT town_key AS key, territory FROM town_territories`,
  );
  return new Map(rows.map(({ key, territory }) => [key, territory]));
}

/** was: what stood there when it was looked at; an empty territory is none. */
export type TerritoryChange = { key: string; was: string; territory: string };

/** @returns the towns that somebody else has changed meanwhile: they are left as they are */
export async function saveTerritories(
  db: Database,
  changes: readonly TerritoryChange[],
  { now, actor }: By,
): Promise<string[]> {
  const wanted = changes.filter(({ was, territory }) => was !== territory);
  if (!wanted.length) return [];
  const asked = sql`(SELECT value ->> 'key' AS key, value ->> 'was' AS was,
    value ->> 'territory' AS territory FROM json_each(${JSON.stringify(wanted)}))`;
  const outcomes = await transact(db, [
    sql`INSERT INTO history (at, actor, event, detail)
      SELECT ${now}, ${actor}, 'territories_changed', json_object('towns', count(*))
      FROM ${asked} a LEFT JOIN town_territories t ON t.town_key = a.key
      WHERE coalesce(t.territory, '') = a.was HAVING count(*) > 0`,
    sql`DELETE FROM town_territories WHERE EXISTS (SELECT 1 FROM ${asked} a
      WHERE a.key = town_key AND a.was = town_territories.territory AND a.territory = '')`,
    sql`INSERT INTO town_territories (town_key, territory)
      SELECT a.key, a.territory FROM ${asked} a LEFT JOIN town_territories t ON t.town_key = a.key
      WHERE a.territory <> '' AND coalesce(t.territory, '') = a.was
      ON CONFLICT (town_key) DO UPDATE SET territory = excluded.territory`,
    sql`SELECT a.key FROM ${asked} a LEFT JOIN town_territories t ON t.town_key = a.key
      WHERE coalesce(t.territory, '') <> a.territory`,
  ]);
  return (outcomes.at(-1)?.rows ?? []).map(({ key }) => String(key));
}
