/** What pages read of messages: how many each would reach, and how far each has come. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { countUnsent, type Unsent } from '../drafts/mails';
import { rHasLeft } from '../registrations/left';
import { countStandings, nobody, type Standings } from './recipients';
import { isForChosen, type Note, type NoteAudience, noteAudiences, notes } from './schema';

/** Newest first, the last fifty. */
export const listNotes = (db: Database, sessionId: number): Promise<Note[]> =>
  db.select().from(notes).where(eq(notes.sessionId, sessionId)).orderBy(desc(notes.id)).limit(50);

export async function findNote(
  db: Database,
  { id, sessionId }: { id: number; sessionId: number },
): Promise<Note | null> {
  const [note] = await db
    .select()
    .from(notes)
    .where(and(eq(notes.id, id), eq(notes.sessionId, sessionId)));
  return note ?? null;
}

/** The audience that registration r is of. */
export const groupOf = sql`iif(r.state = 'cancelled', r.ended_by, r.state)`;

export type Reach = Record<NoteAudience, { withAddress: number; without: number }>;

/** How many of each state have an address, and how many have none: those are for the phone list. */
export async function countReach(db: Database, sessionId: number): Promise<Reach> {
  const rows = await select<{ state: string; withAddress: number; without: number }>(
    db,
    sql`SELECT ${groupOf} AS state, count(email) AS withAddress, count(*) - count(email) AS without
      FROM registrations r WHERE r.session_id = ${sessionId}
        AND NOT ${rHasLeft} GROUP BY 1`,
  );
  const of = (state: NoteAudience) => {
    const { withAddress = 0, without = 0 } = rows.find((row) => row.state === state) ?? {};
    return { withAddress, without };
  };
  const [confirmed, pending, offered, waitlisted, withSession] = noteAudiences;
  return {
    confirmed: of(confirmed),
    pending: of(pending),
    offered: of(offered),
    waitlisted: of(waitlisted),
    session_cancelled: of(withSession),
  };
}

/** How many a message reaches as things stand, how many for the phone list, and how many have gone. */
export type Reached = { withAddress: number; without: number; gone: number };

/** Of the messages of one session, by their ids. */
export async function findReaches(
  db: Database,
  listed: readonly Note[],
  reach: Reach,
): Promise<Map<number, Reached>> {
  const standings = await countStandings(db, listed.filter(isForChosen));
  return new Map(
    listed.map((note) => {
      const chosen = standings.get(note.id);
      return [note.id, chosen ? reachedOf(chosen) : reachedIn(reach, note)];
    }),
  );
}

/** Of one message. */
export async function findReached(db: Database, note: Note): Promise<Reached> {
  if (!isForChosen(note)) return reachedIn(await countReach(db, note.sessionId), note);
  return reachedOf((await countStandings(db, [note])).get(note.id) ?? nobody);
}

const reachedOf = ({ reached, no_address, cancelled, elsewhere }: Standings): Reached => ({
  withAddress: reached,
  without: no_address,
  gone: cancelled + elsewhere,
});

function reachedIn(reach: Reach, { audience }: Note): Reached {
  const sum = (what: 'withAddress' | 'without') =>
    audience.reduce((total, state) => total + reach[state][what], 0);
  return { withAddress: sum('withAddress'), without: sum('without'), gone: 0 };
}

/** @throws where `findReaches` was not asked of it */
export function reachedBy(
  reaches: ReadonlyMap<number, Reached>,
  { id }: Pick<Note, 'id'>,
): Reached {
  const reached = reaches.get(id);
  if (!reached) throw new Error(`no reach of message ${id}`);
  return reached;
}

/** How the mails of a message fare. */
export const findProgress = (db: Database, note: Pick<Note, 'id'>): Promise<Unsent> =>
  countUnsent(db, dispatchOf(note));

export const dispatchOf = ({ id }: Pick<Note, 'id'>) => `note:${id}`;
