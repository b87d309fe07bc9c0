/** The organisers' sessions: made, copied, published, changed and cancelled as forms send them. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { findSession } from '../../src/domain/catalogue/find-session';
import { listOwnSessions } from '../../src/domain/catalogue/list-own-sessions';
import { repeatDates, slotsFrom } from '../../src/domain/catalogue/repeat-dates';
import { sessions, slots } from '../../src/domain/catalogue/schema';
import { outbox } from '../../src/domain/mail/schema';
import { history, registrations } from '../../src/domain/registrations/schema';
import { findYearReport } from '../../src/domain/reports/year-report';
import { day, hour, toInstant, toLocal } from '../../src/lib/dates';
import { type ListQuery, readListQuery } from '../../src/web/organiser/sessions/list-query';
import { present } from '../support/attendance';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { fieldsOf } from '../support/forms';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { kindsOf, mailsOf, registered } from '../support/people';
import { visit } from '../support/web';

const zone = 'Europe/Paris';
const app = createApp({ clock: () => now });
const { get, post } = visit(app);
const at = (local: string) => toInstant(local, zone);

let own = 0;
let cookie = '';
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
});

async function carriedAction(title = 'Ateliers sommeil') {
  const id = await anAction({ title });
  await carries(own, id);
  return id;
}
async function carriedSession(values: Parameters<typeof aSession>[0] = {}) {
  return aSession({ actionId: await carriedAction(), ...values });
}
const path = ({ code }: { code: string }, rest = '') => `/organisation/seances/${code}${rest}`;
const codeOf = (answer: Response) =>
  /seances\/([2-9A-Z]{6})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
async function view(code: string) {
  const found = await findSession(db, code);
  if (!found) throw new Error(`no session ${code}`);
  return found;
}
const reload = async ({ code }: { code: string }) => (await view(code)).session;

const formOf = async (page: string) => fieldsOf(await (await get(page, { cookie })).text());

const blank = {
  dateState: 'set',
  mode: 'in_person',
  visibility: 'public',
  seatsPerRegistration: '1',
  slotDate: '2026-04-09',
  slotFrom: '20:00',
  slotTo: '22:00',
  slotStored: '',
};

describe('creating', () => {
  it('makes a draft of what was typed, in the network’s time zone, right across daylight saving', async () => {
    const action = await carriedAction();
    const answer = await post(
      '/organisation/seances',
      {
        ...blank,
        action: String(action),
        slotDate: ['2026-03-30', '2026-03-27', '', '2026-03-27'],
        slotFrom: ['09:00', '13:30', '', '09:00'],
        slotTo: ['12:30', '17:00', '', '12:30'],
        slotStored: ['', '', '', ''],
        venueName: 'Salle du Capitole',
        venueTown: 'Alès',
        capacity: '15',
        maxCapacity: '18',
        minSeats: '6',
        offerHours: '6',
        seatsPerRegistration: '2',
        phone: 'required',
        town: 'optional',
        free: 'yes',
        babies: 'no',
        bring: 'un coussin',
        speakerRole: ['pédopsychiatre', ''],
        speakerName: ['', ''],
        acceptsColleagues: '1',
        registrationOpensAt: '2026-03-05T08:00',
      },
      { cookie },
    );
    expect(answer.status).toBe(303);
    const { session, slots: made, venue } = await view(codeOf(answer));
    expect(session).toMatchObject({
      state: 'draft',
      title: null,
      capacity: 15,
      maxCapacity: 18,
      minSeats: 6,
      offerHours: 6,
      seatsPerRegistration: 2,
      acceptsColleagues: true,
      acceptsGroups: false,
      asks: { phone: 'required', town: 'optional' },
      practical: { free: true, babies: false, bring: 'un coussin' },
      speakers: [{ role: 'pédopsychiatre' }],
      registrationOpensAt: at('2026-03-05T08:00'),
    });
    expect(venue).toMatchObject({ name: 'Salle du Capitole', town: 'Alès' });
    // The clocks change on 29 March: 9 h is 8 h UTC on the 27th, and 7 h on the 30th.
    expect(made.map(({ startsAt, endsAt }) => [startsAt, endsAt])).toEqual([
      [Date.UTC(2026, 2, 27, 8), Date.UTC(2026, 2, 27, 11, 30)],
      [Date.UTC(2026, 2, 27, 12, 30), Date.UTC(2026, 2, 27, 16)],
      [Date.UTC(2026, 2, 30, 7), Date.UTC(2026, 2, 30, 10, 30)],
    ]);
    expect((await get(`/s/${session.code}`)).status).toBe(404);
  });

  it('says each error at its field, in French and in English, and keeps what was typed', async () => {
    const action = await carriedAction();
    const fields = {
      ...blank,
      action: String(action),
      title: 'Sommeil & « pleurs »',
      slotTo: '19:00',
      capacity: 'quinze',
      videoUrl: 'zoom',
      contactEmail: 'nobody',
      registrationClosesAt: 'demain',
    };
    const answer = await post('/organisation/seances', fields, { cookie });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    for (const field of [
      'slotTo-0',
      'capacity',
      'videoUrl',
      'contactEmail',
      'registrationClosesAt',
    ]) {
      expect(html).toContain(`href="#${field}"`);
      expect(html).toContain(`id="${field}-error"`);
    }
    expect(html).toContain('Sommeil &amp; « pleurs »');
    expect(html).toContain('value="quinze"');
    const english = await (await post('/organisation/seances?lang=en', fields, { cookie })).text();
    expect(english).toContain('The end must come after the start.');
    expect(english).toContain('Type a number of seats, or leave empty.');
  });

  it.each([
    [{ slotDate: '', slotFrom: '', slotTo: '' }, 'slotDate-0'],
    [{ maxCapacity: '18' }, 'capacity'],
    [{ capacity: '15', maxCapacity: '10' }, 'maxCapacity'],
    [{ capacity: '15', minSeats: '19' }, 'minSeats'],
    [{ capacity: '15', offerHours: '25' }, 'offerHours'],
    [{ capacity: '1', seatsPerRegistration: '2' }, 'seatsPerRegistration'],
    [
      { registrationOpensAt: '2026-03-10T08:00', registrationClosesAt: '2026-03-09T08:00' },
      'registrationClosesAt',
    ],
  ])('refuses what does not fit together, %o, at the field %s', async (typed, field) => {
    const action = String(await carriedAction());
    const answer = await post('/organisation/seances', { ...blank, action, ...typed }, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`id="${field}-error"`);
  });

  it('gives one row more to who asks, without JavaScript, with what was typed', async () => {
    const action = String(await carriedAction());
    const fields = { ...blank, action, etape: 'creneau', title: 'Portage' };
    const answer = await post('/organisation/seances', fields, { cookie });
    expect(answer.status).toBe(200);
    const html = await answer.text();
    expect(html.match(/name="slotDate"/g)).toHaveLength(2);
    expect(html).toContain('value="Portage"');
    expect(html).toContain('value="2026-04-09"');
  });

  it('is for the actions that the organisation carries', async () => {
    const action = String(await anAction());
    expect((await post('/organisation/seances', { ...blank, action }, { cookie })).status).toBe(
      403,
    );
    expect((await get(`/organisation/seances/nouvelle?action=${action}`, { cookie })).status).toBe(
      403,
    );
  });
});

describe('clashes of venue or speaker', () => {
  it('are shown before saving, and forbid nothing', async () => {
    const action = String(await carriedAction('Massage bébé'));
    const typed = {
      ...blank,
      action,
      venueName: 'Maison des familles',
      speakerRole: 'psychologue',
      speakerName: 'Anne Rey',
    };
    const first = await post(
      '/organisation/seances',
      { ...typed, slotDate: '2026-05-07' },
      { cookie },
    );
    expect(first.status).toBe(303);
    const second = {
      ...typed,
      slotDate: '2026-05-07',
      slotFrom: '21:00',
      slotTo: '23:00',
      venueName: 'maison des  familles',
    };
    const before = (await db.select().from(sessions)).length;
    const warned = await post('/organisation/seances', second, { cookie });
    expect(warned.status).toBe(200);
    const html = await warned.text();
    expect(html).toContain('Massage bébé');
    expect(html).toContain('le même lieu');
    expect(html).toContain('avec Anne Rey');
    expect((await db.select().from(sessions)).length).toBe(before);
    const saved = await post('/organisation/seances', { ...second, etape: 'confirme' }, { cookie });
    expect(saved.status).toBe(303);
    // One that begins when the other ends is no clash.
    const after = { ...second, slotFrom: '23:00', slotTo: '23:30' };
    expect((await post('/organisation/seances', after, { cookie })).status).toBe(303);
  });
});

describe('changing', () => {
  it('finds again in its form exactly what is stored, so that saving changes nothing', async () => {
    const session = await carriedSession({
      title: 'L’heure du conte',
      capacity: 10,
      maxCapacity: 12,
      minSeats: 4,
      checksEligibility: true,
      eligibility: 'Parents d’Alès\net alentours',
      asks: { note: 'required' },
      practical: { free: false, parking: 'place "des" Martyrs', signLanguage: true },
      speakers: [{ name: 'Zoé', role: 'conteuse' }, { role: 'ludothécaire' }],
      registrationClosesAt: evening.startsAt - day,
      visibility: 'unlisted',
      // The hour that comes twice: the second one, an hour later than what the wall clock names.
      slots: [{ startsAt: Date.UTC(2026, 9, 25, 1, 30), endsAt: Date.UTC(2026, 9, 25, 6) }],
    });
    const before = await view(session.code);
    const answer = await post(path(session), await formOf(path(session, '/modification')), {
      cookie,
    });
    expect(answer.headers.get('Location')).toBe(path(session, '?fait=enregistree'));
    const after = await view(session.code);
    expect(after).toEqual({
      ...before,
      session: { ...before.session, version: 2, updatedAt: now },
    });
  });

  it('shows first what will happen and to how many people, then tells them with the reason', async () => {
    const session = await carriedSession({ capacity: 2, maxCapacity: 2 });
    const confirmed = await registered(session);
    const other = await registered(session);
    const waiting = await registered(session);
    const form = await formOf(path(session, '/modification'));
    const moved = { ...form, slotDate: '2026-03-19' };
    const shown = await post(path(session), moved, { cookie });
    const html = await shown.text();
    expect(html).toContain('3 personnes seront prévenues par courriel.');
    expect(html).toContain('L’agenda de 2 personnes sera mis à jour');
    expect(html).toContain('Une personne de la liste d’attente est comprise.');
    expect(html).toContain('Avant\u00a0: jeudi 12 mars, de 20\u00a0h à 22\u00a0h');
    expect(html).toContain('Maintenant\u00a0: jeudi 19 mars, de 20\u00a0h à 22\u00a0h');
    expect((await reload(session)).version).toBe(1);
    expect(await kindsOf(confirmed)).toEqual(['registered']);

    const saved = await post(
      path(session),
      { ...moved, etape: 'confirme', reason: 'La salle est prise.' },
      { cookie },
    );
    expect(saved.headers.get('Location')).toBe(path(session, '?fait=prevenus'));
    expect((await reload(session)).startsAt).toBe(at('2026-03-19T20:00'));
    for (const [person, sequence] of [
      [confirmed, 1],
      [other, 1],
      [waiting, null],
    ] as const) {
      expect((await mailsOf(person)).at(-1)).toMatchObject({
        kind: 'session_changed',
        sequence,
        facts: { reason: 'La salle est prise.' },
      });
    }
  });

  it('asks nothing when nobody has to be told', async () => {
    const session = await carriedSession();
    await registered(session);
    const form = await formOf(path(session, '/modification'));
    const answer = await post(
      path(session),
      { ...form, summary: 'Venez comme vous êtes.' },
      { cookie },
    );
    expect(answer.headers.get('Location')).toBe(path(session, '?fait=enregistree'));
  });

  it('tells the second of two organisers, and keeps what each typed', async () => {
    const session = await carriedSession();
    const form = await formOf(path(session, '/modification'));
    const closes = { registrationClosesAt: '2026-03-11T18:00', slotTo: '21:30' };
    const first = { ...form, ...closes, summary: 'Première version' };
    // Pressed twice, it is saved, and was nobody else's.
    for (let times = 0; times < 2; times++)
      expect((await post(path(session), first, { cookie })).status).toBe(303);
    const second = await post(path(session), { ...form, title: 'Seconde version' }, { cookie });
    expect(second.status).toBe(409);
    const html = await second.text();
    expect(html).toContain('value="Seconde version"');
    expect(html).toContain('Première version');
    expect(html).toContain('Quelqu’un d’autre a enregistré cette séance');
    expect(html).toContain('<dd>jeudi 12 mars, de 20\u00a0h à 21\u00a0h\u00a030</dd>');
    expect(html).toContain('<dd>mercredi 11 mars à 18\u00a0h</dd>');
    // What the second changed, and nobody else did, is no news.
    const news = [...html.matchAll(/<dt>(.*?)<\/dt>/g)].map(([, name]) => name);
    expect(news).toEqual(['Présentation', 'Clôture des inscriptions', 'Créneaux']);
    expect(await reload(session)).toMatchObject({
      title: null,
      summary: 'Première version',
      version: 2,
    });
    // The form that came back holds for what is stored now.
    expect(html).toContain('name="version" value="2"');
  });

  it('throws nobody out when the capacity is lowered: says how many are over, and who chooses', async () => {
    const session = await carriedSession({ capacity: 3, maxCapacity: 3 });
    for (let n = 0; n < 3; n++) await registered(session);
    const form = await formOf(path(session, '/modification'));
    const shown = await post(path(session), { ...form, capacity: '1' }, { cookie });
    expect(await shown.text()).toContain('2 places prises dépassent la nouvelle capacité (1).');
    const saved = await post(
      path(session),
      { ...form, capacity: '1', etape: 'confirme' },
      { cookie },
    );
    expect(saved.headers.get('Location')).toBe(path(session, '/qui-reste?fait=enregistree'));
    expect(await reload(session)).toMatchObject({ capacity: 1, seatsTaken: 3 });
    const overview = await (await get(path(session), { cookie })).text();
    expect(overview).toContain('2 places sont prises au-delà de la capacité.');

    const asked = await (await get(path(session, '/qui-reste'), { cookie })).text();
    const boxes = [...asked.matchAll(/<input[^>]*name="garde"[^>]*>/g)].map(([box]) => box);
    expect(boxes.map((box) => box.includes('checked'))).toEqual([true, false, false]);
    const kept = /value="(\d+)"/.exec(boxes[0] ?? '')?.[1] ?? '';
    const chosen = { garde: kept, to: 'waitlisted', reason: 'Jauge réduite' };
    const shownAgain = await post(path(session, '/qui-reste'), chosen, { cookie });
    const preview = await shownAgain.text();
    expect(preview).toContain('2 personnes perdent leur place');
    expect(preview).toContain('2 personnes seront prévenues par courriel');
    expect(await reload(session)).toMatchObject({ seatsTaken: 3 });
    const part = [...preview.matchAll(/name="part" value="(\d+)"/g)].map(([, id]) => id ?? '');
    const done = { ...chosen, part, etape: 'confirme' };
    for (let press = 0; press < 2; press++) {
      const answer = await post(path(session, '/qui-reste'), done, { cookie });
      expect(answer.headers.get('Location')).toBe(path(session, '?fait=places'));
    }
    expect(await reload(session)).toMatchObject({ seatsTaken: 1, waitingCount: 2 });
    const tooLong = { ...chosen, reason: 'x'.repeat(501) };
    expect((await post(path(session, '/qui-reste'), tooLong, { cookie })).status).toBe(422);
  });

  it('does not silently drop another address typed for a venue that the directory knows', async () => {
    const action = String(await carriedAction());
    const typed = { ...blank, action, venueName: 'Le Phare', venueAddress: '1 rue du Port' };
    await post('/organisation/seances', typed, { cookie });
    const other = { ...typed, venueAddress: '2 rue du Port', slotDate: '2026-04-10' };
    const answer = await post('/organisation/seances', other, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="venueAddress-error"');
  });
});

describe('the other half of a hybrid session', () => {
  it('is chosen among the coming ones of the other kind, by its start', async () => {
    const session = await carriedSession();
    const { actionId } = session;
    const video = await aSession({ actionId, mode: 'online' });
    const past = await aSession({
      actionId,
      slots: [{ startsAt: now - 2 * hour, endsAt: now - hour }],
    });
    const html = await (await get(path(session, '/modification'), { cookie })).text();
    expect(html).toContain('jeudi 12 mars à 20\u00a0h – Par vidéo');
    expect(html).not.toContain(`<option value="${past.id}"`);
    const form = await formOf(path(session, '/modification'));
    const same = await aSession({ actionId });
    const refused = await post(
      path(session),
      { ...form, linkedSessionId: String(same.id) },
      { cookie },
    );
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('id="linkedSessionId-error"');
    const linked = { ...form, linkedSessionId: String(video.id) };
    expect((await post(path(session), linked, { cookie })).status).toBe(303);
    expect(await reload(video)).toMatchObject({ linkedSessionId: session.id, version: 2 });
  });
});

describe('publishing and cancelling', () => {
  it('publishes the version that was looked at', async () => {
    const session = await carriedSession({ state: 'draft', publishedAt: null });
    const page = await (await get(path(session), { cookie })).text();
    expect(page).toContain('le public ne voit pas encore cette séance');
    const rule = 'proposée pour 24\u00a0heures';
    for (const address of [path(session), path(session, '/modification')])
      expect((await (await get(address, { cookie })).text()).replaceAll(' ', '\u00a0')).toContain(
        rule.replaceAll(' ', '\u00a0'),
      );
    await db.update(sessions).set({ version: 4 }).where(eq(sessions.id, session.id));
    const stale = await post(path(session, '/publication'), { version: '1' }, { cookie });
    expect(stale.status).toBe(409);
    expect(await stale.text()).toContain('Quelqu’un d’autre a modifié cette séance');
    const answer = await post(path(session, '/publication'), { version: '4' }, { cookie });
    expect(answer.headers.get('Location')).toBe(path(session, '?fait=publiee'));
    expect((await get(`/s/${session.code}`)).status).toBe(200);
  });

  it('says how many will be told before it cancels, and carries the reason to each', async () => {
    const session = await carriedSession();
    const person = await registered(session);
    await registered(session);
    const page = await (await get(path(session, '/annulation'), { cookie })).text();
    expect(page).toContain('2 personnes seront prévenues par courriel');
    expect((await reload(session)).state).toBe('published');
    const answer = await post(
      path(session, '/annulation'),
      { version: '1', reason: 'Neige' },
      { cookie },
    );
    expect(answer.headers.get('Location')).toBe(path(session, '?fait=annulee'));
    expect(await reload(session)).toMatchObject({ state: 'cancelled', cancelReason: 'Neige' });
    expect((await mailsOf(person)).at(-1)).toMatchObject({
      kind: 'session_cancelled',
      sequence: 1,
      facts: { reason: 'Neige' },
    });
    expect((await get(path(session, '/modification'), { cookie })).status).toBe(409);
  });
});

describe('a session that is over', () => {
  it('is not cancelled any more, and nobody is told that it is', async () => {
    const session = await carriedSession();
    const person = await registered(session);
    await db
      .update(sessions)
      .set({ endsAt: now, startsAt: now - hour })
      .where(eq(sessions.id, session.id));
    for (const answer of [
      await get(path(session, '/annulation'), { cookie }),
      await post(path(session, '/annulation'), { version: '1' }, { cookie }),
    ]) {
      expect(answer.status).toBe(409);
      expect(await answer.text()).toContain('elle ne peut plus être annulée');
    }
    expect(await reload(session)).toMatchObject({ state: 'published' });
    expect(await kindsOf(person)).toEqual(['registered']);
    expect(await (await get(path(session), { cookie })).text()).not.toContain('/annulation"');
  });
});

describe('a session that did not take place', () => {
  /** Of yesterday, with who was registered for it before. */
  async function ofYesterday(people = 2) {
    const session = await carriedSession({ capacity: 2, maxCapacity: 2 });
    const registrants = [];
    for (let i = 0; i < people; i++) registrants.push(await registered(session));
    const times = { startsAt: now - day, endsAt: now - day + hour };
    await db.update(sessions).set(times).where(eq(sessions.id, session.id));
    await db.update(slots).set(times).where(eq(slots.sessionId, session.id));
    return { session, registrants };
  }
  const say = (session: { code: string }, reason = '') =>
    post(path(session, '/non-tenue'), { version: '1', reason }, { cookie });

  it('is noted as cancelled, with its people, and nobody is told', async () => {
    const { session, registrants } = await ofYesterday(3);
    const overview = await (await get(path(session), { cookie })).text();
    expect(overview).toContain(path(session, '/non-tenue'));
    const page = await (await get(path(session, '/non-tenue'), { cookie })).text();
    expect(page).toContain('aucun message ne partira');
    const atOnce = [say(session, 'Oratrice malade'), say(session, 'Oratrice malade')];
    for (const answer of [...(await Promise.all(atOnce)), await say(session)])
      expect(answer.headers.get('Location')).toBe(`${path(session)}?fait=non-tenue`);
    expect(await reload(session)).toMatchObject({
      state: 'cancelled',
      cancelReason: 'Oratrice malade',
      seatsTaken: 0,
      waitingCount: 0,
    });
    const states = await db
      .select({ state: registrations.state, endedBy: registrations.endedBy })
      .from(registrations)
      .where(eq(registrations.sessionId, session.id));
    expect(states).toEqual(Array(3).fill({ state: 'cancelled', endedBy: 'session_cancelled' }));
    for (const person of registrants.slice(0, 2))
      expect(await kindsOf(person)).toEqual(['registered']);
    // What had not left says what is not true any more.
    const waiting = await db
      .select()
      .from(outbox)
      .where(sql`session_id = ${session.id} AND state = 'queued'`);
    expect(waiting).toEqual([]);
    expect(await (await get(`/s/${session.code}`)).text()).toContain('n’a pas eu lieu');
    expect(await (await get(path(session, '/historique'), { cookie })).text()).toContain(
      'N’a pas eu lieu<',
    );
    const { report } = await findYearReport(db, 2026, { now, timeZone: zone });
    const cancelled = report.figures.find(({ key }) => key === 'sessions_cancelled');
    expect(cancelled?.lines.map(({ about }) => about)).toContainEqual({
      of: 'session',
      id: session.id,
    });
  });

  it('is none where somebody was there, nor one that is not over', async () => {
    const { session } = await ofYesterday();
    await present(session, 'Fatma Şahin', { at: now });
    const counted = await ofYesterday();
    const counts = [{ category: 'enfants', count: 12 }];
    const headcount = { kind: 'present', source: 'door', countedAt: now, counts } as const;
    await recordHeadcount(db, counted.session.id, headcount, { now, actor: 'system' });
    for (const of of [session, counted.session]) {
      for (const answer of [await get(path(of, '/non-tenue'), { cookie }), await say(of)]) {
        expect(answer.status).toBe(409);
        expect(await answer.text()).toContain('elle a eu lieu');
      }
      expect(await reload(of)).toMatchObject({ state: 'published', seatsTaken: 2 });
    }
    const coming = await carriedSession();
    expect((await say(coming)).status).toBe(409);
    expect(await reload(coming)).toMatchObject({ state: 'published' });
  });
});

