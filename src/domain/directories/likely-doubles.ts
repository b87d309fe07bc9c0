/**
 * Entries that may be one and the same, for a person to judge: the same words but for small ones and
 * endings, one name within the other, or some words shortened to their initials (« RPE Alès » and
 * « Relais Petite Enfance Alès »).
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { nameShape } from '../../lib/text';
import { tables } from '../catalogue/directories';
import type { Directory } from '../catalogue/schema';

type Named = { id: number; name: string };
export type Pair = [shorter: Named, longer: Named];

/** Names compared, and pairs shown: enough for one sitting. */
const mostNames = 500;
const mostPairs = 10;

export async function listLikelyDoubles(db: Database, directory: Directory): Promise<Pair[]> {
  const names = await select<Named>(
    db,
    sql`SELECT id, name FROM ${tables[directory]} ORDER BY name_key LIMIT ${mostNames}`,
  );
  return pairUp(names).slice(0, mostPairs);
}

/** Each name is cut into what another may be, and looked up: the work grows with the names, not with their pairs. */
export function pairUp(names: readonly Named[]): Pair[] {
  const byShape = Map.groupBy(names, ({ name }) => nameShape(name));
  const found = new Map<string, Pair>();
  for (const one of names)
    for (const shape of likenesses(nameShape(one.name)))
      for (const other of byShape.get(shape) ?? []) {
        if (other.id === one.id) continue;
        const key = [one.id, other.id].sort((a, b) => a - b).join(' ');
        if (!found.has(key)) found.set(key, [other, one]);
      }
  return [...found.values()];
}

/** Longest name that is cut up, in words, and shortest part that says enough, in letters. */
const longest = 12;
const shortest = 5;

function likenesses(shape: string): Set<string> {
  const words = shape.split(' ').slice(0, longest);
  const all = new Set(shape ? [shape] : []);
  for (let from = 0; from < words.length; from++)
    for (let to = from + 1; to <= words.length; to++) {
      const run = words.slice(from, to);
      if (run.join(' ').length >= shortest) all.add(run.join(' '));
      if (run.length < 2) continue;
      const initials = run.map((word) => word[0]).join('');
      all.add([...words.slice(0, from), initials, ...words.slice(to)].join(' '));
    }
  return all;
}
