/** What pages read of invitations: how far each has come. */
import { and, desc, eq, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
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

export type MailingProgress = {
  sent: number;
  waiting: number;
  failed: number;
  /** Withdrawn before it left, since the person unsubscribed. */
  withdrawn: number;
  /** By the link of this very mail. */
  unsubscribed: number;
};

/** It reads only the mails that are not sent, and who unsubscribed. */
export async function findMailingProgress(
  db: Database,
  mailing: Pick<Mailing, 'id' | 'written'>,
): Promise<MailingProgress> {
  const [rows, [left]] = await Promise.all([
    select<{ state: string; n: number }>(
      db,
      sql`SELECT state, count(*) AS n FROM outbox
        WHERE dispatch = ${mailingDispatch(mailing)} AND dispatch IS NOT NULL AND state <> 'sent'
        GROUP BY state`,
    ),
    select<{ n: number }>(
      db,
      sql`SELECT count(*) AS n FROM suppressions WHERE mailing_id = ${mailing.id} AND mailing_id IS NOT NULL`,
    ),
  ]);
  const count = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
  const waiting = count('queued', 'sending');
  const [failed, withdrawn] = [count('failed'), count('superseded')];
  return {
    sent: mailing.written - waiting - failed - withdrawn,
    waiting,
    failed,
    withdrawn,
    unsubscribed: left?.n ?? 0,
  };
}

export const mailingDispatch = ({ id }: Pick<Mailing, 'id'>) => `mailing:${id}`;
