import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { mailbox } from '../../src/domain/mail/schema';
import { listLogins } from '../../src/domain/organisers/logins';
import { logins } from '../../src/domain/organisers/schema';
import { day } from '../../src/lib/dates';
import { db } from '../support/db';
import { now } from '../support/fixtures';
import { readMail } from '../support/mails';
import { anAccount, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

let time = now;
const app = createApp({ clock: () => time });
const { get, post } = visit(app);

/** The link as the mail has it, delivered to the local mailbox. */
async function linkOf(email: string): Promise<string> {
  const mails = await db.select().from(mailbox).where(eq(mailbox.recipient, email));
  const { email: read } = await readMail(mails.at(-1)?.raw ?? '');
  return /\/organisation\/connexion\/\S+/.exec(read.text ?? '')?.[0] ?? '/no-link';
}

it('leads to the sign-in page and back to the page that was asked for', async () => {
  const account = await anAccount('administrator');
  const asked = await get('/organisation/personnes?page=2');
  expect(asked.status).toBe(303);
  const login = asked.headers.get('Location') ?? '';
  expect(login).toBe('/organisation/connexion?retour=%2Forganisation%2Fpersonnes%3Fpage%3D2');
  expect(await (await get(login)).text()).toContain(
    'name="retour" value="/organisation/personnes?page=2"',
  );
  const retour = '/organisation/personnes?page=2';
  await post('/organisation/connexion', { email: account.email, retour });
  const signedIn = await post(await linkOf(account.email));
  expect(signedIn.headers.get('Location')).toBe(retour);
});

it.each([
  'https://ailleurs.example/organisation',
  '//ailleurs.example/organisation',
  '/\\ailleurs.example/organisation',
  '/organisation/..//ailleurs.example',
  '/organisation.ailleurs.example',
  '/s/ABCDEF',
  'javascript:alert(1)',
])('never leads away from the organisers’ side: %s', async (retour) => {
  const account = await anAccount('reader');
  await post('/organisation/connexion', { email: account.email, retour });
  const signedIn = await post(await linkOf(account.email));
  expect(signedIn.headers.get('Location')).toBe('/organisation');
});

it('answers the same whether the address has an account or not', async () => {
  const account = await anAccount('reader');
  const answers = await Promise.all(
    [account.email, 'inconnue@exemple.fr'].map((email) =>
      post('/organisation/connexion', { email }),
    ),
  );
  const shown = answers.map(({ status, headers }) => [status, [...headers].sort()]);
  expect(shown[0]).toEqual(shown[1]);
  expect(answers[0]?.headers.get('Location')).toBe('/organisation/connexion/message-envoye');
});

it('keeps what was typed when it is no address', async () => {
  const answer = await post('/organisation/connexion', { email: 'nadia@' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="nadia@"');
  expect(html).toContain('href="#email"');
});

it('signs in by the button only: opening the link changes nothing', async () => {
  const account = await anAccount('administrator');
  await post('/organisation/connexion', { email: account.email });
  const link = await linkOf(account.email);
  for (let i = 0; i < 3; i++) {
    const page = await get(link);
    expect(page.status).toBe(200);
    expect(page.headers.get('Set-Cookie')).toBeNull();
  }
  const firefox = 'Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0';
  const signedIn = await post(link, {}, { headers: { 'User-Agent': firefox } });
  expect(signedIn.status).toBe(303);
  expect(signedIn.headers.get('Set-Cookie')).toMatch(
    /^farandole=[A-Za-z0-9_-]{22}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
  );
  expect(await listLogins(db, account.id, now)).toMatchObject([{ browser: 'Firefox, Windows' }]);
});

it('answers alike to a link that is used and to one that never was', async () => {
  const account = await anAccount('administrator');
  await post('/organisation/connexion', { email: account.email });
  const link = await linkOf(account.email);
  await post(link);
  const unknown = `/organisation/connexion/${'A'.repeat(46)}`;
  const shown = async (answer: Response) => [
    answer.status,
    (await answer.text()).replaceAll(link, '').replaceAll(unknown, ''),
  ];
  const dead = await shown(await get(unknown));
  expect(dead[0]).toBe(404);
  expect(await shown(await get(link))).toEqual(dead);
  expect(await shown(await post(link))).toEqual(dead);
});

it('sets a __Host- cookie over https', async () => {
  const env = { BASE_URL: 'https://inscriptions.exemple.fr' };
  const account = await anAccount('reader');
  await post('/organisation/connexion', { email: account.email }, { env });
  const signedIn = await post(await linkOf(account.email), {}, { env });
  const cookie = signedIn.headers.get('Set-Cookie') ?? '';
  expect(cookie).toMatch(
    /^__Host-farandole=[A-Za-z0-9_-]{22}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  );
  const home = await get('/organisation', { cookie: cookie.split(';')[0] ?? '', env });
  expect(home.status).toBe(200);
});

it('keeps someone who comes back signed in, writing once a day at most', async () => {
  const account = await anAccount('reader');
  const cookie = await signedInCookie(account.id);
  const visit = (at: number) => {
    time = at;
    return get('/organisation', { cookie });
  };
  expect((await visit(now + day - 1)).headers.get('Set-Cookie')).toBeNull();
  expect((await visit(now + 29 * day)).headers.get('Set-Cookie')).toContain('Max-Age=2592000');
  expect((await visit(now + 58 * day)).status).toBe(200);
  expect((await visit(now + 90 * day)).status).toBe(303);
  time = now;
});

it('signs out, and the cookie that is left opens nothing', async () => {
  const account = await anAccount('reader');
  const cookie = await signedInCookie(account.id);
  const out = await post('/organisation/deconnexion', {}, { cookie });
  expect(out.headers.get('Set-Cookie')).toContain('farandole=; Max-Age=0');
  expect((await get('/organisation', { cookie })).status).toBe(303);
});

it('closes one of one’s sign-ins from another device', async () => {
  const account = await anAccount('reader');
  const there = await signedInCookie(account.id);
  const here = await signedInCookie(account.id);
  const listed = await get('/organisation/connexions', { cookie: here });
  const page = await listed.text();
  expect(page).toContain('Firefox, Linux');
  // Two of one day are told apart by the hour.
  expect(page.replace(/[\u00a0\u202f]/g, ' ')).toContain('lundi 2 mars à 9 h');
  const [older] = await db.select().from(logins).where(eq(logins.accountId, account.id));
  await post(`/organisation/connexions/${older?.id}/fin`, {}, { cookie: here });
  expect((await get('/organisation', { cookie: there })).status).toBe(303);
  expect((await get('/organisation', { cookie: here })).status).toBe(200);
});

it('does not let another site act in an organiser’s name', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  const headers = { Origin: 'https://ailleurs.example' };
  expect((await post('/organisation/deconnexion', {}, { cookie, headers })).status).toBe(403);
  expect((await get('/organisation', { cookie })).status).toBe(200);
});

it('asks to wait when one address is typed again and again, and only that one', async () => {
  const ask = (email: string) =>
    post('/organisation/connexion', { email }, { env: { RATE_LIMITS: 'on' } });
  const answers: Response[] = [];
  for (let i = 0; i < 12; i++) answers.push(await ask('insistante@exemple.fr'));
  expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(303), 429, 429]);
  expect(answers[11]?.headers.get('Retry-After')).toBe('60');
  expect(await answers[11]?.text()).toContain('Attendez une minute');
  expect((await ask('autre@exemple.fr')).status).toBe(303);
});

