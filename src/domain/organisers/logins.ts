/** The sign-ins of an account: found by their cookie, kept alive by use, listed and ended. */
import { and, desc, eq, gt, isNull, lt } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { day } from '../../lib/dates';
import { loginLifetime, loginMac } from './login-link';
import { type Account, accounts, type Login, logins } from './schema';

export type SignedInAccount = { account: Account; login: Login };

/** The account behind a cookie's token, or null: unknown, ended, expired and disabled look alike. */
export async function findLogin(
  db: Database,
  token: string,
  { now, secret }: { now: number; secret: string },
): Promise<SignedInAccount | null> {
  const [row] = await db
    .select({ account: accounts, login: logins })
    .from(logins)
    .innerJoin(accounts, eq(accounts.id, logins.accountId))
    .where(
      and(
        eq(logins.tokenMac, await loginMac(secret, token)),
        gt(logins.expiresAt, now),
        isNull(accounts.disabledAt),
      ),
    );
  return row ?? null;
}

/** Due once a day of use, so that reading pages all day writes one row. */
export const isRenewalDue = (login: Login, now: number) => now - login.lastSeenAt >= day;

/** Notes the use and sets the 30 days anew. */
export async function renewLogin(db: Database, login: Login, now: number): Promise<void> {
  await db
    .update(logins)
    .set({ lastSeenAt: now, expiresAt: now + loginLifetime })
    .where(and(eq(logins.id, login.id), lt(logins.lastSeenAt, now)));
}

export const listLogins = (db: Database, accountId: number, now: number): Promise<Login[]> =>
  db
    .select()
    .from(logins)
    .where(and(eq(logins.accountId, accountId), gt(logins.expiresAt, now)))
    .orderBy(desc(logins.lastSeenAt))
    .limit(50);

/** Ends one sign-in of this account; another account's is left alone. */
export async function endLogin(db: Database, accountId: number, loginId: number): Promise<void> {
  await db.delete(logins).where(and(eq(logins.id, loginId), eq(logins.accountId, accountId)));
}
