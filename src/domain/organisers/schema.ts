/** Accounts of the organisers' side, the mailed links and passkeys that open it, and the sign-ins that last. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const roles = ['administrator', 'organiser', 'reader'] as const;
export type Role = (typeof roles)[number];

export const accounts = sqliteTable('accounts', {
  id: integer().primaryKey({ autoIncrement: true }),
  email: text().notNull(),
  emailKey: text('email_key').notNull().unique(),
  name: text().notNull(),
  role: text({ enum: roles }).notNull(),
  organisationId: integer('organisation_id'),
  disabledAt: integer('disabled_at'),
  /** Null while its invitation was not taken up. */
  firstLoginAt: integer('first_login_at'),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const loginLinks = sqliteTable('login_links', {
  id: integer().primaryKey(),
  reference: text().notNull().unique(),
  accountId: integer('account_id').notNull(),
  returnPath: text('return_path').notNull(),
  createdAt: integer('created_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
  consumedAt: integer('consumed_at'),
});

export const logins = sqliteTable('logins', {
  id: integer().primaryKey({ autoIncrement: true }),
  tokenMac: text('token_mac').notNull().unique(),
  accountId: integer('account_id').notNull(),
  browser: text().notNull(),
  createdAt: integer('created_at').notNull(),
  lastSeenAt: integer('last_seen_at').notNull(),
  expiresAt: integer('expires_at').notNull(),
});

/** credentialId and publicKey are base64url, as browsers send them. */
export const passkeys = sqliteTable('passkeys', {
  id: integer().primaryKey({ autoIncrement: true }),
  accountId: integer('account_id').notNull(),
  credentialId: text('credential_id').notNull().unique(),
  publicKey: text('public_key').notNull(),
  signCount: integer('sign_count').notNull(),
  name: text().notNull(),
  createdAt: integer('created_at').notNull(),
  lastUsedAt: integer('last_used_at'),
});

export const spentChallenges = sqliteTable('spent_challenges', {
  nonce: text().primaryKey(),
  expiresAt: integer('expires_at').notNull(),
});

export type Account = typeof accounts.$inferSelect;
export type Login = typeof logins.$inferSelect;
export type Passkey = typeof passkeys.$inferSelect;
