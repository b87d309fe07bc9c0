import { createExecutionContext } from 'cloudflare:test';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { handOver } from '../../src/domain/attendance/hand-over';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { countPresent } from '../../src/domain/attendance/presence';
import { recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import type { Session } from '../../src/domain/catalogue/schema';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { day, hour, minute, toInstant } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { present } from '../support/attendance';
import { bindings, db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { anAccount, anOrganisation, carries, secret, signedInCookie } from '../support/organisers';
import { moment, registered, reload } from '../support/people';
import { listPresent } from '../support/who-was-there';

const at = evening.startsAt + 10 * minute;
const app = createApp({ clock: () => at });
const origin = 'http://localhost:8787';
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id, at);
});

const page = (session: Session, path = 'emargement') =>
  `/organisation/seances/${session.code}/${path}`;

async function ask(path: string, form?: Record<string, string> | FormData) {
  const body = form && !(form instanceof FormData) ? new URLSearchParams(form) : form;
  return app.request(
    new Request(origin + path, {
      ...(body && { method: 'POST', body }),
      headers: { Cookie: cookie, Origin: origin },
      redirect: 'manual',
    }),
    undefined,
    bindings,
    createExecutionContext(),
  );
}

const text = async (path: string) => (await ask(path)).text();

/** The fields of the page's form, as a browser would send them back. */
async function formOf(path: string): Promise<Record<string, string>> {
  const fields: Record<string, string> = {};
  const html = await text(path);
  for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
    const attribute = (name: string) => new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1];
    const name = attribute('name');
    if (!name || (attribute('type') === 'radio' && !/ checked/.test(tag))) continue;
    fields[name] = attribute('value') ?? '';
  }
  return fields;
}

const names = async (session: Session) => (await listPresent(db, session.id)).map((p) => p.name);

it('lists everyone by name, and notes who is there, absent or excused', async () => {
  const session = await aSession();
  const [b, a, c] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Bruguière' }),
    await registered(session, { firstName: 'Élodie', lastName: 'Arnaud' }),
    await registered(session, { firstName: 'Łucja', lastName: 'Çelik' }),
  ];
  const html = await text(page(session));
  const order = ['Arnaud Élodie', 'Bruguière Zoé', 'Çelik Łucja'].map((name) => html.indexOf(name));
  expect(order.every((at) => at > 0)).toBe(true);
  expect(order).toEqual([...order].sort((x, y) => x - y));
  const form = await formOf(page(session));
  const answer = await ask(page(session), {
    ...form,
    [`mark-r${a.id}`]: 'present:1',
    [`mark-r${b.id}`]: 'absent',
    [`mark-r${c.id}`]: 'excused',
  });
  expect([answer.status, answer.headers.get('Location')]).toEqual([
    303,
    `${page(session)}?fait=emargement`,
  ]);
  expect(await names(session)).toEqual(['Élodie Arnaud']);
  const after = await text(page(session));
  expect(after).toContain('1 présence notée sur 3 attendues');
  expect(after).toContain('1 absence excusée');
});

it('notes present all who were not noted, with one button', async () => {
  const session = await aSession({ seatsPerRegistration: 2 });
  const couple = await registered(session, { seats: 2 });
  const ill = await registered(session);
  const form = await formOf(page(session));
  await ask(page(session), { ...form, [`mark-r${ill.id}`]: 'excused', all: '1' });
  expect(await countPresent(db, session.id)).toMatchObject({ participations: 2 });
  expect((await listPresent(db, session.id)).map((p) => p.registrationId)).toEqual([couple.id]);
});

it('notes present with one button only whose place it was at that half-day, and of whom nobody noted anything meanwhile', async () => {
  const slots = [
    { startsAt: evening.startsAt - 4 * hour, endsAt: evening.startsAt - 2 * hour },
    evening,
  ];
  const session = await aSession({ slots });
  const [zoe, ines, omar] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' }),
    await registered(session, { firstName: 'Inès', lastName: 'Blanc' }),
    await registered(session, { firstName: 'Omar', lastName: 'Petit' }),
  ];
  const form = await formOf(page(session));
  const between = { now: evening.startsAt - hour, timeZone: 'Europe/Paris' };
  const karim = { firstName: 'Karim', lastName: 'Autre', email: 'k@exemple.fr' };
  await handOver(db, await reload(zoe), { ...karim, locale: 'fr' }, between);
  const absent = { slot: 0, who: { registrationId: omar.id }, state: 'absent' as const };
  await recordAttendance(
    db,
    session.id,
    { marks: [{ ...absent, id: newToken(), at: between.now }], source: 'tick' },
    { now: between.now, actor: 'system' },
  );
  await ask(page(session), { ...form, all: '1' });
  expect((await listPresent(db, session.id)).map((p) => p.registrationId)).toEqual([ines.id]);
  // Opened now, the page has who held the place as well.
  await ask(page(session), { ...(await formOf(page(session))), all: '1' });
  expect(await names(session)).toEqual(['Inès Blanc', 'Zoé Arnaud']);
  expect(await text(page(session))).not.toContain('à noter');
});

