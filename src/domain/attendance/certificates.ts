/** Reading certificates: of a session, of a registration, of a person, and one by its code. */
import { and, asc, desc, eq, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { nameKey } from '../../lib/text';
import { sameText, sign } from '../../lib/tokens';
import { type Certificate, certificates } from './schema';

/** « 2026-0042 » */
export const numberOf = ({ year, sequence }: Pick<Certificate, 'year' | 'sequence'>) =>
  `${year}-${String(sequence).padStart(4, '0')}`;

export async function findCertificate(db: Database, code: string): Promise<Certificate | null> {
  const [found] = await db.select().from(certificates).where(eq(certificates.code, code));
  return found ?? null;
}

/** The one that took its place, for a revoked certificate; null when there is none. */
export async function findReplacement(db: Database, id: number): Promise<Certificate | null> {
  const [found] = await db.select().from(certificates).where(eq(certificates.replacesId, id));
  return found ?? null;
}

/** Every certificate of a session, revoked ones too, in the order of their numbers. */
export const listSessionCertificates = (db: Database, sessionId: number): Promise<Certificate[]> =>
  db
    .select()
    .from(certificates)
    .where(eq(certificates.sessionId, sessionId))
    .orderBy(asc(certificates.id));

/** The valid ones of a registration: its holder's, then the companions'. */
export const listRegistrationCertificates = (
  db: Database,
  registrationId: number,
): Promise<Certificate[]> =>
  db
    .select()
    .from(certificates)
    .where(and(eq(certificates.registrationId, registrationId), isNull(certificates.revokedAt)))
    .orderBy(asc(certificates.person));

/** The valid ones of an address, the latest session first; at most five hundred. */
export const listOwnCertificates = (db: Database, emailKey: string): Promise<Certificate[]> =>
  db
    .select()
    .from(certificates)
    .where(and(eq(certificates.emailKey, emailKey), isNull(certificates.revokedAt)))
    .orderBy(desc(certificates.heldOn), desc(certificates.id))
    .limit(500);

/**
 * The link to all certificates of an address: the id of any one of them, which leads to the address,
 * and an HMAC over the address. No token is stored, and an erased address ends the link.
 */
export async function certificatesToken(
  secret: string,
  { id, emailKey }: { id: number; emailKey: string },
): Promise<string> {
  return `${id.toString(36)}-${await sign(secret, `certificates:${emailKey}`)}`;
}

/** The address of a link, or null: unknown, forged and ended ones look the same. */
export async function findAddressByToken(
  db: Database,
  secret: string,
  token: string,
): Promise<string | null> {
  const [, id] = /^([0-9a-z]{1,10})-[\w-]{24}$/.exec(token) ?? [];
  if (!id) return null;
  const [found] = await db
    .select({ id: certificates.id, emailKey: certificates.emailKey })
    .from(certificates)
    .where(eq(certificates.id, Number.parseInt(id, 36)));
  if (!found?.emailKey) return null;
  const { emailKey } = found;
  const right = await certificatesToken(secret, { id: found.id, emailKey });
  return sameText(token, right) ? emailKey : null;
}

export type YearOfCertificates = {
  /** The year in which the sessions were held; null where nobody noted the date. */
  year: number | null;
  certificates: Certificate[];
  /** Total of the known hours, in minutes. */
  minutes: number;
  /** How many of them state no hours. */
  withoutHours: number;
};

/** By the year of the session, as a file of training hours wants them. */
export function byYear(
  list: readonly Certificate[],
  yearOf: (at: number) => number,
): YearOfCertificates[] {
  const years = Map.groupBy(list, ({ heldOn }) => (heldOn === null ? null : yearOf(heldOn)));
  return [...years].map(([year, all]) => ({
    year,
    certificates: all,
    minutes: all.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0),
    withoutHours: all.filter(({ minutes }) => minutes === null).length,
  }));
}

export type PersonsCertificates = { name: string; years: YearOfCertificates[] };

/** By the person named: a couple may share an address, and the hours of one are not the other’s. */
export const byPerson = (
  list: readonly Certificate[],
  yearOf: (at: number) => number,
): PersonsCertificates[] =>
  [...Map.groupBy(list, ({ name }) => nameKey(name)).values()].map((theirs) => ({
    name: theirs[0]?.name ?? '',
    years: byYear(theirs, yearOf),
  }));
