import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { select } from '../../src/db/client';
import {
  mailCertificates,
  mailCertificatesLink,
} from '../../src/domain/attendance/certificate-mail';
import {
  byYear,
  certificatesToken,
  findAddressByToken,
  findReplacement,
  listOwnCertificates,
  listSessionCertificates,
  numberOf,
} from '../../src/domain/attendance/certificates';
import { correctCertificates, issueCertificates } from '../../src/domain/attendance/certify';
import { shortNameOf } from '../../src/domain/attendance/deserved';
import { countPresent } from '../../src/domain/attendance/presence';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import type { Session } from '../../src/domain/catalogue/schema';
import { correctAddress } from '../../src/domain/registrations/hand-over';
import type { Registration } from '../../src/domain/registrations/schema';
import { day, hour, minute, toInstant } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { metered } from '../support/meter';
import { paris, registered } from '../support/people';

const by = { now: evening.endsAt + hour, actor: 'organiser:1' } as const;
const issuer = { network: 'Réseau de test', timeZone: 'Europe/Paris' };
const secret = 'a secret for these tests alone, long enough';

/** « 12 mars, de 9 h à 12 h et de 14 h à 17 h », and the same the next day. */
const training = [9, 14, 33, 38].map((from) => ({
  startsAt: evening.startsAt + (from - 20) * hour,
  endsAt: evening.startsAt + (from - 17) * hour,
}));
const trainingOver = (training[3]?.endsAt ?? 0) + hour;
let clock = evening.startsAt;
const record = (session: Session, who: Registration, more: Partial<Mark> = {}) => {
  clock += 1;
  const id = { registrationId: who.id };
  const mark: Mark = { id: newToken(), slot: 0, who: id, state: 'present', at: clock, ...more };
  const later = { ...by, now: trainingOver };
  return recordAttendance(db, session.id, { marks: [mark], source: 'tick' }, later);
};
const issue = (session: Session, now = by.now) =>
  issueCertificates(db, session.id, issuer, { ...by, now });
const valid = async (session: Session) =>
  (await listSessionCertificates(db, session.id)).filter((c) => c.revokedAt === null);

const attested = async (session: Session) =>
  (await valid(session)).map((c) => [
    c.name,
    (c.minutes ?? 0) / 60,
    c.facts.slots.map(({ startsAt }) => training.findIndex((slot) => slot.startsAt === startsAt)),
  ]);

it('Certificates go only to people present, for the hours they were present', async () => {
  const session = await aSession({ speakers: [{ name: 'Dr Untel', role: 'pédopsychiatre' }] });
  const [whole, late, absent] = [
    await registered(session, { firstName: 'Łucja', lastName: 'Dąbrowska' }),
    await registered(session),
    await registered(session),
  ];
  await record(session, whole);
  await record(session, late, { arrivedAt: evening.startsAt + 30 * minute });
  await record(session, absent, { state: 'absent' });
  expect(await issue(session)).toEqual({ ok: true, issued: 2, revoked: 0, left: 0 });
  const given = await valid(session);
  expect(given.map((c) => [c.name, c.shortName, c.minutes])).toEqual([
    ['Łucja Dąbrowska', 'Ł. Dąbrowska', 120],
    [`Camille ${late.lastName}`, `C. ${late.lastName}`, 90],
  ]);
  expect(given[0]?.facts).toMatchObject({
    slots: [{ ...evening, precision: 'time' }],
    speakers: ['pédopsychiatre'],
    network: 'Réseau de test',
  });
});

it('numbers them by year without gaps, and pressing twice issues nothing more', async () => {
  const session = await aSession();
  for (const person of [await registered(session), await registered(session)])
    await record(session, person);
  const inYear = (year: number) => toInstant(`${year}-06-01T12:00`, 'Europe/Paris');
  await Promise.all([issue(session, inYear(2031)), issue(session, inYear(2031))]);
  expect((await valid(session)).map(numberOf)).toEqual(['2031-0001', '2031-0002']);
  const other = await aSession();
  await record(other, await registered(other));
  await issue(other, inYear(2031));
  expect((await valid(other)).map(numberOf)).toEqual(['2031-0003']);
});

it('issues in bounded steps', async () => {
  const session = await aSession({ capacity: 60, maxCapacity: 60 });
  const walkIns = Array.from({ length: 45 }, (_, i) => ({ key: newToken(), name: `Nº ${i}` }));
  const marks = walkIns.map(
    (w): Mark => ({ id: newToken(), slot: 0, who: { walkInKey: w.key }, state: 'present', at: 1 }),
  );
  await recordAttendance(db, session.id, { walkIns, marks, source: 'tick' }, by);
  const steps = [await issue(session), await issue(session), await issue(session)];
  expect(steps).toMatchObject([
    { issued: 40, left: 5 },
    { issued: 5, left: 0 },
    { issued: 0, left: 0 },
  ]);
});

