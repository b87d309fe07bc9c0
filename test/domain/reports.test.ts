/** The reports (docs: domain › Figures add up): a real year, and years made for one rule each. */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import year from '../../data/programme-2023.json';
import { select, transact } from '../../src/db/client';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { type Mark, recordAttendance } from '../../src/domain/attendance/record';
import { createSession } from '../../src/domain/catalogue/create-session';
import { findOrCreateVenue } from '../../src/domain/catalogue/directories';
import { SessionInput } from '../../src/domain/catalogue/inputs';
import { publishSession } from '../../src/domain/catalogue/publish-session';
import type { Session } from '../../src/domain/catalogue/schema';
import { actions } from '../../src/domain/catalogue/schema';
import { updateSession } from '../../src/domain/catalogue/update-session';
import { saveTerritories } from '../../src/domain/directories/territories';
import { importYear } from '../../src/domain/import/import-year';
import { MeetingInput } from '../../src/domain/meetings/inputs';
import { recordMeeting } from '../../src/domain/meetings/save-meeting';
import type { Registration } from '../../src/domain/registrations/schema';
import {
  findActionReport,
  listDifferences,
  writeActionReport,
} from '../../src/domain/reports/action-report';
import { breakdown, type Filter, filtered } from '../../src/domain/reports/breakdown';
import { type FigureKey, figure, figureOf, isUnknown } from '../../src/domain/reports/figure';
import { listPeople } from '../../src/domain/reports/list-people';
import { findDoubles } from '../../src/domain/reports/represented';
import { reportedFacts } from '../../src/domain/reports/schema';
import {
  answersSince,
  changesSince,
  findSnapshot,
  freezeReport,
} from '../../src/domain/reports/snapshots';
import { findYearReport, type YearReport } from '../../src/domain/reports/year-report';
import { hour, toInstant } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { registered } from '../support/people';

const timeZone = 'Europe/Paris';
const by = { now, actor: 'organiser:1' } as const;
const moment = { now, timeZone };
const reportOf = async (of: number) => (await findYearReport(db, of, moment)).report;
const value = ({ figures, index }: YearReport, key: FigureKey, filter: Filter = {}) =>
  filtered(figureOf(figures, key), index, filter).value;

