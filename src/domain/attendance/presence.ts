/**
 * Attendance is the truth: figures of participation count people present, not people registered.
 * One person in one session is one participation, however many of its half-days they saw; a
 * registration of two seats attended by both is two. Distinct people are those with the same address;
 * companions, groups, headcounts and people without an address are « non dénombrables ».
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { HeadcountKind } from './schema';

/**
 * The minutes that one attendee was present at one half-day (t: attendance, sl: its slot), null where
 * nobody knows: a past noted by the day has no hours unless its length was written down.
 */
export const minutesAt = sql`coalesce(t.minutes, CASE WHEN sl.precision = 'time' THEN max(0,
    min(coalesce(t.left_at, sl.ends_at), sl.ends_at)
    - max(coalesce(t.arrived_at, sl.starts_at), sl.starts_at)) / 60000
  ELSE sl.minutes END)`;

/** How many of one registration were named at its half-days: one at the first and the other at the second are two. */
const people = sql`(SELECT count(DISTINCT j.value)
  FROM attendance x JOIN attendance_marks m ON m.mark_id = x.mark_id, json_each(m.persons) j
  WHERE x.session_id = t.session_id AND x.attendee = t.attendee AND x.state = 'present')`;

/** How long a slot lasts, null where only its day is known. */
const slotMinutes = sql`iif(sl.precision = 'time', (sl.ends_at - sl.starts_at) / 60000, sl.minutes)`;

/**
 * One row for each attendee present at one half-day at least, of the sessions s that the condition
 * picks: what every figure and every list of people present is made of. Columns: session_id, attendee,
 * registration_id, walk_in_id, handed_over_at, seats, slots (how many half-days), minutes (null:
 * unknown for one of them), person_minutes (the same, times those who were there), email_key, name, first_name, last_name, profession, organisation, kind.
 */
export const presence = (where: SQL): SQL => sql`
  SELECT t.session_id, t.attendee, t.registration_id, t.walk_in_id, w.handed_over_at,
    iif(r.seats > 1, max(max(t.seats), ${people}), max(t.seats)) AS seats,
    count(*) AS slots, iif(count(*) = count(${minutesAt}), sum(${minutesAt}), NULL) AS minutes,
    iif(count(*) = count(${minutesAt}), sum(${minutesAt} * t.seats), NULL) AS person_minutes,
    coalesce(r.email_key, w.email_key) AS email_key,
    coalesce(r.email, w.email) AS email,
    coalesce(w.name, trim(r.first_name || ' ' || r.last_name)) AS name,
    r.first_name, r.last_name, coalesce(r.profession, w.profession) AS profession,
    coalesce(r.organisation, w.organisation) AS organisation, coalesce(r.kind, 'person') AS kind,
    coalesce(r.locale, w.locale) AS locale, coalesce(r.companions, '[]') AS companions,
    r.group_label, r.seats AS registered_seats
  FROM sessions s
    JOIN attendance t ON t.session_id = s.id AND t.state = 'present'
    LEFT JOIN slots sl ON sl.session_id = s.id AND sl.position = t.slot
    LEFT JOIN registrations r ON r.id = t.registration_id
    LEFT JOIN walk_ins w ON w.id = t.walk_in_id
  WHERE ${where}
  GROUP BY t.session_id, t.attendee`;

export type Counted = { kind: HeadcountKind; category: string; count: number };

export type PresentCount = {
  sessionId: number;
  /** People named in the list, companions and groups included; walk-ins among them. */
  named: number;
  walkIns: number;
  /** People counted beside the list: present, or participations of a cycle. */
  counted: number;
  /** named + counted: one person in one session. */
  participations: number;
  /** People and not attendances, where that is what the source counts; null: not counted so. */
  beneficiaries: number | null;
  /** Counts of which the source does not say what they count: in no total. */
  unspecified: number;
  /** The headcounts as they were written. */
  headcounts: Counted[];
  /** Hours lived by the people named, in minutes; null where one of them has no known hours. */
  minutes: number | null;
  /** How long the session was held, in minutes; null where nobody noted it. */
  minutesHeld: number | null;
  /** Whether anything was noted: when not, the figures above say nothing. */
  taken: boolean;
};

/** How many were present at a session. */
export async function countPresent(db: Database, sessionId: number): Promise<PresentCount> {
  const [count] = await countPresentIn(db, sql`s.id = ${sessionId}`);
  if (!count) throw new Error(`no session ${sessionId}`);
  return count;
}

/** The same for a few sessions, by their id. */
export async function countPresentOf(
  db: Database,
  sessions: readonly { id: number }[],
): Promise<ReadonlyMap<number, PresentCount>> {
  if (!sessions.length) return new Map();
  const ids = JSON.stringify(sessions.map(({ id }) => id));
  const counts = await countPresentIn(db, sql`s.id IN (SELECT value FROM json_each(${ids}))`);
  return new Map(counts.map((count) => [count.sessionId, count]));
}

/**
 * The same for each of the sessions s of the condition, whether attendance was taken or not: two
 * statements, and rows in proportion to the people present.
 */
export async function countPresentIn(db: Database, where: SQL): Promise<PresentCount[]> {
  type Row = Omit<
    PresentCount,
    'counted' | 'participations' | 'beneficiaries' | 'unspecified' | 'headcounts' | 'taken'
  > & {
    taken: number;
  };
  const [rows, counts] = await Promise.all([
    select<Row>(
      db,
      sql`SELECT s.id AS sessionId, coalesce(sum(p.seats), 0) AS named,
          coalesce(sum(iif(p.walk_in_id IS NULL OR p.handed_over_at IS NOT NULL, 0, p.seats)), 0) AS walkIns,
          iif(count(p.attendee) = count(p.minutes), sum(p.person_minutes), NULL) AS minutes,
          coalesce((SELECT a.minutes_held FROM session_attendance a WHERE a.session_id = s.id),
            (SELECT iif(count(*) = count(${slotMinutes}), sum(${slotMinutes}), NULL)
              FROM slots sl WHERE sl.session_id = s.id)) AS minutesHeld,
          EXISTS (SELECT 1 FROM session_attendance a WHERE a.session_id = s.id AND a.taken_at IS NOT NULL) AS taken
        FROM sessions s LEFT JOIN (${presence(where)}) p ON p.session_id = s.id
        WHERE ${where} GROUP BY s.id ORDER BY s.id`,
    ),
    select<Counted & { sessionId: number }>(
      db,
      sql`SELECT h.session_id AS sessionId, h.kind, h.category, h.count
        FROM sessions s JOIN headcounts h ON h.session_id = s.id
        WHERE ${where} ORDER BY h.session_id, h.kind, h.id`,
    ),
  ]);
  const countsOf = Map.groupBy(counts, (count) => count.sessionId);
  return rows.map(({ taken, ...row }) => {
    const headcounts = (countsOf.get(row.sessionId) ?? []).map(({ kind, category, count }) => ({
      kind,
      category,
      count,
    }));
    const counted = total(headcounts, 'present') + total(headcounts, 'participations');
    return {
      ...row,
      counted,
      participations: row.named + counted,
      beneficiaries: headcounts.some((h) => h.kind === 'beneficiaries')
        ? total(headcounts, 'beneficiaries')
        : null,
      unspecified: total(headcounts, 'unspecified'),
      headcounts,
      taken: Boolean(taken),
    };
  });
}

const total = (counts: readonly Counted[], kind: HeadcountKind) =>
  counts.reduce((sum, count) => sum + (count.kind === kind ? count.count : 0), 0);