describe('a session from another one', () => {
  it('takes over everything but the dates and the people', async () => {
    const session = await carriedSession({ title: 'Bilan 2025', capacity: 12, maxCapacity: 12 });
    await registered(session);
    const page = await (await get(path(session, '/copie'), { cookie })).text();
    expect(page).toContain('value="20:00"');
    const answer = await post(
      path(session, '/copie'),
      { date: '2027-03-11', from: '20:00', to: '22:00', every: 'once' },
      { cookie },
    );
    const { session: made, slots: hours } = await view(codeOf(answer));
    expect(made).toMatchObject({
      title: 'Bilan 2025',
      capacity: 12,
      state: 'draft',
      seatsTaken: 0,
    });
    expect(hours.map((slot) => toLocal(slot.startsAt, zone))).toEqual(['2027-03-11T20:00']);
  });

  it('shows the dates of a cycle before it makes them', async () => {
    const session = await carriedSession({ title: 'Relaxation' });
    const fields = { date: '2026-10-08', from: '18:00', to: '19:00', every: 'month', times: '7' };
    const shown = await post(path(session, '/copie'), fields, { cookie });
    const html = await shown.text();
    expect(html).toContain('7 séances seront créées');
    expect(html).toContain('jeudi 12 novembre');
    const titled = () => db.select().from(sessions).where(eq(sessions.title, 'Relaxation'));
    expect(await titled()).toHaveLength(1);
    const made = await post(path(session, '/copie'), { ...fields, etape: 'confirme' }, { cookie });
    expect(made.headers.get('Location')).toContain(
      '/organisation/seances?vue=brouillons&fait=copies&crees=',
    );
    const copies = (await titled()).filter(({ state }) => state === 'draft');
    // The second Thursday of each month, at 18 h on the wall, winter and summer.
    expect(copies.map(({ startsAt }) => toLocal(startsAt ?? 0, zone)).sort()).toEqual([
      '2026-10-08T18:00',
      '2026-11-12T18:00',
      '2026-12-10T18:00',
      '2027-01-14T18:00',
      '2027-02-11T18:00',
      '2027-03-11T18:00',
      '2027-04-08T18:00',
    ]);
  });

  it.each([
    [{ date: '' }, 'date'],
    [{ date: '2026-02-30' }, 'date'],
    [{ from: '' }, 'from'],
    [{ to: '19:00' }, 'to'],
    [{ every: 'week', times: '13' }, 'times'],
    [{ every: 'yearly' }, 'every'],
  ])('says at the field what is wrong: %o', async (typed, field) => {
    const session = await carriedSession();
    const fields = { date: '2026-10-08', from: '20:00', to: '22:00', every: 'once', ...typed };
    const answer = await post(path(session, '/copie'), fields, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(`id="${field}-error"`);
  });

  it('counts the fifth weekday of a month as its last', () => {
    expect(repeatDates('2026-01-29', 'month', 3)).toEqual([
      '2026-01-29',
      '2026-02-26',
      '2026-03-26',
    ]);
    expect(repeatDates('2026-03-24', 'fortnight', 2)).toEqual(['2026-03-24', '2026-04-07']);
  });

  it('keeps the hours of each slot across the change of the clocks', () => {
    const slot = (from: string, to: string) => ({
      startsAt: at(from),
      endsAt: at(to),
      precision: 'time' as const,
      minutes: null,
    });
    const moved = slotsFrom(
      [slot('2026-01-15T09:00', '2026-01-15T12:00'), slot('2026-01-17T14:00', '2026-01-17T17:00')],
      '2026-03-28',
      zone,
    );
    expect(moved.map(({ startsAt }) => toLocal(startsAt, zone))).toEqual([
      '2026-03-28T09:00',
      '2026-03-30T14:00',
    ]);
  });
});

describe('the list', () => {
  it('keeps apart what is coming, drafts, what has no date, and past years', async () => {
    const actionId = await carriedAction('Liste');
    const session = (title: string, values: Parameters<typeof aSession>[0]) =>
      aSession({ title, actionId, ...values });
    const last = { startsAt: at('2025-06-05T10:00'), endsAt: at('2025-06-05T12:00') };
    await session('Qui vient', {});
    await session('En brouillon', { state: 'draft' });
    await session('Reste à dater', { slots: [] });
    await session('Passée en 2025', { slots: [last] });
    const listed = async (query: string) => {
      const html = await (await get(`/organisation/seances?${query}`, { cookie })).text();
      return ['Qui vient', 'En brouillon', 'Reste à dater', 'Passée en 2025'].filter((title) =>
        html.includes(`>${title}<`),
      );
    };
    expect(await listed('')).toEqual(['Qui vient']);
    expect(await listed('vue=brouillons')).toEqual(['En brouillon']);
    expect(await listed('vue=sans-date')).toEqual(['Reste à dater']);
    expect(await listed('vue=passees')).toEqual([]);
    expect(await listed('vue=passees&annee=2025')).toEqual(['Passée en 2025']);
    expect(await listed('q=en+2025')).toEqual(['Passée en 2025']);
  });

  it('shows organisers their own organisation’s sessions first, and all when asked', async () => {
    await aSession({ title: 'Ailleurs' });
    const html = async (query: string) =>
      (await get(`/organisation/seances?${query}`, { cookie })).text();
    expect(await html('')).not.toContain('Ailleurs');
    const all = await html('toutes=1&q=Ailleurs');
    expect(all).toContain('Ailleurs');
    // Not theirs: it leads to the public page.
    expect(all).toMatch(/href="\/s\/\w+">Ailleurs/);
  });

  it('is paged, and a page costs the same with 3 and with 300 sessions', async () => {
    const query: ListQuery = readListQuery(() => undefined, false);
    const year = { startsAt: 0, endsAt: 0 };
    const from = now + 700 * day;
    const list = (after: string | null) =>
      metered((db) => listOwnSessions(db, { ...query, after, carrierId: null, year }, from));
    const actionId = await anAction();
    const make = async (n: number) => {
      for (let i = 0; i < n; i++) {
        const startsAt = from + (i + 1) * hour;
        await db.insert(sessions).values({
          code: `ZZ${String(i + n)
            .padStart(4, '2')
            .replaceAll('0', 'A')
            .replaceAll('1', 'B')}`,
          actionId,
          state: 'published',
          dateState: 'set',
          startsAt,
          endsAt: startsAt + hour,
          createdAt: now,
          updatedAt: now,
        });
      }
    };
    await make(40);
    const few = await list(null);
    expect(few.result.sessions).toHaveLength(30);
    const rest = await list(few.result.next);
    expect(rest.result.sessions).toHaveLength(10);
    await make(300);
    const many = await list(null);
    expect(many.bill.queries).toBe(few.bill.queries);
    expect(many.bill.rowsRead).toBeLessThanOrEqual(few.bill.rowsRead + 5);
  });
});

it('searches no further back than two thousand sessions, whoever asks and whatever is found', async () => {
  const query: ListQuery = readListQuery(() => undefined, false);
  const year = { startsAt: 0, endsAt: 0 };
  const actionId = await carriedAction('Action de la recherche');
  const add = (count: number) =>
    db.run(sql`INSERT INTO sessions (code, action_id, state, title, title_key, date_state, starts_at, ends_at,
        created_at, updated_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${count})
      SELECT 'R' || replace(replace(printf('%d', 10 * ${count} + 9 * i + 10000), '0', 'A'), '1', 'B'), ${actionId}, 'published', 'Cherchée',
        'cherchee', 'set', ${now}, ${now + hour}, ${now}, ${now} FROM n`);
  const search = (words: string, carrierId: number | null = null) =>
    metered((one) =>
      listOwnSessions(
        one,
        { ...query, search: words, carrierId, mine: carrierId !== null, year },
        now,
      ),
    );
  await add(2000);
  const [few, found] = [await search('introuvable'), await search('cherchee')];
  expect(found.result.sessions).toHaveLength(30);
  await add(1000);
  for (const many of [await search('introuvable'), await search('introuvable', own)]) {
    expect(many.result.sessions).toEqual([]);
    expect(many.bill.queries).toBe(1);
    // Each session that is looked at, with its action.
    expect(many.bill.rowsRead).toBeLessThanOrEqual(4010);
  }
  expect((await search('introuvable')).bill.rowsRead).toBeLessThanOrEqual(few.bill.rowsRead + 5);
  expect(found.bill.rowsRead).toBeLessThanOrEqual(200);
});

it('leaves in the history who created, published and changed a session', async () => {
  const action = String(await carriedAction());
  const made = codeOf(
    await post('/organisation/seances', { ...blank, action, slotDate: '2026-06-04' }, { cookie }),
  );
  await post(path({ code: made }, '/publication'), { version: '1' }, { cookie });
  const { id } = (await view(made)).session;
  const events = await db.select().from(history).where(eq(history.sessionId, id));
  expect(events.map(({ event, actor }) => [event, actor.startsWith('organiser:')])).toEqual([
    ['session_created', true],
    ['session_published', true],
  ]);
  expect((await db.select().from(slots).where(eq(slots.sessionId, id))).length).toBe(1);
  const { code } = (await view(made)).session;
  expect(await (await get(path({ code }), { cookie })).text()).toContain(
    path({ code }, '/historique'),
  );
  const page = await (await get(path({ code }, '/historique'), { cookie })).text();
  expect(page).toMatch(/Publiée[\s\S]*Camille organiser[\s\S]*Créée[\s\S]*Camille organiser/);
  // What concerns one person is not there, however many there are.
  const other = await carriedSession();
  await registered(other);
  expect(await (await get(path(other, '/historique'), { cookie })).text()).toContain(
    'Rien n’est noté.',
  );
});

it('says in the history how many were told, and nothing where nobody was', async () => {
  const session = await carriedSession();
  await registered(session);
  await registered(session);
  const gone = await registered(session);
  await db
    .update(registrations)
    .set({ email: null, emailKey: null })
    .where(eq(registrations.id, gone.id));
  await post(path(session, '/annulation'), { version: String(session.version) }, { cookie });
  const alone = await carriedSession();
  await post(path(alone, '/annulation'), { version: String(alone.version) }, { cookie });
  const pageOf = async (of: { code: string }) =>
    (await get(path(of, '/historique'), { cookie })).text();
  expect(await pageOf(session)).toContain('Annulée – courriel à 2 personnes<');
  expect(await pageOf(alone)).toContain('Annulée<');
});