describe('the year 2023, imported', () => {
  let report: YearReport;
  beforeEach(async () => {
    const outcome = await importYear(db, JSON.stringify(year), { now });
    if (!outcome.ok) throw new Error('refused');
    report = await reportOf(2023);
  });

  const idOf = async (key: string) => {
    const [row] = await db
      .select({ id: actions.id })
      .from(actions)
      .where(eq(actions.importKey, key));
    if (!row) throw new Error(`no ${key}`);
    return row.id;
  };

  it.each([
    ['conference-assistantes-maternelles', [37], 1],
    ['forum-enfants-en-forme', [240], 1],
    ['sensibilisation-petite-enfance', [13, 5], 2],
    ['programme-fortiche', [15, 15], 4],
    ['photolangage-ateliers-sante', [32, 9, 16], 9],
    ['alimentation-anduze', [9], 1],
    ['dents-alimentation', [18], 1],
    ['alimentation-sante-st-pierre', [], 17],
    ['laep-grand-combe', [], 3],
    ['en-equilibre', [], 7],
    ['formation-fees', [], 1],
    ['ateliers-parents', [], 1],
    ['sensibilisation-collectivites', [], 0],
  ])('%s: %j in %i sessions, in the year and in its own report', async (key, parts, sessions) => {
    const id = await idOf(key);
    const own = await findActionReport(db, { actionId: id, year: 2023 }, moment);
    if (!own) throw new Error('no report');
    const both: [YearReport, Filter][] = [
      [report, { action: [String(id)] }],
      [own.report, {}],
    ];
    for (const [of, filter] of both) {
      const part = filtered(figureOf(of.figures, 'participations'), of.index, filter);
      expect(part.lines.map((line) => line.value).sort()).toEqual([...parts].sort());
      expect(part.value).toBe(parts.reduce((sum, n) => sum + n, 0));
      expect(value(of, 'sessions_held', filter)).toBe(sessions);
    }
  });

  it('adds up in total, public and professionals apart', () => {
    expect(value(report, 'participations_professionals')).toBe(37 + 18 + 30);
    expect(value(report, 'participations_public')).toBe(240 + 9 + 18 + 32 + 9 + 16);
    expect(value(report, 'participations')).toBe(409);
    expect(value(report, 'participations', { type: ['awareness'] })).toBe(18);
    expect(value(report, 'actions')).toBe(12);
    expect(value(report, 'supported_projects')).toBe(1);
  });

  it('counts a cycle of seven as seven, one cancelled workshop, two sessions without a date', () => {
    const cycle = figureOf(report.figures, 'participations').lines.find((l) => l.value === 32);
    const held = figureOf(report.figures, 'sessions_held').lines;
    expect(
      held.find(
        ({ about }) =>
          about.of === 'session' && cycle?.about.of === 'session' && about.id === cycle.about.id,
      )?.value,
    ).toBe(7);
    expect(value(report, 'sessions_cancelled')).toBe(1);
    expect(value(report, 'sessions_undated')).toBe(2);
    expect(value(report, 'sessions_held')).toBe(48);
    expect(value(report, 'sessions_planned')).toBe(51);
  });

  it('adds beneficiaries and counts of which nobody says what they count to no participation', () => {
    expect(value(report, 'beneficiaries')).toBe(140 + 13);
    expect(value(report, 'unspecified')).toBe(117 + 16);
    expect(report.missing.find((m) => m.kind === 'counted_otherwise')?.count).toBe(3);
  });

  it('counts the two meetings that served four actions once in the year, and in each action', async () => {
    expect(value(report, 'meetings')).toBe(26);
    expect(figureOf(report.figures, 'meetings').lines).toHaveLength(15);
    const both = [
      'formation-fees',
      'sensibilisation-petite-enfance',
      'ateliers-parents',
      'sensibilisation-collectivites',
    ];
    for (const key of both) {
      const own = await findActionReport(db, { actionId: await idOf(key), year: 2023 }, moment);
      if (!own) throw new Error('no report');
      expect(value(own.report, 'meetings')).toBe(2);
      expect(value(own.report, 'meeting_participations')).toBe(
        key.endsWith('collectivites') ? 0 : 2,
      );
    }
    // 13 of the conference, 2 of the three that share their meetings, 4, 7 and 6.
    expect(
      figureOf(report.figures, 'meeting_participations')
        .lines.map((l) => l.value)
        .sort(),
    ).toEqual([13, 2, 4, 6, 7]);
    expect(value(report, 'meeting_participations')).toBe(32);
    expect(value(report, 'minutes_written')).toBe(5);
    expect(value(report, 'meeting_minutes')).toBe(240);
    expect(
      (await reportOf(2022)).figures.find((f) => f.key === 'meeting_participations')?.value,
    ).toBe(23);
  });

  it('has each figure add up to its list', () => {
    for (const { key, value: total, lines } of report.figures)
      expect([key, lines.reduce((sum, line) => sum + line.value, 0)]).toEqual([key, total]);
  });

  it('shows where the published totals include what is not itemised', () => {
    const line = (key: string) => {
      const found = report.published.find((one) => one.key === key && one.actionId === null);
      return [found?.reported, found?.computed];
    };
    expect(line('actions')).toEqual([12, 12]);
    expect(line('conferences')).toEqual([1, 1]);
    expect(line('conference_participants')).toEqual([37, 37]);
    expect(line('forum_participants')).toEqual([240, 240]);
    expect(line('prevention_participations_public')).toEqual([151, 84]);
    expect(line('training_and_awareness_participations_professionals')).toEqual([280, 18]);
    expect(line('meetings')).toEqual([47, 26]);
    expect(line('partner_meeting_hours')).toEqual([25.5, 0]);
    // Nobody noted the functions of those who were counted: that is no nought.
    expect(line('distinct_functions')).toEqual([56, null]);
    expect(report.publishedNote).toContain('do not follow from the itemised actions');
  });

  it('pools satisfaction from the tallies of the conference, each with its n', () => {
    const told = report.satisfaction.map(({ label, favourable, n }) => [label.fr, favourable, n]);
    expect(told).toEqual(
      expect.arrayContaining([
        ['L’accueil', 25, 25],
        ['Le contenu', 24, 25],
        ['La durée', 23, 25],
      ]),
    );
    expect(told).toHaveLength(5);
  });

  it('lists what nobody noted: attendance, lengths, days of meetings', () => {
    const count = (kind: string) => report.missing.find((m) => m.kind === kind)?.count;
    expect(count('attendance_not_taken')).toBe(4);
    expect(count('meeting_undated')).toBe(10);
    expect(value(report, 'session_minutes')).toBe(
      120 + 4 * 210 + 2 * 180 + 120 + 480 + 60 + 17 * 120 + 45 * 60 + 3 * 90,
    );
  });

  it('keeps the perspectives of the file, and a second import leaves what was written since', async () => {
    const actionId = await idOf('ateliers-parents');
    const own = await findActionReport(db, { actionId, year: 2023 }, moment);
    const perspectives = 'Deux ateliers à organiser en 2024';
    expect(own?.texts).toMatchObject({ analysis: '', perspectives, version: 1 });
    const written = { actionId, year: 2023, analysis: 'Peu d’inscrits.', perspectives };
    await writeActionReport(db, written, 1, by);
    await importYear(db, JSON.stringify(year), { now });
    const again = await findActionReport(db, { actionId, year: 2023 }, moment);
    expect(again?.texts).toMatchObject({ analysis: 'Peu d’inscrits.', perspectives, version: 2 });
    expect((await reportOf(2023)).published).toEqual(report.published);
  });

  it('holds a plan that was reported and not frozen against what took place', async () => {
    const id = await idOf('ateliers-parents');
    const own = await findActionReport(db, { actionId: id, year: 2023 }, moment);
    if (!own) throw new Error('no report');
    expect(own.plan).toBeNull();
    expect(listDifferences(own)).toEqual([{ what: 'sessions', planned: 4, carriedOut: 1 }]);
  });

  it('breaks a figure down by type, network and carrier out of its own lines', () => {
    const came = [figureOf(report.figures, 'participations')];
    const by = (dimension: 'type' | 'network') =>
      Object.fromEntries(
        breakdown(came, report.index, dimension).map((r) => [r.group, r.values[0]]),
      );
    expect(by('type')).toEqual({
      conference: 37,
      awareness: 18,
      forum: 240,
      prevention: 84,
      supported_project: 30,
      training: null,
    });
    expect(by('network').Périnatalité).toBe(409);
  });

  it('takes no gap for a nought: people who were only counted have no name and no profession', () => {
    for (const [key, sessions] of [
      ['people', 18],
      ['people_public', 10],
      ['people_professionals', 8],
      ['professions', 8],
      ['organisations', 8],
    ] as const) {
      const figure = figureOf(report.figures, key);
      expect([key, isUnknown(figure), figure.unknown.length]).toEqual([key, true, sessions]);
    }
    const count = (kind: string) => report.missing.find((m) => m.kind === kind)?.count;
    expect(count('profession_unknown')).toBe(85);
    expect(count('organisation_unknown')).toBe(85);
  });

  it('sorts what was noted for all meetings of an action under their kind, where they have one', () => {
    const keys = ['meetings', 'meeting_participations'] as const;
    const figures = keys.map((key) => figureOf(report.figures, key));
    expect(breakdown(figures, report.index, 'kind')).toEqual([
      { group: 'preparation', values: [22, 19] },
      { group: 'review', values: [3, null] },
      { group: 'steering', values: [1, null] },
      // The conference's 13, at a preparation and a review.
      { group: '', values: [0, 13] },
    ]);
  });

  it('breaks down by the towns that the file names, and lists the places of which it names none', () => {
    const came = [figureOf(report.figures, 'participations')];
    expect(breakdown(came, report.index, 'town')).toEqual([
      { group: 'Alès', values: [37 + 18 + 18 + 32 + 16 + 15] },
      { group: 'Anduze', values: [9] },
      { group: 'La Grand-Combe', values: [null] },
      { group: 'online', values: [null] },
      { group: '', values: [240 + 9 + 15] },
    ]);
    const unknown = report.missing.find((m) => m.kind === 'town_unknown');
    const venues =
      unknown && 'lines' in unknown
        ? unknown.lines.map(({ about }) =>
            about.of === 'session' ? report.index.sessions[about.id]?.venue : '',
          )
        : [];
    expect(venues).toHaveLength(5);
    expect(new Set(venues)).toEqual(
      new Set([
        'Centre social de Bessèges',
        'Mende',
        'Parc du Rouret',
        'Écoles maternelles de Saint-Ambroix, Bessèges et Molières-sur-Cèze',
        null,
      ]),
    );
  });

  it('counts by territory where the network has grouped its towns, by the town where it has not', async () => {
    const change = (key: string, was: string, territory: string) => ({ key, was, territory });
    const own = 'Alès Agglomération';
    const grouped = [change('ales', '', own), change('anduze', '', own)];
    expect(await saveTerritories(db, grouped, by)).toEqual([]);
    const { figures, index } = await reportOf(2023);
    const by2023 = (dimension: 'territory' | 'town') =>
      breakdown([figureOf(figures, 'participations')], index, dimension).map((row) => row.group);
    expect(by2023('territory')).toEqual([own, 'La Grand-Combe', 'online', '']);
    expect(by2023('town')).toEqual(['Alès', 'Anduze', 'La Grand-Combe', 'online', '']);
    expect(value({ figures, index } as YearReport, 'participations', { territory: [own] })).toBe(
      145,
    );
    const undone = grouped.map(({ key }) => change(key, own, ''));
    expect(await saveTerritories(db, undone, by)).toEqual([]);
  });

  it('freezes no plan for what was imported', async () => {
    expect(await select(db, sql`SELECT 1 FROM action_plans`)).toEqual([]);
  });
});

