import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loans } from '../../src/domain/handouts/schema';
import { desktop, keepsNobodyOut, openWorld, type World } from '../support/browser';
import { admin, signInByMail } from '../support/browser-login';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop }));
  await signInByMail(world, page, '/organisation/prets');
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

it('notes a loan, shows that it is overdue, and takes it back', async () => {
  await page.getByRole('link', { name: 'Noter un prêt' }).click();
  await press('Enregistrer le prêt');
  await keepsNobodyOut(page, 'handouts-loan-errors');
  await page.getByLabel('Ce qui est prêté').fill('Mallette « FEES »');
  await page.getByLabel('Structure qui emprunte').fill('PMI d’Alès');
  await page.getByLabel('Prêté le').fill('2024-03-07');
  await page.getByLabel('À rendre le').fill('2024-04-07');
  await press('Enregistrer le prêt');
  await page.getByText('Le prêt est enregistré.').waitFor();
  expect(await page.textContent('main')).toContain('1 prêt en retard');
  await keepsNobodyOut(page, 'handouts-loans');
  await page.getByRole('button', { name: 'Noter le retour' }).first().click();
  await page.getByText('Le retour est noté.').waitFor();
  expect(await page.textContent('main')).toContain('Tout est rendu.');
  const [loan] = await world.db.select().from(loans);
  expect(loan?.returnedOn).not.toBeNull();
});

it('notes a publication, counts it in the report, and deletes it in two touches', async () => {
  await page.getByRole('link', { name: 'Publications diffusées' }).click();
  await page.getByRole('link', { name: 'Noter une publication' }).click();
  await keepsNobodyOut(page, 'handouts-publication-new');
  await page.getByLabel('Titre').fill('Livret « Femmes enceintes »');
  await page.getByLabel('Nombre d’exemplaires').fill('30');
  await page.getByLabel('Date de remise').fill('2024-03-07');
  await press('Enregistrer la publication');
  expect(await page.textContent('main')).toContain('30 exemplaires, 1 titre');
  await keepsNobodyOut(page, 'handouts-publications');
  await goto('/organisation/bilans/2024');
  await page.getByRole('link', { name: 'Publications diffusées' }).click();
  await keepsNobodyOut(page, 'handouts-figure');
  await page.getByRole('link', { name: 'Livret' }).click();
  await page.getByText('Supprimer cette ligne…').click();
  await keepsNobodyOut(page, 'handouts-publication-edit');
  await press('Supprimer');
  await page.getByText('La publication est supprimée de la liste.').waitFor();
  expect(await page.textContent('main')).toContain('Aucune publication notée');
});
