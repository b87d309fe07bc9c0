/**
 * Merging two entries of a directory that are one and the same. What pointed to the one that goes
 * points to the one that stays, and its names become aliases: what people typed, or type one day,
 * counts as the other. Registrations keep what was typed, so that the seats of an organisation in a
 * session that is open are counted as they were.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import type { By } from '../catalogue/by';
import { tables } from '../catalogue/directories';
import type { Directory } from '../catalogue/schema';
import { ended, unborneGone } from '../printing/signatures';
import { findEntryByName } from './list-entries';

/** An entry as it was shown. */
type Shown = { id: number; name: string };
export type MergeOutcome = { ok: true } | { ok: false; reason: 'stale' | 'same' };

export async function mergeEntries(
  db: Database,
  directory: Directory,
  { gone, kept }: { gone: Shown; kept: Shown },
  by: By,
): Promise<MergeOutcome> {
  const { now, actor } = by;
  if (gone.id === kept.id) return { ok: false, reason: 'same' };
  const table = tables[directory];
  // Null when either has another name by now, or is gone: no statement then finds anything.
  const from = sql`(SELECT a.id FROM ${table} a, ${table} b WHERE a.id = ${gone.id}
    AND a.name = ${gone.name} AND b.id = ${kept.id} AND b.name = ${kept.name})`;
  const outcomes = await transact(db, [
    ...referencesMoved(directory, { from, to: kept.id }, by),
    ...(directory === 'venues' ? [venueCompleted(from, kept.id)] : []),
    sql`UPDATE directory_aliases SET target_id = ${kept.id}
      WHERE directory = ${directory} AND target_id = ${from}`,
    sql`INSERT INTO directory_aliases (directory, name_key, target_id)
      SELECT ${directory}, name_key, ${kept.id} FROM ${table} WHERE id = ${from}`,
    sql`INSERT INTO history (at, actor, event, detail)
      SELECT ${now}, ${actor}, 'directory_entries_merged', json_object('directory', ${directory},
        'gone', ${gone.id}, 'goneName', ${gone.name}, 'kept', ${kept.id}, 'keptName', ${kept.name})
      WHERE ${from} IS NOT NULL`,
    sql`DELETE FROM ${table} WHERE id = ${from} RETURNING id`,
  ]);
  if (outcomes.at(-1)?.rows[0]) return { ok: true };
  // Sent twice: the name already stands for the other.
  const standsFor = await findEntryByName(db, directory, gone.name);
  return standsFor?.id === kept.id ? { ok: true } : { ok: false, reason: 'stale' };
}

/** Tables whose rows go with their organisation as they are; a test compares with the database. */
export const ofAnOrganisation = ['accounts', 'meetings', 'handouts', 'loans', 'contacts'] as const;

function referencesMoved(
  directory: Directory,
  { from, to }: { from: SQL; to: number },
  by: By,
): SQL[] {
  if (directory === 'professions') return [];
  if (directory === 'venues')
    return [sql`UPDATE sessions SET venue_id = ${to} WHERE venue_id = ${from}`];
  return [
    // Carried by both: the one that stays takes the better place.
    sql`UPDATE action_carriers AS c SET position = min(c.position, other.position)
      FROM action_carriers AS other WHERE c.organisation_id = ${to}
        AND other.action_id = c.action_id AND other.organisation_id = ${from}`,
    sql`INSERT INTO action_carriers (action_id, organisation_id, position)
      SELECT action_id, ${to}, position FROM action_carriers WHERE organisation_id = ${from}
      ON CONFLICT DO NOTHING`,
    sql`DELETE FROM action_carriers WHERE organisation_id = ${from}`,
    ...ofAnOrganisation.map(
      (table) =>
        sql`UPDATE ${sql.identifier(table)} SET organisation_id = ${to} WHERE organisation_id = ${from}`,
    ),
    // A carrier has one logo: that of the one that stays, or else the other's.
    sql`DELETE FROM logos WHERE organisation_id = ${from}
      AND EXISTS (SELECT 1 FROM logos WHERE organisation_id = ${to})`,
    sql`UPDATE logos SET organisation_id = ${to} WHERE organisation_id = ${from}`,
    // So does who signs for it; certificates keep the signature that they bear.
    ...ended(
      sql`organisation_id = ${from} AND ended_at IS NULL AND EXISTS (
        SELECT 1 FROM signatures WHERE organisation_id = ${to} AND ended_at IS NULL)`,
      by,
    ),
    sql`UPDATE signatures SET organisation_id = ${to} WHERE organisation_id = ${from}`,
    ...unborneGone,
    sql`UPDATE organisations SET kind = coalesce(kind,
      (SELECT kind FROM organisations WHERE id = ${from})) WHERE id = ${to}`,
  ];
}

/** What only the other one knew is kept. */
const venueCompleted = (from: SQL, to: number): SQL => sql`
  UPDATE venues AS kept SET address = coalesce(kept.address, gone.address),
    town = coalesce(kept.town, gone.town), access = coalesce(kept.access, gone.access)
  FROM venues AS gone WHERE kept.id = ${to} AND gone.id = ${from}`;
