/** What pages read of invitations: how far each has come. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import { countUnsent, type Unsent } from '../drafts/mails';
import { type Mailing, mailings } from './schema';

/** Newest first, the last fifty. */
export const listMailings = (db: Database, sessionId: number): Promise<Mailing[]> =>
  db
    .select()
    .from(mailings)
    .where(eq(mailings.sessionId, sessionId))
    .orderBy(desc(mailings.id))
    .limit(50);

export async function findMailing(
  db: Database,
  { id, sessionId }: { id: number; sessionId: number },
): Promise<Mailing | null> {
  const [mailing] = await db
    .select()
    .from(mailings)
    .where(and(eq(mailings.id, id), eq(mailings.sessionId, sessionId)));
  return mailing ?? null;
}

/** `withdrawn`: before they left, since the person unsubscribed. */
export type MailingProgress = Unsent & {
  sent: number;
  /** By the link of this very mail. */
  unsubscribed: number;
};

/** It reads only the mails that are not sent, and who unsubscribed. */
export async function findMailingProgress(
  db: Database,
  mailing: Pick<Mailing, 'id' | 'written'>,
): Promise<MailingProgress> {
  const [unsent, [left]] = await Promise.all([
    countUnsent(db, mailingDispatch(mailing)),
    select<{ n: number }>(
      db,
      sql`SELECT count(*) AS n FROM suppressions WHERE mailing_id = ${mailing.id} AND mailing_id IS NOT NULL`,
    ),
  ]);
  const { waiting, failed, withdrawn } = unsent;
  const sent = mailing.written - waiting - failed - withdrawn;
  return { ...unsent, sent, unsubscribed: left?.n ?? 0 };
}

export const mailingDispatch = ({ id }: Pick<Mailing, 'id'>) => `mailing:${id}`;
