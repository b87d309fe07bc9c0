import ICAL from 'ical.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import {
  actionCarriers,
  actions,
  sessions,
  slots,
  venues,
} from '../../src/domain/catalogue/schema';
import { hour, toInstant } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';

const app = createApp({ clock: () => now });
const get = (path: string, env: Partial<typeof bindings> = {}, headers = {}) =>
  app.request(path, { headers }, { ...bindings, ...env });

/** The entries of a calendar file as ical.js reads them. */
async function entries(path: string, env: Partial<typeof bindings> = {}) {
  const response = await get(path, env);
  expect(response.status).toBe(200);
  const text = await response.text();
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThan(76);
  const calendar = new ICAL.Component(ICAL.parse(text));
  expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH');
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const value = (name: string) => component.getFirstPropertyValue(name)?.toString() ?? null;
    return {
      uid: event.uid,
      summary: event.summary,
      start: event.startDate.toString(),
      end: event.endDate.toString(),
      location: event.location,
      description: event.description,
      sequence: event.sequence,
      status: value('status'),
      url: value('url'),
      stamp: value('dtstamp'),
    };
  });
}

const at = (local: string, zone = 'Europe/Paris', hours = 2) => {
  const startsAt = toInstant(local, zone);
  return { startsAt, endsAt: startsAt + hours * hour };
};

beforeEach(async () => {
  for (const table of [slots, sessions, actionCarriers, actions, venues]) await db.delete(table);
});

it('tells a session as its page does, and never its video link', async () => {
  const [venue] = await db
    .insert(venues)
    .values({
      name: 'Salle du Capitole',
      nameKey: 'capitole',
      address: '1, place de l’Hôtel-de-Ville',
      town: 'Alès',
      createdAt: now,
    })
    .returning();
  const actionId = await anAction({ target: 'Assistantes maternelles ; parents, « tous »' });
  await aSession({
    code: 'ABC234',
    actionId,
    title: 'Respirer, chez soi ; et dehors',
    venueId: venue?.id,
    videoUrl: 'https://video.example/secret',
    version: 4,
  });
  const response = await get('/s/abc234.ics');
  expect(response.headers.get('Content-Type')).toBe('text/calendar; charset=utf-8; method=PUBLISH');
  expect(await response.text()).not.toContain('secret');
  expect(await entries('/s/ABC234.ics')).toEqual([
    {
      uid: `s-ABC234-1@${new URL(bindings.BASE_URL ?? '').hostname}`,
      summary: 'Respirer, chez soi ; et dehors',
      start: '2026-03-12T19:00:00Z',
      end: '2026-03-12T21:00:00Z',
      location: 'Salle du Capitole, 1, place de l’Hôtel-de-Ville, Alès',
      description: `Pour qui\u00a0: Assistantes maternelles\u202f; parents, «\u00a0tous\u00a0»\nPlaces et inscription\u00a0: ${bindings.BASE_URL}/s/ABC234`,
      sequence: 4,
      status: 'CONFIRMED',
      url: `${bindings.BASE_URL}/s/ABC234`,
      stamp: new Date(now).toISOString().replace('.000', ''),
    },
  ]);
});

it('speaks the language of its reader', async () => {
  await aSession({ code: 'ABC234', mode: 'online', state: 'cancelled', cancelReason: 'Neige' });
  const [entry] = await entries('/s/ABC234.ics?lang=en');
  expect(entry?.location).toBe('By video');
  expect(entry?.summary).toMatch(/^Cancelled: /);
  expect(entry?.description).toMatch(/^Reason: Neige\nBy video: the link is sent to those/);
});

it('has one entry a local day, with its hours, under names that do not change', async () => {
  await aSession({
    code: 'TWDAYS',
    title: 'Formation',
    slots: [
      at('2026-11-16T09:00', 'Europe/Paris', 3),
      at('2026-11-16T13:30', 'Europe/Paris', 3.5),
      at('2026-11-17T09:00', 'Europe/Paris', 3),
      at('2026-11-17T13:30', 'Europe/Paris', 3.5),
    ],
  });
  const found = await entries('/s/TWDAYS.ics');
  expect(
    found.map(({ uid, summary, start, end }) => [uid.split('@')[0], summary, start, end]),
  ).toEqual([
    ['s-TWDAYS-1', 'Formation (1/2)', '2026-11-16T08:00:00Z', '2026-11-16T16:00:00Z'],
    ['s-TWDAYS-2', 'Formation (2/2)', '2026-11-17T08:00:00Z', '2026-11-17T16:00:00Z'],
  ]);
  expect(found[0]?.description).toContain(
    'Horaires\u00a0: de 9\u00a0h à 12\u00a0h, de 13\u00a0h\u00a030 à 17\u00a0h',
  );
});

