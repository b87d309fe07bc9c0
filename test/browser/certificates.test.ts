/** Certificates as they leave the printer, and the page on which a signature is given. */
import { writeFileSync } from 'node:fs';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { issueCertificates } from '../../src/domain/attendance/certify';
import { recordAttendance } from '../../src/domain/attendance/record';
import {
  actionCarriers,
  organisations,
  type Session,
  venues,
} from '../../src/domain/catalogue/schema';
import { addLogo, mostFunders } from '../../src/domain/printing/logos';
import { addSignature } from '../../src/domain/printing/signatures';
import { day, hour } from '../../src/lib/dates';
import { nameKey } from '../../src/lib/text';
import { newToken } from '../../src/lib/tokens';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  screenshot,
  type World,
} from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { aPng } from '../support/pictures';
import { evening, insertAction, insertSession } from '../support/rows';

const by = { now: Date.now(), actor: 'system' } as const;
const carriers = [
  'Réseau périnatalité (Reseda)',
  'Relais Petite Enfance Alès Agglomération',
  'Mutualité Française Occitanie',
];
let world: World;
let token = '';
let plain: Session;
let usual: Session;
let endless: Session;

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
  plain = await insertSession(world.db, { title: 'Air intérieur : la chambre de bébé' });
  await certify(plain, ['Łucja Dąbrowska']);
  const actionId = await insertAction(world.db);
  for (const [position, name] of carriers.entries()) {
    const [row] = await world.db
      .insert(organisations)
      .values({ name, nameKey: nameKey(name), createdAt: 0 })
      .returning();
    await world.db
      .insert(actionCarriers)
      .values({ actionId, organisationId: row?.id ?? 0, position });
    await addLogo(world.db, { kind: 'carrier', name, bytes: aPng(300, 100 + 60 * position) }, by);
  }
  for (let n = 0; n < mostFunders; n++) {
    const bytes = aPng(120 + 50 * (n % 4), 60 + 30 * (n % 3), [20 * n, 60, 120]);
    await addLogo(world.db, { kind: 'funder', name: `Financeur ${n}`, bytes }, by);
  }
  const pictures = {
    signature: aPng(480, 180, [20, 40, 110, 160]),
    stamp: aPng(360, 360, [120, 30, 30, 160]),
  };
  const role = 'directrice de l’action sociale, de la prévention et de la petite enfance';
  const [organisation = ''] = carriers;
  const name = 'Marie-Élisabeth Żółkiewska-Bruguière';
  await addSignature(world.db, { organisation, name, role, pictures }, by);
  usual = await insertSession(world.db, {
    actionId,
    title: 'Sommeil du tout-petit : repères et écoute',
    speakers: [{ role: 'pédopsychiatre' }, { role: 'puéricultrice (PMI d’Alès)' }],
  });
  await certify(usual, ['Şeyma Gündoğdu', 'Zoë Œuvrard', 'Małgorzata Żółć']);
  endless = await endlessSession(actionId);
  await certify(endless, ['Marie-Antoinette Żółkiewska-Bruguière de Montségur-Lavalette']);
});
afterAll(() => world?.stop());

async function endlessSession(actionId: number): Promise<Session> {
  const [venue] = await world.db
    .insert(venues)
    .values({
      name: 'Maison de la Santé et de la Petite Enfance du Bassin alésien, salle Simone-Veil',
      nameKey: 'maison',
      address: '34 bis avenue du Général-de-Gaulle, bâtiment C, deuxième étage',
      town: 'Saint-Christol-lez-Alès',
      createdAt: 0,
    })
    .returning();
  const half = (n: number) => ({
    startsAt: evening.startsAt + Math.floor(n / 2) * day + (n % 2 ? 0 : -11 * hour),
    endsAt: evening.startsAt + Math.floor(n / 2) * day + (n % 2 ? 3 : -8) * hour,
  });
  return insertSession(world.db, {
    actionId,
    venueId: venue?.id ?? null,
    title:
      'Perturbateurs endocriniens, qualité de l’air intérieur, écrans, sommeil, alimentation : ce que chaque professionnel·le de la petite enfance peut dire aux familles, dès la grossesse, sans culpabiliser ni alarmer',
    speakers: Array.from({ length: 6 }, () => ({
      role: 'sage-femme libérale, consultante en lactation',
    })),
    slots: Array.from({ length: 16 }, (_, n) => half(n)),
  });
}

async function certify(session: Session, names: string[]) {
  const walkIns = names.map((name) => ({ key: newToken(), name }));
  const marks = walkIns.flatMap(({ key }) =>
    Array.from({ length: 16 }, (_, slot) => ({
      id: newToken(),
      slot,
      who: { walkInKey: key },
      state: 'present' as const,
      at: by.now,
    })),
  );
  await recordAttendance(world.db, session.id, { walkIns, marks, source: 'tick' }, by);
  const network = 'Réseau Périnatalité – Petite Enfance Alès-Cévennes';
  await issueCertificates(world.db, session.id, { network, timeZone: 'Europe/Paris' }, by);
}

const path = ({ code }: Session, page: string) =>
  `/organisation/seances/${code}/attestations${page}`;
