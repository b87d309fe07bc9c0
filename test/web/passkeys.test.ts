import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { listLogins } from '../../src/domain/organisers/logins';
import { listPasskeys, signInByPasskey } from '../../src/domain/organisers/passkeys';
import { accounts, logins, passkeys, spentChallenges } from '../../src/domain/organisers/schema';
import { minute } from '../../src/lib/dates';
import { db } from '../support/db';
import { now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, secret, signedInCookie } from '../support/organisers';
import { softPasskey, word } from '../support/passkey';
import { origin, visit } from '../support/web';

let time = now;
const app = createApp({ clock: () => time });
const { get, post, postJson } = visit(app);

const login = '/organisation/connexion/cle';
const own = '/organisation/connexions/cles';
type Options = { challenge: string; user: { id: string }; excludeCredentials: { id: string }[] };
type Said = { error: string; message: string; next: string };

const optionsAt = async (path: string, cookie?: string): Promise<Options> =>
  (await postJson(`${path}/options`, {}, cookie ? { cookie } : {})).json();

async function said(answer: Response): Promise<[number, string]> {
  const { error, next } = await answer.json<Said>();
  return [answer.status, error ?? next];
}

/** An account that is signed in, with a passkey that it has just added. */
async function withPasskey() {
  const account = await anAccount('organiser', { role: 'reader' });
  const cookie = await signedInCookie(account.id);
  const passkey = await softPasskey();
  const made = await passkey.create(await optionsAt(own, cookie));
  const added = await postJson(own, { response: made }, { cookie });
  expect(await said(added)).toEqual([200, '/organisation/connexions?fait=cle-ajoutee']);
  const [row] = await listPasskeys(db, account.id);
  return { account, cookie, passkey, id: row?.id ?? 0, made };
}
const refused = [422, 'login_not_valid'];

