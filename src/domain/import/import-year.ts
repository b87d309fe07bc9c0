/**
 * Loads a year through the catalogue's own functions, with the clock set to each event's day. No mail
 * leaves: nobody is registered on what it makes. Safe to run twice, and to run again after it was cut
 * off: what is there is found by its key, finished where it was left half-way, and never overwritten.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { nameKey } from '../../lib/text';
import { headcountWritten, minutesHeldWritten } from '../attendance/headcount';
import type { By } from '../catalogue/by';
import { cancelSession } from '../catalogue/cancel-session';
import { createAction } from '../catalogue/create-action';
import { createSession } from '../catalogue/create-session';
import { findOrCreateProfession } from '../catalogue/directories';
import { publishSession } from '../catalogue/publish-session';
import type { SessionState } from '../catalogue/schema';
import { recordMeeting } from '../meetings/save-meeting';
import { keepReported } from '../reports/reported';
import { importTallies } from '../surveys/import-tallies';
import { type Leftover, leftoversOf } from './leftovers';
import type { PlannedMeeting } from './plan-meetings';
import type { PlannedReport } from './plan-reported';
import { type PlannedSession, planYear } from './plan-year';
import { type Fault, readYear } from './year-file';

export type Tally = { read: number; created: number; unchanged: number };
export type ImportReport = {
  actions: Tally;
  sessions: Tally;
  /** Lines of the file: one may stand for several meetings. */
  meetings: Tally;
  professions: Tally;
  /** Of the sessions created: how they stand. */
  created: { dated: number; toBeDetermined: number; unrecorded: number; cancelled: number };
  leftovers: Leftover[];
};
export type ImportOutcome = { ok: true; report: ImportReport } | { ok: false; faults: Fault[] };

/**
 * @param text the file's content
 * @param options.dryRun reads and checks, and writes nothing
 */
export async function importYear(
  db: Database,
  text: string,
  { now, dryRun = false }: { now: number; dryRun?: boolean },
): Promise<ImportOutcome> {
  const read = readYear(text);
  if (!read.ok) return read;
  const plan = planYear(read.file);
  if (!plan.ok) return plan;

  const report: ImportReport = {
    actions: tally(),
    sessions: tally(),
    meetings: tally(),
    professions: tally(),
    created: { dated: 0, toBeDetermined: 0, unrecorded: 0, cancelled: 0 },
    leftovers: leftoversOf(read.file),
  };
  const known = await knownKeys(db);
  const actionIds = new Map<string, number>();
  for (const action of plan.actions) {
    const found = known.actions.get(action.key);
    count(report.actions, found);
    const by: By = { now: action.at, actor: 'system' };
    const actionId =
      found ??
      (dryRun ? 0 : (await createAction(db, action.input, { ...by, importKey: action.key })).id);
    actionIds.set(action.key, actionId);
    for (const session of action.sessions) {
      const there = known.sessions.get(session.key);
      count(report.sessions, there);
      if (!there) countState(report.created, session);
      if (!dryRun) await finish(db, session, there ?? (await make(db, actionId, session)));
    }
  }
  for (const meeting of plan.meetings) {
    const there = known.meetings.has(meeting.key);
    count(report.meetings, there || undefined);
    if (!there && !dryRun) await recordPlanned(db, meeting, actionIds);
  }
  if (!dryRun) await keep(db, plan.reported, actionIds, now);
  for (const name of read.file.functions) {
    const there = known.professions.has(nameKey(name));
    count(report.professions, there || undefined);
    if (!there && !dryRun) await findOrCreateProfession(db, name, now);
    known.professions.add(nameKey(name));
  }
  return { ok: true, report };
}

/** What was published is kept as it was said; what is there already stays. */
async function keep(
  db: Database,
  { year, facts, perspectives }: PlannedReport,
  actionIds: ReadonlyMap<string, number>,
  now: number,
) {
  const idOf = (key: string | null) => (key === null ? null : (actionIds.get(key) ?? null));
  const kept = {
    year,
    facts: facts.map(({ actionKey, ...fact }) => ({ ...fact, actionId: idOf(actionKey) })),
    perspectives: perspectives.flatMap(({ actionKey, text }) => {
      const actionId = idOf(actionKey);
      return actionId === null ? [] : [{ actionId, text }];
    }),
  };
  await keepReported(db, kept, { now, actor: 'system' });
}

