import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { Database } from '../../src/db/client';
import { readConnections, readMinutes } from '../../src/domain/attendance/connections';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { listAttendanceNotTaken } from '../../src/domain/attendance/list-not-taken';
import { noteNotHeld } from '../../src/domain/attendance/not-held';
import { countPresent } from '../../src/domain/attendance/presence';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { attendance, attendanceMarks } from '../../src/domain/attendance/schema';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import type { Session } from '../../src/domain/catalogue/schema';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import type { Registration } from '../../src/domain/registrations/schema';
import { hour, minute } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { metered } from '../support/meter';
import { moment, registered } from '../support/people';
import { listPresent, peopleOf } from '../support/who-was-there';

const by = { now: evening.endsAt, actor: 'organiser:1' } as const;

const mark = (who: Registration | string, more: Partial<Mark> = {}): Mark => ({
  id: newToken(),
  slot: 0,
  who: typeof who === 'string' ? { walkInKey: who } : { registrationId: who.id },
  state: 'present',
  at: evening.startsAt,
  ...more,
});

const record = (session: Session, ...marks: Mark[]) =>
  recordAttendance(db, session.id, { marks, source: 'tick' }, by);

const noted = async (session: Session) =>
  (await db.select().from(attendance).where(sql`session_id = ${session.id}`)).map((row) => [
    row.attendee,
    row.slot,
    row.state,
    row.seats,
  ]);

it('Attendance is the truth: participation counts people present, not people registered', async () => {
  const session = await aSession();
  const [came, stayedAway, ill] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' }),
    await registered(session),
    await registered(session),
  ];
  await record(
    session,
    mark(came),
    mark(stayedAway, { state: 'absent' }),
    mark(ill, { state: 'excused' }),
  );
  expect(await countPresent(db, session.id)).toEqual({
    sessionId: session.id,
    named: 1,
    walkIns: 0,
    counted: 0,
    participations: 1,
    beneficiaries: null,
    unspecified: 0,
    headcounts: [],
    minutes: 120,
    minutesHeld: 120,
    taken: true,
  });
  expect((await listPresent(db, session.id)).map((p) => [p.name, p.minutes])).toEqual([
    ['Zoé Arnaud', 120],
  ]);
});

it('a registration of two seats can be attended by 0, 1 or 2, and never by more', async () => {
  const session = await aSession({ seatsPerRegistration: 2 });
  const couple = await registered(session, { seats: 2 });
  for (const [at, [state, seats, expected]] of (
    [
      ['present', 2, 2],
      ['present', 1, 1],
      ['absent', 0, 0],
      ['present', 5, 2],
      ['present', undefined, 2],
    ] as const
  ).entries()) {
    await record(session, mark(couple, { state, seats, at }));
    expect((await countPresent(db, session.id)).participations).toBe(expected);
  }
});

it('a walk-in counts, past the ceiling of the room too, and is never refused', async () => {
  const session = await aSession({ capacity: 1, maxCapacity: 1 });
  const seated = await registered(session);
  const walkIns = [newToken(), newToken()].map((key) => ({ key, name: 'Une voisine' }));
  const outcome = await recordAttendance(
    db,
    session.id,
    { walkIns, marks: [mark(seated), ...walkIns.map((w) => mark(w.key))], source: 'scan' },
    by,
  );
  expect(outcome).toMatchObject({ refused: [], changes: 3 });
  expect(await countPresent(db, session.id)).toMatchObject({ participations: 3, walkIns: 2 });
});

it('takes in someone who had cancelled and comes after all', async () => {
  const session = await aSession();
  const person = await registered(session);
  await cancelRegistration(db, person, { actor: 'person', endedBy: 'person' }, moment);
  expect(await record(session, mark(person))).toMatchObject({ changes: 1, refused: [] });
  expect((await countPresent(db, session.id)).participations).toBe(1);
});

it('attendance of 40 taken offline and sent twice is recorded once', async () => {
  const session = await aSession({ capacity: 50, maxCapacity: 50 });
  const walkIns = Array.from({ length: 40 }, (_, i) => ({ key: newToken(), name: `Nº ${i}` }));
  const sending = {
    walkIns,
    marks: walkIns.map((walkIn) => mark(walkIn.key)),
    source: 'scan' as const,
    sentAt: by.now,
  };
  const first = await recordAttendance(db, session.id, sending, by);
  expect(first).toMatchObject({ changes: 40, refused: [] });
  const before = [await db.select().from(attendance), await countPresent(db, session.id)];
  const { result, bill } = await metered((d) =>
    recordAttendance(d, session.id, sending, { ...by, now: by.now + hour }),
  );
  expect(result).toEqual({ kept: first.kept, refused: [], changes: 0 });
  expect(bill.rowsWritten).toBe(0);
  expect([await db.select().from(attendance), await countPresent(db, session.id)]).toEqual(before);
  expect(await countPresent(db, session.id)).toMatchObject({ participations: 40, walkIns: 40 });
});

