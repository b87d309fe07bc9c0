/** Project meetings, working groups and partner meetings, and the actions that they served. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const meetingKinds = [
  'preparation',
  'steering',
  'review',
  'working_group',
  'partner',
  'internal',
] as const;
export type MeetingKind = (typeof meetingKinds)[number];

export const meetings = sqliteTable('meetings', {
  id: integer().primaryKey(),
  importKey: text('import_key').unique(),
  year: integer().notNull(),
  heldOn: text('held_on'),
  kind: text({ enum: meetingKinds }).notNull(),
  subject: text().notNull().default(''),
  durationMinutes: integer('duration_minutes'),
  occurrences: integer().notNull().default(1),
  present: integer(),
  excused: integer(),
  hasMinutes: integer('has_minutes', { mode: 'boolean' }).notNull().default(false),
  organisationId: integer('organisation_id'),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const meetingActions = sqliteTable(
  'meeting_actions',
  {
    meetingId: integer('meeting_id').notNull(),
    actionId: integer('action_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.actionId] })],
);

export const meetingFunctions = sqliteTable(
  'meeting_functions',
  {
    meetingId: integer('meeting_id').notNull(),
    position: integer().notNull(),
    name: text().notNull(),
    nameKey: text('name_key').notNull(),
    present: integer().notNull(),
    excused: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.meetingId, t.nameKey] })],
);

export type Meeting = typeof meetings.$inferSelect;