it('a signature on the paper is that of who held the place at that half-day', async () => {
  const slots = [
    { startsAt: evening.startsAt - 4 * hour, endsAt: evening.startsAt - 2 * hour },
    evening,
  ];
  const session = await aSession({ slots });
  const zoe = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  const between = { now: evening.startsAt - hour, timeZone: 'Europe/Paris' };
  const karim = { firstName: 'Karim', lastName: 'Autre', email: 'k2@exemple.fr' };
  await handOver(db, await reload(zoe), { ...karim, locale: 'fr' }, between);
  const sheet = page(session, 'feuille');
  const line = `sheet-r${zoe.id}/0`;
  const form = await formOf(sheet);
  for (const name of Object.keys(form)) if (/^sheet-/.test(name)) delete form[name];
  await ask(sheet, { ...form, [`${line}-0`]: '1', [`${line}-1`]: '1' });
  expect((await listPresent(db, session.id)).map((p) => [p.name, p.slots])).toEqual([
    ['Karim Autre', 1],
    ['Zoé Arnaud', 1],
  ]);
});

it('asks which one came of two who registered together under their names', async () => {
  const session = await aSession({ seatsPerRegistration: 2 });
  const pair = { firstName: 'Nora', seats: 2, companions: ['Omar Petit'] };
  const couple = await registered(session, pair);
  const html = await text(page(session));
  for (const choice of ['Les 2', 'Seulement Nora', 'Seulement Omar Petit'])
    expect(html).toContain(`>${choice}</label>`);
  const field = `mark-r${couple.id}`;
  await ask(page(session), { ...(await formOf(page(session))), [field]: 'present:1:1' });
  const form = await formOf(page(session));
  expect(form[field]).toBe('present:1:1');
  // Sent back as it was, it takes nothing back.
  await ask(page(session), form);
  expect((await formOf(page(session)))[field]).toBe('present:1:1');
  expect(await countPresent(db, session.id)).toMatchObject({ named: 1 });
});

it('a list opened before a colleague’s mark does not take that mark back', async () => {
  const session = await aSession();
  const [seenAtTheDoor, other] = [await registered(session), await registered(session)];
  const form = await formOf(page(session));
  await recordAttendance(
    db,
    session.id,
    {
      marks: [
        {
          id: newToken(),
          slot: 0,
          who: { registrationId: seenAtTheDoor.id },
          state: 'present',
          at: at - minute,
        },
      ],
      source: 'scan',
    },
    { now: at, actor: 'organiser:2' },
  );
  await ask(page(session), { ...form, [`mark-r${other.id}`]: 'absent' });
  expect((await listPresent(db, session.id)).map((p) => p.registrationId)).toEqual([
    seenAtTheDoor.id,
  ]);
});

it('takes the time of arriving and leaving, and keeps what was typed when it is wrong', async () => {
  const session = await aSession();
  const person = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  const marked = (form: Record<string, string>, arrived: string, left: string) => ({
    ...form,
    [`mark-r${person.id}`]: 'present:1',
    [`arrived-r${person.id}`]: arrived,
    [`left-r${person.id}`]: left,
  });
  const form = await formOf(page(session));
  const refused = await ask(page(session), marked(form, '20:15', '23:30'));
  expect(refused.status).toBe(422);
  const html = await refused.text();
  expect(html).toContain(`href="#left-r${person.id}"`);
  expect(html).toContain('value="23:30"');
  expect(html.replace(/[\u00a0\u202f]/g, ' ')).toContain(
    'Heure à vérifier pour Arnaud Zoé : ici, de 20 h à 22 h, et l’arrivée avant le départ',
  );
  const unsaid = { ...marked(form, '20:15', ''), [`mark-r${person.id}`]: '' };
  const hoursOnly = await ask(page(session), unsaid);
  expect(hoursOnly.status).toBe(422);
  expect(await hoursOnly.text()).toContain('cochez aussi la présence, ou effacez l’heure');
  expect(await names(session)).toEqual([]);
  await ask(page(session), marked(form, '20:15', '21:45'));
  expect((await listPresent(db, session.id)).map((p) => p.minutes)).toEqual([90]);
});

