/**
 * The report of an action for one year: what was planned, as it stood when its first session was
 * published, beside what was carried out; what people thought; and what the coordinator makes of it.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { By } from '../catalogue/by';
import { type ActionView, findAction } from '../catalogue/find-action';
import type { Figure } from './figures';
import { loadFacts } from './load-facts';
import { type Represented, represented } from './represented';
import type { ActionReportTexts, Plan, ReportedFact } from './schema';
import { within } from './scope';
import { figureOf, reportOf, type YearReport } from './year-report';

export type ActionReport = {
  view: ActionView;
  /** The same figures as the year's, of this action alone. */
  report: YearReport;
  /** Null: the plan was never frozen (nothing published yet, or imported). */
  plan: { frozenAt: number; plan: Plan } | null;
  planned: Planned;
  texts: Pick<ActionReportTexts, 'analysis' | 'perspectives' | 'version'>;
  names: { professions: Represented[]; organisations: Represented[] };
  /** What people wrote and may be quoted. */
  comments: string[];
  reported: ReportedFact[];
};

/** Null where nobody planned it: no hours set, a session open to all. */
export type Planned = { sessions: number; minutes: number | null; seats: number | null } | null;

type Moment = { now: number; timeZone: string };

export async function findActionReport(
  db: Database,
  { actionId, year }: { actionId: number; year: number },
  { now, timeZone }: Moment,
): Promise<ActionReport | null> {
  const view = await findAction(db, actionId);
  if (!view) return null;
  const scope = { year, timeZone, actionId };
  const [facts, before, [frozen], [texts], comments] = await Promise.all([
    loadFacts(db, scope, now),
    loadFacts(db, { ...scope, year: year - 1 }, now),
    select<{ frozenAt: number; plan: string }>(
      db,
      sql`SELECT frozen_at AS frozenAt, plan FROM action_plans WHERE action_id = ${actionId}`,
    ),
    select<ActionReport['texts']>(
      db,
      sql`SELECT analysis, perspectives, version FROM action_reports
        WHERE action_id = ${actionId} AND year = ${year}`,
    ),
    listPublishable(db, within(scope)),
  ]);
  const plan = frozen ? { frozenAt: frozen.frozenAt, plan: JSON.parse(frozen.plan) as Plan } : null;
  return {
    view,
    report: reportOf(facts, before),
    plan,
    planned: plannedOf(plan?.plan ?? null, facts.reported),
    texts: texts ?? { analysis: '', perspectives: '', version: 0 },
    names: represented(facts, before),
    comments,
    reported: facts.reported,
  };
}

function plannedOf(plan: Plan | null, reported: readonly ReportedFact[]): Planned {
  if (!plan) {
    const noted = reported.find(({ key }) => key === 'planned_sessions')?.number;
    return noted == null ? null : { sessions: noted, minutes: null, seats: null };
  }
  return {
    sessions: sumOf(plan.sessions.map(({ occurrences }) => occurrences)) ?? 0,
    minutes: sumOf(plan.sessions.map(({ minutes }) => minutes)),
    seats: sumOf(plan.sessions.map(({ seats }) => seats)),
  };
}

/** Null as soon as one of them is not known. */
const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);

/** What was planned and came out otherwise. */
export type Difference = {
  what: 'sessions' | 'minutes' | 'seats';
  planned: number;
  carriedOut: number;
};

export function listDifferences({ planned, report }: Pick<ActionReport, 'planned' | 'report'>) {
  if (!planned) return [];
  const value = (key: Figure['key']) => figureOf(report.figures, key).value;
  const pairs: [Difference['what'], number | null, number][] = [
    ['sessions', planned.sessions, value('sessions_held')],
    ['minutes', planned.minutes, value('session_minutes')],
    ['seats', planned.seats, value('participations')],
  ];
  return pairs.flatMap(([what, asPlanned, carriedOut]): Difference[] =>
    asPlanned === null || asPlanned === carriedOut
      ? []
      : [{ what, planned: asPlanned, carriedOut }],
  );
}

/** The comments that may be quoted, in no order that tells when they were written. */
async function listPublishable(db: Database, where: SQL): Promise<string[]> {
  const rows = await select<{ text: string }>(
    db,
    sql`SELECT DISTINCT rtrim(c.body) AS text FROM sessions s JOIN surveys v ON v.session_id = s.id
        JOIN survey_comment_notes n ON n.survey_id = v.id AND n.publishable = 1
        JOIN survey_comments c ON c.survey_id = n.survey_id AND c.question = n.question
          AND c.place = n.place AND c.filled = 1 AND c.shown = 1
      WHERE ${where} ORDER BY text LIMIT 200`,
  );
  return rows.map(({ text }) => text);
}

export type Written = { actionId: number; year: number; analysis: string; perspectives: string };

/**
 * What the coordinator writes. Two who write at once are told: the second's version is stale.
 * @param version the one that was looked at; 0 where nothing was written yet
 */
export async function writeActionReport(
  db: Database,
  { actionId, year, analysis, perspectives }: Written,
  version: number,
  { now, actor }: By,
): Promise<{ ok: true; version: number } | { ok: false; reason: 'stale' }> {
  const [written] = await transact(db, [
    sql`
      INSERT INTO action_reports (action_id, year, analysis, perspectives, updated_at, updated_by)
      VALUES (${actionId}, ${year}, ${analysis}, ${perspectives}, ${now}, ${actor})
      ON CONFLICT (action_id, year) DO UPDATE SET analysis = excluded.analysis,
        perspectives = excluded.perspectives, version = version + 1,
        updated_at = excluded.updated_at, updated_by = excluded.updated_by
      WHERE version = ${version} RETURNING version`,
    sql`
      INSERT INTO history (at, actor, event, detail)
      SELECT ${now}, ${actor}, 'report_written', json_object('action', ${actionId}, 'year', ${year})
      WHERE changes() > 0`,
  ]);
  const row = written?.rows[0];
  return row ? { ok: true, version: Number(row.version) } : { ok: false, reason: 'stale' };
}
