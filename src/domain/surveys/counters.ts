/** The counters and places of a survey: made when it opens, so that an answer adds no row. */
import { type SQL, sql } from 'drizzle-orm';
import { padded, sayKey } from './answers';
import { countedOptions, isText, type Question } from './questions';
import { type Breakdown, type Survey, sheets, ways } from './schema';

/** What is counted: all questions and options, for all and for each choice of a breakdown. */
export function countersOf(
  questions: readonly Question[],
  breakdowns: readonly Breakdown[],
): [by: string, question: string, option: string][] {
  const counted = questions
    .filter((question) => !isText(question))
    .flatMap((question) =>
      ['', ...countedOptions(question)].map((option) => [question.key, option] as const),
    );
  const said = breakdowns.flatMap((b) => b.choices.map((choice) => sayKey(b, choice.key)));
  return ['', ...said].flatMap((by) => [
    [by, '', ''] as [string, string, string],
    ...counted.map(([question, option]): [string, string, string] => [by, question, option]),
  ]);
}

/** The counters of the survey of a room code, at nought. */
export const countersMade = (
  roomCode: string,
  questions: readonly Question[],
  breakdowns: readonly Breakdown[],
): SQL => sql`
  INSERT INTO survey_tallies (survey_id, by_choice, question, option, sheet)
  SELECT s.id, c.value ->> 0, c.value ->> 1, c.value ->> 2, sheet.value
  FROM surveys s, json_each(${JSON.stringify(countersOf(questions, breakdowns))}) c,
    json_each(${JSON.stringify(sheets)}) sheet
  WHERE s.room_code = ${roomCode} ORDER BY 1, 2, 3, 4, 5
  ON CONFLICT DO NOTHING`;

export const countsMade = (roomCode: string): SQL => sql`
  INSERT INTO survey_counts (survey_id, way)
  SELECT s.id, w.value FROM surveys s, json_each(${JSON.stringify([...ways].sort())}) w
  WHERE s.room_code = ${roomCode}`;

/** `count` more blank places for each question of the list that has none free and meets `when`. */
export const placesMade = (
  survey: SQL,
  questions: readonly string[],
  count: number,
  when: SQL = sql`true`,
): SQL => sql`
  INSERT INTO survey_comments (survey_id, question, place, body)
  WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
  SELECT s.id, q.value, i + coalesce((SELECT max(c.place) FROM survey_comments c
      WHERE c.survey_id = s.id AND c.question = q.value), 0), ${padded('')}
  FROM surveys s, json_each(${JSON.stringify(questions)}) q, n
  WHERE s.id = ${survey} AND ${when} AND NOT EXISTS (SELECT 1 FROM survey_comments b
    WHERE b.survey_id = s.id AND b.question = q.value AND b.filled = 0)
  ORDER BY 1, 2, 3`;

export const textKeys = ({ questions }: Pick<Survey, 'questions'>) =>
  questions.filter(isText).map((question) => question.key);
