/**
 * What the questionnaires « right after » found, pooled from raw counts: never an average of
 * percentages, each question with its own n, and nothing told of fewer than five answers. Only closed
 * surveys: what they found does not move any more.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { smallestGroup } from '../surveys/breakdown';
import { isSatisfied, type Question, textsOf } from '../surveys/questions';
import { markBase } from '../surveys/schema';

export type SurveyFact = {
  sessionId: number;
  state: 'open' | 'closed';
  answers: number;
  questions: Question[];
  tallies: { question: string; option: string; count: number }[];
};

export async function loadSatisfaction(db: Database, where: SQL): Promise<SurveyFact[]> {
  const of = sql`FROM sessions s JOIN surveys v ON v.session_id = s.id AND v.moment = 'after'`;
  const [surveys, tallies] = await Promise.all([
    select<Omit<SurveyFact, 'questions' | 'tallies'> & { id: number; questions: string }>(
      db,
      sql`SELECT v.id, v.session_id AS sessionId, v.state, v.questions,
          (SELECT coalesce(sum(c.marks - ${markBase}), 0) FROM survey_counts c WHERE c.survey_id = v.id)
            AS answers
        ${of} WHERE ${where} ORDER BY v.session_id`,
    ),
    select<{ surveyId: number; question: string; option: string; count: number }>(
      db,
      sql`SELECT v.id AS surveyId, t.question, t.option, sum(t.marks - ${markBase}) AS count
        ${of} JOIN survey_tallies t ON t.survey_id = v.id AND t.by_choice = ''
        WHERE ${where} AND v.state = 'closed' AND t.question <> ''
        GROUP BY v.id, t.question, t.option HAVING count > 0`,
    ),
  ]);
  const talliesOf = Map.groupBy(tallies, (tally) => tally.surveyId);
  return surveys.map(({ id, questions, ...survey }) => ({
    ...survey,
    questions: JSON.parse(questions) as Question[],
    tallies: talliesOf.get(id) ?? [],
  }));
}

/** One question over all surveys that put it: of n answers, how many were favourable. */
export type PooledQuestion = {
  key: string;
  label: { fr: string; en: string };
  favourable: number;
  n: number;
  /** By session; those of fewer than five answers together, under no session. */
  lines: { id: number | null; value: number; of: number }[];
};

export function poolSatisfaction(surveys: readonly SurveyFact[]): PooledQuestion[] {
  const pooled = new Map<string, PooledQuestion>();
  for (const survey of surveys.filter(({ state }) => state === 'closed')) {
    for (const question of survey.questions) {
      const counted = countFavourable(question, survey);
      if (!counted?.of) continue;
      const entry = pooled.get(question.key) ?? {
        key: question.key,
        label: { fr: textsOf(question, 'fr').label, en: textsOf(question, 'en').label },
        favourable: 0,
        n: 0,
        lines: [],
      };
      entry.favourable += counted.value;
      entry.n += counted.of;
      addLine(entry, counted.of < smallestGroup ? null : survey.sessionId, counted);
      pooled.set(question.key, entry);
    }
  }
  return [...pooled.values()].filter(({ n }) => n >= smallestGroup);
}

type Counted = { value: number; of: number };

function addLine({ lines }: PooledQuestion, id: number | null, { value, of }: Counted) {
  const small = id === null ? lines.find((line) => line.id === null) : undefined;
  if (!small) {
    lines.push({ id, value, of });
    return;
  }
  small.value += value;
  small.of += of;
}

function countFavourable({ key, kind }: Question, { tallies }: SurveyFact): Counted | null {
  if (kind !== 'satisfaction' && kind !== 'yes_no') return null;
  const own = tallies.filter((tally) => tally.question === key);
  const isFavourable = kind === 'satisfaction' ? isSatisfied : (option: string) => option === 'yes';
  return {
    value: own.filter(({ option }) => isFavourable(option)).reduce((sum, t) => sum + t.count, 0),
    of: own.find(({ option }) => option === '')?.count ?? 0,
  };
}
