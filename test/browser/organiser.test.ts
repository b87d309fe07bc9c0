/**
 * The organiser's story without a manual, with JavaScript off: signs in by the mailed link of the
 * local mailbox, makes this year's session from last year's, publishes it, moves its date, and
 * everyone registered gets the mail and the calendar's update.
 */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { sessions } from '../../src/domain/catalogue/schema';
import { mailbox } from '../../src/domain/mail/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { day, localDay, toLocal } from '../../src/lib/dates';
import { nameKey } from '../../src/lib/text';
import { newToken } from '../../src/lib/tokens';
import {
  barriers,
  desktop,
  keepsNobodyOut,
  noBarriers,
  openWorld,
  screenshot,
  type World,
} from '../support/browser';
import { admin } from '../support/browser-login';
import { readEvent, readMail } from '../support/mails';
import { insertAction, insertSession } from '../support/rows';

const zone = 'Europe/Paris';
const nextMonth = localDay(Date.now() + 30 * day, zone);
const later = localDay(Date.now() + 37 * day, zone);
let world: World;
let page: Page;
let last = { id: 0, code: '' };

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  ({ page } = await world.window({ screen: desktop }));
  page.setDefaultTimeout(8000);
  const actionId = await insertAction(world.db, { title: 'Ateliers de portage' });
  const startsAt = Date.now() - 330 * day;
  last = await insertSession(world.db, {
    actionId,
    title: 'Porter son bébé',
    capacity: 8,
    maxCapacity: 8,
    slots: [{ startsAt, endsAt: startsAt + 2 * 3_600_000 }],
  });
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string | RegExp) => page.getByRole('button', { name }).click();
const follow = (name: string) => page.getByRole('link', { name }).first().click();
const heading = () => page.getByRole('heading', { level: 1 }).textContent();
const text = () => page.locator('main').textContent();
const here = () => new URL(page.url()).pathname;

/** Mails to an address, once there are so many: they are delivered after the answer. */
async function mailsTo(recipient: string, count: number) {
  for (let tries = 0; tries < 60; tries++) {
    const mails = await world.db
      .select()
      .from(mailbox)
      .where(eq(mailbox.recipient, recipient))
      .orderBy(mailbox.id);
    if (mails.length >= count) return Promise.all(mails.map(({ raw }) => readMail(raw)));
    await page.waitForTimeout(100);
  }
  throw new Error(`fewer than ${count} mails to ${recipient}`);
}

it('signs in for the first time through the mailed link of the local mailbox', async () => {
  await goto('/organisation/seances');
  await page.getByLabel('Adresse électronique').fill(admin);
  await press('Recevoir le lien');
  await mailsTo(admin, 1);
  await goto('/boite-locale');
  await follow('Votre lien de connexion');
  const link = /\/organisation\/connexion\/[\w.-]+/.exec(await page.content())?.[0] ?? '';
  await goto(link);
  await press('Me connecter');
  expect(here()).toBe('/organisation/seances');
  await keepsNobodyOut(page, 'sessions-list');
});

it('finds last year’s session, makes this year’s from it, and publishes it', async () => {
  await page.getByLabel('Chercher dans les titres').fill('porter');
  await press('Chercher');
  await follow('Porter son bébé');
  expect(here()).toBe(`/organisation/seances/${last.code}`);
  await keepsNobodyOut(page, 'sessions-overview-past');
  await follow('Créer une séance à partir de celle-ci');
  await keepsNobodyOut(page, 'sessions-copy');
  await page.getByLabel('Nouvelle date').fill(nextMonth);
  await page.getByLabel('De', { exact: true }).fill('18:00');
  await page.getByLabel('À', { exact: true }).fill('20:00');
  await press('Continuer');
  expect(await text()).toContain('en brouillon');
  await keepsNobodyOut(page, 'sessions-overview-draft');
  await press('Publier');
  expect(await text()).toContain('La séance est publiée');
  await keepsNobodyOut(page, 'sessions-overview-published');
});

