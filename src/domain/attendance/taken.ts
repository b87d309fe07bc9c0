/** When the attendance of a session is taken: somebody is present, absent or excused, or was counted. */
import { sql } from 'drizzle-orm';

/** Of the row of session_attendance at hand. */
export const somethingNoted = sql`EXISTS (SELECT 1 FROM attendance t
    WHERE t.session_id = session_attendance.session_id AND t.state <> 'unmarked')
  OR EXISTS (SELECT 1 FROM headcounts h WHERE h.session_id = session_attendance.session_id)`;

/** Whether nobody noted if the confirmed registration r came, was absent or is excused. */
export const isUnnoted = sql`NOT EXISTS (SELECT 1 FROM attendance t
  WHERE t.registration_id = r.id AND t.session_id = r.session_id AND t.state <> 'unmarked')`;
