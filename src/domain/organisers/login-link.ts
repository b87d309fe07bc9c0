/**
 * A sign-in without a password: a mailed link, single use, good for 15 minutes, consumed by a POST
 * (mail scanners open links). Nothing tells an address that has an account from one that has none:
 * the same statements run and the same answer is given.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { Locale } from '../../i18n';
import { day, minute } from '../../lib/dates';
import { emailKey } from '../../lib/text';
import { newToken, sameText, sign } from '../../lib/tokens';

export const linkLifetime = 15 * minute;
/** Sliding: each day of use sets it anew. */
export const loginLifetime = 30 * day;
/** Nobody's mailbox is flooded through us: further requests wait until one is used or lapses. */
const linksAtOnce = 5;

/** What the mail of kind `login_link` freezes; its token is signed at delivery. */
export type LoginLinkFacts = { reference: string; expiresAt: number; name: string };

/** The token of a link: what the mail's address ends with. */
export async function loginLinkToken(secret: string, reference: string): Promise<string> {
  return `${reference}${await sign(secret, `login_link:${reference}`)}`;
}

/** The reference in a token of ours; null when it is not. */
async function readToken(secret: string, token: string): Promise<string | null> {
  if (!/^[A-Za-z0-9_-]{46}$/.test(token)) return null;
  const reference = token.slice(0, 22);
  return sameText(token, await loginLinkToken(secret, reference)) ? reference : null;
}

export type LinkRequest = {
  email: string;
  locale: Locale;
  /** A path of the organisers' side, already checked. */
  returnPath: string;
};

/**
 * Mails a link when the address has an account that is not disabled. The address of `adminEmail` gets
 * an administrator's account at its first request.
 */
export async function requestLoginLink(
  db: Database,
  { email, locale, returnPath }: LinkRequest,
  { now, adminEmail }: { now: number; adminEmail: string },
): Promise<void> {
  const key = emailKey(email);
  const reference = newToken();
  const expiresAt = now + linkLifetime;
  await transact(db, [
    sql`INSERT INTO accounts (email, email_key, name, role, created_at, updated_at)
        SELECT ${adminEmail}, ${key}, ${adminEmail.split('@')[0]}, 'administrator', ${now}, ${now}
        WHERE ${key} = ${emailKey(adminEmail)}
        ON CONFLICT (email_key) DO NOTHING`,
    sql`DELETE FROM login_links WHERE expires_at <= ${now}
        AND account_id = (SELECT id FROM accounts WHERE email_key = ${key})`,
    sql`INSERT INTO login_links (reference, account_id, return_path, created_at, expires_at)
        SELECT ${reference}, id, ${returnPath}, ${now}, ${expiresAt} FROM accounts
        WHERE email_key = ${key} AND disabled_at IS NULL
          AND (SELECT count(*) FROM login_links
               WHERE account_id = accounts.id AND consumed_at IS NULL) < ${linksAtOnce}`,
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, next_attempt_at, created_at)
        SELECT 'login_link', ${newToken()}, accounts.email, ${locale},
          json_object('reference', reference, 'expiresAt', expires_at, 'name', accounts.name),
          ${now}, ${now}
        FROM login_links JOIN accounts ON accounts.id = login_links.account_id
        WHERE reference = ${reference}`,
  ]);
}

/** Whether a link still opens, for the page that shows the button. Changes nothing. */
export async function isLinkOpen(db: Database, secret: string, token: string, now: number) {
  const reference = await readToken(secret, token);
  if (reference === null) return false;
  const rows = await select(
    db,
    sql`SELECT 1 FROM login_links JOIN accounts ON accounts.id = login_links.account_id
        WHERE reference = ${reference} AND consumed_at IS NULL AND expires_at > ${now}
          AND disabled_at IS NULL`,
  );
  return rows.length === 1;
}

export type SignedIn = { ok: true; token: string; returnPath: string };

/**
 * Consumes a link and opens a sign-in, whose raw token only the cookie holds. Unknown, used and
 * expired links are refused alike. Of two POSTs at once the second finds the link consumed.
 */
export async function signIn(
  db: Database,
  link: { token: string; browser: string },
  { now, secret }: { now: number; secret: string },
): Promise<SignedIn | { ok: false; reason: 'link_not_valid' }> {
  const reference = await readToken(secret, link.token);
  if (reference === null) return { ok: false, reason: 'link_not_valid' };
  const token = newToken();
  const mac = await loginMac(secret, token);
  const [opened] = await transact(db, [
    sql`INSERT INTO logins (token_mac, account_id, browser, created_at, last_seen_at, expires_at)
        SELECT ${mac}, account_id, ${link.browser}, ${now}, ${now}, ${now + loginLifetime}
        FROM login_links JOIN accounts ON accounts.id = login_links.account_id
        WHERE reference = ${reference} AND consumed_at IS NULL AND login_links.expires_at > ${now}
          AND disabled_at IS NULL
        RETURNING (SELECT return_path FROM login_links WHERE reference = ${reference}) AS returnPath`,
    sql`UPDATE login_links SET consumed_at = ${now}
        WHERE reference = ${reference} AND consumed_at IS NULL AND expires_at > ${now}`,
    sql`DELETE FROM logins WHERE expires_at <= ${now}
        AND account_id = (SELECT account_id FROM login_links WHERE reference = ${reference})`,
  ]);
  const row = opened?.rows[0];
  if (!row) return { ok: false, reason: 'link_not_valid' };
  return { ok: true, token, returnPath: String(row.returnPath) };
}

/** What is stored of a sign-in's token: whoever reads the database can't sign in with it. */
export const loginMac = (secret: string, token: string) => sign(secret, `login:${token}`);
