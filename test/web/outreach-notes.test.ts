/** Writing to registrants, as the pages do it: draft, preview, trial, sending. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import type { Session } from '../../src/domain/catalogue/schema';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { expandNotes } from '../../src/domain/notes/expand-notes';
import { hour, toLocal } from '../../src/lib/dates';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));

let cookie = '';
let session: Session;
const writer = 'camille@exemple.fr';
beforeAll(async () => {
  const organisationId = await anOrganisation('Reseda');
  const account = await anAccount('organiser', { organisationId, email: writer });
  cookie = await signedInCookie(account.id);
  session = await aSession({ title: 'Air intérieur : la chambre de bébé' });
  await carries(organisationId, session.actionId);
  await registered(session, { firstName: 'Élodie', email: 'elodie@exemple.fr' });
  await db.update(outbox).set({ state: 'sent' });
});

const base = () => `/organisation/seances/${session.code}/message`;
const words = {
  audience: ['confirmed'],
  subject: 'Où se garer <jeudi>',
  body: 'Le parking est place des Martyrs.\r\n\r\nÀ jeudi !',
};
/** The path of a new draft. */
async function drafted(
  fields: Partial<typeof words> & { personne?: string } = {},
): Promise<string> {
  const answer = await post(base(), { ...words, ...fields }, { cookie });
  const [path = ''] = (answer.headers.get('Location') ?? '').split('?');
  return path;
}
const pageOf = async (path: string) => (await get(path, { cookie })).text();
const versionOf = (page: string) => /name="version" value="(\d+)"/.exec(page)?.[1] ?? '';
const notesTo = (recipient: string) =>
  db.select().from(outbox).where(sql`recipient = ${recipient} AND kind = 'note_to_registrants'`);

it('keeps what was typed when something is missing, and says it at its field', async () => {
  const answer = await post(base(), { subject: '', body: 'À jeudi !' }, { cookie });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const said of ['href="#audience"', 'href="#subject"', '>À jeudi !</textarea>'])
    expect(page).toContain(said);
  expect(page).not.toContain('href="#body"');
});

