/** The organisers' list of registrants, and what they decide about one. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { transact } from '../../src/db/client';
import { findOrCreateProfession } from '../../src/domain/catalogue/directories';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import { mergeEntries } from '../../src/domain/directories/merge-entries';
import { outbox } from '../../src/domain/mail/schema';
import { countRegistrants } from '../../src/domain/registrations/count-registrants';
import {
  exportRegistrants,
  listRegistrants,
  type RegistrantQuery,
} from '../../src/domain/registrations/list-registrants';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { kindsOf, registered, reload, someone } from '../support/people';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
let cookie = '';
let own = 0;
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
});

/** With what the app does after its answer: the mails that it writes are delivered. */
const ask = (path: string, form?: Record<string, string>) =>
  form ? post(path, form, { cookie }) : get(path, { cookie });

async function ourSession(values: Parameters<typeof aSession>[0] = {}): Promise<Session> {
  const session = await aSession(values);
  await carries(own, session.actionId);
  return session;
}

const phoned = {
  firstName: 'Maryse',
  lastName: 'Œillet-Dupré',
  email: '',
  seats: '1',
  locale: 'fr',
};

describe('Registering the person who phoned', () => {
  it('confirms them, without an address too, once however often it is sent', async () => {
    const session = await ourSession();
    const form = { ...phoned, formKey: crypto.randomUUID() };
    const path = `/organisation/seances/${session.code}/inscriptions/nouvelle`;
    const [first, again] = [await ask(path, form), await ask(path, form)];
    expect([first.status, again.status]).toEqual([303, 303]);
    expect(again.headers.get('Location')).toBe(first.headers.get('Location'));
    const list = await (await ask(`/organisation/seances/${session.code}/inscriptions`)).text();
    expect(list).toContain('Maryse Œillet-Dupré');
    expect(list).toContain('1 place prise sur 15 (18 au maximum)');
  });

  it('asks what the session asks, and requires none of it', async () => {
    const session = await ourSession({ asks: { town: 'required', note: 'optional' } });
    const path = `/organisation/seances/${session.code}/inscriptions/nouvelle`;
    const form = await (await ask(path)).text();
    expect(form).toContain('name="town"');
    expect(form).toContain('name="note"');
    const other = await ourSession();
    const without = await ask(`/organisation/seances/${other.code}/inscriptions/nouvelle`);
    expect(await without.text()).not.toContain('name="town"');
    expect((await ask(path, phoned)).status).toBe(303);
    const typed = { ...phoned, lastName: 'Roux', town: 'Alès', note: 'Le sommeil' };
    const made = await ask(path, typed);
    const id = Number(/inscriptions\/(\d+)/.exec(made.headers.get('Location') ?? '')?.[1]);
    expect(await reload({ id })).toMatchObject({ town: 'Alès', note: 'Le sommeil' });
  });

  it('keeps what was typed and says at its field what is wrong', async () => {
    const session = await ourSession();
    const path = `/organisation/seances/${session.code}/inscriptions/nouvelle`;
    const answer = await ask(path, {
      ...phoned,
      firstName: '',
      email: 'pas une adresse',
      seats: '0',
    });
    const page = await answer.text();
    expect(answer.status).toBe(422);
    expect(page).toContain('value="Œillet-Dupré"');
    for (const field of ['firstName', 'email', 'seats'])
      expect(page).toContain(`id="${field}-error"`);
  });

  it('asks for the reason above the capacity, and refuses past the maximum', async () => {
    const session = await ourSession({ capacity: 1, maxCapacity: 2 });
    await registered(session);
    const path = `/organisation/seances/${session.code}/inscriptions/nouvelle`;
    const refused = await ask(path, { ...phoned });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('id="reason-error"');
    expect((await ask(path, { ...phoned, reason: 'stagiaire' })).status).toBe(303);
    const over = await ask(path, { ...phoned, reason: 'encore' });
    expect(over.status).toBe(422);
    expect(await over.text()).toContain('Le maximum de la salle est atteint');
  });
});

