/**
 * One contact: corrected and erased. Who has unsubscribed stays so: it is known by the address, holds when
 * the contact is erased and imported again, and follows a person whose address is corrected.
 */
import { eq, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { emailKey } from '../../lib/text';
import { type ContactInput, contactKey } from './contacts';
import { type Contact, contacts } from './schema';
import { addressMac, isUnsubscribed } from './unsubscribe';

export type ContactView = Contact & { unsubscribed: boolean };

export async function findContact(db: Database, id: number): Promise<ContactView | null> {
  const [contact] = await db.select().from(contacts).where(eq(contacts.id, id));
  if (!contact) return null;
  return { ...contact, unsubscribed: await isUnsubscribed(db, contact.addressMac) };
}

export type EditContactOutcome =
  | { ok: true }
  | { ok: false; reason: 'stale' | 'known' | 'unsubscribed' };

/**
 * @param version the one that was looked at
 * Refuses the address of another contact, and one that wants no more invitations.
 */
export async function editContact(
  db: Database,
  { id, version, input }: { id: number; version: number; input: ContactInput },
  { now, secret }: { now: number; secret: string },
): Promise<EditContactOutcome> {
  const mac = await addressMac(secret, input.email);
  const key = emailKey(input.email);
  const taken = sql`EXISTS (SELECT 1 FROM contacts WHERE email_key = ${key} AND id <> ${id})`;
  // Of one who has unsubscribed, any address may be put right: they stay so.
  const refused = sql`EXISTS (SELECT 1 FROM suppressions WHERE mac = ${mac}) AND NOT EXISTS (
    SELECT 1 FROM contacts c JOIN suppressions s ON s.mac = c.address_mac WHERE c.id = ${id})`;
  const held = sql`id = ${id} AND version = ${version} AND NOT ${taken} AND NOT (${refused})`;
  const [why, , edited] = await transact(db, [
    sql`SELECT ${taken} AS taken, ${refused} AS refused`,
    sql`INSERT INTO suppressions (mac, mailing_id, at)
      SELECT ${mac}, s.mailing_id, ${now} FROM contacts c JOIN suppressions s ON s.mac = c.address_mac
      WHERE c.id = (SELECT id FROM contacts WHERE ${held})
      ON CONFLICT (mac) DO NOTHING`,
    sql`UPDATE contacts SET email = ${input.email}, email_key = ${key}, address_mac = ${mac},
        name = ${input.name}, organisation = ${input.organisation}, search_key = ${contactKey(input)},
        tags = ${JSON.stringify(input.tags)}, consent_source = ${input.consentSource},
        version = version + 1
      WHERE ${held}`,
  ]);
  if (edited?.changes) return { ok: true };
  if (why?.rows[0]?.taken) return { ok: false, reason: 'known' };
  return { ok: false, reason: why?.rows[0]?.refused ? 'unsubscribed' : 'stale' };
}

/** Erases it, with what waits for it; what went out stays in the mail log. Repeating it changes nothing. */
export async function eraseContact(db: Database, id: number): Promise<void> {
  await transact(db, [
    sql`UPDATE outbox SET state = 'superseded'
      WHERE kind = 'partner_invitation' AND state IN ('queued', 'failed')
        AND json_extract(facts, '$.mac') = (SELECT address_mac FROM contacts WHERE id = ${id})`,
    sql`DELETE FROM contacts WHERE id = ${id}`,
  ]);
}
