/** The promises of a visitor's first page; its states are looked at in catalogue.test.ts. */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, hour } from '../../src/lib/dates';
import {
  barriers,
  desktop,
  openWorld,
  phone,
  screenshot,
  tabsTo,
  type World,
} from '../support/browser';
import { insertAction, insertSession } from '../support/rows';

let world: World;
const code = 'PEN222';

beforeAll(async () => {
  world = await openWorld();
  const actionId = await insertAction(world.db, {
    title:
      'Conférence-débat « Assistant·es maternel·les : quand l’inquiétude s’immisce dans l’accueil d’un enfant »',
    type: 'conference',
    target: 'Assistantes maternelles d’Alès Agglomération',
  });
  for (let n = 0; n < 12; n++) {
    const startsAt = Date.now() + (n + 2) * day;
    await insertSession(world.db, {
      ...(n === 0 && { code }),
      actionId,
      slots: [{ startsAt, endsAt: startsAt + 2 * hour }],
    });
  }
});
afterAll(() => world?.stop());

describe.each([
  ['programme', '/'],
  ['session', `/s/${code}`],
])('the first page: %s', (name, path) => {
  it('weighs at most 14 KB with its style sheet, compressed', async () => {
    const html = await (await fetch(world.baseUrl + path)).text();
    const sheet = /<link rel="stylesheet" href="([^"]+)"/.exec(html)?.[1] ?? '';
    const css = await (await fetch(world.baseUrl + sheet)).text();
    const weights = { html: gzipSync(html).length, css: gzipSync(css).length };
    expect(weights.html + weights.css, JSON.stringify(weights)).toBeLessThanOrEqual(14 * 1024);
  });

  it('asks this site alone, and leaves no cookie', async () => {
    const { page, requests } = await world.visit(path, { javaScript: true });
    expect(requests.map((url) => new URL(url).origin)).toEqual(requests.map(() => world.baseUrl));
    expect(await page.context().cookies()).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['fr', phone],
    ['en', desktop],
  ] as const)('speaks the language of the browser: %s', async (locale, screen) => {
    const { page } = await world.visit(path, { locale, screen });
    await screenshot(page, `${name} ${screen.width} ${locale}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(locale);
    expect(await page.locator('h1').count()).toBe(1);
    await page.context().close();
  });
});

it('leads by the keyboard alone from the programme to the session and its main button', async () => {
  const { page } = await world.visit('/', { screen: desktop });
  expect(await tabsTo(page, `a[href^="/s/${code}"]`)).toBeGreaterThan(0);
  await page.locator(`a[href^="/s/${code}"]`).first().click();
  expect(new URL(page.url()).pathname).toBe(`/s/${code}`);
  expect(await tabsTo(page, 'main .button, main button')).toBeGreaterThan(0);
  await page.context().close();
});

it('shows where the focus is', async () => {
  const { page } = await world.visit('/', { screen: desktop, javaScript: true });
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  const outline = await page.evaluate<string>(
    'getComputedStyle(document.activeElement).outlineStyle + getComputedStyle(document.activeElement).boxShadow',
  );
  expect(outline).not.toBe('nonenone');
  await page.context().close();
});

it('these tools see what would keep people out', async () => {
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
