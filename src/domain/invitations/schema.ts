/** Partners who are invited to sessions, the invitations, and who wants none any more. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const mailingStates = ['draft', 'sending', 'sent', 'stopped'] as const;

export const contacts = sqliteTable('contacts', {
  id: integer().primaryKey({ autoIncrement: true }),
  organisationId: integer('organisation_id'),
  email: text().notNull(),
  emailKey: text('email_key').notNull().unique(),
  addressMac: text('address_mac').notNull(),
  name: text().notNull().default(''),
  organisation: text().notNull().default(''),
  /** nameKey of the address and both names. */
  searchKey: text('search_key').notNull().default(''),
  tags: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  consentSource: text('consent_source').notNull(),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
});

export const mailings = sqliteTable('mailings', {
  id: integer().primaryKey({ autoIncrement: true }),
  reference: text().notNull().unique(),
  sessionId: integer('session_id').notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  tags: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  sender: text().notNull(),
  locale: text({ enum: ['fr', 'en'] }).notNull(),
  state: text({ enum: mailingStates }).notNull().default('draft'),
  sentAt: integer('sent_at'),
  untilId: integer('until_id').notNull().default(0),
  cursor: integer().notNull().default(0),
  written: integer().notNull().default(0),
  actor: text().notNull(),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
});

export const suppressions = sqliteTable('suppressions', {
  mac: text().primaryKey(),
  mailingId: integer('mailing_id'),
  at: integer().notNull(),
});

export type Contact = typeof contacts.$inferSelect;
export type Mailing = typeof mailings.$inferSelect;
