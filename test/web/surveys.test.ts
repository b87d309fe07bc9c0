import { describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { listComments } from '../../src/domain/surveys/comments';
import { setRoomOpen } from '../../src/domain/surveys/open-survey';
import { findResults } from '../../src/domain/surveys/results';
import type { Survey } from '../../src/domain/surveys/schema';
import { newToken } from '../../src/lib/tokens';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { aSurvey, by, slipsOf } from '../support/surveys';

const app = createApp({ clock: () => now });
const get = (path: string, headers: Record<string, string> = {}, env = {}) =>
  app.request(path, { headers }, { ...bindings, ...env });
const post = (path: string, fields: Record<string, string> | [string, string][], env = {}) =>
  app.request(
    path,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Origin: String(bindings.BASE_URL) },
    },
    { ...bindings, ...env },
  );

const content = { q_welcome: '4', q_content: '3', q_more: 'yes' };
const answersOf = async (survey: Survey) => {
  await closeSurvey(db, survey, by);
  return (await findResults(db, survey)).answers;
};

describe('the questionnaire', () => {
  it('opens by the code of the room as people type it, in their language', async () => {
    const survey = await aSurvey();
    const page = await (await get(`/q/${survey.roomCode.toLowerCase()}`)).text();
    expect(page).toContain('Votre avis');
    expect(page).toContain('L’accueil');
    const english = await (await get(`/q/${survey.roomCode}`, { 'Accept-Language': 'en' })).text();
    expect(english).toContain('Very good');
  });

  it('is answered, thanked for, and counted once however often the same form is sent', async () => {
    const survey = await aSurvey();
    const form = { ...content, submissionKey: newToken() };
    for (let n = 0; n < 3; n++) {
      const answer = await post(`/q/${survey.roomCode}`, form);
      expect([answer.status, answer.headers.get('Location')]).toEqual([
        303,
        `/q/${survey.roomCode}/merci`,
      ]);
    }
    const thanks = await get(`/q/${survey.roomCode}/merci`);
    expect(await thanks.text()).toContain('vos réponses sont arrivées');
    expect(await answersOf(survey)).toBe(1);
  });

  it('says « déjà reçu, merci » for a slip that was used', async () => {
    const survey = await aSurvey({ slips: 1 });
    const [slip = ''] = await slipsOf(survey);
    expect((await post(`/q/${slip}`, content)).headers.get('Location')).toBe(`/q/${slip}/merci`);
    const again = await post(`/q/${slip}`, { q_welcome: '1' });
    expect(again.headers.get('Location')).toBe(`/q/${slip}`);
    const page = await get(`/q/${slip}`);
    expect([page.status, await page.text()]).toEqual([
      200,
      expect.stringContaining('Déjà reçu, merci'),
    ]);
    expect(await answersOf(survey)).toBe(1);
  });

  it('keeps what was typed and says what to put right', async () => {
    const survey = await aSurvey({ slips: 1 });
    const [slip = ''] = await slipsOf(survey);
    const answer = await post(`/q/${slip}`, {
      q_welcome: '3',
      q_improve: `<b>trop</b> ${'long '.repeat(300)}`,
      submissionKey: 'the-same-key-as-before',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('href="#q_improve"');
    expect(page).toContain('&lt;b&gt;trop&lt;/b&gt;');
    expect(page).toContain('value="the-same-key-as-before"');
    expect(page).toMatch(/name="q_welcome" value="3" checked/);
    expect((await post(`/q/${slip}`, {})).status).toBe(422);
    expect((await post(`/q/${slip}`, content)).status).toBe(303);
  });

  it('gives one identical answer for codes that open nothing', async () => {
    const shut = await aSurvey({ slips: 1 });
    const [slip = ''] = await slipsOf(shut);
    await closeSurvey(db, shut, by);
    const room = await aSurvey();
    await setRoomOpen(db, room, false);
    const codes = [
      'ZZZZZZ',
      'ZZZZ9999',
      slip,
      room.roomCode,
      'A'.repeat(24),
      'nothing-of-the-kind',
    ];
    const pages = await Promise.all(
      codes.map(async (code) => {
        const answer = await get(`/q/${code}`);
        return `${answer.status} ${(await answer.text()).replaceAll(code, 'CODE')}`;
      }),
    );
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^404 /);
    expect((await post('/q/ZZZZ9999', content)).status).toBe(404);
  });

  it('says to who comes late that it is over', async () => {
    const survey = await aSurvey();
    await closeSurvey(db, survey, by);
    expect(await (await get(`/q/${survey.roomCode}`)).text()).toContain(
      'questionnaire est terminé',
    );
    expect((await post(`/q/${survey.roomCode}`, content)).headers.get('Location')).toBe(
      `/q/${survey.roomCode}`,
    );
  });

  it('leaves no cookie and is kept by no shared cache', async () => {
    const survey = await aSurvey();
    const page = await get(`/q/${survey.roomCode}`);
    expect(page.headers.get('Set-Cookie')).toBeNull();
    expect(page.headers.get('Cache-Control')).toBe('private, no-cache');
  });

  it('limits a slip’s code, and lets a room of 400 through', async () => {
    const seen: string[] = [];
    const limit = (name: string) => ({
      limit: async ({ key }: { key: string }) => {
        seen.push(`${name} ${key.replace(/:.*/, '')}`);
        return { success: name !== 'key' };
      },
    });
    const env = {
      RATE_LIMITS: 'on',
      LIMIT_PER_KEY: limit('key'),
      LIMIT_PER_IP: limit('ip'),
      LIMIT_PER_ROOM: limit('room'),
    };
    const survey = await aSurvey({ slips: 1 });
    const [slip = ''] = await slipsOf(survey);
    const form = { ...content, submissionKey: newToken() };
    expect((await post(`/q/${survey.roomCode}`, form, env)).status).toBe(303);
    expect((await post(`/q/${slip}`, content, env)).status).toBe(429);
    expect((await get('/q/ZZZZZZ', {}, env)).status).toBe(404);
    expect(seen).toEqual(['room survey', 'ip local', 'key survey', 'ip local', 'ip local']);
  });

  it('two hundred phones at once: none lost, none doubled', async () => {
    const survey = await aSurvey({ slips: 100 });
    const slips = await slipsOf(survey);
    const forms = [
      ...slips.map((slip) => ({ path: `/q/${slip}`, key: '' })),
      ...slips.map(() => ({ path: `/q/${survey.roomCode}`, key: newToken() })),
    ];
    // Each phone sends twice, as one on a bad line does.
    const answers = await Promise.all(
      [...forms, ...forms].map(({ path, key }, n) =>
        post(path, { ...content, q_improve: `nº ${n % forms.length}`, submissionKey: key }),
      ),
    );
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([303]));
    await closeSurvey(db, survey, by);
    const { answers: counted, byWay, questions } = await findResults(db, survey);
    expect([counted, byWay.slip, byWay.room]).toEqual([200, 100, 100]);
    expect(questions[0]?.n).toBe(200);
    const texts = (await listComments(db, survey)).map((comment) => comment.text);
    expect(new Set(texts).size).toBe(200);
    expect(texts).toHaveLength(200);
  }, 60_000);
});

it('takes a multiple choice as it is ticked', async () => {
  const { standardQuestion } = await import('../../src/domain/surveys/bank');
  const question = standardQuestion('heard_by');
  if (!question) throw new Error('no question');
  const session = await aSession();
  const survey = await aSurvey({ sessionId: session.id, questions: [question] });
  await post(`/q/${survey.roomCode}`, [
    ['q_heard_by', 'poster'],
    ['q_heard_by', 'mail'],
    ['submissionKey', newToken()],
  ]);
  await closeSurvey(db, survey, by);
  const [heard] = (await findResults(db, survey)).questions;
  expect(heard?.n).toBe(1);
  expect(heard?.options.filter((o) => o.count).map((o) => o.option)).toEqual(['poster', 'mail']);
});
