/** All that « Mon inscription » shows: a fixed number of reads, bounded by the party and its colleagues. */
import type { Database } from '../../../db/client';
import { listRegistrationCertificates } from '../../../domain/attendance/certificates';
import { findSessionById, type SessionView } from '../../../domain/catalogue/find-session';
import { findMailState, type MailState } from '../../../domain/registrations/mail-state';
import {
  type Colleague,
  findParty,
  listColleagues,
  type PartyView,
} from '../../../domain/registrations/queries';
import type { Registration } from '../../../domain/registrations/schema';
import { type May, may, type Standing, standingOf } from '../../../domain/registrations/standing';
import type { Reader } from '../../context';

export type OwnProps = {
  reader: Reader;
  now: number;
  token: string;
  registration: Registration;
  /** The video link is there for people confirmed only. */
  view: SessionView;
  party: PartyView;
  colleagues: Colleague[];
  mail: MailState;
  standing: Standing;
  may: May;
  /** A certificate was issued to them: the page leads to it. */
  hasCertificate: boolean;
};

export async function loadOwn(
  db: Database,
  {
    reader,
    now,
    token,
    own: registration,
  }: Pick<OwnProps, 'reader' | 'now' | 'token'> & {
    own: Registration;
  },
): Promise<OwnProps> {
  const [view, party, colleagues, mail, certificates] = await Promise.all([
    findSessionById(db, registration.sessionId),
    findParty(db, registration, now),
    listColleagues(db, registration),
    findMailState(db, registration),
    listRegistrationCertificates(db, registration.id),
  ]);
  if (!view || !party)
    throw new Error(`registration ${registration.id} lacks its session or party`);
  const standing = standingOf(registration, view.session, party.offerExpiresAt, now);
  const videoUrl = standing === 'confirmed' ? view.session.videoUrl : null;
  return {
    reader,
    now,
    token,
    registration,
    view: { ...view, session: { ...view.session, videoUrl } },
    party,
    colleagues,
    mail,
    standing,
    may: may(registration, standing, now),
    hasCertificate: certificates.length > 0,
  };
}