/** An evening of 2031: each test has a year to itself. */
const eveningOf = (of: number, day = '03-12') => {
  const startsAt = toInstant(`${of}-${day}T20:00`, timeZone);
  return { startsAt, endsAt: startsAt + 2 * hour };
};
const after = (of: number) => ({ now: toInstant(`${of}-12-31T12:00`, timeZone), timeZone });
const yearOf = async (of: number) => (await findYearReport(db, of, after(of))).report;

const present = (who: Registration, more: Partial<Mark> = {}): Mark => ({
  id: newToken(),
  slot: 0,
  who: { registrationId: who.id },
  state: 'present',
  at: now,
  ...more,
});
const afterwards = ({ endsAt }: Session) => ({ ...by, now: endsAt ?? now });
const record = (session: Session, ...marks: Mark[]) =>
  recordAttendance(db, session.id, { marks, source: 'tick' }, afterwards(session));

it('Attendance is the truth: people present, once for each session; distinct people by address', async () => {
  const actionId = await anAction();
  const [first, second] = [
    await aSession({ actionId, slots: [eveningOf(2031)], seatsPerRegistration: 2 }),
    await aSession({ actionId, slots: [eveningOf(2031, '04-09')] }),
  ];
  const zoe = { email: 'zoe@exemple.fr', profession: 'Sage-femme', organisation: 'PMI d’Alès' };
  const couple = await registered(first, { ...zoe, seats: 2, companions: ['Max'] });
  const stayedAway = await registered(first);
  const ill = await registered(first);
  const again = await registered(second, { ...zoe, profession: 'sage femme' });
  // Nobody noted whether this one came: no absence, and told among what is missing.
  await registered(second);
  await record(first, present(couple), present(ill, { state: 'excused' }));
  await record(first, present(stayedAway, { state: 'absent' }));
  const walkIns = [{ key: newToken(), name: 'Ali' }];
  const ali = present(again, { who: { walkInKey: walkIns[0]?.key ?? '' } });
  await recordAttendance(
    db,
    second.id,
    { walkIns, marks: [ali, present(again)], source: 'tick' },
    afterwards(second),
  );
  const report = await yearOf(2031);
  expect(value(report, 'participations')).toBe(4);
  expect(value(report, 'people')).toBe(1);
  // Max, whom only Zoé's address stands for, and Ali, who left none.
  expect(value(report, 'uncountable')).toBe(2);
  expect(figureOf(report.figures, 'people').lines).toEqual([
    { about: { of: 'times', times: 2 }, value: 1 },
  ]);
  expect(figureOf(report.figures, 'no_shows')).toMatchObject({ value: 1, whole: 5 });
  expect(value(report, 'excused')).toBe(1);
  expect(figureOf(report.figures, 'filled')).toMatchObject({ value: 6, whole: 30 });
  expect(report.missing.find((m) => m.kind === 'attendance_partly_taken')).toMatchObject({
    lines: [{ about: { of: 'session', id: second.id }, value: 1 }],
  });
  expect(figureOf(report.figures, 'professions').lines).toMatchObject([
    { about: { name: 'Sage-femme', participations: 3, isNew: false } },
  ]);
  expect(value(report, 'organisations')).toBe(1);
  expect(report.missing.find((m) => m.kind === 'profession_unknown')?.count).toBe(1);
  const people = await listPeople(
    db,
    { year: 2031, timeZone },
    { audience: null, now: after(2031).now },
  );
  expect(people).toEqual([{ name: expect.any(String), email: 'zoe@exemple.fr', times: 2 }]);
});

