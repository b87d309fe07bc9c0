/** The door's page on a phone: names touched, codes scanned, with and without a network. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findRoll } from '../../src/domain/attendance/roll';
import type { Session } from '../../src/domain/catalogue/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { type Registration, registrations } from '../../src/domain/registrations/schema';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { links } from '../../src/links';
import { openWorld, screenshot, type World } from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { openCamera } from '../support/camera';
import { insertSession, type SessionValues } from '../support/rows';
import { signingSecret } from '../support/site';
import { listPresent } from '../support/who-was-there';

const moment = { now: Date.now(), timeZone: 'Europe/Paris' };
const camera = openCamera();
let world: World;
let token = '';
beforeAll(async () => {
  world = await openWorld({}, camera.args);
  token = await administratorToken(world);
});
afterAll(() => world?.stop());

/** A session that is on, with these people. */
async function aSession(names: readonly string[], values: SessionValues = {}) {
  const session = await insertSession(world.db, {
    capacity: 60,
    maxCapacity: 60,
    seatsPerRegistration: 2,
    slots: [{ startsAt: moment.now - hour, endsAt: moment.now + hour }],
    ...values,
  });
  const registered: Registration[] = [];
  for (const name of names) registered.push(await register(session, name));
  return { session, registered };
}

async function register(
  session: Session,
  name: string,
  seats = 1,
  companions: string[] = [],
): Promise<Registration> {
  const [lastName = '', firstName = ''] = name.split(' ');
  const registrant = { firstName, lastName, email: null, locale: 'fr' as const, seats, companions };
  const outcome = await registerByHand(
    world.db,
    {
      sessionId: session.id,
      registrant,
      overCapacityReason: 'sur place',
      submissionKey: newToken(),
    },
    'system',
    moment,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  const { id } = outcome.registration;
  const [row] = await world.db.select().from(registrations).where(eq(registrations.id, id));
  if (!row) throw new Error('no registration');
  return row;
}

const door = (session: Session, { javaScript = true } = {}) =>
  openSignedIn(world, token, links.door(session.code), { javaScript });
const present = async (session: Session) =>
  (await listPresent(world.db, session.id)).map((person) => person.name).sort();
/** Which of those registered together, as the list shows it. */
const came = async (session: Session) =>
  (await findRoll(world.db, session.id)).entries.map(({ marks }) => marks.get(0)?.came);
const touch = (page: Page, name: string) =>
  page.getByRole('button', { name: `${name} : Présent·e` }).tap();
const status = (page: Page, text: string) =>
  page.locator('#door-status').getByText(text).waitFor({ timeout: 30_000 });
const said = (page: Page, text: string) =>
  page.locator('#door-scanned').getByText(text).waitFor({ timeout: 15_000 });
const pressed = (page: Page) => page.locator('[aria-pressed=true]').count();
/** What an opening without a network needs beside the page; it is asked for all at once. */
const parts = [
  'porte',
  'porte-attente',
  'porte-garder',
  'porte-camera',
  'porte-lignes',
  'porte-question',
  'lecteur-qr',
].map((name) => `/organisation/${name}.js`);
const isKept = (page: Page) =>
  expect
    .poll(
      () =>
        page.evaluate(`Promise.all([location.href, '/emargement.css', ...${JSON.stringify(parts)}]
          .map((url) => caches.match(url, { ignoreVary: true })))
          .then((found) => found.every(Boolean))`),
      { timeout: 10_000 },
    )
    .toBe(true);

describe('without a network', () => {
  it('opens again after a single visit, keeps what is noted, and sends it once', async () => {
    const { session } = await aSession(['Bruguière Zoé', 'Çelik Fatma', 'Diaz Inès']);
    const page = await door(session);
    const context = page.context();
    await touch(page, 'Bruguière Zoé');
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Zoé Bruguière']);
    await isKept(page);

    await context.setOffline(true);
    await status(page, 'Pas de réseau. Tout est envoyé');
    await touch(page, 'Çelik Fatma');
    await page.getByLabel('Quelqu’un sans inscription').fill('Une voisine');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).tap();
    await status(page, 'Pas de réseau. 2 à envoyer');
    expect(await present(session)).toHaveLength(1);
    await screenshot(page, 'door-offline');
    await page.reload();
    await status(page, '2 à envoyer');
    expect(await pressed(page)).toBe(3);

    await context.setOffline(false);
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Fatma Çelik', 'Une voisine', 'Zoé Bruguière'].sort());
    await page.reload();
    expect(await pressed(page)).toBe(3);
    await context.close();
  });

  it('sends what it holds of 45 people twice when the first answer is lost, and notes each once', async () => {
    const names = Array.from({ length: 45 }, (_, i) => `Personne${String(i).padStart(2, '0')} Ève`);
    const { session } = await aSession(names);
    const page = await door(session);
    const context = page.context();
    await context.setOffline(true);
    for (const name of names) await touch(page, name);
    await status(page, 'Pas de réseau. 45 à envoyer');
    const held: number[] = [];
    await page.route(`**${links.doorMarks(session.code)}`, async (route) => {
      const headers = { ...route.request().headers(), origin: world.baseUrl };
      const response = await route.fetch({ headers });
      held.push((await present(session)).length);
      // The first arrives, and the network drops before the phone hears so.
      return held.length > 1 ? route.fulfill({ response }) : route.abort();
    });
    await context.setOffline(false);
    await status(page, 'Pas de réseau. 45 à envoyer');
    await page.reload();
    await status(page, 'Tout est envoyé.');
    expect(held).toEqual([40, 40, 45]);
    expect(await pressed(page)).toBe(45);
    await context.close();
  });

  it('two phones that note the same person count them once, and the last mark holds', async () => {
    const { session } = await aSession(['Arnaud Élodie', 'Bruguière Zoé']);
    const [first, second] = [await door(session), await door(session)];
    for (const page of [first, second]) await page.context().setOffline(true);
    await touch(first, 'Arnaud Élodie');
    await touch(second, 'Arnaud Élodie');
    await touch(first, 'Bruguière Zoé');
    await touch(first, 'Bruguière Zoé');
    await touch(second, 'Bruguière Zoé');
    // The phone that noted last is the first to send.
    for (const page of [second, first]) {
      await page.context().setOffline(false);
      await status(page, 'Tout est envoyé.');
    }
    expect(await present(session)).toEqual(['Zoé Bruguière', 'Élodie Arnaud'].sort());
    for (const page of [first, second]) {
      await page.reload();
      expect(await pressed(page)).toBe(2);
      await page.context().close();
    }
  });

  it('sends again within seconds what was lost on its way, and notes it once', async () => {
    const { session } = await aSession(['Bruguière Zoé', 'Çelik Fatma']);
    const page = await door(session);
    await status(page, 'Tout est envoyé.');
    let lost = 0;
    await page.route('**/porte/presences', async (route) => {
      lost += 1;
      if (lost > 1) return route.continue();
      // The server holds it; the phone never hears so.
      await route.fetch();
      await route.abort();
    });
    await page.context().setOffline(true);
    for (const name of ['Bruguière Zoé', 'Çelik Fatma', 'Çelik Fatma']) await touch(page, name);
    await page.getByLabel('Chercher un nom').fill('Une voisine');
    await page.getByRole('button', { name: 'Ajouter', exact: true }).tap();
    await status(page, 'Pas de réseau. 4 à envoyer');
    await page.context().setOffline(false);
    await page.locator('#door-status').getByText('Tout est envoyé.').waitFor({ timeout: 10_000 });
    expect(lost).toBeGreaterThan(1);
    expect(await present(session)).toEqual(['Une voisine', 'Zoé Bruguière']);
    // Ready for the next name, where the last one was sought.
    expect(await page.evaluate('document.activeElement.id + document.activeElement.value')).toBe(
      'search',
    );
    await page.context().close();
  });

  it('keeps what is noted when the sign-in has ended, and says so', async () => {
    const { session } = await aSession(['Dąbrowska Łucja']);
    const page = await door(session);
    await status(page, 'Tout est envoyé.');
    await page.context().clearCookies();
    await touch(page, 'Dąbrowska Łucja');
    await page.getByText('Votre connexion a pris fin.').waitFor();
    expect(await present(session)).toEqual([]);
    const cookie = { name: 'farandole', value: token, url: world.baseUrl, httpOnly: true };
    await page.context().addCookies([cookie]);
    await page.reload();
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Łucja Dąbrowska']);
    await page.context().close();
  });
});

