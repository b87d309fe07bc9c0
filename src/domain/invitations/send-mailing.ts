/** Sending an invitation. Only a published session is announced: the link of another leads nowhere. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { By } from '../catalogue/by';
import type { SessionFacts } from '../catalogue/facts';
import { factsOf, type SessionView } from '../catalogue/find-session';
import { type SendOrder, sendDraft, stopDraft } from '../drafts/draft';
import { countRecipients } from './contacts';
import type { Mailing } from './schema';
import { mailingKind } from './write-mailing';

/** Who gets it; null in a trial and a preview, which no one can unsubscribe by. */
export type Recipient = { mac: string; name: string; consentSource: string };

export type InvitationFacts = {
  session: SessionFacts;
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
  target: view.session.eligibility || view.action.target,
  capacity: view.session.capacity,
  subject,
  body,
  sender,
  mailing: id,
  trial: false,
});

export type SendMailingRefusal = 'stale' | 'nobody' | 'in_the_past' | 'not_published';

/** One that is for later goes to the contacts of that time. */
export async function sendMailing(
  db: Database,
  mailing: Mailing,
  order: SendOrder,
  by: By,
): Promise<{ ok: true } | { ok: false; reason: SendMailingRefusal }> {
  const isNow = order.sendAt === null;
  if (isNow && (await countRecipients(db, mailing.tags)) === 0)
    return { ok: false, reason: 'nobody' };
  const published = sql`EXISTS (SELECT 1 FROM sessions
    WHERE id = ${mailing.sessionId} AND state = 'published')`;
  // Who is recorded from now on is not written to; of a later one, from its first step on.
  const sets = isNow ? sql`, until_id = (SELECT coalesce(max(id), 0) FROM contacts)` : sql``;
  const outcome = await sendDraft(db, mailingKind, mailing, order, by, { may: published, sets });
  if (outcome.ok || outcome.reason !== 'stale') return outcome;
  const [open] = await select<{ is: number }>(db, sql`SELECT ${published} AS "is"`);
  return { ok: false, reason: open?.is ? 'stale' : 'not_published' };
}

export const stopMailing = (db: Database, mailing: Mailing, by: By) =>
  stopDraft(db, mailingKind, mailing, by);
