/** Taking attendance with a thumb and on paper; the door has a file of its own. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { countPresent } from '../../src/domain/attendance/presence';
import { recordAttendance } from '../../src/domain/attendance/record';
import { certificates } from '../../src/domain/attendance/schema';
import type { Session } from '../../src/domain/catalogue/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { hour, minute } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  overflow,
  phone,
  screenshot,
  type Visit,
  type World,
} from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { aPdf } from '../support/pages';
import { aPng } from '../support/pictures';
import { insertSession } from '../support/rows';

const people = ['Arnaud Élodie', 'Bruguière Zoé', 'Çelik Fatma', 'Dąbrowska Łucja'] as const;
const arabic = 'فاطمة الزهراء';
let token = '';
let world: World;
let session: Session;

beforeAll(async () => {
  world = await openWorld();
  const { db } = world;
  const now = Date.now();
  token = await administratorToken(world);
  session = await insertSession(db, {
    title: 'Air intérieur : la chambre de bébé',
    capacity: 3,
    maxCapacity: 4,
    seatsPerRegistration: 2,
    // Just over: certificates can be issued, and the code on the wall still works.
    slots: [{ startsAt: now - 2 * hour, endsAt: now - 5 * minute }],
  });
  for (const name of people) {
    const [lastName = '', firstName = ''] = name.split(' ');
    const registrant = {
      firstName,
      lastName,
      email: null,
      locale: 'fr' as const,
      seats: 1,
      profession: 'Assistante maternelle',
    };
    const outcome = await registerByHand(
      db,
      {
        sessionId: session.id,
        registrant,
        overCapacityReason: 'sur place',
        submissionKey: newToken(),
      },
      'system',
      { now: now - 3 * hour, timeZone: 'Europe/Paris' },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
  }
  const walkIn = { key: newToken(), name: arabic };
  const who = { walkInKey: walkIn.key };
  const marks = [{ id: newToken(), slot: 0, who, state: 'present' as const, at: now }];
  await recordAttendance(
    db,
    session.id,
    { walkIns: [walkIn], marks, source: 'tick' },
    { now, actor: 'system' },
  );
});
afterAll(() => world?.stop());

const path = (page: string) => `/organisation/seances/${session.code}/${page}`;

const open = (page: string, visit?: Visit) => openSignedIn(world, token, path(page), visit);

const present = async () => (await countPresent(world.db, session.id)).participations;

it('a list is ticked with a thumb, without JavaScript', async () => {
  const page = await open('emargement');
  await page.locator('label', { hasText: 'Présent·e' }).first().tap();
  await page.locator('label', { hasText: 'Excusé·e' }).nth(1).tap();
  await page.getByRole('button', { name: 'Enregistrer', exact: true }).tap();
  await page.getByText('L’émargement est enregistré.').waitFor();
  expect(await present()).toBe(2);
  expect(await page.locator('#counts').textContent()).toMatch(
    /^2 présences notées\s: 1 sur 4 attendues, 1 sans inscription/,
  );
  await screenshot(page, 'attendance-list');
  await page.context().close();
});

it('on a phone the list and the door begin on the first screen, under a folded menu', async () => {
  const inSight = async (page: Page, selector: string) => {
    const box = await page.locator(selector).first().boundingBox();
    return box !== null && box.y + 40 < phone.height;
  };
  const page = await open('emargement', { screen: phone });
  expect(await inSight(page, '.roll li')).toBe(true);
  const reports = page.getByRole('link', { name: 'Bilans' });
  expect(await reports.isVisible()).toBe(false);
  await page.locator('.menu summary').focus();
  await page.keyboard.press('Enter');
  expect(await reports.isVisible()).toBe(true);
  expect(await barriers(page)).toEqual(noBarriers);
  await screenshot(page, 'menu-unfolded');
  await page.context().close();
  const door = await open('porte', { screen: phone, javaScript: true });
  expect(await inSight(door, '#door-list li')).toBe(true);
  await door.context().close();
  const wide = await open('emargement', { screen: desktop });
  expect(await wide.getByRole('link', { name: 'Bilans' }).isVisible()).toBe(true);
  expect(await wide.locator('.menu summary').isVisible()).toBe(false);
  await wide.context().close();
});

it('people are added one after the other without JavaScript, and what was ticked stays', async () => {
  const page = await open('emargement', { screen: phone });
  await page.locator('label', { hasText: 'Présent·e' }).nth(2).tap();
  const before = await present();
  await page.getByText('Ajouter une personne').tap();
  for (const name of ['Une Voisine', 'Sa Sœur']) {
    await page.getByLabel('Nom et prénom').fill(name);
    await page.getByRole('button', { name: 'Ajouter, présent·e' }).tap();
    await page.getByText(`${name} : présence notée.`).waitFor();
    const field = await page.getByLabel('Nom et prénom').boundingBox();
    expect(field && field.y > 0 && field.y < phone.height).toBe(true);
    expect(await page.getByLabel('Nom et prénom').inputValue()).toBe('');
  }
  expect(await present()).toBe(before + 3);
  expect(await barriers(page)).toEqual(noBarriers);
  await page.context().close();
});

it('which of two came is asked on a phone without a page that scrolls sideways', async () => {
  const now = Date.now();
  const couples = await insertSession(world.db, {
    seatsPerRegistration: 2,
    slots: [{ startsAt: now - 2 * hour, endsAt: now - hour }],
  });
  const registrant = {
    firstName: 'Élodie',
    lastName: 'Démo',
    email: null,
    locale: 'fr' as const,
    seats: 2,
    companions: ['Amélie Exemple-Bruguière'],
  };
  await registerByHand(
    world.db,
    { sessionId: couples.id, registrant, overCapacityReason: null, submissionKey: newToken() },
    'system',
    { now: now - 3 * hour, timeZone: 'Europe/Paris' },
  );
  const address = `/organisation/seances/${couples.code}/emargement`;
  const page = await openSignedIn(world, token, address, { screen: phone });
  await page.locator('label', { hasText: 'Seulement Amélie' }).tap();
  expect(await barriers(page)).toEqual(noBarriers);
  await screenshot(page, 'attendance-pair');
  await page.context().close();
});

it.each([
  ['phone', phone],
  ['desktop', desktop],
])(
  'the bar of the list covers nothing, at its end and for the keyboard, on a %s',
  async (_, screen) => {
    const page = await open('emargement', { screen, javaScript: true });
    const box = async (selector: string) => {
      const found = await page.locator(selector).boundingBox();
      if (!found) throw new Error(selector);
      return { top: found.y, bottom: found.y + found.height };
    };
    const footer = page.locator('footer.site');
    await footer.scrollIntoViewIfNeeded();
    const bar = await box('.bar');
    expect((await box('.bar button:last-child')).bottom).toBeLessThanOrEqual(bar.bottom);
    expect((await box('.roll')).bottom).toBeLessThanOrEqual(bar.top);
    expect((await footer.boundingBox())?.y).toBeGreaterThanOrEqual(bar.bottom);
    await page.evaluate('window.scrollTo(0, 0)');
    for (let row = 0; row < people.length; row++) {
      await page.locator('.ticks').nth(row).locator('input').first().focus();
      const focused = await box('.ticks input:focus + label');
      expect(focused.bottom, people[row]).toBeLessThanOrEqual((await box('.bar')).top);
    }
    await screenshot(page, `attendance-list-${screen.width}`);
    await page.context().close();
  },
);

it('the signed sheet is photographed, opened and deleted, without JavaScript', async () => {
  const page = await open('feuille');
  const photograph = { mimeType: 'image/png', buffer: Buffer.from(aPng(600, 800)) };
  const scan = { mimeType: 'application/pdf', buffer: Buffer.from(aPdf()) };
  await page.getByLabel('Pages à ajouter').setInputFiles([
    { name: 'IMG_0001.png', ...photograph },
    { name: 'suite.pdf', ...scan },
  ]);
  await page.getByRole('button', { name: 'Ajouter ces pages' }).tap();
  await page.getByText('Les pages sont gardées.').waitFor();
  expect(await barriers(page)).toEqual(noBarriers);
  await screenshot(page, 'attendance-scans');
  await page.getByRole('link', { name: 'Page 1' }).tap();
  await page.locator('img').waitFor();
  await screenshot(page, 'attendance-scan');
  await page.goBack();
  await page.locator('.scans summary').first().tap();
  await page.getByRole('button', { name: 'Effacer la page 1' }).tap();
  await page.getByText('La page est effacée.').waitFor();
  await expect.poll(() => page.locator('.scans li').count()).toBe(1);
  await page.getByRole('link', { name: 'Liste', exact: true }).tap();
  await page.getByText('1 page numérisée').waitFor();
  await page.context().close();
});

describe('certificates', () => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('keep nobody out, in %s', async (tone, dark) => {
    const organiser = await open('attestations', { screen: phone, dark });
    const button = organiser.getByRole('button', { name: /Établir/ });
    if (await button.count()) {
      await button.tap();
      await organiser.getByText('Toutes les attestations sont établies.').waitFor();
    }
    await organiser.goto(world.baseUrl + path('attestations'));
    expect(await barriers(organiser)).toEqual(noBarriers);
    await screenshot(organiser, `certificates-organiser-${tone}`);
    const verification = await organiser
      .locator('table a[href^="/a/"]')
      .first()
      .getAttribute('href');
    await organiser.goto(world.baseUrl + path('attestations/imprimer'));
    expect(await barriers(organiser)).toEqual(noBarriers);
    await organiser.context().close();
    for (const [name, address] of [
      ['verification', verification ?? ''],
      ['request', '/attestations'],
      ['requested', '/attestations/message-envoye'],
    ] as const) {
      const { page } = await world.visit(address, { screen: phone, dark });
      expect(await barriers(page), name).toEqual(noBarriers);
      await screenshot(page, `certificates-${name}-${tone}`);
      await page.context().close();
    }
  });

  it('print a name in Arabic script as it is written, on one A4 sheet', async () => {
    const [certificate] = await world.db
      .select()
      .from(certificates)
      .where(eq(certificates.name, arabic));
    const page = await open(`attestations/${certificate?.code}`, { javaScript: true });
    await page.setViewportSize({ width: 794, height: 1123 });
    expect(await page.locator('.certificate-name').textContent()).toBe(arabic);
    await page.emulateMedia({ media: 'print' });
    await screenshot(page, 'certificate-arabic');
    const file = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(file.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.context().close();
  });
});

describe('self check-in', () => {
  it('keeps nobody out', async () => {
    const poster = await open('code');
    await poster.getByRole('button', { name: 'Créer un code' }).tap();
    const address = await poster.locator('.poster-address').textContent();
    // Typed from the wall: the code is on one line.
    expect(await poster.locator('.poster-address').innerHTML()).toMatch(/\/<wbr>[A-Z0-9]{8}$/);
    await screenshot(poster, 'check-in-poster');
    await poster.context().close();
    const { page } = await world.visit(`http://${address}`, { screen: phone });
    expect(await barriers(page)).toEqual(noBarriers);
    await page.getByLabel('Nom et prénom').fill('Une voisine de plus');
    await page.getByRole('button', { name: 'Je suis là' }).tap();
    await page.getByText('Merci, votre présence est notée').waitFor();
    expect(await barriers(page)).toEqual(noBarriers);
    await screenshot(page, 'check-in');
    await page.context().close();
  });
});

it('a name without a blank makes the list no wider than the phone', async () => {
  const sending = { walkIns: [{ key: newToken(), name: 'x'.repeat(160) }], marks: [] };
  const by = { now: Date.now(), actor: 'system' as const };
  await recordAttendance(world.db, session.id, { ...sending, source: 'self' }, by);
  const page = await open('emargement');
  await page.getByText('x'.repeat(160)).first().waitFor();
  expect(await overflow(page)).toBe(0);
  await page.context().close();
});

it('shows no empty box at the door of whoever has no JavaScript', async () => {
  const page = await open('porte');
  expect(await page.locator('#door').isVisible()).toBe(false);
  expect((await page.locator('#door-status').boundingBox())?.height ?? 0).toBe(0);
  await page.context().close();
});

it('types in both half-days of a day without scrolling sideways on a phone', async () => {
  const slots = [4, 2].map((ago) => ({
    startsAt: Date.now() - ago * hour,
    endsAt: Date.now() - (ago - 1) * hour,
  }));
  const { code } = await insertSession(world.db, { slots });
  const address = `/organisation/seances/${code}/feuille`;
  const page = await openSignedIn(world, token, address, { screen: phone });
  const edgeOf = async (what: string) => {
    const box = await page.locator(what).last().boundingBox();
    return box && box.x + box.width;
  };
  expect(await edgeOf('.typing .tap')).toBeLessThanOrEqual((await edgeOf('.table-scroll')) ?? 0);
  await page.context().close();
});

describe.each([
  ['emargement'],
  ['porte'],
  ['feuille'],
  ['feuille/imprimer'],
  ['comptage'],
  ['connexions'],
  ['code'],
])('%s', (name) => {
  it.each([
    ['light', false],
    ['dark', true],
  ])('keeps nobody out, in %s', async (tone, dark) => {
    const page = await open(name, { screen: phone, dark });
    expect(await barriers(page)).toEqual(noBarriers);
    await screenshot(page, `attendance-${name.replace('/', '-')}-${tone}`);
    await page.context().close();
  });
});
