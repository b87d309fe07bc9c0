/**
 * Certificates: issued for those present, numbered by year without gaps, and never changed. When the
 * attendance (or the name) is corrected, the certificate that says otherwise is revoked, and a new one
 * takes its place where the person was there all the same. Decisions hold for the version of the
 * attendance that they were made on: what changed meanwhile is done at the next step.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { localDay } from '../../lib/dates';
import { newCode } from '../../lib/tokens';
import { findSessionById, type SessionView, sessionTitle } from '../catalogue/find-session';
import { listFunderLogos } from '../printing/logos';
import { signing } from '../printing/signatures';
import type { Actor } from '../registrations/statements';
import type { CertificateFacts } from './certificate-facts';
import { corrections, keyOf, leftToIssue } from './certificate-work';
import { listSessionCertificates } from './certificates';
import { type Deserved, listDeserved } from './deserved';
import type { RevocationReason } from './schema';

export type By = { now: number; actor: Actor };
export type Issuer = { network: string; timeZone: string };
export type Settled = {
  issued: number;
  revoked: number;
  /** Certificates still to issue: another step goes on. */
  left: number;
};

/** endsAt: of the half-day that ends first. */
export type IssueOutcome =
  | ({ ok: true } & Settled)
  | { ok: false; reason: 'not_over'; endsAt: number };

/**
 * Issues certificates to those of a session who have none, at most `limit` at a step. Whoever had theirs
 * taken back by an organiser is left out, unless `again` names them. Refused while no half-day is over;
 * a session that ended early ends when its hours are corrected.
 */
export async function issueCertificates(
  db: Database,
  sessionId: number,
  issuer: Issuer,
  by: By,
  { limit = 40, again }: { limit?: number; again?: string } = {},
): Promise<IssueOutcome> {
  const [first] = await select<{ endsAt: number }>(
    db,
    sql`SELECT ends_at AS endsAt FROM slots WHERE session_id = ${sessionId} ORDER BY ends_at LIMIT 1`,
  );
  if (first && first.endsAt > by.now) return { ok: false, reason: 'not_over', ...first };
  return { ok: true, ...(await settle(db, sessionId, by, { issuer, limit, again })) };
}

/** After a correction: revokes what is no longer true, and reissues it as it is now. */
export async function correctCertificates(db: Database, sessionId: number, by: By): Promise<void> {
  const [any] = await select<{ facts: string }>(
    db,
    sql`SELECT facts FROM certificates WHERE session_id = ${sessionId} AND revoked_at IS NULL LIMIT 1`,
  );
  if (!any) return;
  const { network, timeZone } = JSON.parse(any.facts) as CertificateFacts;
  await settle(db, sessionId, by, { issuer: { network, timeZone }, limit: 0 });
}

async function settle(
  db: Database,
  sessionId: number,
  by: By,
  { issuer, limit, again }: { issuer: Issuer; limit: number; again?: string | undefined },
): Promise<Settled> {
  const [read] = await select<{ version: number }>(
    db,
    sql`SELECT version FROM session_attendance WHERE session_id = ${sessionId}`,
  );
  const view = await findSessionById(db, sessionId);
  if (!read || !view) return { issued: 0, revoked: 0, left: 0 };
  const [funders, deserved, all] = await Promise.all([
    listFunderLogos(db),
    listDeserved(db, view, by.now),
    listSessionCertificates(db, sessionId),
  ]);
  const holds = sql`EXISTS (SELECT 1 FROM session_attendance a JOIN sessions s ON s.id = a.session_id
    WHERE a.session_id = ${sessionId} AND a.version = ${read.version} AND s.version = ${view.session.version})`;
  const valid = all.filter(({ revokedAt }) => revokedAt === null);
  const missing = leftToIssue(deserved, all, again);
  const wrong = corrections(deserved, valid);
  /** Issued again, it takes the place of the one that was taken back. */
  const takenBackFrom = (to: Deserved) =>
    (keyOf(to) === again && all.findLast((each) => keyOf(each) === again)?.id) || null;
  const issued: Issued[] = [
    ...wrong.flatMap(({ from, to }) => (to ? [{ ...to, replaces: from.id }] : [])),
    ...missing.slice(0, limit).map((to) => ({ ...to, replaces: takenBackFrom(to) })),
  ];
  if (wrong.length + issued.length === 0) return { issued: 0, revoked: 0, left: missing.length };
  const [revoked, made] = await transact(db, [
    revocations(
      wrong.map(({ from, because }) => ({ id: from.id, because })),
      by,
      holds,
    ),
    issue(view, issued, { issuer, funders: funders.map(({ name }) => name), by, holds }),
    noted(sessionId, by, wrong.length + issued.length, holds),
  ]);
  return {
    issued: made?.rows.length ?? 0,
    revoked: revoked?.rows.length ?? 0,
    left: Math.max(0, missing.length - limit),
  };
}

