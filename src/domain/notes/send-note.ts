/**
 * Sending a message: at once or at a time, never back to a draft. Until the last mail is written it can
 * be stopped; mails that are written go out. A trial goes to who asks for it, and to nobody else.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import type { Asked } from '../forms/make-once';
import type { PersonFacts } from '../registrations/mail-facts';
import { countReach, reachOf } from './find-notes';
import type { Note } from './schema';
import type { NoteVersion } from './write-note';

export type NoteFacts = {
  session: SessionFacts;
  person: PersonFacts;
  subject: string;
  body: string;
  /** What its writer gets to see: the subject says so. */
  trial: boolean;
};
export type NoteMail = { note_to_registrants: NoteFacts };

export type SendRefusal = 'stale' | 'nobody' | 'in_the_past';
export type SendOutcome = { ok: true } | { ok: false; reason: SendRefusal };

/** `sendAt`: null for now. One that is for later may find people who register until then. */
export async function sendNote(
  db: Database,
  note: Note,
  { version, sendAt }: Pick<NoteVersion, 'version'> & { sendAt: number | null },
  by: By,
): Promise<SendOutcome> {
  if (sendAt !== null && sendAt <= by.now) return { ok: false, reason: 'in_the_past' };
  const { withAddress } = reachOf(await countReach(db, note.sessionId), note.audience);
  if (sendAt === null && withAddress === 0) return { ok: false, reason: 'nobody' };
  const draft = sql`id = ${note.id} AND version = ${version} AND state = 'draft'`;
  const detail = { note: note.id, sendAt: sendAt ?? by.now };
  const held = sql`id = ${note.sessionId} AND EXISTS (SELECT 1 FROM notes WHERE ${draft})`;
  const [, sent] = await transact(db, [
    noted(by, 'note_scheduled', held, detail),
    sql`UPDATE notes SET state = 'scheduled', send_at = ${sendAt ?? by.now}, actor = ${by.actor},
        version = version + 1
      WHERE ${draft}`,
  ]);
  return sent?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

/** Stops a message that is not wholly written; stale when it is, or was stopped already. */
export async function stopNote(
  db: Database,
  note: Note,
  by: By,
): Promise<{ ok: true } | { ok: false; reason: 'stale' }> {
  const going = sql`id = ${note.id} AND state = 'scheduled'`;
  const held = sql`id = ${note.sessionId} AND EXISTS (SELECT 1 FROM notes WHERE ${going})`;
  const [, stopped] = await transact(db, [
    noted(by, 'note_stopped', held, { note: note.id }),
    sql`UPDATE notes SET state = 'cancelled', version = version + 1 WHERE ${going}`,
  ]);
  return stopped?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

/** The facts of a mail that only its writer sees. */
export const trialFacts = (
  { subject, body }: Pick<Note, 'subject' | 'body'>,
  session: SessionFacts,
  name: string,
): NoteFacts => ({
  session: { ...session, videoUrl: null },
  person: {
    firstName: name,
    lastName: '',
    seats: 1,
    companions: [],
    groupLabel: null,
    headcounts: {},
  },
  subject,
  body,
  trial: true,
});

type Writer = { email: string; name: string; locale: 'fr' | 'en' };

/** The form's key is the mail's own: a second press writes no second mail. */
export async function mailTrial(
  db: Database,
  note: Note,
  session: SessionFacts,
  { email, name, locale, now, formKey = newToken() }: Writer & Asked & { now: number },
): Promise<void> {
  const facts = trialFacts(note, session, name);
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      VALUES ('note_to_registrants', ${formKey}, ${email}, ${locale}, ${JSON.stringify(facts)},
        ${session.id}, ${now}, ${now})
      ON CONFLICT (message_id) DO NOTHING`,
  ]);
}