it('a mark costs what it is, however many were made before it', async () => {
  const session = await aSession();
  const person = await registered(session);
  const send = (db: Database) =>
    recordAttendance(db, session.id, { marks: [mark(person)], source: 'scan', sentAt: by.now }, by);
  await send(db);
  const { bill: few } = await metered(send);
  for (let i = 0; i < 30; i++) await send(db);
  const { result, bill } = await metered(send);
  expect(result.changes).toBe(1);
  expect(bill.rowsRead).toBeLessThanOrEqual(few.rowsRead);
});

it('saying that a session was not held reads its own people, and nobody of others', async () => {
  const cost = async () => {
    const session = await aSession();
    await registered(session);
    const view = await findSessionById(db, session.id);
    if (!view) throw new Error('no session');
    const { result, bill } = await metered((d) =>
      noteNotHeld(d, view, { version: session.version, reason: null }, by),
    );
    expect(result).toEqual({ ok: true });
    return bill.rowsRead;
  };
  const alone = await cost();
  const elsewhere = await aSession();
  for (let i = 0; i < 10; i++) await registered(elsewhere);
  expect(await cost()).toBe(alone);
});

it('of two marks of one person the later wins, in whatever order they arrive', async () => {
  const session = await aSession();
  const person = await registered(session);
  const early = mark(person, { state: 'absent', at: evening.startsAt });
  const late = mark(person, { state: 'present', at: evening.startsAt + 20 * minute });
  await record(session, late);
  expect(await record(session, early)).toMatchObject({ changes: 1, refused: [] });
  expect(await noted(session)).toEqual([[`r${person.id}`, 0, 'present', 1]]);
  expect(
    await db.select().from(attendanceMarks).where(sql`session_id = ${session.id}`),
  ).toHaveLength(2);
});

it('a phone whose clock is an hour ahead does not keep the last word', async () => {
  const session = await aSession();
  const person = await registered(session);
  const wrong = by.now + hour;
  await recordAttendance(
    db,
    session.id,
    {
      marks: [mark(person, { state: 'absent', at: wrong - 10 * minute })],
      source: 'scan',
      sentAt: wrong,
    },
    by,
  );
  await record(session, mark(person, { state: 'present', at: by.now - 5 * minute }));
  expect((await countPresent(db, session.id)).participations).toBe(1);
});

it('half a minute on a bad line does not put a mark after one that was made later', async () => {
  const session = await aSession();
  const person = await registered(session);
  const made = by.now - 10 * minute;
  await record(session, mark(person, { state: 'absent', at: made + 10_000 }));
  await recordAttendance(
    db,
    session.id,
    { marks: [mark(person, { at: made })], source: 'scan', sentAt: by.now - 30_000 },
    by,
  );
  expect((await countPresent(db, session.id)).participations).toBe(0);
});

it('refuses marks of another session and of half-days that there are not', async () => {
  const session = await aSession();
  const other = await registered(await aSession());
  const own = await registered(session);
  const marks = [mark(other), mark(own, { slot: 1 }), mark('no such key'), mark(own)];
  expect(await record(session, ...marks)).toEqual({
    kept: [marks[3]?.id],
    refused: [marks[0]?.id, marks[1]?.id, marks[2]?.id],
    changes: 1,
  });
});

it('nobody is present at what has not begun; an excuse can be noted', async () => {
  const session = await aSession();
  const [early, ill] = [await registered(session), await registered(session)];
  const marks = [mark(early), mark(ill, { state: 'excused' })];
  const send = (now: number) =>
    recordAttendance(db, session.id, { marks, source: 'tick' }, { ...by, now });
  const dayBefore = await send(evening.startsAt - 24 * hour);
  expect([dayBefore.kept, dayBefore.refused]).toEqual([[marks[1]?.id], [marks[0]?.id]]);
  expect(await listPresent(db, session.id)).toEqual([]);
  // People come early.
  await send(evening.startsAt - hour);
  expect((await listPresent(db, session.id)).map((p) => p.registrationId)).toEqual([early.id]);
});

