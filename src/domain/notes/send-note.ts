/** Sending a message. A trial goes to who asks for it, and to nobody else. */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import { type SendOrder, sendDraft, stopDraft } from '../drafts/draft';
import type { Asked } from '../forms/make-once';
import type { PersonFacts } from '../registrations/mail-facts';
import { findReaches, reachedBy } from './find-notes';
import { isForChosen, type Note } from './schema';
import { noteKind } from './write-note';

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

/** One that is for later may find people who register until then, unless its people were chosen. */
export async function sendNote(
  db: Database,
  note: Note,
  order: SendOrder,
  by: By,
): Promise<SendOutcome> {
  const { withAddress } = reachedBy(await findReaches(db, note.sessionId, [note]), note);
  const mayReachMore = order.sendAt !== null && !isForChosen(note);
  if (withAddress === 0 && !mayReachMore) return { ok: false, reason: 'nobody' };
  return sendDraft(db, noteKind, note, order, by, { may: sql`subject <> ''` });
}

export const stopNote = (db: Database, note: Note, by: By) => stopDraft(db, noteKind, note, by);

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
