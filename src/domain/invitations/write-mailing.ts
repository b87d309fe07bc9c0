/** An invitation is a draft until it is sent: written, looked at as a mail, changed, or thrown away. */
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { makeOnce } from '../forms/make-once';

export const MailingInput = v.object({
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
    table: sql`mailings`,
    id: sql`(SELECT id FROM mailings WHERE reference = ${reference})`,
  };
  const { id } = await makeOnce(db, { formKey }, made, [
    sql`INSERT INTO mailings (reference, session_id, subject, body, tags, sender, locale, actor, created_at)
      VALUES (${reference}, ${sessionId}, ${subject}, ${body}, ${JSON.stringify(tags)}, ${sender},
        ${locale}, ${actor}, ${now})`,
  ]);
  return { id: Number(id) };
}

/** stale: someone else changed it or sent it meanwhile; nothing is overwritten. */
export type MailingOutcome = { ok: true } | { ok: false; reason: 'stale' };
export type MailingVersion = { id: number; version: number };

export async function rewriteMailing(
  db: Database,
  { id, version }: MailingVersion,
  { subject, body, tags }: MailingInput,
): Promise<MailingOutcome> {
  const [outcome] = await transact(db, [
    sql`UPDATE mailings SET subject = ${subject}, body = ${body}, tags = ${JSON.stringify(tags)},
        version = version + 1
      WHERE id = ${id} AND version = ${version} AND state = 'draft'`,
  ]);
  return outcome?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

export async function discardMailing(
  db: Database,
  { id, version }: MailingVersion,
): Promise<MailingOutcome> {
  const [outcome] = await transact(db, [
    sql`DELETE FROM mailings WHERE id = ${id} AND version = ${version} AND state = 'draft'`,
  ]);
  return outcome?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}
