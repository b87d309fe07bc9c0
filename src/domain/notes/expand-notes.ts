/**
 * Turns messages whose time has come into mails, a bounded number of registrations at a time, resuming
 * where the last step stopped. The mail, the line of history and the cursor are one transaction, and
 * the Message-ID is made of the message and the registration: the database refuses a second mail. Who
 * registers after the time that was set is not written to, nor who was chosen and has cancelled or moved.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { factsOf, findSessionById } from '../catalogue/find-session';
import { rHasLeft } from '../registrations/left';
import { mailTo, remember } from '../registrations/statements';
import { dispatchOf, groupOf } from './find-notes';
import { isForChosen, type Note, notes } from './schema';

const step = 25;

/** Works on due messages, oldest first, over `limit` registrations at most; returns how many it did. */
export async function expandNotes(
  db: Database,
  { now }: { now: number },
  limit = 100,
): Promise<number> {
  let done = 0;
  while (done < limit) {
    const [note] = await db
      .select()
      .from(notes)
      .where(sql`state = 'scheduled' AND send_at <= ${now}`)
      .orderBy(notes.sendAt, notes.id)
      .limit(1);
    if (!note) return done;
    done += await expandStep(db, note, now, Math.min(step, limit - done));
  }
  return done;
}

async function expandStep(db: Database, note: Note, now: number, limit: number): Promise<number> {
  const [page, view] = await Promise.all([
    select<{ id: number }>(db, sql`${awaited(note)} ORDER BY id LIMIT ${limit}`),
    findSessionById(db, note.sessionId),
  ]);
  const last = page.at(-1)?.id;
  const still = sql`id = ${note.id} AND state = 'scheduled' AND cursor = ${note.cursor}`;
  if (last === undefined || !view) {
    await transact(db, [sql`UPDATE notes SET state = 'sent' WHERE ${still}`]);
    return 0;
  }
  const theirs = sql`r.session_id = ${note.sessionId} AND r.id > ${note.cursor} AND r.id <= ${last}
    AND ${isMeant(note)} AND r.email IS NOT NULL AND EXISTS (SELECT 1 FROM notes WHERE ${still})`;
  const { subject, body } = note;
  const session = { ...factsOf(view), videoUrl: null };
  await transact(db, [
    mailTo(theirs, {
      kind: sql`'note_to_registrants'`,
      facts: { session, subject, body, trial: false },
      messageId: sql`${note.reference} || '-' || r.id`,
      dispatch: dispatchOf(note),
      now,
    }),
    remember(theirs, { event: 'note_sent', actor: note.actor, now, detail: { note: note.id } }),
    sql`UPDATE notes SET cursor = ${last},
        written = written + (SELECT count(*) FROM registrations r WHERE ${theirs})
      WHERE ${still}`,
  ]);
  return page.length;
}

/** The ids that are left to look at: of those who were chosen, or of everyone of the session. */
const awaited = (note: Note): SQL =>
  isForChosen(note)
    ? sql`SELECT registration_id AS id FROM note_recipients
        WHERE note_id = ${note.id} AND registration_id > ${note.cursor}`
    : sql`SELECT id FROM registrations
        WHERE session_id = ${note.sessionId} AND id > ${note.cursor}`;

/** Whether registration r of its session is one that it is for, as things stand now. */
const isMeant = (note: Note): SQL =>
  isForChosen(note)
    ? sql`NOT ${rHasLeft} AND r.id IN (
        SELECT registration_id FROM note_recipients WHERE note_id = ${note.id})`
    : sql`r.created_at <= ${note.sendAt}
        AND ${groupOf} IN (SELECT value FROM json_each(${JSON.stringify(note.audience)}))`;