it('an evening past midnight takes « 0:30 » for the next day', async () => {
  const night = {
    startsAt: toInstant('2026-03-12T22:00', 'Europe/Paris'),
    endsAt: toInstant('2026-03-13T01:00', 'Europe/Paris'),
  };
  const session = await aSession({ slots: [night] });
  const person = await registered(session);
  const form = { ...(await formOf(page(session))), [`mark-r${person.id}`]: 'present:1' };
  const times = { [`arrived-r${person.id}`]: '22:30', [`left-r${person.id}`]: '00:30' };
  expect((await ask(page(session), { ...form, ...times })).status).toBe(303);
  expect((await listPresent(db, session.id)).map((p) => p.minutes)).toEqual([120]);
  expect(await formOf(page(session))).toMatchObject(times);
});

it('a session without a date has no hours to be late for', async () => {
  const session = await aSession({ slots: [] });
  await present(session, 'Une voisine');
  const html = await text(page(session));
  expect([html.includes('Une voisine'), html.includes('Arrivée')]).toEqual([true, false]);
});

it('a departure before the start and an arrival at the end are no hours of being there', async () => {
  const session = await aSession();
  const person = await registered(session, { lastName: 'Modèle' });
  const form = { ...(await formOf(page(session))), [`mark-r${person.id}`]: 'present:1' };
  for (const wrong of [{ left: '18:23' }, { left: '20:00' }, { arrived: '22:00' }]) {
    const [[name, time] = ['', '']] = Object.entries(wrong);
    const answer = await ask(page(session), { ...form, [`${name}-r${person.id}`]: time });
    expect([time, answer.status]).toEqual([time, 422]);
    expect(await answer.text()).toContain(`value="${time}"`);
  }
  expect(await names(session)).toEqual([]);
});

it('before a half-day begins, the list takes who is absent or excused, and nobody who is there', async () => {
  const tomorrow = { startsAt: evening.startsAt + day, endsAt: evening.endsAt + day };
  const session = await aSession({ slots: [tomorrow] });
  const person = await registered(session);
  const html = await text(page(session));
  expect(html).not.toContain('value="present:1"');
  expect(html).not.toContain('Noter présentes');
  const form = await formOf(page(session));
  const field = `mark-r${person.id}`;
  const early = await ask(page(session), { ...form, [field]: 'present:1' });
  expect(early.status).toBe(422);
  expect(await early.text()).toContain('Cette demi-journée n’a pas commencé');
  const added = await ask(page(session, 'emargement/sans-inscription'), { name: 'Inès Modèle' });
  expect([added.status, await names(session)]).toEqual([422, []]);
  const excused = await ask(page(session), { ...form, [field]: 'excused' });
  expect(excused.status).toBe(303);
});

it('attendance is per half-day', async () => {
  const half = (day: string, from: string, to: string) => ({
    startsAt: toInstant(`${day}T${from}`, 'Europe/Paris'),
    endsAt: toInstant(`${day}T${to}`, 'Europe/Paris'),
  });
  const session = await aSession({
    slots: [half('2026-03-12', '09:00', '12:30'), half('2026-03-12', '13:30', '17:00')],
  });
  const person = await registered(session);
  const afternoon = `${page(session)}?demi-journee=2`;
  await ask(afternoon, { ...(await formOf(afternoon)), [`mark-r${person.id}`]: 'present:1' });
  expect((await formOf(page(session)))[`mark-r${person.id}`]).toBeUndefined();
  expect((await formOf(afternoon))[`mark-r${person.id}`]).toBe('present:1');
  expect((await listPresent(db, session.id)).map((p) => [p.slots, p.minutes])).toEqual([[1, 210]]);
});