it('issues nothing before a half-day is over, and then for those that are', async () => {
  const session = await aSession({ slots: training });
  const person = await registered(session);
  await record(session, person, { at: training[0]?.startsAt ?? 0 });
  await record(session, person, { slot: 1, at: training[0]?.startsAt ?? 0 });
  const firstEnd = training[0]?.endsAt ?? 0;
  expect(await issue(session, firstEnd - minute)).toEqual({
    ok: false,
    reason: 'not_over',
    endsAt: firstEnd,
  });
  expect(await listSessionCertificates(db, session.id)).toEqual([]);
  await issue(session, firstEnd);
  expect(await attested(session)).toEqual([[`Camille ${person.lastName}`, 3, [0]]]);
});

it('attests no minutes that nobody was there, and a certificate of none is not issued', async () => {
  const session = await aSession({ slots: training });
  const [gone, lateThenThere] = [await registered(session), await registered(session)];
  await record(session, gone, { leftAt: (training[0]?.startsAt ?? 0) - minute });
  await record(session, lateThenThere, { minutes: 0 });
  await record(session, lateThenThere, { slot: 1 });
  await issue(session, trainingOver);
  expect(await attested(session)).toEqual([[`Camille ${lateThenThere.lastName}`, 3, [1]]]);
});

it('is revoked and reissued when attendance is corrected, and revoked when the person was not there', async () => {
  const session = await aSession();
  const person = await registered(session);
  await record(session, person);
  await issue(session);
  const [first] = await valid(session);
  await record(session, person, { leftAt: evening.endsAt - hour });
  const [second] = await valid(session);
  expect(second).toMatchObject({ minutes: 60, replacesId: first?.id });
  expect(await findReplacement(db, first?.id ?? 0)).toEqual(second);
  await record(session, person, { state: 'absent' });
  expect(await valid(session)).toEqual([]);
  expect((await listSessionCertificates(db, session.id)).map((c) => c.revokedBecause)).toEqual([
    'attendance_corrected',
    'attendance_corrected',
  ]);
  // A mark that changes nothing for the certificate leaves it alone.
  await record(session, person);
  await issue(session);
  const [third] = await valid(session);
  await record(session, person);
  expect(await valid(session)).toEqual([third]);
});

it('corrects however many in three statements, numbered without gaps', async () => {
  const session = await aSession({ capacity: 60, maxCapacity: 60 });
  const walkIns = Array.from({ length: 45 }, (_, i) => ({ key: newToken(), name: `Nº ${i}` }));
  const marks = walkIns.map(
    (w): Mark => ({ id: newToken(), slot: 0, who: { walkInKey: w.key }, state: 'present', at: 1 }),
  );
  await recordAttendance(db, session.id, { walkIns, marks, source: 'tick' }, by);
  const year = toInstant('2032-06-01T12:00', 'Europe/Paris');
  for (const _ of [1, 2]) await issue(session, year);
  await db.run(sql`UPDATE slots SET ends_at = ends_at - ${hour} WHERE session_id = ${session.id}`);
  const again = { ...by, now: year };
  const { bill } = await metered((d) => correctCertificates(d, session.id, again));
  const corrected = await valid(session);
  expect(corrected.map((c) => c.minutes)).toEqual(Array.from({ length: 45 }, () => 60));
  expect(corrected.map((c) => c.sequence)).toEqual(Array.from({ length: 45 }, (_, i) => 46 + i));
  expect(bill.queries).toBeLessThan(15);
});

it('a certificate follows the address as it was corrected, to be mailed there', async () => {
  const session = await aSession();
  const wrong = await registered(session, { email: 'fuate@exemple.fr' });
  await record(session, wrong);
  await issue(session);
  await mailCertificates(db, session.id, by);
  await correctAddress(db, wrong, 'faute@exemple.fr', { now: by.now, timeZone: paris }, by.actor);
  expect((await valid(session)).map((c) => [c.email, c.emailKey, c.mailedAt])).toEqual([
    ['faute@exemple.fr', 'faute@exemple.fr', null],
  ]);
  await mailCertificates(db, session.id, by);
  const mails = await select(
    db,
    sql`SELECT recipient, state FROM outbox WHERE kind = 'certificate_ready'
      AND session_id = ${session.id} ORDER BY id`,
  );
  expect(mails).toEqual([
    { recipient: 'fuate@exemple.fr', state: 'superseded' },
    { recipient: 'faute@exemple.fr', state: 'queued' },
  ]);
  expect(await listOwnCertificates(db, 'fuate@exemple.fr')).toEqual([]);
});

it('a name that was corrected is printed on a new one', async () => {
  const session = await aSession();
  const person = await registered(session, { firstName: 'Camile', lastName: 'Martin' });
  await record(session, person);
  await issue(session);
  await db.run(sql`UPDATE registrations SET first_name = 'Camille' WHERE id = ${person.id}`);
  expect(await issue(session)).toEqual({ ok: true, issued: 1, revoked: 1, left: 0 });
  expect((await valid(session)).map((c) => c.name)).toEqual(['Camille Martin']);
});