it('shows the draft as the mail that it will be, in a frame where nothing runs', async () => {
  const path = await drafted();
  expect(await pageOf(path)).toContain('Une personne le recevra.');
  const frame = await get(`${path}/apercu`, { cookie });
  const html = await frame.text();
  expect(frame.headers.get('Content-Security-Policy')).toContain("default-src 'none'");
  expect(frame.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  for (const said of [
    'Bonjour Camille',
    'place des Martyrs',
    'la chambre de bébé',
    'Où se garer &lt;jeudi&gt;',
  ])
    expect(html).toContain(said);
  expect(await notesTo('elodie@exemple.fr')).toEqual([]);
});

it('sends a trial to its writer alone, at once', async () => {
  const path = await drafted();
  const answer = await post(`${path}/essai`, {}, { cookie });
  expect(answer.headers.get('Location')).toBe(`${path}?fait=message-essai`);
  const mails = await db.select().from(mailbox).where(eq(mailbox.recipient, writer));
  expect(mails.map(({ subject }) => subject)).toEqual(['[Essai] Où se garer <jeudi>']);
  expect(await notesTo('elodie@exemple.fr')).toEqual([]);
});

it('sends now, shows how far it is, and takes a second press for no second message', async () => {
  const path = await drafted();
  const version = versionOf(await pageOf(path));
  const press = () => post(`${path}/envoi`, { version, when: 'now' }, { cookie });
  expect((await press()).headers.get('Location')).toBe(`${path}?fait=message-envoi`);
  expect((await press()).headers.get('Location')).toBe(`${path}?fait=message-envoi`);
  // Another one, at another time, is told that this has gone.
  const other = { version, when: 'later', sendAt: '2026-03-11T18:00' };
  const stale = await post(`${path}/envoi`, other, { cookie });
  expect(stale.status).toBe(422);
  expect(await stale.text()).toContain('modifié ou envoyé entre-temps');
  expect(await pageOf(path)).toContain('Envoi en cours\u00a0: 0 message préparé sur 1');
  await expandNotes(db, { now });
  expect(await notesTo('elodie@exemple.fr')).toHaveLength(1);
  const page = await pageOf(path);
  expect(page).toContain('Envoyé à 1 personne');
  expect(page).toContain('1 message est encore en route.');
  expect(page).not.toContain('/envoi"');
});

it('sends at the network’s hour, not the computer’s, and cancels until then', async () => {
  const path = await drafted({ subject: 'Plus tard' });
  const version = versionOf(await pageOf(path));
  const later = (sendAt: string) =>
    post(`${path}/envoi`, { version, when: 'later', sendAt }, { cookie });
  for (const wrong of ['', '2026-02-30T10:00', toLocal(now - hour, 'Europe/Paris')]) {
    const answer = await later(wrong);
    expect(answer.status, wrong).toBe(422);
    expect(await answer.text()).toContain('href="#sendAt"');
  }
  const answer = await later('2026-03-11T18:00');
  expect(answer.headers.get('Location')).toBe(`${path}?fait=message-programme`);
  expect(await pageOf(path)).toContain('Partira mercredi 11 mars à 18\u00a0h');
  expect((await post(`${path}/arret`, {}, { cookie })).status).toBe(303);
  expect(await pageOf(path)).toContain('Annulé avant l’envoi');
});

it('tells the second of two who change one draft, and keeps what they typed', async () => {
  const path = await drafted();
  const version = versionOf(await pageOf(`${path}/modification`));
  const change = (subject: string) => post(path, { ...words, subject, version }, { cookie });
  expect((await change('Parking fermé')).status).toBe(303);
  const second = await change('Venez à pied');
  expect(second.status).toBe(409);
  const page = await second.text();
  expect(page).toContain('modifié ou envoyé entre-temps');
  expect(page).toContain('value="Venez à pied"');
  expect(versionOf(page)).toBe(String(Number(version) + 1));
});

it('knows no message of another session', async () => {
  const path = await drafted();
  const other = await aSession({ actionId: session.actionId });
  const id = path.split('/').at(-1);
  const answer = await get(`/organisation/seances/${other.code}/message/${id}`, { cookie });
  expect(answer.status).toBe(404);
});

/** People whom a form of the list shows and ticks, as it sends them. */
async function choose(of: Session, fields: Record<string, string | string[]>) {
  const path = `/organisation/seances/${of.code}/inscriptions/selection`;
  const answer = await post(path, fields, { cookie });
  expect(answer.status).toBe(303);
  return answer.headers.get('Location') ?? '';
}

it('writes to people who were chosen on two pages of the list, and to nobody else', async () => {
  const own = await aSession({ actionId: session.actionId, capacity: null });
  const people = [];
  for (let n = 0; n < 52; n++)
    people.push(await registered(own, { lastName: `Nº ${n}`, email: `choisie${n}@exemple.fr` }));
  const ids = people.map(({ id }) => String(id));
  const [first = '', second = '', last = ''] = [ids[0], ids[1], ids[51]];
  const list = `/organisation/seances/${own.code}/inscriptions`;
  const page = await pageOf(list);
  expect(page).toContain(`name="personnes" value="${first}" aria-label="Choisir Camille Nº 0"`);
  expect(page.match(/name="montrees"/g)).toHaveLength(50);
  const shown = ids.slice(0, 50);
  const next = await choose(own, { montrees: shown, personnes: [first, second], etape: 'suite' });
  expect(next).toMatch(/inscriptions\?message=\d+&page=2#selection$/);
  const following = await pageOf(next);
  expect(following).toContain('Sélection\u00a0: 2 personnes.');
  const message = /name="message" value="(\d+)"/.exec(following)?.[1] ?? '';
  const review = await choose(own, {
    message,
    montrees: ids.slice(50),
    personnes: [last],
    etape: 'ecrire',
  });
  expect(review).toBe(`/organisation/seances/${own.code}/message/${message}/personnes`);
  // Back on the first page, one is ticked off: whom that page does not show stays.
  expect(await pageOf(`${list}?message=${message}`)).toContain(
    `name="personnes" value="${second}" checked=""`,
  );
  await choose(own, { message, montrees: shown, personnes: [first], etape: 'garder' });
  const chosen = await pageOf(review);
  expect(chosen).toContain('2 personnes choisies');
  expect(chosen).toContain('choisie51@exemple.fr');
  expect(chosen).not.toContain('choisie1@exemple.fr');

  const path = review.replace('/personnes', '');
  const edit = await pageOf(`${path}/modification`);
  const { subject, body } = words;
  await post(path, { subject, body, version: versionOf(edit) }, { cookie });
  const draft = await pageOf(path);
  expect(draft).toContain('2 personnes le recevront. Camille Nº 0, Camille Nº 51.');
  const sent = { version: versionOf(draft), when: 'now' };
  expect((await post(`${path}/envoi`, sent, { cookie })).status).toBe(303);
  await expandNotes(db, { now });
  const written = await db.all<{ recipient: string }>(
    sql`SELECT recipient FROM outbox WHERE session_id = ${own.id} AND kind = 'note_to_registrants'`,
  );
  expect(written.map(({ recipient }) => recipient)).toEqual([
    'choisie0@exemple.fr',
    'choisie51@exemple.fr',
  ]);
  expect(await pageOf(path)).toContain('Envoyé à 2 personnes');
});

it('says who of those chosen has no address or has cancelled, and takes one off', async () => {
  const own = await aSession({ actionId: session.actionId });
  const [reached, gone, off] = [
    await registered(own, { firstName: 'Anne', lastName: 'Aubert' }),
    await registered(own, { firstName: 'Basile', lastName: 'Brun' }),
    await registered(own, { firstName: 'Chloé', lastName: 'Cros' }),
  ];
  const phoned = { firstName: 'Denise', lastName: 'Diaz', email: '', seats: '1', locale: 'fr' };
  const added = await post(`/organisation/seances/${own.code}/inscriptions/nouvelle`, phoned, {
    cookie,
  });
  const withoutAddress = /inscriptions\/(\d+)/.exec(added.headers.get('Location') ?? '')?.[1] ?? '';
  const all = [...[reached, gone, off].map(({ id }) => String(id)), withoutAddress];
  const elsewhere = await registered(session, { firstName: 'Élise' });
  const review = await choose(own, { personnes: [...all, String(elsewhere.id), '999999', 'x'] });
  await post(review, { retirer: String(off.id) }, { cookie });
  await post(`/organisation/inscriptions/${gone.id}/annulation`, {}, { cookie });
  const page = await pageOf(review);
  for (const said of ['3 personnes choisies', 'Le recevra', 'Sans adresse', 'A annulé'])
    expect(page).toContain(said);
  expect(page).not.toContain('Cros');
  expect(page).not.toContain('Élise');
  const path = review.replace('/personnes', '');
  const version = versionOf(await pageOf(`${path}/modification`));
  await post(path, { subject: 'Salle', body: 'Elle change.', version }, { cookie });
  const draft = await pageOf(path);
  expect(draft).toContain('Une personne le recevra. Anne Aubert.');
  expect(draft).toContain('avec la liste des téléphones. Denise Diaz.');
  expect(draft).toContain('1 personne a annulé ou changé de séance');
});

it('chooses the whole list as it is filtered, and leaves out who has cancelled', async () => {
  const own = await aSession({ actionId: session.actionId });
  for (const organisation of ['Crèche', 'Crèche', 'PMI']) await registered(own, { organisation });
  const list = await choose(own, { structure: 'creche', etape: 'toutes' });
  expect(list).toMatch(/\?message=\d+&structure=creche#selection$/);
  expect(await pageOf(list)).toContain('Sélection\u00a0: 2 personnes.');
});

it('writes to one person from their page, and to none of another session', async () => {
  const person = await registered(session, { firstName: 'Fatma', email: 'fatma@exemple.fr' });
  const one = await pageOf(`/organisation/inscriptions/${person.id}`);
  expect(one).toContain(`${base()}?personne=${person.id}"`);
  expect(await pageOf(`${base()}?personne=${person.id}`)).toContain(
    `À Fatma ${person.lastName} seul`,
  );
  const path = await drafted({ ...words, personne: String(person.id) });
  const draft = await pageOf(path);
  expect(draft).toContain(`Une personne le recevra. Fatma ${person.lastName}.`);
  const stranger = await registered(await aSession());
  expect(await pageOf(`${base()}?personne=${stranger.id}`)).not.toContain('seulement');
});

it('knows no selection for a message that is for those of a state', async () => {
  const path = await drafted();
  expect((await get(`${path}/personnes`, { cookie })).status).toBe(404);
  const message = path.split('/').at(-1) ?? '';
  expect(await choose(session, { message, personnes: ['1'] })).toBe(base());
});