it('adds a walk-in by a name, past the ceiling too, once however often it is sent', async () => {
  const session = await aSession({ capacity: 1, maxCapacity: 1 });
  const person = await registered(session);
  await ask(page(session), {
    ...(await formOf(page(session))),
    [`mark-r${person.id}`]: 'present:1',
  });
  const { formKey = '' } = await formOf(page(session));
  const sent = { formKey, name: '  Fatma   Şahin ', email: 'fatma@exemple.fr' };
  for (const _ of [1, 2]) {
    const added = await ask(page(session, 'emargement/sans-inscription'), sent);
    // Where the count says that they are past the ceiling, above the form for the next one.
    expect(added.headers.get('Location')).toMatch(/#counts$/);
  }
  expect(await names(session)).toEqual(['Fatma Şahin', `Camille ${person.lastName}`]);
  expect(await text(page(session))).toContain('1 personne au-delà de la jauge de 1.');
  const nameless = await ask(page(session, 'emargement/sans-inscription'), {
    name: ' ',
  });
  expect(nameless.status).toBe(422);
  expect(await nameless.text()).toContain('href="#name"');
});

it('a headcount of more categories than a form begins with keeps them all when it is saved again', async () => {
  const session = await aSession();
  const counts = Array.from({ length: 9 }, (_, i) => ({
    category: `classe ${i + 1}`,
    count: 20 + i,
  }));
  const headcount = { kind: 'present', source: 'import', countedAt: at, counts } as const;
  await recordHeadcount(db, session.id, headcount, { now: at, actor: 'system' });
  const form = await formOf(page(session, 'comptage'));
  expect(form.category9).toBe('classe 9');
  // A line in the middle is emptied, and a blank one filled in; what is wrong is said at its own line.
  const typed = { ...form, category4: '', count4: '', category11: '', count11: '3' };
  const wrong = await ask(page(session, 'comptage'), typed);
  const html = await wrong.text();
  expect([wrong.status, html.includes('href="#category11"')]).toEqual([422, true]);
  const lines = [...html.matchAll(/name="count(\d+)"/g)].map(([, line]) => Number(line));
  expect(lines).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  await ask(page(session, 'comptage'), { ...typed, category11: 'accompagnateurs' });
  const { headcounts } = await countPresent(db, session.id);
  expect(headcounts.map(({ count }) => count)).toEqual([20, 21, 22, 24, 25, 26, 27, 28, 3]);
});

it('types in the signed sheet: a box a signature, absences, and walk-ins on the blank lines', async () => {
  const session = await aSession();
  const [signed, did, ill] = [
    await registered(session, { firstName: 'Anne', lastName: 'Aubert' }),
    await registered(session, { firstName: 'Basile', lastName: 'Brun' }),
    await registered(session, { firstName: 'Chloé', lastName: 'Cros' }),
  ];
  await ask(page(session), {
    ...(await formOf(page(session))),
    [`mark-r${ill.id}`]: 'excused',
  });
  const form = await formOf(page(session, 'feuille'));
  for (const name of Object.keys(form)) if (/^sheet-/.test(name)) delete form[name];
  const typed = {
    ...form,
    [`sheet-r${signed.id}/0-0`]: '1',
    walkIn1: 'Une voisine',
    'sheet-new1-0': '1',
  };
  const nameless = await ask(page(session, 'feuille'), { ...typed, walkIn1: ' ' });
  expect(nameless.status).toBe(422);
  const said = (await nameless.text()).match(/Ligne 4\s: saisissez un nom/g);
  expect(said, 'in the summary and at its line').toHaveLength(2);
  for (const _ of [1, 2])
    expect((await ask(page(session, 'feuille'), typed)).headers.get('Location')).toContain(
      'fait=feuille',
    );
  expect(await names(session)).toEqual(['Anne Aubert', 'Une voisine']);
  const after = await formOf(page(session));
  expect([after[`mark-r${did.id}`], after[`mark-r${ill.id}`]]).toEqual(['absent', 'excused']);
});

it('who wrote their name on a blank line was there, and where there are half-days, the box says at which', async () => {
  const one = await aSession();
  const sheet = {
    key: newToken(),
    walkIn1: 'Une voisine',
    walkIn2: 'Un voisin',
    'sheet-new1-0': '1',
  };
  await ask(page(one, 'feuille'), sheet);
  expect(await names(one)).toEqual(['Un voisin', 'Une voisine']);
  const morning = { startsAt: evening.startsAt - 8 * hour, endsAt: evening.endsAt - 8 * hour };
  const two = await aSession({ slots: [morning, evening] });
  const unsaid = await ask(page(two, 'feuille'), sheet);
  expect(unsaid.status).toBe(422);
  expect(await unsaid.text()).toMatch(/Ligne 2\s: cochez au moins une demi-journée/);
  expect(await names(two)).toEqual([]);
});

it('prints the sheet in the order in which it is typed in', async () => {
  const session = await aSession();
  await registered(session, { firstName: 'Zoé', lastName: 'Bruguière' });
  await registered(session, { firstName: 'Élodie', lastName: 'Arnaud' });
  const order = (html: string) =>
    [...html.matchAll(/Arnaud Élodie|Bruguière Zoé/g)].map((m) => m[0]);
  const printed = await text(page(session, 'feuille/imprimer'));
  expect(order(printed)).toEqual(['Arnaud Élodie', 'Bruguière Zoé']);
  expect(new Set(order(await text(page(session, 'feuille'))))).toEqual(new Set(order(printed)));
});

/** The lines of the table on a page, as « 3 Arnaud Élodie »; a blank line is its number. */
const linesOf = (html: string) =>
  [...html.matchAll(/<tr><td[^>]*>(\d*)<\/td><th scope="row"[^>]*>(.*?)<\/th>/gs)].map(
    ([, number, cell = '']) =>
      `${number} ${cell
        .replace(/<(small|label)\b.*?<\/\1>|<[^>]*>/gs, '')
        .replace(/\s+/g, ' ')
        .trim()}`.trim(),
  );

it('a printed sheet keeps its lines, whoever cancels or registers before it is typed in', async () => {
  const session = await aSession({ seatsPerRegistration: 2 });
  const couple = { firstName: 'Łucja', lastName: 'Dąbrowska', seats: 2, companions: ['Sofiane'] };
  const [zoe, elodie, pair] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Bruguière' }),
    await registered(session, { firstName: 'Élodie', lastName: 'Arnaud' }),
    await registered(session, couple),
  ];
  const print = async () =>
    (await ask(page(session, 'feuille/imprimer'), {})).headers.get('Location') ?? '';
  const first = await print();
  expect(await print()).toBe(first);
  const paper = [
    '1 Arnaud Élodie',
    '2 Bruguière Zoé',
    '3 Dąbrowska Łucja',
    '4 Sofiane (avec Dąbrowska Łucja)',
  ];
  expect(linesOf(await text(first))).toEqual(paper);

  await cancelRegistration(db, zoe, { actor: 'person', endedBy: 'person' }, moment);
  const late = await registered(session, { firstName: 'Aaron', lastName: 'Aaron' });
  await present(session, 'Une voisine');
  const typed = await text(page(session, 'feuille'));
  expect(linesOf(typed)).toEqual([
    paper[0],
    '2 Bruguière Zoé Avait annulé',
    ...paper.slice(2),
    ...[5, 6, 7, 8, 9, 10].map(String),
    'Aaron Aaron',
    'Une voisine',
  ]);
  expect(linesOf(await text(page(session, 'feuille/imprimer')))).toEqual(paper);

  const form = await formOf(page(session, 'feuille'));
  for (const name of Object.keys(form)) if (/^sheet-/.test(name)) delete form[name];
  const signed = { [`sheet-r${elodie.id}/0-0`]: '1', [`sheet-r${pair.id}/1-0`]: '1' };
  for (const _ of [1, 2])
    expect((await ask(page(session, 'feuille'), { ...form, ...signed })).status).toBe(303);
  // Who had cancelled, and who registered too late to be on paper, is not noted absent.
  const list = await formOf(page(session));
  expect([zoe, elodie, late, pair].map(({ id }) => list[`mark-r${id}`])).toEqual([
    undefined,
    'present:1',
    undefined,
    'present:1:1',
  ]);

  // The list has changed: it is another sheet, and the first can still be typed in.
  const second = await print();
  expect(linesOf(await text(second))).toEqual([
    '1 Aaron Aaron',
    '2 Arnaud Élodie',
    '3 Dąbrowska Łucja',
    '4 Sofiane (avec Dąbrowska Łucja)',
    '5 Une voisine',
  ]);
  const [, older = ''] =
    /href="([^"]*feuille=\d+)"/.exec(await text(page(session, 'feuille'))) ?? [];
  expect(linesOf(await text(older)).slice(0, 2)).toEqual([
    paper[0],
    '2 Bruguière Zoé Avait annulé',
  ]);
});

