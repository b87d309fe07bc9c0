/** domain.md › Changing, and: certificates go only to people present, for the hours they were present. */
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { select } from '../../src/db/client';
import {
  listRegistrationCertificates,
  listSessionCertificates,
} from '../../src/domain/attendance/certificates';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { handOver } from '../../src/domain/attendance/hand-over';
import { countPeople, countPresent, listPresent } from '../../src/domain/attendance/presence';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import type { Session } from '../../src/domain/catalogue/schema';
import type { Registration } from '../../src/domain/registrations/schema';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { paris, registered, reload } from '../support/people';

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
  expect(await countPeople(db, sql`s.id = ${session.id}`)).toEqual({
    distinct: 2,
    uncountable: 0,
  });
  const { entries } = await findRoll(db, session.id);
  expect(
    entries.map(({ name, handedOver, marks }) => [
      name,
      handedOver,
      [...marks].map(([slot, { state }]) => `${slot} ${state}`).sort(),
    ]),
  ).toEqual([
    ['Autre Karim', false, ['0 excused', '1 excused', '2 present']],
    ['Zoé Arnaud', true, ['0 present', '1 present']],
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
  const walkInKey = entries.find(({ handedOver }) => handedOver)?.walkInKey ?? '';
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
    ['Autre Karim', 'unmarked'],
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
