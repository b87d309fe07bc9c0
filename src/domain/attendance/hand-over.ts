/**
 * Hours belong to who was there. A seat handed over between two half-days leaves the former holder what
 * they attended, and their certificate: they stand in the list under their own name, and the new holder
 * begins with nothing but an excuse for the half-days that were not theirs. Companions keep theirs. What
 * comes late: former-holder.ts.
 */
import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { newToken } from '../../lib/tokens';
import {
  type HandoverOutcome,
  handOverRegistration,
  type NewHolder,
} from '../registrations/hand-over';
import type { Registration } from '../registrations/schema';
import type { Moment } from '../registrations/statements';
import { holderAmong, markColumns, othersOf } from './former-holder';

/** Hands a confirmed seat to a named colleague: see handOverRegistration for the refusals. */
export const handOver = (
  db: Database,
  registration: Registration,
  holder: NewHolder,
  moment: Moment,
): Promise<HandoverOutcome> =>
  handOverRegistration(db, registration, holder, moment, (allowed) =>
    keptByFormerHolder(allowed, moment.now),
  );

/** A group has no holder in the list: its marks are the group's, whoever answers for it. */
function keptByFormerHolder(allowed: SQL, now: number): SQL[] {
  const key = newToken();
  const decision = newToken();
  const noted = sql`attendance t JOIN attendance_marks m ON m.mark_id = t.mark_id`;
  const ofSeat = sql`t.registration_id = r.id AND t.session_id = r.session_id`;
  // Where nobody said which of them came, the holder did.
  const there = sql`t.state = 'present' AND ${holderAmong(sql`m.persons`)}`;
  const others = othersOf(sql`t.seats`, sql`m.persons`);
  const hasBegun = sql`NOT EXISTS (SELECT 1 FROM slots sl WHERE sl.session_id = t.session_id
    AND sl.position = t.slot AND sl.starts_at > ${now})`;
  return [
    sql`INSERT INTO walk_ins (session_id, client_key, name, email, email_key, profession, organisation,
        locale, registration_id, created_at, handed_over_at)
      SELECT r.session_id, ${key}, trim(r.first_name || ' ' || r.last_name), r.email, r.email_key,
        r.profession, r.organisation, r.locale, r.id, ${now}, ${now}
      FROM registrations r WHERE ${allowed} AND r.kind = 'person' AND (
        EXISTS (SELECT 1 FROM ${noted} WHERE ${ofSeat} AND ${there})
        OR EXISTS (SELECT 1 FROM slots sl WHERE sl.session_id = r.session_id AND sl.starts_at <= ${now})
        OR EXISTS (SELECT 1 FROM certificates c WHERE c.registration_id = r.id AND c.person = 0))`,
    sql`UPDATE certificates SET attendee = 'w' || w.id, walk_in_id = w.id, registration_id = NULL
      FROM walk_ins w WHERE w.client_key = ${key} AND certificates.session_id = w.session_id
        AND certificates.registration_id = w.registration_id AND certificates.person = 0`,
    sql`INSERT INTO attendance_marks ${markColumns}
      SELECT ${key} || ':' || t.slot, ${decision}, t.session_id, t.slot, NULL, w.id, 'present', 1, NULL,
        t.arrived_at, t.left_at, t.minutes, t.source, t.marked_at, ${now}, 'person'
      FROM walk_ins w JOIN registrations r ON r.id = w.registration_id JOIN ${noted}
      WHERE w.client_key = ${key} AND ${ofSeat} AND ${there}`,
    // Last, since the marks above are read from what this replaces.
    sql`INSERT INTO attendance_marks ${markColumns}
      SELECT ${decision} || ':' || t.slot, ${decision}, t.session_id, t.slot, r.id, NULL,
        CASE WHEN t.state = 'present' AND t.seats > 1 THEN 'present'
          WHEN ${hasBegun} THEN 'excused' ELSE 'unmarked' END,
        iif(t.state = 'present', t.seats - 1, 0),
        iif(t.state = 'present' AND t.seats > 1, ${others}, NULL),
        iif(t.seats > 1, t.arrived_at, NULL), iif(t.seats > 1, t.left_at, NULL),
        iif(t.seats > 1, t.minutes, NULL), t.source, max(${now}, t.marked_at + 1), ${now}, 'person'
      FROM registrations r JOIN ${noted}
      WHERE ${allowed} AND ${ofSeat} AND r.kind = 'person'
        AND (${there} OR t.state IN ('absent', 'excused') AND NOT (${hasBegun}))`,
  ];
}
