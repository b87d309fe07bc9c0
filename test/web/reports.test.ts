/** The pages of the reports: a real year, who sees names, the form of the coordinator, the workbook. */
import { eq } from 'drizzle-orm';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import file from '../../data/programme-2023.json';
import { createApp } from '../../src/app';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { recordAttendance } from '../../src/domain/attendance/record';
import { publishSession } from '../../src/domain/catalogue/publish-session';
import { actions, sessions, slots } from '../../src/domain/catalogue/schema';
import { findEntry } from '../../src/domain/directories/list-entries';
import { importYear } from '../../src/domain/import/import-year';
import { day, hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { xlsxType } from '../../src/lib/xlsx';
import { readPdf } from '../support/attendance';
import { bindings, db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { aReportedAction } from '../support/reported';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const cookies = { administrator: '', organiser: '', reader: '' };
let own = 0;
beforeAll(async () => {
  const outcome = await importYear(db, JSON.stringify(file), { now });
  if (!outcome.ok) throw new Error('refused');
  own = await anOrganisation('Reseda');
  cookies.administrator = await signedInCookie((await anAccount('administrator')).id);
  cookies.organiser = await signedInCookie(
    (await anAccount('organiser', { organisationId: own })).id,
  );
  cookies.reader = await signedInCookie((await anAccount('reader')).id);
});

const page = async (path: string, who: keyof typeof cookies = 'reader') => {
  const answer = await get(path, { cookie: cookies[who] });
  expect(answer.status, path).toBe(200);
  return answer.text();
};
/** Whether each element that opens is closed, in order. */
function wellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, empty] of xml.matchAll(/<(\/?)([\w:-]+)[^>]*?(\/?)>/g))
    if (close && open.pop() !== name) return false;
    else if (!close && !empty) open.push(name ?? '');
  return open.length === 0;
}
/** What a page says, without its marks. */
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const idOf = async (key: string) => {
  const [row] = await db.select({ id: actions.id }).from(actions).where(eq(actions.importKey, key));
  return row?.id ?? 0;
};