describe('Deciding about one registration', () => {
  it('cancels with a reason that is in the mail, and offers the seat to the next', async () => {
    const session = await ourSession({ capacity: 1, maxCapacity: 1 });
    const [a, b] = [await registered(session), await registered(session)];
    const answer = await ask(`/organisation/inscriptions/${a.id}/annulation`, {
      reason: 'inscrite deux fois',
    });
    expect(answer.headers.get('Location')).toBe(
      `/organisation/inscriptions/${a.id}?fait=annulation`,
    );
    expect(await reload(a)).toMatchObject({ state: 'cancelled', endedBy: 'organiser' });
    expect((await reload(b)).state).toBe('offered');
    const page = await (await ask(`/organisation/inscriptions/${a.id}`)).text();
    expect(page).toContain('par l’organisation');
    expect(page).toContain('Camille organiser');
  });

  it('confirms someone who waits, moves them, corrects their address', async () => {
    const actionId = await anAction();
    const session = await ourSession({ actionId, capacity: 1, maxCapacity: 2 });
    const later = { startsAt: evening.startsAt + 86_400_000, endsAt: evening.endsAt + 86_400_000 };
    const other = await aSession({ actionId, slots: [later] });
    const [, waiting] = [await registered(session), await registered(session)];
    const path = `/organisation/inscriptions/${waiting.id}`;
    expect((await ask(`${path}/confirmation`, {})).status).toBe(422);
    expect((await ask(`${path}/confirmation`, { reason: 'vient de loin' })).status).toBe(303);
    expect((await ask(`${path}/adresse`, { email: 'juste@exemple.fr' })).status).toBe(303);
    expect((await ask(`${path}/changement`, { session: other.code })).status).toBe(303);
    expect(await reload(waiting)).toMatchObject({
      state: 'confirmed',
      sessionId: other.id,
      email: 'juste@exemple.fr',
    });
    // The confirmation had reached the former address: its calendar lets the event go.
    expect(await kindsOf(waiting)).toEqual([
      'waitlisted',
      'confirmed',
      'address_left',
      'registered',
      'moved',
    ]);
  });

  it('sends the confirmation again, says so, and does not call an unchanged address corrected', async () => {
    const session = await ourSession();
    const who = await registered(session, { email: 'fatima@exemple.fr' });
    await db.update(outbox).set({ state: 'failed', lastError: '550 5.1.1 no such user' });
    const path = `/organisation/inscriptions/${who.id}`;
    expect(await (await ask(path)).text()).toContain('Cette adresse n’existe pas');
    const same = await ask(`${path}/adresse`, { email: 'fatima@exemple.fr' });
    expect(same.status).toBe(422);
    expect(await same.text()).toContain('C’est déjà l’adresse de cette inscription.');
    const again = await ask(`${path}/renvoi`, {});
    expect(again.headers.get('Location')).toBe(`${path}?fait=renvoi`);
    const page = await (await ask(`${path}?fait=renvoi`)).text();
    expect(page).toContain('Le message repart');
    expect(page).toContain('Confirmation renvoyée');
    expect(page).toContain('Remplacé');
    expect(await kindsOf(who)).toEqual(['registered', 'registered']);
  });

  it('moves someone to a full session by invitation with a reason, which is asked where it is typed', async () => {
    const actionId = await anAction();
    const from = await ourSession({ actionId });
    const later = { startsAt: evening.startsAt + 86_400_000, endsAt: evening.endsAt + 86_400_000 };
    const full = await aSession({
      actionId,
      slots: [later],
      capacity: 0,
      maxCapacity: 1,
      visibility: 'invitation',
    });
    const a = await registered(from);
    const path = `/organisation/inscriptions/${a.id}`;
    expect(await (await ask(path)).text()).toContain('(sur invitation, complet)');
    const refused = await ask(`${path}/changement`, { session: full.code });
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('id="moveReason-error"');
    const moved = await ask(`${path}/changement`, { session: full.code, reason: 'vient de loin' });
    expect(moved.status).toBe(303);
    expect((await reload(a)).sessionId).toBe(full.id);
  });

  it('corrects what was misheard, and says in the history which fields, not the values', async () => {
    const session = await ourSession({ asks: { town: 'required' } });
    const a = await registered(session, { phone: '04 66 00 00 00', town: 'Anduze' });
    const path = `/organisation/inscriptions/${a.id}/coordonnees`;
    const form = await (await ask(path)).text();
    for (const value of ['04 66 00 00 00', 'Anduze', a.lastName])
      expect(form).toContain(`value="${value}"`);
    const typed = {
      firstName: 'Élouan',
      lastName: a.lastName,
      phone: '06 12 34 56 78',
      town: 'Anduze',
      seats: '1',
      version: String(a.version),
    };
    const refused = await ask(path, { ...typed, firstName: '', seats: '0' });
    expect(refused.status).toBe(422);
    const again = await refused.text();
    for (const field of ['firstName', 'seats']) expect(again).toContain(`id="${field}-error"`);
    expect(again).toContain('value="06 12 34 56 78"');
    const done = await ask(path, typed);
    expect(done.headers.get('Location')).toBe(
      `/organisation/inscriptions/${a.id}?fait=coordonnees`,
    );
    expect(await reload(a)).toMatchObject({ firstName: 'Élouan', phone: '06 12 34 56 78' });
    const page = await (await ask(`/organisation/inscriptions/${a.id}`)).text();
    expect(page).toContain('Coordonnées corrigées (prénom, téléphone)');
    expect(await kindsOf(a)).toEqual(['registered']);
  });

  it('shows the second of two what the first has saved, and lets them go on', async () => {
    const session = await ourSession();
    const a = await registered(session, { phone: '04 66 00 00 00' });
    const path = `/organisation/inscriptions/${a.id}/coordonnees`;
    const typed = { firstName: a.firstName, lastName: a.lastName, seats: '1', version: '1' };
    expect((await ask(path, { ...typed, phone: '01' })).status).toBe(303);
    const stale = await ask(path, { ...typed, phone: '02' });
    expect(stale.status).toBe(422);
    const page = await stale.text();
    expect(page).toContain('corrigée entre-temps');
    expect(page).toMatch(/Enregistré maintenant[\s\S]*>01</);
    expect(page).toContain('name="version" value="2"');
    expect((await ask(path, { ...typed, phone: '02', version: '2' })).status).toBe(303);
    expect((await reload(a)).phone).toBe('02');
  });

  it('corrects the headcount of a group', async () => {
    const session = await ourSession({ acceptsGroups: true, capacity: 30, maxCapacity: 30 });
    const headcounts = { children: 24, adults: 2 };
    const group = { label: 'Grande section', headcounts };
    const a = await registered(session, { seats: 26, group });
    const path = `/organisation/inscriptions/${a.id}/coordonnees`;
    const typed = {
      firstName: a.firstName,
      lastName: a.lastName,
      groupLabel: 'Grande section',
      children: '20',
      adults: '0',
      version: '1',
    };
    const none = await ask(path, { ...typed, children: '0' });
    expect(await none.text()).toContain('id="children-error"');
    const over = await ask(path, { ...typed, children: '31' });
    expect(await over.text()).toContain('id="children-error"');
    expect((await ask(path, typed)).status).toBe(303);
    expect(await reload(a)).toMatchObject({ seats: 20, headcounts: { children: 20, adults: 0 } });
  });

  it('ticks the calls made on the evening when the session falls out', async () => {
    const session = await ourSession();
    const a = await registered(session, { phone: '04 65 71 00 12' });
    await registered(session);
    const list = `/organisation/seances/${session.code}/telephones`;
    expect(await (await ask(list)).text()).toContain('1 appel à faire');
    await ask(`/organisation/inscriptions/${a.id}/appel`, { called: '1' });
    const done = await (await ask(list)).text();
    expect(done).toContain('Tout le monde a été appelé.');
    expect(done).toContain('1 personne sans numéro');
    expect(done).toContain('Décocher');
  });

  it('calls anew what a later cancellation announced, first those whom no message tells', async () => {
    const session = await ourSession();
    const a = await registered(session, { firstName: 'Zoé', phone: '04 65 71 00 12' });
    const b = await registered(session, { firstName: 'Léa', phone: '04 65 71 00 13' });
    const c = await registered(session, { firstName: 'Inès' });
    const list = `/organisation/seances/${session.code}/telephones`;
    const overview = async () => (await ask(`/organisation/seances/${session.code}`)).text();
    await ask(`/organisation/inscriptions/${a.id}/appel`, { called: '1' });
    expect(await overview()).not.toContain('Liste des téléphones');
    await ask(`/organisation/seances/${session.code}/annulation`, { version: '1', reason: '' });
    // The cancellation came after the call, on a clock that stands still.
    await transact(db, [sql`UPDATE announcements SET created_at = created_at + 1`]);
    await transact(db, [
      sql`UPDATE outbox SET state = 'failed', last_error = '550' WHERE registration_id = ${b.id}`,
      sql`UPDATE registrations SET email = NULL, email_key = NULL WHERE id = ${c.id}`,
    ]);
    const page = await (await ask(list)).text();
    expect(page).toContain('2 appels à faire');
    expect(page).toContain('avant la dernière annonce');
    expect(page.indexOf('Léa')).toBeLessThan(page.indexOf('Zoé'));
    expect(page).toContain('Message non remis');
    expect(page).toContain('Inès');
    expect(await overview()).toContain('2 personnes n’ont été prévenues par aucun message');
    expect(await overview()).toContain(list);
  });
});

