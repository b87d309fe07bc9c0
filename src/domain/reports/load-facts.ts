/**
 * Everything that a report counts, read once: a fixed number of statements, and rows in proportion to
 * the year (its sessions, the people registered for them, its meetings). The figures, their lists and
 * what is missing are then worked out from the same facts, so that they can't disagree.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { localDay } from '../../lib/dates';
import { nameKey } from '../../lib/text';
import { countPresentIn, type PresentCount, presence } from '../attendance/presence';
import { findCanonicalNames } from '../catalogue/directories';
import type { ActionType, Audience, Session } from '../catalogue/schema';
import type { Moved } from '../catalogue/update-session';
import { findTerritories } from '../directories/territories';
import { type HandoutFact, type LoanFact, loadHandouts, loadLoans } from './handout-facts';
import { loadMeetings, type MeetingFact } from './meeting-facts';
import { loadSatisfaction, type SurveyFact } from './satisfaction';
import type { ReportedFact } from './schema';
import { type Scope, within } from './scope';

/** held: over, or of a past day that nobody noted; moved sessions are one of the four as well. */
export type Standing = 'held' | 'to_come' | 'undated' | 'cancelled';

export type SessionFact = Pick<
  Session,
  'id' | 'code' | 'actionId' | 'startsAt' | 'occurrences' | 'capacity' | 'mode'
> & {
  title: string;
  standing: Standing;
  /** Its date or its place changed after it was published. */
  moved: boolean;
  venueId: number | null;
  venue: string | null;
  /** However the venues spell it. */
  town: string | null;
  /** That its town belongs to, where the network said so. */
  territory: string | null;
  present: PresentCount;
  /** Seats confirmed in the end; of them seats nobody came for, and those who were excused. */
  awaited: number;
  absent: number;
  excused: number;
  /** Of the awaited, in a session that was noted otherwise: of whom nobody noted whether they came. */
  unnoted: number;
  /** Seats of those who still waited, and did not come. */
  waiting: number;
};

export type ActionFact = {
  id: number;
  title: string;
  type: ActionType;
  audience: Audience;
  networks: string[];
  carriers: string[];
  carrierIds: number[];
};

/** Someone present, without a name. */
export type PresentFact = {
  sessionId: number;
  seats: number;
  /** Null for groups and people without an address: nobody can tell how often they came. */
  person: string | null;
  profession: string | null;
  organisation: string | null;
};

export type Facts = {
  scope: Scope;
  now: number;
  sessions: SessionFact[];
  actions: ActionFact[];
  meetings: MeetingFact[];
  handouts: HandoutFact[];
  loans: LoanFact[];
  people: PresentFact[];
  surveys: SurveyFact[];
  reported: ReportedFact[];
};

export async function loadFacts(db: Database, scope: Scope, now: number): Promise<Facts> {
  const where = within(scope);
  const [rows, counts, seats, typed, met, handouts, loans, surveys, reported, names, territories] =
    await Promise.all([
      loadSessions(db, where),
      countPresentIn(db, where),
      loadSeats(db, where),
      loadPeople(db, where),
      loadMeetings(db, scope),
      loadHandouts(db, scope),
      loadLoans(db, scope, now),
      loadSatisfaction(db, where),
      loadReported(db, scope),
      Promise.all([findCanonicalNames(db, 'professions'), findCanonicalNames(db, 'organisations')]),
      findTerritories(db),
    ]);
  // One entry a name, whatever it was called when people typed it.
  const [profession, organisation] = names;
  const people = typed.map((one) => ({
    ...one,
    profession: profession(one.profession),
    organisation: organisation(one.organisation),
  }));
  const meetings = met.map((one) => ({ ...one, functions: one.functions.map(profession) }));
  const countOf = new Map(counts.map((count) => [count.sessionId, count]));
  const seatsOf = new Map(seats.map((row) => [row.sessionId, row]));
  const townOf = firstSpelling();
  const sessions = rows.flatMap((row): SessionFact[] => {
    const present = countOf.get(row.id);
    // Written between two statements: it will be in the next report.
    if (!present) return [];
    const { state: _, endsAt: __, dateState: ___, moves, ...session } = row;
    const moved = isMoved(moves, scope.timeZone);
    const seats = seatsOf.get(row.id) ?? nobody;
    const standing = standingOf(row, now);
    const town = townOf(session.town);
    const territory = territories.get(nameKey(town ?? '')) ?? null;
    return [{ ...session, town, territory, moved, standing, present, ...seats }];
  });
  const ids = new Set([
    ...sessions.map((session) => session.actionId),
    ...meetings.flatMap((meeting) => meeting.actionIds),
    ...[...handouts, ...loans, ...reported].flatMap((fact) => fact.actionId ?? []),
    ...(scope.actionId === undefined ? [] : [scope.actionId]),
  ]);
  const actions = await loadActions(db, [...ids]);
  return { scope, now, sessions, actions, meetings, handouts, loans, people, surveys, reported };
}

/** One name for what is written in several ways: « Alès » and « ALES ». */
function firstSpelling() {
  const names = new Map<string, string>();
  return (name: string | null): string | null => {
    if (name === null) return null;
    const first = names.get(nameKey(name)) ?? name;
    names.set(nameKey(name), first);
    return first;
  };
}

