/** domain.md › Changing, and: certificates go only to people present, for the hours they were present. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { select } from '../../src/db/client';
import {
  listRegistrationCertificates,
  listSessionCertificates,
} from '../../src/domain/attendance/certificates';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { recordFromDoor } from '../../src/domain/attendance/door';
import { handOver } from '../../src/domain/attendance/hand-over';
import { countPresent } from '../../src/domain/attendance/presence';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import type { Session } from '../../src/domain/catalogue/schema';
import type { Registration } from '../../src/domain/registrations/schema';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { secret } from '../support/organisers';
import { paris, registered, reload } from '../support/people';
import { listPresent, peopleOf } from '../support/who-was-there';

const issuer = { network: 'Réseau de test', timeZone: paris };
/** Two hours in the morning, two in the afternoon, and the same the next day. */
const training = [0, 3, 24, 27].map((from) => ({
  startsAt: evening.startsAt + from * hour,
  endsAt: evening.startsAt + (from + 2) * hour,
}));
const overnight = evening.startsAt + 12 * hour;
const over = evening.startsAt + 30 * hour;
const karim = {
  firstName: 'Karim',
  lastName: 'Autre',
  email: 'karim@exemple.fr',
  locale: 'fr' as const,
};

const record = (session: Session, who: Registration, more: Partial<Mark> = {}) =>
  recordAttendance(
    db,
    session.id,
    {
      marks: [
        {
          id: newToken(),
          slot: 0,
          who: { registrationId: who.id },
          state: 'present',
          at: evening.startsAt,
          ...more,
        },
      ],
      source: 'tick',
    },
    { now: Math.max(overnight, more.at ?? 0), actor: 'organiser:1' },
  );
const issue = (session: Session, now: number) =>
  issueCertificates(db, session.id, issuer, { now, actor: 'organiser:1' });
const attested = async (session: Session) =>
  (await listSessionCertificates(db, session.id))
    .filter((c) => c.revokedAt === null)
    .map((c) => [c.name, (c.minutes ?? 0) / 60]);
const give = async (who: Registration) =>
  handOver(db, await reload(who), karim, { now: overnight, timeZone: paris });

it('Certificates go only to people present, for the hours they were present: a seat that is handed over between two half-days takes none along', async () => {
  const session = await aSession({ slots: training });
  const email = 'zoe@exemple.fr';
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud', email });
  await record(session, zoe);
  await record(session, zoe, { slot: 1 });
  await issue(session, overnight);
  const [hers] = await listSessionCertificates(db, session.id);
  expect(await give(zoe)).toEqual({ ok: true, holderVersion: 2 });
  expect(await listRegistrationCertificates(db, zoe.id)).toEqual([]);
  await record(session, await reload(zoe), { slot: 2, at: over });
  await issue(session, over);
  expect(await attested(session)).toEqual([
    ['Zoé Arnaud', 4],
    ['Karim Autre', 2],
  ]);
  // Hers is the very one that she holds on paper, and his page shows his alone.
  const [first] = await listSessionCertificates(db, session.id);
  expect(first).toMatchObject({ id: hers?.id, revokedAt: null, email });
  expect((await listRegistrationCertificates(db, zoe.id)).map((c) => c.name)).toEqual([
    'Karim Autre',
  ]);
  expect(await countPresent(db, session.id)).toMatchObject({ named: 2, walkIns: 0, minutes: 360 });
  expect(await peopleOf(db, session.actionId, over)).toEqual({
    distinct: 2,
    uncountable: 0,
  });
  const { entries } = await findRoll(db, session.id);
  expect(
    entries.map(({ name, heldFrom, heldUntil, marks }) => [
      name,
      heldFrom ?? heldUntil,
      [...marks].map(([slot, { state }]) => `${slot} ${state}`).sort(),
    ]),
  ).toEqual([
    ['Autre Karim', overnight, ['0 excused', '1 excused', '2 present']],
    ['Zoé Arnaud', overnight, ['0 present', '1 present']],
  ]);
});

it('the companion of who handed the seat over keeps the hours that both were there', async () => {
  const session = await aSession({ slots: training, seatsPerRegistration: 2 });
  const pair = { firstName: 'Zoé', lastName: 'Arnaud', seats: 2, companions: ['Sam Petit'] };
  const both = await registered(session, pair);
  await record(session, both);
  await record(session, both, { slot: 1, seats: 1 });
  await issue(session, overnight);
  await give(both);
  await record(session, await reload(both), { slot: 2, at: over });
  await issue(session, over);
  expect((await attested(session)).sort()).toEqual([
    ['Karim Autre', 2],
    ['Sam Petit', 4],
    ['Zoé Arnaud', 4],
  ]);
  expect(await countPresent(db, session.id)).toMatchObject({ named: 3, minutes: 600 });
});

it('who handed the seat over before anything was noted can still be noted for the half-days that were theirs', async () => {
  const session = await aSession({ slots: training });
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  await give(zoe);
  const { entries } = await findRoll(db, session.id);
  const walkInKey = entries.find(({ heldUntil }) => heldUntil !== null)?.walkInKey ?? '';
  await record(session, zoe, { who: { walkInKey } });
  expect((await listPresent(db, session.id)).map((p) => [p.name, p.slots])).toEqual([
    ['Zoé Arnaud', 1],
  ]);
});

