/**
 * The main job as a person lives it, without JavaScript: the programme, a session, a registration,
 * the mail, a cancellation, and the next one in line who is offered the place and takes it.
 */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { venues } from '../../src/domain/catalogue/schema';
import { day, hour, localDay, toInstant } from '../../src/lib/dates';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  type Screen,
  screenshot,
  type World,
} from '../support/browser';
import { insertAction, insertSession } from '../support/rows';

let world: World;
let actionId: number;
let venueId: number | undefined;

function inDays(days: number) {
  const date = localDay(Date.now() + days * day, 'Europe/Paris');
  const startsAt = toInstant(`${date}T20:00`, 'Europe/Paris');
  return { startsAt, endsAt: startsAt + 2 * hour };
}

beforeAll(async () => {
  world = await openWorld();
  actionId = await insertAction(world.db, { title: 'L’inquiétude dans l’accueil d’un enfant' });
  const [venue] = await world.db
    .insert(venues)
    .values({ name: 'Salle du Capitole', nameKey: 'capitole', town: 'Alès', createdAt: 0 })
    .returning();
  venueId = venue?.id;
});
afterAll(() => world?.stop());

/** Looks at a page as it is shown: no barrier, and a picture for people to look at. */
async function look(page: Page, screen: Screen, name: string) {
  await screenshot(page, `${name}-${screen.width}`);
  expect([name, await barriers(page)]).toEqual([name, noBarriers]);
}

const heading = (page: Page) => page.locator('h1').first().textContent();

async function fillIn(page: Page, firstName: string, email: string) {
  await page.getByLabel('Prénom').fill(firstName);
  await page.getByLabel('Nom', { exact: true }).fill('Benali');
  await page.getByLabel('Adresse électronique').fill(email);
  await page.getByLabel('J’accepte').check();
  await page.locator('form[method=post] button').click();
}

/** Follows the link of the newest mail to an address, as it stands in the local mailbox. */
async function followMail(page: Page, email: string, subject: string) {
  await page.goto(`${world.baseUrl}/boite-locale`);
  const row = page
    .locator('tr, li, article')
    .filter({ hasText: email })
    .filter({ hasText: subject });
  await row.getByRole('link').first().click();
  const text = (await page.locator('pre').allTextContents()).join('\n');
  const link = /http:\/\/localhost:\d+\/i\/[\w-]+/.exec(text)?.[0];
  if (!link) throw new Error(`no link in « ${subject} »`);
  await page.goto(link);
}

