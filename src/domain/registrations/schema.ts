/**
 * Registrations, parties (what is answered as one, in order of arrival) and the history of both.
 * Seats are held while pending (eligibility is checked), confirmed and offered; triggers in the
 * migration keep the counters.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export const registrationStates = [
  'pending',
  'confirmed',
  'waitlisted',
  'offered',
  'cancelled',
] as const;
export const endings = [
  'person',
  'organiser',
  'offer_lapsed',
  'offer_declined',
  'not_eligible',
  'session_cancelled',
  'calendar',
] as const;
export const registrationKinds = ['person', 'group'] as const;
export const registrationSources = ['public', 'organiser', 'import'] as const;

export type RegistrationState = (typeof registrationStates)[number];
export type Ending = (typeof endings)[number];
export type Headcounts = { children?: number; adults?: number };

export const parties = sqliteTable('parties', {
  id: integer().primaryKey({ autoIncrement: true }),
  reference: text().notNull().unique(),
  decision: text(),
  sessionId: integer('session_id').notNull(),
  state: text({ enum: registrationStates }).notNull(),
  seats: integer().notNull(),
  organisationKey: text('organisation_key').notNull().default(''),
  together: integer({ mode: 'boolean' }).notNull().default(false),
  offeredAt: integer('offered_at'),
  offerExpiresAt: integer('offer_expires_at'),
  createdAt: integer('created_at').notNull(),
});

export const registrations = sqliteTable('registrations', {
  id: integer().primaryKey({ autoIncrement: true }),
  sessionId: integer('session_id').notNull(),
  partyId: integer('party_id').notNull(),
  decision: text(),
  state: text({ enum: registrationStates }).notNull(),
  endedBy: text('ended_by', { enum: endings }),
  kind: text({ enum: registrationKinds }).notNull().default('person'),
  source: text({ enum: registrationSources }).notNull(),
  firstName: text('first_name').notNull(),
  lastName: text('last_name').notNull(),
  email: text(),
  emailKey: text('email_key'),
  locale: text({ enum: ['fr', 'en'] })
    .notNull()
    .default('fr'),
  phone: text(),
  profession: text(),
  organisation: text(),
  organisationKey: text('organisation_key').notNull().default(''),
  town: text(),
  note: text(),
  seats: integer().notNull(),
  companions: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  groupLabel: text('group_label'),
  headcounts: text({ mode: 'json' }).$type<Headcounts>().notNull().default({}),
  submissionKey: text('submission_key'),
  registeredBy: integer('registered_by'),
  holderVersion: integer('holder_version').notNull().default(1),
  calendarSequence: integer('calendar_sequence').notNull().default(0),
  calendarDays: integer('calendar_days').notNull().default(0),
  eligibleAt: integer('eligible_at'),
  overCapacityReason: text('over_capacity_reason'),
  consentAt: integer('consent_at'),
  stateChangedAt: integer('state_changed_at').notNull(),
  createdAt: integer('created_at').notNull(),
  /** Raised by every correction of what was noted. */
  version: integer().notNull().default(1),
});

export const organisationSeats = sqliteTable(
  'organisation_seats',
  {
    sessionId: integer('session_id').notNull(),
    organisationKey: text('organisation_key').notNull(),
    taken: integer().notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.organisationKey] })],
);

export const history = sqliteTable('history', {
  id: integer().primaryKey(),
  at: integer().notNull(),
  actor: text().notNull(),
  event: text().notNull(),
  sessionId: integer('session_id'),
  registrationId: integer('registration_id'),
  detail: text({ mode: 'json' }).$type<Record<string, unknown>>().notNull().default({}),
});

export const phoneCalls = sqliteTable('phone_calls', {
  registrationId: integer('registration_id').primaryKey(),
  calledAt: integer('called_at').notNull(),
  accountId: integer('account_id').notNull(),
});

export type Registration = typeof registrations.$inferSelect;

/** Who wants to be told when a session without a date has one. */
export const dateWatchers = sqliteTable('date_watchers', {
  id: integer().primaryKey(),
  reference: text().notNull().unique(),
  sessionId: integer('session_id').notNull(),
  firstName: text('first_name').notNull(),
  email: text().notNull(),
  emailKey: text('email_key').notNull(),
  locale: text({ enum: ['fr', 'en'] })
    .notNull()
    .default('fr'),
  consentAt: integer('consent_at').notNull(),
  dueAt: integer('due_at'),
});

export type DateWatcher = typeof dateWatchers.$inferSelect;
