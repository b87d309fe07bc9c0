/**
 * Side by side: this session, the other sessions of the action, the last edition, the year. Rates are
 * pooled from raw counts, never averages of percentages; a pool of fewer than five answers is left out.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { localDay, startOfDay } from '../../lib/dates';
import { smallestGroup } from './breakdown';
import { type QuestionResult, questionResults, type Tally } from './results';
import { markBase, type Survey } from './schema';

export const pools = ['others', 'last', 'year'] as const;
export type Pool = (typeof pools)[number];
export type Pooled = { surveys: number; answers: number; questions: QuestionResult[] };

/** Only closed surveys of the same moment are pooled: what they found does not move any more. */
export async function comparePools(
  db: Database,
  survey: Survey,
  session: { id: number; actionId: number; startsAt: number | null },
  timeZone: string,
): Promise<Partial<Record<Pool, Pooled>>> {
  const others = sql`s.action_id = ${session.actionId} AND s.id <> ${session.id}`;
  const last = sql`s.id = (SELECT p.id FROM sessions p
    JOIN surveys q ON q.session_id = p.id AND q.moment = ${survey.moment} AND q.state = 'closed'
    WHERE p.action_id = ${session.actionId} AND p.id <> ${session.id}
      AND p.starts_at < ${session.startsAt} ORDER BY p.starts_at DESC LIMIT 1)`;
  const found: Partial<Record<Pool, Pooled>> = {};
  const wanted: [Pool, SQL | null][] = [
    ['others', others],
    ['last', session.startsAt === null ? null : last],
    ['year', session.startsAt === null ? null : duringYearOf(session.startsAt, timeZone)],
  ];
  for (const [pool, where] of wanted) {
    const pooled = where && (await findPool(db, survey, where));
    if (pooled) found[pool] = pooled;
  }
  return found;
}

function duringYearOf(at: number, timeZone: string): SQL {
  const year = Number(localDay(at, timeZone).slice(0, 4));
  return sql`s.starts_at >= ${startOfDay(`${year}-01-01`, timeZone)}
    AND s.starts_at < ${startOfDay(`${year + 1}-01-01`, timeZone)}`;
}

async function findPool(db: Database, survey: Survey, where: SQL): Promise<Pooled | null> {
  const closed = sql`FROM sessions s JOIN surveys v ON v.session_id = s.id
    AND v.moment = ${survey.moment} AND v.state = 'closed'`;
  const [[size], tallies] = await Promise.all([
    select<{ surveys: number; answers: number }>(
      db,
      sql`SELECT count(DISTINCT v.id) AS surveys, coalesce(sum(c.marks - ${markBase}), 0) AS answers
        ${closed} JOIN survey_counts c ON c.survey_id = v.id WHERE ${where}`,
    ),
    select<Tally>(
      db,
      sql`SELECT t.question, t.option, sum(t.marks - ${markBase}) AS count
        ${closed} JOIN survey_tallies t ON t.survey_id = v.id AND t.by_choice = ''
        WHERE ${where} GROUP BY t.question, t.option`,
    ),
  ]);
  if (!size || size.answers < smallestGroup) return null;
  return { ...size, questions: questionResults(survey.questions, tallies) };
}
