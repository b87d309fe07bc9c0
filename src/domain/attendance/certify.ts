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
import { keyOf } from './certificate-work';
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

type Standing = {
  id: number;
  attendee: string;
  person: number;
  name: string;
  minutes: number | null;
  facts: string;
};

/**
 * Issues certificates to those of a session who have none, at most `limit` at a step. Whoever had theirs
 * taken back by an organiser is left out, unless `again` names them.
 */
export const issueCertificates = (
  db: Database,
  sessionId: number,
  issuer: Issuer,
  by: By,
  { limit = 40, again }: { limit?: number; again?: string } = {},
): Promise<Settled> => settle(db, sessionId, by, { issuer, limit, again });

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
  const [funders, deserved, standing, taken] = await Promise.all([
    listFunderLogos(db),
    listDeserved(db, view),
    select<Standing>(
      db,
      sql`SELECT id, attendee, person, name, minutes, facts FROM certificates
        WHERE session_id = ${sessionId} AND revoked_at IS NULL`,
    ),
    select<Pick<Standing, 'attendee' | 'person'>>(
      db,
      sql`SELECT attendee, person FROM certificates
        WHERE session_id = ${sessionId} AND revoked_because = 'organiser'`,
    ),
  ]);
  const holds = sql`EXISTS (SELECT 1 FROM session_attendance a
    WHERE a.session_id = ${sessionId} AND a.version = ${read.version})`;
  const given = new Map(standing.map((each) => [keyOf(each), each]));
  const takenBack = new Set(taken.map(keyOf));
  const missing = deserved.filter(
    (each) => !given.has(keyOf(each)) && (!takenBack.has(keyOf(each)) || keyOf(each) === again),
  );
  const plan: Step[] = [
    ...corrections(deserved, standing),
    ...missing.slice(0, limit).map((to) => ({ to })),
  ];
  const year = Number(localDay(by.now, issuer.timeZone).slice(0, 4));
  const common = { issuer, funders: funders.map(({ name }) => name), year, by, holds };
  const statements = plan.flatMap(({ from, to, because }) => [
    ...(from && because ? [revocation(from.id, because, by, holds)] : []),
    ...(to ? [issue(view, to, { ...common, replaces: from?.id ?? null })] : []),
  ]);
  if (statements.length === 0) return { issued: 0, revoked: 0, left: missing.length };
  const outcomes = await transact(db, [...statements, noted(sessionId, by, plan.length, holds)]);
  const done = outcomes.reduce(
    (count, { rows: [row] }) => ({
      issued: count.issued + Number(row?.did === 'issued'),
      revoked: count.revoked + Number(row?.did === 'revoked'),
    }),
    { issued: 0, revoked: 0 },
  );
  return { ...done, left: Math.max(0, missing.length - limit) };
}

type Step = { from?: Standing; to?: Deserved; because?: RevocationReason };

/** What stands and is no longer true, with what takes its place, if anything does. */
function corrections(deserved: readonly Deserved[], standing: readonly Standing[]): Step[] {
  const wanted = new Map(deserved.map((each) => [keyOf(each), each]));
  return standing.flatMap((from): Step[] => {
    const to = wanted.get(keyOf(from));
    if (!to) return [{ from, because: 'attendance_corrected' }];
    const { slots } = JSON.parse(from.facts) as CertificateFacts;
    const isSame =
      JSON.stringify(slots) === JSON.stringify(to.slots) && from.minutes === to.minutes;
    if (!isSame) return [{ from, to, because: 'attendance_corrected' }];
    // A name that was erased is not put back.
    if (from.name !== '' && from.name !== to.name) return [{ from, to, because: 'name_corrected' }];
    return [];
  });
}

const revocation = (id: number, because: RevocationReason, { now }: By, holds: SQL): SQL => sql`
  UPDATE certificates SET revoked_at = ${now}, revoked_because = ${because}
  WHERE id = ${id} AND revoked_at IS NULL AND ${holds} RETURNING 'revoked' AS did`;

function issue(
  view: SessionView,
  to: Deserved,
  {
    issuer,
    funders,
    year,
    by,
    holds,
    replaces,
  }: {
    issuer: Issuer;
    funders: string[];
    year: number;
    by: By;
    holds: SQL;
    replaces: number | null;
  },
): SQL {
  const { session, venue, carriers } = view;
  const facts: CertificateFacts = {
    title: sessionTitle(view),
    code: session.code,
    slots: to.slots,
    mode: session.mode,
    place: venue && { name: venue.name, address: venue.address, town: venue.town },
    carriers: carriers.map((carrier) => carrier.name),
    funders,
    speakers: session.speakers.map((speaker) => speaker.role),
    ...issuer,
  };
  const valid = sql`SELECT 1 FROM certificates v WHERE v.session_id = ${session.id}
    AND v.attendee = ${to.attendee} AND v.person = ${to.person} AND v.revoked_at IS NULL`;
  return sql`INSERT INTO certificates (code, year, sequence, session_id, attendee, person, registration_id,
      walk_in_id, name, short_name, email, email_key, locale, facts, held_on, minutes, issued_at, replaces_id,
      signature_id)
    SELECT ${newCode(8)}, ${year},
      (SELECT coalesce(max(sequence), 0) + 1 FROM certificates WHERE year = ${year}),
      ${session.id}, ${to.attendee}, ${to.person}, ${to.registrationId}, ${to.walkInId}, ${to.name},
      ${to.shortName}, ${to.email}, ${to.emailKey}, ${to.locale}, ${JSON.stringify(facts)},
      ${to.slots[0]?.startsAt ?? session.startsAt}, ${to.minutes}, ${by.now}, ${replaces},
      ${signing(view.action.id)}
    WHERE ${holds} AND NOT EXISTS (${valid}) RETURNING 'issued' AS did`;
}

const noted = (sessionId: number, { now, actor }: By, count: number, holds: SQL): SQL => sql`
  INSERT INTO history (at, actor, event, session_id, detail)
  SELECT ${now}, ${actor}, 'certificates_issued', ${sessionId}, json_object('certificates', ${count})
  WHERE ${holds}`;

/** An organiser takes a certificate back. Repeating it changes nothing. */
export async function revokeCertificate(db: Database, id: number, by: By): Promise<void> {
  await transact(db, [
    sql`INSERT INTO history (at, actor, event, session_id, registration_id)
      SELECT ${by.now}, ${by.actor}, 'certificate_revoked', session_id, registration_id
      FROM certificates WHERE id = ${id} AND revoked_at IS NULL`,
    revocation(id, 'organiser', by, sql`true`),
  ]);
}
