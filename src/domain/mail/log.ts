/**
 * What became of the mails, the latest first, for those who have to put right what failed. Sign-in
 * links are no one's to read here. A page looks through a bounded number of rows, whoever asks.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
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
  /** When someone said that a failure is dealt with. */
  settledAt: number | null;
  /** Whether it still tells what is true, so that a failed one may go again as it is. */
  isTrue: boolean;
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
  // Two indexes, one after the other: by IN it would walk the whole table for a short queue.
  queued: sql`id IN (SELECT id FROM outbox WHERE state = 'queued'
    UNION ALL SELECT id FROM outbox WHERE state = 'sending')`,
  sent: sql`state = 'sent'`,
};

/** Whether mail m, about session s if any, is theirs to see. */
export const visible = (carrierId: number | null): SQL =>
  carrierId === null
    ? sql`1`
    : sql`EXISTS (SELECT 1 FROM action_carriers c
        WHERE c.action_id = s.action_id AND c.organisation_id = ${carrierId})`;

/**
 * Whether mail m, about session s if any, still tells what is true. What a later mail made untrue is
 * withdrawn already (migration 0105); a change of the session leaves those that failed before it, since
 * the person never had them, but they may not follow it. Others are told a date, which must still be it.
 */
export const stillTrue = sql`(
  NOT (m.kind IN ('registered', 'being_checked', 'waitlisted', 'offer', 'confirmed', 'moved',
      'session_changed', 'calendar_day') AND m.registration_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM outbox l WHERE l.registration_id = m.registration_id AND l.id > m.id
      AND l.kind = 'session_changed'))
  AND NOT (m.kind IN ('partner_invitation', 'date_known') AND s.id IS NOT NULL
    AND json_extract(m.facts, '$.session.slots[0].startsAt') IS NOT s.starts_at))`;

/**
 * @param carrierId only mails about the sessions that it carries; null for all
 * @param sessionId only mails about this one
 * @param before the cursor of the page: an id
 */
export async function listMails(
  db: Database,
  {
    state,
    carrierId,
    sessionId = null,
    before,
  }: {
    state: LogState;
    carrierId: number | null;
    sessionId?: number | null;
    before: number | null;
  },
): Promise<{ mails: LoggedMail[]; next: number | null }> {
  const most = carrierId === null ? mailsAPage + 1 : mostSearched;
  const looked = sql`
    SELECT * FROM outbox WHERE ${inState[state]} AND kind <> 'login_link'
      ${sessionId === null ? sql`` : sql`AND session_id = ${sessionId}`}
      AND id < ${before ?? Number.MAX_SAFE_INTEGER}
    ORDER BY id DESC LIMIT ${most}`;
  const rows = await select<Omit<LoggedMail, 'isTrue'> & { isTrue: number }>(
    db,
    sql`
      SELECT m.id, m.kind, m.recipient, m.state, m.attempts, m.last_error AS lastError,
        m.created_at AS createdAt, m.sent_at AS sentAt, m.registration_id AS registrationId,
        m.settled_at AS settledAt, ${stillTrue} AS isTrue, s.code, coalesce(s.title, a.title) AS title
      FROM (${looked}) m
        LEFT JOIN sessions s ON s.id = m.session_id LEFT JOIN actions a ON a.id = s.action_id
      WHERE ${visible(carrierId)}
      ORDER BY m.id DESC LIMIT ${mailsAPage + 1}`,
  );
  const mails = rows.slice(0, mailsAPage).map((row) => ({ ...row, isTrue: Boolean(row.isTrue) }));
  if (rows.length > mailsAPage) return { mails, next: mails.at(-1)?.id ?? null };
  if (carrierId === null) return { mails, next: null };
  // Others' mails filled the rows that were looked through: one's own may stand behind them.
  const [end] = await select<{ n: number; id: number | null }>(
    db,
    sql`SELECT count(*) AS n, min(id) AS id FROM (${looked})`,
  );
  return { mails, next: end?.n === most ? end.id : null };
}
