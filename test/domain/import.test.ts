/** A real year, loaded through the domain's own functions (docs: operator guide › Import). */
import { asc, eq, isNotNull, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import year from '../../data/programme-2023.json';
import { select } from '../../src/db/client';
import { countPresent } from '../../src/domain/attendance/presence';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import { actions, professions, sessions, slots } from '../../src/domain/catalogue/schema';
import { importYear } from '../../src/domain/import/import-year';
import { announcements, outbox } from '../../src/domain/mail/schema';
import { listMeetingsOfYear } from '../../src/domain/meetings/list-meetings';
import { meetings as meetingTable } from '../../src/domain/meetings/schema';
import { listSurveysOf } from '../../src/domain/surveys/find-survey';
import { findResults } from '../../src/domain/surveys/results';
import { toInstant } from '../../src/lib/dates';
import { db } from '../support/db';
import { now } from '../support/fixtures';

const file = JSON.stringify(year);
const load = (text = file, dryRun = false) => importYear(db, text, { now, dryRun });
const paris = (local: string) => toInstant(local, 'Europe/Paris');

/** The year with one thing changed, as someone who edits the file by hand would. */
function edited(change: (copy: typeof year) => void): string {
  const copy = structuredClone(year);
  change(copy);
  return JSON.stringify(copy);
}

async function sessionOf(key: string) {
  const [row] = await db.select().from(sessions).where(eq(sessions.importKey, key));
  const view = row && (await findSessionById(db, row.id));
  if (!view) throw new Error(`no ${key}`);
  return view;
}

const imported = () => db.$count(sessions, isNotNull(sessions.importKey));

describe('the year 2023', () => {
  beforeEach(async () => {
    await load();
  });

  test('has the figures of the report, and running it twice doubles nothing', async () => {
    expect(await db.$count(actions)).toBe(13);
    expect(await imported()).toBe(21);
    expect(await db.$count(professions)).toBe(31);
    const before = await select(db, sql`SELECT * FROM sessions ORDER BY id`);
    const history = await select(db, sql`SELECT * FROM history`);
    const again = await load();
    expect(again).toMatchObject({
      ok: true,
      report: {
        actions: { read: 13, created: 0, unchanged: 13 },
        sessions: { read: 21, created: 0, unchanged: 21 },
        professions: { read: 31, created: 0, unchanged: 31 },
      },
    });
    expect(await select(db, sql`SELECT * FROM sessions ORDER BY id`)).toEqual(before);
    expect(await select(db, sql`SELECT * FROM history`)).toEqual(history);
  });

  test('each meeting counts once in its year and appears in each action that it served', async () => {
    const meetings = await listMeetingsOfYear(db, 2023);
    expect(meetings).toHaveLength(15);
    expect(meetings.reduce((sum, { meeting }) => sum + meeting.occurrences, 0)).toBe(26);
    const served = meetings.filter(({ meeting }) => meeting.heldOn === '2023-05-30');
    expect(served.map((meeting) => meeting.actions.length)).toEqual([4]);
    expect(await listMeetingsOfYear(db, 2022)).toMatchObject([
      { meeting: { heldOn: '2022-11-08', kind: 'partner', present: 23, excused: 7 }, actions: [] },
    ]);
    expect(await load()).toMatchObject({
      ok: true,
      report: { meetings: { read: 16, created: 0, unchanged: 16 } },
    });
    expect(await db.$count(meetingTable)).toBe(16);
  });

  test('who came is counted as the report counts it, each figure for what it is', async () => {
    const counted = await select<{ key: string; kind: string; counts: string }>(
      db,
      sql`SELECT s.import_key AS key, h.kind, group_concat(h.count || ' ' || h.category, ', ' ORDER BY h.id) AS counts
        FROM headcounts h JOIN sessions s ON s.id = h.session_id
        WHERE s.import_key IS NOT NULL GROUP BY s.id, h.kind ORDER BY s.id`,
    );
    expect(counted.map(({ key, kind, counts }) => `${key} ${kind}: ${counts.trim()}`)).toEqual([
      'conference-assistantes-maternelles/1 present: 37',
      'sensibilisation-petite-enfance/1 present: 13',
      'sensibilisation-petite-enfance/2 present: 5',
      'forum-enfants-en-forme/1 present: 240',
      'alimentation-anduze/1 present: 9',
      'dents-alimentation/1 present: 15 mères, 3 pères',
      'alimentation-sante-st-pierre/1 beneficiaries: 140 élèves',
      'photolangage-ateliers-sante/1 participations: 32',
      'photolangage-ateliers-sante/2 present: 9',
      'photolangage-ateliers-sante/3 present: 16',
      'en-equilibre/1 unspecified: 117 enfants, 16 parents',
      'laep-grand-combe/1 beneficiaries: 13 mères',
      'programme-fortiche/1 present: 15',
      'programme-fortiche/3 present: 15',
    ]);
    const held = await select(
      db,
      sql`SELECT s.import_key AS key, a.minutes_held / 60.0 AS hours FROM session_attendance a
        JOIN sessions s ON s.id = a.session_id WHERE a.minutes_held IS NOT NULL ORDER BY s.id`,
    );
    expect(held).toEqual([
      { key: 'alimentation-sante-st-pierre/1', hours: 34 },
      { key: 'en-equilibre/1', hours: 45 },
      { key: 'laep-grand-combe/1', hours: 4.5 },
    ]);
  });

  test('a conference has its evening, its place, its speakers, and is open to all', async () => {
    const view = await sessionOf('conference-assistantes-maternelles/1');
    expect(view.session).toMatchObject({
      state: 'published',
      dateState: 'set',
      mode: 'in_person',
      capacity: null,
      maxCapacity: null,
      publishedAt: paris('2023-05-25T00:00'),
      speakers: [{ role: 'pédopsychiatre' }, { role: "puéricultrice (PMI d'Alès)" }],
    });
    expect(view.slots).toMatchObject([
      { startsAt: paris('2023-05-25T20:00'), endsAt: paris('2023-05-25T22:00'), precision: 'time' },
    ]);
    expect(view.venue?.name).toBe('Salle du Capitole, Alès');
    expect(view.carriers.map((c) => c.name)).toEqual([
      'Réseau périnatalité (Reseda)',
      'Relais Petite Enfance Alès Agglomération (RPE)',
    ]);
  });

  test('a two-day training is one session of four slots', async () => {
    const { session, slots } = await sessionOf('formation-fees/1');
    expect(session).toMatchObject({ capacity: 15, maxCapacity: 17, occurrences: 1 });
    expect(slots.map((s) => s.startsAt)).toEqual(
      ['06T09:00', '06T13:30', '07T09:00', '07T13:30'].map((at) => paris(`2023-12-${at}`)),
    );
  });

  test('hours that nobody noted are not made up', async () => {
    const precision = async (key: string) =>
      (await sessionOf(key)).slots.map((s) => [s.startsAt, s.precision, s.minutes]);
    expect(await precision('sensibilisation-petite-enfance/1')).toEqual([
      [paris('2023-10-19T00:00'), 'day', 180],
    ]);
    expect(await precision('programme-fortiche/1')).toEqual([
      [paris('2023-11-16T12:00'), 'afternoon', null],
    ]);
    expect(await precision('programme-fortiche/2')).toEqual([
      [paris('2023-12-14T00:00'), 'morning', null],
    ]);
  });

  test('what took place on days that nobody noted is unrecorded, and a cycle counts its meetings', async () => {
    const unrecorded = await db
      .select({ key: sessions.importKey, times: sessions.occurrences })
      .from(sessions)
      .where(eq(sessions.dateState, 'unrecorded'))
      .orderBy(asc(sessions.importKey));
    expect(unrecorded.map(({ key, times }) => [key, times])).toEqual([
      ['alimentation-sante-st-pierre/1', 17],
      ['dents-alimentation/1', 1],
      ['laep-grand-combe/1', 3],
      ['photolangage-ateliers-sante/1', 7],
      ['photolangage-ateliers-sante/2', 1],
      ['photolangage-ateliers-sante/3', 1],
    ]);
    const cycle = await sessionOf('en-equilibre/1');
    expect(cycle.session).toMatchObject({ dateState: 'set', occurrences: 7 });
    expect(cycle.slots.map((s) => [s.startsAt, s.precision])).toEqual(
      ['03-22', '03-30', '04-13', '05-22', '05-23', '05-25', '05-26'].map((day) => [
        paris(`2023-${day}T00:00`),
        'day',
      ]),
    );
  });

  test('a cancelled workshop is cancelled, and a date to be determined stays so', async () => {
    expect((await sessionOf('ateliers-parents/2')).session).toMatchObject({
      state: 'cancelled',
      cancelledAt: paris('2023-11-30T00:00'),
    });
    expect((await sessionOf('sensibilisation-collectivites/2')).session).toMatchObject({
      state: 'published',
      dateState: 'to_be_determined',
      mode: null,
    });
  });

  test('what people thought is imported as the tallies that the report gives, once', async () => {
    const { session } = await sessionOf('conference-assistantes-maternelles/1');
    const [survey, ...others] = await listSurveysOf(db, session.id);
    if (!survey) throw new Error('no survey');
    expect(others).toEqual([]);
    const { answers, questions } = await findResults(db, survey);
    const said = questions.map(({ question, favourable }) => [
      question.texts.fr.short,
      favourable?.percent,
    ]);
    expect([answers, (await countPresent(db, session.id)).participations]).toEqual([25, 37]);
    expect(said).toEqual([
      ['accueil', 100],
      ['contenu', 96],
      ['durée', 92],
      ['parole libre', 100],
      ['envie d’autres rencontres', 100],
    ]);
  });

  test('sends no mail', async () => {
    expect(await db.$count(outbox)).toBe(0);
    expect(await db.$count(announcements)).toBe(0);
  });

  test('finishes what was cut off before it was published or cancelled, and overwrites nothing', async () => {
    const conference = eq(sessions.importKey, 'conference-assistantes-maternelles/1');
    await db.update(sessions).set({ state: 'draft', publishedAt: null }).where(conference);
    const workshop = eq(sessions.importKey, 'ateliers-parents/2');
    await db.update(sessions).set({ state: 'published', cancelledAt: null }).where(workshop);
    const training = eq(sessions.importKey, 'formation-fees/1');
    await db.update(sessions).set({ capacity: 12 }).where(training);
    await load();
    expect((await sessionOf('conference-assistantes-maternelles/1')).session.state).toBe(
      'published',
    );
    expect((await sessionOf('ateliers-parents/2')).session.state).toBe('cancelled');
    expect((await sessionOf('formation-fees/1')).session.capacity).toBe(12);
  });
});

test('what has no place here yet is named and counted, unknown fields too', async () => {
  const outcome = await load(
    edited((copy) => Object.assign(copy.actions[0] ?? {}, { colour: 'rouge' })),
    true,
  );
  if (!outcome.ok) throw new Error('refused');
  const found = (level: string, field: string) =>
    outcome.report.leftovers.find((l) => l.level === level && l.field === field);
  expect(found('session', 'speakers_count')).toMatchObject({ count: 1, total: 32 });
  expect(found('action', 'survey')).toBeUndefined();
  expect(found('meeting', 'mode')).toMatchObject({ count: 1, total: null });
  expect(found('action', 'colour')).toMatchObject({ count: 1, total: null });
  // Each field of the file has a place or is reported: none is dropped.
  const placed = [
    'label',
    'slots',
    'status',
    'cycle_of',
    'cycle_dates',
    'recurrence',
    'venue',
    'mode',
    'attended',
    'headcount',
    'participations',
    'beneficiaries',
    'breakdown',
    'hours',
    'duration_minutes',
  ];
  const fields = new Set(year.actions.flatMap((a) => a.sessions.flatMap((s) => Object.keys(s))));
  for (const field of [...placed, 'capacity', 'max_capacity']) fields.delete(field);
  const reported = outcome.report.leftovers.filter((l) => l.level === 'session');
  expect(reported.map((l) => l.field).sort()).toEqual([...fields].sort());
});

test('the town of a place is read where it ends with one, or is given, and never guessed', async () => {
  const text = edited((copy) => {
    copy.actions.splice(1);
    const [action] = copy.actions;
    const [session] = action?.sessions ?? [];
    if (!action || !session) throw new Error('no session');
    Object.assign(action, { key: 'communes' });
    action.sessions = [
      ['Salle des fêtes, Saint-Ambroix'],
      ['Maison de Bessèges', 'Bessèges'],
      ['Mairie, 1er étage'],
      ['Écoles, Bessèges et Molières'],
      ['Halle, place du marché'],
    ].map(([venue, town]) => ({ ...session, venue, ...(town && { town }) })) as never;
    copy.meetings.splice(0);
  });
  expect(await load(text)).toMatchObject({ ok: true });
  const rows = await select<{ name: string; town: string | null }>(
    db,
    sql`SELECT name, town FROM venues WHERE id IN (SELECT venue_id FROM sessions
      WHERE import_key LIKE 'communes/%') ORDER BY name`,
  );
  expect(rows.map(({ name, town }) => [name, town])).toEqual([
    ['Halle, place du marché', null],
    ['Mairie, 1er étage', null],
    ['Maison de Bessèges', 'Bessèges'],
    ['Salle des fêtes, Saint-Ambroix', 'Saint-Ambroix'],
    ['Écoles, Bessèges et Molières', null],
  ]);
});

test('a meeting of an action that is none is refused, and nothing is written', async () => {
  const text = edited((copy) => {
    for (const action of copy.actions) action.key = `autre-${action.key}`;
  });
  const before = await db.$count(meetingTable);
  const outcome = await load(text);
  expect(outcome).toMatchObject({ ok: false });
  if (!outcome.ok)
    expect(outcome.faults[0]).toEqual({
      path: 'meetings[0].actions',
      message: '« conference-assistantes-maternelles » n’est la clé d’aucune action',
    });
  expect(await db.$count(meetingTable)).toBe(before);
});

test('a dry run tells the same and writes nothing', async () => {
  const keys = edited((copy) => {
    for (const action of copy.actions) action.key = `essai-${action.key}`;
    for (const meeting of copy.meetings)
      meeting.actions = meeting.actions.map((key) => `essai-${key}`);
  });
  const before = await imported();
  expect(await load(keys, true)).toMatchObject({
    ok: true,
    report: {
      sessions: { read: 21, created: 21, unchanged: 0 },
      created: { dated: 12, unrecorded: 6, toBeDetermined: 2, cancelled: 1 },
    },
  });
  expect(await imported()).toBe(before);
});

describe('a file that is wrong is refused whole, with the place and the fault', () => {
  const firstSession = (copy: typeof year, change: object) =>
    Object.assign(copy.actions[0]?.sessions[0] ?? {}, change);
  test.each([
    ['', 'n’est pas du JSON', '{ "actions": ['],
    ['', 'un objet JSON est attendu', '42'],
    ['actions', 'manque', '{ "network": { "timezone": "Europe/Paris" } }'],
    [
      'network.timezone',
      'fuseau horaire',
      edited((c) => {
        c.network.timezone = 'Mars/Phobos';
      }),
    ],
    [
      'actions[0].type',
      'doit être l’un de',
      edited((c) => Object.assign(c.actions[0] ?? {}, { type: 'fête' })),
    ],
    [
      'actions[0].title',
      'manque',
      edited((c) => Object.assign(c.actions[0] ?? {}, { title: undefined })),
    ],
    [
      'actions[0].sessions[0].slots[0]',
      'n’est pas un créneau',
      edited((c) => firstSession(c, { slots: [['2023-02-30', 60]] })),
    ],
    [
      'actions[0].sessions[0].slots[0]',
      'n’est pas un créneau',
      edited((c) => firstSession(c, { slots: [['2023-02-28', 'soir']] })),
    ],
    [
      'actions[0].sessions[0].capacity',
      'ne peut pas être négatif',
      edited((c) => firstSession(c, { capacity: -1 })),
    ],
    [
      'actions[0].sessions[0]',
      'plus petit que sa capacité',
      edited((c) => firstSession(c, { capacity: 15, max_capacity: 12 })),
    ],
    [
      'actions[0].sessions[0]',
      'se chevauchent',
      edited((c) =>
        firstSession(c, {
          slots: [
            ['2023-05-25T20:00', '2023-05-25T22:00'],
            ['2023-05-25T21:00', '2023-05-25T23:00'],
          ],
        }),
      ),
    ],
    [
      'actions[0].sessions[0]',
      'à déterminer',
      edited((c) => firstSession(c, { status: 'date_to_be_determined' })),
    ],
    [
      'actions[0] (title)',
      'est trop long',
      edited((c) => Object.assign(c.actions[0] ?? {}, { title: 'x'.repeat(301) })),
    ],
    [
      'actions[1].key',
      'est déjà la clé de actions[0]',
      edited((c) => Object.assign(c.actions[1] ?? {}, { key: c.actions[0]?.key })),
    ],
  ])('%s %s', async (path, message, text) => {
    const before = await db.$count(slots);
    const outcome = await load(text);
    expect(outcome).toEqual({
      ok: false,
      faults: [{ path, message: expect.stringContaining(message) }],
    });
    expect(await db.$count(slots)).toBe(before);
  });
});
