/** What leaves the house carries the logos: those of who carries the action, and of who pays. */
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { openCheckIn } from '../../src/domain/attendance/check-in';
import type { Session } from '../../src/domain/catalogue/schema';
import { addLogo, listLogos, readPictures } from '../../src/domain/printing/logos';
import { findSpeakerToken, makeSpeakerLink } from '../../src/domain/printing/speaker-links';
import type { Survey } from '../../src/domain/surveys/schema';
import { shareResults } from '../../src/domain/surveys/share-results';
import { resultsToken } from '../../src/domain/surveys/tokens';
import { links } from '../../src/links';
import { readPdf } from '../support/attendance';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, secret, signedInCookie } from '../support/organisers';
import { aPng } from '../support/pictures';
import { aSurvey } from '../support/surveys';
import { visit } from '../support/web';

const { get } = visit(createApp({ clock: () => now }));
const by = { now, actor: 'system' } as const;
const carrier = aPng(200, 80, [12, 100, 86]);
const funders = [aPng(100, 100, [10, 20, 120]), aPng(300, 60, [150, 30, 30])];

let cookie = '';
let session: Session;
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
  session = await aSession({ title: 'Sommeil du tout-petit' });
  await carries(await anOrganisation('Reseda'), session.actionId);
  await anOrganisation('Une autre');
  await addLogo(db, { kind: 'carrier', name: 'Reseda', bytes: carrier }, by);
  await addLogo(db, { kind: 'carrier', name: 'Une autre', bytes: aPng(9, 9) }, by);
  for (const [n, bytes] of funders.entries())
    await addLogo(db, { kind: 'funder', name: `Financeur <${n}>`, bytes }, by);
});

const page = async (path: string) => {
  const answer = await get(path, { cookie });
  expect(answer.status, path).toBe(200);
  return answer;
};
/** The logos of a page, by what is said of them, in order. */
const logosOf = async (path: string) =>
  [
    ...(await (await page(path)).text()).matchAll(/<img src="\/logos\/[\w-]{22}" alt="([^"]+)"/g),
  ].map(([, name]) => name);
const [first, second] = ['Financeur &lt;0&gt;', 'Financeur &lt;1&gt;'];
const all = ['Reseda', first, second];

describe('the reports', () => {
  const action = () => `/organisation/actions/${session.actionId}/bilan/2026`;
  const year = '/organisation/bilans/2026';

  it('show the carriers’ and the funders’ on an action’s, the funders’ on the year’s', async () => {
    expect(await logosOf(action())).toEqual(all);
    expect(await logosOf(`${year}/imprimer`)).toEqual([first, second]);
  });

  it('hold them in the PDF, at the head of its first page alone', async () => {
    const pictures = async (path: string) =>
      (await readPdf(await (await page(path)).arrayBuffer())).pictures.map(({ length }) => length);
    expect(await pictures(`${action()}/fiche.pdf`)).toEqual([3, 0]);
    expect((await pictures(`${year}/bilan.pdf`)).slice(0, 2)).toEqual([2, 0]);
  });

  it('hold them in the document that can be changed, byte by byte and named in its manifest', async () => {
    const files = unzipSync(
      new Uint8Array(await (await page(`${action()}/fiche.odt`)).arrayBuffer()),
    );
    const text = (path: string) => strFromU8(files[path] ?? new Uint8Array());
    const paths = [0, 1, 2].map((n) => `Pictures/0-${n}.png`);
    expect(paths.map((path) => files[path])).toEqual([carrier, ...funders]);
    for (const path of paths) {
      expect(text('content.xml')).toContain(`xlink:href="${path}"`);
      const entry = `manifest:full-path="${path}" manifest:media-type="image/png"`;
      expect(text('META-INF/manifest.xml')).toContain(entry);
    }
    expect(text('content.xml')).toContain('<svg:title>Financeur &lt;1&gt;</svg:title>');
    const of = unzipSync(new Uint8Array(await (await page(`${year}/bilan.odt`)).arrayBuffer()));
    expect(Object.keys(of).filter((path) => path.startsWith('Pictures/'))).toHaveLength(2);
  });
});

describe('what leaves the house', () => {
  const below = (path: string) => `/organisation/seances/${session.code}/${path}`;
  let survey: Survey;
  beforeAll(async () => {
    survey = await aSurvey({ sessionId: session.id, slips: 1, roomOpen: true });
  });

  it.each(['papier', 'papier?codes=1', 'ecran'])(
    'the questionnaire’s %s shows them all',
    async (part) => {
      expect(await logosOf(below(`questionnaires/fin/${part}`))).toEqual(all);
    },
  );

  it('a slip has room for those of the carriers', async () => {
    expect(await logosOf(below('questionnaires/fin/billets'))).toEqual(['Reseda']);
  });

  it('the code to note one’s presence shows them once it is on the wall', async () => {
    expect(await logosOf(below('code'))).toEqual([]);
    await openCheckIn(db, session.id, by);
    expect(await logosOf(below('code'))).toEqual(all);
  });

  it('results and the speaker’s list show them on paper alone, and cost a phone nothing', async () => {
    await shareResults(db, survey, by);
    await makeSpeakerLink(db, session.id, by);
    for (const path of [
      below('questionnaires/fin'),
      links.sharedResults(await resultsToken(secret, survey)),
      links.speakerList((await findSpeakerToken(db, secret, session.id)) ?? ''),
    ]) {
      expect(await logosOf(path)).toEqual(all);
      const html = await (await page(path)).text();
      expect(html).toContain('<div class="paper-only">');
      expect(html.match(/loading="lazy"/g)).toHaveLength(all.length);
    }
  });

  it.each(['telephones', 'inscriptions', 'emargement', 'attestations', 'feuille'])(
    'internal pages bear none: %s',
    async (path) => expect(await logosOf(below(path))).toEqual([]),
  );
});

it('reads all pictures in one query, whose rows follow their number', async () => {
  const logos = await listLogos(db);
  const { result, bill } = await metered((metredDb) => readPictures(metredDb, logos));
  expect([...result.values()].map(({ bytes }) => bytes.length)).toEqual(
    [carrier, aPng(9, 9), ...funders].map(({ length }) => length),
  );
  expect([bill.queries, bill.rowsRead]).toEqual([1, 3 * logos.length]);
});
