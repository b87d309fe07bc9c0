/**
 * Tries to join answers to the people who gave them, with the database file in hand: its rows, its
 * pages, what stands where in them, and the secret besides. docs/decisions/0030-anonymous-answers.md says what
 * this does and does not cover.
 */
import { copyFileSync, existsSync, globSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Ballot, receiveAnswer } from '../../src/domain/surveys/answer';
import { readAnswers } from '../../src/domain/surveys/answers';
import { standardQuestionsOf } from '../../src/domain/surveys/bank';
import { closeSurvey } from '../../src/domain/surveys/close-survey';
import { findSurvey } from '../../src/domain/surveys/find-survey';
import { addSlips, listSlipCodes, openSurvey } from '../../src/domain/surveys/open-survey';
import type { Survey } from '../../src/domain/surveys/schema';
import { ballotHash } from '../../src/domain/surveys/tokens';
import { openSite, type Site } from '../support/site';
import { type Cell, cellsOf, rootPages } from '../support/sqlite-pages';

const secret = 'a signing secret that is only for tests';
const people = 120;
const opened = 1_760_000_000_000;
const tables = ['ballots', 'survey_counts', 'survey_tallies', 'survey_comments'] as const;
type Held = Record<(typeof tables)[number], Cell[]>;

let site: Site;
let survey: Survey;
/** Slips in the order in which they answered: « arrivée 0 » came first. */
let arrivals: string[] = [];
let before: Held;
let after: Held;
let file: Buffer;

/** The file as a thief would copy it, with what stood in its journal written back. */
function stolen(): { file: Buffer; held: Held } {
  const [source] = globSync(join(String(process.env.DATA_DIR), '**/*.sqlite')).filter((path) => {
    return !path.endsWith('metadata.sqlite');
  });
  if (!source) throw new Error('no database file');
  const copy = join(mkdtempSync(join(tmpdir(), 'farandole-pages-')), 'copy.sqlite');
  for (const suffix of ['', '-wal'])
    if (existsSync(source + suffix)) copyFileSync(source + suffix, copy + suffix);
  const db = new DatabaseSync(copy);
  db.exec('PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE');
  db.close();
  const roots = rootPages(copy);
  const bytes = readFileSync(copy);
  const held = Object.fromEntries(
    tables.map((table) => [table, cellsOf(bytes, roots.get(table) ?? 0)]),
  ) as Held;
  return { file: bytes, held };
}

const shuffled = <T>(list: readonly T[]): T[] =>
  list
    .map((item) => ({ item, lot: crypto.getRandomValues(new Uint32Array(1))[0] ?? 0 }))
    .sort((a, b) => a.lot - b.lot)
    .map(({ item }) => item);

beforeAll(async () => {
  site = await openSite();
  const { db } = site;
  await db.$client.batch(
    [
      `INSERT INTO actions (id, title, type, audience, created_at, updated_at)
        VALUES (1, 'Conférence', 'conference', 'public', 0, 0)`,
      `INSERT INTO sessions (id, code, action_id, state, date_state, created_at, updated_at)
        VALUES (1, 'ABC234', 1, 'published', 'to_be_determined', 0, 0)`,
    ].map((statement) => db.$client.prepare(statement)),
  );
  const by = { now: opened, actor: 'system' as const };
  const outcome = await openSurvey(
    db,
    {
      sessionId: 1,
      moment: 'after',
      questions: standardQuestionsOf('after'),
      roomOpen: false,
      expected: people,
    },
    by,
  );
  if (!outcome.ok) throw new Error(outcome.reason);
  survey = (await findSurvey(db, outcome.id)) as Survey;
  await addSlips(db, survey, people, { ...by, secret });
  survey = (await findSurvey(db, outcome.id)) as Survey;
  arrivals = shuffled(await listSlipCodes(secret, survey)).slice(0, people - 20);
  before = stolen().held;
  for (const [n, code] of arrivals.entries()) {
    const read = readAnswers(survey, {
      q_welcome: String(1 + (n % 4)),
      q_more: n % 3 ? 'yes' : 'no',
      q_improve: `arrivée ${n}`,
      ...(n % 2 && { q_deepen: `de même ${n}` }),
    });
    if (!read.ok) throw new Error('unreadable');
    const ballot: Ballot = { hash: await ballotHash(secret, code), way: 'slip' };
    expect(await receiveAnswer(db, survey, read.answers, ballot)).toEqual({ ok: true });
  }
  ({ held: after, file } = stolen());
});

afterAll(() => site?.stop());

/** Where everything stands, without what it says. */
const layout = (cells: readonly Cell[], keys: number) =>
  cells.map(({ page, offset, overflow, values }) => ({
    page,
    offset,
    overflow,
    key: values.slice(0, keys).join(' '),
  }));

