/**
 * What became of the mails, the latest first, for those who have to put right what failed. Sign-in
 * links are no one's to read here. A page looks through a bounded number of rows, whoever asks.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import type { OutboxState } from './schema';

export const logStates = ['failed', 'queued', 'sent'] as const;
export type LogState = (typeof logStates)[number];

export type LoggedMail = {
  id: number;
  kind: string;
  recipient: string;
  state: OutboxState;
  attempts: number;
  lastError: string | null;
  createdAt: number;
  sentAt: number | null;
  registrationId: number | null;
  /** The session that it is about; null for a mail about none. */
  code: string | null;
  title: string | null;
};

export const mailsAPage = 50;
/** Rows that one page looks through at most: others' mails stand between one's own. */
const mostSearched = 1000;

/** Literals, so that SQLite takes the partial indexes. */
const inState: Record<LogState, SQL> = {
  failed: sql`state = 'failed'`,
  queued: sql`state IN ('queued', 'sending')`,
  sent: sql`state = 'sent'`,
};

const visible = (carrierId: number | null): SQL =>
  carrierId === null
    ? sql`1`
    : sql`EXISTS (SELECT 1 FROM action_carriers c
        WHERE c.action_id = s.action_id AND c.organisation_id = ${carrierId})`;

/**
 * @param carrierId only mails about the sessions that it carries; null for all
 * @param before the cursor of the page: an id
 */
export async function listMails(
  db: Database,
  {
    state,
    carrierId,
    before,
  }: { state: LogState; carrierId: number | null; before: number | null },
): Promise<{ mails: LoggedMail[]; next: number | null }> {
  const most = carrierId === null ? mailsAPage + 1 : mostSearched;
  const looked = sql`
    SELECT * FROM outbox WHERE ${inState[state]} AND kind <> 'login_link'
      AND id < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY id DESC LIMIT ${most}`;
  const rows = await select<LoggedMail>(
    db,
    sql`
      SELECT m.id, m.kind, m.recipient, m.state, m.attempts, m.last_error AS lastError,
        m.created_at AS createdAt, m.sent_at AS sentAt, m.registration_id AS registrationId,
        s.code, coalesce(s.title, a.title) AS title
      FROM (${looked}) m
        LEFT JOIN sessions s ON s.id = m.session_id LEFT JOIN actions a ON a.id = s.action_id
      WHERE ${visible(carrierId)}
      ORDER BY m.id DESC LIMIT ${mailsAPage + 1}`,
  );
  const mails = rows.slice(0, mailsAPage);
  if (rows.length > mailsAPage) return { mails, next: mails.at(-1)?.id ?? null };
  if (carrierId === null) return { mails, next: null };
  // Others' mails filled the rows that were looked through: one's own may stand behind them.
  const [end] = await select<{ n: number; id: number | null }>(
    db,
    sql`SELECT count(*) AS n, min(id) AS id FROM (${looked})`,
  );
  return { mails, next: end?.n === most ? end.id : null };
}

/**
 * Puts a mail that failed back into the queue, with all its tries before it; one that did not fail stays
 * as it is, so that a second press changes nothing. False when it is none of theirs, or was
 * withdrawn.
 */
export async function resendMail(
  db: Database,
  { id, carrierId }: { id: number; carrierId: number | null },
  now: number,
): Promise<boolean> {
  const own = sql`id = ${id} AND kind <> 'login_link' AND EXISTS (
    SELECT 1 FROM outbox m LEFT JOIN sessions s ON s.id = m.session_id
    WHERE m.id = ${id} AND ${visible(carrierId)})`;
  const [, found] = await transact(db, [
    sql`
      UPDATE outbox SET state = 'queued', attempts = 0, next_attempt_at = ${now}, claim = NULL,
        claimed_at = NULL
      WHERE ${own} AND state = 'failed'`,
    sql`SELECT 1 FROM outbox WHERE ${own} AND state <> 'superseded'`,
  ]);
  return Boolean(found?.rows.length);
}
