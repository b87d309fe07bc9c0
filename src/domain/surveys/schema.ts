/**
 * Surveys and what is left of answers: counters and texts, none of which knows whose they are
 * (docs/decisions/0030-anonymous-answers.md). The SQL in migrations/ is the authority.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { type Question, type QuestionTexts, questionKinds } from './questions';

export const surveyMoments = ['before', 'after', 'later'] as const;
export const surveyStates = ['open', 'closed'] as const;
/** How an answer came. Slips and links answer once; the room's code can't promise it. */
export const ways = ['slip', 'link', 'room', 'paper', 'import'] as const;
export const sheets = ['screen', 'paper'] as const;
/** mute: may still answer, and asked not to be reminded. */
export const ballotStates = ['open', 'used', 'mute'] as const;
export const dimensions = ['profession', 'structure'] as const;

export type SurveyMoment = (typeof surveyMoments)[number];
export type Way = (typeof ways)[number];
export type Sheet = (typeof sheets)[number];
export type Dimension = (typeof dimensions)[number];

/** What may be asked of the person who answers: choices that at least five people present share. */
export type Breakdown = { dimension: Dimension; choices: { key: string; label: string }[] };

/** marks and shown are this much more than what they count: migrations/0030 says why. */
export const markBase = 1000;
/** Bytes of a text and its padding. */
export const commentBytes = 2000;

export const surveyQuestions = sqliteTable('survey_questions', {
  key: text().primaryKey(),
  kind: text({ enum: questionKinds }).notNull(),
  options: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
  texts: text({ mode: 'json' })
    .$type<{ fr: QuestionTexts } & Partial<Record<string, QuestionTexts>>>()
    .notNull(),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
});

export const surveys = sqliteTable('surveys', {
  id: integer().primaryKey({ autoIncrement: true }),
  sessionId: integer('session_id').notNull(),
  moment: text({ enum: surveyMoments }).notNull(),
  state: text({ enum: surveyStates }).notNull(),
  questions: text({ mode: 'json' }).$type<Question[]>().notNull(),
  breakdowns: text({ mode: 'json' }).$type<Breakdown[]>().notNull().default([]),
  roomCode: text('room_code').notNull().unique(),
  roomOpen: integer('room_open', { mode: 'boolean' }).notNull().default(false),
  slips: integer().notNull().default(0),
  invitedAt: integer('invited_at'),
  reminds: integer({ mode: 'boolean' }).notNull().default(true),
  remindedAt: integer('reminded_at'),
  shared: integer({ mode: 'boolean' }).notNull().default(false),
  shareVersion: integer('share_version').notNull().default(1),
  imported: integer({ mode: 'boolean' }).notNull().default(false),
  closesAt: integer('closes_at'),
  closedAt: integer('closed_at'),
  createdAt: integer('created_at').notNull(),
});

export const ballots = sqliteTable('ballots', {
  hash: text().primaryKey(),
  surveyId: integer('survey_id').notNull(),
  state: text({ enum: ballotStates }).notNull().default('open'),
});

export const surveyCounts = sqliteTable(
  'survey_counts',
  {
    surveyId: integer('survey_id').notNull(),
    way: text({ enum: ways }).notNull(),
    marks: integer().notNull().default(markBase),
    shown: integer().notNull().default(markBase),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.way] })],
);

export const surveyTallies = sqliteTable(
  'survey_tallies',
  {
    surveyId: integer('survey_id').notNull(),
    byChoice: text('by_choice').notNull().default(''),
    question: text().notNull(),
    option: text().notNull(),
    sheet: text({ enum: sheets }).notNull(),
    marks: integer().notNull().default(markBase),
    shown: integer().notNull().default(markBase),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.byChoice, t.question, t.option, t.sheet] })],
);

const placeColumns = () => ({
  surveyId: integer('survey_id').notNull(),
  question: text().notNull(),
  place: integer().notNull(),
});

export const surveyComments = sqliteTable(
  'survey_comments',
  {
    ...placeColumns(),
    filled: integer({ mode: 'boolean' }).notNull().default(false),
    shown: integer({ mode: 'boolean' }).notNull().default(false),
    body: text().notNull(),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.question, t.place] })],
);

export const surveyCommentNotes = sqliteTable(
  'survey_comment_notes',
  {
    ...placeColumns(),
    tags: text({ mode: 'json' }).$type<string[]>().notNull().default([]),
    redacted: integer({ mode: 'boolean' }).notNull().default(false),
    publishable: integer({ mode: 'boolean' }).notNull().default(false),
  },
  (t) => [primaryKey({ columns: [t.surveyId, t.question, t.place] })],
);

export type Survey = typeof surveys.$inferSelect;
