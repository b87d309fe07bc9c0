/** Posters, flyers and lists as they leave the printer, and the messages that organisers write. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  actionCarriers,
  organisations,
  type Session,
  venues,
} from '../../src/domain/catalogue/schema';
import { mailbox } from '../../src/domain/mail/schema';
import { addLogo } from '../../src/domain/printing/logos';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { toInstant } from '../../src/lib/dates';
import { nameKey } from '../../src/lib/text';
import { newToken } from '../../src/lib/tokens';
import {
  album,
  desktop,
  keepsNobodyOut,
  openWorld,
  screenshot,
  type Visit,
  type World,
} from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { aPng } from '../support/pictures';
import { insertAction, insertSession } from '../support/rows';

let token = '';
const paris = (local: string) => toInstant(local, 'Europe/Paris');
const span = (date: string, from: string, to: string) => ({
  startsAt: paris(`${date}T${from}`),
  endsAt: paris(`${date}T${to}`),
});
let world: World;
let evening: Session;
let training: Session;
let endless: Session;

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
  const actionId = await insertAction(world.db, {
    title: 'Conférences-débats du réseau',
    type: 'conference',
    target: 'Assistant·es maternel·les, parents, professionnel·les de la petite enfance',
    summary:
      'Comment accueillir ce que l’on voit, ce que l’on craint, et en parler avec les parents sans les alarmer. La conférence est suivie d’un temps d’échange.',
  });
  const carriers = [
    'Réseau périnatalité (Reseda)',
    'Relais Petite Enfance Alès Agglomération',
    'Mutualité Française Occitanie',
  ];
  for (const [position, name] of carriers.entries()) await carriedBy(actionId, name, position);
  for (const [i, funder] of ['ARS Occitanie', 'Département du Gard', 'Caf du Gard'].entries())
    await addLogo(
      world.db,
      { kind: 'funder', name: funder, bytes: aPng(240 + 100 * i, 160, [40, 60 + 60 * i, 120]) },
      { now: Date.now(), actor: 'system' },
    );
  const [venue] = await world.db
    .insert(venues)
    .values({
      name: 'Salle du Capitole',
      nameKey: 'salle du capitole',
      address: 'Place de l’Hôtel de Ville',
      town: 'Alès',
      createdAt: 0,
    })
    .returning();
  const practical = {
    free: true,
    babies: true,
    wheelchair: true,
    contactName: 'Fabienne',
    contactPhone: '04 66 00 00 00',
  };
  const common = { actionId, venueId: venue?.id ?? null, practical };
  evening = await insertSession(world.db, {
    ...common,
    title: 'Quand l’inquiétude s’immisce dans l’accueil d’un enfant',
    speakers: [
      { role: 'pédopsychiatre' },
      { name: 'Łucja Dąbrowska', role: 'puéricultrice (PMI d’Alès)' },
    ],
    slots: [span('2027-05-20', '20:00', '22:00')],
  });
  training = await insertSession(world.db, {
    ...common,
    title: 'Formation « Femmes enceintes, environnement et santé » (FEES)',
    eligibility:
      'Médecins généralistes, pédiatres, sages-femmes, infirmières et infirmiers, puéricultrices',
    speakers: [{ name: 'Şeyma Çelik', role: 'formatrice' }],
    slots: ['2027-12-08', '2027-12-09', '2027-12-16'].flatMap((date) => [
      span(date, '09:00', '12:30'),
      span(date, '13:30', '17:00'),
    ]),
  });
  const many = {
    role: 'sage-femme libérale, consultante en lactation',
    name: 'Marie-Élisabeth Bruguière-Montségur',
  };
  endless = await insertSession(world.db, {
    ...common,
    title:
      'Perturbateurs endocriniens, qualité de l’air intérieur, écrans, sommeil, alimentation : ce que chaque professionnel·le de la périnatalité et de la petite enfance peut dire aux familles, dès la grossesse et jusqu’aux six ans de l’enfant, sans culpabiliser ni alarmer',
    eligibility: 'Professionnel·les de santé et de la petite enfance du bassin alésien. '.repeat(8),
    speakers: [many, many, many, many, many],
    practical: {
      ...practical,
      signLanguage: true,
      interpreter: 'arabe, turc et portugais, sur demande une semaine avant',
      bring:
        'un coussin, une couverture, de quoi noter, et les étiquettes de vos produits ménagers',
    },
    slots: Array.from({ length: 12 }, (_, i) =>
      span(`2027-${String(i + 1).padStart(2, '0')}-14`, '09:00', '12:00'),
    ),
  });
  await fill(evening);
});
afterAll(() => world?.stop());

async function carriedBy(actionId: number, name: string, position: number) {
  const [row] = await world.db
    .insert(organisations)
    .values({ name, nameKey: nameKey(name), createdAt: 0 })
    .returning();
  await world.db
    .insert(actionCarriers)
    .values({ actionId, organisationId: row?.id ?? 0, position });
}

async function fill(session: Session) {
  const notes = [null, 'Que dire aux parents quand on a un doute ?', null];
  for (const [i, firstName] of ['Élodie', 'Fatma', 'Łucja'].entries()) {
    const outcome = await registerByHand(
      world.db,
      {
        sessionId: session.id,
        registrant: {
          firstName,
          lastName: 'Grandjean-Duvergé',
          email: `${i}@exemple.fr`,
          phone: '06 12 34 56 78',
          locale: 'fr',
          seats: 1,
          profession: i < 2 ? 'Assistante maternelle' : 'Puéricultrice',
          note: notes[i] ?? null,
        },
        overCapacityReason: null,
        submissionKey: newToken(),
      },
      'system',
      { now: Date.now(), timeZone: 'Europe/Paris' },
    );
    if (!outcome.ok) throw new Error(outcome.reason);
  }
}

const open = (path: string, visit?: Visit) => openSignedIn(world, token, path, visit);
const paper = (session: Session, sheet = '') =>
  `/organisation/seances/${session.code}/papier${sheet}`;

/** What of the sheet is cut off at its edges. */
const cutOff = (page: Page) =>
  page.evaluate<string[]>(`['.sheet', '.what', '.logos'].filter((part) => {
    const { scrollHeight, clientHeight } = document.querySelector(part);
    return scrollHeight > clientHeight + 1;
  })`);

