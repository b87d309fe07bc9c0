/**
 * Attendance is taken per slot: `slot` is the number that the slot keeps in its session, 0 for
 * a session that was noted without a date. The SQL in migrations/ is the authority: the trigger there keeps,
 * for each attendee and slot, the mark that was made last.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { pageTypes } from '../../lib/page-file';
import type { CertificateFacts } from './certificate-facts';

/** unmarked takes a mark back; it counts as if nothing had been noted. */
export const attendanceStates = ['unmarked', 'present', 'absent', 'excused'] as const;
export const markSources = ['tick', 'scan', 'self', 'sheet', 'video', 'import'] as const;
/** What a headcount counts; beneficiaries are people, however often they came. */
export const headcountKinds = [
  'present',
  'participations',
  'beneficiaries',
  'unspecified',
] as const;
export const headcountSources = ['door', 'sheet', 'partner', 'import'] as const;
export const revocationReasons = ['attendance_corrected', 'name_corrected', 'organiser'] as const;
/** Why an organiser took a certificate back, as its holder is told. */
export const takeBackReasons = ['mistake', 'not_present', 'asked', 'other'] as const;

export type AttendanceState = (typeof attendanceStates)[number];
export type MarkSource = (typeof markSources)[number];
export type HeadcountKind = (typeof headcountKinds)[number];
export type HeadcountSource = (typeof headcountSources)[number];
export type RevocationReason = (typeof revocationReasons)[number];
export type TakeBackReason = (typeof takeBackReasons)[number];

const locale = () =>
  text({ enum: ['fr', 'en'] })
    .notNull()
    .default('fr');

export const walkIns = sqliteTable('walk_ins', {
  id: integer().primaryKey(),
  sessionId: integer('session_id').notNull(),
  clientKey: text('client_key').notNull().unique(),
  name: text().notNull(),
  email: text(),
  emailKey: text('email_key'),
  profession: text(),
  organisation: text(),
  locale: locale(),
  registrationId: integer('registration_id'),
  createdAt: integer('created_at').notNull(),
  /** When they gave the place that they held to a colleague; null for who came without one. */
  handedOverAt: integer('handed_over_at'),
  /** Raised by every correction: whoever corrects an older one is told. */
  version: integer().notNull().default(1),
  /** Added by mistake, and taken out; null for all others. */
  removedAt: integer('removed_at'),
});

export const attendanceMarks = sqliteTable('attendance_marks', {
  id: integer().primaryKey(),
  markId: text('mark_id').notNull().unique(),
  decision: text().notNull(),
  sessionId: integer('session_id').notNull(),
  slot: integer().notNull(),
  registrationId: integer('registration_id'),
  walkInId: integer('walk_in_id'),
  state: text({ enum: attendanceStates }).notNull(),
  seats: integer().notNull(),
  arrivedAt: integer('arrived_at'),
  leftAt: integer('left_at'),
  minutes: integer(),
  source: text({ enum: markSources }).notNull(),
  markedAt: integer('marked_at').notNull(),
  receivedAt: integer('received_at').notNull(),
  actor: text().notNull(),
  /** Which of those registered together came, 0 for the holder; null where nobody said. */
  persons: text({ mode: 'json' }).$type<number[]>(),
});

export const attendance = sqliteTable(
  'attendance',
  {
    sessionId: integer('session_id').notNull(),
    slot: integer().notNull(),
    attendee: text().notNull(),
    registrationId: integer('registration_id'),
    walkInId: integer('walk_in_id'),
    state: text({ enum: attendanceStates }).notNull(),
    seats: integer().notNull(),
    arrivedAt: integer('arrived_at'),
    leftAt: integer('left_at'),
    minutes: integer(),
    source: text({ enum: markSources }).notNull(),
    markId: text('mark_id').notNull(),
    markedAt: integer('marked_at').notNull(),
  },
  (t) => [primaryKey({ columns: [t.sessionId, t.slot, t.attendee] })],
);

export const sessionAttendance = sqliteTable('session_attendance', {
  sessionId: integer('session_id').primaryKey(),
  version: integer().notNull().default(0),
  takenAt: integer('taken_at'),
  minutesHeld: integer('minutes_held'),
  sheetKept: text('sheet_kept'),
  checkInCode: text('check_in_code').unique(),
});

export const sheetScans = sqliteTable('sheet_scans', {
  id: integer().primaryKey({ autoIncrement: true }),
  key: text().notNull().unique(),
  sessionId: integer('session_id').notNull(),
  type: text({ enum: pageTypes }).notNull(),
  size: integer().notNull(),
  hash: text().notNull(),
  begunAt: integer('begun_at').notNull(),
  storedAt: integer('stored_at'),
  removedAt: integer('removed_at'),
});

export const printedSheets = sqliteTable('printed_sheets', {
  id: integer().primaryKey({ autoIncrement: true }),
  sessionId: integer('session_id').notNull(),
  lines: text({ mode: 'json' }).$type<string[]>().notNull(),
  printedAt: integer('printed_at').notNull(),
  printedBy: text('printed_by').notNull(),
});

export const headcounts = sqliteTable('headcounts', {
  id: integer().primaryKey(),
  sessionId: integer('session_id').notNull(),
  kind: text({ enum: headcountKinds }).notNull(),
  category: text().notNull(),
  categoryKey: text('category_key').notNull(),
  count: integer().notNull(),
  source: text({ enum: headcountSources }).notNull(),
  countedAt: integer('counted_at').notNull(),
});

export const certificates = sqliteTable('certificates', {
  id: integer().primaryKey({ autoIncrement: true }),
  code: text().notNull().unique(),
  year: integer().notNull(),
  sequence: integer().notNull(),
  sessionId: integer('session_id').notNull(),
  attendee: text().notNull(),
  person: integer().notNull().default(0),
  registrationId: integer('registration_id'),
  walkInId: integer('walk_in_id'),
  name: text().notNull(),
  shortName: text('short_name').notNull(),
  email: text(),
  emailKey: text('email_key'),
  locale: locale(),
  facts: text({ mode: 'json' }).$type<CertificateFacts>().notNull(),
  heldOn: integer('held_on'),
  minutes: integer(),
  issuedAt: integer('issued_at').notNull(),
  mailedAt: integer('mailed_at'),
  revokedAt: integer('revoked_at'),
  revokedBecause: text('revoked_because', { enum: revocationReasons }),
  replacesId: integer('replaces_id'),
  signatureId: integer('signature_id'),
  revokedFor: text('revoked_for', { enum: takeBackReasons }),
  /** The organiser's own words, for the organisers. */
  revocationNote: text('revocation_note'),
  /** When its holder was written that it no longer holds. */
  toldAt: integer('told_at'),
});

export type WalkIn = typeof walkIns.$inferSelect;
export type Attendance = typeof attendance.$inferSelect;
export type SessionAttendance = typeof sessionAttendance.$inferSelect;
export type SheetScan = typeof sheetScans.$inferSelect;
export type Headcount = typeof headcounts.$inferSelect;
export type Certificate = typeof certificates.$inferSelect;
