/** The pages of what is printed: who reaches them, what they say, and what they never show. */
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { type Session, venues } from '../../src/domain/catalogue/schema';
import { listLogos } from '../../src/domain/printing/logos';
import type { Bindings } from '../../src/env';
import { readPdf } from '../support/attendance';
import { bindings, db } from '../support/db';
import { lettersOfPdf } from '../support/documents';
import { aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { aPng } from '../support/pictures';
import { aSurvey } from '../support/surveys';
import { origin, visit } from '../support/web';

const app = createApp({ clock: () => now });
const { get, post } = visit(app);

let cookie = '';
let administrator = '';
let session: Session;
beforeAll(async () => {
  const reseda = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: reseda })).id);
  administrator = await signedInCookie((await anAccount('administrator')).id);
  const [venue] = await db
    .insert(venues)
    .values({
      name: 'Salle du Capitole',
      nameKey: 'salle du capitole',
      town: 'Alès',
      createdAt: now,
    })
    .returning();
  session = await aSession({
    title: 'Air intérieur : <b>la chambre</b> de bébé',
    venueId: venue?.id ?? null,
    speakers: [{ name: 'Łucja Dąbrowska', role: 'sage-femme' }],
    practical: { free: true, contactPhone: '04 66 00 00 00' },
  });
  await carries(reseda, session.actionId);
});

async function upload(file: Blob, fields: Record<string, string>, as: string) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  body.set('file', file, 'logo.png');
  return app.request(
    '/organisation/logos',
    { method: 'POST', body, headers: { Cookie: as, Origin: origin } },
    bindings,
  );
}

it('takes an organiser’s logo for their own organisation, whatever the form says', async () => {
  const answer = await upload(
    new Blob([aPng(200, 80)]),
    { kind: 'funder', name: 'ARS Occitanie' },
    cookie,
  );
  expect(answer.headers.get('Location')).toBe('/organisation/logos?fait=logo');
  expect(await listLogos(db)).toMatchObject([{ kind: 'carrier', name: 'Reseda' }]);
});

it('says at the file what is wrong with it, and keeps what was typed', async () => {
  const fields = { kind: 'funder', name: 'Caf du Gard' };
  const svg = await upload(new Blob(['<svg onload="alert(1)"/>']), fields, administrator);
  expect(svg.status).toBe(422);
  const page = await svg.text();
  expect(page).toContain('href="#file"');
  expect(page).toContain('n’est pas une image PNG ou JPEG');
  expect(page).toContain('value="Caf du Gard"');
  const large = await upload(new Blob([new Uint8Array(400 * 1024)]), fields, administrator);
  expect(await large.text()).toContain('dépasse 300 Ko');
  const huge = await upload(new Blob([new Uint8Array(2 * 1024 * 1024)]), fields, administrator);
  expect(huge.status).toBe(413);
});

it('serves a logo as the picture that it is, where nothing can run, and for good', async () => {
  const [logo] = await listLogos(db);
  const answer = await get(`/logos/${logo?.key}`);
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'content-type': 'image/png',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'public, max-age=31536000, immutable',
  });
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(aPng(200, 80));
  expect((await get('/logos/nothing')).status).toBe(404);
});

it('lets only an administrator take away what is not their organisation’s', async () => {
  await upload(new Blob([aPng(10, 10)]), { kind: 'funder', name: 'Caf du Gard' }, administrator);
  const funder = (await listLogos(db)).find(({ kind }) => kind === 'funder');
  const path = `/organisation/logos/${funder?.id}/suppression`;
  expect((await post(path, {}, { cookie })).status).toBe(403);
  expect((await post(path, {}, { cookie: administrator })).status).toBe(303);
  expect((await listLogos(db)).map(({ kind }) => kind)).toEqual(['carrier']);
});

it('prints on the poster and the flyer what one must know, and how to register', async () => {
  for (const sheet of ['affiche', 'tract']) {
    const page = await (
      await get(`/organisation/seances/${session.code}/papier/${sheet}`, { cookie })
    ).text();
    for (const said of [
      'Air intérieur\u00a0: &lt;b&gt;la chambre&lt;/b&gt; de bébé',
      'jeudi 12 mars 2026, de 20\u00a0h à 22\u00a0h',
      'Salle du Capitole, Alès',
      'Łucja Dąbrowska, sage-femme',
      'Gratuit',
      '04 66 00 00 00',
      `localhost:8787/s/${session.code}`,
      `<b>${session.code}</b>`,
      'Proposé par Reseda',
      'alt="Reseda"',
      '<svg class="qr"',
    ])
      expect(page).toContain(said);
    expect(page).not.toContain('style=');
  }
});

const paper = () => `/organisation/seances/${session.code}/papier`;
const speakerPath = async () =>
  /\/intervenant\/[\w-]+/.exec(await (await get(paper(), { cookie })).text())?.[0];

