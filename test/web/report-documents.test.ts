/** What a report's page says, its PDF and its editable document say as well; the workbook adds up. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import file from '../../data/programme-2023.json';
import { createApp } from '../../src/app';
import { actions } from '../../src/domain/catalogue/schema';
import { importYear } from '../../src/domain/import/import-year';
import { writeActionReport } from '../../src/domain/reports/action-report';
import { freezeReport } from '../../src/domain/reports/snapshots';
import { findYearReport } from '../../src/domain/reports/year-report';
import { db } from '../support/db';
import { linesOfPdf, pagesOfPdf, readOdt, readXlsx, squeezed } from '../support/documents';
import { now } from '../support/fixtures';
import { anAccount, anOrganisation, signedInCookie } from '../support/organisers';
import { aReportedAction, names } from '../support/reported';
import { visit } from '../support/web';

const { get } = visit(createApp({ clock: () => now }));
let cookie = '';
let actionId = 0;
beforeAll(async () => {
  const outcome = await importYear(db, JSON.stringify(file), { now });
  if (!outcome.ok) throw new Error('refused');
  cookie = await signedInCookie((await anAccount('reader')).id);
  const reseda = await anOrganisation('Reseda');
  await aReportedAction(2024, reseda);
  actionId = (await aReportedAction(2025, reseda)).actionId;
});

async function answer(path: string) {
  const found = await get(path, { cookie });
  expect(found.status, path).toBe(200);
  return found;
}

/** Each text of a report's page, without the page's own ways to go on. */
async function textsOf(path: string): Promise<string[]> {
  const html = await (await answer(path)).text();
  const report = /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? '';
  return report
    .replace(/<nav.*?<\/nav>/gs, '')
    .replace(/<caption.*?<\/caption>|<span class="unseen">.*?<\/span>/gs, '')
    .replace(/<div class="paper-only">.*?<\/div>/gs, '')
    .replace(/^.*?<ul class="key-figures"|^.*?<dl class="facts"/s, '<p')
    .replace(/<section><h2>Fiches actions<\/h2>.*/s, '')
    .split(/<[^>]+>/)
    .map((text) =>
      text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&').trim(),
    )
    .filter(Boolean);
}

const idOf = async (key: string) => {
  const [row] = await db.select({ id: actions.id }).from(actions).where(eq(actions.importKey, key));
  return row?.id ?? 0;
};
const action = (id: number, year: number) => `/organisation/actions/${id}/bilan/${year}`;

/** Every text of the page, in the page's own words. */
function expectSaid(texts: readonly string[], document: string, what: string) {
  const said = squeezed(document);
  const missing = texts.filter((text) => !said.includes(squeezed(text)));
  expect(missing, what).toEqual([]);
}

describe('a copy', () => {
  it('says in its PDF and its document the figures of its day', async () => {
    const { report } = await findYearReport(db, 2023, { now, timeZone: 'Europe/Paris' });
    const frozen = {
      ...report,
      figures: report.figures.map((one) =>
        one.key === 'participations' ? { ...one, value: 407 } : one,
      ),
    };
    const id = await freezeReport(db, frozen, 'ARS', { now, actor: 'system' });
    const path = `/organisation/bilans/2023/copies/${id}`;
    const pdf = await answer(`${path}/bilan.pdf`);
    expect(pdf.headers.get('Content-Disposition')).toContain('bilan-2023-copie-du-2026-03-02.pdf');
    const pages = (await pagesOfPdf(pdf)).join('\n');
    const { text } = await readOdt(await answer(`${path}/bilan.odt`));
    for (const document of [pages, text].map(squeezed))
      for (const said of ['Bilan 2023 – Copie du lundi 2 mars 2026', '407'])
        expect(document).toContain(squeezed(said));
    const page = await (await answer(path)).text();
    for (const kind of ['pdf', 'odt']) expect(page).toContain(`href="${path}/bilan.${kind}"`);
  });
});

