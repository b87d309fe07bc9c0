import { beforeEach, describe, expect, it } from 'vitest';
import {
  type ListedSession,
  listSessions,
  type SessionFilters,
} from '../../src/domain/catalogue/list-sessions';
import {
  actionCarriers,
  actions,
  organisations,
  sessions,
  slots,
  venues,
} from '../../src/domain/catalogue/schema';
import { day, hour, monthSpan, type Span, toInstant } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';

const at = (local: string, hours = 2): Span => {
  const startsAt = toInstant(local, 'Europe/Paris');
  return { startsAt, endsAt: startsAt + hours * hour };
};

/** The listing as titles, refusing to be read when it is a refusal. */
async function titles(filters: SessionFilters, options: { limit?: number; cursor?: string } = {}) {
  const page = await listSessions(db, filters, { now, ...options });
  if (!page.ok) throw new Error(page.reason);
  return { titles: page.sessions.map((row) => row.session.title), next: page.next };
}

const listed = async (filters: SessionFilters) => (await titles(filters)).titles;

beforeEach(async () => {
  for (const table of [slots, sessions, actionCarriers, actions, organisations, venues])
    await db.delete(table);
});

describe('which sessions are listed', () => {
  beforeEach(async () => {
    await aSession({ title: 'last year', slots: [at('2025-05-25T20:00')] });
    await aSession({ title: 'yesterday', slots: [at('2026-03-01T20:00')] });
    await aSession({ title: 'under way', slots: [at('2026-03-02T08:30')] });
    await aSession({
      title: 'between its two days',
      slots: [at('2026-02-20T09:00'), at('2026-03-10T09:00')],
    });
    await aSession({ title: 'soon', slots: [at('2026-03-12T20:00')] });
    await aSession({ title: 'called off', state: 'cancelled', slots: [at('2026-03-13T20:00')] });
    await aSession({ title: 'april', slots: [at('2026-04-02T20:00')] });
    await aSession({ title: 'some day', slots: [] });
    await aSession({ title: 'draft', state: 'draft' });
    await aSession({ title: 'unlisted', visibility: 'unlisted' });
    await aSession({ title: 'by invitation', visibility: 'invitation' });
    await aSession({ title: 'unlisted, some day', visibility: 'unlisted', slots: [] });
  });

  it.each([
    ['coming', ['between its two days', 'under way', 'soon', 'called off', 'april']],
    ['upcoming', ['between its two days', 'under way', 'soon', 'april']],
    ['past', ['yesterday', 'last year']],
    ['undated', ['some day']],
    ['cancelled', ['called off']],
    [
      undefined,
      [
        'last year',
        'between its two days',
        'yesterday',
        'under way',
        'soon',
        'called off',
        'april',
      ],
    ],
  ] as const)('of status %s', async (status, expected) => {
    expect(await listed({ status })).toEqual(expected);
  });

  it('from an instant, to an instant: those that are not over and have begun', async () => {
    const { startsAt, endsAt } = at('2026-03-12T20:00');
    expect(await listed({ from: startsAt + 1, to: endsAt })).toEqual(['soon']);
    expect(await listed({ from: endsAt, to: endsAt + 2 * day })).toEqual(['called off']);
  });

  it('of a month of the network, within its status', async () => {
    const march = monthSpan('2026-03', 'Europe/Paris');
    expect(await listed({ status: 'coming', month: march })).toEqual([
      'between its two days',
      'under way',
      'soon',
      'called off',
    ]);
    expect(await listed({ status: 'past', month: march })).toEqual(['yesterday']);
  });
});