it('lists a session that was cancelled though people were there: they count nowhere else', async () => {
  const session = await aSession({ slots: [eveningOf(2044)], state: 'cancelled' });
  await aSession({ slots: [eveningOf(2044)], actionId: session.actionId, state: 'cancelled' });
  const someone = await registered(await aSession({ actionId: session.actionId }));
  const walkIns = [{ key: newToken(), name: 'Ali' }];
  const mark = present(someone, { who: { walkInKey: walkIns[0]?.key ?? '' } });
  const sent = { walkIns, marks: [mark], source: 'scan' as const };
  await recordAttendance(db, session.id, sent, afterwards(session));
  const { missing } = await yearOf(2044);
  expect(missing.find(({ kind }) => kind === 'attended_though_cancelled')).toMatchObject({
    count: 1,
    lines: [{ about: { of: 'session', id: session.id }, value: 1 }],
  });
});

it('marks a profession as new that the year before did not have, and none where nothing is known', async () => {
  const come = async (of: number, profession: string) => {
    const session = await aSession({ slots: [eveningOf(of)] });
    await record(session, present(await registered(session, { profession })));
  };
  await come(2033, 'Sage-femme');
  await come(2034, 'sage-femme');
  await come(2034, 'Ostéopathe');
  const newOf = async (of: number) =>
    figureOf((await yearOf(of)).figures, 'professions').lines.map(({ about }) =>
      about.of === 'name' ? [about.name, about.isNew] : [],
    );
  expect(await newOf(2033)).toEqual([['Sage-femme', false]]);
  expect(await newOf(2034)).toEqual([
    ['Ostéopathe', true],
    ['sage-femme', false],
  ]);
});

