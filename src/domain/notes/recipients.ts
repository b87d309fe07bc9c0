/**
 * The people whom a message is for where they were chosen one by one, page by page of the list. They are
 * kept with its draft; whoever cancels or moves to another session before it leaves stays on the list,
 * which says so, and is not written to.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { Actor } from '../catalogue/by';
import type { DraftOutcome } from '../drafts/draft';
import { rHasLeft } from '../registrations/left';
import type { Note } from './schema';

/** What keeps a message from someone who was chosen, if anything does. */
export const standings = ['reached', 'no_address', 'cancelled', 'elsewhere'] as const;
export type Standing = (typeof standings)[number];

/** Registration r, chosen for a message of the session. */
const standing = (sessionId: SQL): SQL => sql`CASE
  WHEN r.session_id <> ${sessionId} THEN 'elsewhere' WHEN ${rHasLeft} THEN 'cancelled'
  WHEN r.email IS NULL THEN 'no_address' ELSE 'reached' END`;

/** Adds registrations of its session to the draft whose id is given. */
export const recipientsAdded = (noteId: SQL, people: readonly number[]): SQL => sql`
  INSERT INTO note_recipients (note_id, registration_id)
  SELECT n.id, r.id FROM notes n JOIN json_each(${JSON.stringify(people)}) chosen
    JOIN registrations r ON r.id = chosen.value
      AND r.session_id = n.session_id AND NOT ${rHasLeft}
  WHERE n.id = ${noteId} AND n.state = 'draft'
  ON CONFLICT DO NOTHING`;

/**
 * Takes over what was ticked of those that the page showed: who was shown and is not ticked is no longer
 * chosen, and whoever the page did not show stays. Stale when the message is no draft any more.
 */
export async function chooseRecipients(
  db: Database,
  { id }: Pick<Note, 'id'>,
  { ticked, shown }: { ticked: readonly number[]; shown: readonly number[] },
): Promise<DraftOutcome> {
  const draft = sql`id = ${id} AND state = 'draft'`;
  const outcomes = await transact(db, [
    sql`DELETE FROM note_recipients WHERE note_id = (SELECT id FROM notes WHERE ${draft})
      AND registration_id IN (SELECT value FROM json_each(${JSON.stringify(shown)}))
      AND registration_id NOT IN (SELECT value FROM json_each(${JSON.stringify(ticked)}))`,
    recipientsAdded(sql`${id}`, ticked),
    // Whoever is about to send it has seen other people on it.
    sql`UPDATE notes SET version = version + 1 WHERE ${draft}`,
  ]);
  return outcomes[2]?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

export type Selection = { id: number; chosen: number };

/**
 * The draft that an organiser is choosing people of a session for: the one asked for, or else their last
 * one that has no words yet. Null for none, and where the one asked for is no such draft.
 */
export async function findSelection(
  db: Database,
  sessionId: number,
  actor: Actor,
  asked: number | null = null,
): Promise<Selection | null> {
  const wanted = asked === null ? sql`n.actor = ${actor} AND n.subject = ''` : sql`n.id = ${asked}`;
  const [found] = await select<Selection>(
    db,
    sql`SELECT n.id, (SELECT count(*) FROM note_recipients WHERE note_id = n.id) AS chosen
      FROM notes n WHERE n.session_id = ${sessionId} AND n.state = 'draft' AND n.audience = '[]'
        AND ${wanted} ORDER BY n.id DESC LIMIT 1`,
  );
  return found ?? null;
}

/** Which of these registrations are chosen for the message. */
export async function findChosenAmong(
  db: Database,
  { id }: Pick<Note, 'id'>,
  people: readonly number[],
): Promise<Set<number>> {
  const rows = await select<{ id: number }>(
    db,
    sql`SELECT registration_id AS id FROM note_recipients WHERE note_id = ${id}
      AND registration_id IN (SELECT value FROM json_each(${JSON.stringify(people)}))`,
  );
  return new Set(rows.map((row) => row.id));
}

export type Recipient = {
  id: number;
  firstName: string;
  lastName: string;
  email: string | null;
  phone: string | null;
  standing: Standing;
};
export const recipientsAPage = 50;

/** A page of them by name as SQLite sorts it, those whom it won't reach first; pages count from 1. */
export const listRecipients = (
  db: Database,
  { id, sessionId }: Pick<Note, 'id' | 'sessionId'>,
  page = 1,
): Promise<Recipient[]> =>
  select<Recipient>(
    db,
    sql`SELECT r.id, r.first_name AS firstName, r.last_name AS lastName, r.email, r.phone,
        ${standing(sql`${sessionId}`)} AS standing
      FROM note_recipients c JOIN registrations r ON r.id = c.registration_id
      WHERE c.note_id = ${id}
      ORDER BY standing = 'reached', r.last_name, r.first_name, r.id
      LIMIT ${recipientsAPage} OFFSET ${(page - 1) * recipientsAPage}`,
  );

/** How many were chosen for it, whatever has become of them. */
export async function countRecipients(db: Database, { id }: Pick<Note, 'id'>): Promise<number> {
  const [row] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM note_recipients WHERE note_id = ${id}`,
  );
  return row?.n ?? 0;
}

export type Standings = Record<Standing, number>;
export const nobody: Standings = { reached: 0, no_address: 0, cancelled: 0, elsewhere: 0 };

/** How many were chosen for each of the messages, by what keeps it from them. */
export async function countStandings(
  db: Database,
  notes: readonly Pick<Note, 'id'>[],
): Promise<Map<number, Standings>> {
  const counts = new Map<number, Standings>(notes.map(({ id }) => [id, nobody]));
  if (!notes.length) return counts;
  const rows = await select<{ id: number; standing: Standing; n: number }>(
    db,
    sql`SELECT n.id, ${standing(sql`n.session_id`)} AS standing, count(*) AS n
      FROM json_each(${JSON.stringify(notes.map(({ id }) => id))}) asked JOIN notes n ON n.id = asked.value
        JOIN note_recipients c ON c.note_id = n.id JOIN registrations r ON r.id = c.registration_id
      GROUP BY n.id, standing`,
  );
  for (const { id, standing: how, n } of rows)
    counts.set(id, { ...(counts.get(id) ?? nobody), [how]: n });
  return counts;
}
