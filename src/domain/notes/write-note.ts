/** A message is a draft until it is sent: written, looked at as a mail, changed, or thrown away. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, select, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { noteAudiences } from './schema';

export const NoteInput = v.object({
  audience: v.pipe(v.array(v.picklist(noteAudiences)), v.minLength(1)),
  subject: v.pipe(
    v.string(),
    v.transform((text) => text.replace(/\s+/g, ' ')),
    v.trim(),
    v.nonEmpty(),
    v.maxLength(150),
  ),
  body: v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n')),
    v.trim(),
    v.nonEmpty(),
    v.maxLength(5000),
  ),
});
export type NoteInput = v.InferOutput<typeof NoteInput>;

export async function draftNote(
  db: Database,
  sessionId: number,
  { audience, subject, body }: NoteInput,
  by: By,
): Promise<{ id: number }> {
  const [note] = await select<{ id: number }>(
    db,
    sql`INSERT INTO notes (reference, session_id, audience, subject, body, actor, created_at)
      VALUES (${newToken()}, ${sessionId}, ${JSON.stringify(audience)}, ${subject}, ${body},
        ${by.actor}, ${by.now}) RETURNING id`,
  );
  if (!note) throw new Error('the draft vanished');
  return note;
}

/** stale: someone else changed it or sent it meanwhile; nothing is overwritten. */
export type NoteOutcome = { ok: true } | { ok: false; reason: 'stale' };
export type NoteVersion = { id: number; version: number };

export async function rewriteNote(
  db: Database,
  { id, version }: NoteVersion,
  { audience, subject, body }: NoteInput,
): Promise<NoteOutcome> {
  const [outcome] = await transact(db, [
    sql`UPDATE notes SET audience = ${JSON.stringify(audience)}, subject = ${subject}, body = ${body},
        version = version + 1
      WHERE id = ${id} AND version = ${version} AND state = 'draft'`,
  ]);
  return outcome?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

export async function discardNote(
  db: Database,
  { id, version }: NoteVersion,
): Promise<NoteOutcome> {
  const [outcome] = await transact(db, [
    sql`DELETE FROM notes WHERE id = ${id} AND version = ${version} AND state = 'draft'`,
  ]);
  return outcome?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}
