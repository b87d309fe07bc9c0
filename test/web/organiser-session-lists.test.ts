/** What organisers' pages say of sessions that are past, without hours, without a date, or at midnight. */
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { recordHeadcount } from '../../src/domain/attendance/headcount';
import { findSession } from '../../src/domain/catalogue/find-session';
import { sessions, slots } from '../../src/domain/catalogue/schema';
import { outbox } from '../../src/domain/mail/schema';
import { dateWatchers, registrations } from '../../src/domain/registrations/schema';
import { hour, toInstant, toLocal } from '../../src/lib/dates';
import { links } from '../../src/links';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { fieldsOf } from '../support/forms';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { visit } from '../support/web';

const zone = 'Europe/Paris';
const at = (local: string) => toInstant(local, zone);
const app = createApp({ clock: () => now });
const { get, post } = visit(app);

let own = 0;
let cookie = '';
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
});

async function carried(values: Parameters<typeof aSession>[0] = {}) {
  const session = await aSession(values);
  await carries(own, session.actionId);
  return session;
}
const page = async (address: string) => (await get(address, { cookie })).text();
const path = ({ code }: { code: string }, rest = '') => `/organisation/seances/${code}${rest}`;

describe('the past', () => {
  it('opens on the last year that has something, and says which year has nothing', async () => {
    expect(await page('/organisation/seances?vue=passees')).toContain(
      'Aucune séance passée en 2026.',
    );
    const held = { startsAt: at('2024-05-23T20:00'), endsAt: at('2024-05-23T22:00') };
    await carried({ title: 'Sommeil du tout-petit', slots: [held] });
    const html = await page('/organisation/seances?vue=passees');
    expect(html).toContain('Sommeil du tout-petit');
    expect(html).toMatch(/aria-current="page">2024</);
    expect(await page('/organisation/seances?vue=passees&annee=2025')).toContain(
      'Aucune séance passée en 2025.',
    );
  });

  it('says who came instead of places, and where nobody noted it', async () => {
    const held = { startsAt: at('2022-05-23T20:00'), endsAt: at('2022-05-23T22:00') };
    const counted = await carried({ title: 'Comptée', slots: [held], capacity: 15 });
    await carried({ title: 'Oubliée', slots: [held], capacity: 15 });
    await carried({ title: 'Annulée', slots: [held], state: 'cancelled' });
    const categories = [
      { category: 'enfants', count: 117 },
      { category: 'parents', count: 16 },
    ];
    await recordHeadcount(
      db,
      counted.id,
      { kind: 'present', source: 'door', counts: categories, countedAt: held.endsAt },
      { now, actor: 'system' },
    );
    const html = await page('/organisation/seances?vue=passees&annee=2022');
    const row = (title: string) => html.split('<tr').find((each) => each.includes(title)) ?? '';
    expect(row('Comptée')).toContain('133 participations');
    expect(row('Oubliée')).toContain('présences à noter');
    expect(row('Annulée')).not.toContain('présences');
    expect(row('Comptée')).not.toContain('présences');
  });

  it('says a day that was noted without hours as a day', async () => {
    const wholeDay = { startsAt: at('2025-12-21T00:00'), endsAt: at('2025-12-21T23:59') };
    const session = await carried({ title: 'Notée au jour', slots: [wholeDay] });
    const noted = eq(slots.sessionId, session.id);
    await db.update(slots).set({ precision: 'day' }).where(noted);
    for (const address of ['/organisation/seances?vue=passees&annee=2025', path(session)]) {
      const html = await page(address);
      expect(html).toContain('dimanche 21 décembre 2025');
      expect(html).not.toMatch(/de 0\u00a0h|2025, 0/);
    }
    await db.update(slots).set({ precision: 'afternoon' }).where(noted);
    expect(await page(path(session))).toContain('dimanche 21 décembre 2025, l’après-midi');
  });
});

