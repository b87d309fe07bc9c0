/**
 * Paper answers are typed in by the organiser, and count the same. A sheet that carries a slip's code
 * spends that slip, so that no one counts both on paper and by phone; one without is counted by its
 * form's key, so that a form sent twice is one sheet.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { readCode } from '../../lib/tokens';
import { makeOnce } from '../forms/make-once';
import { type AnswerOutcome, receiveAnswer } from './answer';
import { type Answers, marksOf } from './answers';
import { markBase, type Survey } from './schema';
import { ballotHash } from './tokens';

export type PaperInput = {
  answers: Answers;
  /** The code printed on the sheet, as typed; empty when it has none. */
  code: string;
  submissionKey: string;
};

export type PaperOutcome = AnswerOutcome | { ok: false; reason: 'unknown_code' };

export async function typeInSheet(
  db: Database,
  survey: Pick<Survey, 'id'>,
  { answers, code, submissionKey }: PaperInput,
  { secret }: { secret: string },
): Promise<PaperOutcome> {
  if (!code.trim()) {
    const hash = await ballotHash(secret, `paper:${survey.id}:${submissionKey}`);
    return receiveAnswer(db, survey, answers, { hash, way: 'paper' });
  }
  const hash = await slipHash(secret, code);
  if (!hash || !(await isSlipOf(db, survey, hash))) return { ok: false, reason: 'unknown_code' };
  return receiveAnswer(db, survey, answers, { hash, way: 'paper' });
}

/**
 * Takes a sheet that was typed wrong out of the totals: the same answers, typed again. Refused when the
 * sheets typed so far don't hold such answers. Its texts are taken out where comments are read. A
 * second press takes no second sheet.
 */
export async function takeSheetBack(
  db: Database,
  survey: Pick<Survey, 'id'>,
  { answers, code, submissionKey }: PaperInput,
  { secret }: { secret: string },
): Promise<{ ok: true } | { ok: false; reason: 'no_such_sheet' }> {
  const marks = JSON.stringify(marksOf(answers));
  const ours = sql`survey_id = ${survey.id} AND sheet = 'paper' AND (by_choice, question, option) IN (
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${marks}))`;
  // Each sheet raised the counter of all sheets too, so this holds only while there is one.
  const held = sql`NOT EXISTS (SELECT 1 FROM survey_tallies WHERE ${ours} AND marks <= ${markBase})
    AND EXISTS (SELECT 1 FROM surveys WHERE id = ${survey.id} AND state = 'open')`;
  const hash = await slipHash(secret, code);
  const formKey = `sheet:${survey.id}:${submissionKey}`;
  const done = { table: sql`surveys`, id: sql`iif(changes() > 0, ${survey.id}, NULL)` };
  const { repeated, outcomes } = await makeOnce(db, { formKey }, done, [
    sql`UPDATE ballots SET state = 'open' WHERE hash = ${hash ?? ''} AND survey_id = ${survey.id}
      AND ${held}`,
    sql`UPDATE survey_counts SET marks = marks - 1, shown = shown - 1
      WHERE survey_id = ${survey.id} AND way = 'paper' AND ${held} RETURNING way`,
    sql`UPDATE survey_tallies SET marks = marks - 1, shown = shown - 1 WHERE ${ours} AND ${held}`,
  ]);
  return repeated || outcomes[1]?.rows.length
    ? { ok: true }
    : { ok: false, reason: 'no_such_sheet' };
}

async function slipHash(secret: string, code: string): Promise<string | null> {
  const read = readCode(code);
  return read ? ballotHash(secret, read) : null;
}

/** A code that is none of this survey's must not be taken for one that came too late. */
async function isSlipOf(db: Database, survey: Pick<Survey, 'id'>, hash: string): Promise<boolean> {
  const found = await select(
    db,
    sql`SELECT 1 FROM ballots WHERE hash = ${hash} AND survey_id = ${survey.id}`,
  );
  return found.length > 0;
}
