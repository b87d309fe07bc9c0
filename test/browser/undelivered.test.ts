/** The evening when the mail server is dead and a session falls out, as an organiser sees it. */
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { transact } from '../../src/db/client';
import { sessions } from '../../src/domain/catalogue/schema';
import { day, hour, minute } from '../../src/lib/dates';
import { keepsNobodyOut, openWorld, type World } from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { insertSession } from '../support/rows';

let world: World;
let page: Page;
let code = '';
beforeAll(async () => {
  // Nothing listens there.
  world = await openWorld({ MAIL_TRANSPORT: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' });
  const startsAt = Date.now() + day;
  const slots = [{ startsAt, endsAt: startsAt + 2 * hour }];
  const title = 'Conférence sur le sommeil du tout-petit';
  ({ code } = await insertSession(world.db, { title, slots }));
  await world.db.update(sessions).set({ asks: { phone: 'optional' } });
  page = await openSignedIn(world, await administratorToken(world), '/organisation');
});
afterAll(() => world?.stop());

const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

async function register(firstName: string, phone: string, email: string) {
  await page.goto(`${world.baseUrl}/organisation/seances/${code}/inscriptions/nouvelle`);
  await page.getByLabel('Prénom').fill(firstName);
  await page.getByLabel('Nom', { exact: true }).fill('Benali');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('Téléphone').fill(phone);
  await press('Inscrire');
  await page.getByText('La personne est inscrite.').waitFor();
}

it('says on the first screen that mails wait, and why', async () => {
  await register('Zoé', '06 12 34 56 78', 'zoe.benali-de-la-creche-des-petits-pas@exemple.fr');
  await register('Inès', '', '');
  await register('Léa', '06 12 34 56 79', 'lea@exemple.fr');
  await expect
    .poll(
      async () =>
        (await transact(world.db, [sql`SELECT 1 FROM outbox WHERE attempts > 0`]))[0]?.rows.length,
    )
    .toBeGreaterThan(0);
  const earlier = Date.now() - 40 * minute;
  await transact(world.db, [sql`UPDATE outbox SET created_at = ${earlier}`]);
  await page.goto(`${world.baseUrl}/organisation`);
  await page.getByText('2 courriels attendent depuis plus de 10 minutes').waitFor();
  await page.getByText('Le serveur de courrier ne répond pas.').waitFor();
  await keepsNobodyOut(page, 'undelivered-today');
  await page.getByRole('link', { name: 'Voir ces courriels' }).click();
  await keepsNobodyOut(page, 'undelivered-queue');
  await press('Réessayer maintenant');
  await page.getByText('Les courriels en attente repartent maintenant.').waitFor();
});

it('leads from the cancelled session to whom no message told, first those', async () => {
  await page.goto(`${world.baseUrl}/organisation/seances/${code}/annulation`);
  await page.locator('main form button').first().click();
  await page.getByText('Cette séance est annulée.').waitFor();
  await keepsNobodyOut(page, 'undelivered-cancelled');
  await page.getByRole('link', { name: 'Liste des téléphones' }).click();
  await page.getByRole('heading', { name: '1 personne sans numéro' }).waitFor();
  await page.getByRole('button', { name: 'Appel fait pour Zoé Benali' }).click();
  await page.getByRole('button', { name: 'Décocher pour Zoé Benali' }).waitFor();
  await keepsNobodyOut(page, 'undelivered-phones');
});

it('says what failed, and what to do about it', async () => {
  await transact(world.db, [
    sql`UPDATE outbox SET state = 'failed', last_error = '550 5.1.1 no such user' WHERE state = 'queued'`,
  ]);
  await page.goto(`${world.baseUrl}/organisation/courriels`);
  await page.getByText('Cette adresse n’existe pas').first().waitFor();
  await keepsNobodyOut(page, 'undelivered-failed');
  await page.getByRole('link', { name: /^zoe/ }).first().click();
  await keepsNobodyOut(page, 'undelivered-registrant');
});