const inMillimetres = (points: number) => Math.round((points * 25.4) / 72);

it.each([
  ['affiche', 210, 297],
  ['tract', 148, 210],
])('prints one sheet, whatever there is to say: %s', async (sheet, width, height) => {
  for (const [name, session] of Object.entries({ evening, training, endless })) {
    const page = await open(paper(session, `/${sheet}`), { screen: desktop });
    const pdf = await page.pdf({ preferCSSPageSize: true });
    writeFileSync((await screenshot(page, `${sheet}-${name}`)).replace('.png', '.pdf'), pdf);
    const pages = (await PDFDocument.load(pdf)).getPages();
    expect(
      pages.map((one) => [inMillimetres(one.getWidth()), inMillimetres(one.getHeight())]),
      name,
    ).toEqual([[width, height]]);
    await page.emulateMedia({ media: 'print' });
    expect(await cutOff(page), `${sheet} ${name}`).toEqual([]);
    await page.context().close();
  }
});

it('makes the speaker’s list with a button, readable on a phone and on paper', async () => {
  const page = await open(paper(evening));
  await page.getByRole('button', { name: 'Créer le lien' }).click();
  await keepsNobodyOut(page, 'outreach-paper');
  await page.locator('section a[href*="/intervenant/"]').click();
  expect(await page.locator('.guests li').allTextContents()).toEqual([
    'Élodie, Assistante maternelle',
    'Fatma, Assistante maternelleQue dire aux parents quand on a un doute\u202f?',
    'Łucja, Puéricultrice',
  ]);
  await keepsNobodyOut(page, 'outreach-speaker-list');
});

it('takes a logo and shows it, without JavaScript', async () => {
  const page = await open('/organisation/logos');
  await page.getByLabel('Structure').fill('Ville d’Alès');
  await page.getByRole('radio', { name: 'Financeur' }).check();
  const file = { name: 'ales.png', mimeType: 'image/png', buffer: Buffer.from(aPng(300, 90)) };
  await page.getByLabel('Fichier').setInputFiles(file);
  await page.getByRole('button', { name: 'Ajouter le logo' }).click();
  expect(await page.getByRole('status').textContent()).toContain('Le logo est enregistré');
  const width = "document.querySelector('.logo-list li:last-child img').naturalWidth";
  // The picture is asked for after the page that answers the form.
  await expect.poll(() => page.evaluate<number>(width), { timeout: 10_000 }).toBe(300);
  await keepsNobodyOut(page, 'outreach-logos');
});

it('writes to the people of a session, without JavaScript: draft, preview, sent', async () => {
  const page = await open(`/organisation/seances/${evening.code}/message`, { screen: desktop });
  await page.getByRole('button', { name: 'Voir le message' }).click();
  await keepsNobodyOut(page, 'outreach-note-errors');
  await page.getByLabel('Objet').fill('Où se garer jeudi');
  await page.getByLabel('Texte').fill('Le parking est place des Martyrs.\n\nÀ jeudi !');
  await page.getByRole('button', { name: 'Voir le message' }).click();
  const mail = page.frameLocator('iframe');
  expect(await mail.locator('p').nth(2).textContent()).toBe('Le parking est place des Martyrs.');
  await keepsNobodyOut(page, 'outreach-note-draft');
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  expect(await page.getByRole('status').textContent()).toContain('L’envoi est lancé');
  await world.tick();
  await page.goto(page.url().split('?')[0] ?? '');
  expect(await page.locator('dl.facts').textContent()).toContain('Envoyé à 3 personnes');
  await keepsNobodyOut(page, 'outreach-note-sent');
  const received = await world.db.select().from(mailbox);
  expect(
    received
      .flatMap(({ subject, recipient }) => (subject === 'Où se garer jeudi' ? recipient : []))
      .sort(),
  ).toEqual(['0@exemple.fr', '1@exemple.fr', '2@exemple.fr']);
});

it.each([
  ['affiche', 210, 297],
  ['tract', 148, 210],
])('gives the sheet as a PDF of its own: %s', async (sheet, width, height) => {
  for (const [name, session] of Object.entries({ evening, training, endless })) {
    const answer = await fetch(`${world.baseUrl}${paper(session, `/${sheet}.pdf`)}`, {
      headers: { Cookie: `farandole=${token}` },
    });
    expect(answer.headers.get('Content-Type'), name).toBe('application/pdf');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    writeFileSync(join(album, `${sheet}-${name}-drawn.pdf`), bytes);
    const pages = (await PDFDocument.load(bytes)).getPages();
    expect(
      pages.map((one) => [inMillimetres(one.getWidth()), inMillimetres(one.getHeight())]),
      name,
    ).toEqual([[width, height]]);
  }
});
