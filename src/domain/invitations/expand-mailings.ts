/**
 * Turns invitations into mails, a bounded number of contacts at a time, resuming where the last step
 * stopped. The mails and the cursor are one transaction, and the Message-ID is made of the invitation
 * and the contact: the database refuses a second mail. Who unsubscribed is left out by the statement
 * that writes, so that no one slips in between.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { findSessionById } from '../catalogue/find-session';
import { notSuppressed, tagged } from './contacts';
import { mailingDispatch } from './find-mailings';
import { type Mailing, mailings } from './schema';
import { invitationFacts } from './send-mailing';

const step = 25;

/** Works on what is being sent, oldest first, over `limit` contacts at most; returns how many it did. */
export async function expandMailings(
  db: Database,
  { now }: { now: number },
  limit = 100,
): Promise<number> {
  let done = 0;
  while (done < limit) {
    const [mailing] = await db
      .select()
      .from(mailings)
      .where(sql`state = 'sending' AND sent_at <= ${now}`)
      .orderBy(mailings.sentAt, mailings.id)
      .limit(1);
    if (!mailing) return done;
    done += await expandStep(db, mailing, now, Math.min(step, limit - done));
  }
  return done;
}

async function expandStep(
  db: Database,
  mailing: Mailing,
  now: number,
  limit: number,
): Promise<number> {
  // Of one that was for later, fixed by its first step: who is recorded while it goes out is left out.
  const until = mailing.untilId || sql`(SELECT coalesce(max(id), 0) FROM contacts)`;
  const [page, view] = await Promise.all([
    select<{ id: number }>(
      db,
      sql`SELECT id FROM contacts WHERE id > ${mailing.cursor} AND id <= ${until}
        ORDER BY id LIMIT ${limit}`,
    ),
    findSessionById(db, mailing.sessionId),
  ]);
  const last = page.at(-1)?.id;
  const still = sql`id = ${mailing.id} AND state = 'sending' AND cursor = ${mailing.cursor}`;
  // Nobody is invited to what was cancelled meanwhile.
  const isOff = view?.session.state !== 'published';
  if (last === undefined || isOff || !view) {
    const end = isOff ? 'stopped' : 'sent';
    await transact(db, [sql`UPDATE mailings SET state = ${end} WHERE ${still}`]);
    return 0;
  }
  const theirs = sql`c.id > ${mailing.cursor} AND c.id <= ${last} AND ${tagged(mailing.tags)}
    AND ${notSuppressed} AND EXISTS (SELECT 1 FROM mailings WHERE ${still})`;
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, dispatch,
        next_attempt_at, created_at)
      SELECT 'partner_invitation', ${mailing.reference} || '-' || c.id, c.email, ${mailing.locale},
        json_set(${JSON.stringify(invitationFacts(mailing, view))}, '$.mac', c.address_mac,
          '$.name', c.name, '$.consentSource', c.consent_source),
        ${mailing.sessionId}, ${mailingDispatch(mailing)}, ${now}, ${now}
      FROM contacts c WHERE ${theirs} ORDER BY c.id`,
    sql`UPDATE mailings SET cursor = ${last}, until_id = ${until},
        written = written + (SELECT count(*) FROM contacts c WHERE ${theirs})
      WHERE ${still}`,
  ]);
  return page.length;
}