describe('sessions without a date', () => {
  const undated = { slots: [], capacity: 12 };
  async function watched() {
    const session = await carried(undated);
    for (const name of ['ana', 'bea'])
      await db.insert(dateWatchers).values({
        reference: `${name}-${session.code}`,
        sessionId: session.id,
        firstName: name,
        email: `${name}@exemple.fr`,
        emailKey: `${name}@exemple.fr`,
        consentAt: now,
      });
    return session;
  }
  const due = async ({ id }: { id: number }) =>
    db.$count(dateWatchers, sql`session_id = ${id} AND due_at IS NOT NULL`);

  it('list the cancelled ones too', async () => {
    await carried({ ...undated, title: 'Portage annulé', state: 'cancelled', cancelledAt: now });
    expect(await page('/organisation/seances?vue=sans-date')).toContain('Portage annulé');
  });

  it('say who waits for the date, and ask before the date goes out to them', async () => {
    const session = await watched();
    expect(await page(path(session))).toContain('2 personnes attendent la date');
    const form = fieldsOf(await page(path(session, '/modification')));
    const dated = {
      ...form,
      dateState: 'set',
      slotDate: '2026-04-02',
      slotFrom: '18:00',
      slotTo: '20:00',
    };
    const asked = await post(path(session), dated, { cookie });
    expect(asked.status).toBe(200);
    const html = await asked.text();
    expect(html).toContain('2 personnes ont demandé à connaître la date');
    expect(html).toContain('Enregistrer et prévenir 2 personnes');
    expect(await due(session)).toBe(0);
    const saved = await post(path(session), { ...dated, etape: 'confirme' }, { cookie });
    expect(saved.headers.get('Location')).toBe(path(session, '?fait=datee'));
    expect(await due(session)).toBe(2);
  });

  it('say before a cancellation that they are told', async () => {
    const session = await watched();
    const html = await page(path(session, '/annulation'));
    expect(html).toContain('2 personnes qui attendent la date seront prévenues par courriel.');
    expect(html).toContain('Annuler la séance et prévenir 2 personnes');
    expect(html).not.toContain('aucun message');
  });
});

describe('a copy', () => {
  it('of an evening that lasts until midnight ends at midnight', async () => {
    const session = await carried({
      slots: [{ startsAt: at('2026-03-12T20:00'), endsAt: at('2026-03-13T00:00') }],
    });
    const form = fieldsOf(await page(path(session, '/copie')));
    expect([form.from, form.to]).toEqual([['20:00'], ['00:00']]);
    const answer = await post(path(session, '/copie'), { ...form, date: '2026-10-08' }, { cookie });
    expect(answer.status).toBe(303);
    const code = /seances\/([2-9A-Z]{6})/.exec(answer.headers.get('Location') ?? '')?.[1] ?? '';
    const made = await findSession(db, code);
    expect(toLocal(made?.session.endsAt ?? 0, zone)).toBe('2026-10-09T00:00');
  });

  it('asks how often only where it repeats', async () => {
    const html = await page(path(await carried(), '/copie'));
    expect(html).toContain('Nombre de séances, si elle se répète');
    expect(html).not.toMatch(/si elle se répète\s*<[^>]*>[^<]*facultatif/);
  });
});

