/** A message is a draft until it is sent: written, looked at as a mail, changed, or thrown away. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { makeOnce } from '../forms/make-once';
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
  const reference = newToken();
  const made = {
    table: sql`notes`,
    id: sql`(SELECT id FROM notes WHERE reference = ${reference})`,
  };
  const { id } = await makeOnce(db, by, made, [
    sql`INSERT INTO notes (reference, session_id, audience, subject, body, actor, created_at)
      VALUES (${reference}, ${sessionId}, ${JSON.stringify(audience)}, ${subject}, ${body},
        ${by.actor}, ${by.now})`,
  ]);
  return { id: Number(id) };
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
