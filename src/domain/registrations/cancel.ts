/**
 * Cancelling frees the seat at once, takes the event out of the calendar, and stops every reminder
 * to that person. A link in a mail only shows a page; a button acts.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { byDay } from '../../lib/dates';
import { newToken } from '../../lib/tokens';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { isOver } from '../catalogue/registration-window';
import type { Ending, Registration } from './schema';
import {
  type Actor,
  cancelFurtherDays,
  type Moment,
  mailTo,
  recountParty,
  remember,
} from './statements';
import { offerFreedSeats } from './waiting-list';

export type CancelOutcome =
  | { ok: true; repeated: boolean }
  | { ok: false; reason: 'past' | 'changed_meanwhile' };

export type Cancelling = {
  actor: Actor;
  endedBy: Extract<Ending, 'person' | 'organiser' | 'not_eligible' | 'calendar'>;
  /** What the organiser typed; it goes into the mail. */
  reason?: string | null;
};

/**
 * Cancels one registration (not its party: colleagues keep their seats). Repeating it changes
 * nothing. Refused to the person once the session is over; an organiser may still tidy up. Of one that
 * went to another session or another holder since it was read, nothing is cancelled.
 */
export async function cancelRegistration(
  db: Database,
  registration: Registration,
  { actor, endedBy, reason = null }: Cancelling,
  { now, timeZone }: Moment,
): Promise<CancelOutcome> {
  const view = await findSessionById(db, registration.sessionId);
  if (!view) throw new Error(`registration ${registration.id} has no session`);
  if (endedBy === 'person' && isOver(view.session, now) && registration.state !== 'cancelled')
    return { ok: false, reason: 'past' };
  const decision = newToken();
  const ours = sql`r.id = ${registration.id} AND r.decision = ${decision}`;
  const facts = { session: factsOf(view) };
  const days = Math.max(registration.calendarDays, byDay(view.slots, timeZone).length);
  const [decided] = await transact(db, [
    sql`UPDATE registrations SET state = 'cancelled', ended_by = ${endedBy}, decision = ${decision},
        calendar_sequence = calendar_sequence + (calendar_days > 0), state_changed_at = ${now}
      WHERE id = ${registration.id} AND state <> 'cancelled'
        AND session_id = ${registration.sessionId} AND holder_version = ${registration.holderVersion}
      RETURNING id`,
    recountParty(registration.partyId, { id: registration.id, decision }),
    remember(ours, { event: 'cancelled', actor, now, detail: { endedBy } }),
    endedBy === 'not_eligible'
      ? mailTo(ours, { kind: 'not_eligible', facts: { ...facts, reason }, now })
      : mailTo(ours, {
          kind: 'cancelled',
          facts: { ...facts, byOrganiser: endedBy === 'organiser', reason },
          calendar: sql`iif(r.calendar_days > 0, r.calendar_sequence, NULL)`,
          now,
        }),
    ...cancelFurtherDays(ours, { from: 1, most: days }, { facts: { ...facts, reason }, now }),
  ]);
  if (!decided?.rows.length) return whyNot(db, registration);
  await offerFreedSeats(db, registration.sessionId, { now });
  return { ok: true, repeated: false };
}

async function whyNot(db: Database, { id }: Registration): Promise<CancelOutcome> {
  const [found] = await select<{ state: string }>(
    db,
    sql`SELECT state FROM registrations WHERE id = ${id}`,
  );
  return found?.state === 'cancelled'
    ? { ok: true, repeated: true }
    : { ok: false, reason: 'changed_meanwhile' };
}
