/**
 * « Every figure opens the list behind it »: each link of each report is followed, and the number that
 * carries it is held against what it opens, for a coordinator and for a reader.
 */
import { beforeAll, expect, it } from 'vitest';
import file from '../../data/programme-2023.json';
import { createApp } from '../../src/app';
import { importYear } from '../../src/domain/import/import-year';
import { db } from '../support/db';
import { now } from '../support/fixtures';
import { anAccount, anOrganisation, signedInCookie } from '../support/organisers';
import { aReportedAction, names } from '../support/reported';
import { visit } from '../support/web';

const { get } = visit(createApp({ clock: () => now }));
const cookies = { administrator: '', reader: '' };
type Who = keyof typeof cookies;
let own = 0;
beforeAll(async () => {
  const outcome = await importYear(db, JSON.stringify(file), { now });
  if (!outcome.ok) throw new Error('refused');
  for (const who of ['administrator', 'reader'] as const)
    cookies[who] = await signedInCookie((await anAccount(who)).id);
  const reseda = await anOrganisation('Reseda');
  await aReportedAction(2024, reseda);
  own = (await aReportedAction(2025, reseda)).actionId;
});

async function page(path: string, who: Who): Promise<string> {
  const answer = await get(path, { cookie: cookies[who] });
  expect(answer.status, `${path} for ${who}`).toBe(200);
  return answer.text();
}

const plain = (html: string) =>
  html
    .replace(/<small.*?<\/small>/gs, '')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();

/** What opens a list: its address, and the number beside it. */
type Opening = { path: string; value: string };
const isList = /\/(chiffres|satisfaction|manques)\//;

/** The links of a report to its lists: the number is the link itself, or stands in the link's row. */
function openings(html: string): Opening[] {
  const found: Opening[] = [];
  const add = (path: string, value: string) => {
    const clean = path.replaceAll('&amp;', '&');
    if (isList.test(clean)) found.push({ path: clean, value: plain(value) });
  };
  for (const [, row = ''] of html.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)) {
    const cells = [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) => cell);
    for (const [index, cell] of cells.entries())
      for (const [, path = '', text = ''] of cell.matchAll(/<a href="([^"]+)"[^>]*>(.*?)<\/a>/gs))
        add(path, index ? text : (cells[1] ?? ''));
  }
  for (const [, path = '', value = ''] of html.matchAll(
    /<li><a href="([^"]+)"><strong>(.*?)<\/strong>/gs,
  ))
    add(path, value);
  for (const [, path = '', said = ''] of html.matchAll(/<li><a href="([^"]+)">([^<]+)<\/a>/g))
    add(path, /^[\d\s\u202f\u00a0]+/.exec(said)?.[0] ?? '');
  return found;
}

type List = { totals: string[]; sums: number[]; unknown: number; hasWhole: boolean };

/** « 4 h 30 » is 270 minutes, « 1 234 » is 1234, « 25,5 » is 25.5. */
function numberOf(said: string): number {
  const text = said.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  const hours = /^(?:(\d+)h)?(\d+)?(?:min)?$/.exec(text);
  if (/h|min/.test(text) && hours) return Number(hours[1] ?? 0) * 60 + Number(hours[2] ?? 0);
  return Number(text);
}

/** What a list says it adds up to, and what its lines add up to. */
function readList(html: string): List {
  const totals = [...html.matchAll(/class="report-total">.*?<strong>(.*?)<\/strong>/gs)].map(
    ([, total = '']) => plain(total),
  );
  const tables = [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const rows = [...table.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<(th|td)[^>]*>(.*?)<\/\1>/gs)].map(([, , cell = '']) => plain(cell)),
    );
    return { head: rows[0] ?? [], rows: rows.slice(1) };
  });
  const sum = (column: string) =>
    tables.flatMap(({ head, rows }) => {
      const at = head.indexOf(column);
      return at < 0 ? [] : [rows.reduce((total, row) => total + numberOf(row[at] ?? '0'), 0)];
    });
  // A list of names counts its lines.
  const named = tables.filter(({ head }) => head.includes('Aux réunions'));
  const isCounted = ({ head }: { head: string[] }) =>
    !head.includes('Compte') && !head.includes('Aux réunions') && !head.includes('Adresse');
  return {
    totals,
    sums: named.length ? named.map(({ rows }) => rows.length) : sum('Compte'),
    unknown: tables.filter(isCounted).reduce((total, { rows }) => total + rows.length, 0),
    hasWhole: tables.some(({ head }) => head.includes('Sur')),
  };
}

