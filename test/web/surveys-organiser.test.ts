import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { listComments } from '../../src/domain/surveys/comments';
import { listSurveysOf } from '../../src/domain/surveys/find-survey';
import { listBank } from '../../src/domain/surveys/own-questions';
import { typeInSheet } from '../../src/domain/surveys/paper';
import { findPaperTotals } from '../../src/domain/surveys/results';
import type { Survey } from '../../src/domain/surveys/schema';
import { day } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { anAccount, signedInCookie } from '../support/organisers';
import { answersTo, aSurvey, by, reread, secret, slipsOf } from '../support/surveys';

const app = createApp({ clock: () => now });
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
});

const get = (path: string) => app.request(path, { headers: { Cookie: cookie } }, bindings);
const post = (path: string, fields: Record<string, string> | [string, string][]) =>
  app.request(
    path,
    {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { Cookie: cookie, Origin: String(bindings.BASE_URL) },
    },
    bindings,
  );

/** A survey that `answers` people answered on paper, of `present` in the room. */
async function answered(answers: number, present: number | null) {
  const session = await aSession();
  const survey = await aSurvey({ sessionId: session.id });
  const counts = present === null ? [] : [{ category: '', count: present }];
  const counted = { kind: 'present' as const, source: 'door' as const, countedAt: now, counts };
  if (counts.length) await recordHeadcount(db, session.id, counted, by);
  for (let n = 0; n < answers; n++) {
    const fields = { q_content: n ? '4' : '2', ...(n === 0 && { q_improve: '=1+1 ; « le son »' }) };
    const sheet = { answers: answersTo(survey, fields), code: '', submissionKey: newToken() };
    await typeInSheet(db, survey, sheet, { secret });
  }
  await closeSurvey(db, survey, by);
  return {
    survey: await reread(survey),
    base: `/organisation/seances/${session.code}/questionnaires`,
  };
}

const plain = (text: string) =>
  text
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#39;/g, '’')
    .replace(/\s+/g, ' ');

it('offers no questionnaire « before » of a session that has begun', async () => {
  const choices = async (startsAt: number) => {
    const { code } = await aSession({ slots: [{ startsAt, endsAt: now + day }] });
    const html = await (await get(`/organisation/seances/${code}/questionnaires`)).text();
    return [...html.matchAll(/name="moment" value="(\w+)"/g)].map(([, moment]) => moment);
  };
  expect(await choices(now + 1)).toEqual(['before', 'after', 'later']);
  expect(await choices(now)).toEqual(['after', 'later']);
});

describe('the results page', () => {
  it('gives a sentence that can be pasted into the report', async () => {
    const { base } = await answered(25, 37);
    const page = plain(await (await get(`${base}/fin`)).text());
    expect(page).toContain(
      '25 réponses sur 37 personnes présentes (68 %) ; accueil 100 % (25 sur 25), contenu 96 % (24 sur 25), durée 100 % (25 sur 25)',
    );
    expect(page).toContain('96 % satisfaits (24 sur 25)');
  });

  it('shows answers above the number of people present as a discrepancy', async () => {
    const { base } = await answered(7, 5);
    const page = plain(await (await get(`${base}/fin`)).text());
    expect(page).toContain(
      '7 réponses pour 5 personnes présentes : il y en a plus que de personnes',
    );
    expect(page).toContain('7 réponses pour 5 personnes présentes ; accueil');
  });

  it('gives no rate where attendance was not taken, and no figures before anyone answers', async () => {
    const { base } = await answered(6, null);
    const page = plain(await (await get(`${base}/fin`)).text());
    expect(page).toContain('6 réponses ; accueil 100 %');
    expect(page).toContain('le taux de réponse ne peut pas être calculé');
    const empty = await answered(0, 12);
    expect(plain(await (await get(`${empty.base}/fin`)).text())).toContain(
      'Pas encore de réponses',
    );
  });

  it('keeps what a stranger wrote as text, in the page and in what is downloaded', async () => {
    const { base, survey } = await answered(5, 9);
    const [comment] = await listComments(db, survey);
    await post(`${base}/fin/commentaires`, {
      question: 'improve',
      place: String(comment?.place),
      text: '=HYPERLINK("http://x") <script>',
      tags: 'son, ; salle',
      publishable: '1',
    });
    const page = await (await get(`${base}/fin`)).text();
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script>/);
    const csv = await get(`${base}/fin/resultats.csv`);
    expect(csv.headers.get('Content-Type')).toBe('text/csv; charset=utf-8');
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = new TextDecoder().decode(bytes).split('\r\n');
    expect(lines).toContain('Réponses;5');
    expect(lines).toContain('Le contenu;Très satisfaisant;4;5;80');
    expect(lines).toContain('Le contenu;Satisfaits (deux meilleurs niveaux);4;5;80');
    expect(lines.find((line) => line.includes('HYPERLINK'))).toMatch(/;"'=HYPERLINK/);
    const xlsx = await get(`${base}/fin/resultats.xlsx`);
    expect(new TextDecoder().decode((await xlsx.arrayBuffer()).slice(0, 2))).toBe('PK');
  });
});

