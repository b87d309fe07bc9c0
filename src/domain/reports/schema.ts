/**
 * What reports keep of their own: the plan as it was frozen, the coordinator's words, what was reported
 * elsewhere, and frozen copies. The SQL in migrations/ is the authority.
 */
import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

export type PlannedSession = {
  id: number;
  startsAt: number | null;
  occurrences: number;
  /** Null: open to all. */
  seats: number | null;
  /** Null where its hours were not set. */
  minutes: number | null;
};

export const plannedTexts = [
  'target',
  'context',
  'objectives',
  'coordination',
  'communication',
  'evaluation',
] as const;
export type PlannedText = (typeof plannedTexts)[number];
export type Plan = Record<'title' | PlannedText, string> & { sessions: PlannedSession[] };

export const actionPlans = sqliteTable('action_plans', {
  actionId: integer('action_id').primaryKey(),
  frozenAt: integer('frozen_at').notNull(),
  plan: text({ mode: 'json' }).$type<Plan>().notNull(),
});

export const actionReports = sqliteTable(
  'action_reports',
  {
    actionId: integer('action_id').notNull(),
    year: integer().notNull(),
    analysis: text().notNull().default(''),
    perspectives: text().notNull().default(''),
    version: integer().notNull().default(1),
    updatedAt: integer('updated_at').notNull(),
    updatedBy: text('updated_by').notNull(),
  },
  (t) => [primaryKey({ columns: [t.actionId, t.year] })],
);

export const reportedFacts = sqliteTable('reported_facts', {
  id: integer().primaryKey(),
  year: integer().notNull(),
  actionId: integer('action_id'),
  key: text().notNull(),
  number: real(),
  text: text(),
});

export const reportSnapshots = sqliteTable('report_snapshots', {
  id: integer().primaryKey({ autoIncrement: true }),
  year: integer().notNull(),
  label: text().notNull().default(''),
  /** A YearReport, as snapshots.ts wrote it. */
  report: text().notNull(),
  frozenAt: integer('frozen_at').notNull(),
  frozenBy: text('frozen_by').notNull(),
});

export type ActionReportTexts = typeof actionReports.$inferSelect;
export type ReportedFact = typeof reportedFacts.$inferSelect;
