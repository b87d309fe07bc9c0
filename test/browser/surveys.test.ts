/**
 * The questionnaire on a phone without JavaScript and on a bad line, the paper screen by keyboard alone,
 * and the results as an organiser looks at them.
 */
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import type { Session } from '../../src/domain/catalogue/schema';
import { receiveAnswer } from '../../src/domain/surveys/answer';
import { type AnswerFields, readAnswers } from '../../src/domain/surveys/answers';
import { standardQuestionsOf } from '../../src/domain/surveys/bank';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { findSurvey } from '../../src/domain/surveys/find-survey';
import { addSlips, listSlipCodes, openSurvey } from '../../src/domain/surveys/open-survey';
import { findResults } from '../../src/domain/surveys/results';
import type { Survey } from '../../src/domain/surveys/schema';
import { newToken } from '../../src/lib/tokens';
import {
  barriers,
  desktop,
  noBarriers,
  openWorld,
  phone,
  screenshot,
  type Visit,
  type World,
} from '../support/browser';
import { administratorToken, openSignedIn } from '../support/browser-login';
import { insertAction, insertSession } from '../support/rows';
import { signingSecret as secret } from '../support/site';

let world: World;
let token = '';
const by = { now: Date.now(), actor: 'system' as const, secret };

beforeAll(async () => {
  world = await openWorld();
  token = await administratorToken(world);
});
afterAll(() => world?.stop());

/** A page of the organisers' side, signed in. */
const organiser = (path: string, visit: Visit = {}) =>
  openSignedIn(world, token, path, { screen: desktop, ...visit });

async function conference(present = 37): Promise<Session> {
  const actionId = await insertAction(world.db, {
    title:
      'Conférence-débat « Assistant·es maternel·les : quand l’inquiétude s’immisce dans l’accueil d’un enfant »',
    type: 'conference',
  });
  const session = await insertSession(world.db, { actionId, capacity: null });
  if (present)
    await recordHeadcount(
      world.db,
      session.id,
      {
        kind: 'present',
        source: 'door',
        countedAt: by.now,
        counts: [{ category: '', count: present }],
      },
      by,
    );
  return session;
}

async function aSurvey(session: Session, slips = 0): Promise<Survey> {
  const questions = standardQuestionsOf('after');
  const input = {
    sessionId: session.id,
    moment: 'after' as const,
    questions,
    roomOpen: true,
    expected: 30,
  };
  const outcome = await openSurvey(world.db, input, by);
  if (!outcome.ok) throw new Error(outcome.reason);
  const made = (await findSurvey(world.db, outcome.id)) as Survey;
  if (!slips) return made;
  await addSlips(world.db, made, slips, by);
  return (await findSurvey(world.db, outcome.id)) as Survey;
}

async function answer(survey: Survey, fields: AnswerFields, way: 'room' | 'paper' = 'room') {
  const read = readAnswers(survey, fields);
  if (!read.ok) throw new Error('unreadable');
  await receiveAnswer(world.db, survey, read.answers, { hash: newToken(), way });
}

const counted = async (survey: Survey) => {
  await closeSurvey(world.db, survey, by);
  return (await findResults(world.db, survey)).answers;
};

