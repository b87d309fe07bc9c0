/** Publications and loans as organisers note them and readers see them. */
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { listHandoutsOfYear, listLoansOfYear } from '../../src/domain/handouts/list-handouts';
import { freezeReport } from '../../src/domain/reports/snapshots';
import { findYearReport } from '../../src/domain/reports/year-report';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));

let reseda = 0;
let cookie = '';
let reader = '';
let colleague = '';
beforeAll(async () => {
  reseda = await anOrganisation('Reseda');
  const other = await anOrganisation('Mutualité');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: reseda })).id);
  colleague = await signedInCookie((await anAccount('organiser', { organisationId: other })).id);
  reader = await signedInCookie((await anAccount('reader', { organisationId: reseda })).id);
});

const booklet = { title: 'Livret FEES', count: '30', givenOn: '2026-01-10' };
const kit = {
  item: 'Mallette FEES',
  borrowerOrganisation: 'PMI d’Alès',
  borrowerPerson: 'Fatima Benali',
  lentOn: '2026-01-05',
  dueOn: '2026-01-10',
  note: 'Caution rendue',
};
const page = async (path: string, as = cookie) => (await get(path, { cookie: as })).text();
async function lent(values: Partial<typeof kit> = {}) {
  const answer = await post('/organisation/prets', { ...kit, ...values }, { cookie });
  expect(answer.headers.get('Location')).toBe('/organisation/prets?annee=2026&fait=pret');
  const [listed] = await listLoansOfYear(db, 2026);
  if (!listed) throw new Error('no loan');
  return listed.loan;
}
async function given(values: Record<string, string> = {}) {
  const answer = await post('/organisation/diffusions', { ...booklet, ...values }, { cookie });
  expect(answer.headers.get('Location')).toBe('/organisation/diffusions?annee=2026&fait=diffusion');
  const [listed] = await listHandoutsOfYear(db, 2026);
  if (!listed) throw new Error('no publication');
  return listed.handout;
}

it('notes what was handed out at a session, typed by its code', async () => {
  const { code, id, actionId } = await aSession();
  const handout = await given({ session: code.toLowerCase() });
  expect(handout).toMatchObject({ count: 30, sessionId: id, actionId, organisationId: reseda });
  const html = await page('/organisation/diffusions?annee=2026&fait=diffusion');
  expect(html).toContain('La publication est enregistrée.');
  expect(html).toContain('samedi 10 janvier 2026');
  expect(html).toContain(`/organisation/diffusions/${handout.id}"`);
});

it('keeps what was typed of a publication, and says what is wrong', async () => {
  const wrong = { ...booklet, count: 'trente', session: 'ZZZZ', actionId: '999999' };
  const answer = await post('/organisation/diffusions', wrong, { cookie });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  for (const field of ['count', 'session', 'actionId']) expect(html).toContain(`href="#${field}"`);
  expect(html).toContain('value="trente"');
});

it('offers the actions that the account works on, and keeps another’s that stands there', async () => {
  const [mine, foreign] = [await anAction(), await anAction()];
  await carries(reseda, mine);
  const refused = { ...booklet, actionId: String(foreign) };
  expect((await post('/organisation/diffusions', refused, { cookie })).status).toBe(422);
  const { code, actionId } = await aSession();
  const handout = await given({ session: code });
  const kept = { ...booklet, session: '', actionId: String(actionId), version: '1' };
  const answer = await post(`/organisation/diffusions/${handout.id}`, kept, { cookie });
  expect(answer.status).toBe(303);
  expect((await given({ actionId: String(mine) })).actionId).toBe(mine);
});

it('shows readers loans without the names of people, on the page and in the file', async () => {
  await lent();
  await lent({ borrowerOrganisation: '' });
  for (const path of [
    '/organisation/prets?annee=2026',
    '/organisation/prets/prets.csv?annee=2026',
  ]) {
    expect(await page(path)).toContain('Fatima Benali');
    const seen = await page(path, reader);
    expect(seen).toContain('PMI d’Alès');
    expect(seen).toContain('Une personne');
    expect(seen).not.toContain('Benali');
    expect(seen).not.toContain('Caution rendue');
  }
});

