/**
 * Mails that anyone can ask for by typing an address. They go to that address only, say nothing to
 * whoever asked, and are sent at most once in two minutes however often they are asked for.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { day } from '../../lib/dates';
import { emailKey } from '../../lib/text';
import type { SessionFacts } from '../catalogue/facts';
import { notAskedLately } from '../mail/asked-for';
import { liveRegistration, mailTo } from './statements';

/**
 * Tells each address that already has a live registration for the session where it is.
 * Returns whether there was one: the page is the same whether a mail went just before or not.
 */
export async function mailAlreadyRegistered(
  db: Database,
  session: SessionFacts,
  emailKeys: readonly string[],
  now: number,
): Promise<boolean> {
  const [found] = await select<{ found: number }>(
    db,
    sql`SELECT ${liveRegistration(session.id, emailKeys)} AS found`,
  );
  if (!found?.found) return false;
  const keys = sql.join(
    emailKeys.map((key) => sql`${key}`),
    sql`, `,
  );
  await transact(db, [
    mailTo(
      sql`r.session_id = ${session.id} AND r.state <> 'cancelled' AND r.email_key IN (${keys})
        AND ${notAskedLately('already_registered', { recipient: sql`r.email`, registration: sql`r.id` }, now)}`,
      { kind: 'already_registered', facts: { session }, now },
    ),
  ]);
  return true;
}

/** « J'ai perdu mon lien »: one mail with every live link of the address, if it has any. */
export async function mailLostLinks(
  db: Database,
  { email, locale }: { email: string; locale: 'fr' | 'en' },
  now: number,
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, next_attempt_at, created_at)
      SELECT 'lost_link', lower(hex(randomblob(16))), min(live.email), ${locale},
        json_object('registrations', json_group_array(json_object(
          'id', live.id, 'holderVersion', live.holder_version, 'title', live.title,
          'startsAt', live.starts_at, 'state', live.state))), ${now}, ${now}
      FROM (
        SELECT r.id, r.holder_version, r.state, r.email, s.starts_at, coalesce(s.title, a.title) AS title
        FROM registrations r JOIN sessions s ON s.id = r.session_id JOIN actions a ON a.id = s.action_id
        WHERE r.email_key = ${emailKey(email)} AND r.state <> 'cancelled'
          AND (s.ends_at IS NULL OR s.ends_at > ${now - day})
        ORDER BY s.starts_at, r.id LIMIT 50
      ) live
      WHERE ${notAskedLately('lost_link', { recipient: sql`live.email` }, now)}
      HAVING count(*) > 0`,
  ]);
}
