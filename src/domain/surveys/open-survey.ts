/** Opening a questionnaire for a session, its ways in, and taking it away while nobody has answered. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { day } from '../../lib/dates';
import { newCode } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';
import { findMade, makeOnce } from '../forms/make-once';
import { countersMade, countsMade, placesMade, textKeys } from './counters';
import type { Question } from './questions';
import { markBase, type Survey, type SurveyMoment } from './schema';
import { ballotHash, slipCode } from './tokens';

export type OpenInput = {
  sessionId: number;
  moment: SurveyMoment;
  questions: readonly Question[];
  /** Whether the room's code is open to all; once is not guaranteed then. */
  roomOpen: boolean;
  /** How many answers are expected: so many blank places for texts are made beforehand. */
  expected: number;
  /** UTC ms; a month from now when left out. */
  closesAt?: number;
};

export type OpenOutcome =
  | { ok: true; id: number }
  | { ok: false; reason: 'exists' | 'no_question' };

/** A session has one survey a moment. The questions are copied: later changes don't reach it. */
export async function openSurvey(db: Database, input: OpenInput, by: By): Promise<OpenOutcome> {
  if (!input.questions.length) return { ok: false, reason: 'no_question' };
  const roomCode = newCode();
  const ours = sql`(SELECT id FROM surveys WHERE room_code = ${roomCode})`;
  const made = { table: sql`surveys`, id: ours };
  const { id } = await makeOnce(db, by, made, [
    sql`INSERT INTO surveys (session_id, moment, state, questions, room_code, room_open, closes_at, created_at)
      VALUES (${input.sessionId}, ${input.moment}, 'open', ${JSON.stringify(input.questions)}, ${roomCode},
        ${input.roomOpen ? 1 : 0}, ${input.closesAt ?? by.now + 30 * day}, ${by.now})
      ON CONFLICT (session_id, moment) DO NOTHING`,
    countersMade(roomCode, input.questions, []),
    countsMade(roomCode),
    placesMade(ours, textKeys({ questions: [...input.questions] }), Math.max(25, input.expected)),
    noted(by, 'survey_opened', sql`id = ${input.sessionId} AND ${ours} IS NOT NULL`, {
      moment: input.moment,
    }),
  ]);
  return id === null ? { ok: false, reason: 'exists' } : { ok: true, id };
}

/** More slips would not fit on the sheets that an organiser prints at once. */
export const mostSlips = 500;

export type SlipsOutcome = { ok: true } | { ok: false; reason: 'too_many' | 'stale' };

/**
 * Makes `count` more single-use slips. Their ballots go in by the order of their hashes.
 * @param survey as it was read: two organisers at once don't make the same slips
 */
export async function addSlips(
  db: Database,
  survey: Pick<Survey, 'id' | 'slips' | 'roomCode' | 'sessionId'>,
  count: number,
  by: By & { secret: string },
): Promise<SlipsOutcome> {
  const table = sql`surveys`;
  // Those that the form made before count towards the most that there may be.
  if ((await findMade(db, by, table)) !== null) return { ok: true };
  if (survey.slips + count > mostSlips || count < 1) return { ok: false, reason: 'too_many' };
  const codes = await listSlipCodes(
    by.secret,
    { ...survey, slips: survey.slips + count },
    survey.slips,
  );
  const hashes = await Promise.all(codes.map((code) => ballotHash(by.secret, code)));
  const held = sql`id = ${survey.id} AND slips = ${survey.slips} AND state = 'open'`;
  const made = {
    table,
    id: sql`(SELECT id FROM surveys WHERE id = ${survey.id} AND slips = ${survey.slips + count})`,
  };
  const { repeated, outcomes } = await makeOnce(db, by, made, [
    sql`INSERT INTO ballots (hash, survey_id)
      SELECT h.value, s.id FROM surveys s, json_each(${JSON.stringify(hashes)}) h
      WHERE s.id IN (SELECT id FROM surveys WHERE ${held}) ORDER BY h.value`,
    noted(
      by,
      'survey_slips_made',
      sql`id = ${survey.sessionId}
      AND EXISTS (SELECT 1 FROM surveys WHERE ${held})`,
      { slips: count },
    ),
    sql`UPDATE surveys SET slips = slips + ${count} WHERE ${held} RETURNING slips`,
  ]);
  return repeated || outcomes[2]?.rows.length ? { ok: true } : { ok: false, reason: 'stale' };
}

/** The codes of the slips from an index on, in the order in which they were made. */
export const listSlipCodes = (
  secret: string,
  survey: Pick<Survey, 'roomCode' | 'slips'>,
  from = 0,
): Promise<string[]> =>
  Promise.all(
    Array.from({ length: survey.slips - from }, (_, i) =>
      slipCode(secret, survey.roomCode, from + i),
    ),
  );

/** Opens or shuts the room's code, whose answers can't be promised to be one a person. */
export async function setRoomOpen(
  db: Database,
  survey: Pick<Survey, 'id'>,
  roomOpen: boolean,
): Promise<void> {
  await transact(db, [
    sql`UPDATE surveys SET room_open = ${roomOpen ? 1 : 0} WHERE id = ${survey.id} AND state = 'open'`,
  ]);
}

/** Takes a survey away while nobody has answered: the wrong questionnaire was chosen. */
export async function discardSurvey(
  db: Database,
  survey: Pick<Survey, 'id' | 'sessionId' | 'moment'>,
  by: By,
): Promise<{ ok: true } | { ok: false; reason: 'answered' }> {
  const { id } = survey;
  const unanswered = sql`NOT EXISTS (SELECT 1 FROM survey_counts
    WHERE survey_id = ${id} AND marks > ${markBase})`;
  const outcomes = await transact(db, [
    noted(
      by,
      'survey_discarded',
      sql`id = ${survey.sessionId} AND ${unanswered}
      AND EXISTS (SELECT 1 FROM surveys WHERE id = ${id})`,
      { moment: survey.moment },
    ),
    sql`DELETE FROM ballots WHERE survey_id = ${id} AND ${unanswered}`,
    // A link that was not mailed yet would open nothing; and asked again, everyone gets a new one.
    sql`DELETE FROM outbox WHERE session_id = ${survey.sessionId} AND ${unanswered}
      AND kind IN ('survey_invitation', 'survey_reminder') AND facts ->> '$.surveyId' = ${id}`,
    sql`DELETE FROM survey_tallies WHERE survey_id = ${id} AND ${unanswered}`,
    sql`DELETE FROM survey_comments WHERE survey_id = ${id} AND ${unanswered}`,
    sql`DELETE FROM survey_counts WHERE survey_id = ${id} AND ${unanswered}`,
    sql`DELETE FROM surveys WHERE id = ${id}
      AND NOT EXISTS (SELECT 1 FROM survey_counts WHERE survey_id = ${id}) RETURNING id`,
  ]);
  return outcomes.at(-1)?.rows.length ? { ok: true } : { ok: false, reason: 'answered' };
}
