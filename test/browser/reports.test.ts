/** The reports of a real year as a coordinator reads, writes and prints them. */
import { eq } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import file from '../../data/programme-2023.json';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { findSession } from '../../src/domain/catalogue/find-session';
import { actions } from '../../src/domain/catalogue/schema';
import { importYear } from '../../src/domain/import/import-year';
import { desktop, keepsNobodyOut, openWorld, screenshot, type World } from '../support/browser';
import { admin, signInByMail } from '../support/browser-login';

let world: World;
let page: Page;

beforeAll(async () => {
  world = await openWorld({ ADMIN_EMAIL: admin });
  await importYear(world.db, JSON.stringify(file), { now: Date.now() });
  ({ page } = await world.window({ screen: desktop }));
  await signInByMail(world, page, '/organisation/bilans/2023');
});
afterAll(() => world?.stop());

const goto = (path: string) => page.goto(world.baseUrl + path);
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();

it('shows the year, and each figure opens its list', async () => {
  expect(page.url()).toBe(`${world.baseUrl}/organisation/bilans/2023`);
  await keepsNobodyOut(page, 'report-year');
  await page.getByRole('link', { name: 'Participations', exact: true }).click();
  expect(await page.textContent('main')).toMatch(/Total\s:\s409/);
  await keepsNobodyOut(page, 'report-list');
  await page.getByRole('link', { name: 'Revenir au bilan' }).click();
  await page.getByRole('link', { name: '4 séances tenues sans émargement ni comptage' }).click();
  await keepsNobodyOut(page, 'report-missing');
});

it('freezes a copy and shows it', async () => {
  await goto('/organisation/bilans/2023');
  await page.getByLabel('Pour quelle occasion').fill('Comité de pilotage');
  await press('Figer une copie');
  expect(await page.textContent('main')).toContain('Rien n’a changé depuis.');
  await keepsNobodyOut(page, 'report-copy');
});

it('shows in a copy what has changed since', async () => {
  const copy = page.url();
  await goto('/organisation/bilans/2023/manques/attendance_not_taken');
  await page.locator('tbody a').first().click();
  const code = /seances\/([^/]+)/.exec(page.url())?.[1] ?? '';
  const session = await findSession(world.db, code);
  await recordHeadcount(
    world.db,
    session?.session.id ?? 0,
    {
      kind: 'present',
      source: 'door',
      countedAt: Date.now(),
      counts: [{ category: '', count: 12 }],
    },
    { now: Date.now(), actor: 'system' },
  );
  await page.goto(copy);
  expect(await page.textContent('main')).toMatch(/Participations.*: – → 12\s*409\s*421/);
  await keepsNobodyOut(page, 'report-copy-changes');
});

it('lets the coordinator write with the differences at hand', async () => {
  const [row] = await world.db
    .select({ id: actions.id })
    .from(actions)
    .where(eq(actions.importKey, 'ateliers-parents'));
  await goto(`/organisation/actions/${row?.id}/bilan/2023`);
  await keepsNobodyOut(page, 'report-action');
  await page.getByRole('link', { name: 'Rédiger l’analyse et les perspectives' }).click();
  expect(await page.textContent('main')).toContain('Séances\u00a0: prévu 4, réalisé 1.');
  await keepsNobodyOut(page, 'report-action-form');
  await page.getByLabel('Analyse').fill('Peu d’inscriptions en novembre.');
  await press('Enregistrer');
  expect(await page.textContent('main')).toContain('Peu d’inscriptions en novembre.');
});

it('prints on A4 without anything cut off', async () => {
  await goto('/organisation/bilans/2023/imprimer');
  await keepsNobodyOut(page, 'report-print');
  await page.emulateMedia({ media: 'print' });
  // The width of an A4 page inside its margins, at 96 px to the inch.
  await page.setViewportSize({ width: 700, height: 1000 });
  const cut = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  expect(cut).toBe(0);
  expect(await page.locator('.site-nav').isVisible()).toBe(false);
  await screenshot(page, 'report-on-paper');
});
