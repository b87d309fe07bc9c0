/** The directories: one entry a name, corrected and merged, whatever people typed before and after. */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { select } from '../../src/db/client';
import { recordAttendance } from '../../src/domain/attendance/record';
import { createAction } from '../../src/domain/catalogue/create-action';
import {
  findCanonicalNames,
  findOrCreateOrganisation,
  findOrCreateProfession,
  findOrCreateVenue,
} from '../../src/domain/catalogue/directories';
import { findAction } from '../../src/domain/catalogue/find-action';
import { findVenueByName } from '../../src/domain/catalogue/form-choices';
import { ActionInput } from '../../src/domain/catalogue/inputs';
import { sessions } from '../../src/domain/catalogue/schema';
import { EntryChange, editEntry } from '../../src/domain/directories/edit-entry';
import { pairUp } from '../../src/domain/directories/likely-doubles';
import { findEntry, findEntryByName, listEntries } from '../../src/domain/directories/list-entries';
import { mergeEntries, ofAnOrganisation } from '../../src/domain/directories/merge-entries';
import { listTowns, saveTerritories } from '../../src/domain/directories/territories';
import { HandoutInput, LoanInput } from '../../src/domain/handouts/inputs';
import { recordHandout } from '../../src/domain/handouts/save-handout';
import { recordLoan } from '../../src/domain/handouts/save-loan';
import { addContact, ContactInput } from '../../src/domain/invitations/contacts';
import { MeetingInput } from '../../src/domain/meetings/inputs';
import { recordMeeting } from '../../src/domain/meetings/save-meeting';
import { findAccount } from '../../src/domain/organisers/accounts';
import { addLogo } from '../../src/domain/printing/logos';
import { addSignature } from '../../src/domain/printing/signatures';
import { figureOf } from '../../src/domain/reports/figure';
import { findYearReport } from '../../src/domain/reports/year-report';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries } from '../support/organisers';
import { registered, reload } from '../support/people';
import { aPng } from '../support/pictures';

const by = { now, actor: 'organiser:1' } as const;
const merge = (directory: 'organisations' | 'professions' | 'venues', gone: Named, kept: Named) =>
  mergeEntries(db, directory, { gone, kept }, by);
type Named = { id: number; name: string };

const organisation = async (name: string): Promise<Named> => ({
  id: await anOrganisation(name),
  name,
});
const carriersOf = (actionId: number) =>
  select<{ id: number; position: number }>(
    db,
    sql`SELECT organisation_id AS id, position FROM action_carriers
      WHERE action_id = ${actionId} ORDER BY position`,
  );

it('merging moves the actions and the accounts to the one that stays, each once', async () => {
  const rpe = await organisation('RPE Alès');
  const relais = await organisation('Relais Petite Enfance Alès');
  const third = await organisation('Mission locale');
  const [alone, both] = [await anAction(), await anAction()];
  await carries(rpe.id, alone);
  await carries(rpe.id, both, 0);
  await carries(third.id, both, 1);
  await carries(relais.id, both, 2);
  const account = await anAccount('organiser', { organisationId: rpe.id });
  expect((await findEntry(db, 'organisations', rpe.id))?.uses).toMatchObject({
    actions: 2,
    accounts: 1,
  });

  expect(await merge('organisations', rpe, relais)).toEqual({ ok: true });
  expect(await carriersOf(alone)).toEqual([{ id: relais.id, position: 0 }]);
  expect(await carriersOf(both)).toEqual([
    { id: relais.id, position: 0 },
    { id: third.id, position: 1 },
  ]);
  expect((await findAccount(db, account.id))?.organisation).toBe(relais.name);
  expect(await findEntry(db, 'organisations', rpe.id)).toBeNull();
  // Sent twice, it is done once.
  expect(await merge('organisations', rpe, relais)).toEqual({ ok: true });
});

