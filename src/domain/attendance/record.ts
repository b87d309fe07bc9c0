/**
 * Taking attendance. A mark carries an id given by whoever made it and the moment at which it was
 * made: a phone that was offline sends what it holds later, and as often as it likes. The same mark
 * twice changes nothing, and of two marks of one person the later wins, whatever came first.
 * At the door it is people who decide: a walk-in is never refused, and neither is someone who waits
 * or had cancelled; past the ceiling of the room they are counted and shown as such. Nobody is present at
 * what has not begun: a mark that says so is not kept.
 * A mark that comes after the certificates corrects them.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { minute } from '../../lib/dates';
import { emailKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { Actor } from '../registrations/statements';
import { correctCertificates } from './certify';
import { formerHolder, holderAmong, markColumns, marksSent, partedFromSeat } from './former-holder';
import { doorsOpen } from './half-days';
import type { AttendanceState, MarkSource } from './schema';
import { somethingNoted } from './taken';

/** Whom a mark is about: a registration of this session, or a walk-in by the key it was given. */
export type Attendee = { registrationId: number } | { walkInKey: string };

export type Mark = {
  /** Unique among all marks ever made: a random token. */
  id: string;
  /** Number of the slot in the session. */
  slot: number;
  who: Attendee;
  state: AttendanceState;
  /** Of those registered together, how many are there; all of them when left out. */
  seats?: number;
  /** Which ones, where somebody says: 0 for the holder, 1 and up for the companions. */
  persons?: readonly number[];
  /** UTC ms: arrived late, left early. */
  arrivedAt?: number | null;
  leftAt?: number | null;
  /** The time connected to a video session, where it is known. */
  minutes?: number | null;
  /** Only while this mark is what holds, or nothing does where it is null: who marks has looked at it. */
  after?: string | null;
  /** How it was made, where that is not how the others of the sending were. */
  source?: MarkSource;
  /** When it was made, UTC ms. */
  at: number;
};

/** Someone who came without a place: a name is enough. */
export type NewWalkIn = {
  /** Given by the phone or the form, so that sending twice adds one. */
  key: string;
  name: string;
  email?: string | null;
  profession?: string | null;
  organisation?: string | null;
  locale?: 'fr' | 'en';
  /** The registration, for another session, that they came with. */
  registrationId?: number | null;
};

export type Sending = {
  walkIns?: readonly NewWalkIn[];
  marks: readonly Mark[];
  source: MarkSource;
  /**
   * The sender's own clock when it sends. A phone may be an hour wrong: its marks are shifted by
   * as much, so that they stand among those of others where they belong.
   */
  sentAt?: number;
};

export type Recorded = {
  /** Ids of marks that the record holds now, whether by this sending or an earlier one. */
  kept: string[];
  /** Ids of marks that it can't hold: no such person or half-day in this session, or present too early. */
  refused: string[];
  /** How many were new. */
  changes: number;
};

/** Records walk-ins and marks of one session, all or none, at most a few hundred at a call. */
export async function recordAttendance(
  db: Database,
  sessionId: number,
  { walkIns = [], marks, source, sentAt }: Sending,
  { now, actor }: { now: number; actor: Actor },
): Promise<Recorded> {
  const decision = newToken();
  const shift = clockError(sentAt, now);
  const sent = marksSent(marks, sessionId);
  const results = await transact(db, [
    ...(walkIns.length ? [walkInsAdded(sessionId, walkIns, now)] : []),
    marksAdded(sessionId, marks, { decision, source, shift, now, actor }),
    ...(marks.some((mark) => mark.at + shift < now) ? partedFromSeat(sent, decision) : []),
    // A mark that is taken back leaves nothing behind: the session is to be noted again.
    sql`UPDATE session_attendance SET taken_at = NULL WHERE session_id = ${sessionId}
      AND NOT (${somethingNoted})`,
    sql`INSERT INTO history (at, actor, event, session_id, detail)
      SELECT ${now}, ${actor}, 'attendance_marked', ${sessionId},
        json_object('marks', count(*), 'source', ${source})
      FROM ${sent} WHERE m.decision = ${decision} HAVING count(*) > 0`,
    sql`SELECT m.mark_id AS id, m.decision = ${decision} AS new FROM ${sent}`,
  ]);
  const kept = (results.at(-1)?.rows ?? []) as { id: string; new: number }[];
  const changes = kept.filter((row) => row.new).length;
  if (changes) await correctCertificates(db, sessionId, { now, actor });
  const known = new Set(kept.map((row) => row.id));
  return {
    kept: [...known],
    refused: marks.map((mark) => mark.id).filter((id) => !known.has(id)),
    changes,
  };
}

