/** Contacts, invitations and unsubscribing, as the pages and mail programs do it. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import { expandMailings } from '../../src/domain/invitations/expand-mailings';
import { contacts, suppressions } from '../../src/domain/invitations/schema';
import { addressMac, unsubscribeToken } from '../../src/domain/invitations/unsubscribe';
import { deliverOutbox } from '../../src/domain/mail/deliver';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { makeRenderer } from '../../src/domain/messages/render';
import { invitedToken } from '../../src/domain/registrations/invited';
import { registrations } from '../../src/domain/registrations/schema';
import { parseSettings } from '../../src/env';
import { mailboxTransport } from '../../src/transports/mailbox';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { readMail } from '../support/mails';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { visit } from '../support/web';

const app = createApp({ clock: () => now });
const { get, post, send } = visit(app);
const secret = String(bindings.SIGNING_SECRET);

let cookie = '';
let session: Session;
const writer = 'camille@exemple.fr';
beforeAll(async () => {
  const organisationId = await anOrganisation('Reseda');
  cookie = await signedInCookie(
    (await anAccount('organiser', { organisationId, email: writer })).id,
  );
  session = await aSession({ title: 'Air intérieur' });
  await carries(organisationId, session.actionId);
});

const importing = '/organisation/contacts/import';
const upload = (fields: Record<string, string | Blob>) => {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields))
    if (typeof value === 'string') body.append(name, value);
    else body.append(name, value, 'contacts.csv');
  return send(importing, { method: 'POST', body }, { cookie });
};
const linkOf = async (email: string) => {
  const mac = await addressMac(secret, email);
  return `/desabonnement/${await unsubscribeToken(secret, { mac, mailing: 0 })}`;
};
const isOut = async (email: string) =>
  (
    await db
      .select()
      .from(suppressions)
      .where(eq(suppressions.mac, await addressMac(secret, email)))
  ).length === 1;

it('asks for the source of consent, shows what a file would do, then imports it', async () => {
  const bytes = Uint8Array.from('email;nom\nzoe@exemple.fr;Zo\u00e9 <b>\nfaux;L\u00e9a', (letter) =>
    letter.charCodeAt(0),
  );
  const refused = await upload({ file: new Blob([bytes]) });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('href="#consentSource"');
  const preview = await (await upload({ file: new Blob([bytes]), consentSource: 'salon' })).text();
  for (const said of ['1 nouveau', '1 ligne fautive', 'Zoé &lt;b&gt;', 'Pas d’adresse valable'])
    expect(preview).toContain(said);
  expect(await db.select().from(contacts)).toEqual([]);
  const text = 'email;nom\nzoe@exemple.fr;Zoé';
  const done = await upload({ step: 'confirm', text, consentSource: 'salon' });
  expect(done.headers.get('Location')).toBe('/organisation/contacts?fait=contacts-importes');
  const list = await (await get('/organisation/contacts?q=zoe', { cookie })).text();
  for (const said of ['zoe@exemple.fr', 'Zoé', 'salon']) expect(list).toContain(said);
});

it('adds one by hand, keeps what was typed, and deletes it', async () => {
  const typed = { email: 'lea', consentSource: '', name: 'Léa' };
  const refused = await post('/organisation/contacts', typed, { cookie });
  expect(refused.status).toBe(422);
  const page = await refused.text();
  for (const said of ['href="#email"', 'href="#consentSource"', 'value="Léa"'])
    expect(page).toContain(said);
  await post(
    '/organisation/contacts',
    { ...typed, email: 'lea@exemple.fr', consentSource: 'forum', tags: 'RPE' },
    { cookie },
  );
  const [row] = await db.select().from(contacts).where(eq(contacts.email, 'lea@exemple.fr'));
  expect(row).toMatchObject({ tags: ['rpe'], consentSource: 'forum' });
  await post(`/organisation/contacts/${row?.id}/suppression`, {}, { cookie });
  expect(await db.select().from(contacts).where(eq(contacts.email, 'lea@exemple.fr'))).toEqual([]);
});

it('corrects a contact, says what is wrong at its field, and erases it', async () => {
  const typed = { name: 'Noé', consentSource: 'forum' };
  await post('/organisation/contacts', { ...typed, email: 'noe@exemple.fr' }, { cookie });
  const [row] = await db.select().from(contacts).where(eq(contacts.email, 'noe@exemple.fr'));
  const path = `/organisation/contacts/${row?.id}`;
  expect(await (await get('/organisation/contacts', { cookie })).text()).toContain(
    `href="${path}"`,
  );
  const form = await (await get(path, { cookie })).text();
  for (const said of ['value="noe@exemple.fr"', 'value="Noé"', 'value="forum"'])
    expect(form).toContain(said);
  const version = /name="version" value="(\d+)"/.exec(form)?.[1] ?? '';
  const wrong = { ...typed, version, email: 'zoe@exemple.fr' };
  const known = await post(path, wrong, { cookie });
  expect(known.status).toBe(422);
  expect(await known.text()).toContain('href="#email"');
  const right = { ...typed, version, email: 'noe.b@exemple.fr', tags: 'PMI' };
  for (let times = 0; times < 2; times++) {
    const saved = await post(path, right, { cookie });
    expect(saved.headers.get('Location')).toBe('/organisation/contacts?fait=contact-corrige');
  }
  const stale = await post(path, { ...right, name: 'Noémie' }, { cookie });
  expect(stale.status).toBe(422);
  const page = await stale.text();
  expect(page).toContain('corrigé ce contact entre-temps');
  expect(page).toContain('value="Noémie"');
  const erased = await post(`${path}/suppression`, {}, { cookie });
  expect(erased.headers.get('Location')).toBe('/organisation/contacts?fait=contact-efface');
  expect((await get(path, { cookie })).status).toBe(404);
});

it('prefills, previews, mails a trial to its writer alone, sends once and counts', async () => {
  const base = `/organisation/seances/${session.code}/invitations`;
  const form = await (await get(base, { cookie })).text();
  expect(form).toMatch(/name="subject"[^>]*Air intérieur|Air intérieur[^>]*name="subject"/);
  const words = { subject: 'Venez <jeudi>', body: 'Bienvenue.' };
  const drafted = await post(base, words, { cookie });
  const [path = ''] = (drafted.headers.get('Location') ?? '').split('?');
  const page = async () => (await get(path, { cookie })).text();
  expect(await page()).toContain('1 contact');
  const frame = await get(`${path}/apercu`, { cookie });
  expect(frame.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(await frame.text()).toContain('Bienvenue.');
  await post(`${path}/essai`, {}, { cookie });
  const trials = await db.select().from(mailbox).where(eq(mailbox.recipient, writer));
  expect(trials.map(({ subject }) => subject)).toEqual(['[Essai] Venez <jeudi>']);
  expect(trials[0]?.raw).not.toContain('List-Unsubscribe');
  const version = /name="version" value="(\d+)"/.exec(await page())?.[1] ?? '';
  const press = () => post(`${path}/envoi`, { version }, { cookie });
  expect((await press()).headers.get('Location')).toBe(`${path}?fait=invitation-envoi`);
  expect((await press()).headers.get('Location')).toBe(`${path}?fait=invitation-envoi`);
  await expandMailings(db, { now });
  const mails = await db
    .select()
    .from(outbox)
    .where(sql`kind = 'partner_invitation' AND recipient <> ${writer}`);
  expect(mails.map(({ recipient }) => recipient)).toEqual(['zoe@exemple.fr']);
  expect(await page()).toContain('Écrite à 1 contact');
});

it('sends at the network’s hour, and can be cancelled until then', async () => {
  const base = `/organisation/seances/${session.code}/invitations`;
  const drafted = await post(base, { subject: 'Plus tard', body: 'Venez.' }, { cookie });
  const [path = ''] = (drafted.headers.get('Location') ?? '').split('?');
  const page = async () => (await get(path, { cookie })).text();
  const later = async (sendAt: string) => {
    const version = /name="version" value="(\d+)"/.exec(await page())?.[1] ?? '';
    return post(`${path}/envoi`, { version, when: 'later', sendAt }, { cookie });
  };
  for (const wrong of ['', '2026-02-30T10:00', '2026-01-01T10:00']) {
    const answer = await later(wrong);
    expect(answer.status, wrong).toBe(422);
    expect(await answer.text()).toContain('href="#sendAt"');
  }
  const answer = await later('2026-03-11T18:00');
  expect(answer.headers.get('Location')).toBe(`${path}?fait=invitation-programmee`);
  const scheduled = await page();
  expect(scheduled).toContain('Partira mercredi 11 mars à 18\u00a0h');
  expect(scheduled).toContain('Rien n’est encore parti.');
  expect(scheduled).not.toContain('Envoi en cours');
  expect((await post(`${path}/arret`, {}, { cookie })).status).toBe(303);
  expect(await page()).toContain('Annulée avant l’envoi');
});

it('unsubscribes by a page with one button: reading the link changes nothing', async () => {
  const link = await linkOf('lire@exemple.fr');
  const page = await get(link);
  expect(await page.text()).toContain('Me désabonner');
  expect(await isOut('lire@exemple.fr')).toBe(false);
  expect((await post(link)).status).toBe(200);
  expect((await post(link)).status).toBe(200);
  expect(await isOut('lire@exemple.fr')).toBe(true);
  expect(await (await get(link)).text()).toContain('Vous êtes désabonné·e');
});

it('unsubscribes by one click of a mail program: a POST without cookie and without Origin', async () => {
  const context = { waitUntil() {}, passThroughOnException() {}, props: {} };
  const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
  const url = `http://localhost:8787${await linkOf('clic@exemple.fr')}`;
  const answer = await app.request(
    new Request(url, { method: 'POST', body }),
    undefined,
    bindings,
    context,
  );
  expect(answer.status).toBe(200);
  expect(await isOut('clic@exemple.fr')).toBe(true);
});

it('answers every forged link alike', async () => {
  const link = await linkOf('a@exemple.fr');
  const forged = [
    `${link.slice(0, -2)}zz`,
    '/desabonnement/x',
    link.replace('/desabonnement/', '/desabonnement/A'),
  ];
  for (const path of forged) {
    expect((await get(path)).status).toBe(404);
    expect((await post(path)).status).toBe(404);
  }
  expect(await isOut('a@exemple.fr')).toBe(false);
});

describe('a session « sur invitation »', () => {
  let invited: Session;
  let link = '';
  beforeAll(async () => {
    invited = await aSession({
      actionId: session.actionId,
      visibility: 'invitation',
      title: 'Réservée',
      capacity: 1,
      maxCapacity: 1,
      acceptsColleagues: true,
    });
    await db.insert(contacts).values({
      email: 'creche@exemple.fr',
      emailKey: 'creche@exemple.fr',
      addressMac: await addressMac(secret, 'creche@exemple.fr'),
      consentSource: 'forum',
      createdAt: now,
    });
    const path = `/organisation/seances/${invited.code}/invitations`;
    const form = await (await get(path, { cookie })).text();
    // What is proposed says that the link may be passed on, which is true.
    expect(form).toContain('On s’inscrit par le lien de ce message seulement');
    const made = await post(path, { subject: 'Venez', body: 'Bonjour.' }, { cookie });
    const [draft = ''] = (made.headers.get('Location') ?? '').split('?');
    const version = /name="version" value="(\d+)"/.exec(
      await (await get(draft, { cookie })).text(),
    );
    const opened = (visibility: Session['visibility']) =>
      db.update(sessions).set({ visibility }).where(eq(sessions.id, invited.id));
    // It goes out while the session is open to all: the link opens it afterwards all the same.
    await opened('public');
    await post(`${draft}/envoi`, { version: version?.[1] ?? '' }, { cookie });
    await expandMailings(db, { now });
    await deliverOutbox(db, {
      transport: mailboxTransport(db, () => now),
      render: makeRenderer(parseSettings(bindings)),
      now,
      limit: 50,
    });
    const [mail] = await db
      .select()
      .from(mailbox)
      .where(sql`recipient = 'creche@exemple.fr' AND subject = 'Venez'`);
    await opened('invitation');
    const { email } = await readMail(mail?.raw ?? '');
    link =
      new RegExp(`/s/${invited.code}\\?invitation=[\\w-]{24}`).exec(email.text ?? '')?.[0] ?? '';
  });
  const answers = (email: string, more = {}) => ({
    firstName: 'Nadia',
    lastName: 'Benali',
    email,
    consent: '1',
    submissionKey: `key-of-${email.replace(/\W/g, '-')}`,
    lang: 'fr',
    ...more,
  });
  const form = `name="submissionKey"`;
  const register = (fields: Record<string, string>) =>
    post(`/s/${invited.code}/inscriptions`, fields);
  const stateOf = async (email: string) =>
    (await db.select().from(registrations).where(eq(registrations.email, email)))[0]?.state;

  it('opens its form by the link of the invitation, passed on or not, within its capacity', async () => {
    const page = await (await get(link)).text();
    expect(page).toContain(form);
    expect(page).not.toContain('Inscription sur invitation');
    const invitation = /name="invitation" value="([\w-]{24})"/.exec(page)?.[1] ?? '';
    expect(link).toContain(invitation);
    expect(page).toContain(`${link}&amp;collegues=3`);
    // What is typed and the invitation are kept on an error.
    const wrong = await register(answers('', { invitation }));
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain(`name="invitation" value="${invitation}"`);
    expect((await register(answers('nadia@exemple.fr', { invitation }))).status).toBe(303);
    expect(await stateOf('nadia@exemple.fr')).toBe('confirmed');
    expect((await register(answers('lea@exemple.fr', { invitation }))).status).toBe(303);
    expect(await stateOf('lea@exemple.fr')).toBe('waitlisted');
  });

  it('says without the link, or with a forged or foreign one, to call', async () => {
    const other = await invitedToken(secret, session);
    for (const query of [
      '',
      '?invitation=',
      '?invitation=abcdefghijklmnopqrstuvwx',
      `?invitation=${other}`,
    ]) {
      const page = await (await get(`/s/${invited.code}${query}`)).text();
      expect(page).toContain('Appelez-nous.');
      expect(page).not.toContain(form);
    }
    for (const invitation of ['', other]) {
      const refused = await register(answers('zoe@exemple.fr', { invitation }));
      expect(refused.status).toBe(409);
    }
    expect(await stateOf('zoe@exemple.fr')).toBeUndefined();
  });
});
