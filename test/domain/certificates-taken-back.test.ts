/** Certificates that no longer hold: taken back by an organiser, or by a correction; and who is told. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { mailCertificates } from '../../src/domain/attendance/certificate-mail';
import { findCertificateWork } from '../../src/domain/attendance/certificate-work';
import { findReplacement, listSessionCertificates } from '../../src/domain/attendance/certificates';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { type TakeBack, takeBackCertificate } from '../../src/domain/attendance/take-back';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import type { Session } from '../../src/domain/catalogue/schema';
import type { Registration } from '../../src/domain/registrations/schema';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { certified, present } from '../support/attendance';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { registered } from '../support/people';

const by = { now: evening.endsAt + hour, actor: 'organiser:1' } as const;
const issuer = { network: 'Réseau de test', timeZone: 'Europe/Paris' };
const mistake: TakeBack = { reason: 'mistake', note: '' };

let clock = evening.startsAt;
const record = (session: Session, who: Registration, more: Partial<Mark> = {}) => {
  clock += 1;
  const registrationId = who.id;
  const mark = { id: newToken(), slot: 0, who: { registrationId }, state: 'present', at: clock };
  const marks = [{ ...mark, ...more } as Mark];
  return recordAttendance(db, session.id, { marks, source: 'tick' }, by);
};
const held = async (session: Session) => {
  const [certificate] = await certified(session, by.now);
  if (!certificate) throw new Error('no certificate');
  return certificate;
};
async function issuedTo(values: Parameters<typeof registered>[1] = {}) {
  const session = await aSession();
  const person = await registered(session, values);
  await record(session, person);
  return { session, person, certificate: await held(session) };
}
const mails = (session: Session) =>
  db.all<{ kind: string; recipient: string; state: string; facts: string }>(
    sql`SELECT kind, recipient, state, facts FROM outbox
      WHERE session_id = ${session.id} AND kind LIKE 'certificate%' ORDER BY id`,
  );
const told = async (session: Session) =>
  (await mails(session))
    .filter(({ kind }) => kind === 'certificate_revoked')
    .map(({ recipient, facts }) => [recipient, JSON.parse(facts).because]);
const work = async (session: Session) => {
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  const { toMail, corrected, toTell, toIssue, again } = await findCertificateWork(db, view, by.now);
  return { toMail, corrected, toTell, toIssue, again: again.size };
};

it('a certificate taken back is void for the reason given, and its holder is told once', async () => {
  const { session, certificate } = await issuedTo({ email: 'zoe@exemple.fr' });
  await mailCertificates(db, session.id, by);
  const why: TakeBack = { reason: 'other', note: 'Deux personnes du même nom' };
  const outcomes = await Promise.all([
    takeBackCertificate(db, certificate, why, by),
    takeBackCertificate(db, certificate, mistake, by),
  ]);
  expect(outcomes).toEqual([{ told: true }, { told: true }]);
  expect(await told(session)).toEqual([['zoe@exemple.fr', 'other']]);
  expect(await listSessionCertificates(db, session.id)).toMatchObject([
    { revokedBecause: 'organiser', revokedFor: 'other', revocationNote: why.note, toldAt: by.now },
  ]);
  const facts = (await mails(session)).at(-1)?.facts ?? '';
  expect(facts).not.toContain('Deux personnes');
  expect(JSON.parse(facts)).toMatchObject({ number: expect.stringMatching(/^\d{4}-\d{4}$/) });
  // It is not among the mails still to write.
  expect(await work(session)).toMatchObject({ toMail: 0, toTell: 0 });
});

it('whoever a correction was quicker for is not said to be told', async () => {
  const { session, person, certificate } = await issuedTo();
  await record(session, person, { state: 'absent' });
  expect(await takeBackCertificate(db, certificate, mistake, by)).toEqual({ told: false });
  expect(await told(session)).toEqual([]);
});

it('who could fetch it by the link of their registration is told; a walk-in who was sent nothing is not', async () => {
  const registrant = await issuedTo({ email: 'lien@exemple.fr' });
  await takeBackCertificate(db, registrant.certificate, mistake, by);
  expect(await told(registrant.session)).toEqual([['lien@exemple.fr', 'mistake']]);

  const session = await aSession();
  await present(session, 'Inès Modèle', { email: 'ines@exemple.fr', at: by.now });
  expect(await takeBackCertificate(db, await held(session), mistake, by)).toEqual({ told: false });
  expect(await told(session)).toEqual([]);
});

it('« votre attestation est prête » does not go out once it is taken back', async () => {
  const { session, certificate } = await issuedTo();
  await mailCertificates(db, session.id, by);
  await takeBackCertificate(db, certificate, mistake, by);
  expect((await mails(session)).map(({ kind, state }) => [kind, state])).toEqual([
    ['certificate_ready', 'superseded'],
    ['certificate_revoked', 'queued'],
  ]);
});

it('issued again, by name only, it replaces the one that was taken back', async () => {
  const { session, certificate } = await issuedTo();
  await takeBackCertificate(db, certificate, mistake, by);
  expect(await issueCertificates(db, session.id, issuer, by)).toMatchObject({ issued: 0 });
  expect(await work(session)).toMatchObject({ toIssue: 0, again: 1 });
  const again = `${certificate.attendee}/0`;
  await issueCertificates(db, session.id, issuer, by, { again });
  expect(await findReplacement(db, certificate.id)).toMatchObject({ revokedAt: null });
  expect(await work(session)).toMatchObject({ toIssue: 0, again: 0 });
});

it('a corrected one that was mailed waits to be sent, and says which one it replaces', async () => {
  const { session, person, certificate } = await issuedTo();
  await record(session, person, { leftAt: evening.endsAt - hour });
  // Nobody was sent the first: the second is like any other.
  expect(await work(session)).toMatchObject({ toMail: 1, corrected: 0 });
  await mailCertificates(db, session.id, by);
  const sent = await held(session);
  expect(sent.id).not.toBe(certificate.id);
  // Twice: the one in between was never sent.
  await record(session, person, { leftAt: evening.endsAt - hour / 2 });
  await record(session, person, { leftAt: null });
  expect(await work(session)).toMatchObject({ toMail: 1, corrected: 1, toTell: 0 });
  await mailCertificates(db, session.id, by);
  expect(await mailCertificates(db, session.id, by)).toEqual({ mailed: 0, left: 0 });
  const replaced = (await mails(session)).map(({ facts }) => JSON.parse(facts).replaces);
  const number = `${sent.year}-${String(sent.sequence).padStart(4, '0')}`;
  expect(replaced).toEqual([null, number]);
});

it('whoever a correction leaves with nothing is told by the same button, once', async () => {
  const { session, person } = await issuedTo({ email: 'nora@exemple.fr' });
  await mailCertificates(db, session.id, by);
  await record(session, person, { state: 'absent' });
  expect(await told(session)).toEqual([]);
  expect(await work(session)).toMatchObject({ toMail: 0, toTell: 1 });
  expect(await mailCertificates(db, session.id, by)).toEqual({ mailed: 1, left: 0 });
  expect(await mailCertificates(db, session.id, by)).toEqual({ mailed: 0, left: 0 });
  expect(await told(session)).toEqual([['nora@exemple.fr', 'attendance_corrected']]);
  expect(await work(session)).toMatchObject({ toTell: 0 });
});

it('a tick taken back before anyone was told tells nobody', async () => {
  const { session, person } = await issuedTo();
  await mailCertificates(db, session.id, by);
  await record(session, person, { state: 'absent' });
  await record(session, person);
  await held(session);
  expect(await work(session)).toMatchObject({ toMail: 1, corrected: 1, toTell: 0 });
});
