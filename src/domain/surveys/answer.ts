/**
 * Survey answers are anonymous, and each slip or link answers once. One batch raises the counters and
 * fills blank places while the ballot is unspent, and spends it: an answer can neither be lost
 * between the two nor counted twice, and leaves no row, no time and no order of its own.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { type Answers, type Mark, marksOf, padded } from './answers';
import { placesMade } from './counters';
import { markBase, type Sheet, type Survey, type Way } from './schema';

/** What the open room code takes at most: it can't promise « once », and must not grow for ever. */
export const mostByRoom = 2000;
/** Live results move in steps of so many: watching each answer arrive would join it to a face. */
export const liveStep = 5;
/** Blank places that are added at once when a question has none left. */
const morePlaces = 25;

export type AnswerOutcome =
  | { ok: true }
  | { ok: false; reason: 'already_received' | 'closed' | 'full' };

export type Ballot = { hash: string; way: Exclude<Way, 'import'> };

/**
 * @param ballot the hash of a slip or of a link; for the room and for paper without a code, that of the
 *   form's own key, so that a form that is sent twice counts once
 */
export async function receiveAnswer(
  db: Database,
  survey: Pick<Survey, 'id'>,
  answers: Answers,
  ballot: Ballot,
): Promise<AnswerOutcome> {
  const { hash, way } = ballot;
  const sheet: Sheet = way === 'paper' ? 'paper' : 'screen';
  const unspent = sql`EXISTS (SELECT 1 FROM ballots b JOIN surveys s ON s.id = b.survey_id
    WHERE b.hash = ${hash} AND b.survey_id = ${survey.id} AND b.state <> 'used' AND s.state = 'open')`;
  const outcomes = await transact(db, [
    ...(way === 'room' || way === 'paper' ? [ballotGiven(survey.id, ballot)] : []),
    raised(survey.id, marksOf(answers), sheet, unspent),
    ...filled(survey.id, answers, sheet, unspent),
    sql`UPDATE survey_counts SET marks = marks + 1, shown = shown + (way = 'paper')
      WHERE survey_id = ${survey.id} AND way = ${way} AND ${unspent}`,
    ...(sheet === 'screen' ? stepTaken(survey.id, unspent) : []),
    sql`UPDATE ballots SET state = 'used' WHERE hash = ${hash} AND ${unspent} RETURNING state`,
    sql`SELECT s.state, (SELECT b.state FROM ballots b WHERE b.hash = ${hash}
        AND b.survey_id = s.id) AS ballot FROM surveys s WHERE s.id = ${survey.id}`,
  ]);
  if (outcomes.at(-2)?.rows.length) return { ok: true };
  const now = outcomes.at(-1)?.rows[0];
  if (now?.state !== 'open') return { ok: false, reason: 'closed' };
  if (now.ballot === 'used') return { ok: false, reason: 'already_received' };
  return { ok: false, reason: way === 'room' ? 'full' : 'closed' };
}

/** The ballot of a form that needs none beforehand: it makes a second sending of the same form one. */
const ballotGiven = (surveyId: number, { hash, way }: Ballot): SQL => sql`
  INSERT INTO ballots (hash, survey_id)
  SELECT ${hash}, s.id FROM surveys s JOIN survey_counts c ON c.survey_id = s.id AND c.way = ${way}
  WHERE s.id = ${surveyId} AND s.state = 'open'
    AND (${way} = 'paper' OR (s.room_open = 1 AND c.marks < ${markBase + mostByRoom}))
  ON CONFLICT DO NOTHING`;

const raised = (surveyId: number, marks: readonly Mark[], sheet: Sheet, unspent: SQL): SQL => sql`
  UPDATE survey_tallies SET marks = marks + 1, shown = shown + (sheet = 'paper')
  WHERE survey_id = ${surveyId} AND sheet = ${sheet}
    AND (by_choice, question, option) IN (
      SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(marks)}))
    AND ${unspent}`;

/** A text goes over a blank place drawn by lot, among all that are left. */
function filled(surveyId: number, { texts }: Answers, sheet: Sheet, unspent: SQL): SQL[] {
  return Object.entries(texts).flatMap(([question, text]) => [
    placesMade(sql`${surveyId}`, [question], morePlaces, unspent),
    sql`UPDATE survey_comments SET filled = 1, shown = ${sheet === 'paper' ? 1 : 0}, body = ${padded(text)}
      WHERE survey_id = ${surveyId} AND question = ${question} AND ${unspent}
        AND place = (SELECT place FROM survey_comments WHERE survey_id = ${surveyId}
          AND question = ${question} AND filled = 0 ORDER BY random() LIMIT 1)`,
  ]);
}

/** At each fifth answer by phone, what results show catches up with what was counted. */
function stepTaken(surveyId: number, unspent: SQL): SQL[] {
  const atStep = sql`${unspent} AND (SELECT sum(marks - ${markBase}) % ${liveStep} = 0
    FROM survey_counts WHERE survey_id = ${surveyId} AND way IN ('slip', 'link', 'room'))`;
  return caughtUp(surveyId, atStep);
}

/** What was counted is what is shown. */
export const caughtUp = (surveyId: number, when: SQL): SQL[] => [
  sql`UPDATE survey_tallies SET shown = marks WHERE survey_id = ${surveyId} AND shown <> marks AND ${when}`,
  sql`UPDATE survey_counts SET shown = marks WHERE survey_id = ${surveyId} AND shown <> marks AND ${when}`,
  sql`UPDATE survey_comments SET shown = 1
    WHERE survey_id = ${surveyId} AND filled = 1 AND shown = 0 AND ${when}`,
];
