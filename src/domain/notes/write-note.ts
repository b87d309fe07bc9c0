/** A message while it is a draft: for those of some states, or for people chosen one by one. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import {
  type DraftKind,
  type DraftOutcome,
  type DraftVersion,
  discardDraft,
  draftWords,
  rewriteDraft,
} from '../drafts/draft';
import { makeOnce } from '../forms/make-once';
import { recipientsAdded } from './recipients';
import { type NoteAudience, noteAudiences } from './schema';

export const noteKind: DraftKind = {
  table: sql`notes`,
  at: sql`send_at`,
  going: 'scheduled',
  stopped: 'cancelled',
  name: 'note',
  events: { sent: 'note_scheduled', stopped: 'note_stopped' },
};

export const NoteInput = v.object({
  audience: v.pipe(v.array(v.picklist(noteAudiences)), v.minLength(1)),
  ...draftWords,
});
export type NoteInput = v.InferOutput<typeof NoteInput>;
/** Of a message to people who were chosen. */
export const NoteWords = v.object(draftWords);

type Words = { subject: string; body: string };

/** @param input.people registrations of the session, where it is for them and has no audience */
export async function draftNote(
  db: Database,
  sessionId: number,
  {
    subject,
    body,
    audience = [],
    people = [],
  }: Words & { audience?: readonly NoteAudience[]; people?: readonly number[] },
  by: By,
): Promise<{ id: number }> {
  const reference = newToken();
  const id = sql`(SELECT id FROM notes WHERE reference = ${reference})`;
  const made = await makeOnce(db, by, { table: noteKind.table, id }, [
    sql`INSERT INTO notes (reference, session_id, audience, subject, body, actor, created_at)
      VALUES (${reference}, ${sessionId}, ${JSON.stringify(audience)}, ${subject}, ${body},
        ${by.actor}, ${by.now})`,
    ...(people.length ? [recipientsAdded(id, people)] : []),
  ]);
  return { id: Number(made.id) };
}

/** Without an audience it stays for whom it is. */
export const rewriteNote = (
  db: Database,
  seen: DraftVersion,
  { audience, subject, body }: Words & { audience?: readonly NoteAudience[] },
): Promise<DraftOutcome> =>
  rewriteDraft(
    db,
    noteKind,
    seen,
    sql`subject = ${subject}, body = ${body},
      audience = coalesce(${audience ? JSON.stringify(audience) : null}, audience)`,
  );

export const discardNote = (db: Database, seen: DraftVersion): Promise<DraftOutcome> =>
  discardDraft(db, noteKind, seen, (id) => [
    sql`DELETE FROM note_recipients WHERE note_id = ${id}`,
  ]);