describe('the year 2023', () => {
  it('says each definition, what is missing, and where the published totals include more', async () => {
    const said = words(await page('/organisation/bilans/2023'));
    expect(said).toContain('Être inscrit ne compte pas.');
    expect(said).toContain('4 séances tenues sans émargement ni comptage');
    expect(said).toMatch(/Participations du public à la prévention 151 84 \+67/);
    expect(said).toContain('Non notées : les personnes ont été comptées sans leur fonction');
    expect(said).toMatch(/Participants aux forums 240 240 aucun/);
    expect(said).toMatch(/[\d –]\u2212\d/);
  });

  it('is said in English as well', async () => {
    const said = words(await page('/organisation/bilans/2023?lang=en'));
    expect(said).toContain('Being registered does not count.');
    expect(said).not.toContain('Séances');
  });

  it('annexes the report of each action to what is printed', async () => {
    const html = await page('/organisation/bilans/2023/imprimer');
    expect(html.match(/class="annex"/g)).toHaveLength(13);
    expect(words(html)).toContain('Deux ateliers à organiser en 2024');
  });

  it('says on paper nothing of opening what does not open', async () => {
    const html = words(await page('/organisation/bilans/2023/imprimer'));
    expect(html).not.toContain('ouvrez-le');
    expect(html).toContain('que donne le tableur');
  });

  it('says what the file notes in the language of the reader', async () => {
    const [fr, en] = await Promise.all(
      ['', '?lang=en'].map(async (lang) => words(await page(`/organisation/bilans/2023${lang}`))),
    );
    expect(fr).toContain('Note du bilan publié : Les totaux publiés ne découlent pas');
    expect(fr).not.toContain('itemised');
    expect(en).toContain('Note of the published report: The published totals do not follow');
  });

  it('says of a year without sessions that nobody came', async () => {
    const said = words(await page('/organisation/bilans/2018'));
    expect(said).toContain('Personne n’est venu à une séance destinée aux professionnels.');
  });

  it('says that nothing is missing any more where the last line of a kind was settled', async () => {
    const settled = words(await page('/organisation/bilans/2019/manques/attendance_not_taken'));
    expect(settled).toContain('0 séance tenue sans émargement ni comptage');
    expect(settled).toContain('Rien ne manque.');
    const path = '/organisation/bilans/2019/manques/chats';
    expect((await get(path, { cookie: cookies.reader })).status).toBe(404);
  });

  it('is a workbook, named after its year', async () => {
    const answer = await get('/organisation/bilans/2023/bilan.xlsx', { cookie: cookies.reader });
    expect(answer.headers.get('Content-Type')).toBe(xlsxType);
    expect(answer.headers.get('Content-Disposition')).toBe(
      'attachment; filename="bilan-2023.xlsx"',
    );
  });

  it('is a PDF with the reports of its actions, that can be searched', async () => {
    const answer = await get('/organisation/bilans/2023/bilan.pdf', { cookie: cookies.reader });
    expect(answer.headers.get('Content-Type')).toBe('application/pdf');
    const { pages } = await readPdf(await answer.arrayBuffer());
    const said = words(pages.flat().join(' '));
    expect(pages.length).toBeGreaterThan(13);
    expect(said).toContain('Taux d’occupation');
    expect(said).toContain('96 % (24)');
    expect(said).toContain('Le projet ne se poursuit pas en 2024');
  });

  it('where PDF is off, the page that prints takes its place', async () => {
    const sent = { cookie: cookies.reader, env: { ...bindings, PDF: 'off' } };
    const answer = await get('/organisation/bilans/2023/bilan.pdf', sent);
    expect(answer.headers.get('Location')).toBe('/organisation/bilans/2023/imprimer?pdf=non');
  });

  it('is a document that can be changed', async () => {
    const path = '/organisation/bilans/2023/bilan.odt';
    const answer = await get(path, { cookie: cookies.reader });
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    expect(Object.keys(files)).toEqual([
      'mimetype',
      'content.xml',
      'meta.xml',
      'styles.xml',
      'META-INF/manifest.xml',
    ]);
    expect(strFromU8(files.mimetype ?? new Uint8Array())).toBe(answer.headers.get('Content-Type'));
    const content = strFromU8(files['content.xml'] ?? new Uint8Array());
    expect(wellFormed(content)).toBe(true);
    expect(words(content)).toMatch(/12 Actions .*48 Séances tenues .*409 Participations /);
    expect(content).toContain('Le projet ne se poursuit pas en 2024');
  });

  it('is what opens, as long as nothing of a later year has taken place', async () => {
    const opens = async () =>
      (await get('/organisation/bilans', { cookie: cookies.reader })).headers.get('Location');
    expect(await opens()).toBe('/organisation/bilans/2023');
    const startsAt = now - day;
    const { id } = await aSession({ slots: [{ startsAt, endsAt: startsAt + hour }] });
    expect(await opens()).toBe('/organisation/bilans/2026');
    await db.delete(slots).where(eq(slots.sessionId, id));
    await db.delete(sessions).where(eq(sessions.id, id));
    expect(await opens()).toBe('/organisation/bilans/2023');
  });

  it('leads from a place without a town to where it is filled in, once for all its sessions', async () => {
    const missing = '/organisation/bilans/2023/manques/town_unknown';
    const html = await page(missing, 'administrator');
    const [, path = '', id = ''] =
      /href="(\/organisation\/annuaires\/lieux\/(\d+))">Centre social de Bessèges</.exec(html) ??
      [];
    for (const who of ['reader', 'organiser'] as const) {
      const seen = await page(missing, who);
      expect(seen).toContain('Centre social de Bessèges');
      expect(seen).not.toContain('/annuaires/lieux/');
    }
    const entry = await findEntry(db, 'venues', Number(id));
    const filled = { name: entry?.name ?? '', town: 'Bessèges', state: entry?.state ?? '' };
    expect((await post(path, filled, { cookie: cookies.administrator })).status).toBe(303);
    expect(words(await page(missing))).toContain('Total : 4');
    const forum = await page(
      '/organisation/bilans/2023/chiffres/participations?commune=Bess%C3%A8ges',
    );
    expect(words(forum)).toMatch(/Total : 240 .*Forum/);
  });

  it('refuses years, figures and lists that are none', async () => {
    for (const path of [
      '1999',
      '20233',
      'x',
      '2023/chiffres/autre',
      '2023/manques/autre',
      '2023/copies/999',
      '2023/satisfaction/autre',
    ])
      expect(
        (await get(`/organisation/bilans/${path}`, { cookie: cookies.reader })).status,
        path,
      ).toBe(404);
  });
});