it('takes a number of seats in figures only', async () => {
  const session = await carried();
  const form = fieldsOf(await page(path(session, '/modification')));
  for (const capacity of ['0x10', '1e1', '12,5']) {
    const answer = await post(path(session), { ...form, capacity }, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="capacity-error"');
  }
});

it('takes twenty slots, and no more', async () => {
  const session = await carried();
  const form = fieldsOf(await page(path(session, '/modification')));
  const times = (count: number, part: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => part(n));
  const typed = (count: number) => ({
    ...form,
    etape: 'confirme',
    slotDate: times(count, (n) => `2026-04-${String(n + 1).padStart(2, '0')}`),
    slotFrom: times(count, () => '09:00'),
    slotTo: times(count, () => '12:00'),
  });
  const refused = await post(path(session), typed(21), { cookie });
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('Indiquez 20 créneaux au plus.');
  expect((await post(path(session), typed(20), { cookie })).status).toBe(303);
});

it('leads from an action without sessions to its first one', async () => {
  const actionId = await anAction();
  await carries(own, actionId);
  expect(await page(`/organisation/actions/${actionId}`)).toContain(
    `href="/organisation/seances/nouvelle?action=${actionId}"`,
  );
});

describe('a date', () => {
  const creating = {
    dateState: 'set',
    mode: 'in_person',
    visibility: 'public',
    seatsPerRegistration: '1',
    slotFrom: '20:00',
    slotTo: '22:00',
    slotStored: '',
  };
  async function create(fields: Record<string, string>) {
    const action = await anAction();
    await carries(own, action);
    const typed = { ...creating, action: String(action), ...fields };
    return post('/organisation/seances', typed, { cookie });
  }

  it('that is past is asked about before it is saved, and said before it is published', async () => {
    const asked = await create({ slotDate: '2020-12-03' });
    expect(asked.status).toBe(200);
    expect(await asked.text()).toContain('Cette date est passée.');
    const saved = await create({ slotDate: '2020-12-03', etape: 'confirme' });
    expect(await page(saved.headers.get('Location') ?? '')).toContain('Cette date est passée.');
    const session = await carried();
    const copied = { date: '2020-12-03', from: '20:00', to: '22:00', every: 'once' };
    const preview = await post(path(session, '/copie'), copied, { cookie });
    expect(preview.status).toBe(200);
    expect(await preview.text()).toContain('Cette date est passée.');
    expect((await create({ slotDate: '2026-12-03' })).status).toBe(303);
  });

  it.each([
    [{ slotDate: '0001-01-01' }, 'slotDate-0', 'Vérifiez l’année'],
    [{ slotDate: '9999-12-31' }, 'slotDate-0', 'Vérifiez l’année'],
    [{ slotDate: '2027-03-28', slotFrom: '02:30', slotTo: '04:00' }, 'slotFrom-0', 'n’existe pas'],
    [{ slotDate: '2027-03-28', slotFrom: '01:00', slotTo: '02:15' }, 'slotTo-0', 'n’existe pas'],
  ])('that cannot be meant, %o, is refused at %s', async (typed, field, text) => {
    const answer = await create(typed);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain(`id="${field}-error"`);
    expect(html).toContain(text);
  });

  it('that cannot be meant is refused for a copy too', async () => {
    const session = await carried();
    const copied = { date: '9999-03-12', from: '20:00', to: '22:00', every: 'once' };
    expect((await post(path(session, '/copie'), copied, { cookie })).status).toBe(422);
    const skipped = { ...copied, date: '2027-03-28', from: '02:30' };
    const answer = await post(path(session, '/copie'), skipped, { cookie });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('id="from-error"');
  });
});

describe('someone who is added afterwards', () => {
  it('gets no confirmation of an evening that is over', async () => {
    const session = await carried({
      slots: [{ startsAt: now - 26 * hour, endsAt: now - 24 * hour }],
    });
    const address = path(session, '/inscriptions/nouvelle');
    expect(await page(address)).toContain('Cette séance est passée');
    const form = fieldsOf((await page(address)).replace(address, '/organisation/seances'));
    const typed = { ...form, firstName: 'Zoé', lastName: 'Arnaud', email: 'zoe@exemple.fr' };
    expect((await post(address, typed, { cookie })).status).toBe(303);
    const mails = sql`session_id = ${session.id}`;
    expect(await db.$count(registrations, mails)).toBe(1);
    expect(await db.$count(outbox, mails)).toBe(0);
  });

  it('is not said to have been told that their place was checked', async () => {
    const session = await carried({ checksEligibility: true });
    const { id } = await registered(session);
    await db.update(sessions).set({ endsAt: now }).where(eq(sessions.id, session.id));
    const path = `/organisation/inscriptions/${id}`;
    const answer = await post(`${path}/eligibilite`, { eligible: '1' }, { cookie });
    expect(answer.headers.get('Location')).toBe(`${path}?fait=confirmation`);
  });
});

describe('a cancelled session', () => {
  it('offers no more what only a coming one needs, and its poster says that it is cancelled', async () => {
    const session = await carried({ state: 'cancelled', cancelledAt: now });
    const overview = await page(path(session));
    expect(overview).not.toContain('Ouvertes dès la publication');
    expect(overview).not.toContain(links.poster(session.code));
    expect(await page(path(session, '/inscriptions'))).not.toContain('/inscriptions/nouvelle');
    const form = await get(path(session, '/inscriptions/nouvelle'), { cookie });
    expect(form.headers.get('Location')).toBe(path(session, '/inscriptions'));
    expect(await page(path(session, '/invitations'))).toContain('on n’y invite plus');
    expect(await page(links.poster(session.code))).toMatch(/Annulé\s: /);
  });
});

it('says one number of places above the capacity on the overview and the list', async () => {
  const session = await carried({ capacity: 3, maxCapacity: 4 });
  for (let n = 0; n < 3; n++) await registered(session);
  await db.update(sessions).set({ capacity: 1, maxCapacity: 2 }).where(eq(sessions.id, session.id));
  for (const rest of ['', '/inscriptions'])
    expect(await page(path(session, rest))).toMatch(
      /2 places (sont prises )?au-delà de la capacité/,
    );
});