describe('the report of an action', () => {
  it('says why the page stands in place of a PDF that its fonts cannot write', async () => {
    const id = await idOf('laep-grand-combe');
    const written = { actionId: id, year: 2022, analysis: 'Bravo 😀', perspectives: '' };
    await writeActionReport(db, written, 0, { now, actor: 'system' });
    const path = action(id, 2022);
    const pdf = await get(`${path}/fiche.pdf`, { cookie });
    expect(pdf.headers.get('Location')).toBe(`${path}?pdf=non`);
    const why = 'Ce PDF ne peut pas être établi';
    expect(await (await answer(`${path}?pdf=non`)).text()).toContain(why);
    expect(await (await answer(path)).text()).not.toContain(why);
    expect(await (await answer('/organisation/bilans/2022/imprimer?pdf=non')).text()).toContain(
      why,
    );
  });

  it('says in its PDF and its document all that its page says', async () => {
    const path = action(actionId, 2025);
    const texts = await textsOf(path);
    for (const text of [
      'Livret des petits pots',
      'Mallette goût',
      'Crèche Les Lutins',
      'En retard',
      'Choisir les recettes',
      'Sage-femme',
      'Diététicienne',
      '« Plus de recettes d’hiver »',
      'Peu de monde en juin.',
      'Être inscrit ne compte pas.',
    ])
      expect(texts.join('\n').replace(/[\u00a0\u202f]/g, ' ')).toContain(text);
    const pages = await pagesOfPdf(await answer(`${path}/fiche.pdf`));
    expectSaid(texts, pages.join('\n'), 'PDF');
    const odt = await readOdt(await answer(`${path}/fiche.odt`));
    expectSaid(texts, odt.text, 'ODT');
    for (const said of [texts.join(), pages.join(), odt.text]) expect(said).not.toMatch(names);
  });

  it('gives its figures in the document as in a table, number by number', async () => {
    const odt = await readOdt(await answer(`${action(actionId, 2025)}/fiche.odt`));
    const row = (first: string) =>
      odt.tables
        .flat()
        .find(([cell]) => cell?.split('\n')[0] === first)
        ?.slice(1)
        .map((cell) => cell.split('\n')[0]);
    expect(row('Participations')).toEqual(['8']);
    expect(row('Sage-femme')).toEqual(['3', '2', '']);
    expect(row('Diététicienne')).toEqual(['0', '0', 'Oui']);
    expect(row('Livret des petits pots')).toEqual(['42']);
    expect(row('Demandes restées sans place')).toEqual(['1']);
    expect(row('Le contenu')).toEqual(['', '83\u00a0% (5)', '6']);
    expect(row('Mallette goût')).toEqual([
      'Crèche Les Lutins',
      'jeudi 13 mars 2025',
      'dimanche 13 avril 2025',
      'En retard',
    ]);
    expect(row('Exposition')?.[0]).toBe('Une personne');
    expect(odt.bars).toBe(5);
    expect(odt.headings[0]).toBe('Petits pots\u00a0: «\u00a0faire simple\u00a0»\u202f?');
  });
});

