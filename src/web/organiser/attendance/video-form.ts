/** The list of connections as it was looked through: who each one is, and who was not there. */
import * as v from 'valibot';
import { mostConnections } from '../../../domain/attendance/connections';
import type { Mark, NewWalkIn } from '../../../domain/attendance/record';
import { isTheirs, type RollEntry, whoOf } from '../../../domain/attendance/roll';
import { walkInEmail, walkInName } from '../../../domain/attendance/walk-in-inputs';
import type { Slot } from '../../../domain/catalogue/schema';
import type { Values } from '../form';
import { readKey } from './open-session';

export function readVideo(
  values: Values,
  {
    entries,
    slot,
    span,
    now,
  }: { entries: readonly RollEntry[]; slot: number; span: Slot | undefined; now: number },
): { marks: Mark[]; walkIns: NewWalkIn[] } {
  const key = readKey(values.key);
  const walkIns: NewWalkIn[] = [];
  const minutesOf = new Map<string, number>();
  const marks: Mark[] = [];
  const mark = (id: string, who: Mark['who'], state: Mark['state'], minutes?: number) =>
    marks.push({
      id: `${key}:${id}:${slot}`,
      slot,
      who,
      state,
      at: now,
      ...(minutes !== undefined && { minutes: withinSession(minutes, span) }),
    });
  for (let i = 0; i < mostConnections && values[`who-${i}`] !== undefined; i++) {
    const who = values[`who-${i}`];
    const minutes = Math.max(0, Math.trunc(Number(values[`minutes-${i}`])) || 0);
    const name = v.safeParse(walkInName, values[`name-${i}`]);
    if (who === 'new' && name.success) {
      // What is no address is left out: certificates are mailed to it.
      const email = v.safeParse(walkInEmail, values[`email-${i}`]);
      const address = email.success && email.output ? { email: email.output } : {};
      walkIns.push({ key: `${key}-v${i}`, name: name.output, ...address });
      mark(`v${i}`, { walkInKey: `${key}-v${i}` }, 'present', minutes);
    } else if (who) minutesOf.set(who, (minutesOf.get(who) ?? 0) + minutes);
  }
  for (const entry of entries) {
    const { attendee, registrationId, marks: noted } = entry;
    const who = whoOf(entry);
    const minutes = minutesOf.get(attendee);
    if (minutes !== undefined) mark(attendee, who, 'present', minutes);
    else if (values.absent && registrationId !== null && !noted.has(slot) && isTheirs(entry, span))
      mark(attendee, who, 'absent');
  }
  return { marks, walkIns };
}

/** Whoever connects early and stays after was there for the whole half-day, not longer. */
export const withinSession = (minutes: number, span: Slot | undefined) =>
  span?.precision === 'time'
    ? Math.min(minutes, Math.floor((span.endsAt - span.startsAt) / 60_000))
    : minutes;