it('a companion has one for the half-days at which everyone of the registration was there, or that are said to be theirs', async () => {
  const session = await aSession({ slots: training, seatsPerRegistration: 2 });
  const pair = { firstName: 'Nora', lastName: 'Petit', seats: 2, companions: ['Omar Petit'] };
  const couple = await registered(session, pair);
  await record(session, couple, { seats: 2 });
  await record(session, couple, { slot: 1, seats: 1 });
  await record(session, couple, { slot: 2, seats: 1, persons: [1] });
  await issue(session, trainingOver);
  expect(await attested(session)).toEqual([
    ['Nora Petit', 6, [0, 1]],
    ['Omar Petit', 6, [0, 2]],
  ]);
  expect(await countPresent(db, session.id)).toMatchObject({ named: 2, minutes: 12 * 60 });
});

it('one of two at the first half-day and the other at the second are two people present', async () => {
  const session = await aSession({ slots: training, seatsPerRegistration: 2 });
  const couple = await registered(session, { seats: 2, companions: ['Omar Petit'] });
  await record(session, couple, { seats: 1, persons: [0] });
  await record(session, couple, { slot: 1, seats: 1, persons: [1] });
  expect(await countPresent(db, session.id)).toMatchObject({ named: 2, minutes: 6 * 60 });
});

it('is mailed once to those who have an address', async () => {
  const session = await aSession();
  await record(session, await registered(session, { email: 'zoe@exemple.fr' }));
  await record(session, await registered(session, { email: null }));
  await issue(session);
  expect(await mailCertificates(db, session.id, by)).toEqual({ mailed: 1, left: 0 });
  expect(await mailCertificates(db, session.id, by)).toEqual({ mailed: 0, left: 0 });
  const mails = await select<{ recipient: string }>(
    db,
    sql`SELECT recipient FROM outbox WHERE kind = 'certificate_ready' AND session_id = ${session.id}`,
  );
  expect(mails).toEqual([{ recipient: 'zoe@exemple.fr' }]);
});

it('gathers a person’s own by a link that only their mailbox gets, at most once in two minutes', async () => {
  const sessions = [await aSession(), await aSession()];
  for (const session of sessions) {
    await record(session, await registered(session, { email: 'Nora@exemple.fr' }));
    await issue(session);
  }
  const ask = (email: string, now: number) =>
    mailCertificatesLink(db, { email, locale: 'fr' }, now);
  await ask('nora@exemple.fr ', by.now);
  await ask('nora@exemple.fr', by.now + minute);
  await ask('personne@exemple.fr', by.now);
  const mails = await select<{ recipient: string; facts: string }>(
    db,
    sql`SELECT recipient, facts FROM outbox WHERE kind = 'certificates_link' ORDER BY id`,
  );
  expect(mails.map((m) => m.recipient)).toEqual(['Nora@exemple.fr']);
  const { certificate, count } = JSON.parse(mails[0]?.facts ?? '');
  expect(count).toBe(2);
  const token = await certificatesToken(secret, certificate);
  expect(await findAddressByToken(db, secret, token)).toBe('nora@exemple.fr');
  expect(await findAddressByToken(db, secret, `${token.slice(0, -1)}_`)).toBeNull();
  const own = await listOwnCertificates(db, 'nora@exemple.fr');
  const years = byYear(own, (at) => new Date(at).getUTCFullYear());
  expect(
    years.map(({ year, minutes, certificates }) => [year, minutes, certificates.length]),
  ).toEqual([[2026, 240, 2]]);
});

it('attests half-days whose hours nobody noted, without making hours up', async () => {
  const session = await aSession({
    slots: [{ startsAt: evening.startsAt, endsAt: evening.startsAt + day }],
  });
  await db.run(sql`UPDATE slots SET precision = 'day' WHERE session_id = ${session.id}`);
  await record(session, await registered(session));
  await issue(session, evening.startsAt + day);
  expect((await valid(session)).map((c) => [c.minutes, c.facts.slots[0]?.precision])).toEqual([
    [null, 'day'],
  ]);
});

it.each([
  ['Camille Martin', 'C. Martin'],
  ['Łucja Maria Dąbrowska', 'Ł. Maria Dąbrowska'],
  ['E\u0301lodie Arnaud', 'E\u0301. Arnaud'],
  ['فاطمة الزهراء', 'ف. الزهراء'],
  ['Zoé', 'Z.'],
])('a verification shows %s as %s', (name, short) => {
  expect(shortNameOf(name)).toBe(short);
});

it('issuing costs in proportion to the people of the session, whatever was issued before', async () => {
  const session = await aSession();
  for (let i = 0; i < 5; i++) await record(session, await registered(session));
  const { bill } = await metered((d) => issueCertificates(d, session.id, issuer, by));
  expect(bill.rowsRead).toBeLessThan(250);
});
