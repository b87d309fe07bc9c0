/** Certificates by mail: with the thanks after a session, and all of one's own when asked for. */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { emailKey as keyOf } from '../../lib/text';
import { notAskedLately } from '../mail/asked-for';
import type { Actor } from '../registrations/statements';

export type CertificateMail = {
  /** With the thanks; certificate leads to the person's private page. */
  certificate_ready: {
    title: string;
    heldOn: number | null;
    name: string;
    certificate: { id: number; emailKey: string };
    /** It takes the place of one that was corrected. */
    replaces: boolean;
  };
  /** Asked for on the site; leads to all certificates of the address. */
  certificates_link: { certificate: { id: number; emailKey: string }; count: number };
};

/**
 * Mails the valid certificates of a session that were not mailed yet, `limit` at a step; how many, and
 * how many are left. One mail a certificate, however often the button is pressed.
 */
export async function mailCertificates(
  db: Database,
  sessionId: number,
  { now, actor }: { now: number; actor: Actor },
  limit = 100,
): Promise<{ mailed: number; left: number }> {
  const due = sql`session_id = ${sessionId} AND email IS NOT NULL AND mailed_at IS NULL AND revoked_at IS NULL`;
  const waiting = await select<{ id: number }>(
    db,
    sql`SELECT id FROM certificates WHERE ${due} ORDER BY id LIMIT ${limit + 1}`,
  );
  const last = waiting.slice(0, limit).at(-1)?.id;
  if (last === undefined) return { mailed: 0, left: 0 };
  const [, , marked] = await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      SELECT 'certificate_ready', lower(hex(randomblob(16))), email, locale,
        json_object('title', facts ->> 'title', 'heldOn', held_on, 'name', name,
          'certificate', json_object('id', id, 'emailKey', email_key),
          'replaces', json(iif(replaces_id IS NULL, 'false', 'true'))),
        session_id, ${now}, ${now}
      FROM certificates WHERE ${due} AND id <= ${last} ORDER BY id`,
    sql`INSERT INTO history (at, actor, event, session_id, registration_id)
      SELECT ${now}, ${actor}, 'certificate_mailed', session_id, registration_id
      FROM certificates WHERE ${due} AND id <= ${last}`,
    sql`UPDATE certificates SET mailed_at = ${now} WHERE ${due} AND id <= ${last} RETURNING id`,
  ]);
  return { mailed: marked?.rows.length ?? 0, left: waiting.length > limit ? 1 : 0 };
}

/** Mails an address the link to all its certificates, if it has any: once in two minutes at most. */
export async function mailCertificatesLink(
  db: Database,
  { email, locale }: { email: string; locale: 'fr' | 'en' },
  now: number,
): Promise<void> {
  const key = keyOf(email);
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, next_attempt_at, created_at)
      SELECT 'certificates_link', lower(hex(randomblob(16))), own.email, ${locale},
        json_object('certificate', json_object('id', max(own.id), 'emailKey', own.email_key),
          'count', count(*)), ${now}, ${now}
      FROM certificates own
      WHERE own.email_key = ${key} AND own.revoked_at IS NULL
        AND ${notAskedLately('certificates_link', { recipient: sql`own.email` }, now)}
      GROUP BY own.email_key`,
  ]);
}
