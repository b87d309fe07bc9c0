/** What stands in a directory: searched by name, page by page, each entry with how often it is used. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { hasWords } from '../../db/search';
import { nameKey } from '../../lib/text';
import { entryId, tables } from '../catalogue/directories';
import type { Directory } from '../catalogue/schema';

export type Entry = {
  id: number;
  name: string;
  /** Of an organisation. */
  kind: string | null;
  /** Of a venue. */
  address: string | null;
  town: string | null;
  access: string | null;
  /** All that can be changed, as it was read: a change tells by it whether somebody was faster. */
  state: string;
  uses: Uses;
};

/** Counted up to `mostUses`; null for what this directory is not used by. */
export const useKinds = [
  'actions',
  'accounts',
  'sessions',
  'meetings',
  'handouts',
  'loans',
  'contacts',
  'logos',
  'signatures',
] as const;
export type UseKind = (typeof useKinds)[number];
export type Uses = Record<UseKind, number | null>;

export const mostUses = 100;
const pageSize = 30;

type Row = Omit<Entry, 'uses'> & Uses & { key: string };

const empty = sql`NULL`;
const fields: Record<Directory, Record<'kind' | 'address' | 'town' | 'access', SQL>> = {
  organisations: { kind: sql`t.kind`, address: empty, town: empty, access: empty },
  professions: { kind: empty, address: empty, town: empty, access: empty },
  venues: { kind: empty, address: sql`t.address`, town: sql`t.town`, access: sql`t.access` },
};

/** What an entry of the alias `t` is now, as one text. */
export const stateOf = (directory: Directory): SQL => {
  const { kind, address, town, access } = fields[directory];
  return sql`json_array(t.name, ${kind}, ${address}, ${town}, ${access})`;
};

const counted = (from: SQL): SQL =>
  sql`(SELECT count(*) FROM (SELECT 1 FROM ${from} LIMIT ${mostUses}))`;

const byOrganisation = (table: string): SQL =>
  counted(sql`${sql.identifier(table)} WHERE organisation_id = t.id`);

const uses: Record<Directory, Partial<Record<UseKind, SQL>>> = {
  organisations: {
    actions: byOrganisation('action_carriers'),
    accounts: byOrganisation('accounts'),
    meetings: byOrganisation('meetings'),
    handouts: byOrganisation('handouts'),
    loans: byOrganisation('loans'),
    contacts: byOrganisation('contacts'),
    logos: byOrganisation('logos'),
    signatures: counted(sql`signatures WHERE organisation_id = t.id AND ended_at IS NULL`),
  },
  professions: {},
  venues: { sessions: counted(sql`sessions WHERE venue_id = t.id`) },
};

function read(db: Database, directory: Directory, rest: SQL): Promise<Row[]> {
  const { kind, address, town, access } = fields[directory];
  const used = useKinds.map(
    (kind) => sql`, ${uses[directory][kind] ?? empty} AS ${sql.identifier(kind)}`,
  );
  return select<Row>(
    db,
    sql`SELECT t.id, t.name, t.name_key AS key, ${kind} AS kind, ${address} AS address,
        ${town} AS town, ${access} AS access, ${stateOf(directory)} AS state
        ${sql.join(used)}
      FROM ${tables[directory]} t ${rest}`,
  );
}

const entryOf = ({ id, name, kind, address, town, access, state, ...row }: Row): Entry => ({
  ...{ id, name, kind, address, town, access, state },
  uses: Object.fromEntries(useKinds.map((use) => [use, row[use]])) as Uses,
});

/** @param page.after the key that the page before ended with; next is that of the next page */
export async function listEntries(
  db: Database,
  directory: Directory,
  { search = '', after = '' }: { search?: string; after?: string } = {},
): Promise<{ entries: Entry[]; next: string | null }> {
  const found = search ? hasWords(sql`t.name_key`, search) : sql`1`;
  const rows = await read(
    db,
    directory,
    sql`WHERE t.name_key > ${after} AND ${found}
      ORDER BY t.name_key LIMIT ${pageSize + 1}`,
  );
  const shown = rows.slice(0, pageSize);
  const next = rows.length > pageSize ? (shown.at(-1)?.key ?? null) : null;
  return { entries: shown.map(entryOf), next };
}

export async function findEntry(
  db: Database,
  directory: Directory,
  id: number,
): Promise<Entry | null> {
  const [row] = await read(db, directory, sql`WHERE t.id = ${id}`);
  return row ? entryOf(row) : null;
}

/** By its name as people type it, or by one that it had. */
export async function findEntryByName(
  db: Database,
  directory: Directory,
  name: string,
): Promise<Entry | null> {
  const rest = sql`WHERE t.id = ${entryId(directory, nameKey(name))}`;
  const [row] = await read(db, directory, rest);
  return row ? entryOf(row) : null;
}