it('by keyboard, the focus stays on the name that was noted, also when the answer comes', async () => {
  const { session } = await aSession(['Bruguière Zoé'], { capacity: 1, maxCapacity: 1 });
  const page = await door(session);
  const button = page.getByRole('button', { name: 'Bruguière Zoé : Présent·e' });
  await button.focus();
  await page.keyboard.press('Space');
  await status(page, 'Tout est envoyé.');
  expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe(
    'Bruguière Zoé : Présent·e',
  );
  await page.keyboard.press('Tab');
  await page.keyboard.type('Une voisine');
  await page.keyboard.press('Enter');
  await page.locator('#door-counts').getByText('Présences : 2 · 1 au-delà de la jauge').waitFor();
  await page.context().close();
});

it('nobody is there the day before, which the page says without asking the server', async () => {
  const tomorrow = moment.now + 24 * hour;
  const slots = [{ startsAt: tomorrow, endsAt: tomorrow + hour }];
  const { session } = await aSession(['Arnaud Élodie'], { slots });
  const page = await door(session);
  await page.context().setOffline(true);
  await touch(page, 'Arnaud Élodie');
  await said(page, 'Il est trop tôt : cette demi-journée n’a pas commencé.');
  expect(await pressed(page)).toBe(0);
  await status(page, 'Pas de réseau. Tout est envoyé');
  await page.context().close();
});

