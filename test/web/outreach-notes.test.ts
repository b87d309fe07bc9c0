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
async function drafted(fields: Partial<typeof words> = {}): Promise<string> {
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
  const again = await press();
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('modifié ou envoyé entre-temps');
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