it('misses the meeting that its figure does not know, where the action has a count of its own', async () => {
  const actionId = await anAction();
  const meeting = (month: string, present: number | null) =>
    recordMeeting(
      db,
      v.parse(MeetingInput, {
        kind: 'review',
        year: 2040,
        heldOn: `2040-${month}-01`,
        actionIds: [actionId],
        present,
      }),
      { ...by, organisationId: null },
    );
  await meeting('02', 4);
  const { id } = await meeting('03', null);
  await db
    .insert(reportedFacts)
    .values({ year: 2040, actionId, key: 'meeting_participations', number: 9 });
  const { figures, missing } = await yearOf(2040);
  const about = { of: 'meeting', id } as const;
  const figure = figureOf(figures, 'meeting_participations');
  expect(figure).toMatchObject({ value: 4, unknown: [about] });
  expect(missing.find(({ kind }) => kind === 'meeting_uncounted')).toMatchObject({
    lines: [{ about }],
  });
});

it('knows no profession where nobody gave one: that is no nought, and is missing', async () => {
  const session = await aSession({ slots: [eveningOf(2039)] });
  const registration = await registered(session, { profession: '', organisation: 'PMI' });
  await record(session, present(registration));
  const report = await yearOf(2039);
  const [professions, organisations] = (['professions', 'organisations'] as const).map((key) =>
    figureOf(report.figures, key),
  );
  expect(professions).toMatchObject({ lines: [], unknown: [{ of: 'session', id: session.id }] });
  expect(organisations).toMatchObject({ value: 1, unknown: [] });
  expect(report.missing.find(({ kind }) => kind === 'profession_unknown')?.count).toBe(1);
});