describe('The list', () => {
  const query: RegistrantQuery = {
    search: '',
    filter: 'live',
    profession: '',
    organisation: '',
    sort: 'arrival',
    page: 1,
  };
  const fill = async (session: Session, count: number) =>
    transact(db, [
      sql`INSERT INTO parties (reference, session_id, state, seats, created_at)
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
        SELECT ${session.code} || i, ${session.id}, 'confirmed', 1, 0 FROM n`,
      sql`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name, email, email_key,
          seats, profession, state_changed_at, created_at)
        SELECT session_id, id, 'confirmed', 'import', 'Prénom', 'Nom' || id, id || '@exemple.fr', id || '@exemple.fr', 1,
          'Sage-femme', 0, 0 FROM parties WHERE session_id = ${session.id}`,
    ]);

  it('finds names whatever their accents, and sorts them as French does', async () => {
    const session = await aSession({ capacity: null });
    for (const lastName of ['Zola', 'Élouan', 'Łukasz', 'Eden'])
      await registered(session, { lastName, firstName: 'Amélie' });
    const sorted = await listRegistrants(db, session.id, { ...query, sort: 'name' });
    expect(sorted.rows.map((r) => r.lastName)).toEqual(['Eden', 'Élouan', 'Łukasz', 'Zola']);
    const found = await listRegistrants(db, session.id, { ...query, search: 'amelie elouan' });
    expect(found.rows.map((r) => r.lastName)).toEqual(['Élouan']);
  });

  it('stays paged, searched and exported within the rows of its session: 2,000 of them', async () => {
    const [session, other] = [
      await aSession({ capacity: null }),
      await aSession({ capacity: null }),
    ];
    await fill(session, 2000);
    await fill(other, 500);
    const page = await metered((connection) => listRegistrants(connection, session.id, query));
    expect(page.result.rows).toHaveLength(50);
    expect(page.result.total).toBe(2000);
    const search = await metered((connection) =>
      listRegistrants(connection, session.id, { ...query, search: 'nom12' }),
    );
    const csv = await metered((connection) => exportRegistrants(connection, session.id, query));
    expect(csv.result).toHaveLength(2000);
    expect(page.bill.queries).toBe(2);
    for (const { bill } of [page, search, csv]) expect(bill.rowsRead).toBeLessThanOrEqual(4200);
    await db.update(sessions).set({ state: 'cancelled' }).where(eq(sessions.id, other.id));
  });

  it('counts and filters by the names that the directories have, merged ones as one', async () => {
    const session = await ourSession();
    const come = (lastName: string, profession: string | null, organisation: string, seats = 1) =>
      registered(session, { lastName, profession, organisation, seats });
    await come('Aubert', 'Assistante maternelle', 'RPE Alès');
    await come('Brun', 'Assmat', 'Relais Petite Enfance Alès');
    await come('Cros', 'assistante  maternelle', 'relais petite enfance alès');
    await come('Diaz', null, 'Crèche des Prés');
    const entry = async (name: string) => ({ name, id: await anOrganisation(name) });
    const profession = async (name: string) => ({
      name,
      id: await findOrCreateProfession(db, name, now),
    });
    const by = { now, actor: 'system' } as const;
    await mergeEntries(
      db,
      'organisations',
      { gone: await entry('RPE Alès'), kept: await entry('Relais Petite Enfance Alès') },
      by,
    );
    await mergeEntries(
      db,
      'professions',
      { gone: await profession('Assmat'), kept: await profession('Assistante maternelle') },
      by,
    );
    const { organisations, professions } = await countRegistrants(db, session.id);
    expect(organisations.map(({ label, registrations }) => [label, registrations])).toEqual([
      ['Relais Petite Enfance Alès', 3],
      ['Crèche des Prés', 1],
    ]);
    expect(professions.map(({ label, registrations }) => [label, registrations])).toEqual([
      ['Assistante maternelle', 3],
      [null, 1],
    ]);
    const path = `/organisation/seances/${session.code}/inscriptions`;
    const shown = async (filter: string) => {
      const csv = await (await ask(`${path}.csv?tri=name&${filter}`)).text();
      return csv
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(';')[0]);
    };
    expect(await shown('structure=relais+petite+enfance+ales')).toEqual(['Aubert', 'Brun', 'Cros']);
    expect(await shown('fonction=-')).toEqual(['Diaz']);
    expect(await shown('structure=relais+petite+enfance+ales&fonction=-')).toEqual([]);
    const page = await (await ask(path)).text();
    expect(page).toContain(
      '<option value="relais petite enfance ales">Relais Petite Enfance Alès (3)',
    );
    expect(page).toContain(`${path}?structure=relais+petite+enfance+ales">Relais`);
  });

  it('exports what it shows, never a formula', async () => {
    const session = await ourSession();
    await registered(session, { lastName: '=1+1', firstName: 'Lou', profession: 'Sage-femme' });
    await registered(session, { ...someone(), lastName: 'Autre' });
    const csv = await ask(`/organisation/seances/${session.code}/inscriptions.csv?q=lou`);
    const text = new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(
      await csv.arrayBuffer(),
    );
    expect(text.startsWith('\uFEFFNom;Prénom;État')).toBe(true);
    expect(text).toContain("'=1+1;Lou;Confirmée;1;");
    expect(text).not.toContain('Autre');
    const xlsx = await ask(`/organisation/seances/${session.code}/inscriptions.xlsx`);
    expect(xlsx.headers.get('Content-Type')).toContain('spreadsheetml');
    expect(new Uint8Array(await xlsx.arrayBuffer()).length).toBeGreaterThan(2000);
  });
});