it('counts all that will move, and moves it: what was recorded, lent, handed out, and whom to invite', async () => {
  const [gone, kept] = [await organisation('Centre social Un'), await organisation('Centre Deux')];
  const whose = { ...by, organisationId: gone.id };
  const meeting = { kind: 'review', year: 2026, actionIds: [await anAction()] };
  await recordMeeting(db, v.parse(MeetingInput, meeting), whose);
  const handout = { title: 'Livret', count: 1, givenOn: '2026-01-10' };
  for (const _ of [1, 2]) await recordHandout(db, v.parse(HandoutInput, handout), whose);
  const days = { lentOn: '2026-01-10', dueOn: '2026-02-10' };
  const loan = { item: 'Mallette', borrowerOrganisation: 'PMI', ...days };
  await recordLoan(db, v.parse(LoanInput, loan), whose);
  const typed = { email: 'rpe@exemple.fr', name: '', organisation: '', tags: '' };
  const contact = v.parse(ContactInput, { ...typed, consentSource: 'forum' });
  await addContact(db, contact, { organisationId: gone.id, now, secret: 'secret' });
  const logo = { kind: 'carrier', name: gone.name, bytes: aPng(8, 8) } as const;
  await addLogo(db, logo, by);
  const signatory = { name: 'Anne Petit', role: 'directrice', pictures: {} };
  await addSignature(db, { ...signatory, organisation: gone.name }, by);
  const usesOf = async ({ id }: Named) => (await findEntry(db, 'organisations', id))?.uses;
  const all = {
    meetings: 1,
    handouts: 2,
    loans: 1,
    contacts: 1,
    logos: 1,
    signatures: 1,
    actions: 0,
    accounts: 0,
  };
  expect(await usesOf(gone)).toEqual({ ...all, sessions: null });
  expect(await merge('organisations', gone, kept)).toEqual({ ok: true });
  expect(await usesOf(kept)).toEqual({ ...all, sessions: null });
});

it('knows every table that speaks of an organisation or of a venue: a merge leaves none behind', async () => {
  const speaking = (directory: string) =>
    select<{ name: string }>(
      db,
      sql`SELECT name FROM sqlite_master WHERE type = 'table'
        AND sql LIKE ${`%REFERENCES ${directory} (id)%`} ORDER BY name`,
    ).then((rows) => rows.map(({ name }) => name));
  expect(await speaking('organisations')).toEqual(
    [...ofAnOrganisation, 'action_carriers', 'logos', 'signatures'].sort(),
  );
  expect(await speaking('venues')).toEqual(['sessions']);
});

it('who types the old name later means the one that stays', async () => {
  const [a, b] = [await organisation('Ancien Nom'), await organisation('Le Nouveau')];
  await merge('organisations', a, b);
  expect(await findOrCreateOrganisation(db, 'ancien  nom', now)).toBe(b.id);
  const input = v.parse(ActionInput, {
    title: 'Une action',
    type: 'forum',
    audience: 'public',
    carriers: ['Ancien nom', 'Le nouveau'],
  });
  const { id } = await createAction(db, input, by);
  expect((await findAction(db, id))?.carriers.map(({ name }) => name)).toEqual(['Le Nouveau']);
});

it('a chain of merges ends at the last, and nothing is merged into itself', async () => {
  const [a, b, c] = await Promise.all(['Chaine A', 'Chaine B', 'Chaine C'].map(organisation));
  if (!a || !b || !c) throw new Error('three');
  await merge('organisations', a, b);
  await merge('organisations', b, c);
  for (const name of [a.name, b.name, c.name])
    expect((await findEntryByName(db, 'organisations', name))?.id).toBe(c.id);
  expect(await merge('organisations', c, c)).toEqual({ ok: false, reason: 'same' });
  expect(await merge('organisations', c, b)).toEqual({ ok: false, reason: 'stale' });
  expect((await findEntryByName(db, 'organisations', a.name))?.id).toBe(c.id);
});

it('is refused when either has another name by now, and nothing moves', async () => {
  const [a, b] = [await organisation('Avant'), await organisation('Autre')];
  const action = await anAction();
  await carries(a.id, action);
  const outcome = await merge('organisations', { ...a, name: 'Jadis' }, b);
  expect(outcome).toEqual({ ok: false, reason: 'stale' });
  expect(await carriersOf(action)).toEqual([{ id: a.id, position: 0 }]);
});

it('merging venues moves their sessions and keeps what only one knew', async () => {
  const about = { address: null, town: null, access: null };
  const one = { ...about, name: 'Salle des fêtes', address: '3 rue Neuve', town: 'Anduze' };
  const two = { ...about, name: 'Salle des fêtes Anduze', town: 'Anduze (Gard)' };
  const gone = { id: await findOrCreateVenue(db, one, now), name: one.name };
  const kept = { id: await findOrCreateVenue(db, two, now), name: two.name };
  const session = await aSession({ venueId: gone.id });
  expect(await merge('venues', gone, kept)).toEqual({ ok: true });
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
  expect(row?.venueId).toBe(kept.id);
  expect(await findVenueByName(db, 'salle des fetes')).toMatchObject({
    id: kept.id,
    address: '3 rue Neuve',
    town: 'Anduze (Gard)',
  });
  // Typed again under its old name, with what nobody knew yet: the one that stays learns it.
  const again = { ...one, access: 'Par la cour' };
  expect(await findOrCreateVenue(db, again, now)).toBe(kept.id);
  expect((await findEntry(db, 'venues', kept.id))?.access).toBe('Par la cour');
});

