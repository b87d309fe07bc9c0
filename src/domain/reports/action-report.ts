/**
 * The report of an action for one year: what was planned, as it stood when its first session was
 * published, beside what was carried out; what people thought; and what the coordinator makes of it.
 */
import { asc, inArray, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { localDay } from '../../lib/dates';
import type { By } from '../catalogue/by';
import { findAction } from '../catalogue/find-action';
import { type Action, actions } from '../catalogue/schema';
import { type Figure, figureOf, isUnknown } from './figure';
import { type Facts, loadFacts } from './load-facts';
import { narrow } from './narrow-facts';
import type { ActionReportTexts, Plan, ReportedFact } from './schema';
import { type Scope, within } from './scope';
import { reportOf, type YearReport } from './year-report';

export type ActionReport = {
  action: Action;
  /** The same figures as the year's, of this action alone. */
  report: YearReport;
  /** Null: the plan was never frozen (nothing published yet, or imported). */
  plan: { frozenAt: number; plan: Plan } | null;
  planned: Planned;
  texts: Pick<ActionReportTexts, 'analysis' | 'perspectives' | 'version'>;
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
  const scope = { year, timeZone, actionId };
  const [view, facts, before, written] = await Promise.all([
    findAction(db, actionId),
    loadFacts(db, scope, now),
    loadFacts(db, { ...scope, year: year - 1 }, now),
    loadWritten(db, scope),
  ]);
  return view && compose(view.action, facts, before, written);
}

/** Those of all actions of a year, to be annexed to its report: what was read for it is read once. */
export async function listActionReports(
  db: Database,
  facts: Facts,
  before: Facts,
): Promise<ActionReport[]> {
  const ids = facts.actions.map(({ id }) => id);
  const [actions, written] = await Promise.all([
    listActionsById(db, ids),
    loadWritten(db, facts.scope),
  ]);
  return actions.map((action) =>
    compose(action, narrow(facts, action.id), narrow(before, action.id), written),
  );
}

function compose(action: Action, facts: Facts, before: Facts, written: AllWritten): ActionReport {
  const own = <T extends { actionId: number }>(rows: readonly T[]) =>
    rows.filter((row) => row.actionId === action.id);
  const [frozen] = own(written.plans);
  const [texts] = own(written.texts);
  const plan = frozen ? { frozenAt: frozen.frozenAt, plan: JSON.parse(frozen.plan) as Plan } : null;
  return {
    action,
    report: reportOf(facts, before),
    plan,
    planned: plannedOf(plan, facts),
    texts: texts ?? { analysis: '', perspectives: '', version: 0 },
    comments: own(written.comments).map(({ text }) => text),
    reported: facts.reported,
  };
}

type AllWritten = {
  plans: { actionId: number; frozenAt: number; plan: string }[];
  texts: (ActionReport['texts'] & { actionId: number })[];
  comments: { actionId: number; text: string }[];
};

async function loadWritten(db: Database, scope: Scope): Promise<AllWritten> {
  const { year, actionId } = scope;
  const one = actionId ?? null;
  const [plans, texts, comments] = await Promise.all([
    select<AllWritten['plans'][number]>(
      db,
      sql`SELECT action_id AS actionId, frozen_at AS frozenAt, plan FROM action_plans
        WHERE action_id = ${one} OR (${one} IS NULL AND action_id IN (
          SELECT s.action_id FROM sessions s WHERE ${within(scope)}))`,
    ),
    select<AllWritten['texts'][number]>(
      db,
      sql`SELECT action_id AS actionId, analysis, perspectives, version FROM action_reports
        WHERE year = ${year} AND (${one} IS NULL OR action_id = ${one})`,
    ),
    // Those that may be quoted, in no order that tells when they were written.
    select<AllWritten['comments'][number]>(
      db,
      sql`SELECT DISTINCT s.action_id AS actionId, rtrim(c.body) AS text
        FROM sessions s JOIN surveys v ON v.session_id = s.id
          JOIN survey_comment_notes n ON n.survey_id = v.id AND n.publishable = 1
          JOIN survey_comments c ON c.survey_id = n.survey_id AND c.question = n.question
            AND c.place = n.place AND c.filled = 1 AND c.shown = 1
        WHERE ${within(scope)} ORDER BY text LIMIT 500`,
    ),
  ]);
  return { plans, texts, comments };
}

const listActionsById = (db: Database, ids: number[]): Promise<Action[]> =>
  db
    .select()
    .from(actions)
    .where(inArray(actions.id, sql`(SELECT value FROM json_each(${JSON.stringify(ids)}))`))
    .orderBy(asc(actions.id));

/** What of the plan was meant for this year; a session without a date, for the year of the plan. */
function plannedOf(frozen: ActionReport['plan'], { scope, reported }: Facts): Planned {
  if (!frozen) {
    const noted = reported.find(({ key }) => key === 'planned_sessions')?.number;
    return noted == null ? null : { sessions: noted, minutes: null, seats: null };
  }
  const yearOf = (at: number) => Number(localDay(at, scope.timeZone).slice(0, 4));
  const sessions = frozen.plan.sessions.filter(
    ({ startsAt }) => yearOf(startsAt ?? frozen.frozenAt) === scope.year,
  );
  if (sessions.length === 0) return null;
  return {
    sessions: sumOf(sessions.map(({ occurrences }) => occurrences)) ?? 0,
    minutes: sumOf(sessions.map(({ minutes }) => minutes)),
    seats: sumOf(sessions.map(({ seats }) => seats)),
  };
}

/** Null as soon as one of them is not known. */
const sumOf = (numbers: readonly (number | null)[]): number | null =>
  numbers.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);

/** What was planned and came out otherwise. */
export type Difference = {
  what: 'sessions' | 'minutes' | 'seats';
  planned: number;
  /** Null: nobody noted any of it. */
  carriedOut: number | null;
};

export function listDifferences({ planned, report }: Pick<ActionReport, 'planned' | 'report'>) {
  if (!planned) return [];
  const value = (key: Figure['key']) => {
    const figure = figureOf(report.figures, key);
    return isUnknown(figure) ? null : figure.value;
  };
  const pairs: [Difference['what'], number | null, number | null][] = [
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
