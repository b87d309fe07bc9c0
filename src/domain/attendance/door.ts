/**
 * What the door's page sends: marks by name, walk-ins, and scanned confirmations. A scanned code is the
 * link of a registration, verified here and not on the phone. Someone who comes with the registration
 * of another session is not sent away: they are a walk-in, under the name that they registered with.
 */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { sameText } from '../../lib/tokens';
import type { Actor } from '../registrations/statements';
import { registrationToken } from '../registrations/tokens';
import {
  type Attendee,
  clockError,
  type Mark,
  type NewWalkIn,
  type Recorded,
  recordAttendance,
} from './record';

export type DoorMark = Omit<Mark, 'who'> & { who: Attendee | { token: string } };
export type DoorSending = {
  marks: readonly DoorMark[];
  walkIns: readonly Pick<NewWalkIn, 'key' | 'name'>[];
  /** The phone's clock when it sends. */
  sentAt: number;
};

export type DoorRecorded = Recorded & {
  /** By the mark's id: whose code was scanned, and whether it is of another session. */
  scanned: Record<string, { name: string; seats: number; elsewhere: boolean }>;
};

/** Records what a phone sends, now or hours later, once or ten times. */
export async function recordFromDoor(
  db: Database,
  secret: string,
  sessionId: number,
  sending: DoorSending,
  by: { now: number; actor: Actor },
): Promise<DoorRecorded> {
  const found = await findScanned(db, secret, sessionId, sending.marks);
  const shift = clockError(sending.sentAt, by.now);
  const scanned: DoorRecorded['scanned'] = {};
  const walkIns: NewWalkIn[] = [...sending.walkIns];
  const refused: string[] = [];
  const marks = sending.marks.flatMap((mark): Mark[] => {
    if (!('token' in mark.who)) return [{ ...mark, who: mark.who }];
    const person = found.get(mark.who.token);
    const isLate = person?.endedAt != null && mark.at + shift >= person.endedAt;
    if (!person || isLate) {
      refused.push(mark.id);
      return [];
    }
    const { id, name, seats } = person;
    const elsewhere = person.sessionId !== sessionId;
    if (person.endedAt === null)
      scanned[mark.id] = { name, seats: elsewhere ? 1 : seats, elsewhere };
    const scan = { ...mark, source: 'scan' as const };
    if (!elsewhere) return [{ ...scan, who: { registrationId: id } }];
    const key = `scan-${sessionId}-${id}`;
    walkIns.push({ ...person, key, registrationId: id });
    return [{ ...scan, who: { walkInKey: key } }];
  });
  const { sentAt } = sending;
  const recorded = await recordAttendance(
    db,
    sessionId,
    { walkIns, marks, source: 'tick', sentAt },
    by,
  );
  return { ...recorded, refused: [...refused, ...recorded.refused], scanned };
}

type Scanned = {
  id: number;
  sessionId: number;
  holderVersion: number;
  name: string;
  seats: number;
  email: string | null;
  profession: string | null;
  organisation: string | null;
  locale: 'fr' | 'en';
  /** For the code of who held the seat before: when it was handed over, and the code ended. */
  endedAt: number | null;
};

/**
 * The registrations of the scanned links, by link; forged and ended ones are missing, but for the last
 * one of a seat of this session that was handed over: it may have been read before that.
 */
async function findScanned(
  db: Database,
  secret: string,
  sessionId: number,
  marks: readonly DoorMark[],
): Promise<Map<string, Scanned>> {
  const tokens = new Map<string, number>();
  for (const { who } of marks) {
    const id = 'token' in who ? /^([0-9a-z]{1,10})-[\w-]{24}$/.exec(who.token)?.[1] : undefined;
    if (id && 'token' in who) tokens.set(who.token, Number.parseInt(id, 36));
  }
  if (tokens.size === 0) return new Map();
  const rows = await select<Scanned>(
    db,
    sql`SELECT r.id, r.session_id AS sessionId, r.holder_version AS holderVersion, r.email,
        trim(r.first_name || ' ' || r.last_name) AS name, r.seats, r.profession, r.organisation, r.locale,
        (SELECT max(h.handed_over_at) FROM walk_ins h
          WHERE h.registration_id = r.id AND h.session_id = ${sessionId}) AS endedAt
      FROM json_each(${JSON.stringify([...new Set(tokens.values())])}) j JOIN registrations r ON r.id = j.value`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const verified = new Map<string, Scanned>();
  for (const [token, id] of tokens) {
    const row = byId.get(id);
    if (!row) continue;
    const { holderVersion } = row;
    const isOf = async (version: number) =>
      sameText(token, await registrationToken(secret, { id, holderVersion: version }));
    if (await isOf(holderVersion)) verified.set(token, { ...row, endedAt: null });
    else if (row.endedAt !== null && (await isOf(holderVersion - 1))) verified.set(token, row);
  }
  return verified;
}