it('counts what was typed under either name as one, in the reports of all years', async () => {
  const span = { startsAt: now - 3 * hour, endsAt: now - hour };
  const session = await aSession({ slots: [span] });
  const come = async (profession: string, organisation: string) => {
    const walkIn = { key: newToken(), name: 'Une voisine', profession, organisation };
    const marks = [
      {
        id: newToken(),
        slot: 0,
        who: { walkInKey: walkIn.key },
        state: 'present',
        at: now,
      } as const,
    ];
    const sending = { walkIns: [walkIn], marks, source: 'tick' } as const;
    await recordAttendance(db, session.id, sending, { now, actor: 'system' });
  };
  await come('Infirmière puéricultrice', 'MAM des Prés');
  await come('Puéricultrice', 'Maison des Prés');
  const listed = async () => {
    const { report } = await findYearReport(db, new Date(now).getUTCFullYear(), {
      now,
      timeZone: 'Europe/Paris',
    });
    return (['professions', 'organisations'] as const).map((key) =>
      figureOf(report.figures, key).lines.map(({ about }) =>
        about.of === 'name' ? `${about.name}: ${about.participations}` : about.of,
      ),
    );
  };
  expect(await listed()).toEqual([
    ['Infirmière puéricultrice: 1', 'Puéricultrice: 1'],
    ['Maison des Prés: 1', 'MAM des Prés: 1'],
  ]);
  const profession = async (name: string) => ({
    name,
    id: await findOrCreateProfession(db, name, now),
  });
  await merge(
    'professions',
    await profession('Infirmière puéricultrice'),
    await profession('Puéricultrice'),
  );
  await merge(
    'organisations',
    await organisation('MAM des Prés'),
    await organisation('Maison des Prés'),
  );
  expect(await listed()).toEqual([['Puéricultrice: 2'], ['Maison des Prés: 2']]);
});

it('leaves the places of an organisation in a session as they were counted', async () => {
  const [gone, kept] = [await organisation('Crèche Une'), await organisation('Crèche Deux')];
  const session = await aSession({ seatsPerOrganisation: 1 });
  const first = await registered(session, { organisation: 'Crèche Une' });
  await merge('organisations', gone, kept);
  expect(await reload(first)).toMatchObject({ state: 'confirmed', organisation: 'Crèche Une' });
  const state = async (name: string) => (await registered(session, { organisation: name })).state;
  expect(await state('Crèche Une')).toBe('waitlisted');
  expect(await state('Crèche Deux')).toBe('confirmed');
});

const change = (values: Partial<EntryChange>) =>
  v.parse(EntryChange, { name: 'Sans nom', ...values });

it('a corrected name takes over what was typed under the one before', async () => {
  const { id } = await organisation('Realis Alès');
  const state = (await findEntry(db, 'organisations', id))?.state ?? '';
  const edit = (input: EntryChange) => editEntry(db, 'organisations', { id, state, input }, by);
  expect(await edit(change({ name: 'Relais Alès', kind: 'Relais' }))).toEqual({ ok: true });
  expect(await findEntryByName(db, 'organisations', 'realis ales')).toMatchObject({
    id,
    name: 'Relais Alès',
    kind: 'Relais',
  });
  const canonical = await findCanonicalNames(db, 'organisations');
  expect(canonical('REALIS ALES')).toBe('Relais Alès');
  // Shown before the change: somebody was faster.
  expect(await edit(change({ name: 'Autrement' }))).toEqual({ ok: false, reason: 'stale' });
  // Back to the first name, which is then no alias any more.
  const current = (await findEntry(db, 'organisations', id))?.state ?? '';
  const back = { id, state: current, input: change({ name: 'Realis Alès' }) };
  expect(await editEntry(db, 'organisations', back, by)).toEqual({ ok: true });
  for (const name of ['Realis Alès', 'Relais Alès'])
    expect(await findOrCreateOrganisation(db, name, now)).toBe(id);
});

