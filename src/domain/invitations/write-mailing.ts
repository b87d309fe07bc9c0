/** An invitation while it is a draft. */
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

export const mailingKind: DraftKind = {
  table: sql`mailings`,
  at: sql`sent_at`,
  going: 'sending',
  stopped: 'stopped',
  name: 'mailing',
  events: { sent: 'invitation_sent', stopped: 'invitation_stopped' },
};

export const MailingInput = v.object({
  ...draftWords,
  /** None for everybody. */
  tags: v.pipe(v.array(v.pipe(v.string(), v.maxLength(40))), v.maxLength(200)),
});
export type MailingInput = v.InferOutput<typeof MailingInput>;

export async function draftMailing(
  db: Database,
  sessionId: number,
  { subject, body, tags }: MailingInput,
  { actor, now, formKey, sender, locale }: By & { sender: string; locale: 'fr' | 'en' },
): Promise<{ id: number }> {
  const reference = newToken();
  const made = {
    table: mailingKind.table,
    id: sql`(SELECT id FROM mailings WHERE reference = ${reference})`,
  };
  const { id } = await makeOnce(db, { formKey }, made, [
    sql`INSERT INTO mailings (reference, session_id, subject, body, tags, sender, locale, actor, created_at)
      VALUES (${reference}, ${sessionId}, ${subject}, ${body}, ${JSON.stringify(tags)}, ${sender},
        ${locale}, ${actor}, ${now})`,
  ]);
  return { id: Number(id) };
}

export const rewriteMailing = (
  db: Database,
  seen: DraftVersion,
  { subject, body, tags }: MailingInput,
): Promise<DraftOutcome> =>
  rewriteDraft(
    db,
    mailingKind,
    seen,
    sql`subject = ${subject}, body = ${body}, tags = ${JSON.stringify(tags)}`,
  );

export const discardMailing = (db: Database, seen: DraftVersion): Promise<DraftOutcome> =>
  discardDraft(db, mailingKind, seen);
