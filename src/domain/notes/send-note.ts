/** Sending a message, and what its writer gets to see of it before. */
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import type { By } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import { type SendOrder, sendDraft, stopDraft } from '../drafts/draft';
import type { PersonFacts } from '../registrations/mail-facts';
import { findReached } from './find-notes';
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
  const mayReachMore = order.sendAt !== null && !isForChosen(note);
  if (!mayReachMore && (await findReached(db, note)).withAddress === 0)
    return { ok: false, reason: 'nobody' };
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