describe('the report of the year', () => {
  it('says in its PDF and its document all that its page and those of its actions say', async () => {
    const texts = [
      ...(await textsOf('/organisation/bilans/2023')),
      ...(await textsOf(action(await idOf('conference-assistantes-maternelles'), 2023))),
      ...(await textsOf(action(await idOf('photolangage-ateliers-sante'), 2023))),
    ];
    const pages = await pagesOfPdf(await answer('/organisation/bilans/2023/bilan.pdf'));
    expectSaid(texts, pages.join('\n'), 'PDF');
    const odt = await readOdt(await answer('/organisation/bilans/2023/bilan.odt'));
    expectSaid(texts, odt.text, 'ODT');
    expect(odt.bars).toBeGreaterThan(30);
    const titles = file.actions.map(({ title }) => squeezed(title));
    expect(odt.headings.map(squeezed).filter((heading) => titles.includes(heading))).toHaveLength(
      13,
    );
  });

  it('lists its annexes with the page that each begins on, and numbers its pages', async () => {
    const pages = await linesOfPdf(await answer('/organisation/bilans/2023/bilan.pdf'));
    const contents = pages[0]?.find((line) => line.startsWith('Forum « Enfants en forme »'));
    const page = Number(contents?.split(' ').at(-1));
    expect(pages[page - 1]?.[0]).toBe('Forum « Enfants en forme »');
    for (const [index, lines] of pages.entries())
      expect(lines.at(-1)).toMatch(
        new RegExp(`^Bilan 2023 – .* ${index + 1} sur ${pages.length}$`),
      );
  });

  it('leaves no heading at the foot of a page', async () => {
    const pages = await linesOfPdf(await answer('/organisation/bilans/2023/bilan.pdf'));
    const odt = await readOdt(await answer('/organisation/bilans/2023/bilan.odt'));
    const headings = new Set(odt.headings.map((heading) => heading.replace(/\s/g, ' ')));
    for (const lines of pages) expect(headings).not.toContain(lines.at(-2));
  });

  it('breaks no word in the heads of the document, whatever letters a program has', async () => {
    const { heads } = await readOdt(await answer('/organisation/bilans/2025/bilan.odt'));
    expect(heads.map(({ head }) => head)).toContain('Déplacées');
    // « Déplacées » takes 1.89 cm in the widest of them, and the cell 0.12 cm around it.
    const broken = heads.filter(
      ({ head, width }) =>
        width < 0.12 + 0.2 * Math.max(...head.split(/\s/).map((word) => word.length)),
    );
    expect(broken).toEqual([]);
  });

  it('counts what was handed out and lent in the workbook, the PDF and the document', async () => {
    const path = '/organisation/bilans/2025';
    const book = await readXlsx(await answer(`${path}/bilan.xlsx`));
    const figures = new Map(book.get('Bilan 2025')?.map(([name, , value]) => [name, value]));
    const counted = {
      'Publications diffusées': 47,
      'Titres diffusés': 2,
      Prêts: 2,
      'Prêts non rendus': 1,
      'Prêts en retard': 1,
    };
    for (const [name, value] of Object.entries(counted))
      expect([name, figures.get(name)]).toEqual([name, value]);
    const odt = await readOdt(await answer(`${path}/bilan.odt`));
    const pdf = squeezed((await pagesOfPdf(await answer(`${path}/bilan.pdf`))).join('\n'));
    for (const [name, value] of Object.entries(counted)) {
      const row = odt.tables.flat().find(([cell]) => cell?.startsWith(`${name}\n`));
      expect([name, row?.[1]]).toEqual([name, String(value)]);
      const [, definition = ''] = row?.[0]?.split('\n') ?? [];
      expect(pdf).toContain(
        squeezed(`${name}${definition}${value}${name === 'Prêts en retard' ? 1 : value}`),
      );
    }
  });
});

describe('last year’s, beside', () => {
  const row = async (year: number, first: string) => {
    const odt = await readOdt(await answer(`/organisation/bilans/${year}/bilan.odt`));
    return odt.tables
      .flat()
      .find(([cell]) => cell?.split('\n')[0] === first)
      ?.slice(1);
  };

  it('stands beside each figure, each part and each question', async () => {
    expect(await row(2025, 'Participations')).toEqual(['8', '8']);
    expect(await row(2025, 'Sensibilisation')).toEqual([
      '',
      '8',
      '8',
      '2',
      '1',
      '1',
      '0',
      '2\u00a0h',
    ]);
    expect(await row(2025, 'mars 2025')).toEqual(['', '8', '8', '1', '2\u00a0h']);
    expect(await row(2025, 'Le contenu')).toEqual([
      '',
      '83\u00a0% (5)',
      '6',
      '83\u00a0% (5)\nn = 6',
    ]);
  });

  it('keeps a part that has nothing this year, and takes a year that nobody noted for no nought', async () => {
    // Of 2022 nothing is noted here but a meeting.
    expect(await row(2023, 'Participations')).toEqual(['409\n7 lignes non notées', '–']);
    expect(await row(2023, 'Réunions')).toEqual(['26', '1']);
    expect(await row(2024, 'Forum')).toEqual(['', '0', '240', '0', '0', '0', '0', '0']);
  });
});

describe('the workbook', () => {
  it('holds every line of every figure: each adds up to it', async () => {
    for (const year of [2023, 2025]) {
      const book = await readXlsx(await answer(`/organisation/bilans/${year}/bilan.xlsx`));
      const lists = book.get('Listes') ?? [];
      for (const [name, , value, whole, , , unknown] of (book.get(`Bilan ${year}`) ?? []).slice(
        1,
      )) {
        const own = lists.filter(([figure]) => figure === name);
        const sum = (column: number) => own.reduce((n, row) => n + Number(row[column] ?? 0), 0);
        expect([name, sum(4)]).toEqual([name, Number(value ?? 0)]);
        expect([name, sum(5)]).toEqual([name, Number(whole ?? 0)]);
        expect([name, own.filter((row) => row[6] === 'Oui').length]).toEqual([name, unknown]);
      }
    }
  });
});