it('a name that is nothing is refused by itself, and does not hold back the others', async () => {
  const { session } = await aSession(['Arnaud Élodie']);
  const page = await door(session);
  await page.context().setOffline(true);
  await page.getByLabel('Quelqu’un sans inscription').fill('\u2060\u2060');
  await page.getByRole('button', { name: 'Ajouter', exact: true }).tap();
  await touch(page, 'Arnaud Élodie');
  await page.context().setOffline(false);
  await status(page, 'Tout est envoyé. Refusé : 1.');
  expect(await present(session)).toEqual(['Élodie Arnaud']);
  await page.context().close();
});

/** The browser's own reader, where it has one: Chrome on Android does, this one does not. */
const ownReader = `window.BarcodeDetector = class {
  static getSupportedFormats = async () => window.ownFormats;
  detect = async () => (window.before ? [{ rawValue: window.before }] : []);
};`;

describe('scanning', () => {
  const codeOf = async (registration: Registration) =>
    world.baseUrl + links.registration(await registrationToken(signingSecret, registration));
  const open = (page: Page) => page.getByRole('button', { name: 'Lire les QR codes' }).tap();
  const close = (page: Page) => page.getByRole('button', { name: 'Arrêter la caméra' }).tap();
  async function scan(page: Page, code: string, expected: string) {
    camera.show(code);
    await open(page);
    await said(page, expected);
    await close(page);
  }

  it('reads the code that the person’s page shows, and notes them present', async () => {
    const { session, registered } = await aSession(['Arnaud Élodie']);
    const [person] = registered;
    if (!person) throw new Error('nobody');
    const own = await world.visit(
      links.registration(await registrationToken(signingSecret, person)),
    );
    const drawn = await own.page.locator('.ticket svg path').nth(1).getAttribute('d');
    await screenshot(own.page, 'own-ticket');
    await own.page.context().close();
    // The very squares of that page, and not what they are thought to say.
    camera.showPath(drawn ?? '');
    const page = await door(session);
    await open(page);
    await said(page, 'Arnaud Élodie : présent·e');
    await screenshot(page, 'door-scanning');
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Élodie Arnaud']);
    await close(page);
    expect(await page.locator('video').isVisible()).toBe(false);
    await page.context().close();
  });

  it('says what else it reads: noted before, another session’s, ended, no confirmation', async () => {
    const { session, registered } = await aSession(['Arnaud Élodie', 'Bruguière Zoé']);
    const { registered: elsewhere } = await aSession(['Roux Inès']);
    const [first, cancelled] = registered;
    const [foreign] = elsewhere;
    if (!first || !cancelled || !foreign) throw new Error('nobody');
    await cancelRegistration(world.db, cancelled, { actor: 'person', endedBy: 'person' }, moment);
    const page = await door(session);
    await scan(page, await codeOf(first), 'Arnaud Élodie : présent·e');
    await new Promise((done) => setTimeout(done, 3000));
    await scan(page, await codeOf(first), 'Arnaud Élodie : déjà noté·e');
    await scan(page, await codeOf(foreign), 'Inès Roux : présent·e, mais inscrit·e à une autre');
    await scan(page, await codeOf(cancelled), 'Zoé Bruguière : présent·e');
    const forged = (await codeOf(first)).replace(/.{4}$/, 'AAAA');
    await new Promise((done) => setTimeout(done, 3000));
    await scan(page, forged.replace(/\/i\/\w+-/, '/i/zzz-'), 'Ce QR code n’est plus valable.');
    await scan(page, 'https://exemple.fr/menu', 'Ce QR code n’est pas une confirmation');
    expect(await present(session)).toEqual(['Inès Roux', 'Zoé Bruguière', 'Élodie Arnaud'].sort());
    await page.context().close();
  });

  it('works without a network, the decoder included, and sends what was read later', async () => {
    const { session, registered } = await aSession(['Arnaud Élodie']);
    const { registered: elsewhere } = await aSession(['Roux Inès']);
    const [first, foreign] = [...registered, ...elsewhere];
    if (!first || !foreign) throw new Error('nobody');
    const page = await door(session);
    await isKept(page);
    await page.context().setOffline(true);
    await page.reload();
    await scan(page, await codeOf(first), 'Arnaud Élodie : présent·e');
    await scan(page, await codeOf(foreign), 'QR code lu, vérifié à l’envoi');
    await status(page, 'Pas de réseau. 2 à envoyer');
    expect(await present(session)).toEqual([]);
    await page.context().setOffline(false);
    await said(page, 'Inès Roux : présent·e, mais inscrit·e à une autre séance');
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Inès Roux', 'Élodie Arnaud'].sort());
    await page.context().close();
  });

  it('notes both of a couple, and says how to say that one came', async () => {
    const { session } = await aSession([]);
    const couple = await register(session, 'Arnaud Élodie', 2);
    const page = await door(session);
    await scan(page, await codeOf(couple), 'Arnaud Élodie : 2 présences. Moins ?');
    await page.getByRole('button', { name: 'Arnaud Élodie : 1' }).tap();
    await status(page, 'Tout est envoyé.');
    expect((await listPresent(world.db, session.id)).map(({ seats }) => seats)).toEqual([1]);
    await page.context().close();
  });

  it('asks which one came of two under their names, without a network too', async () => {
    const { session } = await aSession([]);
    const couple = await register(session, 'Arnaud Élodie', 2, ['Amélie Roux']);
    const page = await door(session);
    await isKept(page);
    await page.context().setOffline(true);
    await page.reload();
    const choose = (name: string) =>
      page.locator('#door-ask').getByRole('button', { name, exact: true }).tap();
    const read = async () => {
      camera.show(await codeOf(couple));
      await open(page);
      await page.getByText('Arnaud Élodie : qui est là ?').waitFor();
      await close(page);
    };
    await read();
    expect(await pressed(page)).toBe(0);
    await screenshot(page, 'door-asks');
    const fits = 'document.documentElement.scrollWidth <= document.documentElement.clientWidth';
    expect(await page.evaluate(fits)).toBe(true);
    await choose('Seulement Amélie Roux');
    await said(page, 'Arnaud Élodie : Seulement Amélie Roux');
    await page.reload();
    await status(page, 'Pas de réseau. 1 à envoyer');
    const row = (name: string) => page.getByRole('button', { name: `Arnaud Élodie : ${name}` });
    expect(await row('Seulement Amélie').getAttribute('aria-pressed')).toBe('true');
    await page.context().setOffline(false);
    await status(page, 'Tout est envoyé.');
    expect(await came(session)).toEqual([[1]]);
    // Élodie comes later, with the same code.
    await new Promise((done) => setTimeout(done, 3000));
    await read();
    await choose('Les 2');
    await status(page, 'Tout est envoyé.');
    expect(await came(session)).toEqual([[0, 1]]);
    await row('Seulement Élodie').tap();
    await status(page, 'Tout est envoyé.');
    expect(await came(session)).toEqual([[0]]);
    await page.context().close();
  });

  it('asks it once the server has told who they are, of two that the phone does not know', async () => {
    const { session } = await aSession([]);
    const page = await door(session);
    await status(page, 'Tout est envoyé.');
    const couple = await register(session, 'Arnaud Élodie', 2, ['Amélie Roux']);
    camera.show(await codeOf(couple));
    await open(page);
    await page.locator('#door-ask').getByRole('button', { name: 'Les 2' }).tap();
    await close(page);
    await status(page, 'Tout est envoyé.');
    expect(await came(session)).toEqual([[0, 1]]);
    await page.context().close();
  });

  it.each([
    ['uses the browser’s own reader where it knows QR codes', ['qr_code', 'ean_13'], false],
    ['does not trust one that knows none, as without Google’s services', [], true],
  ])('%s', async (_, formats, decodes) => {
    const { session, registered } = await aSession(['Arnaud Élodie']);
    const [person] = registered;
    if (!person) throw new Error('nobody');
    const { page, requests } = await world.window({ javaScript: true });
    await page.addInitScript(`${ownReader} window.ownFormats = ${JSON.stringify(formats)};`);
    const cookie = { name: 'farandole', value: token, url: world.baseUrl, httpOnly: true };
    await page.context().addCookies([cookie]);
    await page.goto(world.baseUrl + links.door(session.code));
    const code = await codeOf(person);
    await page.evaluate(`window.before = ${JSON.stringify(code)}`);
    await scan(page, decodes ? code : 'https://exemple.fr/', 'Arnaud Élodie : présent·e');
    const fetched = requests.some((url) => url.endsWith('lecteur-qr.js'));
    expect(fetched).toBe(decodes);
    await page.context().close();
  });

  it('lights the lamp where the phone has one, and says when it can’t', async () => {
    const { session } = await aSession([]);
    const { page } = await world.window({ javaScript: true });
    await page.addInitScript(`MediaStreamTrack.prototype.getCapabilities = () => ({ torch: true });
      MediaStreamTrack.prototype.applyConstraints = ({ advanced: [{ torch }] }) =>
        torch ? Promise.resolve() : Promise.reject(new Error());`);
    const cookie = { name: 'farandole', value: token, url: world.baseUrl, httpOnly: true };
    await page.context().addCookies([cookie]);
    await page.goto(world.baseUrl + links.door(session.code));
    const lamp = page.getByRole('button', { name: 'Lampe' });
    expect(await lamp.isVisible()).toBe(false);
    await open(page);
    await lamp.tap();
    await page.locator('#door-lamp[aria-pressed=true]').waitFor();
    await lamp.tap();
    await said(page, 'La lampe ne s’allume pas ici.');
    await close(page);
    expect(await lamp.isVisible()).toBe(false);
    await page.context().close();
  });

  it('without leave to use the camera it says so, and the names remain', async () => {
    const { session } = await aSession(['Arnaud Élodie']);
    const { page } = await world.window({ javaScript: true });
    for (const [error, words] of [
      ['NotAllowedError', 'La caméra n’est pas autorisée'],
      ['NotFoundError', 'Aucune caméra ne répond ici.'],
      ['NotReadableError', 'La caméra est prise par une autre application.'],
    ]) {
      const fails = `navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', '${error}'));`;
      await page.addInitScript(fails);
      const cookie = { name: 'farandole', value: token, url: world.baseUrl, httpOnly: true };
      await page.context().addCookies([cookie]);
      await page.goto(world.baseUrl + links.door(session.code));
      await open(page);
      await said(page, words ?? '');
      await screenshot(page, 'door-no-camera');
    }
    await touch(page, 'Arnaud Élodie');
    await status(page, 'Tout est envoyé.');
    expect(await present(session)).toEqual(['Élodie Arnaud']);
    await page.context().close();
  });
});
