/**
 * A mark made before a seat was handed over, and sent after it, is the former holder's: they stand in the
 * list under their own name (hand-over.ts), and the new holder was not there yet. Of two registered
 * together the companion's part stays with the seat.
 */
import { type SQL, sql } from 'drizzle-orm';

/** h: who held the seat of the registration r at an instant (UTC ms), where it was handed over since. */
export const formerHolder = (at: SQL): SQL => sql`LEFT JOIN walk_ins h ON h.id = (
  SELECT f.id FROM walk_ins f WHERE f.registration_id = r.id AND f.session_id = r.session_id
    AND f.handed_over_at > ${at} ORDER BY f.handed_over_at LIMIT 1)`;

export const markColumns = sql`(mark_id, decision, session_id, slot, registration_id, walk_in_id, state, seats,
  persons, arrived_at, left_at, minutes, source, marked_at, received_at, actor)`;

/** Of the mark m about the registration r, who of those registered together came beside the holder. */
export const othersOf = (seats: SQL, persons: SQL): SQL => sql`(SELECT json_group_array(value)
  FROM json_each(coalesce(${persons},
    iif(${seats} >= r.seats, (SELECT json_group_array(key + 1) FROM json_each(r.companions)), '[]')))
  WHERE value <> 0)`;

/** Whether the mark's persons, where somebody said them, name the holder. */
export const holderAmong = (persons: SQL): SQL => sql`(${persons} IS NULL
  OR EXISTS (SELECT 1 FROM json_each(${persons}) WHERE value = 0))`;

/**
 * The marks m of a sending, each found by its id. A cross join keeps the order that is written: SQLite would
 * read all marks ever made in the session.
 */
export const marksSent = (marks: readonly { id: string }[], sessionId: number): SQL => sql`
  json_each(${JSON.stringify(marks.map(({ id }) => id))}) j CROSS JOIN attendance_marks m
    ON m.mark_id = j.value AND m.session_id = ${sessionId}`;

/**
 * Of the marks of a sending that were kept on a seat of several and name its holder: the holder's part for
 * the former holder, and then the others' for the seat, which holds a moment later.
 * @param sent the marks m of the sending
 */
export function partedFromSeat(sent: SQL, decision: string): SQL[] {
  const kept = sql`${sent} CROSS JOIN registrations r ON r.id = m.registration_id
      ${formerHolder(sql`m.marked_at`)}
    WHERE m.decision = ${decision} AND h.id IS NOT NULL AND m.state = 'present' AND m.seats > 1
      AND ${holderAmong(sql`m.persons`)}`;
  return [
    sql`INSERT INTO attendance_marks ${markColumns}
      SELECT m.mark_id || ':h', m.decision, m.session_id, m.slot, NULL, h.id, m.state, 1, NULL,
        m.arrived_at, m.left_at, m.minutes, m.source, m.marked_at, m.received_at, m.actor FROM ${kept}`,
    sql`INSERT INTO attendance_marks ${markColumns}
      SELECT m.mark_id || ':r', m.decision, m.session_id, m.slot, r.id, NULL, m.state, m.seats - 1,
        ${othersOf(sql`m.seats`, sql`m.persons`)},
        m.arrived_at, m.left_at, m.minutes, m.source, m.marked_at + 1, m.received_at, m.actor FROM ${kept}`,
  ];
}
