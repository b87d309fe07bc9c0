/** Certificates by mail: with the thanks after a session, when one no longer holds, and all of one's own when asked for. */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, transact } from '../../db/client';
import { emailKey as keyOf } from '../../lib/text';
import { notAskedLately } from '../mail/asked-for';
import { mailsDue } from './certificate-work';
import { listSessionCertificates } from './certificates';
import type { By } from './certify';
import type { TakeBackReason } from './schema';

type Mailed = {
  title: string;
  heldOn: number | null;
  name: string;
  /** « 2026-0042 » */
  number: string;
  certificate: { id: number; emailKey: string };
};
export type CertificateMail = {
  /** With the thanks; certificate leads to the person's private page. */
  certificate_ready: Mailed & {
    /** The number of the one that they were mailed before, which no longer holds. */
    replaces: string | null;
  };
  /** What they were given no longer holds, and nothing takes its place. */
  certificate_revoked: Mailed & { because: TakeBackReason | 'attendance_corrected' };
  /** Asked for on the site; leads to all certificates of the address. */
  certificates_link: { certificate: { id: number; emailKey: string }; count: number };
};

const number = (row: SQL) => sql`${row}.year || '-' || printf('%04d', ${row}.sequence)`;

const mailed = sql`'title', c.facts ->> 'title', 'heldOn', c.held_on, 'name', c.name,
  'number', ${number(sql`c`)}, 'certificate', json_object('id', c.id, 'emailKey', c.email_key)`;

const outbox = sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)`;

/** Tells the holders of the certificates c; each of those has an address. */
export const certificateRevoked = (from: SQL, because: SQL, now: number): SQL => sql`${outbox}
  SELECT 'certificate_revoked', lower(hex(randomblob(16))), c.email, c.locale,
    json_object(${mailed}, 'because', ${because}), c.session_id, ${now}, ${now} ${from} ORDER BY c.id`;

/**
 * Mails the valid certificates of a session that were not mailed yet, and tells those who were mailed one
 * that a correction took from them; `limit` at a step. How many, and whether some are left. One mail a
 * certificate, however often the button is pressed.
 */
export async function mailCertificates(
  db: Database,
  sessionId: number,
  { now, actor }: By,
  limit = 100,
): Promise<{ mailed: number; left: number }> {
  const due = mailsDue(await listSessionCertificates(db, sessionId));
  const mails = due.slice(0, limit).map(({ certificate: { id }, replaces }) => ({
    id,
    replaces: replaces?.id ?? null,
  }));
  if (mails.length === 0) return { mailed: 0, left: 0 };
  const those = sql`certificates c JOIN json_each(${JSON.stringify(mails)}) j ON c.id = j.value ->> 'id'`;
  const ready = sql`c.email IS NOT NULL AND c.mailed_at IS NULL AND c.revoked_at IS NULL`;
  const gone = sql`c.email IS NOT NULL AND c.revoked_at IS NOT NULL AND c.told_at IS NULL
    AND NOT EXISTS (SELECT 1 FROM certificates h WHERE h.session_id = c.session_id
      AND h.attendee = c.attendee AND h.person = c.person AND h.revoked_at IS NULL)`;
  const remembered = (event: string, which: SQL) => sql`
    INSERT INTO history (at, actor, event, session_id, registration_id)
    SELECT ${now}, ${actor}, ${event}, c.session_id, c.registration_id FROM ${those} WHERE ${which}`;
  const marked = (column: SQL, which: SQL) => sql`UPDATE certificates SET ${column} = ${now}
    WHERE id IN (SELECT c.id FROM ${those} WHERE ${which}) RETURNING id`;
  const because = sql`coalesce(c.revoked_for,
    iif(c.revoked_because = 'organiser', 'other', 'attendance_corrected'))`;
  const outcomes = await transact(db, [
    remembered('certificate_mailed', ready),
    remembered('certificate_revocation_told', gone),
    sql`${outbox}
      SELECT 'certificate_ready', lower(hex(randomblob(16))), c.email, c.locale,
        json_object(${mailed}, 'replaces', (SELECT ${number(sql`p`)} FROM certificates p
          WHERE p.id = j.value ->> 'replaces')), c.session_id, ${now}, ${now}
      FROM ${those} WHERE ${ready} ORDER BY c.id`,
    certificateRevoked(sql`FROM ${those} WHERE ${gone}`, because, now),
    marked(sql`mailed_at`, ready),
    marked(sql`told_at`, gone),
  ]);
  const written = outcomes.slice(-2).reduce((sum, { rows }) => sum + rows.length, 0);
  return { mailed: written, left: Math.max(0, due.length - limit) };
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
