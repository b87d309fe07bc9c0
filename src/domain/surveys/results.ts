/**
 * What a survey found: counts, never a row of a person. "Satisfied" = the two best of four levels.
 * Each question has its own n; a percentage never stands without its count.
 */
import { and, asc, eq, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { percentOf } from '../../lib/percent';
import { sayKey } from './answers';
import { smallestGroup, tellableGroups } from './breakdown';
import { countedOptions, isSatisfied, isText, type Question } from './questions';
import {
  type Breakdown,
  markBase,
  type Sheet,
  type Survey,
  surveyCounts,
  surveyTallies,
  type Way,
  ways,
} from './schema';

export type Share = { count: number; n: number; percent: number };

export type QuestionResult = {
  question: Question;
  /** How many answered this question. */
  n: number;
  options: { option: string; count: number }[];
  /** For levels of satisfaction, and « yes » for yes or no; null when nobody answered it. */
  favourable: Share | null;
};

export type Results = {
  /** Answers, by the way that they took, and in all. */
  answers: number;
  byWay: Record<Way, number>;
  questions: QuestionResult[];
};

export const share = (count: number, n: number): Share => ({
  count,
  n,
  percent: n ? percentOf(count, n) : 0,
});

/** What can be shown now: live, it follows in steps of five. */
export async function findResults(db: Database, survey: Survey): Promise<Results> {
  const [counts, tallies] = await db.batch([
    db
      .select({ way: surveyCounts.way, shown: surveyCounts.shown })
      .from(surveyCounts)
      .where(eq(surveyCounts.surveyId, survey.id)),
    db
      .select({
        question: surveyTallies.question,
        option: surveyTallies.option,
        count: sql<number>`sum(${surveyTallies.shown} - ${sql.raw(String(markBase))})`.as('count'),
      })
      .from(surveyTallies)
      .where(and(eq(surveyTallies.surveyId, survey.id), eq(surveyTallies.byChoice, '')))
      .groupBy(surveyTallies.question, surveyTallies.option),
  ]);
  const byWay = Object.fromEntries(ways.map((way) => [way, 0])) as Record<Way, number>;
  for (const { way, shown } of counts) byWay[way] = shown - markBase;
  return {
    answers: Object.values(byWay).reduce((sum, n) => sum + n, 0),
    byWay,
    questions: questionResults(survey.questions, tallies),
  };
}

export type Tally = { question: string; option: string; count: number };

/** The results of the questions that are counted, in their order. */
export function questionResults(
  questions: readonly Question[],
  tallies: readonly Tally[],
): QuestionResult[] {
  const counts = new Map(tallies.map((t) => [`${t.question} ${t.option}`, t.count]));
  const count = (question: Question, option: string) =>
    counts.get(`${question.key} ${option}`) ?? 0;
  return questions
    .filter((question) => !isText(question))
    .map((question) => {
      const n = count(question, '');
      const options = countedOptions(question).map((option) => ({
        option,
        count: count(question, option),
      }));
      return { question, n, options, favourable: favourable(question, n, options) };
    });
}

function favourable(question: Question, n: number, options: QuestionResult['options']) {
  const counts =
    question.kind === 'satisfaction'
      ? isSatisfied
      : question.kind === 'yes_no'
        ? (option: string) => option === 'yes'
        : null;
  if (!counts || !n) return null;
  const count = options.filter(({ option }) => counts(option)).reduce((sum, o) => sum + o.count, 0);
  return share(count, n);
}

/** The typist's running totals: only what was typed in from paper, to the last sheet. */
export async function findPaperTotals(
  db: Database,
  survey: Survey,
): Promise<{ sheets: number; questions: QuestionResult[] }> {
  const sheet: Sheet = 'paper';
  const tallies = await db
    .select({
      question: surveyTallies.question,
      option: surveyTallies.option,
      count: sql<number>`${surveyTallies.marks} - ${sql.raw(String(markBase))}`,
    })
    .from(surveyTallies)
    .where(
      and(
        eq(surveyTallies.surveyId, survey.id),
        eq(surveyTallies.byChoice, ''),
        eq(surveyTallies.sheet, sheet),
      ),
    )
    .orderBy(asc(surveyTallies.question));
  const all = tallies.find((tally) => tally.question === '' && tally.option === '');
  return { sheets: all?.count ?? 0, questions: questionResults(survey.questions, tallies) };
}

export type BrokenDown = {
  breakdown: Breakdown;
  rows: {
    question: Question;
    /** By the choice's key; only the groups that can be told. */
    groups: { key: string; label: string; favourable: Share }[];
  }[];
};

/**
 * The favourable share by profession and by structure, for each question where it can be told. Only
 * once closed: two live steps might differ by one person of a group.
 */
export async function findBrokenDown(
  db: Database,
  survey: Survey,
  results: Results,
): Promise<BrokenDown[]> {
  if (survey.state !== 'closed' || results.answers < smallestGroup) return [];
  const tallies = await select<Tally & { by: string }>(
    db,
    sql`SELECT by_choice AS "by", question, option, sum(shown - ${markBase}) AS count
      FROM survey_tallies WHERE survey_id = ${survey.id} AND by_choice <> ''
      GROUP BY by_choice, question, option`,
  );
  return survey.breakdowns.flatMap((breakdown) => {
    const groups = breakdown.choices.map((choice) => {
      const by = sayKey(breakdown, choice.key);
      const own = tallies.filter((tally) => tally.by === by);
      return { ...choice, results: questionResults(survey.questions, own) };
    });
    const rows = results.questions.flatMap((whole, i) => {
      const sizes = groups.map((group) => {
        const own = group.results[i];
        return { key: group.key, label: group.label, n: own?.n ?? 0, favourable: own?.favourable };
      });
      const told = tellableGroups(sizes, whole.n).flatMap(({ key, label, favourable }) =>
        favourable ? [{ key, label, favourable }] : [],
      );
      return told.length ? [{ question: whole.question, groups: told }] : [];
    });
    return rows.length ? [{ breakdown, rows }] : [];
  });
}
