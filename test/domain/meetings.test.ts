/** Meetings (docs: domain › Meetings): they serve several actions, and count once in the year. */
import { eq } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { type MeetingDraft, MeetingInput } from '../../src/domain/meetings/inputs';
import {
  findMeeting,
  listMeetingsOfAction,
  listMeetingsOfYear,
} from '../../src/domain/meetings/list-meetings';
import {
  deleteMeeting,
  recordMeeting,
  updateMeeting,
} from '../../src/domain/meetings/save-meeting';
import { meetingActions, meetingFunctions } from '../../src/domain/meetings/schema';
import { requireMeeting } from '../../src/domain/organisers/access';
import { history } from '../../src/domain/registrations/schema';
import { Forbidden } from '../../src/lib/errors';
import { db } from '../support/db';
import { anAction, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anOrganisation, carries } from '../support/organisers';

const by = { now, actor: 'organiser:7', organisationId: null } as const;
const parse = (draft: Partial<MeetingDraft>) =>
  v.parse(MeetingInput, { kind: 'preparation', year: 2023, ...draft });
const record = (draft: Partial<MeetingDraft>) => recordMeeting(db, parse(draft), by);

it('counts once in the year and appears in each action that it served', async () => {
  const served = await Promise.all([anAction(), anAction(), anAction(), anAction()]);
  const { id } = await record({ heldOn: '2023-05-30', actionIds: served });
  const inYear = await listMeetingsOfYear(db, 2023);
  expect(inYear.filter(({ meeting }) => meeting.id === id)).toHaveLength(1);
  for (const actionId of served)
    expect((await listMeetingsOfAction(db, actionId)).map((m) => m.meeting.id)).toEqual([id]);
  expect(inYear[0]?.actions.map((action) => action.id).sort()).toEqual(served.sort());
});

it('keeps a meeting whose day was not noted, and a line that stands for ten', async () => {
  await record({ year: 2021, occurrences: 10, subject: '4 à Bessèges, 3 à Molières-sur-Cèze' });
  await record({ year: 2021, heldOn: '2021-03-07' });
  const listed = await listMeetingsOfYear(db, 2021);
  expect(listed.map(({ meeting }) => [meeting.heldOn, meeting.occurrences])).toEqual([
    ['2021-03-07', 1],
    [null, 10],
  ]);
});

it('counts those present and excused by function, and in all', async () => {
  const functions = [
    { name: 'Sage-femme', present: 2, excused: 1 },
    { name: 'Animatrice de RPE', present: 3 },
  ];
  expect(parse({ functions })).toMatchObject({ present: 5, excused: 1 });
  expect(parse({ functions, present: 23, excused: 7 })).toMatchObject({ present: 23, excused: 7 });
  expect(parse({})).toMatchObject({ present: null, excused: null });
  const { id } = await record({ functions });
  expect((await findMeeting(db, id))?.functions).toEqual([
    { name: 'Sage-femme', present: 2, excused: 1 },
    { name: 'Animatrice de RPE', present: 3, excused: 0 },
  ]);
});

it.each<[string, Partial<MeetingDraft>, string]>([
  ['a year that is not the day’s', { year: 2024, heldOn: '2023-05-30' }, 'year'],
  ['a day that does not exist', { year: 2023, heldOn: '2023-02-30' }, 'heldOn'],
  [
    'fewer present in all than by function',
    { present: 1, functions: [{ name: 'Sage-femme', present: 2 }] },
    'present',
  ],
  [
    'a function given twice, however it is typed',
    { functions: [{ name: 'Sage-femme' }, { name: 'sage femme' }] },
    'functions',
  ],
  ['a function without a name', { functions: [{ name: ' – ', present: 1 }] }, 'functions'],
  ['a length of nothing', { durationMinutes: 0 }, 'durationMinutes'],
])('refuses %s', (_, draft, field) => {
  const result = v.safeParse(MeetingInput, { kind: 'review', year: 2023, ...draft });
  expect(result.issues?.map((issue) => issue.path?.[0]?.key)).toEqual([field]);
});

it('tells the second of two organisers who edit one meeting, and keeps the first’s', async () => {
  const actionId = await anAction();
  const { id } = await record({ functions: [{ name: 'Sage-femme', present: 1 }] });
  const first = parse({ subject: 'Bilan', actionIds: [actionId], functions: [{ name: 'Élue' }] });
  expect(await updateMeeting(db, { id, version: 1, input: first }, by)).toEqual({ ok: true });
  expect(await updateMeeting(db, { id, version: 1, input: parse({}) }, by)).toEqual({
    ok: false,
    reason: 'stale',
  });
  expect(await deleteMeeting(db, { id, version: 1 }, by)).toEqual({ ok: false, reason: 'stale' });
  const kept = await findMeeting(db, id);
  expect(kept).toMatchObject({
    meeting: { subject: 'Bilan', version: 2 },
    actions: [{ id: actionId }],
    functions: [{ name: 'Élue' }],
  });
});

it('deletes a meeting from the year and from its actions, and notes who did', async () => {
  const actionId = await anAction();
  const { id } = await record({ actionIds: [actionId], functions: [{ name: 'Élue' }] });
  expect(await deleteMeeting(db, { id, version: 1 }, by)).toEqual({ ok: true });
  expect(await findMeeting(db, id)).toBeNull();
  expect(await db.select().from(meetingActions).where(eq(meetingActions.meetingId, id))).toEqual(
    [],
  );
  expect(
    await db.select().from(meetingFunctions).where(eq(meetingFunctions.meetingId, id)),
  ).toEqual([]);
  const lines = await db.select().from(history).where(eq(history.event, 'meeting_deleted'));
  expect(lines).toMatchObject([{ actor: 'organiser:7', detail: { meeting: id } }]);
});

it('is changed by those who work on an action that it served, or whose organisation recorded it', async () => {
  const [reseda, mutualite, cpts] = [
    await anOrganisation('Reseda'),
    await anOrganisation('Mutualité'),
    await anOrganisation('CPTS'),
  ];
  const actionId = await anAction();
  await carries(mutualite, actionId);
  const input = parse({ actionIds: [actionId] });
  const { id } = await recordMeeting(db, input, { ...by, organisationId: reseda });
  const of = (organisationId: number) => ({ role: 'organiser' as const, organisationId });
  expect((await requireMeeting(db, of(reseda), id)).meeting.id).toBe(id);
  expect((await requireMeeting(db, of(mutualite), id)).meeting.id).toBe(id);
  await expect(requireMeeting(db, of(cpts), id)).rejects.toThrow(Forbidden);
});

it('lists a year at the cost of that year', async () => {
  const actionId = await anAction();
  const bill = async () => (await metered((database) => listMeetingsOfYear(database, 2019))).bill;
  for (let i = 0; i < 3; i++) await record({ year: 2019, actionIds: [actionId] });
  const few = await bill();
  for (let i = 0; i < 60; i++) await record({ year: 2018, actionIds: [actionId] });
  const many = await bill();
  expect(many.queries).toBe(few.queries);
  expect(many.rowsRead).toBeLessThan(few.rowsRead + 10);
});