it('mails the person who is invited, and lets them in by that address', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  const fields = {
    email: 'nouvelle@exemple.fr',
    name: 'Nour Haddad',
    role: 'organiser',
    organisation: 'Reseda',
  };
  const invited = await post('/organisation/personnes', fields, { cookie });
  expect(invited.headers.get('Location')).toBe('/organisation/personnes?fait=invitation');
  await post('/organisation/connexion', { email: fields.email });
  const signedIn = await post(await linkOf(fields.email));
  expect(signedIn.headers.get('Location')).toBe('/organisation');
  const subjects = await db.select().from(mailbox).where(eq(mailbox.recipient, fields.email));
  expect(subjects.map(({ subject }) => subject)).toEqual([
    'Votre accès à l’espace organisateurs – Réseau Périnatalité – Petite Enfance Alès-Cévennes',
    'Votre lien de connexion – Réseau Périnatalité – Petite Enfance Alès-Cévennes',
  ]);
});

it('takes a change of an account pressed twice as saved', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  const path = `/organisation/personnes/${(await anAccount('reader')).id}`;
  const change = { name: 'Deux fois', role: 'reader', organisation: '', version: '1' };
  for (let times = 0; times < 2; times++)
    expect((await post(path, change, { cookie })).status).toBe(303);
  expect((await post(path, { ...change, name: 'Autre' }, { cookie })).status).toBe(422);
});

it('corrects the address of an invitation on the page of the account, until it is used', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  const invited = await anAccount('reader', { email: 'nuor@exemple.fr' });
  const path = `/organisation/personnes/${invited.id}`;
  expect(await (await get('/organisation/personnes', { cookie })).text()).toContain(
    'Invitation en attente',
  );
  const wrong = await post(`${path}/adresse`, { email: 'nour@exemple', version: '1' }, { cookie });
  expect(wrong.status).toBe(422);
  const html = await wrong.text();
  expect(html).toContain('value="nour@exemple"');
  expect(html).toContain('href="#email"');
  const fields = { email: 'nour2@exemple.fr', version: '1' };
  const corrected = await post(`${path}/adresse`, fields, { cookie });
  expect(corrected.headers.get('Location')).toBe(`${path}?fait=invitation-corrigee`);
  await post('/organisation/connexion', { email: fields.email });
  await post(await linkOf(fields.email));
  const page = await (await get(path, { cookie })).text();
  expect(page).not.toContain('Renvoyer l’invitation');
  const again = await post(`${path}/invitation`, {}, { cookie });
  expect(again.status).toBe(422);
});

it('keeps what was typed when an invitation is incomplete', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  const fields = { email: 'awa@exemple.fr', name: 'Awa Diallo', role: 'organiser' };
  const answer = await post('/organisation/personnes', fields, { cookie });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Awa Diallo"');
  expect(html).toContain('href="#organisation"');
});