it('sees first who will be told of a new date; they get the mail and their calendar moves', async () => {
  const code = here().split('/').at(-1) ?? '';
  const { page: visitor } = await world.visit(`/s/${code}`);
  for (const [field, value] of [
    ['#firstName', 'Fatima'],
    ['#lastName', 'Benali'],
    ['#email', 'fatima@example.org'],
  ] as const)
    await visitor.fill(field, value);
  await visitor.locator('input[name=consent]').check();
  await visitor.locator('form[action*="/inscriptions"] button[type=submit]').last().click();
  const [first] = await mailsTo('fatima@example.org', 1);
  expect(readEvent(first?.calendar ?? '')).toMatchObject({ sequence: 0 });

  await follow('Modifier');
  await keepsNobodyOut(page, 'sessions-form');
  await page.getByLabel('Jour').fill(later);
  await press('Enregistrer');
  expect(await heading()).toBe('Avant d’enregistrer');
  expect(await text()).toContain('Une personne sera prévenue par courriel.');
  await keepsNobodyOut(page, 'sessions-review');
  await page.getByLabel('Raison du changement').fill('La salle est prise.');
  await press('Enregistrer et prévenir 1 personne');
  expect(await text()).toContain('Les messages partent');

  const mails = await mailsTo('fatima@example.org', 2);
  const { email, calendar, method } = mails[1] ?? {};
  expect(email?.text).toContain('La salle est prise.');
  expect(method).toBe('REQUEST');
  const event = readEvent(calendar ?? '');
  expect(event).toMatchObject({ sequence: 1, uid: readEvent(first?.calendar ?? '').uid });
  expect(toLocal(event.startsAt ?? 0, zone)).toBe(`${later}T18:00`);
});

it('cancels with a reason, and the session leaves the calendars', async () => {
  await follow('Annuler la séance');
  await keepsNobodyOut(page, 'sessions-cancellation');
  await page.getByLabel('Raison de l’annulation').fill('Neige.');
  await press('Annuler la séance et prévenir 1 personne');
  expect(await text()).toContain('Cette séance est annulée.');
  await keepsNobodyOut(page, 'sessions-overview-cancelled');
  const mails = await mailsTo('fatima@example.org', 3);
  expect(mails[2]?.method).toBe('CANCEL');
  expect(mails[2]?.email.text).toContain('Neige.');
});

it('shows errors at their fields, keeps what was typed, and adds rows without JavaScript', async () => {
  await goto('/organisation/seances/nouvelle');
  await keepsNobodyOut(page, 'sessions-choose-action');
  await follow('Ateliers de portage');
  await page.getByLabel('Titre de la séance').fill('Portage en écharpe');
  await press('Ajouter un créneau');
  expect(await page.getByLabel('Jour').count()).toBe(2);
  await page.getByLabel('Jour').first().fill(later);
  await page.getByLabel('De', { exact: true }).first().fill('18:00');
  await page.getByLabel('À', { exact: true }).first().fill('17:00');
  // The Enter key saves: it does not press the button that adds a row.
  await page.press('#capacity', 'Enter');
  expect(await page.getByLabel('Titre de la séance').inputValue()).toBe('Portage en écharpe');
  expect(await page.locator('.error-summary').textContent()).toContain('L’heure de fin');
  await keepsNobodyOut(page, 'sessions-form-errors');
  await page.getByLabel('À', { exact: true }).first().fill('19:00');
  await press('Créer la séance');
  const made = await world.db
    .select()
    .from(sessions)
    .where(eq(sessions.title, 'Portage en écharpe'));
  expect(made.map(({ startsAt }) => toLocal(startsAt ?? 0, zone))).toEqual([`${later}T18:00`]);
  await follow('Créer une séance à partir de celle-ci');
  await page.getByLabel('Nouvelle date').fill(nextMonth);
  await page.getByLabel('Chaque mois').check();
  await page.getByLabel('Nombre de séances').fill('7');
  await press('Continuer');
  expect(await text()).toContain('7 séances seront créées');
  await keepsNobodyOut(page, 'sessions-copy-preview');
  await press('Créer les 7 séances');
  await keepsNobodyOut(page, 'sessions-list-drafts');
});

