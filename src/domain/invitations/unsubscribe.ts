/**
 * Unsubscribing by the link of an invitation. The address is known by an HMAC only: it is not in the
 * link, and that it wants no mail holds after its contact is deleted, and when it is imported again.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { emailKey } from '../../lib/text';
import { sameText, sign } from '../../lib/tokens';

export const addressMac = (secret: string, email: string) =>
  sign(secret, `contact:${emailKey(email)}`);

export type Unsubscription = { mac: string; mailing: number };
const macLength = 24;

export const unsubscribeToken = async (secret: string, { mac, mailing }: Unsubscription) =>
  `${mac}${await sign(secret, `unsubscribe:${mac}:${mailing}`)}${mailing.toString(36)}`;

/** What a link stands for; null for one that is forged or cut. */
export async function readUnsubscribeToken(
  secret: string,
  token: string,
): Promise<Unsubscription | null> {
  if (!/^[\w-]{48}[0-9a-z]{1,10}$/.test(token)) return null;
  const mailing = Number.parseInt(token.slice(2 * macLength), 36);
  const unsubscription = { mac: token.slice(0, macLength), mailing };
  const isOurs = sameText(token, await unsubscribeToken(secret, unsubscription));
  return isOurs ? unsubscription : null;
}

/** For good, and the same however often; triggers withdraw what waits in the outbox. */
export async function unsubscribe(
  db: Database,
  { mac, mailing }: Unsubscription,
  now: number,
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO suppressions (mac, mailing_id, at)
      VALUES (${mac}, (SELECT id FROM mailings WHERE id = ${mailing}), ${now})
      ON CONFLICT (mac) DO NOTHING`,
  ]);
}

export async function isUnsubscribed(db: Database, mac: string): Promise<boolean> {
  const rows = await select(db, sql`SELECT 1 FROM suppressions WHERE mac = ${mac}`);
  return rows.length > 0;
}