it('hours are those between arriving and leaving, of the half-days attended', async () => {
  const half = (start: number) => ({ startsAt: start, endsAt: start + 3 * hour });
  const session = await aSession({
    slots: [half(evening.startsAt), half(evening.startsAt + 4 * hour)],
  });
  const [whole, partly, online] = [
    await registered(session),
    await registered(session),
    await registered(session),
  ];
  await record(
    session,
    mark(whole),
    mark(whole, { slot: 1 }),
    mark(partly, {
      arrivedAt: evening.startsAt + hour,
      leftAt: evening.startsAt + 2 * hour + 30 * minute,
    }),
    mark(partly, { slot: 1, state: 'absent' }),
    mark(online, { minutes: 171 }),
  );
  expect((await listPresent(db, session.id)).map((p) => [p.slots, p.minutes])).toEqual([
    [2, 360],
    [1, 90],
    [1, 171],
  ]);
  expect((await countPresent(db, session.id)).participations).toBe(3);
});

it('distinct people are those with the same address; the others are not countable', async () => {
  const first = await aSession({ seatsPerRegistration: 2 });
  const second = await aSession({ actionId: first.actionId });
  const twice = await registered(first, { email: 'Nadia@exemple.fr' });
  const again = await registered(second, { email: 'nadia@exemple.fr' });
  const couple = await registered(first, { seats: 2 });
  const walkIn = { key: newToken(), name: 'Sans adresse' };
  await record(first, mark(twice), mark(couple));
  await recordAttendance(
    db,
    second.id,
    { walkIns: [walkIn], marks: [mark(again), mark(walkIn.key)], source: 'tick' },
    by,
  );
  await recordHeadcount(
    db,
    second.id,
    {
      kind: 'present',
      source: 'door',
      countedAt: by.now,
      counts: [{ category: 'enfants', count: 12 }],
    },
    by,
  );
  // Nadia and the couple's holder; the companion, the walk-in and twelve children.
  expect(await peopleOf(db, first.actionId, by.now)).toEqual({
    distinct: 2,
    uncountable: 14,
  });
});

it('open sessions are counted by headcount, by category, beside those who are named', async () => {
  const session = await aSession({ capacity: null });
  const person = await registered(session);
  await record(session, mark(person));
  const count = (counts: { category: string; count: number }[]) =>
    recordHeadcount(
      db,
      session.id,
      { kind: 'present', source: 'door', countedAt: by.now, counts },
      by,
    );
  await count([{ category: 'enfants', count: 110 }]);
  await count([
    { category: 'enfants', count: 100 },
    { category: 'Enfants ', count: 17 },
    { category: 'parents', count: 16 },
  ]);
  await recordHeadcount(
    db,
    session.id,
    {
      kind: 'beneficiaries',
      source: 'partner',
      countedAt: by.now,
      counts: [{ category: 'élèves', count: 140 }],
    },
    by,
  );
  expect(await countPresent(db, session.id)).toMatchObject({
    named: 1,
    counted: 133,
    participations: 134,
    beneficiaries: 140,
    headcounts: [
      { kind: 'beneficiaries', category: 'élèves', count: 140 },
      { kind: 'present', category: 'enfants', count: 117 },
      { kind: 'present', category: 'parents', count: 16 },
    ],
  });
});

const notTaken = () =>
  listAttendanceNotTaken(db, { now: by.now, since: 0, limit: 1000, carrierId: null });

it('lists the sessions that are over and of which nobody noted who came', async () => {
  const actionId = (await aSession()).actionId;
  const listed = async () => (await notTaken()).map(({ id }) => id);
  const past = await aSession({ actionId });
  const person = await registered(past);
  await aSession({ actionId, state: 'cancelled' });
  await aSession({ actionId, slots: [{ startsAt: by.now, endsAt: by.now + hour }] });
  const before = await listed();
  expect(before).toContain(past.id);
  await record(past, mark(person, { state: 'absent' }));
  expect(await listed()).toEqual(before.filter((id) => id !== past.id));
  const open = await aSession({ actionId });
  await recordHeadcount(
    db,
    open.id,
    { kind: 'present', source: 'door', countedAt: by.now, counts: [{ category: '', count: 0 }] },
    by,
  );
  expect(await listed()).not.toContain(open.id);
  await recordHeadcount(
    db,
    open.id,
    { kind: 'present', source: 'door', countedAt: by.now, counts: [] },
    by,
  );
  expect(await listed()).toContain(open.id);
});