describe('the questionnaire on a phone', () => {
  it('weighs at most 14 KB with its style sheet, compressed, and asks this site alone', async () => {
    const survey = await aSurvey(await conference());
    const html = await (await fetch(`${world.baseUrl}/q/${survey.roomCode}`)).text();
    const sheets = [...html.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map((m) => m[1]);
    expect(sheets).toHaveLength(1);
    const css = await (await fetch(world.baseUrl + sheets[0])).text();
    const script = await (await fetch(`${world.baseUrl}/survey.js`)).text();
    const weight = [html, css, script].reduce((sum, text) => sum + gzipSync(text).length, 0);
    expect(weight).toBeLessThanOrEqual(14 * 1024);
  });

  it('is answered with JavaScript off, and says « déjà reçu, merci » to the same slip', async () => {
    const survey = await aSurvey(await conference(), 3);
    const [slip = ''] = await listSlipCodes(secret, survey);
    const { page } = await world.visit(`/q/${slip}`, { screen: phone });
    expect(await barriers(page)).toEqual(noBarriers);
    await screenshot(page, 'survey phone fr');
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('une question au moins');
    await screenshot(page, 'survey phone errors');
    const welcome = page.getByRole('group', { name: 'L’accueil' });
    await welcome.getByLabel('Très satisfaisant').check();
    await page.getByRole('group', { name: 'La durée' }).getByLabel('Peu satisfaisant').check();
    await page.getByLabel('Que pourrions-nous améliorer').fill('<b>Le son</b> du micro');
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Merci');
    await screenshot(page, 'survey thanks');
    await page.goto(`${world.baseUrl}/q/${slip}`);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Déjà reçu, merci');
    await page.context().close();
    expect(await counted(survey)).toBe(1);
  });

  it('in the dark, in English, with faces that a screen reader reads by their words', async () => {
    const survey = await aSurvey(await conference());
    const { page } = await world.visit(`/q/${survey.roomCode}`, { locale: 'en', dark: true });
    await screenshot(page, 'survey phone dark en');
    expect(await barriers(page)).toEqual(noBarriers);
    const faces = page.getByRole('group', { name: 'The welcome' }).getByRole('radio');
    expect(await faces.count()).toBe(4);
    const names = ['Very good', 'Good', 'Not so good', 'Not good'];
    for (const name of names)
      expect(
        await page
          .getByRole('group', { name: 'The welcome' })
          .getByRole('radio', { name, exact: true })
          .count(),
      ).toBe(1);
    await page.context().close();
  });

  it('keeps the answers when the line is lost, and sends them once it is back', async () => {
    const survey = await aSurvey(await conference());
    const { page } = await world.visit(`/q/${survey.roomCode}`, { javaScript: true });
    const choose = () =>
      page.getByRole('group', { name: 'L’accueil' }).getByLabel('Très satisfaisant').check();
    await choose();
    await page.getByLabel('Que pourrions-nous améliorer').fill('Le son');
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await page.getByText('sont gardées sur ce téléphone').waitFor();
    await screenshot(page, 'survey offline');
    await page.context().setOffline(false);
    await page.waitForURL('**/merci');
    // Nothing stays on the phone.
    expect(await page.evaluate('localStorage.length')).toBe(0);
    await page.context().close();
    expect(await counted(survey)).toBe(1);
  });

  it('counts once what arrived although the phone never heard of it', async () => {
    const survey = await aSurvey(await conference());
    const { page } = await world.visit(`/q/${survey.roomCode}`, { javaScript: true });
    await page.getByRole('group', { name: 'L’accueil' }).getByLabel('Très satisfaisant').check();
    let lost = 0;
    await page.route(`**/q/${survey.roomCode}`, async (route) => {
      if (route.request().method() !== 'POST' || lost++) return route.continue();
      await route.fetch({ maxRedirects: 0 });
      return route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Envoyer mes réponses' }).click();
    await page.getByText('sont gardées sur ce téléphone').waitFor();
    // Closed by mistake, opened again: the answers are still there, and leave by themselves.
    await page.reload();
    await page.waitForURL('**/merci');
    await page.context().close();
    expect([lost, await counted(survey)]).toEqual([2, 1]);
  });
});

describe('the paper screen', () => {
  it('takes a sheet by keyboard alone, and shows the running totals', async () => {
    const session = await conference();
    const survey = await aSurvey(session, 3);
    const [slip = ''] = await listSlipCodes(secret, survey);
    const page = await organiser(`/organisation/seances/${session.code}/questionnaires/fin/saisie`);
    for (const [code, digits] of [
      [slip, '11111'],
      ['', '11312'],
    ] as const) {
      // The page opens on its first field.
      await page.locator('#code:focus').waitFor();
      await page.keyboard.type(code);
      for (const digit of digits) {
        await page.keyboard.press('Tab');
        await page.keyboard.type(digit);
      }
      await page.keyboard.press('Enter');
      await page.getByText('La feuille est comptée').waitFor();
    }
    expect(await page.getByText('2 feuilles saisies').count()).toBe(1);
    expect(await barriers(page)).toEqual(noBarriers);
    await screenshot(page, 'survey typing');
    await page.locator('#q_welcome').fill('9');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('alert').textContent()).toContain('Choisissez un nombre');
    await page.context().close();
    expect(await counted(survey)).toBe(2);
  });
});

describe('the results', () => {
  it.each([
    [0, 37],
    [4, 37],
    [25, 37],
    [400, 380],
  ])('of %i answers', async (answers, present) => {
    const session = await conference(present);
    const survey = await aSurvey(session);
    for (let n = 0; n < answers; n++) {
      const level = (bad: number) => (n % 25 < bad ? '2' : n % 3 ? '4' : '3');
      const fields = {
        q_welcome: level(0),
        q_content: level(1),
        q_duration: level(2),
        q_free_to_speak: 'yes',
        q_more: 'yes',
        ...(n % 25 === 0 && { q_improve: 'Prévoir plus de temps pour les questions.' }),
        ...(n % 40 === 1 && { q_deepen: 'La relation avec les parents\nquand on doute.' }),
      };
      await answer(survey, fields, n % 2 ? 'paper' : 'room');
    }
    await closeSurvey(world.db, survey, by);
    const page = await organiser(`/organisation/seances/${session.code}/questionnaires/fin`);
    await screenshot(page, `survey results ${answers}`);
    expect(await barriers(page)).toEqual(noBarriers);
    if (answers === 25)
      expect((await page.locator('.sentence').textContent())?.replace(/\s/g, ' ')).toBe(
        '25 réponses sur 37 personnes présentes (68 %) ; accueil 100 % (25 sur 25), contenu 96 % (24 sur 25), durée 92 % (23 sur 25)',
      );
    // Figures and comments of an evening on two sheets at most.
    if (answers === 25) {
      const pdf = await page.pdf({ format: 'A4' });
      const sheets = pdf.toString('latin1').match(/\/Type \/Page\b/g) ?? [];
      expect([1, 2]).toContain(sheets.length);
    }
    if (answers === 400)
      expect(await page.getByText('400 réponses pour').count()).toBeGreaterThan(0);
    await page.setViewportSize(phone);
    await screenshot(page, `survey results ${answers} phone`);
    expect((await barriers(page)).overflow).toBe(0);
    await page.context().close();
  });
});

it('an organiser opens a questionnaire, makes slips, prints, closes and shares, without JavaScript', async () => {
  const session = await conference();
  const page = await organiser(`/organisation/seances/${session.code}/questionnaires`);
  await screenshot(page, 'survey list');
  expect(await barriers(page)).toEqual(noBarriers);
  await page.getByLabel('Ouvrir le code de la salle').check();
  await page.getByRole('button', { name: 'Ouvrir le questionnaire' }).click();
  await page.getByText('Le questionnaire est ouvert').waitFor();
  await page.getByLabel('Combien de billets de plus').fill('8');
  await page.getByRole('button', { name: 'Faire les billets' }).click();
  await page.getByText('8 billets faits').waitFor();
  await screenshot(page, 'survey entrances');
  expect(await barriers(page)).toEqual(noBarriers);
  const entrances = page.url();
  for (const [part, name] of [
    ['billets', 'slips'],
    ['ecran', 'projector'],
    ['papier', 'sheet'],
    ['papier?codes=1', 'coded sheets'],
  ]) {
    await page.goto(new URL(String(part), entrances).href);
    await screenshot(page, `survey ${name}`);
    expect((await barriers(page)).axe).toEqual([]);
  }
  const [slip = ''] = await listSlipCodes(
    secret,
    (await findSurvey(world.db, await idOf(session))) as Survey,
  );
  const { page: visitor } = await world.visit(`/q/${slip}`);
  await visitor.getByRole('group', { name: 'Le contenu' }).getByLabel('Très satisfaisant').check();
  await visitor.getByRole('button', { name: 'Envoyer mes réponses' }).click();
  await page.goto(entrances);
  await page.getByRole('button', { name: 'Clore le questionnaire' }).click();
  await page.getByText('résultats définitifs').waitFor();
  await page.getByRole('button', { name: 'Créer un lien de partage' }).click();
  const shared = await page.getByRole('link', { name: /resultats/ }).getAttribute('href');
  await visitor.goto(String(shared));
  expect(await visitor.getByText('contenu 100').count()).toBe(1);
  await screenshot(visitor, 'survey shared');
  expect(await barriers(visitor)).toEqual(noBarriers);
  await page.getByRole('button', { name: 'Retirer ce lien' }).click();
  expect((await visitor.reload())?.status()).toBe(404);
  await visitor.context().close();
  await page.context().close();
});

async function idOf(session: Session): Promise<number> {
  const { listSurveysOf } = await import('../../src/domain/surveys/find-survey');
  return (await listSurveysOf(world.db, session.id))[0]?.id ?? 0;
}