it('remembers where the signed sheet is kept', async () => {
  const session = await aSession();
  await ask(page(session, 'feuille/rangement'), { kept: 'Classeur 2026, bureau du RPE' });
  expect(await text(page(session, 'feuille'))).toContain('Classeur 2026, bureau du RPE');
  expect((await countPresent(db, session.id)).taken).toBe(false);
});

it('counts by category, and takes a count back when its lines are emptied', async () => {
  const session = await aSession({ capacity: null });
  const counted = {
    kind: 'present',
    source: 'door',
    countedOn: '2026-03-12',
    category1: 'enfants',
    count1: '117',
    category2: 'parents',
    count2: '16',
  };
  await ask(page(session, 'comptage'), counted);
  expect(await countPresent(db, session.id)).toMatchObject({
    participations: 133,
    headcounts: [
      { category: 'enfants', count: 117 },
      { category: 'parents', count: 16 },
    ],
  });
  const wrong = await ask(page(session, 'comptage'), { ...counted, count2: 'seize' });
  expect(wrong.status).toBe(422);
  expect(await wrong.text()).toContain('href="#count2"');
  await ask(page(session, 'comptage'), {
    kind: 'present',
    source: 'door',
    countedOn: '2026-03-12',
  });
  expect(await countPresent(db, session.id)).toMatchObject({ participations: 0, taken: false });
});