it('adds a passkey, signs in with it to the page that was asked for, and lists the sign-in', async () => {
  const { account, passkey } = await withPasskey();
  const response = await passkey.get(await optionsAt(login), { count: 1 });
  const headers = { 'User-Agent': 'Mozilla/5.0 (Windows NT 10.0) Firefox/150.0' };
  const body = { response, back: '/organisation/reunions' };
  const answer = await postJson(login, body, { headers });
  const cookie = answer.headers.get('Set-Cookie') ?? '';
  expect(await said(answer)).toEqual([200, '/organisation/reunions']);
  expect(cookie).toMatch(/^farandole=[\w-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
  const browsers = (await listLogins(db, account.id, now)).map(({ browser }) => browser);
  expect(browsers.sort()).toEqual(['Firefox, Linux', 'Firefox, Windows']);
  expect(await listPasskeys(db, account.id)).toMatchObject([{ lastUsedAt: now, signCount: 1 }]);
  const page = await get('/organisation/connexions', { cookie: cookie.split(';')[0] ?? '' });
  expect(await page.text()).toContain('Dernière utilisation');
});

it('leads back to the page of one’s sign-ins, and not to the sign-in page', async () => {
  const { passkey } = await withPasskey();
  const next = async (back: string) => {
    const response = await passkey.get(await optionsAt(login));
    return (await said(await postJson(login, { response, back })))[1];
  };
  expect(await next('/organisation/connexions')).toBe('/organisation/connexions');
  expect(await next('/organisation/connexion')).toBe('/organisation');
  expect(await next('/organisation/connexion/message-envoye')).toBe('/organisation');
});

it.each(['//ailleurs.example', 'https://ailleurs.example', '/s/ABCDEF'])(
  'never leads away from the organisers’ side: %s',
  async (back) => {
    const { passkey } = await withPasskey();
    const response = await passkey.get(await optionsAt(login));
    expect(await said(await postJson(login, { response, back }))).toEqual([200, '/organisation']);
  },
);

it('takes a proof once: sent again, or twice at once, it opens one sign-in', async () => {
  const { account, passkey } = await withPasskey();
  const response = await passkey.get(await optionsAt(login));
  const both = await Promise.all([postJson(login, { response }), postJson(login, { response })]);
  expect(both.map(({ status }) => status).sort()).toEqual([200, 422]);
  expect(await said(await postJson(login, { response }))).toEqual(refused);
  expect(await listLogins(db, account.id, now)).toHaveLength(2);
});

it.each([
  ['made on another origin', { origin: 'https://ailleurs.example' }],
  ['made for another host', { rpId: 'ailleurs.example' }],
  ['that names another account', { owner: 'YWNjb3VudDo5OTk5' }],
])('refuses a proof %s', async (_, liberties) => {
  const { passkey } = await withPasskey();
  const response = await passkey.get(await optionsAt(login), liberties);
  expect(await said(await postJson(login, { response }))).toEqual(refused);
});

it('refuses a proof by another key, or over another challenge than ours', async () => {
  const { passkey } = await withPasskey();
  const stranger = await softPasskey();
  const options = await optionsAt(login);
  const forged = await stranger.get(options, { owner: 'YWNjb3VudDox' });
  const swapped = { ...forged, id: passkey.id, rawId: passkey.id };
  expect(await said(await postJson(login, { response: forged }))).toEqual(refused);
  expect(await said(await postJson(login, { response: swapped }))).toEqual(refused);
  const invented = await passkey.get({ challenge: 'bm90LW91cnM' });
  expect(await said(await postJson(login, { response: invented }))).toEqual(refused);
});

it('refuses a challenge after five minutes, and one that was given for adding a passkey', async () => {
  const { passkey, cookie } = await withPasskey();
  const response = await passkey.get(await optionsAt(login));
  time = now + 5 * minute;
  expect(await said(await postJson(login, { response }))).toEqual(refused);
  time = now;
  const mixed = await passkey.get(await optionsAt(own, cookie));
  expect(await said(await postJson(login, { response: mixed }))).toEqual(refused);
});

it('refuses a count that does not rise: the passkey has been copied', async () => {
  const { passkey } = await withPasskey();
  const send = async (count: number) =>
    said(await postJson(login, { response: await passkey.get(await optionsAt(login), { count }) }));
  expect((await send(5))[0]).toBe(200);
  expect(await send(5)).toEqual(refused);
  expect(await send(4)).toEqual(refused);
  expect((await send(6))[0]).toBe(200);
});

it('refuses a disabled account exactly as an unknown passkey', async () => {
  const { account, passkey } = await withPasskey();
  await db.update(accounts).set({ disabledAt: now }).where(eq(accounts.id, account.id));
  const unknown = await softPasskey();
  const answers: unknown[] = [];
  for (const one of [passkey, unknown]) {
    const response = await one.get(await optionsAt(login), { owner: 'YWNjb3VudDox' });
    const answer = await postJson(login, { response });
    answers.push([answer.status, await answer.text(), answer.headers.get('Set-Cookie')]);
  }
  expect(answers[0]).toEqual(answers[1]);
});

it('tells nobody who has an account: the options name no passkey', async () => {
  await withPasskey();
  const options = await optionsAt(login);
  expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'preferred' });
  expect(options).not.toHaveProperty('allowCredentials');
});

it('writes nothing for a challenge that nobody answers, and forgets those that have expired', async () => {
  const before = await db.$count(spentChallenges);
  for (let i = 0; i < 3; i++) await optionsAt(login);
  expect(await db.$count(spentChallenges)).toBe(before);
  const { passkey } = await withPasskey();
  time = now + 10 * minute;
  const response = await passkey.get(await optionsAt(login));
  expect((await postJson(login, { response })).status).toBe(200);
  time = now;
  expect(await db.select().from(spentChallenges)).toMatchObject([{ expiresAt: now + 15 * minute }]);
});

