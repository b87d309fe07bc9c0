import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { findAction, listActions } from '../../src/domain/catalogue/find-action';
import { listComingSessions } from '../../src/domain/catalogue/list-coming-sessions';
import { actions } from '../../src/domain/catalogue/schema';
import { listMeetingsOfAction } from '../../src/domain/meetings/list-meetings';
import { meetingActions } from '../../src/domain/meetings/schema';
import { day } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));

let reseda = 0;
let cookie = '';
beforeAll(async () => {
  reseda = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: reseda })).id);
});

const fees = {
  title: 'Formation « Femmes enceintes, environnement et santé » (FEES)',
  type: 'training',
  audience: 'professionals',
  target: 'Professionnels de santé de la périnatalité',
  networks: 'CLS, Périnatalité',
  topics: 'air intérieur, alimentation et polluants',
  carriers: ['Reseda', 'Mutualité Française Occitanie', ''],
  context: 'Demande des sages-femmes.\r\n\r\nSuite de 2022.',
  objectives: 'Savoir en parler.',
  evaluation: 'Questionnaire',
};

async function created(): Promise<number> {
  const answer = await post('/organisation/actions', fees, { cookie });
  const id = /actions\/(\d+)\?fait=action$/.exec(answer.headers.get('Location') ?? '')?.[1];
  return Number(id);
}

it('creates an action with its plan and its carriers, the leading one first', async () => {
  const id = await created();
  const view = await findAction(db, id);
  expect(view?.carriers.map(({ name }) => name)).toEqual([
    'Reseda',
    'Mutualité Française Occitanie',
  ]);
  expect(view?.action).toMatchObject({
    title: fees.title,
    networks: ['CLS', 'Périnatalité'],
    topics: ['air intérieur', 'alimentation et polluants'],
    context: 'Demande des sages-femmes.\n\nSuite de 2022.',
    evaluation: 'Questionnaire',
  });
  const page = await (await get(`/organisation/actions/${id}?fait=action`, { cookie })).text();
  expect(page).toContain('L’action est créée.');
  expect(page).toContain('<p>Demande des sages-femmes.</p><p>Suite de 2022.</p>');
});

it('keeps what was typed when something is missing', async () => {
  const answer = await post('/organisation/actions', { ...fees, title: '', type: '' }, { cookie });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('href="#title"');
  expect(html).toContain('href="#type"');
  expect(html).toContain('Savoir en parler.');
  expect(html).toContain('value="Mutualité Française Occitanie"');
});

it('tells the second of two organisers who edit one action, and keeps what both wrote', async () => {
  const id = await created();
  const path = `/organisation/actions/${id}`;
  const version = '1';
  await post(path, { ...fees, version, objectives: 'Écrit par Awa' }, { cookie });
  const second = await post(path, { ...fees, version, objectives: 'Écrit par Nour' }, { cookie });
  expect(second.status).toBe(409);
  const html = await second.text();
  expect(html).toContain('>Écrit par Nour</textarea>');
  expect(html).toMatch(/Enregistré entre-temps.*<dt>Objectifs<\/dt><dd>Écrit par Awa<\/dd>/s);
  expect(html).not.toContain('<dt>Contexte</dt>');
  expect((await findAction(db, id))?.action.objectives).toBe('Écrit par Awa');
  // Having seen it, saving again is a decision.
  expect(html).toContain('name="version" value="2"');
  const third = { ...fees, version: '2', objectives: 'Écrit par les deux' };
  expect((await post(path, third, { cookie })).status).toBe(303);
  expect((await findAction(db, id))?.action.objectives).toBe('Écrit par les deux');
  // Pressed twice, it is saved, and was nobody else's.
  expect((await post(path, third, { cookie })).status).toBe(303);
});

it('does not let organisers give away the action that they write', async () => {
  const carriers = ['CPTS Cévennes Gardon'];
  const answer = await post('/organisation/actions', { ...fees, carriers }, { cookie });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Gardez votre structure (Reseda)');
  const admin = await signedInCookie((await anAccount('administrator')).id);
  expect(
    (await post('/organisation/actions', { ...fees, carriers }, { cookie: admin })).status,
  ).toBe(303);
});

it('shows organisers the actions of their organisation first, and all on demand', async () => {
  const mine = await created();
  const other = await anAction({ title: 'Ailleurs' });
  const shown = async (path: string) => {
    const html = await (await get(path, { cookie })).text();
    return [mine, other].map((id) => html.includes(`/organisation/actions/${id}"`));
  };
  expect(await shown('/organisation/actions')).toEqual([true, false]);
  expect(await shown('/organisation/actions?toutes=1')).toEqual([true, true]);
  expect(await shown('/organisation/actions?q=femmes+enceintes')).toEqual([true, false]);
});

