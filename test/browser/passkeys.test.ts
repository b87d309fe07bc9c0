import type { CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { logins, passkeys } from '../../src/domain/organisers/schema';
import { desktop, keepsNobodyOut, openWorld } from '../support/browser';
import { admin, signInByMail } from '../support/browser-login';

let world: Awaited<ReturnType<typeof openWorld>>;
let page: Page;
let devices: CDPSession;
let device = '';
const faults: string[] = [];

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop, javaScript: true }));
  page.setDefaultTimeout(8_000);
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (line) => line.type() === 'error' && faults.push(line.text()));
  devices = await page.context().newCDPSession(page);
  await devices.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  ({ authenticatorId: device } = await devices.send('WebAuthn.addVirtualAuthenticator', {
    options,
  }));
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const signInButton = () => page.getByRole('button', { name: 'Se connecter avec une clé d’accès' });
const said = () => page.getByRole('alert');

async function signOut() {
  await page.locator('details.account summary').click();
  await press('Se déconnecter');
}

it('says without JavaScript that mailed links go on working, and shows no button', async () => {
  const { page: plain } = await world.visit('/organisation/connexion');
  expect(await plain.getByRole('button').allTextContents()).toEqual(['Recevoir le lien']);
});

it('adds a passkey on the page of one’s sign-ins', async () => {
  await signInByMail(world, page, '/organisation/connexions');
  await keepsNobodyOut(page, 'passkeys-none');
  await press('Ajouter une clé d’accès');
  await page.getByText('La clé d’accès est ajoutée.').waitFor();
  const { credentials } = await devices.send('WebAuthn.getCredentials', {
    authenticatorId: device,
  });
  expect(credentials).toMatchObject([{ isResidentCredential: true, rpId: 'localhost' }]);
  await keepsNobodyOut(page, 'passkeys-added');
});

it('says that this device has one already', async () => {
  await press('Ajouter une clé d’accès');
  await said().getByText('Cet appareil a déjà une clé d’accès').waitFor();
});

it('names it, without a name said what to type', async () => {
  await page.locator('main summary').click();
  await page.getByLabel('Nouveau nom').fill(' ');
  await page
    .locator('main form')
    .getByRole('button', { name: /^Renommer/ })
    .click();
  await page.getByRole('link', { name: 'Saisissez un nom, de 60 caractères au plus.' }).click();
  expect(await page.getByLabel('Nouveau nom').evaluate('document.activeElement.name')).toBe('name');
  await keepsNobodyOut(page, 'passkeys-name-error');
  await page.getByLabel('Nouveau nom').fill('Portable du bureau');
  await page
    .locator('main form')
    .getByRole('button', { name: /^Renommer/ })
    .click();
  await page.getByRole('heading', { name: 'Portable du bureau' }).waitFor();
});

it('signs in with it, back to the page that was asked for; the sign-in is listed', async () => {
  await signOut();
  await goto('/organisation/reunions');
  await keepsNobodyOut(page, 'passkeys-login');
  await signInButton().click();
  await page.waitForURL('**/organisation/reunions');
  await goto('/organisation/connexions');
  expect(await page.locator('main tbody tr').count()).toBe(1);
  expect(await page.getByText('Jamais utilisée').count()).toBe(0);
  await keepsNobodyOut(page, 'passkeys-used');
});

it('ends the sign-in that a passkey made like any other', async () => {
  await page.getByRole('button', { name: /^Fermer/ }).click();
  await goto('/organisation');
  expect(new URL(page.url()).pathname).toBe('/organisation/connexion');
  expect(await world.db.select().from(logins)).toEqual([]);
});

it('says what to do when the person closes the browser’s question', async () => {
  await devices.send('WebAuthn.setUserVerified', {
    authenticatorId: device,
    isUserVerified: false,
  });
  const { credentials } = await devices.send('WebAuthn.getCredentials', {
    authenticatorId: device,
  });
  await devices.send('WebAuthn.clearCredentials', { authenticatorId: device });
  await signInButton().click();
  await said().getByText('Rien n’a été fait').waitFor();
  await keepsNobodyOut(page, 'passkeys-cancelled');
  await devices.send('WebAuthn.setUserVerified', { authenticatorId: device, isUserVerified: true });
  for (const credential of credentials)
    await devices.send('WebAuthn.addCredential', { authenticatorId: device, credential });
});

it('opens nothing once it is removed', async () => {
  await signInButton().click();
  await page.waitForURL('**/organisation');
  await goto('/organisation/connexions');
  await page.getByRole('button', { name: /^Supprimer/ }).click();
  await page.getByText('La clé d’accès est supprimée').waitFor();
  expect(await world.db.select().from(passkeys)).toEqual([]);
  await signOut();
  await goto('/organisation/connexion?lang=en');
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await said().getByText('This passkey opens no account here').waitFor();
  await goto('/organisation');
  expect(new URL(page.url()).pathname).toBe('/organisation/connexion');
});

it('runs without a fault, under the site’s content policy', () => {
  // The browser itself notes the answer 422 that refuses the removed passkey.
  expect(faults.filter((fault) => !fault.includes('status of 422'))).toEqual([]);
});
