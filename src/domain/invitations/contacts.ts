/** The list of partners: read by page, one added. */
import { type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, select } from '../../db/client';
import { hasWords } from '../../db/search';
import { emailKey, nameKey } from '../../lib/text';
import { type Asked, makeOnce } from '../forms/make-once';
import { emailField, line } from '../registrations/inputs';
import { addressMac } from './unsubscribe';

/** Of the whole network: what a search may look through. */
export const mostContacts = 5000;
export const contactsAPage = 50;

/** « crèche, RPE » as tags: lower case, each once. */
export const tagsField = v.pipe(
  v.string(),
  v.transform((text) => [
    ...new Set(
      text
        .split(/[,;|\n]/)
        .map((tag) =>
          tag
            .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
            .trim()
            .toLowerCase(),
        )
        .filter(Boolean),
    ),
  ]),
  v.maxLength(12),
  v.everyItem((tag) => tag.length <= 40),
);
export const consentField = v.pipe(line(200), v.nonEmpty());

/** One partner, without the source of consent: what a line of a file says. */
export const PartnerInput = v.object({
  email: emailField,
  name: line(120),
  organisation: line(160),
  tags: tagsField,
});
export type PartnerInput = v.InferOutput<typeof PartnerInput>;
export const ContactInput = v.object({ ...PartnerInput.entries, consentSource: consentField });
export type ContactInput = v.InferOutput<typeof ContactInput>;

/** What a search for a contact looks in. */
export const contactKey = ({ email, name, organisation }: PartnerInput) =>
  nameKey(`${email} ${name} ${organisation}`);

export type ListedContact = {
  id: number;
  organisationId: number | null;
  email: string;
  name: string;
  organisation: string;
  tags: string[];
  consentSource: string;
  unsubscribed: boolean;
};
export type ContactQuery = { search: string; tag: string; after: number };

/** A page in the order in which they came, and the cursor of the next. */
export async function listContacts(
  db: Database,
  { search, tag, after }: ContactQuery,
): Promise<{ contacts: ListedContact[]; next: number | null }> {
  const found = search ? hasWords(sql`c.search_key`, search) : sql`1`;
  const rows = await select<
    Omit<ListedContact, 'tags' | 'unsubscribed'> & { tags: string; unsubscribed: number }
  >(
    db,
    sql`SELECT c.id, c.organisation_id AS organisationId, c.email, c.name, c.organisation, c.tags,
        c.consent_source AS consentSource,
        EXISTS (SELECT 1 FROM suppressions s WHERE s.mac = c.address_mac) AS unsubscribed
      FROM contacts c WHERE c.id > ${after} AND ${found} AND ${tagged(tag ? [tag] : [])}
      ORDER BY c.id LIMIT ${contactsAPage + 1}`,
  );
  const page = rows.slice(0, contactsAPage).map((row) => ({
    ...row,
    tags: JSON.parse(row.tags) as string[],
    unsubscribed: row.unsubscribed === 1,
  }));
  return { contacts: page, next: rows.length > contactsAPage ? (page.at(-1)?.id ?? null) : null };
}

/** Contacts c that have one of the tags; all of them when none is asked for. */
export const tagged = (tags: readonly string[]): SQL =>
  tags.length === 0
    ? sql`1`
    : sql`EXISTS (SELECT 1 FROM json_each(c.tags) t
        WHERE t.value IN (SELECT value FROM json_each(${JSON.stringify(tags)})))`;

export const notSuppressed = sql`NOT EXISTS (SELECT 1 FROM suppressions s WHERE s.mac = c.address_mac)`;

export type TagCount = { tag: string; n: number };

/** Every tag with how many may be written to. */
export const listTags = (db: Database): Promise<TagCount[]> =>
  select<TagCount>(
    db,
    sql`SELECT t.value AS tag, count(*) AS n FROM contacts c, json_each(c.tags) t
      WHERE ${notSuppressed} GROUP BY t.value ORDER BY t.value LIMIT 200`,
  );

/** How many an invitation would reach: who unsubscribed is not counted. */
export async function countRecipients(db: Database, tags: readonly string[]): Promise<number> {
  const [row] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM contacts c WHERE ${tagged(tags)} AND ${notSuppressed}`,
  );
  return row?.n ?? 0;
}

export type Recording = Asked & { organisationId: number | null; now: number; secret: string };
export type AddOutcome = { ok: true } | { ok: false; reason: 'known' | 'unsubscribed' | 'full' };

export async function addContact(
  db: Database,
  input: ContactInput,
  { organisationId, now, secret, formKey }: Recording,
): Promise<AddOutcome> {
  const mac = await addressMac(secret, input.email);
  const key = emailKey(input.email);
  const made = {
    table: sql`contacts`,
    id: sql`(SELECT id FROM contacts WHERE email_key = ${key} AND created_at = ${now})`,
  };
  const { repeated, outcomes } = await makeOnce(db, { formKey }, made, [
    sql`INSERT INTO contacts (organisation_id, email, email_key, address_mac, name, organisation,
        search_key, tags, consent_source, created_at)
      SELECT ${organisationId}, ${input.email}, ${key}, ${mac}, ${input.name}, ${input.organisation},
        ${contactKey(input)}, ${JSON.stringify(input.tags)}, ${input.consentSource}, ${now}
      WHERE NOT EXISTS (SELECT 1 FROM suppressions WHERE mac = ${mac})
        AND (SELECT count(*) FROM contacts) < ${mostContacts}
      ON CONFLICT (email_key) DO NOTHING`,
    sql`SELECT EXISTS (SELECT 1 FROM suppressions WHERE mac = ${mac}) AS unsubscribed,
        EXISTS (SELECT 1 FROM contacts WHERE email_key = ${key}) AS known`,
  ]);
  const [added, why] = outcomes;
  if (repeated || added?.changes) return { ok: true };
  if (why?.rows[0]?.unsubscribed) return { ok: false, reason: 'unsubscribed' };
  return { ok: false, reason: why?.rows[0]?.known ? 'known' : 'full' };
}