const sendFromDoor = async (session: Session, sending: object) => {
  const answer = await app.request(
    new Request(`${origin}${page(session, 'porte/presences')}`, {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify(sending),
    }),
    undefined,
    bindings,
    createExecutionContext(),
  );
  return { status: answer.status, body: await answer.json<Record<string, unknown>>() };
};

it('two of one name are told apart by their address, or by when they were registered', async () => {
  const session = await aSession();
  const ines = (email: string | null) =>
    registered(session, { firstName: 'Inès', lastName: 'Roux', ...(email && { email }) });
  await ines('ines.roux@exemple.fr');
  await ines('iroux@exmeple.fr');
  await registered(session, {
    firstName: 'Zoé',
    lastName: 'Arnaud',
    email: 'zoe.seule@exemple.fr',
  });
  await present(session, 'Inès Roux', { at });
  for (const html of [await text(page(session)), await text(page(session, 'porte'))]) {
    for (const said of ['ines.roux…', 'iroux…', 'ajout le jeudi 12 mars 2026 à 20'])
      expect(html).toContain(said);
    expect(html).not.toContain('zoe.seule');
  }
});

it('the door takes names, walk-ins and scanned confirmations, sent late and twice', async () => {
  const session = await aSession();
  const [touched, scanned] = [await registered(session), await registered(session)];
  const elsewhere = await registered(await aSession(), { firstName: 'Inès', lastName: 'Roux' });
  const mark = (id: string, who: object) => ({
    id: `${id}-${newToken()}`,
    slot: 0,
    who,
    state: 'present',
    at: at - 3 * minute,
  });
  const walkInKey = newToken();
  const sending = {
    sentAt: at,
    walkIns: [{ key: walkInKey, name: 'Une voisine' }],
    marks: [
      mark('touched', { registrationId: touched.id }),
      mark('scanned', { token: await registrationToken(secret, scanned) }),
      mark('elsewhere', { token: await registrationToken(secret, elsewhere) }),
      mark('walk-in', { walkInKey }),
      mark('forged', { token: `${scanned.id.toString(36)}-${'A'.repeat(24)}` }),
    ],
  };
  const first = await sendFromDoor(session, sending);
  expect(first.body.kept).toHaveLength(4);
  expect(first.body.refused).toEqual([sending.marks[4]?.id]);
  const again = await sendFromDoor(session, sending);
  expect(again.body).toEqual(first.body);
  expect((await names(session)).sort()).toEqual(
    [touched, scanned]
      .map((r) => `Camille ${r.lastName}`)
      .concat('Inès Roux', 'Une voisine')
      .sort(),
  );
  expect((await sendFromDoor(session, { marks: 'none' })).status).toBe(422);
});

it('the door says which of two came, of those only who are two', async () => {
  const session = await aSession({ seatsPerRegistration: 2 });
  const pair = await registered(session, { seats: 2, companions: ['Omar Petit'] });
  const alone = await registered(session);
  const mark = (registrationId: number, persons: number[]) => ({
    id: newToken(),
    slot: 0,
    who: { registrationId },
    state: 'present',
    seats: 1,
    persons,
    at,
  });
  const marks = [mark(pair.id, [1]), mark(alone.id, [1]), mark(pair.id, [7])];
  const { body } = await sendFromDoor(session, { sentAt: at, walkIns: [], marks });
  expect(body.refused).toEqual([marks[2]?.id]);
  const { entries } = await findRoll(db, session.id);
  const came = new Map(entries.map((entry) => [entry.registrationId, entry.marks.get(0)?.came]));
  expect([came.get(pair.id), came.get(alone.id)]).toEqual([[1], [0]]);
});

it('the door’s page carries its list and its script, and leads to the list without JavaScript', async () => {
  const session = await aSession();
  await registered(session, { firstName: '</script><b>', lastName: 'Ruse' });
  const html = await text(page(session, 'porte'));
  const data = /<script type="application\/json" id="door-data">(.*?)<\/script>/s.exec(html)?.[1];
  expect(JSON.parse(data ?? '').people.map((p: { name: string }) => p.name)).toEqual([
    'Ruse </script><b>',
  ]);
  expect(html).toContain(`href="${page(session)}"`);
});

