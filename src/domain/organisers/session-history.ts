/** What was done to a session as a whole, and by whom; what concerns one person stands on their page. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';

export type SessionLine = {
  at: number;
  /** 'system', 'person' or 'organiser:7'. */
  actor: string;
  event: string;
  detail: { told?: boolean; marks?: number };
  /** How many it told by mail; null where nobody counted them. */
  people: number | null;
  /** The organiser's. */
  name: string | null;
};

/** The latest first, 100 at most. */
export async function listSessionHistory(db: Database, sessionId: number): Promise<SessionLine[]> {
  const rows = await select<Omit<SessionLine, 'detail'> & { detail: string }>(
    db,
    sql`SELECT h.at, h.actor, h.event, h.detail, a.name,
        coalesce(h.detail ->> 'people', n.written, m.written) AS people
      FROM history h
      LEFT JOIN notes n ON h.event = 'note_scheduled' AND n.id = h.detail ->> 'note'
      LEFT JOIN mailings m ON h.event = 'invitation_sent' AND m.id = h.detail ->> 'mailing'
      LEFT JOIN accounts a ON a.id = CAST(substr(h.actor, 11) AS INTEGER) AND h.actor LIKE 'organiser:%'
      WHERE h.session_id = ${sessionId} AND h.registration_id IS NULL
      ORDER BY h.id DESC LIMIT 100`,
  );
  return rows.map((row) => ({ ...row, detail: JSON.parse(row.detail) }));
}