it('signs in within a bounded number of rows, however many passkeys there are', async () => {
  const { account, passkey } = await withPasskey();
  const others = Array.from({ length: 19 }, (_, i) => ({
    accountId: account.id,
    credentialId: `other-${i}`,
    publicKey: 'AA',
    signCount: 0,
    name: 'Autre',
    createdAt: now,
  }));
  for (const other of others) await db.insert(passkeys).values(other);
  const response = await passkey.get(await optionsAt(login));
  const site = { place: { baseUrl: origin, networkName: 'Réseau' }, secret, now };
  const { result, bill } = await metered((counted) =>
    signInByPasskey(counted, { response: parsed(response), browser: '' }, site),
  );
  expect(result.ok).toBe(true);
  expect(bill.rowsRead).toBeLessThan(30);
  expect(bill.queries).toBeLessThan(8);
});
const parsed = <T extends { type: string }>(response: T) => ({
  ...response,
  type: 'public-key' as const,
});

it('asks for nothing twice: a device that holds one of the account’s passkeys is told so', async () => {
  const { cookie, passkey, account } = await withPasskey();
  const options = await optionsAt(own, cookie);
  expect(options.excludeCredentials).toMatchObject([{ id: passkey.id }]);
  expect(Buffer.from(options.user.id, 'base64url').toString()).toBe(`account:${account.id}`);
});

it('adds one passkey for one challenge of this account, made here', async () => {
  const { cookie, made, account } = await withPasskey();
  const notAdded = [422, 'passkey_not_valid'];
  expect(await said(await postJson(own, { response: made }, { cookie }))).toEqual(notAdded);
  const another = await softPasskey();
  const elsewhere = { origin: 'https://ailleurs.example' };
  const foreign = await another.create(await optionsAt(own, cookie), elsewhere);
  expect(await said(await postJson(own, { response: foreign }, { cookie }))).toEqual(notAdded);
  const neighbour = await signedInCookie((await anAccount('reader')).id);
  const theirs = await another.create(await optionsAt(own, neighbour));
  expect(await said(await postJson(own, { response: theirs }, { cookie }))).toEqual(notAdded);
  expect(await listPasskeys(db, account.id)).toHaveLength(1);
});

it('refuses a passkey that brings certificates of its make', async () => {
  const { cookie } = await withPasskey();
  const another = await softPasskey();
  const statement = Uint8Array.from([0xa1, ...word('x5c'), 0x80]);
  const liberties = { format: 'packed', statement };
  const made = await another.create(await optionsAt(own, cookie), liberties);
  const answer = await postJson(own, { response: made }, { cookie });
  expect(await said(answer)).toEqual([422, 'passkey_not_valid']);
});

it('keeps twenty passkeys at most, and says so before the device makes another', async () => {
  const { account, cookie } = await withPasskey();
  for (let i = 1; i < 20; i++)
    await db.insert(passkeys).values({
      accountId: account.id,
      credentialId: `${account.id}-${i}`,
      publicKey: 'AA',
      signCount: 0,
      name: 'Autre',
      createdAt: now,
    });
  const answer = await postJson(`${own}/options`, {}, { cookie });
  expect(await said(answer)).toEqual([422, 'too_many']);
});

it('renames and removes one’s own passkey only; removed, it opens nothing', async () => {
  const { account, cookie, passkey, id } = await withPasskey();
  const neighbour = await signedInCookie((await anAccount('reader')).id);
  await post(`${own}/${id}`, { name: 'Pris' }, { cookie: neighbour });
  await post(`${own}/${id}/suppression`, {}, { cookie: neighbour });
  await post(`${own}/${id}`, { name: '  Portable du bureau ' }, { cookie });
  expect(await listPasskeys(db, account.id)).toMatchObject([{ name: 'Portable du bureau' }]);
  const proof = async () => ({ response: await passkey.get(await optionsAt(login)) });
  expect((await postJson(login, await proof())).status).toBe(200);
  const removed = await post(`${own}/${id}/suppression`, {}, { cookie });
  expect(removed.headers.get('Location')).toBe('/organisation/connexions?fait=cle-supprimee');
  expect(await said(await postJson(login, await proof()))).toEqual(refused);
});