it('points out spellings that may be one', () => {
  const doubles = (...names: string[]) => findDoubles(names);
  expect(doubles('Sage-femme', 'Sages-femmes', 'Kinésithérapeute')).toEqual([
    ['Sage-femme', 'Sages-femmes'],
  ]);
  expect(doubles('Chargé·e de mission', 'Chargée de missions')).toHaveLength(1);
  expect(doubles('Orthophoniste', 'Ortophoniste')).toHaveLength(1);
  expect(doubles('Médecin de PMI', 'Médecin généraliste', 'Pédiatre')).toEqual([]);
});

it.each([
  ['a new speaker', { speakers: [{ role: 'pédopsychiatre' }] }, 0],
  [
    'an end put right',
    { slots: [{ ...eveningOf(2035), endsAt: eveningOf(2035).endsAt + hour }] },
    0,
  ],
  [
    'an hour earlier',
    { slots: [{ ...eveningOf(2035), startsAt: eveningOf(2035).startsAt - hour }] },
    0,
  ],
  ['another day', { slots: [eveningOf(2035, '06-11')] }, 1],
  ['a day more', { slots: [eveningOf(2035), eveningOf(2035, '06-11')] }, 1],
  ['another place', { venue: { name: 'Foyer' } }, 1],
  ['a link in place of the room', { mode: 'online', videoUrl: 'https://video.example' }, 1],
])('a session is moved by another day or place: %s', async (_, changed, moved) => {
  const actionId = await anAction();
  const kept = { slots: [eveningOf(2035)], mode: 'in_person', venue: { name: 'Salle' } };
  const venueId = await findOrCreateVenue(
    db,
    { name: 'Salle', town: null, address: null, access: null },
    now,
  );
  const { id, version } = await aSession({ actionId, venueId, slots: kept.slots });
  const draft = { dateState: 'set', ...kept, capacity: 15, ...changed };
  const input = v.parse(SessionInput, draft);
  const done = await updateSession(db, { id, version, input, reason: null }, by);
  expect(done).toMatchObject({ ok: true });
  const own = { actionId, year: 2035 };
  const found = await findActionReport(db, own, { now, timeZone });
  expect(figureOf(found?.report.figures ?? [], 'sessions_moved').value).toBe(moved);
});

it('counts who waited in vain, and a session to come as neither held nor missing', async () => {
  const session = await aSession({ slots: [eveningOf(2036)], capacity: 1, maxCapacity: 1 });
  await registered(session);
  const waits = await registered(session);
  expect(waits.state).toBe('waitlisted');
  expect(value(await yearOf(2036), 'waiting')).toBe(1);
  const { report } = await findYearReport(db, 2036, { now, timeZone });
  expect([value(report, 'sessions_to_come'), value(report, 'sessions_held')]).toEqual([1, 0]);
  expect(report.missing).toEqual([]);
});