it('finds on the first screen what waits, and decides it with one button', async () => {
  const startsAt = Date.now() + 5 * day;
  const slots = [{ startsAt, endsAt: startsAt + 2 * 3_600_000 }];
  await insertSession(world.db, { title: 'Massage bébé', minSeats: 4, slots });
  const undated = await insertSession(world.db, { title: 'Sans date encore', slots: [] });
  const { page: visitor } = await world.visit(`/s/${undated.code}`);
  await visitor.getByRole('link', { name: 'Me prévenir quand la date est fixée' }).click();
  await visitor.fill('#firstName', 'Zoé');
  await visitor.fill('#email', 'zoe@example.org');
  await visitor.check('#consent');
  expect(await barriers(visitor)).toEqual(noBarriers);
  await screenshot(visitor, 'date-watch-360');
  await visitor.getByRole('button', { name: 'Me prévenir' }).click();
  expect(await visitor.locator('h1').textContent()).toBe('C’est noté');
  await goto('/organisation');
  expect(await text()).toContain('une personne attend la date');
  await keepsNobodyOut(page, 'sessions-today');
  await press('Maintenir la séance');
  expect(await text()).toContain('La séance est maintenue.');
});

it('asks who stays when the capacity comes down, and tells only those who leave', async () => {
  const actionId = await insertAction(world.db, { title: 'Massage bébé' });
  const startsAt = Date.now() + 30 * day;
  const session = await insertSession(world.db, {
    actionId,
    capacity: 2,
    maxCapacity: 2,
    slots: [{ startsAt, endsAt: startsAt + 2 * 3_600_000 }],
  });
  for (const name of ['Inès', 'Maël'])
    await registerByHand(
      world.db,
      {
        sessionId: session.id,
        registrant: {
          firstName: name,
          lastName: 'Roux',
          email: `${nameKey(name)}@example.org`,
          locale: 'fr',
          seats: 1,
        },
        submissionKey: newToken(),
      },
      'system',
      { now: Date.now(), timeZone: zone },
    );
  await world.tick();
  await goto(`/organisation/seances/${session.code}/modification`);
  await page.fill('#capacity', '1');
  await page.fill('#maxCapacity', '1');
  await press('Enregistrer');
  await press('Enregistrer');
  expect(await text()).toContain('2 places sont prises, pour une capacité de 1.');
  await keepsNobodyOut(page, 'sessions-who-stays');
  await page.getByLabel('Inès Roux').uncheck();
  await page.getByLabel('Maël Roux').check();
  await page.getByLabel('Raison').fill('La salle est réduite.');
  await press('Voir ce qui va se passer');
  expect(await text()).toContain('1 personne perd sa place');
  await keepsNobodyOut(page, 'sessions-who-leaves');
  await press('Retirer 1 personne');
  const mails = await mailsTo('ines@example.org', 2);
  expect(mails[1]?.email.text).toContain('La salle est réduite.');
  expect(mails[1]?.method).toBe('CANCEL');
  expect(await mailsTo('mael@example.org', 1)).toHaveLength(1);
});

it('registers by hand what the session asks, and corrects what was misheard', async () => {
  const asks = { town: 'required', note: 'optional' } as const;
  const session = await insertSession(world.db, { title: 'Sommeil', asks });
  await goto(`/organisation/seances/${session.code}/inscriptions/nouvelle`);
  await keepsNobodyOut(page, 'registrants-new');
  await page.getByLabel('Prénom').fill('Noémie');
  await page.getByLabel('Nom', { exact: true }).fill('Lafont');
  await page.getByLabel('Commune').fill('Anduze');
  await press('Inscrire');
  expect(await text()).toContain('Anduze');
  await follow('Corriger les coordonnées');
  await page.getByLabel('Nom', { exact: true }).fill('Laffont');
  await page.getByLabel('Nombre de places').fill('19');
  await press('Corriger');
  expect(await text()).toContain('Ces places dépassent le maximum de la séance.');
  await keepsNobodyOut(page, 'registrants-details');
  await page.getByLabel('Nombre de places').fill('2');
  await press('Corriger');
  expect(await text()).toContain('Coordonnées corrigées (nom, places)');
  await keepsNobodyOut(page, 'registrants-one');
});