it('keeps the name that was refused in its field, and says why', async () => {
  const { cookie, id } = await withPasskey();
  const answer = await post(`${own}/${id}`, { name: 'x'.repeat(61) }, { cookie });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain(`href="#name-${id}"`);
  expect(html).toContain(`value="${'x'.repeat(61)}"`);
});

it('notes in the history that a passkey was added and removed, without names', async () => {
  const { account, cookie, id } = await withPasskey();
  await post(`${own}/${id}/suppression`, {}, { cookie });
  const { results } = await db.$client
    .prepare('SELECT event, detail FROM history WHERE actor = ? ORDER BY id')
    .bind(`organiser:${account.id}`)
    .all();
  const detail = JSON.stringify({ account: account.id });
  expect(results).toEqual([
    { event: 'passkey_added', detail },
    { event: 'passkey_removed', detail },
  ]);
});

it.each([
  ['nothing', null],
  ['a list', []],
  ['no response', {}],
  ['a response that is none', { response: { id: 'a', type: 'public-key' } }],
  ['text that is not base64url', { response: { id: '<>', rawId: '<>', type: 'public-key' } }],
])('answers a wrong body in JSON: %s', async (_, body) => {
  const cookie = await signedInCookie((await anAccount('reader')).id);
  for (const [path, sent] of [
    [login, {}],
    [own, { cookie }],
  ] as const) {
    const answer = await postJson(path, body, sent);
    expect(await said(answer)).toEqual([422, 'body_not_valid']);
  }
});

it('answers well-formed nonsense in JSON, never with a bug', async () => {
  const { cookie, passkey } = await withPasskey();
  const common = { id: passkey.id, rawId: passkey.id, type: 'public-key' };
  const noise = {
    clientDataJSON: 'AAAA',
    authenticatorData: 'AA',
    signature: 'A',
    userHandle: 'A',
  };
  expect(await said(await postJson(login, { response: { ...common, response: noise } }))).toEqual(
    refused,
  );
  const attested = { clientDataJSON: 'bnVsbA', attestationObject: '_____w' };
  const made = { response: { ...common, response: attested } };
  expect(await said(await postJson(own, made, { cookie }))).toEqual([422, 'passkey_not_valid']);
});

it('refuses another site’s page in JSON', async () => {
  const { passkey, account } = await withPasskey();
  const response = await passkey.get(await optionsAt(login));
  const headers = { Origin: 'https://ailleurs.example' };
  const answer = await postJson(login, { response }, { headers });
  expect(await said(answer)).toEqual([403, 'crossSite']);
  expect(await db.select().from(logins).where(eq(logins.accountId, account.id))).toHaveLength(1);
});

it('asks to wait, in JSON, when one passkey is tried again and again', async () => {
  const { passkey } = await withPasskey();
  const response = await passkey.get({ challenge: 'bm90LW91cnM' });
  const tries: Response[] = [];
  for (let i = 0; i < 11; i++)
    tries.push(await postJson(login, { response }, { env: { RATE_LIMITS: 'on' } }));
  expect(tries.map(({ status }) => status)).toEqual([...Array(10).fill(422), 429]);
  expect(tries[10]?.headers.get('Retry-After')).toBe('60');
  expect((await tries[10]?.json<Said>())?.error).toBe('tooMany');
});

it('says, without JavaScript, that mailed links go on working', async () => {
  const cookie = await signedInCookie((await anAccount('reader')).id);
  const page = await (await get('/organisation/connexions?lang=en', { cookie })).text();
  expect(page).toContain('links by e-mail go on working');
  const signIn = await (await get('/organisation/connexion')).text();
  expect(signIn).toMatch(/<div data-passkey="get"[^>]* hidden/);
});
