/**
 * Sending an invitation: once, never back to a draft. Until the last mail is written it can be stopped.
 * Only a published session is announced: the link of another leads nowhere.
 */
import { sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, type SessionView } from '../catalogue/find-session';
import type { Asked } from '../forms/make-once';
import { countRecipients } from './contacts';
import type { Mailing } from './schema';

/** Who gets it; null in a trial and a preview, which no one can unsubscribe by. */
export type Recipient = { mac: string; name: string; consentSource: string };

export type InvitationFacts = {
  session: SessionFacts;
  /** Whether the link must open the form of a session « sur invitation ». */
  byInvitation: boolean;
  /** For whom it is. */
  target: string;
  capacity: number | null;
  subject: string;
  body: string;
  sender: string;
  mailing: number;
  mac: string | null;
  name: string;
  consentSource: string;
  /** What its writer gets to see: the subject says so. */
  trial: boolean;
};
export type InvitationMail = { partner_invitation: InvitationFacts };

export const invitationFacts = (
  { id, subject, body, sender }: Pick<Mailing, 'id' | 'subject' | 'body' | 'sender'>,
  view: SessionView,
): Omit<InvitationFacts, 'mac' | 'name' | 'consentSource'> => ({
  session: { ...factsOf(view), videoUrl: null },
  byInvitation: view.session.visibility === 'invitation',
  target: view.session.eligibility || view.action.target,
  capacity: view.session.capacity,
  subject,
  body,
  sender,
  mailing: id,
  trial: false,
});

export type SendMailingRefusal = 'stale' | 'nobody' | 'not_published';

export async function sendMailing(
  db: Database,
  mailing: Mailing,
  version: number,
  by: By,
): Promise<{ ok: true } | { ok: false; reason: SendMailingRefusal }> {
  if ((await countRecipients(db, mailing.tags)) === 0) return { ok: false, reason: 'nobody' };
  const draft = sql`id = ${mailing.id} AND version = ${version} AND state = 'draft'`;
  const open = sql`id = ${mailing.sessionId} AND state = 'published'`;
  const held = sql`${open} AND EXISTS (SELECT 1 FROM mailings WHERE ${draft})`;
  const [, sent, published] = await transact(db, [
    noted(by, 'invitation_sent', held, { mailing: mailing.id }),
    sql`UPDATE mailings SET state = 'sending', sent_at = ${by.now}, actor = ${by.actor},
        until_id = (SELECT coalesce(max(id), 0) FROM contacts), version = version + 1
      WHERE ${draft} AND EXISTS (SELECT 1 FROM sessions WHERE ${open})`,
    sql`SELECT 1 FROM sessions WHERE ${open}`,
  ]);
  if (sent?.changes) return { ok: true };
  return { ok: false, reason: published?.rows.length ? 'stale' : 'not_published' };
}

/** Stops what is not wholly written; stale when it is, or was stopped already. */
export async function stopMailing(
  db: Database,
  mailing: Mailing,
  by: By,
): Promise<{ ok: true } | { ok: false; reason: 'stale' }> {
  const going = sql`id = ${mailing.id} AND state = 'sending'`;
  const held = sql`id = ${mailing.sessionId} AND EXISTS (SELECT 1 FROM mailings WHERE ${going})`;
  const [, stopped] = await transact(db, [
    noted(by, 'invitation_stopped', held, { mailing: mailing.id }),
    sql`UPDATE mailings SET state = 'stopped', version = version + 1 WHERE ${going}`,
  ]);
  return stopped?.changes ? { ok: true } : { ok: false, reason: 'stale' };
}

/** A trial goes to who asks for it, and to nobody else. */
export async function mailInvitationTrial(
  db: Database,
  facts: InvitationFacts,
  {
    email,
    locale,
    now,
    formKey = newToken(),
  }: Asked & { email: string; locale: 'fr' | 'en'; now: number },
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      VALUES ('partner_invitation', ${formKey}, ${email}, ${locale}, ${JSON.stringify(facts)},
        ${facts.session.id}, ${now}, ${now})
      ON CONFLICT (message_id) DO NOTHING`,
  ]);
}