/** How far behind the sender's clock is. Less than a minute is what the network took, and says nothing of it. */
export const clockError = (sentAt = Number.NaN, now: number) =>
  Math.abs(now - sentAt) >= minute ? now - sentAt : 0;

const walkInsAdded = (sessionId: number, walkIns: readonly NewWalkIn[], now: number): SQL => {
  const rows = walkIns.map((walkIn) => ({
    ...walkIn,
    email: walkIn.email || null,
    emailKey: walkIn.email ? emailKey(walkIn.email) : null,
  }));
  return sql`INSERT INTO walk_ins (session_id, client_key, name, email, email_key, profession,
      organisation, locale, registration_id, created_at)
    SELECT ${sessionId}, value ->> 'key', value ->> 'name', value ->> 'email', value ->> 'emailKey',
      value ->> 'profession', value ->> 'organisation', coalesce(value ->> 'locale', 'fr'),
      value ->> 'registrationId', ${now}
    FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (client_key) DO NOTHING`;
};

/**
 * A registration of two seats can be attended by none, one or two: never by more than it holds. A
 * mark made « in the future » is made now: no phone can keep the last word for ever.
 */
function marksAdded(
  sessionId: number,
  marks: readonly Mark[],
  sent: { decision: string; source: MarkSource; shift: number; now: number; actor: Actor },
): SQL {
  const { decision, source, now, actor } = sent;
  const rows = marks.map(({ who, ...mark }) => ({
    ...mark,
    ...who,
    looked: mark.after === undefined ? 0 : 1,
    seats: mark.seats ?? null,
    at: Math.round(Math.min(now, mark.at + sent.shift)),
  }));
  const seats = sql`iif(j.value ->> 'state' = 'present',
    max(1, min(coalesce(j.value ->> 'seats', r.seats, 1), coalesce(r.seats, 1))), 0)`;
  const persons = sql`iif(j.value ->> 'state' = 'present'
    AND NOT EXISTS (SELECT 1 FROM json_each(j.value -> 'persons') p
      WHERE p.value >= coalesce(r.seats, 1)), j.value -> 'persons', NULL)`;
  // The holder's alone; where others came as well, partedFromSeat.
  const isFormers = sql`(h.id IS NOT NULL AND (r.seats = 1 OR ${seats} = 1 AND ${holderAmong(persons)}))`;
  return sql`INSERT INTO attendance_marks ${markColumns}
    SELECT j.value ->> 'id', ${decision}, ${sessionId}, j.value ->> 'slot',
      iif(${isFormers}, NULL, r.id), iif(${isFormers}, h.id, w.id), j.value ->> 'state',
      ${seats}, iif(${isFormers}, NULL, ${persons}),
      j.value ->> 'arrivedAt', j.value ->> 'leftAt', j.value ->> 'minutes', coalesce(j.value ->> 'source', ${source}),
      j.value ->> 'at',
      ${now}, ${actor}
    FROM json_each(${JSON.stringify(rows)}) j
      LEFT JOIN registrations r ON r.id = j.value ->> 'registrationId' AND r.session_id = ${sessionId}
      ${formerHolder(sql`j.value ->> 'at'`)}
      LEFT JOIN walk_ins w ON w.client_key = j.value ->> 'walkInKey' AND w.session_id = ${sessionId}
        AND w.removed_at IS NULL
    WHERE (r.id IS NULL) <> (w.id IS NULL)
      AND (NOT j.value ->> 'looked' OR j.value ->> 'after' IS (SELECT a.mark_id FROM attendance a
        WHERE a.session_id = ${sessionId} AND a.slot = j.value ->> 'slot'
          AND a.attendee = iif(r.id IS NULL, 'w' || w.id, 'r' || r.id)))
      AND (EXISTS (SELECT 1 FROM slots WHERE session_id = ${sessionId} AND position = j.value ->> 'slot')
        OR j.value ->> 'slot' = 0 AND NOT EXISTS (SELECT 1 FROM slots WHERE session_id = ${sessionId}))
      AND (j.value ->> 'state' <> 'present' OR NOT EXISTS (SELECT 1 FROM slots
        WHERE session_id = ${sessionId} AND position = j.value ->> 'slot' AND starts_at > ${now + doorsOpen}))
    ON CONFLICT (mark_id) DO NOTHING`;
}
