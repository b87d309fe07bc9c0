/**
 * Contacts from a file: read twice, once to show what would come of it, once to do it. The second time
 * decides by itself what is new, so nothing depends on what the first has shown.
 */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, select, transact } from '../../db/client';
import { readCsv } from '../../lib/read-csv';
import { emailKey, nameKey } from '../../lib/text';
import { contactKey, mostContacts, PartnerInput, type Recording } from './contacts';
import { addressMac } from './unsubscribe';

/** Lines of one file: each costs an HMAC, twice. */
export const mostLines = 1000;

type Fault = 'email' | 'too_long' | 'twice';
export type FaultyLine = { line: number; text: string; reason: Fault };
export type ReadFile = {
  partners: (PartnerInput & { line: number })[];
  faulty: FaultyLine[];
  tooManyLines: boolean;
};

const columns = {
  email: [
    'email',
    'e mail',
    'mail',
    'courriel',
    'adresse',
    'adresse mail',
    'adresse email',
    'adresse e mail',
    'address',
  ],
  firstName: ['prenom', 'first name'],
  name: ['nom', 'name', 'last name', 'contact', 'nom prenom', 'prenom nom'],
  organisation: ['structure', 'organisation', 'organization', 'organisme', 'etablissement'],
  tags: ['etiquettes', 'etiquette', 'tags', 'tag', 'mots cles', 'categorie'],
} as const;
type ColumnName = keyof typeof columns;
const names = Object.keys(columns) as ColumnName[];
/** Of a file without headings. */
const usual: Partial<Record<ColumnName, number>> = { email: 0, name: 1, organisation: 2, tags: 3 };

function headings(cells: readonly string[]): Partial<Record<ColumnName, number>> | null {
  const keys = cells.map(nameKey);
  const found = names.flatMap((name) => {
    const index = keys.findIndex((key) => (columns[name] as readonly string[]).includes(key));
    return index < 0 ? [] : [[name, index] as const];
  });
  const places: Partial<Record<ColumnName, number>> = Object.fromEntries(found);
  return places.email === undefined ? null : places;
}

/** The partners of a file, each address once, and the lines that say none. */
export function readContacts(text: string, extraTags: readonly string[] = []): ReadFile {
  const rows = readCsv(text, mostLines + 2);
  const named = headings(rows[0]?.cells ?? []);
  const lines = named ? rows.slice(1) : rows;
  const places = named ?? usual;
  const seen = new Set<string>();
  const read: ReadFile = { partners: [], faulty: [], tooManyLines: lines.length > mostLines };
  for (const { line, cells } of lines.slice(0, mostLines)) {
    const cell = (name: ColumnName) => cells[places[name] ?? -1] ?? '';
    const parsed = v.safeParse(PartnerInput, {
      email: cell('email'),
      name: `${cell('firstName')} ${cell('name')}`,
      organisation: cell('organisation'),
      tags: [cell('tags'), ...extraTags].join(','),
    });
    const reason = parsed.success
      ? seen.has(emailKey(parsed.output.email)) && 'twice'
      : parsed.issues[0].path?.[0]?.key === 'email'
        ? 'email'
        : 'too_long';
    if (reason) read.faulty.push({ line, text: cells.join(' · ').slice(0, 120), reason });
    else if (parsed.success) {
      seen.add(emailKey(parsed.output.email));
      read.partners.push({ ...parsed.output, line });
    }
  }
  return read;
}

export type PreviewedPartner = PartnerInput & {
  line: number;
  standing: 'new' | 'known' | 'unsubscribed';
};

/** What importing them would do. */
export async function previewImport(
  db: Database,
  { partners }: Pick<ReadFile, 'partners'>,
  secret: string,
): Promise<PreviewedPartner[]> {
  const macs = await Promise.all(partners.map(({ email }) => addressMac(secret, email)));
  const asked = JSON.stringify(macs);
  const [known, unsubscribed] = await Promise.all([
    select<{ mac: string }>(
      db,
      sql`SELECT address_mac AS mac FROM contacts WHERE address_mac IN (SELECT value FROM json_each(${asked}))`,
    ),
    select<{ mac: string }>(
      db,
      sql`SELECT mac FROM suppressions WHERE mac IN (SELECT value FROM json_each(${asked}))`,
    ),
  ]);
  const [have, refuse] = [known, unsubscribed].map((rows) => new Set(rows.map(({ mac }) => mac)));
  return partners.map((partner, index) => {
    const mac = macs[index] ?? '';
    const standing = refuse?.has(mac) ? 'unsubscribed' : have?.has(mac) ? 'known' : 'new';
    return { ...partner, standing };
  });
}

/**
 * Adds those that are new; those that are known get the new tags and keep all else. Who unsubscribed
 * is not recorded again. full: the network's list would grow beyond what it may hold.
 */
export async function importContacts(
  db: Database,
  { partners, consentSource }: Pick<ReadFile, 'partners'> & { consentSource: string },
  { organisationId, now, secret }: Recording,
): Promise<{ ok: true } | { ok: false; reason: 'full' }> {
  const rows = await Promise.all(
    partners.map(async (partner) => {
      const { email, name, organisation, tags } = partner;
      const mac = await addressMac(secret, email);
      const [key, search] = [emailKey(email), contactKey(partner)];
      return { email, key, mac, name, organisation, search, tags };
    }),
  );
  const [room] = await transact(db, [
    sql`SELECT (SELECT count(*) FROM contacts) + (
        SELECT count(*) FROM json_each(${JSON.stringify(rows)}) j
        WHERE NOT EXISTS (SELECT 1 FROM contacts k WHERE k.email_key = j.value ->> '$.key')
      ) <= ${mostContacts} AS enough`,
    sql`INSERT INTO contacts (organisation_id, email, email_key, address_mac, name, organisation,
        search_key, tags, consent_source, created_at)
      SELECT ${organisationId}, j.value ->> '$.email', j.value ->> '$.key', j.value ->> '$.mac',
        j.value ->> '$.name', j.value ->> '$.organisation', j.value ->> '$.search',
        j.value -> '$.tags', ${consentSource}, ${now}
      FROM json_each(${JSON.stringify(rows)}) j
      WHERE NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.mac = j.value ->> '$.mac')
        AND (SELECT count(*) FROM contacts) + (
          SELECT count(*) FROM json_each(${JSON.stringify(rows)}) n
          WHERE NOT EXISTS (SELECT 1 FROM contacts k WHERE k.email_key = n.value ->> '$.key')
        ) <= ${mostContacts}
      ON CONFLICT (email_key) DO UPDATE SET tags = (
        SELECT json_group_array(value) FROM (
          SELECT value FROM json_each(contacts.tags) UNION SELECT value FROM json_each(excluded.tags))),
        version = contacts.version + 1`,
  ]);
  return room?.rows[0]?.enough ? { ok: true } : { ok: false, reason: 'full' };
}