const open = (where: string, visit = {}) => openSignedIn(world, token, where, visit);
const pagesOf = async (file: Uint8Array) => (await PDFDocument.load(file)).getPageCount();

it.each([
  ['plain', 1],
  ['usual', 3],
  ['endless', 1],
])('prints one sheet each, whatever there is to say: %s', async (name, sheets) => {
  const session = { plain, usual, endless }[name] ?? plain;
  const page = await open(path(session, '/imprimer'), { screen: desktop });
  const printed = await page.pdf({ preferCSSPageSize: true });
  const picture = await screenshot(page, `certificate-${name}`);
  writeFileSync(picture.replace('.png', '-page.pdf'), printed);
  expect(await pagesOf(printed)).toBe(sheets);
  await page.emulateMedia({ media: 'print' });
  expect(await beyondTheFrame(page)).toEqual([]);

  const code = /attestations\/([2-9A-Z]{8})"/.exec(
    await (await open(path(session, ''))).content(),
  )?.[1];
  const answer = await page.request.get(world.baseUrl + path(session, `/${code}.pdf`));
  writeFileSync(picture.replace('.png', '.pdf'), await answer.body());
  expect(await pagesOf(await answer.body())).toBe(1);
  await page.context().close();
});

/** What of a sheet stands outside its frame. */
const beyondTheFrame = (page: Page) =>
  page.evaluate<string[]>(`[...document.querySelectorAll('.certificate')].flatMap((sheet) => {
    const frame = sheet.getBoundingClientRect();
    return [...sheet.querySelectorAll('*')].filter((part) => {
      const { left, right, bottom } = part.getBoundingClientRect();
      return left < frame.left - 1 && !part.closest('.qr') || right > frame.right + 1 || bottom > frame.bottom + 1;
    }).map((part) => part.className || part.tagName);
  })`);

it('shows the signature from the one drawing of it in the page', async () => {
  const page = await open(path(usual, '/imprimer'), { screen: desktop });
  const drawn = `[...document.querySelectorAll('.signed svg')].map((svg) => {
    const { width, height } = svg.querySelector('use').getBoundingClientRect();
    return width > 30 && height > 30;
  })`;
  expect(await page.evaluate<boolean[]>(drawn)).toEqual(Array(6).fill(true));
  expect(await page.locator('symbol').count()).toBe(2);
  await page.context().close();
});

it.each([
  ['light', false],
  ['dark', true],
])('keeps nobody out, in %s', async (tone, dark) => {
  const page = await open(path(usual, '/imprimer'), { screen: phone, dark });
  const name = (what: string) => `certificates-${what}-${tone}`;
  expect(await barriers(page)).toEqual(noBarriers);
  await screenshot(page, name('printed'));
  for (const [what, where] of [
    ['signatures', '/organisation/signatures'],
    ['issuing', path(plain, '')],
  ] as const) {
    await page.goto(world.baseUrl + where);
    expect(await barriers(page), what).toEqual(noBarriers);
    await screenshot(page, name(what));
  }
  await page.goto(world.baseUrl + path(plain, ''));
  for (const [what, link] of [
    ['taking-back', /^Annuler/],
    ['walk-in', 'Corriger les coordonnées'],
    ['walk-in-out', 'Retirer cette personne'],
  ] as const) {
    await page.getByRole('link', { name: link }).first().click();
    expect(await barriers(page), what).toEqual(noBarriers);
    await screenshot(page, name(what));
  }
  await page.goto(`${world.baseUrl}/organisation/signatures`);
  await page
    .getByRole('link', { name: /Retirer/ })
    .first()
    .click();
  expect(await barriers(page)).toEqual(noBarriers);
  await screenshot(page, name('signature'));
  await page.context().close();
});

it('takes a signature and shows it, without JavaScript', async () => {
  const page = await open('/organisation/signatures', { screen: phone });
  const file = (buffer: Uint8Array) => ({
    name: 'image.png',
    mimeType: 'image/png',
    buffer: Buffer.from(buffer),
  });
  await page.getByLabel('Structure').fill('Ville d’Alès');
  await page.getByLabel('Prénom et nom').fill('Anne Petit');
  await page.getByLabel('Image de la signature').setInputFiles(file(aPng(200, 80)));
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
  expect(await page.getByRole('alert').textContent()).toContain('Indiquez sa fonction');
  expect(await page.getByLabel('Prénom et nom').inputValue()).toBe('Anne Petit');
  expect(await barriers(page)).toEqual(noBarriers);
  await page.getByLabel('Sa fonction').fill('adjointe à la petite enfance');
  await page.getByLabel('Image de la signature').setInputFiles(file(aPng(200, 80)));
  await page.getByRole('button', { name: 'Enregistrer la signature' }).click();
  expect(await page.getByRole('status').textContent()).toContain('La signature est enregistrée');
  const width = `document.querySelector('img[alt="Signature de Anne Petit"]').naturalWidth`;
  await expect.poll(() => page.evaluate<number>(width), { timeout: 10_000 }).toBe(200);
  await screenshot(page, 'certificates-signature-given');
  await page.context().close();
});
