/**
 * The year's report: figures with the lists behind them, what the questionnaires found, what is missing,
 * and what was reported elsewhere. It names no person, so that a copy can be kept for good.
 */
import type { Database } from '../../db/client';
import { type Answered, countAnswered } from './answered';
import type { Figure } from './figure';
import { computeFigures } from './figures';
import { type Index, indexOf } from './lines-index';
import { type Facts, loadFacts } from './load-facts';
import { listMissing, type Missing } from './missing';
import { comparePublished, type PublishedLine } from './published';
import { type PooledQuestion, poolSatisfaction } from './satisfaction';
import type { Scope } from './scope';

export type YearReport = {
  year: number;
  /** When the figures were taken, UTC ms. */
  at: number;
  index: Index;
  figures: Figure[];
  satisfaction: PooledQuestion[];
  answered: Answered;
  missing: Missing[];
  published: PublishedLine[];
  /** What the published report says of its own figures. */
  publishedNote: string | null;
};

type Moment = { now: number; timeZone: string };

/** The facts of a year and of the year before. */
export async function loadYears(db: Database, year: number, { now, timeZone }: Moment) {
  const [facts, previous] = await Promise.all([
    loadFacts(db, { year, timeZone }, now),
    loadFacts(db, { year: year - 1, timeZone }, now),
  ]);
  return { facts, previous };
}

/**
 * The report that a list is of: of a year, or of one action in it.
 * @param marksNew whether the list marks what the year before did not have, which is then read as well
 */
export async function findReport(
  db: Database,
  scope: Scope,
  { now, marksNew }: { now: number; marksNew: boolean },
): Promise<YearReport> {
  const [facts, before] = await Promise.all([
    loadFacts(db, scope, now),
    marksNew ? loadFacts(db, { ...scope, year: scope.year - 1 }, now) : null,
  ]);
  return reportOf(facts, before);
}

/** The report of a year, and that of the year before. */
export async function findYearReport(
  db: Database,
  year: number,
  moment: Moment,
): Promise<{ report: YearReport; before: YearReport }> {
  const { facts, previous } = await loadYears(db, year, moment);
  return { report: reportOf(facts, previous), before: reportOf(previous, null) };
}

export function reportOf(facts: Facts, before: Facts | null): YearReport {
  const index = indexOf(facts);
  const figures = computeFigures(facts, before);
  const note = facts.reported.find(({ key, actionId }) => key === 'note' && actionId === null);
  return {
    year: facts.scope.year,
    at: facts.now,
    index,
    figures,
    satisfaction: poolSatisfaction(facts.surveys),
    answered: countAnswered(facts),
    missing: listMissing(facts, figures),
    published: comparePublished(facts.reported, figures, index),
    publishedNote: note?.text ?? null,
  };
}
