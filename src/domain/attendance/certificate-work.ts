/** What is left to do about the certificates of a session: to issue, to mail, to hand over on paper. */
import type { Database } from '../../db/client';
import type { SessionView } from '../catalogue/find-session';
import { listSessionCertificates } from './certificates';
import { listDeserved } from './deserved';
import type { Certificate } from './schema';

export type CertificateWork = {
  /** Revoked ones too, in the order of their numbers. */
  certificates: Certificate[];
  /** People present who can have one. */
  deserved: number;
  toIssue: number;
  toMail: number;
  /** Valid ones of people without an address. */
  withoutAddress: number;
};

/** 'r12/0': an attendee and which person of their registration. */
export const keyOf = ({ attendee, person }: { attendee: string; person: number }) =>
  `${attendee}/${person}`;

export async function findCertificateWork(
  db: Database,
  view: SessionView,
): Promise<CertificateWork> {
  const [certificates, deserved] = await Promise.all([
    listSessionCertificates(db, view.session.id),
    listDeserved(db, view),
  ]);
  const valid = certificates.filter(({ revokedAt }) => revokedAt === null);
  const settled = new Set(
    certificates
      .filter((each) => each.revokedAt === null || each.revokedBecause === 'organiser')
      .map(keyOf),
  );
  return {
    certificates,
    deserved: deserved.length,
    toIssue: deserved.filter((each) => !settled.has(keyOf(each))).length,
    toMail: valid.filter(({ email, mailedAt }) => email !== null && mailedAt === null).length,
    withoutAddress: valid.filter(({ email }) => email === null).length,
  };
}
