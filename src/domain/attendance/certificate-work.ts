/** What is left to do about the certificates of a session: to issue, to mail, to hand over on paper. */
import type { Database } from '../../db/client';
import type { SessionView } from '../catalogue/find-session';
import type { Slot } from '../catalogue/schema';
import { listSessionCertificates } from './certificates';
import { type Deserved, listDeserved } from './deserved';
import type { Certificate, RevocationReason } from './schema';

export type CertificateWork = {
  /** Revoked ones too, in the order of their numbers. */
  certificates: Certificate[];
  /** People present who can have one. */
  deserved: number;
  toIssue: number;
  /** Valid ones that no longer say what the attendance, the hours or the name are. */
  toCorrect: number;
  /** Those with an address of which no mail was written. */
  toMail: number;
  /** Of these, how many take the place of one that was mailed. */
  corrected: number;
  /** People who hold one that a correction took from them, and were not told. */
  toTell: number;
  /** Taken back by an organiser, and deserved: by its id. */
  again: ReadonlySet<number>;
  /** Valid ones of people without an address. */
  withoutAddress: number;
  /** The next half-day to end, of which nothing can be attested yet; null when all is over. */
  goingOn: Slot | null;
};

/** 'r12/0': an attendee and which person of their registration. */
export const keyOf = ({ attendee, person }: { attendee: string; person: number }) =>
  `${attendee}/${person}`;

/**
 * Of those who deserve one, who has none. Whoever had theirs taken back by an organiser is left out, unless
 * `again` names them.
 */
export function leftToIssue(
  deserved: readonly Deserved[],
  certificates: readonly Certificate[],
  again?: string,
): Deserved[] {
  const isSettled = (one: Certificate) =>
    one.revokedAt === null || (one.revokedBecause === 'organiser' && keyOf(one) !== again);
  const settled = new Set(certificates.filter(isSettled).map(keyOf));
  return deserved.filter((each) => !settled.has(keyOf(each)));
}

export type Correction = {
  from: Certificate;
  /** What takes its place, if anything does. */
  to?: Deserved;
  because: RevocationReason;
};

/** Of the valid ones, those that say what is no longer true. */
export const corrections = (
  deserved: readonly Deserved[],
  valid: readonly Certificate[],
): Correction[] => {
  const wanted = new Map(deserved.map((each) => [keyOf(each), each]));
  return valid.flatMap((from): Correction[] => {
    const to = wanted.get(keyOf(from));
    if (!to) return [{ from, because: 'attendance_corrected' }];
    const isSame =
      JSON.stringify(from.facts.slots) === JSON.stringify(to.slots) && from.minutes === to.minutes;
    if (!isSame) return [{ from, to, because: 'attendance_corrected' }];
    // A name that was erased is not put back.
    if (from.name !== '' && from.name !== to.name) return [{ from, to, because: 'name_corrected' }];
    return [];
  });
};

/** With a valid certificate, or about one that no longer holds. */
export type DueMail = {
  certificate: Certificate;
  /** The one that they were mailed before. */
  replaces: Certificate | null;
};

/** Of all certificates of a session: the mails that are still to be written, one a person at most. */
export const mailsDue = (certificates: readonly Certificate[]): DueMail[] =>
  [...Map.groupBy(certificates, keyOf).values()].flatMap((theirs): DueMail[] => {
    const held = theirs.find(({ revokedAt }) => revokedAt === null);
    const sent = theirs.findLast(({ mailedAt }) => mailedAt !== null);
    if (held)
      return held.email !== null && held.mailedAt === null
        ? [{ certificate: held, replaces: sent ?? null }]
        : [];
    const isTold = theirs.some(({ id, toldAt }) => sent && id >= sent.id && toldAt !== null);
    return sent && sent.email !== null && !isTold ? [{ certificate: sent, replaces: null }] : [];
  });

export async function findCertificateWork(
  db: Database,
  view: SessionView,
  now: number,
): Promise<CertificateWork> {
  const [certificates, deserved] = await Promise.all([
    listSessionCertificates(db, view.session.id),
    listDeserved(db, view, now),
  ]);
  const valid = certificates.filter(({ revokedAt }) => revokedAt === null);
  const left = leftToIssue(deserved, certificates);
  const owed = new Set(deserved.filter((each) => !left.includes(each)).map(keyOf));
  const held = new Set(valid.map(keyOf));
  const lastOf = new Map(certificates.map((each) => [keyOf(each), each.id]));
  const due = mailsDue(certificates);
  const toMail = due.filter(({ certificate }) => certificate.revokedAt === null);
  return {
    certificates,
    deserved: deserved.length,
    toIssue: left.length,
    toCorrect: corrections(deserved, valid).length,
    toMail: toMail.length,
    corrected: toMail.filter(({ replaces }) => replaces !== null).length,
    toTell: due.length - toMail.length,
    again: new Set(
      [...lastOf].flatMap(([key, id]) => (owed.has(key) && !held.has(key) ? [id] : [])),
    ),
    withoutAddress: valid.filter(({ email }) => email === null).length,
    goingOn: view.slots.find(({ endsAt }) => endsAt > now) ?? null,
  };
}