/** Follows each link once, and says where the number and the list are at odds. */
async function atOdds(
  paths: readonly string[],
  who: Who,
): Promise<{ followed: number; odd: string[] }> {
  const odd: string[] = [];
  const lists = new Map<string, List>();
  for (const report of paths)
    for (const { path, value } of openings(await page(report, who))) {
      const list = lists.get(path) ?? readList(await listAt(path, who));
      lists.set(path, list);
      const fault = faultOf(path, value, list);
      if (fault) odd.push(`${report} → ${path}: ${fault}`);
    }
  return { followed: lists.size, odd };
}

async function listAt(path: string, who: Who): Promise<string> {
  const html = await page(path, who);
  if (who === 'reader') expect(html, path).not.toMatch(names);
  return html;
}

function faultOf(path: string, value: string, { totals, sums, unknown, hasWhole }: List) {
  const said = `${JSON.stringify(value)} opens ${JSON.stringify({ totals, sums, unknown })}`;
  // Lines that are one each need no column that says so.
  if (path.includes('/manques/'))
    return [...sums, unknown].includes(numberOf(value)) && totals[0] === value ? null : said;
  if (path.includes('/satisfaction/'))
    return totals[0]?.startsWith(value.replace(/ \(\d+\)$/, ' ')) ? null : said;
  // Published figures of hours are said in hours, their lists in hours and minutes.
  const inHours = (total: string) => numberOf(total) === numberOf(value) * 60;
  if (value === '–') return unknown > 0 || !sums.length ? null : said;
  if (!totals.some((total) => total === value || inHours(total))) return said;
  if (hasWhole) return null;
  return sums.length === 0 || sums.some((sum) => totals.map(numberOf).includes(sum)) ? null : said;
}

const actionReports = (html: string) =>
  [...html.matchAll(/href="(\/organisation\/actions\/\d+\/bilan\/\d{4})"/g)].map(
    ([, path = '']) => path,
  );

it.each(['administrator', 'reader'] as const)(
  'has each figure of the year 2023 open onto a list that adds up to it, for the %s',
  { timeout: 240_000 },
  async (who) => {
    const { followed, odd } = await atOdds(['/organisation/bilans/2023'], who);
    expect(odd).toEqual([]);
    expect(followed).toBeGreaterThan(150);
  },
);

it.each(['administrator', 'reader'] as const)(
  'and each of the reports of its actions, for the %s',
  { timeout: 240_000 },
  async (who) => {
    const reports = actionReports(await page('/organisation/bilans/2023', who));
    expect(reports).toHaveLength(13);
    const { followed, odd } = await atOdds(reports, who);
    expect(odd).toEqual([]);
    expect(followed).toBeGreaterThan(200);
  },
);

it.each(['administrator', 'reader'] as const)(
  'and of a year with registrations, loans and questionnaires, for the %s',
  { timeout: 240_000 },
  async (who) => {
    const reports = ['/organisation/bilans/2025', `/organisation/actions/${own}/bilan/2025`];
    const { followed, odd } = await atOdds(reports, who);
    expect(odd).toEqual([]);
    expect(followed).toBeGreaterThan(120);
    for (const path of reports) {
      const html = await page(path, who);
      expect(html).not.toMatch(names);
    }
  },
);

it('counts before it names the action, each with its name where a phone stacks them', async () => {
  const html = await page('/organisation/bilans/2023/chiffres/participations', 'reader');
  const heads = [...html.matchAll(/<th scope="col"[^>]*>(.*?)<\/th>/g)].map(([, head]) => head);
  expect(heads.slice(0, 4)).toEqual(['Séance', 'Date', 'Compte', 'Action']);
  const labels = [...html.matchAll(/data-label="([^"]+)"/g)].map(([, label]) => label);
  expect([...new Set(labels)]).toEqual(['Compte', 'Action']);
});

it('says a total in each language, with its own colon', async () => {
  const path = '/organisation/bilans/2023/chiffres/participations?type=forum';
  expect(await page(path, 'reader')).toContain('Total\u00a0: <strong>240<');
  expect(await page(`${path}&lang=en`, 'reader')).toContain('Total: <strong>240<');
});

it('says a group that an address makes up as it was typed, and counts nothing in it', async () => {
  for (const query of ['mois=99', 'mois=2023-13', 'type=constructor', 'nature=__proto__']) {
    const html = await page(`/organisation/bilans/2023/chiffres/participations?${query}`, 'reader');
    expect(html).toContain(`Limité à\u00a0: ${query.split('=')[1]}<`);
    expect(html).toMatch(/Total\u00a0: <strong>(0|–)</);
  }
});