it('an excuse for a half-day to come was the former holder’s, and a seat given before the start leaves no trace in the list', async () => {
  const session = await aSession({ slots: training });
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  await record(session, zoe, { slot: 3, state: 'excused', at: evening.startsAt - 5 * hour });
  const early = { now: evening.startsAt - 4 * hour, timeZone: paris };
  await handOver(db, await reload(zoe), karim, early);
  const { entries } = await findRoll(db, session.id);
  expect(entries.map(({ name, marks }) => [name, marks.get(3)?.state])).toEqual([
    ['Autre Karim', undefined],
  ]);
  expect(await select(db, sql`SELECT id FROM walk_ins WHERE session_id = ${session.id}`)).toEqual(
    [],
  );
});

it('a seat that could not be handed over leaves the marks where they are', async () => {
  const session = await aSession({ slots: training });
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  await registered(session, { email: karim.email });
  await record(session, zoe);
  expect(await give(zoe)).toEqual({ ok: false, reason: 'already_registered' });
  expect((await listPresent(db, session.id)).map((p) => p.registrationId)).toEqual([zoe.id]);
});

/** Made at the first half-day without a network, and sent the next evening by a phone that is an hour slow. */
const sendLate = (session: Session, marks: readonly Omit<Mark, 'id' | 'slot' | 'at'>[]) =>
  recordAttendance(
    db,
    session.id,
    {
      marks: marks.map((mark) => ({
        ...mark,
        id: newToken(),
        slot: 0,
        at: evening.startsAt - hour,
      })),
      source: 'tick',
      sentAt: over - hour,
    },
    { now: over, actor: 'organiser:1' },
  );
const cameTo = async (session: Session, slot: number) =>
  Object.fromEntries(
    (await findRoll(db, session.id)).entries.map(({ name, marks }) => [
      name,
      marks.get(slot)?.state === 'present' ? marks.get(slot)?.came : marks.get(slot)?.state,
    ]),
  );

it('a mark made before the seat was handed over and sent after it is the former holder’s', async () => {
  const session = await aSession({ slots: training });
  const [zoe, ines] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' }),
    await registered(session, { firstName: 'Inès', lastName: 'Blanc' }),
  ];
  await give(zoe);
  const who = { registrationId: zoe.id };
  const present = { who, state: 'present' as const };
  await sendLate(session, [present, { ...present, who: { registrationId: ines.id } }]);
  expect(await cameTo(session, 0)).toEqual({
    'Autre Karim': undefined,
    'Blanc Inès': [0],
    'Zoé Arnaud': [0],
  });
  await record(session, await reload(zoe), { slot: 2, at: over });
  expect(await cameTo(session, 2)).toMatchObject({ 'Autre Karim': [0], 'Zoé Arnaud': undefined });
  // Taken back, it is hers that goes.
  await sendLate(session, [{ who, state: 'unmarked' }]);
  expect(await cameTo(session, 2)).toMatchObject({ 'Autre Karim': [0] });
});

it.each([
  ['both', { seats: 2 }, { 'Zoé Arnaud': [0], 'Autre Karim': [1] }],
  ['the holder', { seats: 1, persons: [0] }, { 'Zoé Arnaud': [0], 'Autre Karim': undefined }],
  ['one of them', { seats: 1 }, { 'Zoé Arnaud': [0], 'Autre Karim': undefined }],
  ['the companion', { seats: 1, persons: [1] }, { 'Zoé Arnaud': undefined, 'Autre Karim': [1] }],
])(
  'of two, a late mark is parted between who left and who stayed: %s',
  async (_, came, expected) => {
    const session = await aSession({ slots: training, seatsPerRegistration: 2 });
    const pair = { firstName: 'Zoé', lastName: 'Arnaud', seats: 2, companions: ['Sam Petit'] };
    const both = await registered(session, pair);
    await give(both);
    for (let sent = 0; sent < 2; sent++)
      await sendLate(session, [{ who: { registrationId: both.id }, state: 'present', ...came }]);
    expect(await cameTo(session, 0)).toEqual(expected);
  },
);

it('the code that ended with the hand-over holds for what was read before it, and for nothing after', async () => {
  const session = await aSession({ slots: training });
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  const token = await registrationToken(secret, await reload(zoe));
  await give(zoe);
  const read = (slot: number, at: number) => ({ id: newToken(), slot, who: { token }, at });
  const marks = [read(0, evening.startsAt), read(2, over - hour)].map((mark) => ({
    ...mark,
    state: 'present' as const,
  }));
  const sending = { marks, walkIns: [], sentAt: over };
  const { refused } = await recordFromDoor(db, secret, session.id, sending, {
    now: over,
    actor: 'organiser:1',
  });
  expect(refused).toEqual([marks[1]?.id]);
  expect(await cameTo(session, 0)).toEqual({ 'Autre Karim': undefined, 'Zoé Arnaud': [0] });
});
