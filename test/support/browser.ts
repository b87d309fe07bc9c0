/**
 * A real browser on the real product. Visitors come as most do: without JavaScript, on a phone or a
 * desk. What needs JavaScript to be looked at (axe, the keyboard's focus, the width of the page) is
 * looked at in a second window that is given the very same HTML.
 */
import { mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { type Browser, type BrowserContext, chromium as engine, type Page } from 'playwright-core';
import { expect } from 'vitest';
import { openSite, type Site } from './site';

export const phone = { width: 360, height: 740 };
export const desktop = { width: 1280, height: 900 };
export type Screen = typeof phone;

export type Visit = { screen?: Screen; locale?: 'fr' | 'en'; javaScript?: boolean; dark?: boolean };

export type World = Site & {
  /** A window of its own: no cookie, no cache. Every address that it asks for is in `requests`. */
  window(visit?: Visit): Promise<{ page: Page; requests: string[] }>;
  visit(path: string, visit?: Visit): Promise<{ page: Page; requests: string[] }>;
};

/** Starts the site and the browser; `stop` ends both. `args`: more of the browser's command line. */
export async function openWorld(
  settings: Record<string, string> = {},
  args: readonly string[] = [],
): Promise<World> {
  const [site, browser] = await Promise.all([openSite(settings), launch(args)]);
  async function window(visit: Visit = {}) {
    const context = await newContext(browser, visit);
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    return { page, requests };
  }
  return {
    ...site,
    window,
    async visit(path, visit) {
      const opened = await window(visit);
      await opened.page.goto(new URL(path, site.baseUrl).href);
      return opened;
    },
    async stop() {
      await browser.close();
      await site.stop();
    },
  };
}

const newContext = (
  browser: Browser,
  { screen = phone, locale = 'fr', javaScript = false, dark = false }: Visit,
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: screen,
    locale: locale === 'fr' ? 'fr-FR' : 'en-GB',
    timezoneId: 'Europe/Paris',
    javaScriptEnabled: javaScript,
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: screen === phone,
  });

async function launch(more: readonly string[]): Promise<Browser> {
  // Read when the package is loaded: without it the libraries that a bare machine lacks stay packed.
  process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
  const { default: chromium } = await import('@sparticuz/chromium');
  return engine.launch({
    executablePath: await chromium.executablePath(),
    // In a single process the browser ends with the first window that is closed.
    args: [...chromium.args.filter((arg) => !/^--(single-process|headless)/.test(arg)), ...more],
    headless: true,
  });
}

/**
 * Opens what the page shows once more, with JavaScript and without the content policy, for `look`;
 * the answer of a form is looked at as well as a page of its own.
 */
export async function inspect<T>(page: Page, look: (twin: Page) => Promise<T>): Promise<T> {
  const browser = page.context().browser();
  const viewport = page.viewportSize();
  if (!browser || !viewport) throw new Error('This page has no window.');
  const dark = await page.evaluate<boolean>("matchMedia('(prefers-color-scheme: dark)').matches");
  const context = await browser.newContext({
    viewport,
    bypassCSP: true,
    colorScheme: dark ? 'dark' : 'light',
  });
  const body = await page.content();
  const twin = await context.newPage();
  await twin.route(page.url(), (route) => route.fulfill({ body, contentType: 'text/html' }));
  await twin.goto(page.url());
  try {
    return await look(twin);
  } finally {
    await context.close();
  }
}

const axeSource = join(import.meta.dirname, '../../node_modules/axe-core/axe.min.js');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What keeps people out; every list empty and no overflow is what a test wants (`noBarriers`). */
export type Barriers = {
  /** What axe finds serious or critical, as « rule: selector ». */
  axe: string[];
  /** How many pixels the page is wider than its window. */
  overflow: number;
  /** What is pressed or filled in and is less than 44 px high, as its text and its height. */
  smallTargets: string[];
};
export const noBarriers: Barriers = { axe: [], overflow: 0, smallTargets: [] };

export const barriers = (page: Page): Promise<Barriers> =>
  inspect(page, async (twin) => ({
    axe: await runAxe(twin),
    overflow: await findOverflow(twin),
    smallTargets: await findSmallTargets(twin),
  }));

async function runAxe(twin: Page): Promise<string[]> {
  await twin.addScriptTag({ path: axeSource });
  const options = JSON.stringify({
    runOnly: { type: 'tag', values: rules },
    resultTypes: ['violations'],
  });
  const results = await twin.evaluate<AxeResults>(`axe.run(${options})`);
  return results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')}`));
}

const findOverflow = (twin: Page): Promise<number> =>
  twin.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );

const targets =
  'button, input:not([type=hidden], [type=checkbox], [type=radio]), select, summary, a.button';

async function findSmallTargets(twin: Page): Promise<string[]> {
  const small: string[] = [];
  for (const target of await twin.locator(targets).all()) {
    const box = await target.boundingBox();
    if (box && box.height > 1 && box.height < 44)
      small.push(`${(await target.textContent())?.trim()}: ${Math.round(box.height)} px`);
  }
  return small;
}

/** One of them alone. */
export const axe = (page: Page): Promise<string[]> => inspect(page, runAxe);
export const overflow = (page: Page): Promise<number> => inspect(page, findOverflow);
export const smallTargets = (page: Page): Promise<string[]> => inspect(page, findSmallTargets);

/** How often Tab is pressed from the top of the page until `selector` has the focus; -1 if never. */
export function tabsTo(page: Page, selector: string): Promise<number> {
  return inspect(page, async (twin) => {
    for (let presses = 1; presses <= 80; presses++) {
      await twin.keyboard.press('Tab');
      if ((await twin.locator(`${selector}:focus`).count()) > 0) return presses;
    }
    return -1;
  });
}

/** Where pictures are kept. */
export const album = join(tmpdir(), 'farandole-screenshots');

/** Keeps a picture of the whole page, to be looked at; returns where. */
export async function screenshot(page: Page, name: string): Promise<string> {
  mkdirSync(album, { recursive: true });
  const path = join(album, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

/** The page, and a picture of it, on a phone in the dark and at a desk in the light. */
export async function keepsNobodyOut(page: Page, name: string): Promise<void> {
  for (const [screen, colorScheme] of [
    [phone, 'dark'],
    [desktop, 'light'],
  ] as const) {
    await page.setViewportSize(screen);
    await page.emulateMedia({ colorScheme });
    await screenshot(page, `${name}-${screen.width}`);
    expect(await barriers(page), `${name} at ${screen.width}`).toEqual(noBarriers);
  }
}
