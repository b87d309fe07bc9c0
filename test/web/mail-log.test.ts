/** The mail log: who sees what of it, why a mail failed, and sending it again. */
import { eq } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { sessions } from '../../src/domain/catalogue/schema';
import { listMails } from '../../src/domain/mail/log';
import { failureReason } from '../../src/domain/mail/reasons';
import { outbox } from '../../src/domain/mail/schema';
import { kinds } from '../../src/domain/messages/kinds';
import { texts } from '../../src/i18n';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, signedInCookie } from '../support/organisers';
import { putMail } from '../support/outbox';
import { registered } from '../support/people';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const path = '/organisation/courriels';
let cookie = '';
let admin = '';
let actionId = 0;
let sessionId = 0;
let elsewhere = 0;
beforeAll(async () => {
  const own = await anOrganisation('Reseda');
  cookie = await signedInCookie((await anAccount('organiser', { organisationId: own })).id);
  admin = await signedInCookie((await anAccount('administrator')).id);
  actionId = await anAction();
  await carries(own, actionId);
  sessionId = (await aSession({ actionId, title: 'Massage bébé' })).id;
  elsewhere = (await aSession()).id;
});
const page = async (query: string, as = cookie) =>
  (await get(`${path}?${query}`, { cookie: as })).text();

it('has a name for every kind of mail but the sign-in link, which it does not list', () => {
  const named = Object.keys(texts('fr').mails.kinds);
  expect(named.sort()).toEqual(
    Object.keys(kinds)
      .filter((kind) => kind !== 'login_link')
      .sort(),
  );
});

it('shows organisers the mails of their sessions, and administrators all but sign-in links', async () => {
  const mail = { state: 'failed', lastError: '550 no such mailbox', attempts: 1 } as const;
  await putMail(db, { ...mail, sessionId, recipient: 'ours@example.org' });
  await putMail(db, { ...mail, sessionId: elsewhere, recipient: 'theirs@example.org' });
  await putMail(db, { ...mail, kind: 'login_link', recipient: 'login@example.org' });
  await putMail(db, { sessionId, recipient: 'waits@example.org' });
  await putMail(db, { sessionId, state: 'sent', sentAt: now, recipient: 'got-it@example.org' });
  const all = ['ours', 'theirs', 'login', 'waits', 'got-it'];
  const shown = (html: string) => all.filter((who) => html.includes(`${who}@example.org`));
  const failed = await page('');
  expect(shown(failed)).toEqual(['ours']);
  expect(failed).toMatch(/1 essai\s: 550 no such mailbox/);
  expect(failed).toContain('Massage bébé');
  expect(shown(await page('', admin))).toEqual(['ours', 'theirs']);
  expect(shown(await page('etat=queued'))).toEqual(['waits']);
  expect(shown(await page('etat=sent'))).toEqual(['got-it']);
});

it('sends again what failed, once, and nothing of another organisation', async () => {
  const failed = { state: 'failed', lastError: 'timeout', attempts: 8 } as const;
  const { id } = await putMail(db, { ...failed, sessionId });
  const { id: other } = await putMail(db, { ...failed, sessionId: elsewhere });
  expect((await post(`${path}/${other}/renvoi`, {}, { cookie })).status).toBe(404);
  const answer = await post(`${path}/${id}/renvoi`, {}, { cookie });
  expect(answer.headers.get('Location')).toBe(`${path}?fait=renvoi`);
  const [row] = await db.select().from(outbox).where(eq(outbox.id, id));
  expect(row).toMatchObject({ state: 'sent', attempts: 1, lastError: null });
  // Delivered: a second press says the same, and sends nothing.
  const again = await post(`${path}/${id}/renvoi`, {}, { cookie });
  expect(again.headers.get('Location')).toBe(`${path}?fait=renvoi`);
  expect(await db.select().from(outbox).where(eq(outbox.id, id))).toEqual([row]);
});