type SessionRow = Omit<SessionFact, 'standing' | 'moved' | 'territory' | 'present' | keyof Seats> &
  Pick<Session, 'state' | 'endsAt' | 'dateState'> & { moves: string };

const loadSessions = (db: Database, where: SQL) =>
  select<SessionRow>(
    db,
    sql`SELECT s.id, s.code, s.action_id AS actionId, coalesce(s.title, a.title) AS title, s.state,
        s.date_state AS dateState, s.starts_at AS startsAt, s.ends_at AS endsAt, s.occurrences,
        s.capacity, s.mode, s.venue_id AS venueId, v.name AS venue, v.town,
        (SELECT json_group_array(json(h.detail -> 'moved')) FROM history h WHERE h.session_id = s.id
          AND h.event = 'session_changed' AND h.detail ->> 'moved' <> 0) AS moves
      FROM sessions s JOIN actions a ON a.id = s.action_id LEFT JOIN venues v ON v.id = s.venue_id
      WHERE ${where} ORDER BY s.starts_at IS NULL, s.starts_at, s.id`,
  );

function standingOf({ state, dateState, endsAt }: SessionRow, now: number): Standing {
  if (state === 'cancelled') return 'cancelled';
  if (dateState === 'to_be_determined') return 'undated';
  return endsAt === null || endsAt <= now ? 'held' : 'to_come';
}

/** A later hour of the same day moves nothing. true: noted before it was noted what had changed. */
function isMoved(moves: string, timeZone: string): boolean {
  const days = (starts: readonly number[]) =>
    String([...new Set(starts.map((at) => localDay(at, timeZone)))].sort());
  return (JSON.parse(moves) as (true | Moved)[]).some(
    (move) => move === true || move.place || days(move.began) !== days(move.begins),
  );
}

type Seats = Pick<SessionFact, 'awaited' | 'absent' | 'excused' | 'unnoted' | 'waiting'>;
const nobody: Seats = { awaited: 0, absent: 0, excused: 0, unnoted: 0, waiting: 0 };

/** Of the registrations: who was awaited and did not come, of whom nobody noted it, and who waited in vain. */
const loadSeats = (db: Database, where: SQL) =>
  select<Seats & { sessionId: number }>(
    db,
    sql`SELECT session_id AS sessionId,
        sum(iif(state = 'confirmed', seats, 0)) AS awaited,
        sum(iif(state = 'confirmed' AND NOT excused AND NOT unnoted, max(0, seats - came), 0)) AS absent,
        sum(iif(state = 'confirmed' AND excused, max(0, seats - came), 0)) AS excused,
        sum(iif(state = 'confirmed' AND unnoted, seats, 0)) AS unnoted,
        sum(iif(state = 'waitlisted', max(0, seats - came), 0)) AS waiting
      FROM (SELECT r.session_id, r.state, r.seats, coalesce(max(t.seats), 0) AS came,
          coalesce(max(t.state = 'excused'), 0) AS excused,
          NOT coalesce(max(t.state <> 'unmarked'), 0) AS unnoted
        FROM sessions s JOIN registrations r ON r.session_id = s.id
          AND r.state IN ('confirmed', 'waitlisted')
        LEFT JOIN attendance t ON t.registration_id = r.id AND t.session_id = r.session_id
        WHERE ${where} GROUP BY r.id)
      GROUP BY session_id`,
  );

const loadPeople = (db: Database, where: SQL) =>
  select<PresentFact>(
    db,
    sql`SELECT p.session_id AS sessionId, p.seats, iif(p.kind = 'person', p.email_key, NULL) AS person,
        p.profession, p.organisation
      FROM (${presence(where)}) p`,
  );

const loadReported = (db: Database, { year, actionId }: Scope) =>
  select<ReportedFact>(
    db,
    sql`SELECT id, year, action_id AS actionId, key, number, text FROM reported_facts
      WHERE year = ${year} AND (${actionId ?? null} IS NULL OR action_id = ${actionId ?? null})
      ORDER BY id`,
  );

type ActionRow = Omit<ActionFact, 'networks' | 'carriers' | 'carrierIds'> &
  Record<'networks' | 'carriers' | 'carrierIds', string>;

async function loadActions(db: Database, ids: number[]): Promise<ActionFact[]> {
  const rows = await select<ActionRow>(
    db,
    sql`SELECT a.id, a.title, a.type, a.audience, a.networks,
        (SELECT json_group_array(name) FROM (SELECT o.name FROM action_carriers c
          JOIN organisations o ON o.id = c.organisation_id
          WHERE c.action_id = a.id ORDER BY c.position)) AS carriers,
        (SELECT json_group_array(organisation_id) FROM action_carriers WHERE action_id = a.id)
          AS carrierIds
      FROM actions a WHERE a.id IN (SELECT value FROM json_each(${JSON.stringify(ids)})) ORDER BY a.id`,
  );
  return rows.map((row) => ({
    ...row,
    networks: JSON.parse(row.networks) as string[],
    carriers: JSON.parse(row.carriers) as string[],
    carrierIds: JSON.parse(row.carrierIds) as number[],
  }));
}