it('puts what is overdue first, and takes its return twice without harm', async () => {
  const loan = await lent();
  const html = await page('/organisation/prets?annee=2020');
  expect(html).toContain('En retard');
  expect(html).toContain(`/organisation/prets/${loan.id}/retour`);
  expect(await page('/organisation/prets', colleague)).not.toContain('/retour"');
  for (let times = 0; times < 2; times++) {
    const answer = await post(`/organisation/prets/${loan.id}/retour`, {}, { cookie });
    expect(answer.headers.get('Location')).toBe('/organisation/prets?annee=2026&fait=pret-rendu');
  }
  const [listed] = (await listLoansOfYear(db, 2026)).filter((one) => one.loan.id === loan.id);
  expect(listed?.loan.version).toBe(2);
});

it('keeps the second’s typing beside the first’s change, under the version of now', async () => {
  const loan = await lent();
  const path = `/organisation/prets/${loan.id}`;
  expect((await post(path, { ...kit, item: 'Une', version: '1' }, { cookie })).status).toBe(303);
  const stale = await post(path, { ...kit, item: 'Deux', version: '1' }, { cookie });
  expect(stale.status).toBe(409);
  const html = await stale.text();
  expect(html).toContain('value="Deux"');
  expect(html).toContain('name="version" value="2"');
});

it('takes a change that is pressed twice as saved, and as nobody else’s', async () => {
  const loan = await lent();
  const handout = await given({ title: 'Livret' });
  const changes: [string, Record<string, string>][] = [
    [`/organisation/prets/${loan.id}`, { ...kit, item: 'Deux fois', version: '1' }],
    [`/organisation/diffusions/${handout.id}`, { ...booklet, title: 'Deux fois', version: '1' }],
  ];
  for (const [path, form] of changes)
    for (let times = 0; times < 2; times++)
      expect((await post(path, form, { cookie })).status).toBe(303);
});

it('deletes what was noted by mistake', async () => {
  const { id } = await given({ title: 'Par erreur' });
  const gone = `/organisation/diffusions/${id}`;
  expect((await post(`${gone}/suppression`, { version: '1' }, { cookie })).status).toBe(303);
  expect((await get(gone, { cookie })).status).toBe(404);
});

it('exports publications for a spreadsheet', async () => {
  await given({ title: '=1+1' });
  const answer = await get('/organisation/diffusions/publications.csv?annee=2026', { cookie });
  expect(answer.headers.get('Content-Disposition')).toContain('publications-2026.csv');
  const text = await answer.text();
  expect(text).toContain('Titre;Nombre d’exemplaires;Date de remise');
  expect(text).toContain("'=1+1;30;2026-01-10");
});

it('counts both in the year’s report, and opens each figure onto its lines', async () => {
  const { id } = await given({ title: 'Guide du jardin' });
  await lent();
  expect(await page('/organisation/bilans/2026')).toContain('Publications diffusées');
  const list = await page('/organisation/bilans/2026/chiffres/publications');
  expect(list).toContain('Guide du jardin');
  expect(list).toContain(`/organisation/diffusions/${id}"`);
  const titles = await page('/organisation/bilans/2026/chiffres/publication_titles', reader);
  expect(titles).toContain('Guide du jardin');
  const out = await page('/organisation/bilans/2026/chiffres/loans_overdue', reader);
  expect(out).toContain('Mallette FEES – PMI d’Alès');
  expect(out).not.toContain('Benali');
});

it('opens a copy that was frozen before publications and loans were counted', async () => {
  const { report } = await findYearReport(db, 2026, { now, timeZone: 'Europe/Paris' });
  const figures = report.figures.filter(({ key }) => !/^(publication|loan)/.test(key));
  const { handouts: _, loans: __, ...index } = report.index;
  const older = { ...report, figures, index } as typeof report;
  const id = await freezeReport(db, older, '', { now, actor: 'system' });
  const copy = await get(`/organisation/bilans/2026/copies/${id}`, { cookie });
  expect(copy.status).toBe(200);
  expect(await copy.text()).not.toContain('Publications diffusées');
  const list = await get(`/organisation/bilans/2026/copies/${id}/chiffres/loans`, { cookie });
  expect(list.status).toBe(404);
});
