/** The directories' pages: who reads them, what is said before a merge, and what is there after it. */
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { findOrCreateVenue } from '../../src/domain/catalogue/directories';
import { findEntry } from '../../src/domain/directories/list-entries';
import { addLogo } from '../../src/domain/printing/logos';
import { addSignature } from '../../src/domain/printing/signatures';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { aPng } from '../support/pictures';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const path = '/organisation/annuaires';
let admin = '';
let organiser = '';
beforeAll(async () => {
  const organisationId = await anOrganisation('Reseda');
  admin = await signedInCookie((await anAccount('administrator')).id);
  organiser = await signedInCookie((await anAccount('organiser', { organisationId })).id);
});
const page = async (at: string, cookie = admin) => (await get(path + at, { cookie })).text();

it('lists, searches, and points out likely doubles to those who can merge them', async () => {
  const short = await anOrganisation('RPE Alès');
  await anOrganisation('Relais Petite Enfance Alès');
  const all = await page('/structures');
  expect(all).toContain('Reseda');
  expect(all).toContain('«\u00a0RPE Alès\u00a0» et «\u00a0Relais Petite Enfance Alès\u00a0»');
  expect(all).toContain(`/structures/${short}/fusion?avec=Relais+Petite+Enfance+Al%C3%A8s`);
  const found = await page('/structures?q=rpe');
  expect(found).toContain('RPE Alès');
  expect(found).not.toContain('Reseda');
  const read = await page('/structures', organiser);
  expect(read).toContain('RPE Alès');
  expect(read).not.toContain('Peut-être en double');
  expect(await page(`/structures/${short}`, organiser)).not.toContain(
    '<form method="post" action="/organisation/annuaires',
  );
});

it('says what a merge changes, then does it, once however often it is sent', async () => {
  const gone = await anOrganisation('Lucioles SARL');
  const kept = await anOrganisation('Crèche Les Lucioles');
  const action = await anAction();
  await carries(gone, action);
  await anAccount('organiser', { organisationId: gone });
  const preview = await page(`/structures/${gone}/fusion?avec=creche les lucioles`);
  expect(preview).toContain(
    'Passent à «\u00a0Crèche Les Lucioles\u00a0»\u00a0: 1 action, 1 compte.',
  );
  expect(preview).not.toContain('logo');
  const logo = (name: string) =>
    addLogo(db, { kind: 'carrier', name, bytes: aPng(8, 8) }, { now, actor: 'system' });
  await logo('Lucioles SARL');
  const again = `/structures/${gone}/fusion?avec=creche les lucioles`;
  expect(await page(again)).toContain('1 action, 1 compte, 1 logo.');
  await logo('Crèche Les Lucioles');
  expect(await page(again)).toContain('1 action, 1 compte.');
  expect(await page(again)).toContain('Le logo de «\u00a0Lucioles SARL\u00a0» est supprimé');
  const sign = (organisation: string) =>
    addSignature(
      db,
      { organisation, name: 'Anne Petit', role: 'directrice', pictures: {} },
      { now, actor: 'system' },
    );
  await sign('Lucioles SARL');
  expect(await page(again)).toContain('1 action, 1 compte, 1 signature.');
  await sign('Crèche Les Lucioles');
  expect(await page(again)).toContain(
    'porteront la signature de «\u00a0Crèche Les Lucioles\u00a0», et non celle',
  );
  expect(await findEntry(db, 'organisations', gone)).not.toBeNull();
  const form = { nom: 'Lucioles SARL', avec: 'Crèche Les Lucioles', garde: String(kept) };
  for (const _ of ['first', 'again']) {
    const answer = await post(`${path}/structures/${gone}/fusion`, form, { cookie: admin });
    expect(answer.headers.get('Location')).toBe(`${path}/structures/${kept}?fait=fusion`);
  }
  expect(await page(`/structures/${kept}?fait=fusion`)).toContain('Les deux noms sont fusionnés.');
  expect((await get(`${path}/structures/${gone}`, { cookie: admin })).status).toBe(404);
});

it('refuses a merge of names that changed meanwhile, and one into nothing or itself', async () => {
  const one = await anOrganisation('Un nom');
  const other = await anOrganisation('Un autre');
  const stale = { nom: 'Un nom de jadis', avec: 'Un autre', garde: String(other) };
  const answer = await post(`${path}/structures/${one}/fusion`, stale, { cookie: admin });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('Quelqu’un d’autre a changé ce nom');
  expect(await page(`/structures/${one}/fusion?avec=Personne`)).toContain('pas dans l’annuaire');
  expect(await page(`/structures/${one}/fusion?avec=un+nom`)).toContain('C’est le même nom.');
  expect(await findEntry(db, 'organisations', one)).not.toBeNull();
});

it('corrects a venue for all its sessions, says that nobody is told, and keeps what was typed on error', async () => {
  const venue = { name: 'Salle Marcel', address: null, town: null, access: null };
  const id = await findOrCreateVenue(db, venue, now);
  const { code } = await aSession({ venueId: id });
  expect(await page(`/lieux/${id}`)).toContain('n’est annoncé à personne');
  const state = (await findEntry(db, 'venues', id))?.state ?? '';
  const typed = { state, name: 'Salle Marcel', address: '12 rue Haute', town: 'Alès', access: '' };
  const wrong = await post(`${path}/lieux/${id}`, { ...typed, name: ' ' }, { cookie: admin });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('12 rue Haute');
  const right = await post(`${path}/lieux/${id}`, typed, { cookie: admin });
  expect(right.headers.get('Location')).toBe(`${path}/lieux/${id}?fait=enregistre`);
  expect(await (await get(`/s/${code}`)).text()).toContain('12 rue Haute');
  const stale = await post(`${path}/lieux/${id}`, { ...typed, town: 'Anduze' }, { cookie: admin });
  expect(stale.status).toBe(422);
  expect((await findEntry(db, 'venues', id))?.town).toBe('Alès');
});

it('knows no other directory', async () => {
  expect((await get(`${path}/chats`, { cookie: admin })).status).toBe(404);
});

it('groups towns into territories, keeps what was typed, and shows them in the report', async () => {
  await findOrCreateVenue(
    db,
    { name: 'Foyer', town: 'Saint-Jean', address: null, access: null },
    now,
  );
  const at = '/organisation/territoires';
  expect(await page('/lieux')).toContain(at);
  expect(await page('/lieux', organiser)).not.toContain(at);
  const html = await (await get(at, { cookie: admin })).text();
  expect(html).toMatch(/<label[^>]*for="territoire-saint-jean"[^>]*>Saint-Jean/);
  const save = (territory: string, was: string) =>
    post(at, { 'territoire-saint-jean': territory, 'avant-saint-jean': was }, { cookie: admin });
  const tooLong = await save('é'.repeat(121), '');
  expect(tooLong.status).toBe(422);
  expect(await tooLong.text()).toContain(`value="${'é'.repeat(121)}"`);
  expect((await save('Pays Cévennes', '')).headers.get('Location')).toBe(`${at}?fait=enregistre`);
  const stale = await save('Alès Agglomération', '');
  expect(stale.status).toBe(422);
  const again = await stale.text();
  expect(again).toContain('value="Alès Agglomération"');
  expect(again).toContain('name="avant-saint-jean" value="Pays Cévennes"');
});
