/** Messages that organisers write to the people of a session. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Actor } from '../catalogue/by';

export const noteStates = ['draft', 'scheduled', 'sent', 'cancelled'] as const;
/**
 * Whom a message can be for: who cancelled is written to no more, but who was registered when the
 * session was cancelled may hear of a new date.
 */
export const noteAudiences = [
  'confirmed',
  'pending',
  'offered',
  'waitlisted',
  'session_cancelled',
] as const;
export type NoteAudience = (typeof noteAudiences)[number];

export const notes = sqliteTable('notes', {
  id: integer().primaryKey({ autoIncrement: true }),
  reference: text().notNull().unique(),
  sessionId: integer('session_id').notNull(),
  audience: text({ mode: 'json' }).$type<NoteAudience[]>().notNull(),
  subject: text().notNull(),
  body: text().notNull(),
  state: text({ enum: noteStates }).notNull().default('draft'),
  sendAt: integer('send_at'),
  cursor: integer().notNull().default(0),
  written: integer().notNull().default(0),
  actor: text().$type<Actor>().notNull(),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
});

export const noteRecipients = sqliteTable(
  'note_recipients',
  {
    noteId: integer('note_id').notNull(),
    registrationId: integer('registration_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.noteId, t.registrationId] })],
);

export type Note = typeof notes.$inferSelect;

/** For people who were chosen one by one, and not for those of a state. */
export const isForChosen = ({ audience }: Pick<Note, 'audience'>) => audience.length === 0;
