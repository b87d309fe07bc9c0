/** Publications and loans as an organiser notes them: without JavaScript, on a phone and at a desk. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { loans } from '../../src/domain/handouts/schema';
import { mailbox } from '../../src/domain/mail/schema';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  screenshot,
  type World,
} from '../support/browser';
import { readMail } from '../support/mails';

const admin = 'admin@farandole.example';
let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop }));
  await goto('/organisation/prets');
  await page.getByLabel('Adresse électronique').fill(admin);
  await press('Recevoir le lien');
  await page.goto(await mailedLink());
  await press('Me connecter');
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function mailedLink(): Promise<string> {
  for (let tries = 0; tries < 50; tries++) {
    const mails = await world.db.select().from(mailbox).where(eq(mailbox.recipient, admin));
    const { email } = await readMail(mails.at(-1)?.raw ?? '');
    const link = /https?:\S+\/organisation\/connexion\/\S+/.exec(email.text ?? '');
    if (link) return link[0];
    await page.waitForTimeout(100);
  }
  throw new Error('no sign-in mail');
}

/** The same page on a phone in the dark and at a desk in the light. */
async function keepsNobodyOut(name: string) {
  for (const [screen, colorScheme] of [
    [phone, 'dark'],
    [desktop, 'light'],
  ] as const) {
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme });
    await screenshot(page, `handouts-${name}-${screen.width}`);
    expect(await barriers(page), `${name} at ${screen.width}`).toEqual(noBarriers);
  }
}

it('notes a loan, shows that it is overdue, and takes it back', async () => {
  await page.getByRole('link', { name: 'Noter un prêt' }).click();
  await press('Enregistrer le prêt');
  await keepsNobodyOut('loan-errors');
  await page.getByLabel('Ce qui est prêté').fill('Mallette « FEES »');
  await page.getByLabel('Structure qui emprunte').fill('PMI d’Alès');
  await page.getByLabel('Prêté le').fill('2024-03-07');
  await page.getByLabel('À rendre le').fill('2024-04-07');
  await press('Enregistrer le prêt');
  await page.getByText('Le prêt est enregistré.').waitFor();
  expect(await page.textContent('main')).toContain('1 prêt en retard');
  await keepsNobodyOut('loans');
  await page.getByRole('button', { name: 'Noter le retour' }).first().click();
  await page.getByText('Le retour est noté.').waitFor();
  expect(await page.textContent('main')).toContain('Tout est rendu.');
  const [loan] = await world.db.select().from(loans);
  expect(loan?.returnedOn).not.toBeNull();
});

it('notes a publication, counts it in the report, and deletes it in two touches', async () => {
  await page.getByRole('link', { name: 'Publications diffusées' }).click();
  await page.getByRole('link', { name: 'Noter une publication' }).click();
  await keepsNobodyOut('publication-new');
  await page.getByLabel('Titre').fill('Livret « Femmes enceintes »');
  await page.getByLabel('Nombre d’exemplaires').fill('30');
  await page.getByLabel('Date de remise').fill('2024-03-07');
  await press('Enregistrer la publication');
  expect(await page.textContent('main')).toContain('30 exemplaires, 1 titre');
  await keepsNobodyOut('publications');
  await goto('/organisation/bilans/2024');
  await page.getByRole('link', { name: 'Publications diffusées' }).click();
  await keepsNobodyOut('figure');
  await page.getByRole('link', { name: 'Livret' }).click();
  await page.getByText('Supprimer cette ligne…').click();
  await keepsNobodyOut('publication-edit');
  await press('Supprimer');
  await page.getByText('La publication est supprimée de la liste.').waitFor();
  expect(await page.textContent('main')).toContain('Aucune publication notée');
});
