/** Signatures: who gives and sees them, and the certificates on which they stand, as page and as PDF. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { certificatesToken } from '../../src/domain/attendance/certificates';
import type { Certificate } from '../../src/domain/attendance/schema';
import type { Session } from '../../src/domain/catalogue/schema';
import { addLogo } from '../../src/domain/printing/logos';
import { listSignatures } from '../../src/domain/printing/read-signatures';
import { eraseSignature } from '../../src/domain/printing/signatures';
import { hour } from '../../src/lib/dates';
import { certified, present, readPdf } from '../support/attendance';
import { bindings, db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { anAccount, anOrganisation, carries, secret, signedInCookie } from '../support/organisers';
import { aPng } from '../support/pictures';
import { origin, visit } from '../support/web';

const at = evening.endsAt + hour;
const by = { now: at, actor: 'system' } as const;
const app = createApp({ clock: () => at });
const { get, post } = visit(app);
const ink = aPng(60, 20, [20, 20, 120, 128]);
const rubber = aPng(40, 40, [120, 20, 20]);
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

const cookies = { administrator: '', organiser: '', colleague: '', reader: '' };
let session: Session;
let reseda = 0;
beforeAll(async () => {
  reseda = await anOrganisation('Reseda');
  const other = await anOrganisation('Mutualité Française Occitanie');
  const as = async (role: 'administrator' | 'organiser' | 'reader', organisationId?: number) =>
    signedInCookie((await anAccount(role, organisationId ? { organisationId } : {})).id, at);
  cookies.administrator = await as('administrator');
  cookies.organiser = await as('organiser', reseda);
  cookies.colleague = await as('organiser', other);
  cookies.reader = await as('reader', reseda);
  session = await aSession({ title: 'Sommeil du tout-petit' });
  await carries(reseda, session.actionId);
  await addLogo(db, { kind: 'carrier', name: 'Reseda', bytes: aPng(30, 20) }, by);
  for (const name of ['ARS Occitanie', 'Caf du Gard'])
    await addLogo(db, { kind: 'funder', name, bytes: aPng(20, 20, [1, 2, name.length]) }, by);
});

type Fields = Record<string, string | Blob>;
const who = { name: 'Łucja Dąbrowska', role: 'directrice' };
const both = { signature: new Blob([ink]), stamp: new Blob([rubber]) };

async function give(fields: Fields, as = cookies.organiser, query = '') {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.set(name, value);
  const headers = { Cookie: as, Origin: origin };
  return app.request(
    `/organisation/signatures${query}`,
    { method: 'POST', body, headers },
    bindings,
  );
}
const inForce = async () => (await listSignatures(db, reseda)).find((one) => one.endedAt === null);

it('takes an organiser’s for their own organisation, whatever the form says', async () => {
  const answer = await give({ ...who, ...both, organisation: 'Mutualité Française Occitanie' });
  expect(answer.headers.get('Location')).toBe('/organisation/signatures?fait=signature');
  expect(await listSignatures(db, 'all')).toMatchObject([
    { organisation: 'Reseda', ...who, pictures: ['signature', 'stamp'] },
  ]);
});

it.each([
  ['fr', '', 'n’est pas une image PNG ou JPEG', 'dépasse 300 Ko', 'Indiquez sa fonction'],
  ['en', '?lang=en', 'is not a PNG or JPEG picture', 'over 300 KB', 'Give their function'],
])(
  'refuses a hostile file in the reader’s language, and keeps what was typed: %s',
  async (_, query, wrong, large, missing) => {
    const before = await inForce();
    const hostile = [
      {
        signature: new Blob(['<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>']),
        said: wrong,
      },
      { stamp: new Blob([rubber.slice(0, -9)]), said: wrong },
      { signature: new Blob([new Uint8Array(400 * 1024)]), said: large },
      { stamp: new Blob([aPng(2001, 1)]), said: '2' },
    ];
    for (const { said, ...file } of hostile) {
      const answer = await give({ ...who, ...both, ...file }, cookies.organiser, query);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      const [field] = Object.keys(file);
      expect(page).toContain(`href="#${field}"`);
      expect(page).toContain(said);
      expect(page).toContain('value="Łucja Dąbrowska"');
    }
    const typed = await give({ ...both, name: 'A', role: ' ' }, cookies.organiser, query);
    expect(await typed.text()).toContain(missing);
    const huge = { signature: new Blob([new Uint8Array(3 * 1024 * 1024)]) };
    expect((await give({ ...who, ...huge }, cookies.organiser, query)).status).toBe(413);
    expect(await inForce()).toEqual(before);
  },
);

it('shows the pictures to who may change them, and to nobody else', async () => {
  const { id } = (await inForce()) ?? { id: 0 };
  const path = `/organisation/signatures/${id}`;
  for (const [name, bytes] of [
    ['signature', ink],
    ['cachet', rubber],
  ] as const) {
    const shown = await get(`${path}/${name}`, { cookie: cookies.organiser });
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
    expect(Object.fromEntries(shown.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
    });
    expect((await get(`${path}/${name}`, { cookie: cookies.administrator })).status).toBe(200);
    const answers = [
      await get(`${path}/${name}`),
      await get(`${path}/${name}`, { cookie: cookies.colleague }),
      await get(`${path}/${name}`, { cookie: cookies.reader }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([303, 403, 403]);
    for (const answer of answers)
      expect(await answer.text()).not.toContain(base64(bytes).slice(20, 60));
  }
  expect((await get(`${path}/autre`, { cookie: cookies.organiser })).status).toBe(404);
  // The address under which logos are served to all knows none of them.
  const key = await db.$client
    .prepare('SELECT count(*) AS n FROM logos WHERE bytes = ?')
    .bind(ink)
    .first('n');
  expect(key).toBe(0);
  const others = await get('/organisation/signatures', { cookie: cookies.colleague });
  expect(await others.text()).not.toContain('Łucja');
});

let certificate: Certificate;
const below = (path: string) => `/organisation/seances/${session.code}/attestations${path}`;
const asOrganiser = {
  get cookie() {
    return cookies.organiser;
  },
};

it('says before who will sign, and stands on the page that prints, once however many sheets', async () => {
  for (const name of ['Zoë Œuvrard', 'Şeyma Gündoğdu', 'فاطمة الزهراء'])
    await present(session, name, { at, email: `${name.length}@exemple.fr` });
  const before = await (await get(below(''), asOrganiser)).text();
  expect(before).toContain('la signature de Łucja Dąbrowska, directrice (Reseda)');
  const all = await certified(session, at);
  const named = all.find(({ name }) => name === 'Zoë Œuvrard');
  if (!named) throw new Error('no certificate');
  certificate = named;
  const html = await (await get(below('/imprimer'), asOrganiser)).text();
  for (const bytes of [ink, rubber]) expect(html.split(base64(bytes))).toHaveLength(2);
  expect(html.match(/<use href="#signature-\d+"/g)).toHaveLength(3);
  expect(html.match(/alt="(Reseda|ARS Occitanie|Caf du Gard)"/g)).toHaveLength(9);
  expect(html.match(/<strong>Łucja Dąbrowska<\/strong>/g)).toHaveLength(3);
  expect(html).toContain('فاطمة الزهراء');
  expect(html).not.toContain('/organisation/signatures');
});

it('holds the logos, the signature and the stamp in the PDF, each once', async () => {
  const one = await readPdf(
    await (await get(below(`/${certificate.code}.pdf`), asOrganiser)).arrayBuffer(),
  );
  expect(one.pages).toHaveLength(1);
  expect(one.pages[0]).toEqual(expect.arrayContaining(['Łucja Dąbrowska', 'directrice']));
  expect(one.pictures.map(({ length }) => length)).toEqual([5]);

  // One of the three is in Arabic script: that is for the page that prints.
  const answer = await get(below('/toutes-1.pdf'), asOrganiser);
  expect(answer.headers.get('Location')).toBe(`${below('/imprimer')}?pdf=non`);
  await db.run(sql`UPDATE certificates SET revoked_at = ${at}, revoked_because = 'organiser'
    WHERE name = 'فاطمة الزهراء'`);
  const whole = await readPdf(await (await get(below('/toutes-1.pdf'), asOrganiser)).arrayBuffer());
  expect(whole.pictures.map(({ length }) => length)).toEqual([5, 5]);
  expect(new Set(whole.pictures.flat()).size).toBe(5);
  expect((await get(below('/toutes-2.pdf'), asOrganiser)).status).toBe(404);
});

it('is on one’s own page and in one’s own PDF, behind the list of all', async () => {
  const emailKey = certificate.emailKey ?? '';
  const token = await certificatesToken(secret, { id: certificate.id, emailKey });
  const page = await (await get(`/attestations/${token}/toutes`)).text();
  expect(page.split(base64(ink))).toHaveLength(2);
  const file = await get(`/attestations/${token}/toutes.pdf`);
  const { pages, pictures } = await readPdf(await file.arrayBuffer());
  expect(pages[0]?.join(' ')).toContain('Attestations de présence de Zoë Œuvrard');
  expect(pictures.map(({ length }) => length)).toEqual([0, 5]);
});

it('is not on the page that verifies', async () => {
  const html = await (await get(`/a/${certificate.code}`)).text();
  for (const hidden of ['Łucja', 'data:image/png', 'directrice', '/logos/'])
    expect(html).not.toContain(hidden);
});

it('says what its end and its erasure change, and leaves an empty box', async () => {
  const { id } = (await inForce()) ?? { id: 0 };
  const path = `/organisation/signatures/${id}`;
  const said = await (await get(path, asOrganiser)).text();
  expect(said).toContain('2 attestations valables la portent');
  for (const _ of [1, 2])
    expect((await post(`${path}/fin`, {}, asOrganiser)).headers.get('Location')).toBe(
      '/organisation/signatures?fait=signature-fin',
    );
  expect(await (await get('/organisation/signatures', asOrganiser)).text()).toContain(
    'Anciennes signatures',
  );
  await eraseSignature(db, id, by);
  expect((await get(`${path}/signature`, asOrganiser)).status).toBe(404);
  const html = await (await get(below(`/${certificate.code}`), asOrganiser)).text();
  expect(html).toContain('Signature et cachet de la structure');
  expect(html).not.toContain('Łucja');
  const pdf = await readPdf(
    await (await get(below(`/${certificate.code}.pdf`), asOrganiser)).arrayBuffer(),
  );
  expect(pdf.pictures.map(({ length }) => length)).toEqual([3]);
});