it('the code on the wall notes a registration by its address or its name, and else a walk-in', async () => {
  const session = await aSession();
  const zoe = await registered(session, {
    firstName: 'Zoé',
    lastName: 'Arnaud',
    email: 'zoe@exemple.fr',
  });
  const byPhone = await registered(session, { firstName: 'Marie', lastName: 'Le Goff' });
  await ask(page(session, 'code'), {});
  const code = /presence\/(?:<wbr\/>)?([2-9A-Z]{8})/.exec(await text(page(session, 'code')))?.[1];
  const say = (name: string, email: string) =>
    ask(`/presence/${code}`, { name, email, key: newToken() });
  const answers = [
    await say('Quelqu’un d’autre', 'ZOE@exemple.fr'),
    await say('le goff Marie', ''),
    await say('Une voisine', 'voisine@exemple.fr'),
  ];
  // The same answer to everyone: it does not tell who is registered.
  expect(new Set(answers.map((a) => `${a.status} ${a.headers.get('Location')}`)).size).toBe(1);
  expect((await listPresent(db, session.id)).map((p) => p.registrationId ?? p.name).sort()).toEqual(
    [zoe.id, byPhone.id, 'Une voisine'].sort(),
  );
  expect(await text(page(session))).toContain('Par le code affiché');
  expect((await say('', 'x')).status).toBe(422);
  const later = createApp({ clock: () => evening.endsAt + 31 * minute });
  const closed = await later.request(
    `${origin}/presence/${code}`,
    {},
    bindings,
    createExecutionContext(),
  );
  expect(await closed.text()).toContain('Ce code ne sert pas en ce moment');
  await ask(page(session, 'code/fermeture'), {});
  for (const answer of [await ask(`/presence/${code}`), await say('Une voisine', '')]) {
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('dites votre nom à la personne qui vous accueille');
  }
});

it('offers no code to display half an hour after the last half-day', async () => {
  const slots = [{ startsAt: at - 3 * hour, endsAt: at - 31 * minute }];
  const { code } = await aSession({ slots });
  const html = await text(`/organisation/seances/${code}/code`);
  expect(html).toContain('aucun code ne sert plus');
  expect(html).not.toContain('Créer un code');
  expect(await text(page(await aSession(), 'code'))).toContain('Créer un code');
});

it('says of a connection longer than the session what will be counted', async () => {
  const session = await aSession({ mode: 'online' });
  const held = (evening.endsAt - evening.startsAt) / minute;
  const list = `Zoé Arnaud;${held + 60}\nInès Blanc;${held}`;
  const html = await (await ask(page(session, 'connexions'), { list, least: '15' })).text();
  expect(html.match(/Plus long que la séance/g)).toHaveLength(1);
  expect(html).toContain(`Plus long que la séance\u00a0: ${held} min comptées.`);
});

it('a session by video takes the pasted list of connections, looked through before it is recorded', async () => {
  const session = await aSession({ mode: 'online' });
  const [zoe, basile, away] = [
    await registered(session, { firstName: 'Zoé', lastName: 'Arnaud', email: 'zoe@exemple.fr' }),
    await registered(session, { firstName: 'Basile', lastName: 'Brun' }),
    await registered(session),
  ];
  const list = [
    'Nom;Adresse;Arrivée;Départ;Durée',
    'Z. (téléphone);ZOE@exemple.fr;20:01;20:46;45',
    'Z. (téléphone);ZOE@exemple.fr;20:50;22:10;1 h 20',
    'BRUN Basile (RPE);;20:00;21:00;1:00',
    '"Voisine, Une";voisine@exemple.fr;20:05;21:35;90 min',
    'Curieux;;20:05;20:07;2',
    'Total de la réunion',
  ].join('\n');
  expect((await ask(page(session, 'connexions'), { list: 'rien', least: '15' })).status).toBe(422);
  const checked = await ask(page(session, 'connexions'), { list, least: '15' });
  const html = await checked.text();
  expect(html).toContain('Lignes sans durée, laissées de côté\u00a0: Total de la réunion');
  const form: Record<string, string> = { absent: '1' };
  for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g))
    form[/ name="([^"]*)"/.exec(tag)?.[1] ?? ''] = / value="([^"]*)"/.exec(tag)?.[1] ?? '';
  for (const [, name = '', options = ''] of html.matchAll(
    /<select[^>]* name="([^"]*)".*?>(.*?)<\/select>/gs,
  ))
    form[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  expect(form).toMatchObject({
    'who-0': `r${zoe.id}`,
    'who-1': `r${basile.id}`,
    'who-2': 'new',
    'who-3': 'nobody',
  });
  for (const _ of [1, 2]) await ask(page(session, 'connexions/presences'), form);
  // Connected for 125 minutes, present at a session of 120.
  expect((await listPresent(db, session.id)).map((p) => [p.name, p.minutes]).sort()).toEqual([
    ['Basile Brun', 60],
    ['Voisine, Une', 90],
    ['Zoé Arnaud', 120],
  ]);
  expect((await formOf(page(session)))[`mark-r${away.id}`]).toBe('absent');
});

