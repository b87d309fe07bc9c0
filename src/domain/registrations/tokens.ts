/**
 * The link of a registration: its id and an HMAC over the id and its holder's version, so that no
 * token is stored, and handing a seat over ends the old link.
 */
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { emailKey } from '../../lib/text';
import { sameText, sign } from '../../lib/tokens';
import { type Registration, registrations } from './schema';

export async function registrationToken(
  secret: string,
  registration: { id: number; holderVersion: number },
): Promise<string> {
  const mac = await sign(secret, `registration:${registration.id}:${registration.holderVersion}`);
  return `${registration.id.toString(36)}-${mac}`;
}

/** The registration of a link, or null: unknown, forged, and ended by a hand-over look the same. */
export async function findByToken(
  db: Database,
  secret: string,
  token: string,
): Promise<Registration | null> {
  const registration = await findById(db, token);
  if (!registration) return null;
  return sameText(token, await registrationToken(secret, registration)) ? registration : null;
}

/** Whether a link is the one that just ended when the registration went over to this address. */
export async function isHandedOverTo(
  db: Database,
  secret: string,
  { token, email }: { token: string; email: string },
): Promise<boolean> {
  const registration = await findById(db, token);
  if (!registration || registration.emailKey !== emailKey(email)) return false;
  const former = { id: registration.id, holderVersion: registration.holderVersion - 1 };
  return sameText(token, await registrationToken(secret, former));
}

/** The registration that a link speaks of; whether the link is true is for the caller to check. */
async function findById(db: Database, token: string): Promise<Registration | null> {
  const match = /^([0-9a-z]{1,10})-([A-Za-z0-9_-]{24})$/.exec(token);
  if (!match?.[1]) return null;
  const id = Number.parseInt(match[1], 36);
  const [registration] = await db.select().from(registrations).where(eq(registrations.id, id));
  return registration ?? null;
}
