import { afterAll, beforeAll, expect, it } from 'vitest';
import { day, hour } from '../../src/lib/dates';
import { barriers, desktop, noBarriers, openWorld, phone, type World } from '../support/browser';
import { insertAction, insertSession, type SessionValues } from '../support/rows';

let world: World;
const now = Date.now();
const inDays = (days: number) => ({
  startsAt: now + days * day,
  endsAt: now + days * day + 2 * hour,
});

beforeAll(async () => {
  world = await openWorld();
  const actionId = await insertAction(world.db, {
    title: 'Ateliers « Un air sain pour bébé » : respirer chez soi',
    audience: 'public',
    topics: ['air intérieur', 'sommeil'],
    target: 'Parents et futurs parents',
    summary: 'Comment aérer, quoi choisir pour la chambre.',
  });
  const add = (code: string, values: SessionValues, days: number) =>
    insertSession(world.db, {
      code,
      actionId,
      practical: { free: true, babies: true, contactPhone: '04 66 00 00 00' },
      slots: [inDays(days), inDays(days + 1)],
      ...values,
    });
  await add('PEN222', { seatsTaken: 4 }, 3);
  const room = await add('RSM222', { seatsTaken: 5 }, 6);
  await add('VDE222', { mode: 'online', capacity: 40, linkedSessionId: room.id }, 6);
});
afterAll(() => world?.stop());

it.each([
  ['a choice', '/?theme=sommeil&places=1'],
  ['no match', '/?theme=rien'],
  ['a hybrid session', '/s/RSM222'],
  ['privacy', '/confidentialite'],
])('keeps nobody out: %s', async (_, path) => {
  for (const visit of [{ screen: phone, dark: true }, { screen: desktop }]) {
    const { page } = await world.visit(path, visit);
    await page.evaluate("document.querySelector('details')?.setAttribute('open', '')");
    expect(await barriers(page)).toEqual(noBarriers);
    await page.context().close();
  }
});

it('breaks no security policy of its own, with data for search engines in the page', async () => {
  const { page } = await world.window({ javaScript: true });
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(message.text()));
  for (const path of ['/', '/s/PEN222', '/confidentialite'])
    await page.goto(world.baseUrl + path, { waitUntil: 'networkidle' });
  expect(complaints).toEqual([]);
  await page.context().close();
});

it('filters by a form without JavaScript, and takes the choice away with a link', async () => {
  const { page } = await world.visit('/');
  await page.click('summary');
  await page.selectOption('select[name=mode]', 'online');
  await page.click('.filters button');
  expect(await page.locator('.session h3').count()).toBe(1);
  await page.click('.chips a');
  expect(await page.locator('.session h3').count()).toBe(3);
  await page.context().close();
});
