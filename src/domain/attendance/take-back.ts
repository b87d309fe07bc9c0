/**
 * An organiser takes a certificate back, and says why. Whoever holds it is told in the same batch: it was
 * mailed to them, or they could fetch it by the link of their registration since it was issued. What is
 * said to them is one of a few reasons; the organiser's own words stay on the organisers' side.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import { paragraph } from '../registrations/inputs';
import { certificateRevoked } from './certificate-mail';
import type { By } from './certify';
import { type Certificate, takeBackReasons } from './schema';

export const TakeBackInput = v.pipe(
  v.object({
    reason: v.picklist(takeBackReasons),
    note: v.optional(v.pipe(paragraph, v.maxLength(500, 'too_long')), ''),
  }),
  v.forward(
    v.check(({ reason, note }) => reason !== 'other' || note !== '', 'required'),
    ['note'],
  ),
);
export type TakeBack = v.InferOutput<typeof TakeBackInput>;

/** Whether its holder is told when it is taken back: the same as `inHands`, for the page that asks. */
export const isInHands = ({
  email,
  mailedAt,
  registrationId,
}: Pick<Certificate, 'email' | 'mailedAt' | 'registrationId'>): boolean =>
  email !== null && (mailedAt !== null || registrationId !== null);
const inHands = sql`(c.email IS NOT NULL AND (c.mailed_at IS NOT NULL OR c.registration_id IS NOT NULL))`;

/**
 * Repeating it changes nothing and tells nobody anew; neither does it where a correction was quicker.
 * @returns whether its holder is told that it was taken back
 */
export async function takeBackCertificate(
  db: Database,
  { id, sessionId }: Pick<Certificate, 'id' | 'sessionId'>,
  why: TakeBack,
  by: By,
): Promise<{ told: boolean }> {
  const outcomes = await transact(db, [
    ...takenBack(sql`c.id = ${id}`, sessionId, why, by),
    sql`SELECT 1 FROM certificates
      WHERE id = ${id} AND revoked_because = 'organiser' AND told_at IS NOT NULL`,
  ]);
  return { told: Boolean(outcomes.at(-1)?.rows.length) };
}

/** Of a session's certificates c of the condition, those that are valid still. */
export function takenBack(
  where: SQL,
  sessionId: number,
  { reason, note }: TakeBack,
  { now, actor }: By,
): SQL[] {
  const those = sql`FROM certificates c
    WHERE c.session_id = ${sessionId} AND ${where} AND c.revoked_at IS NULL`;
  return [
    sql`INSERT INTO history (at, actor, event, session_id, registration_id)
      SELECT ${now}, ${actor}, 'certificate_revoked', c.session_id, c.registration_id ${those}`,
    certificateRevoked(sql`${those} AND ${inHands}`, sql`${reason}`, now),
    // « Votre attestation est prête » must not follow.
    sql`UPDATE outbox SET state = 'superseded'
      WHERE session_id = ${sessionId} AND kind = 'certificate_ready' AND state IN ('queued', 'failed')
        AND facts ->> '$.certificate.id' IN (SELECT c.id ${those})`,
    sql`UPDATE certificates AS c SET revoked_at = ${now}, revoked_because = 'organiser',
        revoked_for = ${reason}, revocation_note = ${note || null}, told_at = iif(${inHands}, ${now}, NULL)
      WHERE c.session_id = ${sessionId} AND ${where} AND c.revoked_at IS NULL`,
  ];
}
