/**
 * Correcting what was noted of a registration after its attendance was: hours belong to who was there. Marks,
 * certificates and the lines of printed sheets name companions by their place in the list, so when one is
 * left out or added, all three follow their person in the batch of the correction.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { newToken } from '../../lib/tokens';
import {
  type Correction,
  correctDetails,
  type DetailsOutcome,
} from '../registrations/correct-details';
import type { Registration } from '../registrations/schema';
import { type By, correctCertificates } from './certify';
import { followSeats } from './who-came';

/** As correctDetails, whose refusals it has; then the certificates that say otherwise are reissued. */
export async function correctRegistration(
  db: Database,
  registration: Registration,
  correction: Correction,
  by: By,
): Promise<DetailsOutcome> {
  const { details } = correction;
  const seats = registration.kind === 'group' ? null : followSeats(registration, details);
  const isMoved =
    seats !== null && (seats.length !== details.seats || seats.some((now, was) => now !== was));
  const outcome = await correctDetails(db, registration, correction, by.actor, by, (corrected) =>
    isMoved ? following(registration, details.seats, seats, corrected, by) : [],
  );
  if (outcome.ok) await correctCertificates(db, registration.sessionId, by);
  return outcome;
}

function following(
  { id, sessionId, seats: former }: Registration,
  seats: number,
  moves: readonly (number | null)[],
  corrected: SQL,
  { now, actor }: By,
): SQL[] {
  const decision = newToken();
  const map = JSON.stringify(moves);
  const all = JSON.stringify(moves.map((_, was) => was));
  const isCorrected = sql`EXISTS (SELECT 1 FROM registrations r WHERE ${corrected})`;
  const theirs = sql`registration_id = ${id} AND session_id = ${sessionId} AND ${isCorrected}`;
  const line = `r${id}/`;
  /** A place beyond any list, while two change theirs. */
  const apart = 1000;
  return [
    // Who came is said by name now, where all did: « all » would mean others.
    sql`INSERT INTO attendance_marks (mark_id, decision, session_id, slot, registration_id, state, seats,
        persons, arrived_at, left_at, minutes, source, marked_at, received_at, actor)
      SELECT ${decision} || ':' || slot, ${decision}, ${sessionId}, slot, ${id},
        iif(there > 0, 'present', 'absent'), there, iif(there > 0, persons, NULL),
        arrived_at, left_at, minutes, source, max(${now}, marked_at + 1), ${now}, ${actor}
      FROM (SELECT x.*,
          (SELECT json_group_array(f.value) FROM json_each(x.came) c JOIN json_each(${map}) f
            ON f.key = c.value WHERE f.type <> 'null') AS persons,
          max(0, min(${seats}, x.seats - (SELECT count(*) FROM json_each(x.came) c JOIN json_each(${map}) f
            ON f.key = c.value WHERE f.type = 'null'))) AS there
        FROM (SELECT t.*, coalesce(m.persons, iif(t.seats >= ${former}, ${all}, '[0]')) AS came
          FROM attendance t JOIN attendance_marks m ON m.mark_id = t.mark_id
          WHERE t.registration_id = ${id} AND t.session_id = ${sessionId} AND t.state = 'present'
            AND ${isCorrected}) x)`,
    // Whoever is of the registration no more has no place in it, and a certificate for none.
    sql`UPDATE certificates SET person = -id WHERE ${theirs}
      AND person IN (SELECT f.key FROM json_each(${map}) f WHERE f.type = 'null')`,
    sql`UPDATE certificates SET person = ${apart} + f.value FROM json_each(${map}) f
      WHERE ${theirs} AND person = f.key AND f.value <> f.key`,
    sql`UPDATE certificates SET person = person - ${apart} WHERE ${theirs} AND person >= ${apart}`,
    sql`UPDATE printed_sheets SET lines = (
        SELECT json_group_array(line) FROM (
          SELECT coalesce((SELECT ${line} || coalesce(f.value, 'x') FROM json_each(${map}) f
            WHERE l.value = ${line} || f.key), l.value) AS line
          FROM json_each(printed_sheets.lines) l ORDER BY l.key))
      WHERE session_id = ${sessionId} AND ${isCorrected}`,
  ];
}
