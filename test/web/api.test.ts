import * as v from 'valibot';
import { beforeEach, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import {
  actionCarriers,
  actions,
  organisations,
  sessions,
  slots,
  venues,
} from '../../src/domain/catalogue/schema';
import { day, hour, toInstant } from '../../src/lib/dates';
import { readInstant } from '../../src/web/api/instants';
import { openApiDocument } from '../../src/web/api/openapi';
import { ListQuery, Problem, Session, SessionList } from '../../src/web/api/schemas';
import { bindings, db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';

const app = createApp({ clock: () => now });
const get = async (path: string, init?: RequestInit) => app.request(path, init, bindings);

/** The body, checked to be what the schema says and not a field more. */
async function body<S extends v.GenericSchema>(response: Response, schema: S) {
  const json = await response.json();
  expect(v.parse(schema, json)).toEqual(json);
  return json as v.InferOutput<S>;
}

const list = async (query = '') =>
  (await body(await get(`/api/v1/sessions${query}`), SessionList)).sessions.map((s) => s.title);

beforeEach(async () => {
  for (const table of [slots, sessions, actionCarriers, actions, organisations, venues])
    await db.delete(table);
});

it('gives a session with exactly the fields that are promised', async () => {
  const [venue] = await db
    .insert(venues)
    .values({
      name: 'Salle du Capitole',
      nameKey: 'salle du capitole',
      town: 'Alès',
      createdAt: now,
    })
    .returning();
  const actionId = await anAction({ title: 'Santé environnementale', topics: ['air intérieur'] });
  const [carrier] = await db
    .insert(organisations)
    .values({ name: 'Reseda', nameKey: 'reseda', createdAt: now })
    .returning();
  if (!venue || !carrier) throw new Error('no directory');
  await db.insert(actionCarriers).values({ actionId, organisationId: carrier.id, position: 0 });
  await aSession({
    code: 'ABC234',
    title: 'Respirer chez soi',
    actionId,
    venueId: venue.id,
    seatsTaken: 12,
    waitingCount: 2,
    videoUrl: 'https://video.example/secret',
  });
  const response = await get('/api/v1/sessions/abc-234');
  expect(response.status).toBe(200);
  expect(await body(response, Session)).toEqual({
    code: 'ABC234',
    title: 'Respirer chez soi',
    action: {
      title: 'Santé environnementale',
      type: 'awareness',
      target: '',
      topics: ['air intérieur'],
      carriers: ['Reseda'],
    },
    status: 'upcoming',
    audience: 'professionals',
    mode: 'in_person',
    venue: { name: 'Salle du Capitole', address: null, town: 'Alès' },
    slots: [{ startsAt: '2026-03-12T19:00:00.000Z', endsAt: '2026-03-12T21:00:00.000Z' }],
    timeZone: 'Europe/Paris',
    capacity: 15,
    seatsTaken: 12,
    seatsLeft: 3,
    waiting: 2,
    registration: {
      opensAt: '2026-03-01T08:00:00.000Z',
      closesAt: '2026-03-12T19:00:00.000Z',
      open: true,
    },
    url: `${bindings.BASE_URL}/s/ABC234`,
  });
});

it('says the seats left as none past the capacity, and as unknown when open to all', async () => {
  await aSession({ title: 'over', seatsTaken: 17 });
  await aSession({ title: 'all', capacity: null, seatsTaken: 17 });
  const page = await body(await get('/api/v1/sessions'), SessionList);
  expect(page.sessions.map((s) => [s.title, s.capacity, s.seatsLeft])).toEqual([
    ['over', 15, 0],
    ['all', null, null],
  ]);
});

it('says what became of a session, and when its registration is open', async () => {
  await aSession({ code: 'PAST22', slots: [{ startsAt: now - 2 * hour, endsAt: now }] });
  await aSession({ code: 'DATE22', slots: [] });
  await aSession({ code: 'CANC22', state: 'cancelled' });
  await aSession({ code: 'SET222', registrationOpensAt: now + day });
  const shown = async (code: string) => {
    const { status, registration } = await body(await get(`/api/v1/sessions/${code}`), Session);
    return [status, registration.open];
  };
  expect(await shown('PAST22')).toEqual(['past', false]);
  expect(await shown('DATE22')).toEqual(['undated', false]);
  expect(await shown('CANC22')).toEqual(['cancelled', false]);
  expect(await shown('SET222')).toEqual(['upcoming', false]);
});

describe('the list', () => {
  it('is of what is coming, and by span, audience and status when asked', async () => {
    const parents = await anAction({ audience: 'public' });
    await aSession({ title: 'past', slots: [{ startsAt: now - 9 * day, endsAt: now - 8 * day }] });
    await aSession({ title: 'evening' });
    await aSession({ title: 'off', state: 'cancelled' });
    await aSession({ title: 'parents', actionId: parents });
    await aSession({ title: 'some day', slots: [] });
    expect(await list()).toEqual(['evening', 'off', 'parents']);
    expect(await list('?status=upcoming')).toEqual(['evening', 'parents']);
    expect(await list('?status=past')).toEqual(['past']);
    expect(await list('?status=undated')).toEqual(['some day']);
    expect(await list('?status=cancelled')).toEqual(['off']);
    expect(await list('?audience=public')).toEqual(['parents']);
    expect(await list('?to=2026-03-05')).toEqual(['past']);
    expect(await list('?from=0000-01-01&to=9999-12-31')).toEqual(await list('?from=0000-01-01'));
    expect(await list('?from=2026-03-12&to=2026-03-12&audience=public')).toEqual(['parents']);
    expect(await list('?from=2026-03-12T22:00:00%2B01:00')).toEqual([]);
    expect(await list('?from=2026-03-12T21:59:00+01:00&limit=1')).toEqual(['evening']);
  });

  it('pages by cursor, with a link to the next page that keeps the filters', async () => {
    for (const title of ['a', 'b', 'c']) await aSession({ title });
    const first = await get('/api/v1/sessions?limit=2&audience=professionals');
    const { nextCursor } = await body(first.clone(), SessionList);
    const next = /^<([^>]+)>; rel="next"$/.exec(first.headers.get('Link') ?? '')?.[1] ?? '';
    expect(next).toBe(
      `${bindings.BASE_URL}/api/v1/sessions?limit=2&audience=professionals&cursor=${nextCursor}`,
    );
    const last = await get(new URL(next).pathname + new URL(next).search);
    const page = await body(last, SessionList);
    expect(page.sessions.map((s) => s.title)).toEqual(['c']);
    expect(page.nextCursor).toBeNull();
  });

  it.each([
    ['?from=yesterday', 'from'],
    ['?from=2026-02-30', 'from'],
    ['?to=2026-03-12T25:00:00Z', 'to'],
    ['?audience=everyone', 'audience'],
    ['?status=draft', 'status'],
    ['?limit=0', 'limit'],
    ['?limit=101', 'limit'],
    ['?limit=1e1', 'limit'],
    ["?cursor=' OR 1=1", 'cursor'],
    ['?cursor=%00', 'cursor'],
  ])('refuses %s and says which parameter is wrong', async (query, parameter) => {
    const response = await get(`/api/v1/sessions${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get('Content-Type')).toBe('application/problem+json');
    const { errors } = await body(response, Problem);
    expect(errors?.map((error) => error.parameter)).toEqual([parameter]);
  });
});

it('does not show a draft', async () => {
  await aSession({ code: 'HDN222', state: 'draft' });
  const response = await get('/api/v1/sessions/HDN222');
  expect(response.status).toBe(404);
  expect(await body(response, Problem)).toEqual({
    type: 'about:blank',
    title: 'Not Found',
    status: 404,
  });
});

it.each(['unlisted', 'invitation'] as const)(
  'shows a session that is %s to whoever has its code, as its page does, and lists it nowhere',
  async (visibility) => {
    await aSession({ code: 'KNK222', visibility });
    expect((await get('/api/v1/sessions/KNK222')).status).toBe(200);
    expect(await list()).toEqual([]);
  },
);

it('answers as a problem for codes and addresses that are not there, and for other methods', async () => {
  for (const path of [
    '/api/v1/sessions/0OIL',
    '/api/v1/sessions/%F0%9F',
    '/api/v1/nothing',
    '/api',
  ]) {
    const response = await get(path);
    expect([path, response.status]).toEqual([path, 404]);
  }
  const response = await get('/api/v1/sessions', { method: 'POST' });
  expect(response.status).toBe(405);
  expect(response.headers.get('Allow')).toBe('GET, HEAD, OPTIONS');
});

it('is open to every site for reading, is kept for a short time, and sets no cookie', async () => {
  await aSession();
  const response = await get('/api/v1/sessions', { headers: { Origin: 'https://other.example' } });
  expect(response.headers.get('Access-Control-Allow-Origin')).toBe('*');
  expect(response.headers.get('Cache-Control')).toBe('public, max-age=30');
  expect(response.headers.get('Set-Cookie')).toBeNull();
  expect((await get('/api/v1/sessions?limit=x')).headers.get('Cache-Control')).toBe('no-store');
  const preflight = await get('/api/v1/sessions', {
    method: 'OPTIONS',
    headers: { Origin: 'https://other.example', 'Access-Control-Request-Method': 'GET' },
  });
  expect(preflight.status).toBe(204);
  expect(preflight.headers.get('Access-Control-Allow-Methods')).toBe('GET,HEAD,OPTIONS');
});

it('reads days in the time zone of the network, on both sides of a change of hour', () => {
  const local = (text: string) => toInstant(text, 'America/Toronto');
  expect(readInstant('2026-03-08', 'America/Toronto')).toBe(local('2026-03-08T00:00'));
  expect(readInstant('2026-03-08', 'America/Toronto', 'end')).toBe(local('2026-03-09T00:00'));
  expect(readInstant('2026-12-31', 'Europe/Paris', 'end')).toBe(
    toInstant('2027-01-01T00:00', 'Europe/Paris'),
  );
  expect(readInstant('2026-03-08T10:00:00Z', 'Europe/Paris')).toBe(Date.UTC(2026, 2, 8, 10));
});

describe('the OpenAPI document', () => {
  const document = openApiDocument({
    networkName: 'N',
    baseUrl: 'https://n.example',
    version: '1',
  });

  it('is served with the settings of the site', async () => {
    const served = (await (await get('/api/v1/openapi.json')).json()) as typeof document;
    expect(served.openapi).toBe('3.1.0');
    expect(served.servers).toEqual([{ url: bindings.BASE_URL }]);
    expect(served.paths).toEqual(JSON.parse(JSON.stringify(document.paths)));
  });

  it('resolves every reference and names each schema once', () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(
      (m) => m[1],
    );
    expect(new Set(references)).toEqual(
      new Set(
        Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
      ),
    );
    expect(JSON.stringify(document)).not.toContain('$defs');
  });

  it('declares each parameter of each path, and an answer with a schema for each status', () => {
    const operations = Object.entries(document.paths).map(([path, { get: operation }]) => ({
      path,
      ...operation,
    }));
    expect(new Set(operations.map((o) => o.operationId)).size).toBe(operations.length);
    for (const { path, parameters, responses } of operations) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((m) => m[1]);
      expect(parameters.filter((p) => p.in === 'path').map((p) => p.name)).toEqual(inPath);
      for (const parameter of parameters) expect(parameter.schema).toHaveProperty('type');
      for (const response of Object.values(responses)) {
        expect(response.description).not.toBe('');
        expect(Object.values(response.content)).toHaveLength(1);
      }
    }
    const list = operations.find((o) => o.operationId === 'listSessions');
    expect(list?.parameters.map((p) => p.name)).toEqual(Object.keys(ListQuery.entries));
    expect(list?.parameters.find((p) => p.name === 'limit')?.schema).toEqual({
      type: 'integer',
      minimum: 1,
      maximum: 100,
    });
  });

  it('says of a session what the routes give, nullable where it can be unknown', () => {
    const schema = document.components.schemas.Session;
    expect(schema?.required).toEqual(Object.keys(Session.entries));
    expect(schema?.properties?.seatsLeft).toMatchObject({
      anyOf: [{ minimum: 0 }, { type: 'null' }],
    });
  });
});
