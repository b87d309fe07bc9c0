import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour } from '../../src/lib/dates';
import {
  axe,
  desktop,
  openWorld,
  overflow,
  phone,
  smallTargets,
  tabsTo,
  type World,
} from '../support/browser';
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
  const add = (code: string, values: SessionValues, days?: number) =>
    insertSession(world.db, {
      code,
      actionId,
      practical: { free: true, babies: true, contactPhone: '04 66 00 00 00' },
      slots: days === undefined ? [] : [inDays(days), inDays(days + 1)],
      ...values,
    });
  await add('PEN222', { seatsTaken: 4 }, 3);
  await add('FUW222', { seatsTaken: 15, waitingCount: 3 }, 4);
  await add('CAN222', { state: 'cancelled', cancelReason: 'la salle est inondée' }, 5);
  await add('TBD222', {});
  const room = await add('RSM222', { seatsTaken: 5 }, 6);
  await add('VDE222', { mode: 'online', capacity: 40, linkedSessionId: room.id }, 6);
  await add('PAST22', {}, -30);
});
afterAll(() => world?.stop());

const pages = {
  programme: '/',
  'a choice': '/?theme=sommeil&places=1',
  'no match': '/?theme=rien',
  calendar: '/?vue=calendrier',
  past: '/?vue=passees',
  open: '/s/PEN222',
  full: '/s/FUW222',
  cancelled: '/s/CAN222',
  undated: '/s/TBD222',
  hybrid: '/s/RSM222',
  over: '/s/PAST22',
  privacy: '/confidentialite',
  unknown: '/s/ZZZZZZ',
};

describe.each(Object.entries(pages))('%s', (_, path) => {
  it.each([
    ['a phone', { screen: phone }],
    ['a phone in the dark', { screen: phone, dark: true }],
    ['a desk in English', { screen: desktop, locale: 'en' as const }],
  ])('can be read and used by everyone on %s', async (_where, visit) => {
    const { page } = await world.visit(path, visit);
    expect(await axe(page)).toEqual([]);
    expect(await overflow(page)).toBe(0);
    expect(await smallTargets(page)).toEqual([]);
    await page.context().close();
  });
});

it('loads a page in two requests of this site, and breaks no security policy', async () => {
  for (const path of ['/', '/s/PEN222']) {
    const { page, requests } = await world.window({ javaScript: true });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    await page.goto(world.baseUrl + path, { waitUntil: 'networkidle' });
    expect(requests.filter((url) => !url.startsWith('data:'))).toEqual([
      world.baseUrl + path,
      `${world.baseUrl}/farandole.css`,
    ]);
    expect(complaints).toEqual([]);
    await page.context().close();
  }
});

it('leads from the programme to the form by keyboard and without JavaScript', async () => {
  const { page } = await world.visit('/');
  expect(await tabsTo(page, 'a.button[href="/s/PEN222#inscription"]')).toBeGreaterThan(0);
  await page.click('a.button[href="/s/PEN222#inscription"]');
  expect(await page.title()).toContain('Un air sain');
  expect(await page.locator('#inscription').count()).toBe(1);
  await page.context().close();
});

it('filters by a form without JavaScript, and takes the choice away with a link', async () => {
  const { page } = await world.visit('/');
  await page.click('summary');
  await page.selectOption('select[name=mode]', 'online');
  await page.click('.filters button');
  expect(await page.locator('.session h3').count()).toBe(1);
  await page.click('.chips a');
  expect(await page.locator('.session h3').count()).toBe(6);
  await page.context().close();
});