it('freezes the plan when the first session is published, and never again', async () => {
  const actionId = await anAction({ objectives: 'En parler tôt.' });
  const draft = (day: string) =>
    v.parse(SessionInput, { dateState: 'set', slots: [eveningOf(2037, day)], capacity: 15 });
  const publish = async (day: string) => {
    const made = await createSession(db, actionId, draft(day), by);
    if (!made.ok) throw new Error(made.reason);
    await publishSession(db, made, by);
    return made.id;
  };
  const other = await createSession(db, actionId, draft('05-05'), by);
  const id = await publish('03-12');
  await db.update(actions).set({ objectives: 'Tout autre chose.' }).where(eq(actions.id, actionId));
  await publish('09-09');
  await recordHeadcount(
    db,
    id,
    { kind: 'present', source: 'door', countedAt: now, counts: [{ category: '', count: 12 }] },
    by,
  );
  const own = await findActionReport(db, { actionId, year: 2037 }, after(2037));
  if (!own) throw new Error('no report');
  expect(own.plan).toMatchObject({ frozenAt: now, plan: { objectives: 'En parler tôt.' } });
  expect(other.ok).toBe(true);
  expect(own.planned).toEqual({ sessions: 2, minutes: 240, seats: 30 });
  // Two published and over, one of them counted; the other draft took place nowhere.
  expect(listDifferences(own)).toEqual([{ what: 'seats', planned: 30, carriedOut: 12 }]);
  // What was planned for one year is planned for no other.
  const next = await findActionReport(db, { actionId, year: 2038 }, after(2038));
  expect(next?.planned).toBeNull();
});

it('tells the second of two who write one report, and keeps the first’s', async () => {
  const actionId = await anAction();
  const text = (analysis: string) => ({ actionId, year: 2026, analysis, perspectives: '' });
  expect(await writeActionReport(db, text('Awa'), 0, by)).toEqual({ ok: true, version: 1 });
  expect(await writeActionReport(db, text('Nour'), 0, by)).toEqual({ ok: false, reason: 'stale' });
  expect(await writeActionReport(db, text('Les deux'), 1, by)).toEqual({ ok: true, version: 2 });
  expect((await findActionReport(db, { actionId, year: 2026 }, moment))?.texts.analysis).toBe(
    'Les deux',
  );
});

it('a frozen copy never changes, and shows the lines that have changed since', async () => {
  const session = await aSession({ slots: [eveningOf(2038)] });
  const count = (n: number) =>
    recordHeadcount(
      db,
      session.id,
      { kind: 'present', source: 'door', countedAt: now, counts: [{ category: '', count: n }] },
      by,
    );
  await count(20);
  const id = await freezeReport(db, await yearOf(2038), 'comité de pilotage', by);
  const frozen = await findSnapshot(db, { id, year: 2038 });
  if (!frozen) throw new Error('no copy');
  expect(changesSince(frozen.report.figures, (await yearOf(2038)).figures)).toEqual([]);
  await count(23);
  const changes = changesSince(frozen.report.figures, (await yearOf(2038)).figures);
  expect(changes.find(({ key }) => key === 'participations')).toEqual({
    key: 'participations',
    was: 20,
    is: 23,
    lines: [{ about: { of: 'session', id: session.id }, was: 20, is: 23 }],
  });
  expect(changes.map(({ key }) => key)).not.toContain('sessions_held');
  const update = () =>
    select(db, sql`UPDATE report_snapshots SET label = 'autre' WHERE id = ${id}`);
  await expect(update()).rejects.toThrow('snapshot_frozen');
  expect(await findSnapshot(db, { id, year: 2037 })).toBeNull();
});

