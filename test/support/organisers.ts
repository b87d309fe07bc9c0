/** Organisations, accounts and sign-ins for tests, put straight into the tables. */
import { actionCarriers, organisations } from '../../src/domain/catalogue/schema';
import { loginLifetime, loginMac } from '../../src/domain/organisers/login-link';
import { accounts, logins, type Role } from '../../src/domain/organisers/schema';
import { emailKey, nameKey } from '../../src/lib/text';
import { newToken } from '../../src/lib/tokens';
import { bindings, db } from './db';
import { now } from './fixtures';

export const secret = String(bindings.SIGNING_SECRET);

export async function anOrganisation(name: string): Promise<number> {
  const [row] = await db
    .insert(organisations)
    .values({ name, nameKey: nameKey(name), createdAt: now })
    .returning({ id: organisations.id });
  if (!row) throw new Error('no organisation');
  return row.id;
}

export async function carries(organisationId: number, actionId: number, position = 0) {
  await db.insert(actionCarriers).values({ actionId, organisationId, position });
}

export async function anAccount(
  role: Role,
  values: Partial<typeof accounts.$inferInsert> = {},
): Promise<typeof accounts.$inferSelect> {
  const email = values.email ?? `${role}-${newToken().slice(0, 6)}@exemple.fr`;
  const [account] = await db
    .insert(accounts)
    .values({
      name: `Camille ${role}`,
      role,
      createdAt: now,
      updatedAt: now,
      ...values,
      email,
      emailKey: emailKey(email),
    })
    .returning();
  if (!account) throw new Error('no account');
  return account;
}

/** The cookie of a sign-in that lasts. */
export async function signedInCookie(accountId: number, at = now): Promise<string> {
  const token = newToken();
  await db.insert(logins).values({
    tokenMac: await loginMac(secret, token),
    accountId,
    browser: 'Firefox, Linux',
    createdAt: at,
    lastSeenAt: at,
    expiresAt: at + loginLifetime,
  });
  return `farandole=${token}`;
}
