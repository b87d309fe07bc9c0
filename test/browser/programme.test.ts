import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { venues } from '../../src/domain/catalogue/schema';
import { day, hour, localDay, toInstant } from '../../src/lib/dates';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  screenshot,
  tabsTo,
  type World,
} from '../support/browser';
import { insertAction, insertSession } from '../support/rows';

let world: World;
const codes = { open: 'PEN222', full: 'FVK222', off: 'KFF222', undated: 'DTE222', past: 'PST222' };

/** Some days from today, at a local time. */
function inDays(days: number, time: string, hours = 2) {
  const date = localDay(Date.now() + days * day, 'Europe/Paris');
  const startsAt = toInstant(`${date}T${time}`, 'Europe/Paris');
  return { startsAt, endsAt: startsAt + hours * hour };
}

beforeAll(async () => {
  world = await openWorld();
  const { db } = world;
  const [venue] = await db
    .insert(venues)
    .values({
      name: 'Salle du Capitole',
      nameKey: 'salle du capitole',
      address: 'Place de l’Hôtel-de-Ville',
      town: 'Alès',
      createdAt: 0,
    })
    .returning();
  const talk = await insertAction(db, {
    title:
      'Conférence-débat « Assistant·es maternel·les : quand l’inquiétude s’immisce dans l’accueil d’un enfant »',
    type: 'conference',
    target: 'Assistantes maternelles d’Alès Agglomération',
    topics: ['co-éducation', 'accueil de l’enfant'],
  });
  const parents = await insertAction(db, {
    title: 'Atelier parents : les écrans',
    type: 'prevention',
    audience: 'public',
    topics: ['écrans'],
  });
  const session = { actionId: talk, venueId: venue?.id, publishedAt: Date.now() - day };
  await insertSession(db, { ...session, code: codes.open, slots: [inDays(9, '20:00')] });
  await insertSession(db, {
    ...session,
    code: codes.full,
    actionId: parents,
    seatsTaken: 15,
    waitingCount: 3,
    slots: [inDays(12, '09:00', 3), inDays(12, '13:30', 3), inDays(13, '09:00', 3)],
  });
  await insertSession(db, {
    ...session,
    code: codes.off,
    actionId: parents,
    state: 'cancelled',
    cancelReason: 'L’intervenante est souffrante.',
    slots: [inDays(15, '18:00')],
  });
  await insertSession(db, {
    ...session,
    code: codes.undated,
    mode: 'online',
    venueId: null,
    slots: [],
  });
  await insertSession(db, { ...session, code: codes.past, slots: [inDays(-20, '20:00')] });
  for (let n = 0; n < 12; n++)
    await insertSession(db, { ...session, slots: [inDays(20 + n, '18:30')] });
});
afterAll(() => world?.stop());

const pages = [
  ['programme', '/'],
  ['programme-past', '/?vue=passees'],
  ['month', '/?vue=calendrier'],
  ['session-open', `/s/${codes.open}`],
  ['session-full', `/s/${codes.full}`],
  ['session-cancelled', `/s/${codes.off}`],
  ['session-undated', `/s/${codes.undated}`],
  ['session-past', `/s/${codes.past}`],
  ['unknown-code', '/s/ZZZ999'],
] as const;
describe.each(pages)('%s', (name, path) => {
  it.each([
    ['on a phone', { screen: phone, locale: 'fr' }],
    ['at a desk, in English', { screen: desktop, locale: 'en' }],
    ['on a phone, in the dark', { screen: phone, locale: 'en', dark: true }],
  ] as const)('keeps nobody out %s', async (where, visit) => {
    const { page } = await world.visit(path, visit);
    await screenshot(page, `${name} ${where}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(visit.locale);
    expect(await page.locator('h1').count()).toBe(1);
    expect(await barriers(page)).toEqual(noBarriers);
    await page.context().close();
  });

  it('asks for nothing but itself and its style sheet, from this site alone', async () => {
    const { page, requests } = await world.visit(path, { javaScript: true });
    expect(requests.map((url) => new URL(url).origin)).toEqual(requests.map(() => world.baseUrl));
    expect(requests.filter((url) => !url.endsWith('.svg')).length).toBeLessThanOrEqual(2);
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });
});

it('sees what would keep people out', async () => {
  const { page } = await world.visit('/');
  await page.setContent(
    '<html><body><input style="height: 20px"><div style="width: 2000px">Text</div></body></html>',
  );
  const found = await barriers(page);
  expect(found.axe).toContain('label: input');
  expect(found.axe).toContain('html-has-lang: html');
  expect(found.overflow).toBeGreaterThan(1000);
  expect(found.smallTargets).toHaveLength(1);
});

it('leads by the keyboard to the session and to its registration', async () => {
  const { page } = await world.visit('/', { screen: desktop });
  expect(await tabsTo(page, `a[href^="/s/${codes.open}"]`)).toBeGreaterThan(0);
  await page.locator(`a[href^="/s/${codes.open}"]`).first().click();
  expect(new URL(page.url()).pathname).toBe(`/s/${codes.open}`);
  expect(await tabsTo(page, 'main .button, main button')).toBeGreaterThan(0);
  await page.context().close();
});

it('shows a focus that can be seen', async () => {
  const { page } = await world.visit('/', { screen: desktop, javaScript: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate<string>(
    'getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow',
  );
  expect(outline).not.toBe('nonenone');
  await page.context().close();
});

it.each(['/', `/s/${codes.open}`])(
  'weighs at most 14 KB with its style sheet: %s',
  async (path) => {
    const html = await (await fetch(world.baseUrl + path)).text();
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const css = await (await fetch(world.baseUrl + sheet)).text();
    const weights = { html: gzipSync(html).length, css: gzipSync(css).length };
    expect(weights.html + weights.css, JSON.stringify(weights)).toBeLessThanOrEqual(14 * 1024);
  },
);
