import { beforeEach, describe, expect, it } from 'vitest';
import css from '../../public/farandole.css?raw';
import { createApp } from '../../src/app';
import {
  actionCarriers,
  actions,
  organisations,
  sessions,
  slots,
  venues,
} from '../../src/domain/catalogue/schema';
import { seatsLeft } from '../../src/domain/catalogue/seats';
import { day, hour, toInstant } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';

const app = createApp({ clock: () => now });
const get = async (path: string, env = bindings) => app.request(path, {}, env);
const html = async (path: string) => (await get(path)).text();

/** What a person reads of a page: no head, no tags, plain spaces. */
const read = (page: string) =>
  page
    .replace(/^.*<main[^>]*>|<\/main>.*$/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&quot;/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
const text = async (path: string) => read(await html(path));
/** The titles of the sessions listed, in order. */
const titles = async (path: string) =>
  [...(await html(path)).matchAll(/<h3><a href="[^"]*">([^<]*)<\/a>/g)].map((found) => found[1]);

const paris = (local: string) => toInstant(local, 'Europe/Paris');
const on = (date: string, from = '20:00', to = '22:00') => ({
  startsAt: paris(`${date}T${from}`),
  endsAt: paris(`${date}T${to}`),
});

async function aVenue(name: string, town: string) {
  const values = { name, nameKey: name, town, address: '1 rue du Pont', createdAt: now };
  const [venue] = await db.insert(venues).values(values).returning();
  return venue?.id ?? 0;
}

async function carriedBy(actionId: number, name: string) {
  const values = { name, nameKey: name, createdAt: now };
  const [row] = await db.insert(organisations).values(values).returning();
  await db.insert(actionCarriers).values({ actionId, organisationId: row?.id ?? 0, position: 0 });
}

beforeEach(async () => {
  for (const table of [slots, sessions, actionCarriers, actions, organisations, venues])
    await db.delete(table);
});

describe('the programme', () => {
  it('says at a glance what, when, where, for whom, by whom and how many places', async () => {
    const actionId = await anAction({ type: 'training', target: 'Sages-femmes' });
    await carriedBy(actionId, 'Mutualité Française');
    await aSession({
      code: 'FEES22',
      actionId,
      title: 'Femmes enceintes, environnement et santé',
      venueId: await aVenue('La Maison de la Santé', 'Alès'),
      slots: [
        on('2026-03-12', '09:00', '12:30'),
        on('2026-03-12', '13:30', '17:00'),
        on('2026-03-13', '09:00', '12:30'),
      ],
      seatsTaken: 9,
    });
    expect(await text('/')).toContain(
      'mars 2026 jeu. 12 mars Formation · Professionnels Femmes enceintes, environnement et santé jeudi 12 mars, de 9 h à 12 h 30 et de 13 h 30 à 17 h vendredi 13 mars, de 9 h à 12 h 30 En salle : La Maison de la Santé, Alès Sages-femmes – Mutualité Française 6 places sur 15 disponibles S’inscrire',
    );
    expect(await text('/?lang=en')).toContain(
      'Thursday 12 March, from 9 am to 12.30 pm and from 1.30 pm to 5 pm',
    );
    expect(await html('/')).toContain('href="/s/FEES22#inscription"');
  });

  it('lists what is coming by month, and keeps the undated and the past apart', async () => {
    await aSession({ title: 'En avril', slots: [on('2026-04-02')] });
    await aSession({ title: 'En mars', slots: [on('2026-03-12')] });
    await aSession({ title: 'Annulée', slots: [on('2026-03-13')], state: 'cancelled' });
    await aSession({ title: 'Un jour', slots: [] });
    await aSession({ title: 'Passée', slots: [on('2026-02-02')] });
    await aSession({ title: 'Brouillon', state: 'draft' });
    await aSession({ title: 'Non listée', visibility: 'unlisted' });
    expect(await titles('/')).toEqual(['En mars', 'Annulée', 'En avril', 'Un jour']);
    expect(await titles('/?vue=passees')).toEqual(['Passée']);
    const page = await text('/');
    expect(page.indexOf('avril 2026')).toBeLessThan(page.indexOf('Date à déterminer'));
    expect(page).toContain('Professionnels Annulée Annulée vendredi 13 mars');
  });

  it('filters by public, theme, place, mode, month and places left, by its address alone', async () => {
    const parents = await anAction({ audience: 'public', topics: ['sommeil'] });
    const ales = await aVenue('Capitole', 'Alès');
    await aSession({ title: 'A', actionId: parents, venueId: ales, slots: [on('2026-03-12')] });
    await aSession({ title: 'B', mode: 'online', slots: [on('2026-03-13')] });
    await aSession({ title: 'C', seatsTaken: 15, slots: [on('2026-04-14')] });
    expect(await titles('/?public=public')).toEqual(['A']);
    expect(await titles('/?theme=sommeil')).toEqual(['A']);
    expect(await titles('/?lieu=Al%C3%A8s')).toEqual(['A']);
    expect(await titles('/?mode=online')).toEqual(['B']);
    expect(await titles('/?mois=2026-04')).toEqual(['C']);
    expect(await titles('/?places=1')).toEqual(['A', 'B']);
    expect(await titles('/?public=professionals&places=1')).toEqual(['B']);
    expect(await text('/?lieu=Mende')).toContain('Aucune séance ne correspond');
  });

  it('shows each choice with a link that takes it away, and keeps the language chosen', async () => {
    await aSession({});
    const page = await html('/?theme=sommeil&places=1&lang=en');
    expect(page).toContain('href="/?theme=sommeil&amp;lang=en"');
    expect(page).toContain('href="/?places=1&amp;lang=en"');
    expect(page).toContain('<input type="hidden" name="lang" value="en"/>');
    expect(page).toContain('<option value="sommeil" selected="">sommeil</option>');
  });

  it('leaves out a choice that makes no sense', async () => {
    await aSession({ title: 'A' });
    for (const query of [
      'mois=2026-13',
      'mois=0000-01',
      'public=%27--',
      'mode=x',
      'vue=x',
      'suite=zzz',
      'suite=%00',
      `theme=${'x'.repeat(500)}`,
      'places=2',
    ])
      expect([query, await titles(`/?${query}`)]).toEqual([query, ['A']]);
  });

  it('pages the list, at the same cost with 3 and with 300 sessions', async () => {
    const actionId = await anAction();
    const more = async (n: number) => {
      for (let i = 0; i < n; i++)
        await aSession({ actionId, slots: [on('2026-03-12')], title: `S${i}` });
    };
    const bill = async (path: string) =>
      (await metered(async (_, d1) => get(path, { ...bindings, DB: d1 }))).bill;
    await more(3);
    const few = await bill('/');
    await more(297);
    const many = await bill('/');
    expect(many.queries).toBe(few.queries);
    // 21 rows of the list with what belongs to them, and the season that the filters are drawn from.
    expect(many.rowsRead).toBeLessThan(1000);
    const first = await html('/');
    expect((await titles('/')).length).toBe(20);
    const next = /rel="next" href="([^"]+)"/.exec(first)?.[1] ?? '';
    expect((await titles(next)).length).toBe(20);
    expect(await html(next)).toContain('rel="prev" href="/"');
    expect((await bill('/s/QQQQQQ')).queries).toBe(1);
  });

  it('weighs at most 14 KB with its style sheet, in two requests, when it is full', async () => {
    const venueId = await aVenue('Centre socioculturel de la vallée de la Cèze', 'Saint-Ambroix');
    for (let i = 0; i < 25; i++) {
      const actionId = await anAction({
        title: `Atelier ${i} : ${crypto.randomUUID()}`,
        target: `Parents et enfants du groupe ${crypto.randomUUID()}`,
        topics: [`thème ${crypto.randomUUID()}`],
      });
      await carriedBy(actionId, `Association ${crypto.randomUUID()}`);
      await aSession({ actionId, venueId, seatsTaken: i % 15, slots: [on('2026-03-12')] });
    }
    const page = await html('/');
    expect((await gzipped(page)) + (await gzipped(css))).toBeLessThanOrEqual(14 * 1024);
    const fetched = [
      ...page.matchAll(/<(?:link rel="(?:stylesheet|icon)"[^>]*|script[^>]*|img[^>]*)>/g),
    ]
      .map((tag) => tag[0])
      .filter((tag) => !tag.includes('data:'));
    expect(fetched).toEqual(['<link rel="stylesheet" href="/farandole.css"/>']);
    expect(css).not.toMatch(/@import|@font-face|url\((?!"data:)/);
  });
});

describe('the calendar', () => {
  it('shows a session on each day that it has a slot on', async () => {
    await aSession({
      title: 'Deux jours',
      slots: [
        on('2026-03-28', '09:00', '12:00'),
        on('2026-03-28', '14:00', '17:00'),
        on('2026-03-29', '09:00', '12:00'),
      ],
    });
    const page = await html('/?vue=calendrier&mois=2026-03');
    const days = page.split('<td').filter((cell) => cell.includes('Deux jours'));
    expect(days.map((cell) => /in-full">([^<]*)</.exec(cell)?.[1])).toEqual([
      'samedi 28 mars 2026',
      'dimanche 29 mars 2026',
    ]);
    expect(days.every((cell) => cell.includes('<b>9 h </b>'))).toBe(true);
    expect(await text('/?vue=calendrier&mois=2026-04')).toContain('Aucune séance ce mois-ci.');
  });

  it('opens on the present month, leads to its neighbours and keeps the choices', async () => {
    await aSession({ title: 'En mars' });
    const page = await html('/?vue=calendrier&public=professionals');
    expect(page).toMatch(/<title>Calendrier\s: mars 2026 – /);
    expect(page).toContain('href="/?vue=calendrier&amp;public=professionals&amp;mois=2026-02"');
    expect(page).toContain('href="/?vue=calendrier&amp;public=professionals&amp;mois=2026-04"');
  });
});

describe('the page of a session', () => {
  const states: [string, Parameters<typeof aSession>[0], string[], string[]][] = [
    ['open', {}, ['15 places sur 15 disponibles', 'S’inscrire'], ['liste d’attente']],
    [
      'nearly full',
      { seatsTaken: 14 },
      ['Dernière place, sur 15', 'S’inscrire'],
      ['liste d’attente'],
    ],
    [
      'full',
      { seatsTaken: 15, waitingCount: 2 },
      [
        'Cette séance est complète',
        '2 personnes sur la liste d’attente',
        'S’inscrire sur la liste d’attente',
      ],
      ['disponible'],
    ],
    ['over its capacity', { seatsTaken: 17 }, ['Complet'], ['-2', '−2']],
    [
      'with places while others wait',
      { seatsTaken: 14, waitingCount: 1 },
      ['Une personne attend déjà une place : elle passe avant.'],
      ['complète'],
    ],
    ['open to all', { capacity: null }, ['Sans limite de places', 'S’inscrire'], ['complète']],
    [
      'cancelled',
      { state: 'cancelled', cancelReason: 'l’intervenante est souffrante' },
      ['Cette séance est annulée', 'Raison : l’intervenante est souffrante'],
      ['S’inscrire', 'disponibles'],
    ],
    [
      'without a date',
      { slots: [] },
      ['La date n’est pas encore fixée', 'Date à déterminer'],
      ['S’inscrire', 'Ajouter à votre agenda'],
    ],
    [
      'not open yet',
      { registrationOpensAt: paris('2026-03-05T12:00') },
      ['Les inscriptions ne sont pas encore ouvertes', 'Elles ouvriront jeudi 5 mars à 12 h.'],
      ['S’inscrire'],
    ],
    [
      'closed',
      { registrationClosesAt: now - hour },
      ['Les inscriptions sont closes'],
      ['S’inscrire'],
    ],
    [
      'past',
      { slots: [on('2026-02-12')] },
      ['Cette séance est passée'],
      ['S’inscrire', 'disponibles'],
    ],
    [
      'of a year noted without dates',
      { slots: [], dateState: 'unrecorded' },
      ['Cette séance est passée', 'Date non notée'],
      ['S’inscrire'],
    ],
    ['by invitation', { visibility: 'invitation' }, ['Inscription sur invitation'], ['S’inscrire']],
  ];
  it.each(states)('%s', async (_, values, said, unsaid) => {
    await aSession({ code: 'ABC234', ...values });
    const page = await text('/s/ABC234');
    for (const words of said) expect(page).toContain(words);
    for (const words of unsaid) expect(page).not.toContain(words);
    const english = await text('/s/ABC234?lang=en');
    expect(english).not.toMatch(/undefined|\[object|S’inscrire/);
  });

  it('is found whatever the case, and leads to the address as it is printed', async () => {
    await aSession({ code: 'ABC234' });
    const moved = await get('/s/abc-234?lang=en');
    expect([moved.status, moved.headers.get('Location')]).toEqual([301, '/s/ABC234?lang=en']);
    expect((await get('/s/ABC234')).status).toBe(200);
  });

  it('does not exist for an unknown code, a wrong one, or a draft', async () => {
    await aSession({ code: 'ABC234', state: 'draft' });
    for (const code of ['ABC234', 'ZZZZZZ', 'O0O0', 'x', '%00', '%E0%A4%A', "'--"])
      expect([code, (await get(`/s/${code}`)).status]).toEqual([code, 404]);
    expect(await text('/s/ABC234')).toBe(await text('/s/ZZZZZZ'));
  });

  it('never shows the video link, which is for people confirmed', async () => {
    const linked = await aSession({
      code: 'ABC345',
      mode: 'online',
      videoUrl: 'https://visio.example/secret',
    });
    await aSession({
      code: 'ABC234',
      actionId: linked.actionId,
      mode: 'online',
      videoUrl: 'https://visio.example/secret',
      linkedSessionId: linked.id,
    });
    for (const path of ['/', '/s/ABC234', '/s/ABC345', '/?vue=calendrier'])
      expect(await html(path)).not.toContain('visio.example');
    expect(await text('/s/ABC234')).toContain('le lien est envoyé aux personnes inscrites');
  });

  it('shows both halves of a hybrid session, each with its places, from either side', async () => {
    const room = await aSession({ code: 'RSAM22', title: 'Salle', seatsTaken: 5 });
    await aSession({
      code: 'WEB222',
      title: 'Visio',
      actionId: room.actionId,
      mode: 'online',
      capacity: 40,
      linkedSessionId: room.id,
    });
    for (const [path, other] of [
      ['/s/RSAM22', '/s/WEB222'],
      ['/s/WEB222', '/s/RSAM22'],
    ] as const) {
      const page = await html(path);
      expect(page).toContain(`<h3><a href="${other}">`);
      expect(read(page)).toContain('10 places sur 15 disponibles');
      expect(read(page)).toContain('40 places sur 40 disponibles');
      expect(read(page)).not.toContain('Autres dates');
    }
  });

  it('shows the other coming dates of its action, and none that are past, draft or hidden', async () => {
    const first = await aSession({ code: 'ABC234' });
    const { actionId } = first;
    await aSession({ actionId, code: 'NEXT22', slots: [on('2026-04-09', '14:00', '16:30')] });
    await aSession({ actionId, code: 'PAST22', slots: [on('2026-02-12')] });
    await aSession({ actionId, code: 'DRAFT2', state: 'draft', slots: [on('2026-04-10')] });
    await aSession({ actionId, code: 'HDDN22', visibility: 'unlisted', slots: [on('2026-04-11')] });
    await aSession({ code: 'THER22', slots: [on('2026-04-12')] });
    const page = await html('/s/ABC234');
    const codes = [...page.matchAll(/href="\/s\/([A-Z0-9]{6})"/g)].map((found) => found[1]);
    expect(codes).toEqual(['NEXT22']);
    expect(read(page)).toContain('jeudi 9 avril, de 14 h à 16 h 30');
  });

  it('says what people look for before they come, and only what is known', async () => {
    await aSession({
      code: 'ABC234',
      venueId: await aVenue('Salle du Capitole', 'Alès'),
      practical: { free: true, babies: false, bus: 'Ligne 30', contactPhone: '04 66 00 00 00' },
      speakers: [{ name: 'Anne Martin', role: 'sage-femme' }, { role: 'pédopsychiatre' }],
    });
    const page = await html('/s/ABC234');
    for (const words of [
      'Prix Gratuit',
      'La séance n’est pas prévue pour les bébés',
      '1 rue du Pont, Alès',
      'Bus Ligne 30',
      'Avec Anne Martin, sage-femme pédopsychiatre',
    ])
      expect(read(page)).toContain(words);
    expect(page).toContain('href="tel:0466000000"');
    expect(read(page)).not.toMatch(/fauteuil|Interprète|Stationnement/);
  });

  it('says a slot as precisely as it was noted, and no more', async () => {
    const session = await aSession({ code: 'ABC234', slots: [] });
    const at = on('2025-10-19', '00:00', '03:00');
    await db.insert(slots).values([
      { sessionId: session.id, number: 0, ...at, precision: 'day', minutes: 180 },
      {
        sessionId: session.id,
        number: 1,
        ...on('2025-11-16', '13:00', '18:00'),
        precision: 'afternoon',
      },
    ]);
    const page = await text('/s/ABC234');
    expect(page).toContain('dimanche 19 octobre 2025, 3 h');
    expect(page).toContain('dimanche 16 novembre 2025, l’après-midi');
  });

  it('shows date, place and places left where its link is shared', async () => {
    await aSession({
      code: 'ABC234',
      title: 'Écrans & « sommeil » </script><script>alert(1)</script>',
      venueId: await aVenue('Salle du Capitole', 'Alès'),
      practical: { free: true },
      seatsTaken: 3,
      slots: [evening],
    });
    const page = await html('/s/ABC234');
    const description = /property="og:description" content="([^"]*)"/.exec(page)?.[1];
    expect(description?.replace(/\s/g, ' ')).toBe(
      'jeudi 12 mars, de 20 h à 22 h · En salle : Salle du Capitole, Alès · 12 places sur 15 disponibles',
    );
    expect(page.match(/<script/g)).toHaveLength(1);
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(page) ?? [];
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Event',
      name: expect.stringContaining('</script>'),
      startDate: '2026-03-12T20:00:00+01:00',
      endDate: '2026-03-12T22:00:00+01:00',
      eventStatus: 'https://schema.org/EventScheduled',
      location: { name: 'Salle du Capitole', address: { addressLocality: 'Alès' } },
      remainingAttendeeCapacity: 12,
      offers: { price: 0, availability: 'https://schema.org/InStock' },
    });
  });

  it('writes what organisers typed as text, wherever it stands', async () => {
    const nasty = '<b onclick=x>"\'&';
    await aSession({
      code: 'ABC234',
      actionId: await anAction({ title: nasty, summary: nasty, target: nasty, topics: [nasty] }),
      summary: nasty,
      eligibility: nasty,
      venueId: await aVenue(nasty, nasty),
      practical: { contactEmail: nasty, contactPhone: nasty, bring: nasty },
      speakers: [{ role: nasty }],
    });
    for (const path of ['/', '/s/ABC234', '/?vue=calendrier'])
      expect(await html(path)).not.toContain('<b onclick');
  });
});

