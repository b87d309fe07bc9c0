/** Inviting partners in a browser without JavaScript: a file becomes contacts, an invitation goes out, one leaves. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Session } from '../../src/domain/catalogue/schema';
import { mailbox } from '../../src/domain/mail/schema';
import { loginLifetime, loginMac } from '../../src/domain/organisers/login-link';
import { accounts, logins } from '../../src/domain/organisers/schema';
import { newToken } from '../../src/lib/tokens';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  screenshot,
  type World,
} from '../support/browser';
import { insertAction, insertSession } from '../support/rows';

const token = newToken();
let world: World;
let session: Session;

beforeAll(async () => {
  world = await openWorld();
  await signIn();
  const actionId = await insertAction(world.db, { title: 'Air intérieur', type: 'conference' });
  session = await insertSession(world.db, {
    actionId,
    title: 'La chambre de bébé',
    capacity: 40,
    slots: [{ startsAt: Date.UTC(2027, 4, 20, 18), endsAt: Date.UTC(2027, 4, 20, 20) }],
  });
});
afterAll(() => world?.stop());

async function signIn() {
  const now = Date.now();
  const email = 'camille@exemple.fr';
  const [account] = await world.db
    .insert(accounts)
    .values({
      name: 'Camille Martin',
      email,
      emailKey: email,
      role: 'administrator',
      createdAt: now,
      updatedAt: now,
    })
    .returning();
  await world.db.insert(logins).values({
    tokenMac: await loginMac('a signing secret that is only for tests', token),
    accountId: account?.id ?? 0,
    browser: 'Firefox, Linux',
    createdAt: now,
    lastSeenAt: now,
    expiresAt: now + loginLifetime,
  });
}

/** The page on a phone in the dark and at a desk in the light. */
async function keepsNobodyOut(page: Page, name: string) {
  for (const [screen, colorScheme] of [
    [phone, 'dark'],
    [desktop, 'light'],
  ] as const) {
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme });
    await screenshot(page, `invitations-${name}-${screen.width}`);
    expect(await barriers(page), `${name} at ${screen.width}`).toEqual(noBarriers);
  }
}

it('imports contacts, invites them to a session and lets one leave, without JavaScript', async () => {
  const { page } = await world.window();
  await page.context().addCookies([{ name: 'farandole', value: token, url: world.baseUrl }]);
  await page.goto(`${world.baseUrl}/organisation/contacts/import`);
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click();
  await keepsNobodyOut(page, 'import-errors');
  const csv =
    'Courriel;Nom;Structure;Étiquettes\nzoe@exemple.fr;Zoé;Crèche;crèche\nlea@exemple.fr;Léa;PMI;pmi\nfaux;X';
  const file = { name: 'contacts.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Fichier CSV').setInputFiles(file);
  await page.getByLabel('D’où vient l’accord').fill('Forum de mars 2026');
  await page.getByRole('button', { name: 'Voir ce qui serait importé' }).click();
  expect(await page.getByRole('status').textContent()).toContain('2 nouveaux');
  await keepsNobodyOut(page, 'import-preview');
  await page.getByRole('button', { name: 'Importer 2 contacts' }).click();
  expect(await page.locator('tbody tr').count()).toBe(2);
  await keepsNobodyOut(page, 'contacts');

  await page.goto(`${world.baseUrl}/organisation/seances/${session.code}/invitations`);
  await keepsNobodyOut(page, 'new');
  await page.getByRole('button', { name: 'Voir l’invitation' }).click();
  const mail = page.frameLocator('iframe');
  expect(await mail.locator('body').textContent()).toContain('La chambre de bébé');
  await keepsNobodyOut(page, 'draft');
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
  await keepsNobodyOut(visitor.page, 'leaving');
  await visitor.page.getByRole('button', { name: 'Me désabonner' }).click();
  await keepsNobodyOut(visitor.page, 'left');
  await page.goto(own);
  await keepsNobodyOut(page, 'sent');
  expect(await page.locator('dl.facts').last().textContent()).toMatch(/Désabonnements[^\d]*1/);
});
