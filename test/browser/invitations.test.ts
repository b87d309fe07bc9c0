import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../src/domain/catalogue/schema';
import { mailbox } from '../../src/domain/mail/schema';
import { keepsNobodyOut, openWorld, type World } from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { insertAction, insertSession } from '../support/rows';

let token = '';
let world: World;
let session: Session;

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
  const actionId = await insertAction(world.db, { title: 'Air intérieur', type: 'conference' });
  session = await insertSession(world.db, {
    actionId,
    title: 'La chambre de bébé',
    capacity: 40,
    slots: [{ startsAt: Date.UTC(2027, 4, 20, 18), endsAt: Date.UTC(2027, 4, 20, 20) }],
  });
});
afterAll(() => world?.stop());

it('imports contacts, invites them to a session and lets one leave, without JavaScript', async () => {
  const { page } = await world.window();
  await page.context().addCookies([{ name: 'farandole', value: token, url: world.baseUrl }]);
  await page.goto(`${world.baseUrl}/organisation/contacts/import`);
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click();
  await keepsNobodyOut(page, 'invitations-import-errors');
  const csv =
    'Courriel;Nom;Structure;Étiquettes\nzoe@exemple.fr;Zoé;Crèche;crèche\nlea@exemple.fr;Léa;PMI;pmi\nfaux;X';
  const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Fichier CSV').setInputFiles(file);
  await page.getByLabel('D’où vient l’accord').fill('Forum de mars 2026');
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click();
  expect(await page.getByRole('status').textContent()).toContain('2 nouveaux');
  await keepsNobodyOut(page, 'invitations-import-preview');
  await page.getByRole('button', { name: 'Importer 2 contacts' }).click();
  expect(await page.locator('tbody tr').count()).toBe(2);
  await keepsNobodyOut(page, 'invitations-contacts');

  await page.goto(`${world.baseUrl}/organisation/seances/${session.code}/invitations`);
  await keepsNobodyOut(page, 'invitations-new');
  await page.getByRole('button', { name: 'Voir l’invitation' }).click();
  const mail = page.frameLocator('iframe');
  expect(await mail.locator('body').textContent()).toContain('La chambre de bébé');
  await keepsNobodyOut(page, 'invitations-draft');
  await page.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await world.tick();
  const own = page.url().split('?')[0] ?? '';
  await page.goto(own);
  expect(await page.locator('main').textContent()).toContain('Écrite à 2 contacts');
  const received = await world.db.select().from(mailbox);
  expect(received.map(({ recipient }) => recipient).sort()).toEqual([
    'lea@exemple.fr',
    'zoe@exemple.fr',
  ]);

  const raw = received[0]?.raw.replace(/\r\n[ \t]/g, ' ') ?? '';
  const link = /List-Unsubscribe: <[^>]*(\/desabonnement\/[^>]+)>/.exec(raw)?.[1] ?? '';
  const visitor = await world.visit(link);
  await keepsNobodyOut(visitor.page, 'invitations-leaving');
  await visitor.page.getByRole('button', { name: 'Me désabonner' }).click();
  await keepsNobodyOut(visitor.page, 'invitations-left');
  await page.goto(own);
  await keepsNobodyOut(page, 'invitations-sent');
  expect(await page.locator('dl.facts').last().textContent()).toMatch(/Désabonnements[^\d]*1/);
});

it('corrects a contact who has left and erases them, who stays left, without JavaScript', async () => {
  const page = await openSignedIn(world, token, '/organisation/contacts');
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).click();
    await page.waitForLoadState();
  };
  const left = page.locator('tbody tr', { hasText: 'Désabonné' });
  const address = (await left.getByRole('link').textContent()) ?? '';
  await left.getByRole('link').click();
  expect(await page.locator('main').textContent()).toContain('Cette personne ne reçoit plus');
  await keepsNobodyOut(page, 'contact-left');
  await page.getByLabel('Adresse').fill('pas une adresse');
  await press('Enregistrer');
  await keepsNobodyOut(page, 'contact-errors');
  await page.getByLabel('Adresse').fill('corrigee@exemple.fr');
  await page.getByLabel('Nom').fill('Zoé Corrigée');
  await press('Enregistrer');
  const corrected = page.locator('tbody tr', { hasText: 'Zoé Corrigée' });
  expect(await corrected.textContent()).toContain('Désabonné');
  await corrected.getByRole('link').click();
  await press('Effacer');
  expect(await page.locator('tbody tr').count()).toBe(1);
  for (const email of [address, 'corrigee@exemple.fr']) {
    await page.getByLabel('Adresse').fill(email);
    await page.getByLabel('D’où vient l’accord').fill('Forum');
    await press('Ajouter');
    expect(await page.getByRole('alert').textContent()).toContain('s’est désabonnée');
  }
});

it('schedules an invitation and takes it back before it leaves, without JavaScript', async () => {
  const path = `/organisation/seances/${session.code}/invitations`;
  const page = await openSignedIn(world, token, path);
  const press = async (name: string) => {
    await page.getByRole('button', { name }).click();
    await page.waitForLoadState();
  };
  await press('Voir l’invitation');
  await page.getByLabel('Plus tard').check();
  await press('Envoyer l’invitation');
  await keepsNobodyOut(page, 'invitations-no-time');
  await page.getByLabel('Date et heure d’envoi').fill('2027-05-02T18:30');
  await press('Envoyer l’invitation');
  await world.tick();
  await page.goto(page.url().split('?')[0] ?? '');
  const said = await page.locator('main').textContent();
  expect(said).toContain('Partira');
  expect(said).toContain('Rien n’est encore parti.');
  await keepsNobodyOut(page, 'invitations-scheduled');
  await press('Annuler l’envoi');
  expect(await page.locator('main').textContent()).toContain('Annulée avant l’envoi');
  expect(await world.db.select().from(mailbox)).toHaveLength(2);
});
