/** Companions corrected after the attendance was noted: marks, certificates and sheets follow their person. */
import { sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { listSessionCertificates } from '../../src/domain/attendance/certificates';
import { correctRegistration } from '../../src/domain/attendance/correct-registration';
import { countPresent } from '../../src/domain/attendance/presence';
import { findSheet, printSheet } from '../../src/domain/attendance/printed-sheets';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import { followSeats } from '../../src/domain/attendance/who-came';
import type { Session } from '../../src/domain/catalogue/schema';
import type { Details } from '../../src/domain/registrations/correct-details';
import type { Registration } from '../../src/domain/registrations/schema';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { certified } from '../support/attendance';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { registered, reload } from '../support/people';

const by = { now: evening.endsAt + hour, actor: 'organiser:1' } as const;
const slots = [
  { startsAt: evening.startsAt - 3 * hour, endsAt: evening.startsAt - hour },
  evening,
] as const;

async function family(companions: string[], seats = companions.length + 1) {
  const session = await aSession({ slots: [...slots], seatsPerRegistration: 6 });
  const names = { firstName: 'Nora', lastName: 'Petit' };
  return { session, person: await registered(session, { ...names, seats, companions }) };
}
let clock = evening.endsAt;
const mark = (session: Session, { id }: Registration, more: Partial<Mark>) => {
  clock += 1;
  const made = {
    id: newToken(),
    slot: 0,
    who: { registrationId: id },
    state: 'present',
    at: clock,
  };
  const marks = [{ ...made, ...more } as Mark];
  return recordAttendance(db, session.id, { marks, source: 'tick' }, by);
};
const correct = async (before: Registration, change: Partial<Details>) => {
  const { version, ...details } = { ...(await reload(before)), ...change };
  const outcome = await correctRegistration(db, before, { details, version }, by);
  expect(outcome).toEqual({ ok: true });
};
/** Who was there, by name, at each half-day. */
const came = async (session: Session) => {
  const { entries } = await findRoll(db, session.id);
  return entries.flatMap(({ firstName, companions, marks }) =>
    slots.map((_, slot) => marks.get(slot)?.came.map((i) => [firstName, ...companions][i])),
  );
};
const valid = async (session: Session) =>
  (await listSessionCertificates(db, session.id))
    .filter(({ revokedAt }) => revokedAt === null)
    .map(({ name, sequence, minutes }) => ({ name, sequence, minutes }));

it('one left out in the middle takes their own marks and certificate away, and nobody else’s', async () => {
  const { session, person } = await family(['Omar Petit', 'Lina Petit']);
  await mark(session, person, { seats: 3 });
  await mark(session, person, { slot: 1, seats: 2, persons: [0, 2] });
  await certified(session, by.now);
  const before = await valid(session);
  expect(before.map(({ name }) => name)).toEqual(['Nora Petit', 'Omar Petit', 'Lina Petit']);
  await correct(person, { companions: ['Lina Petit'], seats: 2 });
  expect(await came(session)).toEqual([
    ['Nora', 'Lina Petit'],
    ['Nora', 'Lina Petit'],
  ]);
  // The very same ones: nothing was reissued.
  expect(await valid(session)).toEqual(before.filter(({ name }) => name !== 'Omar Petit'));
  expect(await countPresent(db, session.id)).toMatchObject({ named: 2 });
});

it('one more, who did not come, takes nothing from those who did', async () => {
  const { session, person } = await family(['Lina Petit']);
  await mark(session, person, { seats: 2 });
  await certified(session, by.now);
  const before = await valid(session);
  await correct(person, { companions: ['Abel Petit', 'Lina Petit'], seats: 3 });
  expect((await came(session))[0]).toEqual(['Nora', 'Lina Petit']);
  expect(await valid(session)).toEqual(before);
  await correct(await reload(person), { companions: ['Lina Petit', 'Abel Petit'] });
  expect((await came(session))[0]).toEqual(['Nora', 'Lina Petit']);
  expect(await valid(session)).toEqual(before);
});

it('two of three, nobody said which, are not made « both » when one is left out', async () => {
  const { session, person } = await family(['Omar Petit', 'Lina Petit']);
  await mark(session, person, { seats: 2 });
  await correct(person, { companions: ['Lina Petit'], seats: 2 });
  expect((await came(session))[0]).toEqual(['Nora']);
});

it('where only the one left out had come, the others were absent', async () => {
  const { session, person } = await family(['Omar Petit']);
  await mark(session, person, { seats: 1, persons: [1] });
  await correct(person, { companions: [], seats: 1 });
  const { entries } = await findRoll(db, session.id);
  expect(entries[0]?.marks.get(0)).toMatchObject({ state: 'absent', seats: 0 });
  expect(await countPresent(db, session.id)).toMatchObject({ named: 0 });
});

it('a name that was misspelt keeps hours, and its certificate is reissued under it', async () => {
  const { session, person } = await family(['Omar Petit', 'Lina Petit']);
  await mark(session, person, { seats: 1, persons: [2] });
  await certified(session, by.now);
  await correct(person, { companions: ['Omar Petit', 'Lyna Petit'] });
  expect((await valid(session)).map(({ name }) => name)).toEqual(['Lyna Petit']);
});

it('a sheet that is printed keeps its lines: whoever was left out is known no more', async () => {
  const { session, person } = await family(['Omar Petit', 'Lina Petit']);
  const sheetId = await printSheet(db, session.id, by);
  await correct(person, { companions: ['Lina Petit'], seats: 2 });
  const { sheet } = await findSheet(db, session.id, sheetId);
  const names = sheet.lines.map(
    (line) => line && [line.entry.firstName, ...line.entry.companions][line.person ?? 0],
  );
  expect(names).toEqual(['Nora', null, 'Lina Petit']);
});

it('what somebody else corrected meanwhile leaves marks and certificates alone', async () => {
  const { session, person } = await family(['Omar Petit', 'Lina Petit']);
  await mark(session, person, { seats: 1, persons: [2] });
  const { version, ...details } = await reload(person);
  const late = {
    details: { ...details, companions: ['Lina Petit'], seats: 2 },
    version: version - 1,
  };
  expect(await correctRegistration(db, person, late, by)).toMatchObject({ ok: false });
  const marks = await db.all<{ n: number }>(
    sql`SELECT count(*) AS n FROM attendance_marks WHERE registration_id = ${person.id}`,
  );
  expect(marks).toEqual([{ n: 1 }]);
});

describe('a seat is followed by the name of who sits in it', () => {
  it.each([
    [
      ['A', 'B', 'C'],
      ['A', 'C'],
      [0, 1, null, 2],
    ],
    [
      ['A', 'B'],
      ['B', 'A'],
      [0, 2, 1],
    ],
    [['Omar'], ['Omar Petit'], [0, 1]],
    [
      ['Nora Roy', 'Omar Roy', 'Lina Roy'],
      ['Omar Roy', 'Lyna Roy'],
      [0, null, 1, 2],
    ],
    [['Omar'], ['Paul'], [0, 1]],
    [[], ['Paul'], [0]],
  ])('%j, then %j: %j', (former, now, moves) => {
    const seats = (companions: string[]) => ({ companions, seats: companions.length + 1 });
    expect(followSeats(seats(former), seats(now))).toEqual(moves);
  });
  it('a seat keeps its person when only the name goes, or comes', () => {
    expect(followSeats({ seats: 2, companions: ['A'] }, { seats: 2, companions: [] })).toEqual([
      0, 1,
    ]);
    expect(
      followSeats({ seats: 3, companions: ['A'] }, { seats: 3, companions: ['A', 'B'] }),
    ).toEqual([0, 1, 2]);
  });
});