it('keeps a cancelled session, with its status and a sequence that rose', async () => {
  await aSession({ title: 'Écrans', state: 'cancelled', version: 3 });
  const [entry] = await entries('/programme.ics');
  expect(entry).toMatchObject({
    status: 'CANCELLED',
    sequence: 3,
    summary: 'Annulé\u00a0: Écrans',
  });
});

describe('hours are right on both sides of each daylight-saving change', () => {
  it.each([
    ['Europe/Paris', '2026-03-28T20:00', '2026-03-28T19:00:00Z'],
    ['Europe/Paris', '2026-03-29T20:00', '2026-03-29T18:00:00Z'],
    ['Europe/Paris', '2026-10-24T20:00', '2026-10-24T18:00:00Z'],
    ['Europe/Paris', '2026-10-25T20:00', '2026-10-25T19:00:00Z'],
    ['America/Toronto', '2026-03-07T19:00', '2026-03-08T00:00:00Z'],
    ['America/Toronto', '2026-03-08T19:00', '2026-03-08T23:00:00Z'],
    ['America/Toronto', '2026-10-31T19:00', '2026-10-31T23:00:00Z'],
    ['America/Toronto', '2026-11-01T19:00', '2026-11-02T00:00:00Z'],
  ])('%s %s', async (zone, local, utc) => {
    await aSession({ slots: [at(local, zone)] });
    const [entry] = await entries('/programme.ics', { TIME_ZONE: zone });
    expect(entry?.start).toBe(utc);
  });

  it('an evening in Toronto is one day there, though midnight passes in UTC', async () => {
    await aSession({
      slots: [
        at('2026-03-12T18:00', 'America/Toronto', 1),
        at('2026-03-12T20:30', 'America/Toronto', 1),
      ],
    });
    const found = await entries('/programme.ics', { TIME_ZONE: 'America/Toronto' });
    expect(found.map(({ start, end }) => [start, end])).toEqual([
      ['2026-03-12T22:00:00Z', '2026-03-13T01:30:00Z'],
    ]);
  });
});

it('shows a day whose hours nobody noted as a whole day', async () => {
  const session = await aSession({ slots: [at('2026-02-20T09:00')] });
  await db.update(slots).set({ precision: 'day' });
  const [entry] = await entries(`/s/${session.code}.ics`);
  expect([entry?.start, entry?.end]).toEqual(['2026-02-20', '2026-02-21']);
});

it('feeds what is recent and what is coming, public only, and is valid when there is nothing', async () => {
  expect(await entries('/programme.ics')).toEqual([]);
  await aSession({ title: 'long ago', slots: [at('2025-12-01T20:00')] });
  await aSession({ title: 'last week', slots: [at('2026-02-24T20:00')] });
  await aSession({ title: 'soon' });
  await aSession({ title: 'some day', slots: [] });
  await aSession({ title: 'unlisted', visibility: 'unlisted' });
  await aSession({ title: 'draft', state: 'draft' });
  expect((await entries('/programme.ics')).map((entry) => entry.summary)).toEqual([
    'last week',
    'soon',
  ]);
});

it('costs three queries a page of a hundred, and a few rows a session', async () => {
  const actionId = await anAction();
  for (let n = 0; n < 101; n++) await aSession({ actionId, slots: [{ ...evening }] });
  const { result, bill } = await metered(async (_, d1) => get('/programme.ics', { DB: d1 }));
  expect((await result.text()).match(/BEGIN:VEVENT/g)).toHaveLength(101);
  expect(bill.queries).toBe(6);
  expect(bill.rowsRead).toBeLessThan(101 * 9);
});

it.each([
  ['a draft', { state: 'draft' }],
  ['a session without a date', { slots: [] }],
] as const)('has no file for %s', async (_, values) => {
  await aSession({ code: 'HDN222', ...values, slots: 'slots' in values ? [] : [evening] });
  expect((await get('/s/HDN222.ics')).status).toBe(404);
  expect((await get('/s/%F0%9F.ics')).status).toBe(404);
});