describe('names', () => {
  const year = 2025;
  let actionId = 0;
  beforeAll(async () => {
    actionId = await anAction();
    await carries(own, actionId);
    const startsAt = now - 100 * day;
    const session = await aSession({
      actionId,
      slots: [{ startsAt, endsAt: startsAt + 2 * hour }],
      publishedAt: startsAt - 10 * day,
    });
    const zoe = await registered(
      session,
      { firstName: 'Zoé', lastName: 'Arnaud', profession: 'Sage-femme' },
      { now: startsAt - day },
    );
    const marks = [
      {
        id: newToken(),
        slot: 0,
        who: { registrationId: zoe.id },
        state: 'present' as const,
        at: startsAt,
      },
    ];
    await recordAttendance(db, session.id, { marks, source: 'tick' }, { now, actor: 'system' });
  });

  it('stand behind a figure of people for administrators, and behind an action’s for those who work on it', async () => {
    const inYear = `/organisation/bilans/${year}/chiffres/people`;
    const inAction = `/organisation/actions/${actionId}/bilan/${year}/chiffres/people`;
    expect(await page(inYear, 'administrator')).toContain('Zoé Arnaud');
    expect(await page(inAction, 'organiser')).toContain('Zoé Arnaud');
    expect(words(await page(inYear, 'organiser'))).toContain('Venues une fois 1');
    expect(await page(inYear, 'organiser')).not.toContain('Arnaud');
  });

  it('are nowhere for readers: their lists are counts', async () => {
    for (const path of [
      `/organisation/bilans/${year}`,
      `/organisation/bilans/${year}/imprimer`,
      ...['people', 'participations', 'professions', 'organisations', 'no_shows'].flatMap((key) => [
        `/organisation/bilans/${year}/chiffres/${key}`,
        `/organisation/actions/${actionId}/bilan/${year}/chiffres/${key}`,
      ]),
      `/organisation/actions/${actionId}/bilan/${year}`,
    ]) {
      const html = await page(path);
      expect(html).not.toMatch(/Arnaud|Zoé|@exemple\.fr|emargement"/);
    }
  });

  it('are not in a copy, whoever froze it', async () => {
    const frozen = await post(
      `/organisation/bilans/${year}/copies`,
      { label: 'COPIL' },
      { cookie: cookies.administrator },
    );
    const path = frozen.headers.get('Location') ?? '';
    expect(path).toMatch(/copies\/\d+\?fait=copie$/);
    const html = await page(path, 'administrator');
    expect(words(html)).toContain('Rien n’a changé depuis.');
    expect(html).not.toContain('Arnaud');
    const list = path.replace(/\?.*/, '/chiffres/people');
    expect(words(await page(list, 'administrator'))).toContain('Venues une fois 1');
    expect(await page(list, 'administrator')).not.toContain('Arnaud');
  });
});

describe('a copy', () => {
  it('says who froze it and when, and later what has changed, each number opening its list', async () => {
    const startsAt = now - 800 * day;
    const session = await aSession({
      slots: [{ startsAt, endsAt: startsAt + 2 * hour }],
      capacity: null,
      publishedAt: startsAt - day,
    });
    const year = 2023;
    const count = (n: number) =>
      recordHeadcount(
        db,
        session.id,
        { kind: 'present', source: 'door', countedAt: now, counts: [{ category: '', count: n }] },
        { now, actor: 'system' },
      );
    await count(20);
    const frozen = await post(
      `/organisation/bilans/${year}/copies`,
      { label: 'ARS' },
      { cookie: cookies.administrator },
    );
    const path = (frozen.headers.get('Location') ?? '').replace(/\?.*/, '');
    await count(23);
    const html = await page(path, 'administrator');
    expect(words(html)).toContain(
      'Copie figée par Camille administrator, le lundi 2 mars 2026 à 9 h.',
    );
    expect(words(html)).toMatch(/Participations .*: 20 → 23 429 432/);
    expect(html).toContain(`${path}/chiffres/participations"`);
    expect(words(await page(`${path}/chiffres/participations`))).toContain('Total : 429');
    expect(words(await page(`/organisation/bilans/${year}/chiffres/participations`))).toContain(
      'Total : 432',
    );
    const list = await page(`/organisation/bilans/${year}`, 'administrator');
    expect(words(list)).toMatch(/Copie du .* – ARS Copie figée par Camille administrator/);
    for (const at of [path, `/organisation/bilans/${year}`]) {
      const seen = await page(at);
      expect(words(seen)).toContain('Copie figée le lundi 2 mars 2026 à 9 h.');
      expect(seen).not.toContain('Camille administrator');
    }
  });
});

describe('the report of an action', () => {
  it('stands planned beside carried out, with what its meetings and its survey found', async () => {
    const said = words(
      await page(
        `/organisation/actions/${await idOf('conference-assistantes-maternelles')}/bilan/2023`,
      ),
    );
    expect(said).toMatch(/Participations .*37/);
    expect(said).toMatch(/Participations aux réunions .*13/);
    expect(said).toContain('96 % (24)');
    expect(said).toContain('Nouvelle conférence-débat envisagée au printemps 2024');
    const parents = words(
      await page(`/organisation/actions/${await idOf('ateliers-parents')}/bilan/2023`),
    );
    expect(parents).toMatch(/Prévu et réalisé .* Séances 4 1/);
  });

  it('counts the sessions to come while the year lasts, so that those planned add up', async () => {
    const id = await anAction();
    const slot = { startsAt: now + 60 * day, endsAt: now + 60 * day + hour };
    await aSession({ actionId: id, slots: [slot] });
    await aSession({ actionId: id, state: 'cancelled', slots: [slot] });
    const said = words(await page(`/organisation/actions/${id}/bilan/2026`));
    expect(said).toMatch(/Séances prévues .* date compte dans l’année de sa publication. 2 /);
    expect(said).toContain('Séances annulées Séances publiées, puis annulées. 1 ');
    expect(said).toContain('Séances à venir Séances publiées qui ne sont pas finies. 1 ');
    const lasting = words(
      await page(`/organisation/actions/${await idOf('ateliers-parents')}/bilan/2023`),
    );
    expect(lasting).not.toContain('Séances à venir');
  });

  it('gives the differences at hand, and tells the second of two who write', async () => {
    const id = await anAction();
    await carries(own, id);
    const path = `/organisation/actions/${id}/bilan/2026`;
    const cookie = cookies.organiser;
    expect(await page(`${path}/redaction`, 'organiser')).toContain(
      'Rien de chiffré n’était prévu.',
    );
    const write = (analysis: string, version: string) =>
      post(path, { analysis, perspectives: '', version }, { cookie });
    expect((await write('Écrit par Awa', '0')).headers.get('Location')).toBe(
      `${path}?fait=enregistre`,
    );
    const second = await write('Écrit par Nour', '0');
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('>Écrit par Nour</textarea>');
    expect(html).toMatch(/Enregistré entre-temps.*Écrit par Awa/s);
    expect((await write('Écrit par les deux', '1')).status).toBe(303);
    expect(await page(path)).toContain('Écrit par les deux');
    // Pressed twice: nobody else saved.
    expect((await write('Écrit par les deux', '1')).status).toBe(303);
  });

  it('keeps what a colleague saved where the other of the two wrote nothing', async () => {
    const id = await anAction();
    await carries(own, id);
    const path = `/organisation/actions/${id}/bilan/2026`;
    const cookie = cookies.organiser;
    const form = await page(`${path}/redaction`, 'organiser');
    const seen = / name="seen" value="([^"]+)"/.exec(form)?.[1] ?? '';
    const first = { analysis: 'D’Awa', perspectives: 'Reprendre en mars', version: '0', seen };
    expect((await post(path, first, { cookie })).status).toBe(303);
    const second = { analysis: 'De Nour', perspectives: '', version: '0', seen };
    const html = await (await post(path, second, { cookie })).text();
    expect(html).toContain('>De Nour</textarea>');
    expect(html).toContain('>Reprendre en mars</textarea>');
    expect(words(html)).toMatch(/Enregistré entre-temps Analyse D’Awa Perspectives Reprendre/);
    expect(html).toContain('name="version" value="1"');
  });

  it('has the demand left without a place, the answers and the comments beside the fields', async () => {
    const { actionId } = await aReportedAction(2019, own);
    const html = await page(`/organisation/actions/${actionId}/bilan/2019/redaction`, 'organiser');
    const beside = words(html.slice(0, html.indexOf('<textarea')));
    expect(beside).toContain('1 demande restée sans place. mardi 12 mars 2019 : 1');
    expect(beside).toMatch(/Le contenu 83 % \(5\) 6/);
    expect(beside).toContain('« Plus de recettes d’hiver »');
    expect(beside).toContain('1 séance');
    expect(html).toContain('>Peu de monde en juin.\n\nÀ revoir.</textarea>');
  });

  it('takes what nobody noted for no nought in what differs from the plan', async () => {
    const id = await anAction();
    const startsAt = now - 400 * day;
    const slots = [{ startsAt, endsAt: startsAt + 2 * hour }];
    const held = await aSession({ actionId: id, slots, state: 'draft', publishedAt: null });
    const planned = await publishSession(db, held, { now: startsAt - day, actor: 'system' });
    expect(planned.ok).toBe(true);
    await carries(own, id);
    const path = `/organisation/actions/${id}/bilan/2025/redaction`;
    expect(words(await page(path, 'organiser'))).toContain(
      'Places prévues, personnes présentes : prévu 15, réalisé –.',
    );
  });

  it('keeps what was typed when it is too long', async () => {
    const id = await anAction();
    await carries(own, id);
    const long = 'à'.repeat(20_001);
    const answer = await post(
      `/organisation/actions/${id}/bilan/2026`,
      { analysis: long, perspectives: 'Suite' },
      { cookie: cookies.organiser },
    );
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('href="#analysis"');
    expect(html).toContain('>Suite</textarea>');
  });
});