type Revoked = { id: number; because: RevocationReason };

const revocations = (revoked: readonly Revoked[], { now }: By, holds: SQL): SQL => sql`
  UPDATE certificates SET revoked_at = ${now}, revoked_because = j.value ->> 'because'
  FROM json_each(${JSON.stringify(revoked)}) j
  WHERE certificates.id = j.value ->> 'id' AND revoked_at IS NULL AND ${holds}
  RETURNING certificates.id`;

type Issued = Deserved & { replaces: number | null };

/** All in one statement, however many: they are numbered in its order. */
function issue(
  view: SessionView,
  issued: readonly Issued[],
  { issuer, funders, by, holds }: { issuer: Issuer; funders: string[]; by: By; holds: SQL },
): SQL {
  const { session, venue, carriers } = view;
  const year = Number(localDay(by.now, issuer.timeZone).slice(0, 4));
  const rows = issued.map(({ slots, ...to }) => ({
    ...to,
    code: newCode(8),
    heldOn: slots[0]?.startsAt ?? session.startsAt,
    facts: {
      title: sessionTitle(view),
      code: session.code,
      slots,
      mode: session.mode,
      place: venue && { name: venue.name, address: venue.address, town: venue.town },
      carriers: carriers.map((carrier) => carrier.name),
      funders,
      speakers: session.speakers.map((speaker) => speaker.role),
      ...issuer,
    } satisfies CertificateFacts,
  }));
  const valid = sql`SELECT 1 FROM certificates v WHERE v.session_id = ${session.id}
    AND v.attendee = value ->> 'attendee' AND v.person = value ->> 'person' AND v.revoked_at IS NULL`;
  return sql`INSERT INTO certificates (code, year, sequence, session_id, attendee, person, registration_id,
      walk_in_id, name, short_name, email, email_key, locale, facts, held_on, minutes, issued_at, replaces_id,
      signature_id)
    SELECT value ->> 'code', ${year},
      (SELECT coalesce(max(sequence), 0) FROM certificates WHERE year = ${year})
        + row_number() OVER (ORDER BY key),
      ${session.id}, value ->> 'attendee', value ->> 'person', value ->> 'registrationId',
      value ->> 'walkInId', value ->> 'name', value ->> 'shortName', value ->> 'email',
      value ->> 'emailKey', value ->> 'locale', value -> 'facts', value ->> 'heldOn',
      value ->> 'minutes', ${by.now}, value ->> 'replaces', ${signing(view.action.id)}
    FROM json_each(${JSON.stringify(rows)})
    WHERE ${holds} AND NOT EXISTS (${valid}) ORDER BY key RETURNING id`;
}

const noted = (sessionId: number, { now, actor }: By, count: number, holds: SQL): SQL => sql`
  INSERT INTO history (at, actor, event, session_id, detail)
  SELECT ${now}, ${actor}, 'certificates_issued', ${sessionId}, json_object('certificates', ${count})
  WHERE ${holds}`;