it('counts the places that the public can take, and never below none', () => {
  expect(seatsLeft({ capacity: 15, seatsTaken: 6 })).toBe(9);
  expect(seatsLeft({ capacity: 15, seatsTaken: 18 })).toBe(0);
  expect(seatsLeft({ capacity: null, seatsTaken: 300 })).toBeNull();
});

it('says what is kept of people, in both languages, and whom to write to', async () => {
  expect(await text('/confidentialite')).toContain('Aucune donnée de santé');
  const english = await html('/confidentialite?lang=en');
  expect(read(english)).toContain('No health data');
  expect(english).toContain('href="mailto:admin@farandole.example"');
});

it('promises no place of a session whose registrations are closed, or that has begun', async () => {
  await aSession({ title: 'Commencé', slots: [{ startsAt: now - hour, endsAt: now + hour }] });
  const list = await text('/');
  expect(list).toContain('Les inscriptions sont closes');
  expect(list).not.toContain('places sur 15');
});

it('keeps a day of the past out of what is coming, to the minute', async () => {
  await aSession({ title: 'Finie', slots: [{ startsAt: now - 2 * hour, endsAt: now }] });
  await aSession({ title: 'En cours', slots: [{ startsAt: now - hour, endsAt: now + 1 }] });
  await aSession({ title: 'Demain', slots: [{ startsAt: now + day, endsAt: now + day + hour }] });
  expect(await titles('/')).toEqual(['En cours', 'Demain']);
  expect(await titles('/?vue=passees')).toEqual(['Finie']);
});

async function gzipped(content: string): Promise<number> {
  const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'));
  return (await new Response(stream).arrayBuffer()).byteLength;
}
