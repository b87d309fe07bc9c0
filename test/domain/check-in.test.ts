/** Self check-in by the code on the wall: it adds to what is noted, and never takes from it. */
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { checkIn } from '../../src/domain/attendance/check-in';
import { countPresent } from '../../src/domain/attendance/presence';
import { recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import { attendance } from '../../src/domain/attendance/schema';
import type { Session } from '../../src/domain/catalogue/schema';
import { minute } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { registered } from '../support/people';
import { listPresent } from '../support/who-was-there';

const at = evening.startsAt + 10 * minute;
const say = (session: Session, name: string, email = '', key = newToken(), now = at) =>
  checkIn(db, session.id, 0, { key, name, email, locale: 'fr' }, now);
const there = async (session: Session) => (await countPresent(db, session.id)).participations;
const held = (session: Session) =>
  db.select().from(attendance).where(eq(attendance.sessionId, session.id));
const couple = async (session: Session) =>
  registered(session, {
    firstName: 'Élodie',
    lastName: 'Démo',
    email: `elodie-${session.code}@exemple.fr`,
    seats: 2,
    companions: ['Amélie Démo'],
  });
const aCouplesSession = () => aSession({ capacity: 10, seatsPerRegistration: 2 });
const note = (
  session: Session,
  registrationId: number,
  mark: Partial<Parameters<typeof recordAttendance>[2]['marks'][number]>,
) =>
  recordAttendance(
    db,
    session.id,
    {
      marks: [
        {
          id: newToken(),
          slot: 0,
          who: { registrationId },
          state: 'present',
          at: at - minute,
          ...mark,
        },
      ],
      source: 'tick',
    },
    { now: at, actor: 'organiser:1' },
  );

it('leaves « les 2 », an excuse and an hour of arrival as the organiser noted them', async () => {
  const session = await aCouplesSession();
  const both = await couple(session);
  const excused = await registered(session, { firstName: 'Inès', lastName: 'Roux' });
  const late = await registered(session, { firstName: 'Karim', lastName: 'Haddad' });
  await note(session, both.id, { seats: 2 });
  await note(session, excused.id, { state: 'excused' });
  await note(session, late.id, { arrivedAt: at - 2 * minute });
  const before = await held(session);
  await say(session, 'Élodie Démo', both.email ?? '');
  await say(session, 'Inès Roux');
  await say(session, 'Karim Haddad');
  expect(await held(session)).toEqual(before);
});

it('counts each of a couple once, by name, by the shared address, and however often they press', async () => {
  const session = await aCouplesSession();
  const both = await couple(session);
  const key = newToken();
  for (let press = 0; press < 2; press++) await say(session, 'Élodie Démo', '', key);
  expect(await there(session)).toBe(1);
  await say(session, 'amelie DEMO', '', newToken(), at + minute);
  await say(session, 'Élodie Démo', both.email ?? '', newToken(), at + 2 * minute);
  expect(await there(session)).toBe(2);
  expect((await listPresent(db, session.id)).map((one) => one.registrationId)).toEqual([both.id]);
  // A third one at that address came without a seat.
  await say(session, 'Mamie Démo', both.email ?? '', newToken(), at + 3 * minute);
  expect(await there(session)).toBe(3);
  expect((await listPresent(db, session.id)).map((one) => one.name)).toContain('Mamie Démo');
});

it('marks the one of a couple who says their name, or enough of it at the shared address', async () => {
  for (const [name, byAddress, person] of [
    ['Amélie Démo', false, 1],
    ['Élodie Démo', false, 0],
    ['Amélie', true, 1],
    ['Élodie Démo-Martin', true, 0],
    ['Démo', true, 0],
  ] as const) {
    const session = await aCouplesSession();
    const both = await couple(session);
    await say(session, name, byAddress ? (both.email ?? '') : '');
    const [entry] = (await findRoll(db, session.id)).entries;
    expect([name, entry?.marks.get(0)?.came]).toEqual([name, [person]]);
  }
});

it('loses nobody of a couple that presses at the same moment', async () => {
  const session = await aCouplesSession();
  const both = await couple(session);
  await Promise.all([
    say(session, 'Élodie Démo', both.email ?? '', newToken(), at),
    say(session, 'Amélie Démo', both.email ?? '', newToken(), at + 1),
  ]);
  expect(await there(session)).toBe(2);
});

it('notes again who was taken back', async () => {
  const session = await aSession();
  const one = await registered(session, { firstName: 'Léa', lastName: 'Blanc' });
  await note(session, one.id, { state: 'unmarked' });
  await say(session, 'Léa Blanc');
  expect(await there(session)).toBe(1);
});
