/** Choosing people in the list and writing to them, in a browser without JavaScript, on a phone. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../src/domain/catalogue/schema';
import { mailbox } from '../../src/domain/mail/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { newToken } from '../../src/lib/tokens';
import { keepsNobodyOut, openWorld, phone, tabsTo, type World } from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { insertAction, insertSession } from '../support/rows';

let token = '';
let world: World;
let session: Session;
const first = ['Élodie', 'Fatma', 'Łucja', 'Basile', 'Zoé', 'Anne-Sophie'];
const last = ['Arnaud', 'Çelik', 'Dąbrowska', 'Brun', 'Œillet-Dupré', 'de la Tour'];

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
  const actionId = await insertAction(world.db, { title: 'Air intérieur', type: 'conference' });
  session = await insertSession(world.db, {
    actionId,
    title: 'La chambre de bébé',
    capacity: null,
    slots: [{ startsAt: Date.UTC(2027, 4, 20, 18), endsAt: Date.UTC(2027, 4, 20, 20) }],
  });
  for (let n = 0; n < 54; n++) {
    const registrant = {
      firstName: first[n % 6] ?? '',
      lastName: `${last[Math.floor(n / 6) % 6]} ${n + 1}`,
      // The last one phoned, and has no address.
      email: n === 53 ? null : `personne${n + 1}@exemple.fr`,
      locale: 'fr' as const,
      seats: 1,
      profession: 'Assistante maternelle',
      organisation: n % 2 ? 'RPE Alès' : 'Crèche des Prés',
    };
    await registerByHand(
      world.db,
      { sessionId: session.id, registrant, submissionKey: newToken(), source: 'import' },
      'system',
      { now: Date.now(), timeZone: 'Europe/Paris' },
    );
  }
});
afterAll(() => world?.stop());

it('chooses over two pages, looks through the people, and writes to them alone', async () => {
  const path = `/organisation/seances/${session.code}/inscriptions`;
  const page = await openSignedIn(world, token, path, { screen: phone });
  // The answer whole: what is asked of a page that is still coming in may not be there yet.
  const press = async (name: string | RegExp) => {
    await page.getByRole('button', { name }).click();
    await page.waitForLoadState();
  };
  await page.getByLabel('Choisir Élodie Arnaud 1', { exact: true }).check();
  await page.getByLabel('Choisir Fatma Arnaud 2', { exact: true }).check();
  await keepsNobodyOut(page, 'write-to-some-list');
  await press('Garder et voir la page suivante');
  expect(await page.locator('main').textContent()).toContain('Sélection\u00a0: 2 personnes.');
  await page.getByLabel(/^Choisir Anne-Sophie .* 54$/).check();
  await page.getByLabel(/^Choisir Zoé .* 53$/).check();
  await keepsNobodyOut(page, 'write-to-some-next');
  await press('Écrire à la sélection');
  expect(await page.getByRole('status').textContent()).toContain('4 personnes choisies');
  await keepsNobodyOut(page, 'write-to-some-people');
  await press('Retirer Fatma Arnaud 2');
  expect(await page.locator('tbody tr').count()).toBe(3);
  expect(await page.locator('tbody').textContent()).toContain('Sans adresse');
  expect(page.url()).not.toMatch(/Arnaud|exemple/);

  await page.getByRole('link', { name: 'Écrire le message' }).click();
  await press('Enregistrer');
  await keepsNobodyOut(page, 'write-to-some-errors');
  await page.getByLabel('Objet').fill('Le parking est fermé');
  await page.getByLabel('Texte', { exact: true }).fill('Garez-vous place des Martyrs.');
  await press('Enregistrer');
  const said = await page.locator('main').textContent();
  expect(said).toContain('2 personnes le recevront.');
  expect(said).toContain('Élodie Arnaud 1');
  expect(said).toContain('Anne-Sophie');
  await keepsNobodyOut(page, 'write-to-some-draft');
  expect(await tabsTo(page, 'button:has-text("Envoyer le message")')).toBeGreaterThan(0);
  await press('Envoyer le message');
  await world.tick();
  const received = await world.db.select().from(mailbox);
  expect(received.map(({ recipient }) => recipient).sort()).toEqual([
    'personne1@exemple.fr',
    'personne53@exemple.fr',
  ]);
  await page.reload();
  expect(await page.locator('main').textContent()).toContain('Envoyé à 2 personnes');
  await keepsNobodyOut(page, 'write-to-some-sent');
});

it('writes to one person from their page', async () => {
  const path = `/organisation/seances/${session.code}/inscriptions?q=brun+19`;
  const page = await openSignedIn(world, token, path);
  await page.getByRole('link', { name: 'Élodie Brun 19' }).click();
  await page.getByRole('link', { name: 'Écrire à cette personne' }).click();
  expect(await page.locator('main').textContent()).toContain('À Élodie Brun 19 seulement');
  await keepsNobodyOut(page, 'write-to-one');
  await page.getByLabel('Objet').fill('Votre question');
  await page.getByLabel('Texte', { exact: true }).fill('Oui, les bébés sont les bienvenus.');
  await page.getByRole('button', { name: 'Voir le message' }).click();
  await page.waitForLoadState();
  expect(await page.locator('main').textContent()).toContain(
    'Une personne le recevra. Élodie Brun 19.',
  );
});

it('makes a cycle once, however often « Confirmer » is pressed', async () => {
  const path = `/organisation/seances/${session.code}/copie`;
  const page = await openSignedIn(world, token, path);
  await page.getByLabel('Nouvelle date').fill('2027-09-09');
  await page.getByLabel('Chaque semaine').check();
  await page.getByLabel('Nombre de séances').fill('3');
  await page.getByRole('button', { name: 'Continuer' }).click();
  const drafts = async () => {
    const list = await openSignedIn(world, token, '/organisation/seances?vue=brouillons');
    return list.locator('tbody tr').count();
  };
  await page.getByRole('button', { name: 'Créer les 3 séances' }).dblclick();
  await page.waitForURL(/fait=copies/);
  expect(await drafts()).toBe(3);
  // Back to the preview, and once more: the same answer, and no more sessions.
  await page.goBack();
  await page.getByRole('button', { name: 'Créer les 3 séances' }).click();
  await page.waitForURL(/fait=copies/);
  expect(await drafts()).toBe(3);
});