it('lists a session that is noted in part, and one whose only mark was taken back', async () => {
  const session = await aSession();
  const awaited = async () =>
    (await notTaken()).flatMap((each) => (each.id === session.id ? [each.awaited] : []));
  const [a, b] = [await registered(session), await registered(session, { seats: 1 })];
  expect(await awaited()).toEqual([2]);
  await record(session, mark(a, { at: by.now - 2 }));
  expect(await awaited()).toEqual([1]);
  await record(session, mark(b, { state: 'absent', at: by.now - 2 }));
  expect(await awaited()).toEqual([]);
  await record(session, mark(a, { state: 'unmarked', at: by.now - 1 }));
  await record(session, mark(b, { state: 'unmarked', at: by.now - 1 }));
  expect(await awaited()).toEqual([2]);
  expect((await countPresent(db, session.id)).taken).toBe(false);
});

it('counting the people of a session costs what it shows', async () => {
  const session = await aSession({ capacity: 50, maxCapacity: 50 });
  const walkIns = Array.from({ length: 40 }, (_, i) => ({ key: newToken(), name: `Nº ${i}` }));
  await recordAttendance(
    db,
    session.id,
    { walkIns, marks: walkIns.map((walkIn) => mark(walkIn.key)), source: 'tick' },
    by,
  );
  const { bill } = await metered((d) => countPresent(d, session.id));
  expect(bill.queries).toBe(2);
  expect(bill.rowsRead).toBeLessThan(400);
});

it.each([
  ['112', 112],
  ['112 min', 112],
  ['112,5', 112],
  ['1:52', 112],
  ['1:52:10', 112],
  ['1 h 52', 112],
  ['1h 52m 10s', 112],
  ['2 h', 120],
  ['45m', 45],
  ['2h 1m 32s', 121],
  ['50 s', 0],
  ['31m 5s', 31],
  ['12/03/2026', null],
  ['Zoé', null],
  ['', null],
])('reads the time connected %s', (text, minutes) => {
  expect(readMinutes(text)).toBe(minutes);
});

const read = (list: string) =>
  readConnections(list).connections.map(({ name, minutes }) => [name, minutes]);

it.each([
  [
    'Teams, whose third part tells each connection again',
    `1. Résumé
Titre de la réunion\tConférence
Participants présents\t2
Durée de la réunion\t2h 1m 40s

2. Participants
Nom\tPremière connexion\tDernier départ\tDurée de la réunion\tCourriel\tRôle
Zoé Arnaud\t25/05/2023, 20:00:12\t25/05/2023, 22:01:44\t2h 1m 32s\tzoe@exemple.fr\tParticipant
Basile Brun\t25/05/2023, 20:30:00\t25/05/2023, 20:30:50\t50 s\t\tParticipant

3. Activités pendant la réunion
Nom\tHeure de connexion\tHeure de départ\tDurée\tCourriel\tRôle
Zoé Arnaud\t25/05/2023, 20:00:12\t25/05/2023, 22:01:44\t2h 1m 32s\tzoe@exemple.fr\tParticipant`,
    [
      ['Zoé Arnaud', 121],
      ['Basile Brun', 0],
    ],
  ],
  [
    'Zoom, with the meeting above its participants',
    `Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants
812 3456 7890,Conférence,05/25/2023 08:00:00 PM,05/25/2023 10:01:00 PM,rpe@exemple.fr,121,2

Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest
Zoé Arnaud,zoe@exemple.fr,05/25/2023 08:01:00 PM,05/25/2023 09:53:00 PM,112,Yes`,
    [['Zoé Arnaud', 112]],
  ],
  [
    'Meet, whose names stand in two columns',
    `First name,Last name,Email,Duration,Time joined,Time exited
Zoé,Arnaud,zoe@exemple.fr,1 hr 52 min,8:01 PM,9:53 PM
"Basile, dit Bas",Brun,,45 min,8:05 PM,8:50 PM`,
    [
      ['Zoé Arnaud', 112],
      ['Basile, dit Bas Brun', 45],
    ],
  ],
  [
    'BigBlueButton, whose last columns are talk and raised hands',
    `Name,Moderator,Activity Score,Online time,Talk time,Messages,Reactions,Raise Hands
Mia Six,FALSE,3,01:52:00,00:01:00,4,0,2`,
    [['Mia Six', 112]],
  ],
  [
    'hours of joining and leaving, past midnight too',
    'Mia Six;20:01:05;20:03:00\nLéo Sept;23:30;00:15',
    [
      ['Mia Six', 2],
      ['Léo Sept', 45],
    ],
  ],
  [
    'what is of the meeting and not a person',
    'Nombre de participants\t4\nMia Six\t45 min',
    [['Mia Six', 45]],
  ],
  ['several bare numbers, of which nobody can tell the right one', 'Mia Six;3;4;112', []],
])('reads the list of %s', (_tool, list, connections) => {
  expect(read(list)).toEqual(connections);
});
