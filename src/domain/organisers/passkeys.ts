/** The passkeys of an account: added, named, removed, and what signs in with one. */
import { and, asc, eq, getTableColumns, isNull, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { loginLifetime, loginMac } from './login-link';
import {
  type Assertion,
  type Attestation,
  checkAssertion,
  checkAttestation,
  creationOptions,
  type Place,
  requestOptions,
} from './passkey-ceremony';
import { isUnspent, newChallenge, spent } from './passkey-challenge';
import { type Account, accounts, type Passkey, passkeys } from './schema';

/** Phones and computers of one person, with room to spare. */
export const passkeysAtMost = 20;

export const PasskeyName = v.object({
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(60)),
});

type Site = { place: Place; secret: string };

export const listPasskeys = (db: Database, accountId: number): Promise<Passkey[]> =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.accountId, accountId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id));

/** What to ask the browser for, to add one; refused before a device keeps what we would not take. */
export async function offerPasskey(
  db: Database,
  account: Account,
  { place, secret, now }: Site & { now: number },
) {
  const known = await listPasskeys(db, account.id);
  if (known.length >= passkeysAtMost) return { ok: false, reason: 'too_many' } as const;
  const challenge = await newChallenge(secret, `add:${account.id}`, now);
  return {
    ok: true,
    options: await creationOptions(place, account, { challenge, known }),
  } as const;
}

/** Keeps the passkey that the browser made. A challenge adds one, once. */
export async function addPasskey(
  db: Database,
  accountId: number,
  made: { response: Attestation; name: string },
  { place, secret, now, actor }: Site & By,
): Promise<{ ok: true } | { ok: false; reason: 'passkey_not_valid' }> {
  const expected = { place, secret, now, purpose: `add:${accountId}` } as const;
  const checked = await checkAttestation(made.response, expected);
  if (!checked) return { ok: false, reason: 'passkey_not_valid' };
  const { challenge, credentialId, publicKey, signCount } = checked;
  const held = sql`${isUnspent(challenge)}
    AND NOT EXISTS (SELECT 1 FROM passkeys WHERE credential_id = ${credentialId})
    AND (SELECT count(*) FROM passkeys WHERE account_id = ${accountId}) < ${passkeysAtMost}`;
  const [, added] = await transact(db, [
    sql`INSERT INTO history (at, actor, event, detail)
        SELECT ${now}, ${actor}, 'passkey_added', ${JSON.stringify({ account: accountId })}
        WHERE ${held}`,
    sql`INSERT INTO passkeys (account_id, credential_id, public_key, sign_count, name, created_at)
        SELECT ${accountId}, ${credentialId}, ${publicKey}, ${signCount}, ${made.name}, ${now}
        WHERE ${held}
        RETURNING id`,
    ...spent(challenge, now),
  ]);
  return added?.rows[0] ? { ok: true } : { ok: false, reason: 'passkey_not_valid' };
}

/** Names one of this account's; another account's is left alone. */
export async function renamePasskey(
  db: Database,
  accountId: number,
  id: number,
  { name }: v.InferOutput<typeof PasskeyName>,
): Promise<void> {
  await db
    .update(passkeys)
    .set({ name })
    .where(and(eq(passkeys.id, id), eq(passkeys.accountId, accountId)));
}

/** Removes one of this account's; it opens nothing any more. */
export async function removePasskey(
  db: Database,
  accountId: number,
  id: number,
  { now, actor }: By,
): Promise<void> {
  const held = sql`id = ${id} AND account_id = ${accountId}`;
  await transact(db, [
    sql`INSERT INTO history (at, actor, event, detail)
        SELECT ${now}, ${actor}, 'passkey_removed', json_object('account', account_id)
        FROM passkeys WHERE ${held}`,
    sql`DELETE FROM passkeys WHERE ${held}`,
  ]);
}

/** What to ask a browser for, to sign in: the same whoever asks, and nothing is written. */
export const offerLogin = async ({ place, secret, now }: Site & { now: number }) =>
  requestOptions(place, await newChallenge(secret, 'login', now));

/**
 * Opens a sign-in like that of a mailed link. An unknown passkey, a disabled account, a proof made
 * elsewhere, used or expired are refused alike. Of two that bring the same proof, one enters.
 */
export async function signInByPasskey(
  db: Database,
  proof: { response: Assertion; browser: string },
  { place, secret, now }: Site & { now: number },
): Promise<{ ok: true; token: string } | { ok: false; reason: 'login_not_valid' }> {
  const refused = { ok: false, reason: 'login_not_valid' } as const;
  const passkey = await findUsable(db, proof.response.id);
  if (!passkey) return refused;
  const expected = { place, secret, now, purpose: 'login' } as const;
  const checked = await checkAssertion(proof.response, passkey, expected);
  if (!checked) return refused;
  const { challenge, signCount } = checked;
  const token = newToken();
  const mac = await loginMac(secret, token);
  const isOpened = sql`EXISTS (SELECT 1 FROM logins WHERE token_mac = ${mac})`;
  const [opened] = await transact(db, [
    // A count that does not rise comes from a copy of the passkey; some always say 0.
    sql`INSERT INTO logins (token_mac, account_id, browser, created_at, last_seen_at, expires_at)
        SELECT ${mac}, accounts.id, ${proof.browser}, ${now}, ${now}, ${now + loginLifetime}
        FROM passkeys JOIN accounts ON accounts.id = passkeys.account_id
        WHERE passkeys.id = ${passkey.id} AND disabled_at IS NULL AND ${isUnspent(challenge)}
          AND (sign_count < ${signCount} OR (sign_count = 0 AND ${signCount} = 0))
        RETURNING id`,
    sql`UPDATE passkeys SET sign_count = ${signCount}, last_used_at = ${now}
        WHERE id = ${passkey.id} AND ${isOpened}`,
    sql`DELETE FROM logins WHERE account_id = ${passkey.accountId} AND expires_at <= ${now}`,
    ...spent(challenge, now),
  ]);
  return opened?.rows[0] ? { ok: true, token } : refused;
}

/** The passkey, while its account is not disabled. */
async function findUsable(db: Database, credentialId: string): Promise<Passkey | undefined> {
  const [found] = await db
    .select(getTableColumns(passkeys))
    .from(passkeys)
    .innerJoin(accounts, eq(accounts.id, passkeys.accountId))
    .where(and(eq(passkeys.credentialId, credentialId), isNull(accounts.disabledAt)));
  return found;
}