describe.each([
  ['a phone', phone],
  ['a desk', desktop],
] as const)('without JavaScript, on %s', (_, screen) => {
  it('goes from the programme to a place that the next one in line takes', async () => {
    const title = `Conférence-débat, écran de ${screen.width}`;
    const session = await insertSession(world.db, {
      ...{ actionId, title, capacity: 1, maxCapacity: 1, slots: [inDays(20)] },
      ...(venueId && { venueId }),
      asks: { profession: 'optional', note: 'optional' },
      practical: {
        free: true,
        babies: true,
        contactName: 'Fabienne',
        contactPhone: '04 66 00 00 00',
      },
    });
    const first = `nadia.${screen.width}@exemple.fr`;
    const second = `claire.${screen.width}@exemple.fr`;
    const { page } = await world.visit('/', { screen });
    await page.getByRole('link', { name: title }).first().click();
    expect(await heading(page)).toBe(title);
    await look(page, screen, 'form');

    // A form with mistakes comes back with what was typed.
    await page.getByLabel('Prénom').fill('Nadia');
    await page.locator('form[method=post] button').click();
    expect(await page.title()).toMatch(/^Erreur/);
    await look(page, screen, 'form-errors');
    expect(await page.getByLabel('Prénom').inputValue()).toBe('Nadia');
    await page.getByRole('link', { name: 'Écrivez votre adresse électronique' }).click();
    expect(page.url()).toContain('#email');

    await fillIn(page, 'Nadia', first);
    expect(await heading(page)).toBe('Votre inscription est confirmée');
    await look(page, screen, 'confirmed');
    const own = page.url();

    await page.goto(`${world.baseUrl}/s/${session.code}`);
    await look(page, screen, 'form-waiting');
    await fillIn(page, 'Claire', second);
    expect(await heading(page)).toBe('Vous êtes sur la liste d’attente');
    await look(page, screen, 'waitlisted');

    // The same address again: one page that tells nothing.
    await page.goto(`${world.baseUrl}/s/${session.code}`);
    await fillIn(page, 'Claire', second);
    expect(await heading(page)).toBe('Un message a été envoyé à cette adresse');
    await look(page, screen, 'neutral');

    await followMail(page, first, 'confirmée');
    expect(page.url()).toBe(own);
    await page.getByRole('link', { name: 'Annuler mon inscription' }).click();
    await look(page, screen, 'cancellation');
    await page.getByRole('button', { name: 'Oui, annuler' }).click();
    expect(await heading(page)).toBe('Votre inscription est annulée');
    await look(page, screen, 'cancelled');

    await followMail(page, second, 'place');
    expect(await heading(page)).toBe('Une place se libère pour vous');
    await look(page, screen, 'offered');
    await page.getByRole('button', { name: 'Je viens' }).click();
    expect(await heading(page)).toBe('Votre inscription est confirmée');
    await look(page, screen, 'accepted');
  });

  it('hands a seat over, changes dates and corrects an address', async () => {
    const titles = { title: `Atelier, écran de ${screen.width}`, actionId };
    const session = await insertSession(world.db, { ...titles, slots: [inDays(30)] });
    await insertSession(world.db, { ...titles, slots: [inDays(37)] });
    const full = { ...titles, slots: [inDays(44)], capacity: 0, maxCapacity: 0 };
    await insertSession(world.db, full);
    const { page } = await world.visit(`/s/${session.code}`, { screen });
    await fillIn(page, 'Nadia', `nadai.${screen.width}.atelier@exemple.fr`);

    await page.getByRole('link', { name: 'Corriger mon adresse' }).click();
    await look(page, screen, 'address');
    await page.getByLabel('La bonne adresse').fill(`nadia.${screen.width}.atelier@exemple.fr`);
    await page.getByRole('button').click();
    expect(await page.locator('.notice.success').textContent()).toContain('adresse est corrigée');

    await page.getByRole('link', { name: 'Changer de date' }).click();
    await look(page, screen, 'move');
    await page.getByRole('radio').first().check();
    await page.getByRole('button').click();
    expect(await page.locator('.notice.success').textContent()).toContain('changé de date');
    await look(page, screen, 'moved');

    await page.getByRole('link', { name: 'Donner ma place' }).click();
    await look(page, screen, 'hand-over');
    await page.getByLabel('Son prénom').fill('Inès');
    await page.getByLabel('Son nom').fill('Morel');
    await page.getByLabel('Son adresse électronique').fill(`ines.${screen.width}@exemple.fr`);
    await page.getByRole('button').click();
    expect(await heading(page)).toBe('Votre place est donnée');
    await look(page, screen, 'handed-over');
    await page.goto(`${world.baseUrl}/lien-perdu`);
    await look(page, screen, 'lost-link');
    await page.getByLabel('Adresse électronique').fill('ines@exemple.fr');
    await page.getByRole('button').click();
    await look(page, screen, 'lost-link-sent');
  });

  it('registers a colleague as well, and waits for an eligibility check', async () => {
    const session = await insertSession(world.db, {
      ...{ actionId, title: `Formation, écran de ${screen.width}`, slots: [inDays(50)] },
      ...{ acceptsColleagues: true, acceptsGroups: true, seatsPerRegistration: 2 },
      ...{ eligibility: 'Personnel des crèches du bassin d’Alès.', checksEligibility: true },
      ...{ seatsPerOrganisation: 3 },
      asks: {
        ...{ phone: 'required', profession: 'required', organisation: 'optional' },
        ...{ town: 'optional', note: 'optional' },
      },
    });
    const { page } = await world.visit(`/s/${session.code}`, { screen });
    await page.getByRole('link', { name: 'Inscrire aussi des collègues' }).click();
    await page.getByText('Vous venez avec un groupe').click();
    await look(page, screen, 'form-colleagues');
    const row = page.getByRole('group', { name: 'Collègue 1' });
    await row.getByLabel('Prénom').fill('Léa');
    await row.getByLabel('Nom', { exact: true }).fill('Roux');
    await row.getByLabel('Adresse électronique').fill(`lea.${screen.width}@exemple.fr`);
    await page.getByLabel('Téléphone').fill('06 12 34 56 78');
    await page.getByLabel('Profession').fill('Auxiliaire de puériculture');
    await page.getByLabel('Prénom').first().fill('Nadia');
    await page.getByLabel('Nom', { exact: true }).first().fill('Benali');
    await page
      .getByLabel('Adresse électronique')
      .first()
      .fill(`nadia.${screen.width}.c@exemple.fr`);
    await page.getByLabel('J’accepte').check();
    await page.getByRole('button', { name: 'Confirmer' }).click();
    expect(await heading(page)).toBe('Votre place est gardée');
    await page.locator('summary').click();
    await look(page, screen, 'pending');
  });
});

it('is the same with dark colours', async () => {
  const session = await insertSession(world.db, { actionId, slots: [inDays(60)] });
  const { page } = await world.visit(`/s/${session.code}`, { dark: true });
  await fillIn(page, 'Nadia', 'nadia.nuit@exemple.fr');
  await look(page, phone, 'confirmed-dark');
});
