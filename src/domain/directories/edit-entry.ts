/**
 * Correcting an entry. A name that it had stays its alias: what people typed is counted as before.
 * A corrected address is shown wherever the venue is, and announced to nobody.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import type { By } from '../catalogue/by';
import { tables } from '../catalogue/directories';
import type { Directory } from '../catalogue/schema';
import { findEntry, findEntryByName, stateOf } from './list-entries';

const line = (most: number) => v.optional(v.pipe(v.string(), v.trim(), v.maxLength(most)), '');

export const EntryChange = v.object({
  name: v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200),
    v.check((name) => nameKey(name) !== ''),
  ),
  kind: line(120),
  address: line(300),
  town: line(120),
  access: line(1000),
});
export type EntryChange = v.InferOutput<typeof EntryChange>;

export type EditOutcome = { ok: true } | { ok: false; reason: 'stale' | 'taken' };

/** @param change.state the entry's, as it was shown */
export async function editEntry(
  db: Database,
  directory: Directory,
  { id, state, input }: { id: number; state: string; input: EntryChange },
  { now, actor }: By,
): Promise<EditOutcome> {
  const key = nameKey(input.name);
  const own = sql`(SELECT t.id FROM ${tables[directory]} t
    WHERE t.id = ${id} AND ${stateOf(directory)} = ${state}
      AND NOT EXISTS (SELECT 1 FROM ${tables[directory]} o WHERE o.name_key = ${key} AND o.id <> ${id})
      AND NOT EXISTS (SELECT 1 FROM directory_aliases
        WHERE directory = ${directory} AND name_key = ${key} AND target_id <> ${id}))`;
  const outcomes = await transact(db, [
    sql`INSERT INTO history (at, actor, event, detail)
      SELECT ${now}, ${actor}, 'directory_entry_changed',
        json_object('directory', ${directory}, 'entry', ${id}, 'before', name, 'after', ${input.name})
      FROM ${tables[directory]} WHERE id = ${own}`,
    sql`DELETE FROM directory_aliases WHERE directory = ${directory} AND name_key = ${key}
      AND target_id = ${own}`,
    sql`INSERT INTO directory_aliases (directory, name_key, target_id)
      SELECT ${directory}, name_key, id FROM ${tables[directory]}
      WHERE id = ${own} AND name_key <> ${key}`,
    sql`UPDATE ${tables[directory]} SET name = ${input.name}, name_key = ${key}${details(directory, input)}
      WHERE id = ${own} RETURNING id`,
  ]);
  if (outcomes.at(-1)?.rows[0]) return { ok: true };
  const [entry, other] = await Promise.all([
    findEntry(db, directory, id),
    findEntryByName(db, directory, input.name),
  ]);
  const isTaken = entry?.state === state && other !== null && other.id !== id;
  return { ok: false, reason: isTaken ? 'taken' : 'stale' };
}

function details(directory: Directory, { kind, address, town, access }: EntryChange): SQL {
  if (directory === 'organisations') return sql`, kind = ${kind || null}`;
  if (directory === 'professions') return sql``;
  return sql`, address = ${address || null}, town = ${town || null}, access = ${access || null}`;
}
