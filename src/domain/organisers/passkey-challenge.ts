/**
 * The challenge that a passkey signs: a nonce and an expiry under our signature, so that only those
 * that are answered are stored (spent_challenges), and asking for many fills nothing.
 */
import { type SQL, sql } from 'drizzle-orm';
import { minute } from '../../lib/dates';
import { newToken, sameText, sign } from '../../lib/tokens';

export const challengeLifetime = 5 * minute;

/** What an answer to it may do; one made for another purpose or account is refused. */
export type Purpose = 'login' | `add:${number}`;
export type Challenge = { nonce: string; expiresAt: number };

const mac = (secret: string, purpose: Purpose, { nonce, expiresAt }: Challenge) =>
  sign(secret, `passkey:${purpose}:${nonce}:${expiresAt}`);

export async function newChallenge(secret: string, purpose: Purpose, now: number): Promise<string> {
  const challenge = { nonce: newToken(), expiresAt: now + challengeLifetime };
  const { nonce, expiresAt } = challenge;
  return `${nonce}.${expiresAt}.${await mac(secret, purpose, challenge)}`;
}

/** The challenge in what the passkey signed; null when it is not ours, not for this, or expired. */
export async function readChallenge(
  text: string,
  { secret, purpose, now }: { secret: string; purpose: Purpose; now: number },
): Promise<Challenge | null> {
  const [, nonce, expiry, given] = /^([\w-]{22})\.(\d{1,15})\.([\w-]{24})$/.exec(text) ?? [];
  if (!nonce || !expiry || !given) return null;
  const challenge = { nonce, expiresAt: Number(expiry) };
  if (!sameText(given, await mac(secret, purpose, challenge))) return null;
  return challenge.expiresAt > now ? challenge : null;
}

/** True while nobody has answered the challenge: the condition of what the answer does. */
export const isUnspent = ({ nonce }: Challenge): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM spent_challenges WHERE nonce = ${nonce})`;

/** Spends it, after what it allowed and in the same batch; those that have expired go. */
export const spent = ({ nonce, expiresAt }: Challenge, now: number): SQL[] => [
  sql`INSERT INTO spent_challenges (nonce, expires_at) VALUES (${nonce}, ${expiresAt})
      ON CONFLICT (nonce) DO NOTHING`,
  sql`DELETE FROM spent_challenges WHERE expires_at <= ${now}`,
];
