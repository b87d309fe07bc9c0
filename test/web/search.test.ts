/** Every search of the organisers' side: the same words find, whatever the accents, the case, the length. */
import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { createAction } from '../../src/domain/catalogue/create-action';
import { createSession } from '../../src/domain/catalogue/create-session';
import { findAction, listActions } from '../../src/domain/catalogue/find-action';
import { ActionInput, SessionInput } from '../../src/domain/catalogue/inputs';
import { listOwnSessions, type OwnFilter } from '../../src/domain/catalogue/list-own-sessions';
import { updateAction } from '../../src/domain/catalogue/update-action';
import { addContact, listContacts } from '../../src/domain/invitations/contacts';
import { importContacts, readContacts } from '../../src/domain/invitations/import-contacts';
import { day } from '../../src/lib/dates';
import { nameKey } from '../../src/lib/text';
import { bindings, db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, secret, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { visit } from '../support/web';

const { get } = visit(createApp({ clock: () => now }));
const by = { now, actor: 'system' } as const;
const title = 'Formation « Femmes enceintes, environnement et santé » (FEES), niveau I';
const email = 'secretariat.de.direction@creche-des-coquelicots.example';

const action = (name: string) =>
  v.parse(ActionInput, { title: name, type: 'awareness', audience: 'professionals' });
const session = (name: string | null) =>
  v.parse(SessionInput, { title: name, dateState: 'to_be_determined' });

let cookie = '';
const recording = { organisationId: null, now, secret };
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id);
  const fees = await createAction(db, action(title), by);
  const other = await createAction(db, action('Brouillon'), by);
  const change = { id: other.id, version: 1, input: action('Sommeil du tout-petit') };
  await updateAction(db, change, by);
  await createSession(db, fees.id, session(null), by);
  await createSession(db, other.id, session('Élus : l’Œuf, la Poule'), by);
  await createSession(db, other.id, session('Élu·e·s, assistant·es maternel·les'), by);
  await anOrganisation('Animateur·rices du lien');
  await anOrganisation('Chercheur·euses en santé');
  const partner = { email, name: 'Zoé Lebœuf', organisation: 'Crèche Prairie', tags: [] };
  await addContact(db, { ...partner, consentSource: 'salon' }, recording);
  const file = readContacts('elus@exemple.fr;Noël;Mairie d’Alès');
  await importContacts(db, { ...file, consentSource: 'salon' }, recording);
  await anOrganisation('Crèche des Coquelicots, Saint-Hilaire-de-Brethmas et environs');
});

const page = async (path: string, search: string) => {
  const answer = await get(`${path}?${new URLSearchParams({ q: search })}`, { cookie });
  const html = (await answer.text()).replaceAll('&nbsp;', ' ').replace(/[\u00a0\u202f]/g, ' ');
  // What is found stands in the table, what was asked for above it.
  return { status: answer.status, table: html.slice(html.indexOf('<table')).split('<form')[0] };
};
const [sessions, actions] = ['/organisation/seances', '/organisation/actions'];
const [contacts, places] = ['/organisation/contacts', '/organisation/annuaires/structures'];

it.each([
  [sessions, title, 'Femmes enceintes'],
  [sessions, 'elus', 'Élus'],
  [sessions, 'L’OEUF sommeil', 'Élus'],
  [sessions, 'elus assistants maternels', 'Élu·e·s'],
  [sessions, 'Élues assistantes maternelles', 'Élu·e·s'],
  [sessions, 'élu·e assistant·e', 'Élu·e·s'],
  [places, 'animatrices', 'Animateur·rices'],
  [places, 'animateurs', 'Animateur·rices'],
  [places, 'chercheuses', 'Chercheur·euses'],
  [actions, title.toUpperCase(), 'Femmes enceintes'],
  [actions, 'ENVIRONNEMENT sante', 'Femmes enceintes'],
  [actions, 'tout petit', 'Sommeil du tout-petit'],
  [contacts, email.toUpperCase(), email],
  [contacts, 'leboeuf creche', email],
  [contacts, 'ales noel', 'elus@exemple.fr'],
  [places, 'CRECHE des coquelicots, Saint-Hilaire de Brethmas et environs', 'et environs'],
])('%s?q=%s finds %s', async (path, search, found) => {
  const { status, table } = await page(path, search);
  expect(status).toBe(200);
  expect(table).toContain(found);
});

it.each([sessions, actions, contacts, places])('%s finds nothing, and says so', async (path) => {
  const long = 'é'.repeat(5000);
  const many = Array.from({ length: 900 }, (_, n) => `mot${n}trices`).join(' ');
  for (const search of ['brouillon', '%', '_', '«»', long, many]) {
    const { status, table } = await page(path, search);
    expect([search.slice(0, 10), status]).toEqual([search.slice(0, 10), 200]);
    expect(table).not.toContain('<tbody');
  }
});

