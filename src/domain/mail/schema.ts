/** The outbox, the announcements that are expanded into it, and the local mailbox of development. */
import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const outboxStates = ['queued', 'sending', 'sent', 'failed', 'superseded'] as const;
export type OutboxState = (typeof outboxStates)[number];

export const outbox = sqliteTable('outbox', {
  id: integer().primaryKey({ autoIncrement: true }),
  kind: text().notNull(),
  messageId: text('message_id').notNull().unique(),
  recipient: text().notNull(),
  locale: text({ enum: ['fr', 'en'] }).notNull(),
  facts: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  sessionId: integer('session_id'),
  registrationId: integer('registration_id'),
  holderVersion: integer('holder_version'),
  calendarSequence: integer('calendar_sequence'),
  announcementId: integer('announcement_id'),
  part: integer().notNull().default(0),
  dispatch: text(),
  state: text({ enum: outboxStates }).notNull().default('queued'),
  attempts: integer().notNull().default(0),
  nextAttemptAt: integer('next_attempt_at').notNull(),
  claim: text(),
  claimedAt: integer('claimed_at'),
  lastError: text('last_error'),
  createdAt: integer('created_at').notNull(),
  sentAt: integer('sent_at'),
  /** A failure that someone has dealt with. */
  settledAt: integer('settled_at'),
});

export const announcements = sqliteTable('announcements', {
  id: integer().primaryKey(),
  kind: text().notNull(),
  sessionId: integer('session_id').notNull(),
  facts: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull(),
  state: text({ enum: ['open', 'done'] })
    .notNull()
    .default('open'),
  cursor: integer().notNull().default(0),
  createdAt: integer('created_at').notNull(),
});

export const mailbox = sqliteTable('mailbox', {
  id: integer().primaryKey(),
  messageId: text('message_id').notNull(),
  recipient: text().notNull(),
  subject: text().notNull(),
  raw: text().notNull(),
  receivedAt: integer('received_at').notNull(),
});

export type OutboxRow = typeof outbox.$inferSelect;