it.each([
  ['ballots', 1, people],
  ['survey_counts', 2, 5],
  ['survey_tallies', 5, 50],
  ['survey_comments', 3, 2 * people],
] as const)(
  'an answer moves nothing in %s: each cell stands where it stood before the first one',
  (table, keys, least) => {
    expect(before[table].length).toBeGreaterThanOrEqual(least);
    expect(layout(after[table], keys)).toEqual(layout(before[table], keys));
    expect(after[table].map((cell) => cell.values)).not.toEqual(
      before[table].map((cell) => cell.values),
    );
  },
);

/** Spearman's: 1 when two orders are the same, 0 when they have nothing in common. */
function correlation(xs: readonly number[], ys: readonly number[]): number {
  const rank = (list: readonly number[]) => {
    const sorted = [...list].sort((a, b) => a - b);
    return list.map((value) => sorted.indexOf(value));
  };
  const [rx, ry] = [rank(xs), rank(ys)];
  const squares = rx.reduce((sum, x, i) => sum + (x - (ry[i] ?? 0)) ** 2, 0);
  const n = xs.length;
  return 1 - (6 * squares) / (n * (n * n - 1));
}

const written = () =>
  after.survey_comments.flatMap(({ page, offset, overflow, values }) => {
    const text = /^arrivée (\d+)/.exec(String(values.at(-1)));
    return text
      ? [{ arrival: Number(text[1]), place: Number(values[2]), page, offset, overflow }]
      : [];
  });

it('texts stand in an order that is not the order of arrival', () => {
  const texts = written();
  expect(texts).toHaveLength(arrivals.length);
  const order = texts.map((text) => text.arrival);
  // By chance alone beyond 0.45 once in some 300,000 runs, with a hundred texts.
  for (const by of ['place', 'page', 'overflow'] as const)
    expect(
      Math.abs(
        correlation(
          order,
          texts.map((text) => text[by]),
        ),
      ),
    ).toBeLessThan(0.45);
});

it('with the secret, the ballots tell who has answered, and nothing leads from there to an answer', async () => {
  const hashes = await Promise.all(arrivals.map((code) => ballotHash(secret, code)));
  const standing = new Map(after.ballots.map((cell, i) => [String(cell.values[0]), i]));
  const used = after.ballots.filter((cell) => cell.values[2] === 'used').map((c) => c.values[0]);
  expect(used.sort()).toEqual([...hashes].sort());
  // Ballots stand by hash; the text that each one wrote stands somewhere else.
  const places = new Map(written().map((text) => [text.arrival, text.place]));
  const pairs = hashes.map((hash, arrival) => [
    standing.get(hash) ?? -1,
    places.get(arrival) ?? -1,
  ]);
  const [ballotOrder, textOrder] = [pairs.map((p) => p[0] ?? 0), pairs.map((p) => p[1] ?? 0)];
  expect(Math.abs(correlation(ballotOrder, textOrder))).toBeLessThan(0.45);
});

it('no row of an answer holds anything but its survey, its question, a count or a text', () => {
  const columns = Object.fromEntries(tables.map((t) => [t, new Set<string>()]));
  for (const table of tables)
    for (const { values } of after[table])
      columns[table]?.add(values.map((value) => typeof value).join(' '));
  expect([...(columns.survey_comments ?? [])]).toEqual([
    'number string number number number string',
  ]);
  const numbers = [...after.survey_comments, ...after.survey_tallies, ...after.survey_counts]
    .flatMap((cell) => cell.values)
    .filter((value) => typeof value === 'number');
  // An instant, or a registration's rank among many, would be larger than any count.
  expect(Math.max(...numbers)).toBeLessThanOrEqual(1000 + people);
});

it('no code of a slip stands anywhere in the file, and a text stands there once', () => {
  for (const code of arrivals) expect(file.includes(code)).toBe(false);
  for (const n of [11, 42, 97]) {
    const text = Buffer.from(`arrivée ${n} `);
    const first = file.indexOf(text);
    expect(first).toBeGreaterThan(0);
    expect(file.indexOf(text, first + 1)).toBe(-1);
  }
});

it('two texts of one person stand apart: neither tells which the other is', () => {
  const other = new Map(
    after.survey_comments.flatMap(({ values }) => {
      const text = /^de même (\d+)/.exec(String(values.at(-1)));
      return text ? [[Number(text[1]), Number(values[2])] as const] : [];
    }),
  );
  const both = written().filter((text) => other.has(text.arrival));
  expect(both).toHaveLength(arrivals.length / 2);
  const twin = both.map((text) => other.get(text.arrival) ?? 0);
  expect(
    Math.abs(
      correlation(
        both.map((text) => text.place),
        twin,
      ),
    ),
  ).toBeLessThan(0.6);
});

it('closing takes the ballots away', async () => {
  await closeSurvey(site.db, survey, { now: opened + 1, actor: 'system' });
  const { held } = stolen();
  expect(held.ballots).toEqual([]);
  expect(held.survey_comments.every((cell) => cell.values[3] === 1)).toBe(true);
});