it('a list of connections that recognises nobody marks nobody absent, and no text is taken for an address', async () => {
  const session = await aSession({ mode: 'online' });
  await registered(session);
  const checked = await ask(page(session, 'connexions'), { list: 'Inconnue;90 min', least: '15' });
  expect(await checked.text()).not.toMatch(/name="absent"[^>]* checked/);
  const posted = {
    key: newToken(),
    'who-0': 'new',
    'name-0': 'Inconnue',
    'email-0': 'pas une adresse\r\nBcc: tous@exemple.fr',
    'minutes-0': '90',
  };
  await ask(page(session, 'connexions/presences'), posted);
  expect((await listPresent(db, session.id)).map(({ name, email }) => [name, email])).toEqual([
    ['Inconnue', null],
  ]);
});

it('a day that does not exist, or an hour that no clock says, is an answer and not a fault', async () => {
  const session = await aSession();
  const counted = { countedOn: '2026-02-31', kind: 'present', category1: 'enfants', count1: '3' };
  for (const countedOn of ['2026-02-31', '2099-03-12', '0001-01-01'])
    expect((await ask(page(session, 'comptage'), { ...counted, countedOn })).status).toBe(422);
  const sent = await app.request(
    new Request(origin + page(session, 'porte/presences'), {
      method: 'POST',
      headers: { Cookie: cookie, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ sentAt: 1e300, marks: [], walkIns: [] }),
    }),
    undefined,
    bindings,
    createExecutionContext(),
  );
  expect(sent.status).toBe(422);
});

it('a session by video takes the file of Teams as it is: tabs, in UTF-16', async () => {
  const session = await aSession({ mode: 'online' });
  const zoe = await registered(session, {
    firstName: 'Zoé',
    lastName: 'Arnaud',
    email: 'zoe@exemple.fr',
  });
  const list = [
    '2. Participants',
    'Nom\tPremière connexion\tDernier départ\tDurée de la réunion\tCourriel\tRôle',
    'Z. Arnaud\t12/03/2026 20:00:12\t12/03/2026 21:41:44\t1h 41m 32s\tzoe@exemple.fr\tParticipant',
  ].join('\r\n');
  const utf16 = Uint8Array.from(
    new Uint8Array(Uint16Array.from(`\uFEFF${list}`, (c) => c.charCodeAt(0)).buffer),
  );
  const form = new FormData();
  form.set('file', new File([utf16], 'meetingAttendanceReport.csv'));
  form.set('list', '');
  form.set('least', '15');
  const html = await (await ask(page(session, 'connexions'), form)).text();
  expect(html).toContain('Z. Arnaud – 101 min');
  expect(html).toContain(`value="r${zoe.id}" selected`);
});

it('the first screen names the sessions that are over and of which nobody noted who came', async () => {
  const session = await aSession({
    title: 'Oubliée hier',
    slots: [{ startsAt: at - 26 * 60 * minute, endsAt: at - 24 * 60 * minute }],
  });
  expect(await text('/organisation')).toContain(`href="${page(session)}"`);
  const cookieOf = async (role: 'organiser' | 'reader', organisationId: number | null) =>
    signedInCookie((await anAccount(role, { organisationId })).id, at);
  const own = await anOrganisation('Relais Petite Enfance');
  await carries(own, session.actionId);
  const seenBy = async (who: string) => {
    const headers = { Cookie: who };
    const answer = await app.request(
      `${origin}/organisation`,
      { headers },
      bindings,
      createExecutionContext(),
    );
    return (await answer.text()).includes(page(session));
  };
  const other = await anOrganisation('Une autre structure');
  expect(await seenBy(await cookieOf('organiser', own))).toBe(true);
  expect(await seenBy(await cookieOf('organiser', other))).toBe(false);
  expect(await seenBy(await cookieOf('reader', own))).toBe(false);
  await ask(page(session, 'comptage'), {
    kind: 'present',
    source: 'door',
    countedOn: '2026-03-11',
    count1: '7',
  });
  expect(await text('/organisation')).not.toContain(page(session));
});