/** No organisation recorded it: those who work on its actions may change it. */
async function recordPlanned(
  db: Database,
  { key, input, actionKeys, at }: PlannedMeeting,
  actionIds: ReadonlyMap<string, number>,
) {
  const served = actionKeys.flatMap((action) => actionIds.get(action) ?? []);
  const by = { now: at, actor: 'system', organisationId: null, importKey: key } as const;
  await recordMeeting(db, { ...input, actionIds: served }, by);
}

/** counted: who came is noted already, by the file or by hand, and stays as it is. */
type Standing = { id: number; version: number; state: SessionState; counted: number };

async function make(db: Database, actionId: number, session: PlannedSession): Promise<Standing> {
  const made = await createSession(db, actionId, session.input, {
    ...clock(session),
    importKey: session.key,
  });
  // The plan has asked every rule; what is left is a bug.
  if (!made.ok) throw new Error(`${session.key}: ${made.reason}`);
  return { ...made, state: 'draft', counted: 0 };
}

/** What is there and not as the file says was cut off between two writes. */
async function finish(db: Database, session: PlannedSession, standing: Standing) {
  const { id, version, state } = standing;
  let current = version;
  if (state === 'draft') {
    const published = await publishSession(db, { id, version }, clock(session));
    if (!published.ok) throw new Error(`${session.key}: ${published.reason}`);
    current = published.version;
  }
  const counts = standing.counted ? [] : counted(id, session);
  if (counts.length) await transact(db, counts);
  // A session that has its survey already keeps it.
  if (session.survey)
    await importTallies(db, { sessionId: id, moment: 'after', ...session.survey }, clock(session));
  if (!session.cancelled || state === 'cancelled') return;
  await cancelSession(db, { id, version: current, reason: null }, clock(session));
}

/** Who came, as it was counted; nothing for a session of which the file counts nobody. */
function counted(id: number, session: PlannedSession): SQL[] {
  const { headcounts, minutesHeld } = session.counts;
  const which = sql`${id}`;
  return [
    ...headcounts.flatMap((headcount) =>
      headcountWritten(
        which,
        { ...headcount, source: 'import', countedAt: session.at },
        clock(session),
      ),
    ),
    ...(minutesHeld === null ? [] : [minutesHeldWritten(which, minutesHeld)]),
  ];
}

const clock = ({ at }: PlannedSession): By => ({ now: at, actor: 'system' });

async function knownKeys(db: Database) {
  const [actions, sessions, professions, meetings] = await Promise.all([
    select<{ key: string; id: number }>(
      db,
      sql`SELECT import_key AS key, id FROM actions WHERE import_key IS NOT NULL`,
    ),
    select<Standing & { key: string }>(
      db,
      sql`SELECT import_key AS key, id, version, state, EXISTS (
          SELECT 1 FROM session_attendance a WHERE a.session_id = sessions.id) AS counted
        FROM sessions WHERE import_key IS NOT NULL`,
    ),
    select<{ key: string }>(
      db,
      sql`SELECT name_key AS key FROM professions
        UNION ALL SELECT name_key FROM directory_aliases WHERE directory = 'professions'`,
    ),
    select<{ key: string }>(
      db,
      sql`SELECT import_key AS key FROM meetings WHERE import_key IS NOT NULL`,
    ),
  ]);
  return {
    actions: new Map(actions.map(({ key, id }) => [key, id])),
    sessions: new Map(sessions.map((session) => [session.key, session])),
    professions: new Set(professions.map(({ key }) => key)),
    meetings: new Set(meetings.map(({ key }) => key)),
  };
}

const tally = (): Tally => ({ read: 0, created: 0, unchanged: 0 });

function count(tally: Tally, found: unknown) {
  tally.read += 1;
  tally[found ? 'unchanged' : 'created'] += 1;
}

function countState(created: ImportReport['created'], { cancelled, input }: PlannedSession) {
  if (cancelled) created.cancelled += 1;
  else if (input.dateState === 'to_be_determined') created.toBeDetermined += 1;
  else if (input.dateState === 'unrecorded') created.unrecorded += 1;
  else created.dated += 1;
}
