/**
 * A survey that was held before Farandole, as its report gives it: how many answered, and for each
 * question how many were satisfied (or said yes). No answers are made up: a level that the report does not
 * give stays unknown.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { newCode } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';
import { countersMade, countsMade } from './counters';
import type { Question } from './questions';
import type { SurveyMoment } from './schema';

export type ImportedTally = {
  question: Question;
  /** Of how many answers to this question, how many were satisfied, or said yes. */
  n: number;
  favourable: number;
};

export type ImportTallies = {
  sessionId: number;
  moment: SurveyMoment;
  answers: number;
  tallies: readonly ImportedTally[];
};

export type ImportOutcome =
  | { ok: true; id: number }
  | { ok: false; reason: 'exists' | 'do_not_add_up' };

export async function importTallies(
  db: Database,
  { sessionId, moment, answers, tallies }: ImportTallies,
  by: By,
): Promise<ImportOutcome> {
  const addUp = tallies.every(
    ({ n, favourable, question }) =>
      favourable >= 0 &&
      favourable <= n &&
      n <= answers &&
      (question.kind === 'satisfaction' || question.kind === 'yes_no'),
  );
  if (!addUp) return { ok: false, reason: 'do_not_add_up' };
  const roomCode = newCode();
  const questions = tallies.map((tally) => tally.question);
  const ours = sql`(SELECT id FROM surveys WHERE room_code = ${roomCode})`;
  const outcomes = await transact(db, [
    sql`INSERT INTO surveys (session_id, moment, state, questions, room_code, reminds, imported,
        closed_at, created_at)
      VALUES (${sessionId}, ${moment}, 'closed', ${JSON.stringify(questions)}, ${roomCode}, 0, 1,
        ${by.now}, ${by.now})
      ON CONFLICT (session_id, moment) DO NOTHING RETURNING id`,
    countersMade(roomCode, questions, []),
    countsMade(roomCode),
    sql`UPDATE survey_counts SET marks = marks + ${answers}, shown = shown + ${answers}
      WHERE survey_id = ${ours} AND way = 'import'`,
    sql`UPDATE survey_tallies SET marks = marks + c.value ->> 2, shown = shown + c.value ->> 2
      FROM json_each(${JSON.stringify(tallies.flatMap(countersOfTally))}) c
      WHERE survey_id = ${ours} AND by_choice = '' AND sheet = 'paper'
        AND question = c.value ->> 0 AND option = c.value ->> 1`,
    noted(by, 'survey_imported', sql`id = ${sessionId} AND ${ours} IS NOT NULL`, { moment }),
  ]);
  const id = outcomes[0]?.rows[0]?.id;
  return typeof id === 'number' ? { ok: true, id } : { ok: false, reason: 'exists' };
}

function countersOfTally({ question, n, favourable }: ImportedTally): [string, string, number][] {
  const [yes, no] = question.kind === 'yes_no' ? ['yes', 'no'] : ['satisfied', 'unsatisfied'];
  return [
    [question.key, '', n],
    [question.key, yes ?? '', favourable],
    [question.key, no ?? '', n - favourable],
  ];
}