it('filters by public, type, topic, town, venue, mode and places left', async () => {
  const [ales] = await db
    .insert(venues)
    .values({ name: 'Salle du Capitole', nameKey: 'capitole', town: 'Alès', createdAt: now })
    .returning();
  const parents = await anAction({ audience: 'public', type: 'prevention', topics: ['écrans'] });
  await aSession({ title: 'screens', actionId: parents, venueId: ales?.id, capacity: null });
  await aSession({ title: 'video', mode: 'online', seatsTaken: 14 });
  await aSession({ title: 'full', seatsTaken: 15 });
  await aSession({ title: 'off', state: 'cancelled' });
  expect(await listed({ audience: 'public' })).toEqual(['screens']);
  expect(await listed({ audience: 'professionals' })).toEqual(['video', 'full', 'off']);
  expect(await listed({ type: 'prevention' })).toEqual(['screens']);
  expect(await listed({ topic: 'écrans' })).toEqual(['screens']);
  expect(await listed({ topic: "') or 1=1 --" })).toEqual([]);
  expect(await listed({ town: 'Alès' })).toEqual(['screens']);
  expect(await listed({ venueId: ales?.id })).toEqual(['screens']);
  expect(await listed({ mode: 'online' })).toEqual(['video']);
  expect(await listed({ placesLeft: true })).toEqual(['screens', 'video']);
});

it('gives a card its slots in order, its venue and its carriers, and never the video link', async () => {
  const actionId = await anAction();
  for (const [position, name] of ['RPE Alès', 'Reseda'].entries()) {
    const [row] = await db
      .insert(organisations)
      .values({ name, nameKey: name, createdAt: now })
      .returning();
    if (row) await db.insert(actionCarriers).values({ actionId, organisationId: row.id, position });
  }
  const spans = [at('2026-03-12T09:00'), at('2026-03-12T13:30'), at('2026-03-13T09:00')];
  await aSession({ actionId, slots: spans, videoUrl: 'https://video.example/secret' });
  const page = await listSessions(db, {}, { now });
  const row = page.ok ? (page.sessions[0] as ListedSession) : undefined;
  expect(row?.slots.map(({ startsAt, endsAt }) => ({ startsAt, endsAt }))).toEqual(spans);
  expect(row?.carriers.map((carrier) => carrier.name)).toEqual(['RPE Alès', 'Reseda']);
  expect(row?.venue).toBeNull();
  expect(JSON.stringify(page)).not.toContain('secret');
});

describe('paging', () => {
  it.each(['coming', 'past', 'undated'] as const)(
    '%s: every session once, in order, even at the same instant',
    async (status) => {
      const start = status === 'past' ? '2025-05-25T20:00' : '2026-05-25T20:00';
      const spans = status === 'undated' ? [] : [at(start)];
      for (let n = 0; n < 7; n++) await aSession({ title: `n${n}`, slots: spans });
      const all = await listed({ status });
      const seen: (string | null)[] = [];
      let cursor: string | undefined;
      do {
        const page = await titles({ status }, { limit: 3, cursor });
        seen.push(...page.titles);
        cursor = page.next ?? undefined;
      } while (cursor);
      expect(all).toHaveLength(7);
      expect(seen).toEqual(all);
    },
  );

  it.each(["' OR 1=1", '_', 'zzzzzzzzzzzz_1', '1_', '%00', 'é_1', '1_1_1', 'NaN_NaN_'])(
    'refuses the cursor %s',
    async (cursor) => {
      expect(await listSessions(db, {}, { now, cursor })).toEqual({
        ok: false,
        reason: 'bad_cursor',
      });
    },
  );

  it('costs the same queries and the rows of a page, with 3 and with 300 sessions', async () => {
    const actionId = await anAction();
    const bill = async (status: SessionFilters['status'], limit: number) =>
      (await metered((metering) => listSessions(metering, { status }, { now, limit }))).bill;
    const add = async (count: number) => {
      for (let n = 0; n < count; n++) {
        await aSession({ actionId, slots: [at('2026-05-25T20:00')] });
        await aSession({ actionId, slots: [at('2025-05-25T20:00')] });
        await aSession({ actionId, slots: [] });
      }
    };
    await add(3);
    const few = [await bill('coming', 3), await bill('past', 3), await bill('undated', 3)];
    await add(97);
    const many = [await bill('coming', 3), await bill('past', 3), await bill('undated', 3)];
    for (const [n, before] of few.entries()) {
      expect(many[n]?.queries).toBe(3);
      expect(before.queries).toBe(3);
      // One session more, to know that there is a next page.
      expect(many[n]?.rowsRead).toBeLessThanOrEqual(before.rowsRead + 4);
    }
  });
});
