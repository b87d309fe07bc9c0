/**
 * Who may do what: role × route × object of one's own or of another organisation. The routes are read
 * off the application, so that a new one without a line here fails.
 */
import { createExecutionContext } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { bindings } from '../support/db';
import { now } from '../support/fixtures';
import { anAccount, anOrganisation, signedInCookie } from '../support/organisers';

const app = createApp({ clock: () => now });
const origin = 'http://localhost:8787';

/** `colleague` works for another organisation than the one that carries the objects. */
const who = ['nobody', 'reader', 'colleague', 'organiser', 'administrator'] as const;
type Who = (typeof who)[number];

/** A page, its form with errors or the redirect after a success; a refusal; and the rest. */
type Answer = 'passes' | 'forbidden' | 'absent' | 'to sign-in';
type Expected = Record<Exclude<Who, 'nobody' | 'administrator'>, Answer>;

const everyone: Expected = { reader: 'passes', colleague: 'passes', organiser: 'passes' };
const open = { everybody: 'passes' } as const;
const administrators: Expected = {
  reader: 'forbidden',
  colleague: 'forbidden',
  organiser: 'forbidden',
};

/** `params`: what stands in the path, made anew for each asker, so that each has one to spend. */
type Route = {
  expected: Expected | { everybody: Answer };
  params?: () => Promise<Record<string, string | number>>;
};

const someone = async () => ({ id: (await anAccount('reader')).id });
const noLink = async () => ({ token: 'A'.repeat(46) });

const routes: Record<string, Route> = {
  'GET /organisation/connexion': { expected: open },
  'POST /organisation/connexion': { expected: open },
  'GET /organisation/connexion/message-envoye': { expected: open },
  'GET /organisation/connexion/:token': { expected: { everybody: 'absent' }, params: noLink },
  'POST /organisation/connexion/:token': { expected: { everybody: 'absent' }, params: noLink },
  'GET /organisation': { expected: everyone },
  'GET /organisation/connexions': { expected: everyone },
  'POST /organisation/connexions/:id/fin': { expected: everyone, params: async () => ({ id: 9 }) },
  'POST /organisation/deconnexion': { expected: everyone },
  'GET /organisation/personnes': { expected: administrators },
  'POST /organisation/personnes': { expected: administrators },
  'GET /organisation/personnes/:id': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/desactivation': { expected: administrators, params: someone },
  'POST /organisation/personnes/:id/reactivation': { expected: administrators, params: someone },
};

/** Method and path of each route of the organisers' side, as the application has them. */
const mounted = [
  ...new Set(
    app.routes
      .filter(({ method, path }) => method !== 'ALL' && /^\/organisation(\/|$)/.test(path))
      .map(({ method, path }) => `${method} ${path}`),
  ),
];

const accounts = new Map<Who, number>();
/** The organisation of `organiser`, which carries the objects that the routes are tried on. */
let own = 0;
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  const organisationId = await anOrganisation('Mutualité Française Occitanie');
  accounts.set('reader', (await anAccount('reader', { organisationId: own })).id);
  accounts.set('organiser', (await anAccount('organiser', { organisationId: own })).id);
  accounts.set('colleague', (await anAccount('organiser', { organisationId })).id);
  accounts.set('administrator', (await anAccount('administrator')).id);
});

async function ask(method: string, path: string, asker: Who): Promise<Answer> {
  const headers = new Headers({ Origin: origin });
  const account = accounts.get(asker);
  if (account) headers.set('Cookie', await signedInCookie(account));
  const body = method === 'POST' ? new URLSearchParams() : undefined;
  const answer = await app.request(
    new Request(origin + path, { method, headers, body, redirect: 'manual' }),
    undefined,
    bindings,
    createExecutionContext(),
  );
  expect(answer.status, `${method} ${path} for ${asker}`).toBeLessThan(500);
  const location = answer.headers.get('Location') ?? '';
  if (/^\/organisation\/connexion(\?|$)/.test(location)) return 'to sign-in';
  if (answer.status === 404) return 'absent';
  return answer.status === 403 ? 'forbidden' : 'passes';
}

it('has a line for each route of the organisers’ side, and none too many', () => {
  expect(Object.keys(routes).sort()).toEqual([...mounted].sort());
});

it.each(mounted)('%s', async (route) => {
  const { expected = open, params } = routes[route] ?? {};
  const [method = '', pattern = ''] = route.split(' ');
  const answers: Partial<Record<Who, Answer>> = {};
  for (const asker of who) {
    const values = (await params?.()) ?? {};
    const path = pattern.replace(/:(\w+)/g, (_, name: string) => String(values[name]));
    answers[asker] = await ask(method, path, asker);
  }
  expect(answers).toEqual(
    'everybody' in expected
      ? Object.fromEntries(who.map((asker) => [asker, expected.everybody]))
      : { nobody: 'to sign-in', administrator: 'passes', ...expected },
  );
});