it('is paged, and a page costs no more among 300 mails than among 60', async () => {
  const list = () =>
    metered((one) => listMails(one, { state: 'failed', carrierId: null, before: null }));
  for (let n = 0; n < 60; n++) await putMail(db, { state: 'failed', sessionId });
  const few = await list();
  expect(few.result.mails).toHaveLength(50);
  expect(few.result.next).toBe(few.result.mails.at(-1)?.id);
  for (let n = 0; n < 300; n++) await putMail(db, { state: n % 2 ? 'sent' : 'failed', sessionId });
  const many = await list();
  expect(many.bill.rowsRead).toBeLessThanOrEqual(few.bill.rowsRead + 5);
});

it('says why in plain words, leads to the registration, and lets a failure be dealt with', async () => {
  const registration = await registered(await aSession({ actionId, title: 'Portage' }));
  await db.update(outbox).set({ state: 'superseded' });
  const { id } = await putMail(db, {
    state: 'failed',
    lastError: '550 5.1.1 no such user',
    attempts: 1,
    sessionId: registration.sessionId,
    registrationId: registration.id,
    holderVersion: 1,
  });
  await putMail(db, { state: 'failed', sessionId, recipient: 'another@example.org' });
  const [session] = await db
    .select({ code: sessions.code })
    .from(sessions)
    .where(eq(sessions.id, registration.sessionId));
  const code = session?.code;
  const shown = await page(`etat=failed&seance=${code}`);
  expect(shown).toContain('Cette adresse n’existe pas');
  expect(shown).toContain(`href="/organisation/inscriptions/${registration.id}"`);
  expect(shown).not.toContain('another@example.org');
  const answer = await post(`${path}/${id}/regle`, {}, { cookie });
  expect(answer.headers.get('Location')).toBe(`${path}?fait=regle`);
  expect(await page(`etat=failed&seance=${code}`)).toContain('Réglé ');
});

it('says why an untrue mail does not go again, and tries at once what waits', async () => {
  const registration = await registered(await aSession({ actionId }));
  const mail = {
    sessionId: registration.sessionId,
    registrationId: registration.id,
    holderVersion: 1,
  };
  const { id } = await putMail(db, { ...mail, state: 'failed', lastError: '550' });
  await putMail(db, { ...mail, kind: 'cancelled', state: 'sent' });
  const refused = await post(`${path}/${id}/renvoi`, {}, { cookie });
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('il ne dit plus ce qui est vrai');
  await db.delete(outbox);
  const waits = await putMail(db, {
    sessionId,
    attempts: 9,
    lastError: 'connect ECONNREFUSED 127.0.0.1:8825',
    nextAttemptAt: now + 3_600_000,
  });
  const theirs = await putMail(db, { sessionId: elsewhere, nextAttemptAt: now + 3_600_000 });
  const shown = await page('etat=queued');
  expect(shown).toContain('Le serveur de courrier ne répond pas.');
  expect(shown).toContain('Réessayer maintenant');
  await post(`${path}/essai`, {}, { cookie });
  const [row] = await db.select().from(outbox).where(eq(outbox.id, waits.id));
  expect(row).toMatchObject({ state: 'sent' });
  const [other] = await db.select().from(outbox).where(eq(outbox.id, theirs.id));
  expect(other).toMatchObject({ state: 'queued', nextAttemptAt: now + 3_600_000 });
});

it('reads the usual causes from the words of servers', () => {
  const said = {
    'connect ECONNREFUSED 127.0.0.1:8825': 'unreachable',
    'getaddrinfo ENOTFOUND smtp.exemple.fr': 'unreachable',
    'Greeting never received': 'unreachable',
    '535 5.7.8 Error: authentication failed': 'sign_in',
    '421 4.7.0 Too many connections': 'limit',
    'E_RECIPIENT_SUPPRESSED suppressed': 'suppressed',
    '550 5.1.1 <…>: Recipient address rejected: User unknown': 'no_mailbox',
    '552 5.2.2 Over quota': 'mailbox_full',
    '554 5.7.1 Message rejected as spam': 'refused',
    '451 4.3.0 <…>: mailbox busy': 'later',
    'The sending stopped before the server answered.': 'stopped',
    'A fault of the software: Error': 'fault',
    Quoi: 'other',
  };
  expect(Object.keys(said).map((words) => [words, failureReason(words)])).toEqual(
    Object.entries(said),
  );
});
