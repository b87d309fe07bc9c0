/** The signed sheet, photographed: sent, opened, taken away; and a site where no storage is set up. */
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { largestPage, listSheetScans } from '../../src/domain/attendance/sheet-scans';
import type { Session } from '../../src/domain/catalogue/schema';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { anAccount, signedInCookie } from '../support/organisers';
import { aJpeg, aPdf, hostilePages } from '../support/pages';
import { aPng } from '../support/pictures';
import { visit } from '../support/web';

const { get, post, send } = visit(createApp({ clock: () => now }));
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
});

const sheet = (session: Session) => `/organisation/seances/${session.code}/feuille`;
const pages = (session: Session) => `${sheet(session)}/pages`;

/** With plain spaces. */
const words = async (answer: Response) => (await answer.text()).replace(/[\u00a0\u202f]/g, ' ');

function upload(session: Session, ...files: [name: string, bytes: Uint8Array<ArrayBuffer>][]) {
  const body = new FormData();
  // What the browser says of a file is nothing to go by.
  for (const [name, bytes] of files) body.append('pages', new File([bytes], name, { type: 'a/b' }));
  return send(pages(session), { method: 'POST', body }, { cookie });
}

/** Where the page leads to, for each of its scans. */
async function addresses(session: Session): Promise<string[]> {
  const html = await (await get(sheet(session), { cookie })).text();
  return [...html.matchAll(/href="([^"]*\/feuille\/pages\/\d+)"/g)].map(
    ([, address]) => address ?? '',
  );
}

it('keeps the pages of a sheet, shows each to be no more than it is, and deletes it', async () => {
  const session = await aSession();
  const answer = await upload(
    session,
    ['feuille 1.pdf', aPdf()],
    ['IMG_2.JPG', aJpeg()],
    ['3', aPng(8, 8)],
  );
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `${sheet(session)}?fait=pages-ajoutees`,
  ]);
  const found = await addresses(session);
  const shown = await Promise.all(found.map((address) => get(address, { cookie })));
  expect(shown.map(({ headers }) => headers.get('Content-Type'))).toEqual([
    'application/pdf',
    'image/jpeg',
    'image/png',
  ]);
  const dispositions = shown.map(({ headers }) => headers.get('Content-Disposition'));
  expect(dispositions.map((each) => each?.replaceAll(/\d+\./g, 'N.'))).toEqual([
    `attachment; filename="feuille-${session.code}-N.pdf"`,
    `inline; filename="feuille-${session.code}-N.jpg"`,
    `inline; filename="feuille-${session.code}-N.png"`,
  ]);
  for (const { headers } of shown)
    expect([
      headers.get('X-Content-Type-Options'),
      headers.get('Content-Security-Policy'),
      headers.get('Cache-Control'),
    ]).toEqual(['nosniff', "default-src 'none'; sandbox", 'private, no-store']);
  expect(new Uint8Array((await shown[0]?.arrayBuffer()) ?? [])).toEqual(aPdf());
  const list = await get(`/organisation/seances/${session.code}/emargement`, { cookie });
  expect(await list.text()).toContain('3 pages numérisées');

  const other = await aSession();
  const strange = (found[0] ?? '').replace(session.code, other.code);
  expect((await get(strange, { cookie })).status).toBe(404);
  for (const _ of [1, 2])
    expect((await post(`${found[0]}/suppression`, {}, { cookie })).status).toBe(303);
  expect(await addresses(session)).toEqual(found.slice(1));
  expect((await get(found[0] ?? '', { cookie })).status).toBe(404);
});

it.each(Object.entries(hostilePages))(
  'refuses %s by its bytes, and all that came with it',
  async (_, bytes) => {
    const session = await aSession();
    const answer = await upload(session, ['bonne.pdf', aPdf()], ['feuille.pdf', bytes]);
    expect(answer.status).toBe(422);
    const html = await words(answer);
    expect(html).toContain('« feuille.pdf » n’est ni un PDF, ni un JPEG, ni un PNG');
    expect(html).toContain('href="#pages"');
    expect(await listSheetScans(db, session.id)).toEqual([]);
  },
);

it('says which page is too large, and that a form without a file has none', async () => {
  const session = await aSession();
  const large = new Uint8Array(largestPage + 1);
  const answer = await upload(session, ['grande.jpg', large]);
  expect([answer.status, (await words(answer)).includes('« grande.jpg » dépasse 10 Mo')]).toEqual([
    422,
    true,
  ]);
  const none = await upload(session);
  expect([none.status, (await none.text()).includes('Choisissez au moins un fichier')]).toEqual([
    422,
    true,
  ]);
  const all = [1, 2, 3].map((n): [string, Uint8Array<ArrayBuffer>] => [`${n}.jpg`, large]);
  expect((await upload(session, ...all)).status).toBe(413);
});

it('a site without storage notes in words where the sheet is kept, and has nothing else', async () => {
  const session = await aSession();
  await upload(session, ['feuille.pdf', aPdf()]);
  const [page = ''] = await addresses(session);
  const bare = { cookie, env: { SHEETS: undefined as never } };
  const html = await (await get(sheet(session), bare)).text();
  expect([html.includes('name="kept"'), html.includes('type="file"')]).toEqual([true, false]);
  const kept = { kept: 'Classeur 2026' };
  expect((await post(`${sheet(session)}/rangement`, kept, bare)).status).toBe(303);
  expect((await get(page, bare)).status).toBe(404);
  expect((await post(pages(session), {}, bare)).status).toBe(404);
  expect((await post(`${page}/suppression`, {}, bare)).status).toBe(404);
  const list = await get(`/organisation/seances/${session.code}/emargement`, bare);
  const said = await list.text();
  expect([said.includes('Classeur 2026'), said.includes('numérisée')]).toEqual([true, false]);
});
