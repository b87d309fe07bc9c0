/** The first screen: what needs me, each reason with the page where it is done, within bounded rows. */
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import type { Database } from '../../src/db/client';
import { listSessionsOfDay } from '../../src/domain/catalogue/list-sessions-of-day';
import { sessions } from '../../src/domain/catalogue/schema';
import { outbox } from '../../src/domain/mail/schema';
import { listNeeds } from '../../src/domain/organisers/needs';
import { dateWatchers, parties } from '../../src/domain/registrations/schema';
import { surveys } from '../../src/domain/surveys/schema';
import { day, hour, minute } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { putMail } from '../support/outbox';
import { registered } from '../support/people';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const spanIn = (time: number) => [{ startsAt: now + time, endsAt: now + time + 2 * hour }];

let own = 0;
let cookie = '';
let actionId = 0;
beforeAll(async () => {
  own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
  actionId = await anAction({ title: 'Ateliers' });
  await carries(own, actionId);
});
const mine = (values: Parameters<typeof aSession>[0]) => aSession({ actionId, ...values });
const codes = (list: { code: string }[]) => list.map(({ code }) => code);
const needs = () => listNeeds(db, own, now);

it('says that nothing waits when nothing does, and shows a reader nothing to decide', async () => {
  expect(await (await get('/organisation', { cookie })).text()).toContain('Rien ne vous attend.');
  const reader = await signedInCookie((await anAccount('reader')).id);
  expect(await (await get('/organisation', { cookie: reader })).text()).not.toContain(
    'Ce qui vous attend',
  );
});

describe('the sessions of the day', () => {
  const page = async (as = cookie) => (await get('/organisation', { cookie: as })).text();

  it('lead to the door and to the list, from the first half-day to the last minute of the day', async () => {
    const open = await mine({
      slots: spanIn(-hour),
      title: 'Allaiter en paix',
    });
    const training = await mine({
      slots: [-day, 0, 14 * day].map((shift) => ({
        startsAt: now + shift,
        endsAt: now + shift + hour,
      })),
      title: 'Formation en trois jours',
    });
    const online = await mine({ slots: spanIn(2 * hour), mode: 'online', title: 'Le sommeil' });
    const html = await page();
    for (const { code } of [open, training, online])
      expect(html).toContain(`href="/organisation/seances/${code}/emargement"`);
    for (const { code } of [open, training])
      expect(html).toContain(`href="/organisation/seances/${code}/porte"`);
    expect(html).not.toContain(`href="/organisation/seances/${online.code}/porte"`);
    // Said once: not again among those to come.
    expect(html.split('Le sommeil</a>')).toHaveLength(2);
    const reader = await signedInCookie((await anAccount('reader')).id);
    const read = await page(reader);
    expect(read).toContain('Allaiter en paix');
    expect(read).not.toContain('/emargement');
    for (const { id } of [open, training, online])
      await db.update(sessions).set({ state: 'cancelled' }).where(eq(sessions.id, id));
  });

  it('are those of the local day, of one’s own organisation, and of days on which something takes place', async () => {
    const far = [-2 * day, 2 * day].map((shift) => ({
      startsAt: now + shift,
      endsAt: now + shift + hour,
    }));
    const made = [
      await mine({ slots: far, title: 'Un jour de relâche' }),
      await mine({ slots: spanIn(day), title: 'Demain' }),
      await mine({ slots: spanIn(-day), title: 'Hier' }),
      await mine({ slots: spanIn(0), title: 'Brouillon du jour', state: 'draft' }),
      await aSession({ slots: spanIn(0), title: 'Chez les autres' }),
    ];
    expect(await page()).not.toContain('Les séances du jour');
    for (const { id } of made)
      await db.update(sessions).set({ state: 'cancelled' }).where(eq(sessions.id, id));
  });
});

describe('a session under its minimum as the date nears', () => {
  it('asks for one decision, go or no-go, and not again once it was taken', async () => {
    const near = await mine({ slots: spanIn(5 * day), minSeats: 4, title: 'Massage' });
    await mine({ slots: spanIn(30 * day), minSeats: 4 });
    await mine({ slots: spanIn(6 * day), minSeats: 1, seatsTaken: 1 });
    await aSession({ slots: spanIn(5 * day), minSeats: 4 });
    expect(codes((await needs()).underMinimum)).toEqual([near.code]);
    const page = await (await get('/organisation', { cookie })).text();
    expect(page).toContain('Aucune place prise, pour un minimum de 4');
    expect(page).toContain(`/organisation/seances/${near.code}/annulation`);
    const answer = await post(
      `/organisation/seances/${near.code}/maintien`,
      { version: '1' },
      { cookie },
    );
    expect(answer.headers.get('Location')).toContain('fait=maintenue');
    expect((await needs()).underMinimum).toEqual([]);
  });

  it('decides only on what was looked at', async () => {
    const session = await mine({ slots: spanIn(5 * day), minSeats: 4, version: 3 });
    const path = `/organisation/seances/${session.code}/maintien`;
    expect((await post(path, { version: '2' }, { cookie })).status).toBe(409);
    expect(codes((await needs()).underMinimum)).toEqual([session.code]);
    await db.update(sessions).set({ keptAt: now }).where(eq(sessions.id, session.id));
  });
});

