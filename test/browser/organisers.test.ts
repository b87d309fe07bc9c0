import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findAction } from '../../src/domain/catalogue/find-action';
import { listMeetingsOfAction } from '../../src/domain/meetings/list-meetings';
import { desktop, keepsNobodyOut, openWorld, type World } from '../support/browser';
import { admin, mailedLink } from '../support/browser-login';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop }));
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

it('lets the first administrator in by a mailed link, back to the page that was asked for', async () => {
  await goto('/organisation/personnes');
  await keepsNobodyOut(page, 'organiser-login');
  await page.getByLabel('Adresse électronique').fill('admin@');
  await press('Recevoir le lien');
  await keepsNobodyOut(page, 'organiser-login-error');
  await page.getByLabel('Adresse électronique').fill(admin);
  await press('Recevoir le lien');
  await keepsNobodyOut(page, 'organiser-link-sent');
  await page.goto(await mailedLink(world));
  await keepsNobodyOut(page, 'organiser-link');
  await press('Me connecter');
  expect(page.url()).toBe(`${world.baseUrl}/organisation/personnes`);
});

it('invites an organiser', async () => {
  await page.getByLabel('Adresse électronique').fill('nour@exemple.fr');
  await page.getByLabel('Nom').fill('Nour Haddad');
  await page.getByLabel('Organisation', { exact: true }).check();
  await press('Inviter');
  await keepsNobodyOut(page, 'organiser-people-error');
  await page.getByLabel('Structure').fill('Reseda');
  await press('Inviter');
  await page.getByText('L’invitation part par courriel.').waitFor();
  await keepsNobodyOut(page, 'organiser-people');
  await page.getByRole('link', { name: 'Nour Haddad' }).click();
  await keepsNobodyOut(page, 'organiser-person');
});

it('writes an action and its plan', async () => {
  await goto('/organisation/actions/nouvelle');
  await keepsNobodyOut(page, 'organiser-action-new');
  await page.getByLabel('Titre').fill('Formation « Femmes enceintes, environnement et santé »');
  await page.getByLabel('Type').selectOption('training');
  await page.getByLabel('Professionnels').check();
  await page.getByLabel('Structure 1').fill('Reseda');
  await page.getByLabel('Objectifs').fill('Savoir en parler.\n\nSavoir orienter.');
  await press('Enregistrer');
  await page.getByText('L’action est créée.').waitFor();
  const view = await findAction(world.db, 1);
  expect(view?.action.objectives).toBe('Savoir en parler.\n\nSavoir orienter.');
  expect(view?.carriers.map(({ name }) => name)).toEqual(['Reseda']);
});

it('records a meeting of that action, by function', async () => {
  await page.getByRole('link', { name: 'Ajouter une réunion' }).click();
  await keepsNobodyOut(page, 'organiser-meeting-new');
  await page.getByLabel('Date').fill('2026-05-30');
  await page.getByLabel('Durée en minutes').fill('90');
  await page.getByLabel('Fonction 1', { exact: true }).fill('Sage-femme');
  await page.getByLabel('Présents, fonction 1').fill('2');
  await page.getByLabel('Excusés, fonction 1').fill('1');
  await press('Enregistrer la réunion');
  await page.getByText('La réunion est enregistrée.').waitFor();
  await keepsNobodyOut(page, 'organiser-meetings');
  expect(await listMeetingsOfAction(world.db, 1)).toMatchObject([
    { meeting: { heldOn: '2026-05-30', durationMinutes: 90, present: 2, excused: 1 } },
  ]);
});

it.each([
  ['today', '/organisation'],
  ['actions', '/organisation/actions'],
  ['action', '/organisation/actions/1'],
  ['logins', '/organisation/connexions'],
])('keeps nobody out: %s', async (name, path) => {
  await goto(path);
  await page.locator('details.account summary').click();
  await keepsNobodyOut(page, `organiser-${name}`);
});

it('signs out', async () => {
  await goto('/organisation');
  await page.locator('details.account summary').click();
  await press('Se déconnecter');
  await goto('/organisation');
  expect(new URL(page.url()).pathname).toBe('/organisation/connexion');
});