it('a name that another entry has, or had, is not taken from it', async () => {
  const [a, b, c] = await Promise.all(['Prise A', 'Prise B', 'Prise C'].map(organisation));
  if (!a || !b || !c) throw new Error('three');
  await merge('organisations', a, b);
  const state = (await findEntry(db, 'organisations', c.id))?.state ?? '';
  for (const name of [a.name, b.name]) {
    const attempt = { id: c.id, state, input: change({ name }) };
    expect(await editEntry(db, 'organisations', attempt, by)).toEqual({
      ok: false,
      reason: 'taken',
    });
  }
  expect((await findEntry(db, 'organisations', c.id))?.name).toBe(c.name);
});

it.each([
  [['RPE Alès', 'Relais Petite Enfance Alès'], 1],
  [['Crèche de la Prairie', 'Crèche Prairie'], 1],
  [['Maison des familles', 'Maison des familles d’Anduze'], 1],
  [['Crèche les Lucioles', 'Crèche les Coquelicots'], 0],
  [['RPE Alès', 'Relais Parents Vézénobres'], 0],
])('%j may be doubles: %i pair', (names, pairs) => {
  expect(pairUp(names.map((name, id) => ({ id: id + 1, name })))).toHaveLength(pairs);
});

it('is read page by page, at the cost of a page and of one look at each name', async () => {
  for (let n = 0; n < 80; n++) await findOrCreateProfession(db, `Métier ${100 + n}`, now);
  const first = await listEntries(db, 'professions', { search: 'metier' });
  expect(first.entries).toHaveLength(30);
  const second = await listEntries(db, 'professions', {
    search: 'metier',
    after: first.next ?? '',
  });
  expect(second.entries[0]?.name).toBe('Métier 130');
  const { bill, result } = await metered((one) =>
    listEntries(one, 'professions', { search: 'métier 17' }),
  );
  // 170 to 179, and 117.
  expect(result.entries).toHaveLength(11);
  expect(result.next).toBeNull();
  expect(bill.queries).toBe(1);
});

it('counts what an organisation has without reading what the others have', async () => {
  const { id } = await organisation('Petite association');
  await db.run(sql`INSERT INTO contacts (organisation_id, email, email_key, address_mac, consent_source, created_at)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000)
    SELECT (SELECT min(id) FROM organisations), 'c' || i, 'c' || i, 'c' || i, 'forum', 0 FROM n`);
  const { bill } = await metered((one) => findEntry(one, 'organisations', id));
  expect(bill.rowsRead).toBeLessThan(10);
});

describe('territories', () => {
  const venue = (name: string, town: string | null) =>
    findOrCreateVenue(db, { name, town, address: null, access: null }, now);
  const change = (key: string, was: string, territory: string) => ({ key, was, territory });
  const territoryOf = async (key: string) =>
    (await listTowns(db)).find((town) => town.key === key)?.territory;

  it('group the towns of the venues, however they are spelt', async () => {
    await venue('Salle A', 'Salindres');
    await venue('Salle B', 'SALINDRES');
    await venue('Salle C', 'Salindres');
    await venue('Salle D', null);
    const [found] = (await listTowns(db)).filter(({ key }) => key === 'salindres');
    expect(found).toEqual({ key: 'salindres', name: 'Salindres', venues: 3, territory: '' });
    expect(await saveTerritories(db, [change('salindres', '', 'Alès Agglomération')], by)).toEqual(
      [],
    );
    expect(await territoryOf('salindres')).toBe('Alès Agglomération');
    expect(await saveTerritories(db, [change('salindres', 'Alès Agglomération', '')], by)).toEqual(
      [],
    );
    expect(await territoryOf('salindres')).toBe('');
  });

  it('are left alone where somebody else was faster, and saved elsewhere; twice is once', async () => {
    await venue('Salle E', 'Rousson');
    await venue('Salle F', 'Barjac');
    await saveTerritories(db, [change('rousson', '', 'Awa')], by);
    const both = [change('rousson', '', 'Nour'), change('barjac', '', 'Cèze Cévennes')];
    expect(await saveTerritories(db, both, by)).toEqual(['rousson']);
    expect([await territoryOf('rousson'), await territoryOf('barjac')]).toEqual([
      'Awa',
      'Cèze Cévennes',
    ]);
    expect(await saveTerritories(db, [change('barjac', '', 'Cèze Cévennes')], by)).toEqual([]);
    const told = sql`SELECT detail ->> 'towns' AS towns FROM history
      WHERE event = 'territories_changed' ORDER BY id DESC LIMIT 2`;
    expect(await db.all(told)).toEqual([{ towns: 1 }, { towns: 1 }]);
  });
});