it('opens the speaker’s list by its link alone, until the link is ended', async () => {
  await registered(session, {
    firstName: 'Élodie',
    lastName: 'Grandjean',
    email: 'elodie@exemple.fr',
    phone: '06 12 34 56 78',
    organisation: 'Crèche du Parc',
    profession: 'Puéricultrice',
    note: 'Quelles peintures choisir <là> ?',
  });
  expect(await speakerPath()).toBeUndefined();
  const made = await post(`${paper()}/intervenant`, {}, { cookie });
  expect(made.headers.get('Location')).toBe(`${paper()}?fait=lien-intervenant`);
  const path = (await speakerPath()) ?? '';
  const answer = await get(path);
  const page = await answer.text();
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  for (const said of ['Élodie', 'Puéricultrice', 'Quelles peintures choisir &lt;là&gt;\u202f?'])
    expect(page).toContain(said);
  for (const hidden of ['Grandjean', 'exemple.fr', '06 12', 'Crèche'])
    expect(page).not.toContain(hidden);

  await post(`${paper()}/intervenant/fin`, {}, { cookie });
  const [ended, unknown] = [await get(path), await get(`/intervenant/${'A'.repeat(46)}`)];
  expect([ended.status, unknown.status]).toEqual([404, 404]);
  expect(strip(await ended.text())).toBe(strip(await unknown.text()));
});

/** The page without its own address, which the language switch holds. */
const strip = (page: string) => page.replaceAll(/\/intervenant\/[\w-]+/g, '');

const pdfOf = (sheet: string, code = session.code, env: Partial<Bindings> = {}) =>
  get(`/organisation/seances/${code}/papier/${sheet}.pdf`, { cookie, env });

it('writes the same on the PDF, with every letter, and a broken picture takes nothing away', async () => {
  const broken = aPng(40, 40);
  broken.fill(0, 41, 60);
  await upload(new Blob([broken]), { kind: 'funder', name: 'Caf du Gard' }, administrator);
  for (const sheet of ['affiche', 'tract']) {
    const answer = await pdfOf(sheet);
    expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
    const { pages } = await readPdf(await answer.arrayBuffer());
    expect(pages).toHaveLength(1);
    const said = (pages[0] ?? []).join(' ');
    for (const word of ['jeudi 12 mars 2026', 'Łucja Dąbrowska', session.code, 'Caf du Gard'])
      expect(said).toContain(word);
  }
});

it('sets the poster’s words as large as the sheet allows, none upon another', async () => {
  const sizeOfDay = async (values: Parameters<typeof aSession>[0]) => {
    const made = await aSession({ actionId: session.actionId, ...values });
    const letters = await lettersOfPdf(await pdfOf('affiche', made.code));
    // As they are drawn: the body comes last, and begins with its day.
    const body = letters.slice(letters.findIndex(({ text }) => /\b2026\b/.test(text)));
    const heights = body.map(({ y }) => y);
    expect(heights).toEqual([...heights].sort((above, below) => below - above));
    return body[0]?.size ?? 0;
  };
  const [little, much] = [
    await sizeOfDay({ title: 'Le sommeil' }),
    await sizeOfDay({
      title: 'Accueillir et accompagner '.repeat(9),
      summary: 'Repères '.repeat(60),
    }),
  ];
  expect(little).toBeGreaterThan(1.5 * much);
  expect(much).toBeGreaterThan(12);
});

it('gives the page that prints where no PDF can be written', async () => {
  const off = await pdfOf('affiche', session.code, { PDF: 'off' });
  expect([off.status, off.headers.get('Location')]).toEqual([303, `${paper()}/affiche`]);
  const arabic = await aSession({ actionId: session.actionId, title: 'صحة الطفل' });
  expect((await pdfOf('tract', arabic.code)).headers.get('Location')).toBe(
    `/organisation/seances/${arabic.code}/papier/tract`,
  );
});

it('has every paper of a session one press away from its overview', async () => {
  const own = await aSession({ actionId: session.actionId });
  const { code } = own;
  const papers = async () => {
    const html = await (await get(`/organisation/seances/${code}`, { cookie })).text();
    const section = html.slice(html.indexOf('id="papers"'), html.indexOf('</section>'));
    return [...section.matchAll(/(?:href|action)="([^"]+)"/g)].map(([, path = '']) => path);
  };
  const below = (path: string) => `/organisation/seances/${code}/${path}`;
  const [poster, flyer, sheet] = [
    below('papier/affiche'),
    below('papier/tract'),
    below('feuille/imprimer'),
  ];
  expect(await papers()).toEqual([
    poster,
    flyer,
    sheet,
    below('papier#intervenant'),
    below('questionnaires'),
  ]);
  await post(below('papier/intervenant'), {}, { cookie });
  await aSurvey({ sessionId: own.id });
  const [, , , list = '', ...questionnaires] = await papers();
  expect(list).toMatch(/^\/intervenant\/[\w-]{46}$/);
  expect(questionnaires).toEqual([below('questionnaires/fin/papier')]);
  for (const paper of await papers())
    expect((await get(paper, { cookie })).status, paper).toBe(200);
});