it('searches a session’s people in the same way', async () => {
  const people = await aSession();
  await registered(people, { firstName: 'Zoé', lastName: 'Lebœuf', email });
  const path = `/organisation/seances/${people.code}/inscriptions`;
  for (const search of ['ZOE leboeuf', email.toUpperCase(), `${email} ${'zoe '.repeat(100)}`])
    expect((await page(path, search)).table).toContain('Zoé');
  expect((await page(path, '%')).table).not.toContain('Zoé');
});

it('keeps the language that was chosen', async () => {
  const { code } = await aSession();
  const people = `/organisation/seances/${code}/inscriptions`;
  const one = `${places}/${await anOrganisation('Relais Petite Enfance Anduze')}`;
  for (const path of [sessions, actions, contacts, places, one, people, '/']) {
    const html = await (await get(`${path}?lang=en`, { cookie })).text();
    const forms = html.match(/<form method="get".*?<\/form>/gs) ?? [];
    expect(forms, path).toHaveLength(1);
    expect(forms[0], path).toContain('<input type="hidden" name="lang" value="en"/>');
  }
});

it('reads each key once, and of the sessions the last 2,000 only', async () => {
  const actionId = await anAction({ title: 'Mille et une nuits' });
  const rows = sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)`;
  await db.run(sql`INSERT INTO sessions (code, action_id, state, date_state, created_at, updated_at)
    ${rows} SELECT translated, ${actionId}, 'draft', 'to_be_determined', ${now}, ${now} FROM (
      SELECT i, 'Z' || replace(replace(printf('%05d', i), '0', 'A'), '1', 'B') AS translated FROM n)`);
  const year = { startsAt: now - day, endsAt: now };
  const filter: OwnFilter = {
    view: 'coming',
    search: 'introuvable et long',
    carrierId: null,
    mine: false,
    year,
    after: null,
  };
  const searched = await metered((one) => listOwnSessions(one, filter, now));
  expect(searched.result.sessions).toEqual([]);
  expect(searched.bill.queries).toBe(1);
  expect(searched.bill.rowsRead).toBeLessThanOrEqual(2 * 2000 + 10);
  const listed = await metered((one) =>
    listActions(one, { search: 'introuvable et long', carrierId: null, after: null }),
  );
  expect(listed.bill.rowsRead).toBeLessThanOrEqual(10);
});

describe('what stood there before there were keys', () => {
  const { TEST_MIGRATIONS } = env as unknown as {
    TEST_MIGRATIONS: { name: string; queries: string[] }[];
  };
  const filling = TEST_MIGRATIONS.find(({ name }) => name === '0110_search_keys.sql')?.queries;

  it('gets the keys that are written today', async () => {
    const titles = [
      title,
      'Élu·e·s : l’Œuf, la Poule — 20 h 30… nº 3',
      'NOËL À L’ÎLE D’OLÉRON, ÇA C’EST SÛR ; où ? Là-bas !',
      'Łukasz & Şeyma Ünsal, Ångström ; ¡Año! Straße',
      'Décomposé : e\u0301te\u0301, i\u0302le, c\u0327a',
      'Сон малыша ; نوم الرضيع ; 赤ちゃん',
      'Cœur, ex æquo, Lætitia, ÆON, Œil',
    ];
    const ids = [];
    for (const name of titles) ids.push((await createAction(db, action(name), by)).id);
    const wanted = await keys();
    for (const table of ['actions', 'sessions'])
      await bindings.DB.prepare(`UPDATE ${table} SET title_key = ''`).run();
    await bindings.DB.prepare("UPDATE contacts SET search_key = ''").run();
    const updates = filling?.filter((query) => /^\s*UPDATE/m.test(query)) ?? [];
    expect(updates).toHaveLength(3);
    for (const query of updates) await bindings.DB.prepare(query).run();
    expect(await keys()).toEqual(wanted);
    expect((await findAction(db, ids[0] ?? 0))?.action.titleKey).toMatch(/^formation/);
    const found = await listContacts(db, { search: 'leboeuf', tag: '', after: 0 });
    expect(found.contacts).toHaveLength(1);
  });

  const keys = async () => {
    const { results } = await bindings.DB.prepare(
      `SELECT title AS name, title_key AS key FROM actions UNION ALL
       SELECT coalesce(title, ''), title_key FROM sessions WHERE title IS NOT NULL UNION ALL
       SELECT email || name, search_key FROM contacts ORDER BY 1`,
    ).all<{ name: string; key: string }>();
    return results.map(({ name, key }) => [name, nameKey(key)]);
  };
});