it('records a meeting for several actions, and leaves those of other organisations alone', async () => {
  const [mine, alsoMine] = [await created(), await created()];
  const foreign = await anAction();
  await carries(await anOrganisation('Ville d’Alès'), foreign);
  const meeting = {
    kind: 'preparation',
    heldOn: '2026-02-10',
    durationMinutes: '90',
    actionIds: [mine, alsoMine, foreign].map(String),
    functionName: ['Sage-femme', '', 'Animatrice de RPE'],
    functionPresent: ['2', '', '1'],
    functionExcused: ['', '', '1'],
    hasMinutes: '1',
  };
  const answer = await post('/organisation/reunions', meeting, { cookie });
  expect(answer.headers.get('Location')).toBe('/organisation/reunions?annee=2026&fait=reunion');
  expect(await listMeetingsOfAction(db, foreign)).toEqual([]);
  const [listed] = await listMeetingsOfAction(db, mine);
  expect(listed).toMatchObject({
    meeting: { year: 2026, durationMinutes: 90, present: 3, excused: 1, hasMinutes: true },
    actions: [{ id: mine }, { id: alsoMine }],
  });
  const page = await (await get('/organisation/reunions?annee=2026', { cookie })).text();
  expect(page).toContain('mardi 10 février 2026');
  expect(page).toContain('1\u00a0h\u00a030');
  // Pressed twice, a change is saved, and was nobody else's.
  const path = `/organisation/reunions/${listed?.meeting.id}`;
  const actionIds = [alsoMine, mine].map(String);
  const change = { ...meeting, actionIds, durationMinutes: '60', version: '1' };
  for (let times = 0; times < 2; times++)
    expect((await post(path, change, { cookie })).status).toBe(303);
  const other = await post(path, { ...change, durationMinutes: '45' }, { cookie });
  expect(other.status).toBe(409);
});

it('takes a meeting off one’s own actions while it serves those of other organisations', async () => {
  const [mine, foreign] = [await created(), await anAction()];
  await carries(await anOrganisation('Centre social'), foreign);
  const typed = {
    kind: 'preparation',
    heldOn: '2026-02-11',
    functionName: [],
    functionPresent: [],
    functionExcused: [],
  };
  await post('/organisation/reunions', { ...typed, actionIds: [String(mine)] }, { cookie });
  const [held] = await listMeetingsOfAction(db, mine);
  const id = held?.meeting.id ?? 0;
  await db.insert(meetingActions).values({ meetingId: id, actionId: foreign });
  const path = `/organisation/reunions/${id}`;
  expect(await (await get(path, { cookie })).text()).toContain('La retirer de nos actions');
  const gone = await post(`${path}/suppression`, { version: '1' }, { cookie });
  expect(gone.headers.get('Location')).toContain('fait=reunion-retiree');
  expect(await listMeetingsOfAction(db, mine)).toEqual([]);
  expect((await listMeetingsOfAction(db, foreign)).map(({ meeting }) => meeting.id)).toEqual([id]);
});

it('keeps what was typed of a meeting, and says what is wrong', async () => {
  const meeting = {
    kind: 'review',
    heldOn: '2026-02-10',
    year: '2025',
    durationMinutes: 'une heure',
    functionName: ['Élue', 'Élue'],
    functionPresent: ['1', '2'],
    functionExcused: ['', ''],
  };
  const answer = await post('/organisation/reunions', meeting, { cookie });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const field of ['durationMinutes', 'functions']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('value="une heure"');
});

it('lists actions at the cost of a page, however many there are', async () => {
  const list = (database: typeof db) =>
    listActions(database, { search: '', carrierId: null, after: null });
  for (let i = 0; i < 35; i++) await carries(reseda, await anAction());
  const few = await metered(list);
  for (let i = 0; i < 300; i++) await anAction();
  const [last] = await db.select().from(actions).orderBy(actions.id).limit(1);
  await aSession({ actionId: last?.id ?? 0 });
  const many = await metered(list);
  expect(many.result.actions).toHaveLength(30);
  expect(many.bill.queries).toBe(few.bill.queries);
  expect(many.bill.rowsRead).toBeLessThanOrEqual(few.bill.rowsRead);
  const next = await listActions(db, { search: '', carrierId: null, after: many.result.next });
  expect(next.actions[0]?.id).toBe((many.result.actions.at(-1)?.id ?? 0) - 1);
});

it('opens the day on what is coming to one’s organisation, drafts included, and on no more', async () => {
  const [mine, other] = [await anAction({ title: 'La nôtre' }), await anAction()];
  await carries(reseda, mine);
  const draft = await aSession({ actionId: mine, state: 'draft', title: 'En préparation' });
  await aSession({ actionId: mine, title: 'Peu de monde', minSeats: 6 });
  await aSession({ actionId: mine, state: 'cancelled', title: 'Annulée' });
  await aSession({ actionId: other, title: 'Chez les autres' });
  const html = await (await get('/organisation', { cookie })).text();
  expect(html).toContain('Peu de monde');
  expect(html).toContain('sous le minimum (6)');
  expect(html).toContain('En préparation');
  // A draft has no public page to lead to.
  expect(html).not.toContain(`/s/${draft.code}`);
  for (const absent of ['Annulée', 'Chez les autres']) expect(html).not.toContain(absent);
  const month = { startsAt: now, endsAt: now + 28 * day };
  const bill = async () =>
    (await metered((database) => listComingSessions(database, month, reseda))).bill;
  const few = await bill();
  for (let i = 0; i < 60; i++) await aSession({ actionId: other });
  const many = await bill();
  expect(many.queries).toBe(1);
  expect(many.rowsRead).toBeLessThan(few.rowsRead + 10);
});

it('does not show an action that is none', async () => {
  await db.delete(actions).where(eq(actions.id, 987_654));
  for (const id of ['987654', '0', 'x', '1e3'])
    expect((await get(`/organisation/actions/${id}`, { cookie })).status).toBe(404);
});