describe('opening a questionnaire', () => {
  it('takes the usual questions of the moment, or those chosen, and one a moment', async () => {
    const session = await aSession();
    const base = `/organisation/seances/${session.code}/questionnaires`;
    const usual = await post(base, { moment: 'after', room: '1' });
    expect(usual.headers.get('Location')).toBe(`${base}/fin/acces?fait=ouvert`);
    expect((await post(base, { moment: 'after' })).status).toBe(422);
    await post(base, [
      ['moment', 'later'],
      ['questions', 'recommend'],
      ['questions', 'used'],
    ]);
    const surveys = await listSurveysOf(db, session.id);
    expect(
      surveys.map((survey) => [survey.moment, survey.roomOpen, survey.questions.length]),
    ).toEqual([
      ['after', true, 7],
      ['later', false, 2],
    ]);
    expect((await get(`${base}/avant`)).status).toBe(404);
  });

  it('prints each slip once, and none with a name', async () => {
    const session = await aSession();
    const survey = await aSurvey({ sessionId: session.id, slips: 12 });
    const base = `/organisation/seances/${session.code}/questionnaires/fin`;
    const codes = (await slipsOf(survey)).map((code) => `${code.slice(0, 4)}-${code.slice(4)}`);
    for (const path of [`${base}/billets`, `${base}/papier?codes=1`]) {
      const page = plain(await (await get(path)).text());
      expect(codes.filter((code) => page.split(code).length === 2)).toEqual(codes);
    }
    expect((await post(`${base}/billets`, { count: '0' })).headers.get('Location')).toContain(
      'refus=too_many',
    );
  });
});

describe('typing in', () => {
  const typed = async (survey: Survey) => (await findPaperTotals(db, await reread(survey))).sheets;

  it('counts a sheet that is sent twice once, and says what a wrong number is', async () => {
    const session = await aSession();
    const survey = await aSurvey({ sessionId: session.id });
    const path = `/organisation/seances/${session.code}/questionnaires/fin/saisie`;
    const sheet = { q_welcome: '1', q_content: '4', q_more: '2', submissionKey: newToken() };
    expect((await post(path, sheet)).headers.get('Location')).toBe(`${path}?fait=feuille`);
    expect((await post(path, sheet)).status).toBe(422);
    expect(await typed(survey)).toBe(1);
    const wrong = await post(path, { ...sheet, q_welcome: '7', submissionKey: newToken() });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('value="7"');
    const back = { ...sheet, intent: 'take_back', submissionKey: newToken() };
    expect((await post(path, back)).headers.get('Location')).toBe(`${path}?fait=retiree`);
    expect(await typed(survey)).toBe(0);
  });
});

describe('the bank', () => {
  it('takes questions of the network’s own, whose words can be put right and whose options stay', async () => {
    const question = {
      kind: 'single',
      label: 'Comment êtes-vous venu·e ?',
      short: 'venue',
      options: 'À pied\nEn bus',
      labelEn: 'How did you come?',
      optionsEn: 'On foot\nBy bus',
    };
    expect((await post('/organisation/questions', { ...question, options: 'Seul' })).status).toBe(
      422,
    );
    expect(
      (await post('/organisation/questions', { ...question, optionsEn: 'On foot' })).status,
    ).toBe(422);
    expect((await post('/organisation/questions', question)).status).toBe(303);
    const own = (await listBank(db)).find(({ texts }) => texts.fr.label === question.label);
    expect(own).toMatchObject({
      kind: 'single',
      options: ['o1', 'o2'],
      texts: { en: { options: { o1: 'On foot', o2: 'By bus' } } },
    });
    const session = await aSession();
    await post(`/organisation/seances/${session.code}/questionnaires`, [
      ['moment', 'before'],
      ['questions', String(own?.key)],
    ]);
    const path = `/organisation/questions/${own?.key}`;
    const reworded = { ...question, options: 'À pied ou à vélo\nEn bus' };
    expect(
      (await post(path, { ...question, options: 'Un\nDeux\nTrois', labelEn: '' })).status,
    ).toBe(422);
    expect((await post(path, reworded)).status).toBe(303);
    const [survey] = await listSurveysOf(db, session.id);
    expect(survey?.questions[0]?.texts.fr.options).toEqual({ o1: 'À pied', o2: 'En bus' });
    const after = (await listBank(db)).find(({ key }) => key === own?.key);
    expect(after?.texts.fr.options).toEqual({ o1: 'À pied ou à vélo', o2: 'En bus' });
    expect((await get('/organisation/questions/welcome')).status).toBe(404);
  });
});