it('shows offers about to lapse, eligibility to check, mails that failed, attendance and awaited dates', async () => {
  const offered = await mine({ slots: spanIn(3 * day) });
  await db.insert(parties).values({
    reference: 'offer',
    sessionId: offered.id,
    state: 'offered',
    seats: 1,
    offeredAt: now,
    offerExpiresAt: now + hour,
    createdAt: now,
  });
  const checked = await mine({ slots: spanIn(4 * day), checksEligibility: true });
  await registered(checked);
  const failed = await mine({ slots: spanIn(6 * day) });
  await putMail(db, { sessionId: failed.id, state: 'failed' });
  await putMail(db, { sessionId: failed.id, state: 'sent' });
  const over = await mine({ slots: spanIn(-2 * day), seatsTaken: 3 });
  await mine({ slots: spanIn(-2 * day), seatsTaken: 0 });
  await mine({ slots: spanIn(-90 * day), seatsTaken: 3 });
  const undated = await mine({ slots: [] });
  await mine({ slots: [] });
  await db.insert(dateWatchers).values({
    reference: 'watcher',
    sessionId: undated.id,
    firstName: 'Zoé',
    email: 'zoe@example.org',
    emailKey: 'zoe@example.org',
    consentAt: now,
  });
  await db.insert(surveys).values(
    [over, checked].map(({ id }, n) => ({
      sessionId: id,
      moment: 'after' as const,
      state: 'open' as const,
      questions: [],
      roomCode: `ABCD2${n + 2}`,
      createdAt: now,
    })),
  );
  expect(await needs()).toMatchObject({
    openSurveys: [{ code: over.code }],
    offers: [{ code: offered.code, count: 1, lapsesAt: now + hour }],
    toCheck: [{ code: checked.code, count: 1 }],
    failedMails: [{ code: failed.code, count: 1 }],
    undated: [{ code: undated.code, count: 1 }],
  });
  const html = await (await get('/organisation', { cookie })).text();
  for (const href of [
    `${offered.code}/inscriptions`,
    `${checked.code}/inscriptions`,
    `${over.code}/emargement`,
    `${over.code}/questionnaires/fin/saisie`,
    `${undated.code}/modification`,
  ])
    expect(html).toContain(`/organisation/seances/${href}`);
  expect(html).toContain('/organisation/courriels?etat=failed');
  // Another organisation sees none of it.
  const elsewhere = await listNeeds(db, await anOrganisation('Ailleurs'), now);
  expect(Object.values(elsewhere).flat()).toEqual([]);
});

it('costs the same with a few and with 300 other sessions, drafts and mails sent', async () => {
  const screen = (database: Database) =>
    Promise.all([
      listNeeds(database, null, now),
      listSessionsOfDay(database, { startsAt: now - 10 * hour, endsAt: now + 14 * hour }, null),
    ]);
  const few = await metered(screen);
  for (let n = 0; n < 300; n++) {
    await mine({ slots: spanIn((n % 2 ? 20 + n : -100 - n) * day) });
    if (n % 3 === 0) await putMail(db, { state: 'sent' });
  }
  const many = await metered(screen);
  expect(many.bill.queries).toBe(few.bill.queries);
  expect(many.bill.rowsRead).toBeLessThanOrEqual(few.bill.rowsRead + 5);
});

describe('mails that do not go', () => {
  const today = async (as = cookie) => (await get('/organisation', { cookie: as })).text();

  it('says that they wait, since when and why, and tries again at a press', async () => {
    await db.delete(outbox);
    const session = await mine({ slots: spanIn(day) });
    const mail = { sessionId: session.id, createdAt: now - 20 * minute } as const;
    // Not tried, or tried for a moment only: a queue at work.
    await putMail(db, { sessionId: session.id, attempts: 3, lastError: '451 wait' });
    expect((await needs()).waitingMails).toEqual([]);
    await putMail(db, mail);
    expect((await needs()).waitingMails).toEqual([]);
    await putMail(db, {
      ...mail,
      createdAt: now - 90 * minute,
      attempts: 4,
      lastError: 'connect ECONNREFUSED 127.0.0.1:8825',
      nextAttemptAt: now + hour,
    });
    const lastError = 'connect ECONNREFUSED 127.0.0.1:8825';
    expect((await needs()).waitingMails).toEqual([
      { count: 2, since: now - 90 * minute, lastError },
    ]);
    const page = await today();
    expect(page).toContain('2 courriels attendent depuis plus de 10 minutes');
    expect(page).toContain('Le serveur de courrier ne répond pas.');
    expect((await listNeeds(db, await anOrganisation('Voisins'), now)).waitingMails).toEqual([]);
    await post('/organisation/courriels/essai', {}, { cookie });
    expect(await today()).not.toContain('attendent depuis plus');
  });

  it('shows a failure for a month, after its session too, and to administrators without one', async () => {
    await db.delete(outbox);
    const over = await mine({ slots: spanIn(-3 * day) });
    const failed = { state: 'failed', lastError: '550' } as const;
    const { id } = await putMail(db, { ...failed, sessionId: over.id });
    await putMail(db, { ...failed, kind: 'account_invitation' });
    await putMail(db, { ...failed, kind: 'login_link' });
    await putMail(db, { ...failed, sessionId: over.id, createdAt: now - 31 * day });
    expect((await needs()).failedMails).toMatchObject([{ code: over.code, count: 1 }]);
    expect((await listNeeds(db, null, now)).failedMails).toMatchObject([
      { code: null, title: null, count: 1 },
      { code: over.code, count: 1 },
    ]);
    const admin = await signedInCookie((await anAccount('administrator')).id);
    expect(await today(admin)).toContain('Sans séance (comptes, attestations)');
    expect(await today()).toContain(`/organisation/courriels?etat=failed&amp;seance=${over.code}`);
    await post(`/organisation/courriels/${id}/regle`, {}, { cookie });
    expect((await needs()).failedMails).toEqual([]);
  });
});