it('a copy tells a rate of more places, and what people thought since, from a gap that was filled', () => {
  const about = { of: 'session', id: 1 } as const;
  const rate = (value: number, whole: number) => figure('filled', [{ about, value, whole }]);
  expect(changesSince([rate(2, 10)], [rate(2, 12)])).toEqual([
    {
      key: 'filled',
      was: 2,
      is: 2,
      lines: [{ about, was: 2, is: 2, wholes: { was: 10, is: 12 } }],
    },
  ]);
  const counted = (unknown: boolean) => figure('participations', [], unknown ? [about] : []);
  expect(changesSince([counted(true)], [counted(false)])).toHaveLength(1);
  const filled = figure('participations', [{ about, value: 12 }]);
  const [gap] = changesSince([counted(true)], [filled]);
  expect(gap?.lines).toEqual([{ about, was: null, is: 12 }]);
  expect(changesSince([counted(false)], [filled])[0]?.lines).toEqual([{ about, was: 0, is: 12 }]);
  expect(changesSince([filled], [counted(true)])[0]?.lines).toEqual([{ about, was: 12, is: null }]);
  const asked = (favourable: number, n: number) => ({
    key: 'content',
    label: { fr: 'Le contenu', en: 'The content' },
    favourable,
    n,
    lines: [],
  });
  expect(answersSince([asked(24, 25)], [asked(24, 25)])).toEqual([]);
  expect(answersSince([asked(24, 25)], [asked(24, 26)])).toMatchObject([
    { was: { n: 25 }, is: { n: 26 } },
  ]);
  expect(answersSince([], [asked(24, 25)])).toMatchObject([{ was: null, is: { n: 25 } }]);
});

it('costs what the year holds, in a fixed number of statements, whatever the others hold', async () => {
  const fill = async (of: number, sessionCount: number, each: number) => {
    const actionId = await anAction();
    const at = eveningOf(of).startsAt;
    const ids = sql`SELECT id, row_number() OVER (ORDER BY id) AS n FROM sessions WHERE action_id = ${actionId}`;
    const numbers = (n: number) =>
      sql`WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < ${n})`;
    await transact(db, [
      sql`${numbers(sessionCount)} INSERT INTO sessions (code, action_id, state, date_state, starts_at, ends_at, capacity, max_capacity, published_at, created_at, updated_at)
        SELECT upper(replace(replace(hex(randomblob(8)), '0', 'Z'), '1', 'X')), ${actionId}, 'published', 'set', ${at} + n * 60000, ${at} + n * 60000 + 7200000, 20, 20, ${now}, ${now}, ${now} FROM c`,
      sql`INSERT INTO slots (session_id, position, starts_at, ends_at)
        SELECT id, 0, starts_at, ends_at FROM sessions WHERE action_id = ${actionId}`,
      sql`${numbers(each)} INSERT INTO parties (reference, session_id, state, seats, created_at)
        SELECT hex(randomblob(8)), s.id, 'confirmed', 1, ${now} FROM c JOIN (${ids}) s`,
      sql`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name, email, email_key, profession, organisation, seats, state_changed_at, created_at)
        SELECT p.session_id, p.id, 'confirmed', 'public', 'Camille', 'Durand', 'p' || (p.id % 2000) || '@exemple.fr', 'p' || p.id || '@exemple.fr',
          'Métier ' || (p.id % 40), 'Structure ' || (p.id % 90), 1, ${now}, ${now}
        FROM parties p JOIN sessions s ON s.id = p.session_id WHERE s.action_id = ${actionId}`,
      sql`INSERT INTO attendance_marks (mark_id, decision, session_id, slot, registration_id, state, seats, source, marked_at, received_at, actor)
        SELECT hex(randomblob(8)), 'x', r.session_id, 0, r.id, 'present', 1, 'tick', ${now}, ${now}, 'system'
        FROM registrations r JOIN sessions s ON s.id = r.session_id WHERE s.action_id = ${actionId}`,
    ]);
  };
  const cost = (of: number) => metered((database) => findYearReport(database, of, after(of)));
  await fill(2041, 3, 2);
  // A range is read to the first row past its end: let there be one from the start.
  await fill(2071, 1, 1);
  const small = await cost(2041);
  await fill(2051, 300, 20);
  const large = await cost(2051);
  expect(value(large.result.report, 'participations')).toBe(6000);
  expect(value(large.result.report, 'professions')).toBe(40);
  expect(large.bill.queries).toBe(small.bill.queries);
  expect(large.bill.queries).toBeLessThan(40);
  // Some 20 rows a registration: its marks and its slot, for the counts, the people and the absent.
  expect(large.bill.rowsRead).toBeLessThan(21 * 6000);
  // The large year beside it costs the small one nothing.
  expect((await cost(2041)).bill.rowsRead).toBe(small.bill.rowsRead);
});
