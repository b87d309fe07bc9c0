/**
 * Self check-in: a code on the wall of the room, for those in it. It works from half an hour before the
 * first half-day to half an hour after the last, says nothing of who is registered, and answers the
 * same to everyone: known or not, whoever says that they are there is noted, and the organiser sees
 * that it was by the code.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { minute } from '../../lib/dates';
import { emailKey, nameKey } from '../../lib/text';
import { newCode } from '../../lib/tokens';
import { findSessionById, type SessionView } from '../catalogue/find-session';
import type { Slot } from '../catalogue/schema';
import type { Actor } from '../registrations/statements';
import { recordAttendance } from './record';

const margin = 30 * minute;

/** The session's code, made once: printed posters stay right. */
export async function openCheckIn(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO session_attendance (session_id, check_in_code) VALUES (${sessionId}, ${newCode(8)})
      ON CONFLICT (session_id) DO UPDATE SET check_in_code = coalesce(check_in_code, excluded.check_in_code)`,
    sql`INSERT INTO history (at, actor, event, session_id) VALUES (${now}, ${actor}, 'check_in_opened', ${sessionId})`,
  ]);
}

export async function closeCheckIn(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
): Promise<void> {
  await transact(db, [
    sql`UPDATE session_attendance SET check_in_code = NULL WHERE session_id = ${sessionId}`,
    sql`INSERT INTO history (at, actor, event, session_id) VALUES (${now}, ${actor}, 'check_in_closed', ${sessionId})`,
  ]);
}

/** The half-day to which someone who checks in now comes; null when it is not the time. */
export function slotNow(slots: readonly Slot[], now: number): number | null {
  const slot = slots.findLast((each) => each.startsAt - margin <= now);
  return slot && now <= slot.endsAt + margin ? slot.number : null;
}

/** The session of a code, or null; `slot` is null when the code does not work at the moment. */
export async function findByCheckInCode(
  db: Database,
  code: string,
  now: number,
): Promise<{ view: SessionView; slot: number | null } | null> {
  const [found] = await select<{ id: number }>(
    db,
    sql`SELECT session_id AS id FROM session_attendance WHERE check_in_code = ${code}`,
  );
  const view = found && (await findSessionById(db, found.id));
  if (!view) return null;
  const slot = view.session.state === 'published' ? slotNow(view.slots, now) : null;
  return { view, slot };
}

export type CheckIn = {
  /** From the form, so that sending it twice notes it once. */
  key: string;
  name: string;
  email: string;
  locale: 'fr' | 'en';
};

/** Notes who says that they are there: their registration by its address or its name, else a walk-in. */
export async function checkIn(
  db: Database,
  sessionId: number,
  slot: number,
  { key, name, email, locale }: CheckIn,
  now: number,
): Promise<void> {
  const registrationId = await findRegistration(db, sessionId, { name, email });
  const walkIns = registrationId === null ? [{ key, name, email, locale }] : [];
  const who = registrationId === null ? { walkInKey: key } : { registrationId };
  const marks = [{ id: `${key}:${slot}`, slot, who, state: 'present' as const, seats: 1, at: now }];
  await recordAttendance(
    db,
    sessionId,
    { walkIns, marks, source: 'self' },
    { now, actor: 'person' },
  );
}

/** By the address; by the name where only one person of the session has it. */
async function findRegistration(
  db: Database,
  sessionId: number,
  { name, email }: { name: string; email: string },
): Promise<number | null> {
  const rows = await select<{ id: number; emailKey: string | null; name: string }>(
    db,
    sql`SELECT id, email_key AS emailKey, first_name || ' ' || last_name AS name FROM registrations
      WHERE session_id = ${sessionId} AND state <> 'cancelled'`,
  );
  const byAddress = email ? rows.find((row) => row.emailKey === emailKey(email)) : undefined;
  if (byAddress) return byAddress.id;
  const words = (text: string) => nameKey(text).split(' ').sort().join(' ');
  const sameName = rows.filter((row) => words(row.name) === words(name));
  return sameName.length === 1 ? (sameName[0]?.id ?? null) : null;
}
