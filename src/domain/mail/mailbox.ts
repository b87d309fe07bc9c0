/** Reads of the local mailbox, newest first. */
import { desc, eq, lt } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { mailbox } from './schema';

export type ReceivedMail = typeof mailbox.$inferSelect;
export type MailHead = Omit<ReceivedMail, 'raw' | 'messageId'>;
export type MailboxPage = { mails: MailHead[]; before: number | null };

/** A page of mails older than the id `before`; the page's own `before` leads to the next. */
export async function listMailbox(
  db: Database,
  { before, limit }: { before: number | null; limit: number },
): Promise<MailboxPage> {
  const { id, recipient, subject, receivedAt } = mailbox;
  const rows = await db
    .select({ id, recipient, subject, receivedAt })
    .from(mailbox)
    .where(before === null ? undefined : lt(id, before))
    .orderBy(desc(id))
    .limit(limit + 1);
  const mails = rows.slice(0, limit);
  return { mails, before: rows.length > limit ? (mails.at(-1)?.id ?? null) : null };
}

export async function findInMailbox(db: Database, id: number): Promise<ReceivedMail | null> {
  const [mail] = await db.select().from(mailbox).where(eq(mailbox.id, id));
  return mail ?? null;
}
