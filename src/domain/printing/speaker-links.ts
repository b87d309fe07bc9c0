/**
 * The secret link to the list for the speaker: a row's random reference and an HMAC over it, so that no
 * link is stored, an organiser can read it again, and ending the row ends the link. It ends by itself
 * a month after the session.
 */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { day } from '../../lib/dates';
import { newToken, sameText, sign } from '../../lib/tokens';
import { type By, noted } from '../catalogue/by';

/** How long after the session's end the list can still be read. */
export const speakerLinkOutlives = 30 * day;

const tokenOf = async (secret: string, reference: string) =>
  `${reference}${await sign(secret, `speaker:${reference}`)}`;

/** The link in force of a session; null where there is none. */
export async function findSpeakerToken(
  db: Database,
  secret: string,
  sessionId: number,
): Promise<string | null> {
  const [link] = await select<{ reference: string }>(
    db,
    sql`SELECT reference FROM speaker_links WHERE session_id = ${sessionId} AND revoked_at IS NULL`,
  );
  return link ? tokenOf(secret, link.reference) : null;
}

/** Makes a link where none is in force; two at once make one. */
export async function makeSpeakerLink(db: Database, sessionId: number, by: By): Promise<void> {
  const free = sql`id = ${sessionId} AND NOT EXISTS (
    SELECT 1 FROM speaker_links WHERE session_id = ${sessionId} AND revoked_at IS NULL)`;
  await transact(db, [
    noted(by, 'speaker_link_made', free),
    sql`INSERT INTO speaker_links (reference, session_id, created_at)
      SELECT ${newToken()}, id, ${by.now} FROM sessions WHERE ${free}`,
  ]);
}

/** Ends the link in force: from now on it looks like one that never was. */
export async function endSpeakerLink(db: Database, sessionId: number, by: By): Promise<void> {
  const inForce = sql`id = ${sessionId} AND EXISTS (
    SELECT 1 FROM speaker_links WHERE session_id = ${sessionId} AND revoked_at IS NULL)`;
  await transact(db, [
    noted(by, 'speaker_link_ended', inForce),
    sql`UPDATE speaker_links SET revoked_at = ${by.now}
      WHERE session_id = ${sessionId} AND revoked_at IS NULL`,
  ]);
}

/** The session of a link, or null: unknown, forged, ended and outlived look the same. */
export async function findBySpeakerToken(
  db: Database,
  { secret, token, now }: { secret: string; token: string; now: number },
): Promise<number | null> {
  const reference = /^([\w-]{22})[\w-]{24}$/.exec(token)?.[1];
  if (!reference || !sameText(token, await tokenOf(secret, reference))) return null;
  const [link] = await select<{ id: number }>(
    db,
    sql`SELECT s.id FROM speaker_links l JOIN sessions s ON s.id = l.session_id
      WHERE l.reference = ${reference} AND l.revoked_at IS NULL
        AND coalesce(s.ends_at, ${now}) > ${now - speakerLinkOutlives}`,
  );
  return link?.id ?? null;
}
