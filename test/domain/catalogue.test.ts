/** The catalogue's writes (docs: domain › Words, Capacity, A cancelled or moved session). */
import { asc, eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { select } from '../../src/db/client';
import type { By } from '../../src/domain/catalogue/by';
import { cancelSession } from '../../src/domain/catalogue/cancel-session';
import { createAction } from '../../src/domain/catalogue/create-action';
import { createSession } from '../../src/domain/catalogue/create-session';
import {
  findOrCreateOrganisation,
  findOrCreateProfession,
  findOrCreateVenue,
} from '../../src/domain/catalogue/directories';
import { copyOf, inputOf } from '../../src/domain/catalogue/duplicate-session';
import { findSession, findSessionById } from '../../src/domain/catalogue/find-session';
import {
  ActionInput,
  localInstant,
  type SessionDraft,
  SessionInput,
} from '../../src/domain/catalogue/inputs';
import { publishSession } from '../../src/domain/catalogue/publish-session';
import { sessions, slots } from '../../src/domain/catalogue/schema';
import { updateSession } from '../../src/domain/catalogue/update-session';
import { announcements } from '../../src/domain/mail/schema';
import { history, parties, registrations } from '../../src/domain/registrations/schema';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { anAction, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';

const by: By = { now, actor: 'organiser:7' };

const input = (draft: Partial<SessionDraft> = {}) =>
  v.parse(SessionInput, {
    dateState: 'set',
    slots: [evening],
    mode: 'in_person',
    capacity: 15,
    maxCapacity: 18,
    ...draft,
  });

async function created(draft: Partial<SessionDraft> = {}, actionId?: number) {
  const outcome = await createSession(db, actionId ?? (await anAction()), input(draft), by);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome;
}

async function published(draft: Partial<SessionDraft> = {}) {
  const session = await created(draft);
  await publishSession(db, session, by);
  return { ...session, version: 2 };
}

/** Someone on the session, so that there is someone to tell. */
async function seated(sessionId: number, seats = 1) {
  const [party] = await db
    .insert(parties)
    .values({ reference: newToken(), sessionId, state: 'confirmed', seats, createdAt: now })
    .returning();
  if (!party) throw new Error('no party');
  await db.insert(registrations).values({
    sessionId,
    partyId: party.id,
    state: 'confirmed',
    source: 'organiser',
    firstName: 'Łucja',
    lastName: 'Essai',
    seats,
    stateChangedAt: now,
    createdAt: now,
  });
}

const announcedFor = (id: number) =>
  db.select().from(announcements).where(eq(announcements.sessionId, id));
const eventsOf = async (id: number) =>
  (await db.select().from(history).where(eq(history.sessionId, id)).orderBy(asc(history.id))).map(
    (h) => [h.event, h.actor],
  );

describe('an action', () => {
  test('is carried by organisations of the directory, in the order given, each once', async () => {
    await findOrCreateOrganisation(db, 'Relais Petite Enfance', now);
    const action = v.parse(ActionInput, {
      title: '  Dents et alimentation ',
      type: 'prevention',
      audience: 'public',
      carriers: ['Mutualité', 'relais petite-enfance', 'MUTUALITE'],
    });
    const { id } = await createAction(db, action, { ...by, importKey: 'dents' });
    const { id: sessionId } = await created({}, id);
    const view = await findSessionById(db, sessionId);
    expect(view?.action).toMatchObject({ title: 'Dents et alimentation', importKey: 'dents' });
    // The name that came last is the one kept of two spellings in one form; the directory's stays.
    expect(view?.carriers.map((c) => c.name)).toEqual(['MUTUALITE', 'Relais Petite Enfance']);
  });
});

describe('a session', () => {
  test('is created as a draft, with its slots and a code that can be dictated', async () => {
    const noon: SessionDraft['slots'] = [
      { startsAt: now, endsAt: now + 3 * hour },
      { startsAt: now + 4 * hour, endsAt: now + 7 * hour },
    ];
    const { id, code } = await created({ slots: noon, venue: { name: 'Salle du Capitole' } });
    expect(code).toMatch(/^[2-9A-HJKMNP-Z]{6}$/);
    const view = await findSession(db, code);
    expect(view?.session).toMatchObject({
      id,
      state: 'draft',
      startsAt: now,
      endsAt: now + 7 * hour,
      capacity: 15,
      maxCapacity: 18,
      version: 1,
    });
    expect(view?.slots.map((s) => [s.number, s.startsAt])).toEqual([
      [0, now],
      [1, now + 4 * hour],
    ]);
    expect(view?.venue?.name).toBe('Salle du Capitole');
    expect(await eventsOf(id)).toEqual([['session_created', 'organiser:7']]);
  });

  test('has a maximum equal to its capacity when none is given, and none when open to all', async () => {
    const limited = await created({ capacity: 40, maxCapacity: null });
    const open = await created({ capacity: null, maxCapacity: null });
    expect((await findSession(db, limited.code))?.session.maxCapacity).toBe(40);
    expect((await findSession(db, open.code))?.session.maxCapacity).toBeNull();
  });

  test('draws another code when the first is taken, and leaves the other session alone', async () => {
    const first = await created();
    const codes = [first.code, first.code, 'ZZZ222'];
    const outcome = await createSession(
      db,
      await anAction(),
      input({ slots: [{ startsAt: now, endsAt: now + hour }] }),
      { ...by, draw: () => codes.shift() ?? 'ZZZ333' },
    );
    expect(outcome).toMatchObject({ ok: true, code: 'ZZZ222' });
    const untouched = await findSession(db, first.code);
    expect(untouched?.slots).toMatchObject([evening]);
  });

  test.each([
    ['no_slots', { slots: [] }],
    ['slots_without_date', { dateState: 'to_be_determined' as const }],
    ['slot_ends_before_start', { slots: [{ startsAt: now, endsAt: now }] }],
    [
      'slots_overlap',
      { slots: [evening, { startsAt: evening.endsAt - 1, endsAt: evening.endsAt + hour }] },
    ],
    ['slots_overlap', { slots: [evening, { startsAt: now, endsAt: now + hour }] }],
    ['max_below_capacity', { capacity: 15, maxCapacity: 14 }],
    ['max_without_capacity', { capacity: null, maxCapacity: 18 }],
    ['min_above_capacity', { minSeats: 19 }],
    ['party_above_capacity', { capacity: 1, maxCapacity: 1, seatsPerRegistration: 2 }],
    ['closes_before_opening', { registrationOpensAt: now, registrationClosesAt: now }],
  ])('is refused: %s', async (reason, draft) => {
    const actionId = await anAction();
    expect(await createSession(db, actionId, input(draft), by)).toEqual({ ok: false, reason });
    expect(await db.$count(sessions, eq(sessions.actionId, actionId))).toBe(0);
  });

  test('belongs to an action that exists', async () => {
    const outcome = await createSession(db, 999_999, input(), by);
    expect(outcome).toEqual({ ok: false, reason: 'unknown_action' });
  });

  test('has two halves that point to each other when it is hybrid, both of one action', async () => {
    const actionId = await anAction();
    const room = await created({}, actionId);
    const video = await created(
      { mode: 'online', videoUrl: 'https://visio.example/x', linkedSessionId: room.id },
      actionId,
    );
    expect((await findSession(db, room.code))?.session.linkedSessionId).toBe(video.id);
    const elsewhere = await createSession(
      db,
      await anAction(),
      input({ linkedSessionId: room.id }),
      by,
    );
    expect(elsewhere).toEqual({ ok: false, reason: 'linked_elsewhere' });
    await updateSession(db, { ...video, input: input(), reason: null }, by);
    expect((await findSession(db, room.code))?.session.linkedSessionId).toBeNull();
  });

  test('is published once', async () => {
    const session = await created();
    expect(await publishSession(db, { ...session, version: 4 }, by)).toEqual({
      ok: false,
      reason: 'stale',
    });
    expect(await publishSession(db, session, by)).toEqual({ ok: true, version: 2 });
    expect(await publishSession(db, session, by)).toEqual({
      ok: false,
      reason: 'already_published',
    });
    expect(await publishSession(db, { id: 999_999, version: 1 }, by)).toEqual({
      ok: false,
      reason: 'unknown',
    });
    expect((await findSessionById(db, session.id))?.session.publishedAt).toBe(now);
    expect(await eventsOf(session.id)).toEqual([
      ['session_created', 'organiser:7'],
      ['session_published', 'organiser:7'],
    ]);
  });
});

describe('changing a session', () => {
  const later = [{ startsAt: evening.startsAt + 24 * hour, endsAt: evening.endsAt + 24 * hour }];

  test('tells the second of two organisers who edit the same one', async () => {
    const session = await published();
    const edits = await Promise.all(
      ['un', 'deux'].map((title) =>
        updateSession(db, { ...session, input: input({ title }), reason: null }, by),
      ),
    );
    expect(edits.map((e) => (e.ok ? 'ok' : e.reason)).sort()).toEqual(['ok', 'stale']);
    expect((await findSessionById(db, session.id))?.session.version).toBe(3);
    expect((await eventsOf(session.id)).filter(([e]) => e === 'session_changed')).toHaveLength(1);
  });

  test('announces a new date to those who are on it, with the old and the new', async () => {
    const session = await published();
    await seated(session.id);
    const outcome = await updateSession(
      db,
      { ...session, input: input({ slots: later }), reason: 'La salle était prise.' },
      by,
    );
    expect(outcome).toEqual({ ok: true, version: 3, over: 0, announced: true, dated: false });
    const [announcement] = await announcedFor(session.id);
    expect(announcement).toMatchObject({
      kind: 'session_changed',
      state: 'open',
      facts: {
        session: { slots: later, version: 3 },
        before: { slots: [evening], version: 2 },
        reason: 'La salle était prise.',
      },
    });
    const view = await findSessionById(db, session.id);
    expect(view?.session).toMatchObject(later[0] as object);
    expect(view?.slots).toMatchObject(later);
  });

  test.each([
    ['place', { venue: { name: 'Maison de la Santé' } }],
    ['mode', { mode: 'online' as const }],
    ['video', { videoUrl: 'https://visio.example/abc' }],
    ['title', { title: 'Chambre de bébé' }],
    ['date withdrawn', { dateState: 'to_be_determined' as const, slots: [] }],
  ])('announces what people would miss: %s', async (_, draft) => {
    const session = await published();
    await seated(session.id);
    await updateSession(db, { ...session, input: input(draft), reason: null }, by);
    expect(await announcedFor(session.id)).toHaveLength(1);
  });

  test.each([
    ['capacity', { capacity: 10 }],
    ['summary', { summary: 'Un texte plus clair.' }],
    ['what is asked', { asks: { phone: 'required' as const } }],
  ])('announces nothing that no mail shows: %s', async (_, draft) => {
    const session = await published();
    await seated(session.id);
    const outcome = await updateSession(db, { ...session, input: input(draft), reason: null }, by);
    expect(outcome).toMatchObject({ ok: true, announced: false });
    expect(await announcedFor(session.id)).toEqual([]);
  });

  test('announces nothing of a draft, of a session that nobody is on, and of one that is over', async () => {
    const draft = await created();
    await seated(draft.id);
    const empty = await published();
    const past = await published();
    await seated(past.id);
    const earlier = [{ startsAt: evening.startsAt - hour, endsAt: evening.endsAt - hour }];
    const moved = input({ slots: earlier });
    await updateSession(db, { ...draft, input: moved, reason: null }, by);
    await updateSession(db, { ...empty, input: moved, reason: null }, by);
    await updateSession(
      db,
      { ...past, input: moved, reason: null },
      { ...by, now: evening.endsAt },
    );
    for (const { id } of [draft, empty, past]) expect(await announcedFor(id)).toEqual([]);
  });

  test('announces nothing of an end that was put right after it, but an end to come', async () => {
    const endAt = async (endsAt: number, now: number) => {
      const session = await published();
      await seated(session.id);
      const sooner = input({ slots: [{ startsAt: evening.startsAt, endsAt }] });
      await updateSession(db, { ...session, input: sooner, reason: null }, { ...by, now });
      return (await announcedFor(session.id)).length;
    };
    const sooner = evening.endsAt - hour;
    expect([await endAt(sooner, sooner + 1), await endAt(sooner, sooner - 1)]).toEqual([0, 1]);
  });

  test('throws nobody out when the capacity comes below what is taken, and says how many are over', async () => {
    const session = await published();
    for (const seats of [2, 2, 2, 2, 2, 2]) await seated(session.id, seats);
    const smaller = input({ capacity: 10, maxCapacity: 10 });
    const outcome = await updateSession(db, { ...session, input: smaller, reason: null }, by);
    expect(outcome).toMatchObject({ ok: true, over: 2 });
    expect((await findSessionById(db, session.id))?.session).toMatchObject({
      seatsTaken: 12,
      capacity: 10,
      maxCapacity: 10,
    });
  });

  test('keeps the row of a slot that stays, and takes away the others', async () => {
    const two = [evening, ...later];
    const session = await published({ slots: two });
    const rows = () =>
      db.select().from(slots).where(eq(slots.sessionId, session.id)).orderBy(asc(slots.number));
    const before = await rows();
    await updateSession(db, { ...session, input: input({ slots: later }), reason: null }, by);
    expect(await rows()).toEqual([before[1]]);
  });

  test('is refused for a session cancelled or unknown, and by the rules of a new one', async () => {
    const session = await published();
    const change = { ...session, input: input(), reason: null };
    expect(await updateSession(db, { ...change, input: input({ slots: [] }) }, by)).toEqual({
      ok: false,
      reason: 'no_slots',
    });
    expect(await updateSession(db, { ...change, id: 999_999 }, by)).toEqual({
      ok: false,
      reason: 'unknown',
    });
    await cancelSession(db, { ...session, reason: null }, by);
    expect(await updateSession(db, { ...change, version: 3 }, by)).toEqual({
      ok: false,
      reason: 'cancelled',
    });
  });

  test('costs the same with 3 and with 300 other sessions', async () => {
    const cost = async () => {
      const session = await published({ venue: { name: 'Salle du Capitole' } });
      const change = { ...session, input: input({ slots: later }), reason: null };
      const { bill } = await metered((counted) => updateSession(counted, change, by));
      return bill;
    };
    const few = await cost();
    for (let i = 0; i < 300; i++) await created();
    expect(await cost()).toEqual(few);
    expect(few.rowsRead).toBeLessThan(60);
  });
});

describe('cancelling a session', () => {
  test('is announced to everyone on it, once, with the reason', async () => {
    const session = await published();
    await seated(session.id);
    const cancel = { ...session, reason: 'L’intervenante est souffrante.' };
    expect(await cancelSession(db, { ...cancel, version: 1 }, by)).toEqual({
      ok: false,
      reason: 'stale',
    });
    expect(await cancelSession(db, cancel, by)).toEqual({ ok: true, version: 3 });
    expect(await cancelSession(db, { ...cancel, version: 3 }, by)).toEqual({
      ok: false,
      reason: 'already_cancelled',
    });
    expect((await findSessionById(db, session.id))?.session).toMatchObject({
      state: 'cancelled',
      cancelReason: 'L’intervenante est souffrante.',
      cancelledAt: now,
    });
    const found = await announcedFor(session.id);
    expect(found.map((a) => [a.kind, a.facts.reason])).toEqual([
      ['session_cancelled', 'L’intervenante est souffrante.'],
    ]);
    expect((await eventsOf(session.id)).at(-1)).toEqual(['session_cancelled', 'organiser:7']);
  });
});

describe('next year’s session', () => {
  test('is a draft of everything but the dates, the people and the history', async () => {
    const session = await published({
      title: 'Parents en couple',
      venue: { name: 'LAEP', town: 'Anduze' },
      seatsPerRegistration: 2,
      practical: { free: true, babies: true },
      asks: { profession: 'required' },
      registrationOpensAt: now,
    });
    await seated(session.id, 2);
    const old = await findSessionById(db, session.id);
    if (!old) throw new Error('lost');
    const copy = await createSession(db, old.action.id, copyOf(old, []), by);
    const fresh = copy.ok && (await findSessionById(db, copy.id));
    if (!fresh) throw new Error('no copy');
    expect(fresh.session).toMatchObject({ state: 'draft', seatsTaken: 0, version: 1 });
    expect(v.parse(SessionInput, inputOf(fresh))).toEqual({
      ...v.parse(SessionInput, inputOf(old)),
      dateState: 'to_be_determined',
      slots: [],
      registrationOpensAt: null,
    });
  });
});

describe('the directories', () => {
  test('hold one entry a name, however it is typed, and keep what is known', async () => {
    const ids = await Promise.all([
      findOrCreateProfession(db, 'Éducatrice de jeunes enfants', now),
      findOrCreateProfession(db, 'educatrice  de jeunes-enfants', now),
    ]);
    expect(ids[0]).toBe(ids[1]);
    const venue = { name: 'MSP Simone-Veil', address: '1 rue A', town: null, access: null };
    const id = await findOrCreateVenue(db, venue, now);
    await findOrCreateVenue(
      db,
      { name: 'msp simone veil', address: '2 rue B', town: 'La Grand-Combe', access: null },
      now,
    );
    expect(await select(db, sql`SELECT name, address, town FROM venues WHERE id = ${id}`)).toEqual([
      { name: 'MSP Simone-Veil', address: '1 rue A', town: 'La Grand-Combe' },
    ]);
  });
});

test('a local time is an instant of the zone, and anything else is refused', () => {
  const read = (text: string) => v.safeParse(localInstant('Europe/Paris'), text);
  expect(read('2023-05-25T20:00').output).toBe(Date.parse('2023-05-25T18:00Z'));
  expect(read('2023-12-06T09:00').output).toBe(Date.parse('2023-12-06T08:00Z'));
  for (const text of ['2023-02-30T20:00', '2023-05-25', '', '2023-05-25T24:01']) {
    expect(read(text).success).toBe(false);
  }
});
