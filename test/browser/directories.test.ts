/** The directories as an administrator uses them: without JavaScript, on a phone and at a desk. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAction } from '../../src/domain/catalogue/create-action';
import {
  findOrCreateOrganisation,
  findOrCreateVenue,
} from '../../src/domain/catalogue/directories';
import { desktop, keepsNobodyOut, openWorld, type World } from '../support/browser';
import { admin, signInByMail } from '../support/browser-login';

let world: World;
let page: Page;
const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop }));
  const action = {
    title: 'Éveil',
    type: 'forum',
    audience: 'public',
    target: '',
    summary: '',
  } as const;
  const planned = {
    context: '',
    objectives: '',
    coordination: '',
    communication: '',
    evaluation: '',
  };
  const carriers = ['RPE Alès'];
  const by = { now: Date.now(), actor: 'system' } as const;
  await createAction(world.db, { ...action, ...planned, networks: [], topics: [], carriers }, by);
  await findOrCreateOrganisation(world.db, 'Relais Petite Enfance Alès', by.now);
  const venue = { name: 'Salle Marcel', address: null, town: 'Alès', access: null };
  await findOrCreateVenue(world.db, venue, by.now);
  await signInByMail(world, page, '/organisation/annuaires/structures');
});
afterAll(() => world?.stop());

it('finds two names of one organisation, says what merging changes, and merges them', async () => {
  await page.locator('summary', { hasText: 'Peut-être en double' }).click();
  await keepsNobodyOut(page, 'directories-list');
  await page.getByRole('link', { name: /RPE Alès.*Relais/ }).click();
  await page.getByText(': 1 action.').waitFor();
  await keepsNobodyOut(page, 'directories-merge');
  await press('Fusionner');
  await page.getByText('Les deux noms sont fusionnés.').waitFor();
  expect(await page.locator('h1').textContent()).toBe('Relais Petite Enfance Alès');
  await keepsNobodyOut(page, 'directories-entry');
});

it('corrects a venue, and says what is wrong with a name', async () => {
  await goto('/organisation/annuaires/lieux');
  await page.getByRole('link', { name: 'Salle Marcel' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('');
  await page.getByLabel('Adresse').fill('12 rue Haute');
  await press('Enregistrer');
  await keepsNobodyOut(page, 'directories-venue-error');
  await page.getByLabel('Nom', { exact: true }).fill('Salle Marcel');
  await press('Enregistrer');
  await page.getByText('C’est enregistré.').waitFor();
  expect(await page.locator('dl').textContent()).toContain('12 rue Haute');
});

it('groups towns into territories', async () => {
  await goto('/organisation/annuaires/lieux');
  await page.getByRole('link', { name: 'Regrouper les communes' }).click();
  await keepsNobodyOut(page, 'directories-territories');
  await page.getByLabel('Alès').fill('Alès Agglomération');
  await press('Enregistrer');
  await page.getByText('C’est enregistré.').waitFor();
  expect(await page.getByLabel('Alès').inputValue()).toBe('Alès Agglomération');
});
