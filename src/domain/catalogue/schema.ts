/**
 * The catalogue's tables. An action is a project of the network; a session is what people register
 * for; a slot is a start and an end. The SQL in migrations/ is the authority: a test compares.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const actionTypes = [
  'conference',
  'training',
  'awareness',
  'prevention',
  'forum',
  'supported_project',
] as const;
export const audiences = ['public', 'professionals'] as const;
export const sessionStates = ['draft', 'published', 'cancelled'] as const;
export const dateStates = ['set', 'to_be_determined', 'unrecorded'] as const;
export const modes = ['in_person', 'online'] as const;
export const visibilities = ['public', 'unlisted', 'invitation'] as const;
export const slotPrecisions = ['time', 'day', 'morning', 'afternoon'] as const;
/** The fields that a session may ask beside name and e-mail. */
export const askableFields = ['phone', 'profession', 'organisation', 'town', 'note'] as const;

export type ActionType = (typeof actionTypes)[number];
export type Audience = (typeof audiences)[number];
export type SessionState = (typeof sessionStates)[number];
export type Mode = (typeof modes)[number];
export type AskableField = (typeof askableFields)[number];
export type Asks = Partial<Record<AskableField, 'required' | 'optional'>>;

/** What people look for before they come; each is stated only where the organiser said so. */
export type Practical = {
  free?: boolean;
  price?: string;
  babies?: boolean;
  wheelchair?: boolean;
  parking?: string;
  bus?: string;
  interpreter?: string;
  signLanguage?: boolean;
  bring?: string;
  contactName?: string;
  contactPhone?: string;
  contactEmail?: string;
};
export type Speaker = { name?: string; role: string };

export const organisations = sqliteTable('organisations', {
  id: integer().primaryKey(),
  name: text().notNull(),
  nameKey: text('name_key').notNull().unique(),
  kind: text(),
  createdAt: integer('created_at').notNull(),
});

export const venues = sqliteTable('venues', {
  id: integer().primaryKey(),
  name: text().notNull(),
  nameKey: text('name_key').notNull().unique(),
  address: text(),
  town: text(),
  access: text(),
  createdAt: integer('created_at').notNull(),
});

export const professions = sqliteTable('professions', {
  id: integer().primaryKey(),
  name: text().notNull(),
  nameKey: text('name_key').notNull().unique(),
  createdAt: integer('created_at').notNull(),
});

export const directories = ['organisations', 'professions', 'venues'] as const;
export type Directory = (typeof directories)[number];

export const directoryAliases = sqliteTable(
  'directory_aliases',
  {
    directory: text({ enum: directories }).notNull(),
    nameKey: text('name_key').notNull(),
    targetId: integer('target_id').notNull(),
  },
  (t) => [primaryKey({ columns: [t.directory, t.nameKey] })],
);

export const townTerritories = sqliteTable('town_territories', {
  townKey: text('town_key').primaryKey(),
  territory: text().notNull(),
});

export const actions = sqliteTable('actions', {
  id: integer().primaryKey(),
  importKey: text('import_key').unique(),
  title: text().notNull(),
  titleKey: text('title_key').notNull().default(''),
  type: text({ enum: actionTypes }).notNull(),
  audience: text({ enum: audiences }).notNull(),
  target: text().notNull().default(''),
  summary: text().notNull().default(''),
  networks: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  topics: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  context: text().notNull().default(''),
  objectives: text().notNull().default(''),
  coordination: text().notNull().default(''),
  communication: text().notNull().default(''),
  evaluation: text().notNull().default(''),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const actionCarriers = sqliteTable(
  'action_carriers',
  {
    actionId: integer('action_id').notNull(),
    organisationId: integer('organisation_id').notNull(),
    position: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.actionId, t.organisationId] })],
);

export const sessions = sqliteTable('sessions', {
  id: integer().primaryKey(),
  code: text().notNull().unique(),
  importKey: text('import_key').unique(),
  actionId: integer('action_id').notNull(),
  title: text(),
  /** Empty where the title is the action's. */
  titleKey: text('title_key').notNull().default(''),
  summary: text().notNull().default(''),
  state: text({ enum: sessionStates }).notNull(),
  dateState: text('date_state', { enum: dateStates }).notNull(),
  startsAt: integer('starts_at'),
  endsAt: integer('ends_at'),
  mode: text({ enum: modes }),
  linkedSessionId: integer('linked_session_id'),
  venueId: integer('venue_id'),
  videoUrl: text('video_url'),
  capacity: integer(),
  maxCapacity: integer('max_capacity'),
  minSeats: integer('min_seats'),
  /** A freed seat is offered for so many hours at most; null for what the rule says (waiting-list.ts). */
  offerHours: integer('offer_hours'),
  seatsTaken: integer('seats_taken').notNull().default(0),
  waitingCount: integer('waiting_count').notNull().default(0),
  seatsPerOrganisation: integer('seats_per_organisation'),
  seatsPerRegistration: integer('seats_per_registration').notNull().default(1),
  acceptsColleagues: integer('accepts_colleagues', { mode: 'boolean' }).notNull().default(false),
  acceptsGroups: integer('accepts_groups', { mode: 'boolean' }).notNull().default(false),
  eligibility: text().notNull().default(''),
  checksEligibility: integer('checks_eligibility', { mode: 'boolean' }).notNull().default(false),
  asks: text({ mode: 'json' }).$type<Asks>().notNull().default({}),
  practical: text({ mode: 'json' }).$type<Practical>().notNull().default({}),
  speakers: text({ mode: 'json' }).$type<Speaker[]>().notNull().default([]),
  registrationOpensAt: integer('registration_opens_at'),
  registrationClosesAt: integer('registration_closes_at'),
  visibility: text({ enum: visibilities }).notNull().default('public'),
  occurrences: integer().notNull().default(1),
  cancelReason: text('cancel_reason'),
  cancelledAt: integer('cancelled_at'),
  publishedAt: integer('published_at'),
  /** When it was decided to go ahead under the minimum. */
  keptAt: integer('kept_at'),
  version: integer().notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const slots = sqliteTable('slots', {
  id: integer().primaryKey(),
  sessionId: integer('session_id').notNull(),
  /** Kept for good, and named by the attendance; the order is by start (slot-numbers.ts). */
  number: integer('position').notNull(),
  startsAt: integer('starts_at').notNull(),
  endsAt: integer('ends_at').notNull(),
  precision: text({ enum: slotPrecisions }).notNull().default('time'),
  minutes: integer(),
});

export type Action = typeof actions.$inferSelect;
export type Session = typeof sessions.$inferSelect;
export type Slot = typeof slots.$inferSelect;
export type Venue = typeof venues.$inferSelect;
export type Organisation = typeof organisations.$inferSelect;
