import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findSession } from '../../src/domain/catalogue/find-session';
import { outbox } from '../../src/domain/mail/schema';
import { requireAction, requireCarrier } from '../../src/domain/organisers/access';
import {
  changeAccount,
  disableAccount,
  enableAccount,
  findAccount,
  inviteAccount,
} from '../../src/domain/organisers/accounts';
import { correctInvitedAddress, resendInvitation } from '../../src/domain/organisers/invitation';
import {
  isLinkOpen,
  linkLifetime,
  loginLifetime,
  loginLinkToken,
  requestLoginLink,
  signIn,
} from '../../src/domain/organisers/login-link';
import { endLogin, findLogin, listLogins, renewLogin } from '../../src/domain/organisers/logins';
import { mayManage } from '../../src/domain/organisers/permissions';
import { accounts, loginLinks, logins } from '../../src/domain/organisers/schema';
import { history } from '../../src/domain/registrations/schema';
import { day } from '../../src/lib/dates';
import { Forbidden, NotFound } from '../../src/lib/errors';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { anAccount, anOrganisation, carries, secret } from '../support/organisers';

const site = { now, adminEmail: 'Admin@Exemple.fr' };
const ask = (email: string, at = now) =>
  requestLoginLink(
    db,
    { email, locale: 'fr', returnPath: '/organisation/personnes' },
    { ...site, now: at },
  );
const mailsTo = (recipient: string) =>
  db.select().from(outbox).where(eq(outbox.recipient, recipient));

async function lastToken(recipient: string): Promise<string> {
  const mail = (await mailsTo(recipient)).at(-1);
  return loginLinkToken(secret, String(mail?.facts.reference));
}

it('gives the first administrator their account at the first request of that address', async () => {
  await ask(' admin@exemple.FR');
  await ask('admin@exemple.fr');
  const found = await db.select().from(accounts).where(eq(accounts.emailKey, 'admin@exemple.fr'));
  expect(found.map(({ email, role }) => ({ email, role }))).toEqual([
    { email: 'Admin@Exemple.fr', role: 'administrator' },
  ]);
  expect(await mailsTo('Admin@Exemple.fr')).toHaveLength(2);
});

it('mails nothing to an address without an account, nor to one disabled, at the same cost', async () => {
  const known = await anAccount('reader');
  const disabled = await anAccount('reader', { disabledAt: now });
  await ask('personne@exemple.fr');
  await ask(disabled.email);
  await ask(known.email);
  expect(await mailsTo('personne@exemple.fr')).toEqual([]);
  expect(await mailsTo(disabled.email)).toEqual([]);
  expect(await mailsTo(known.email)).toMatchObject([
    { kind: 'login_link', facts: { name: known.name, expiresAt: now + linkLifetime } },
  ]);
  const queries = async (email: string) =>
    (
      await metered((database) =>
        requestLoginLink(database, { email, locale: 'fr', returnPath: '/organisation' }, site),
      )
    ).bill.queries;
  expect(await queries('personne@exemple.fr')).toBe(await queries(known.email));
});

it('stores no token: neither the link nor the cookie can be read in the database', async () => {
  const account = await anAccount('organiser', { organisationId: await anOrganisation('Reseda') });
  await ask(account.email);
  const token = await lastToken(account.email);
  const signedIn = await signIn(db, { token, browser: 'Firefox' }, { now, secret });
  if (!signedIn.ok) throw new Error(signedIn.reason);
  const all = JSON.stringify([
    await db.select().from(loginLinks),
    await db.select().from(logins),
    await db.select().from(outbox),
  ]);
  expect(all.includes(token)).toBe(false);
  expect(all.includes(signedIn.token)).toBe(false);
});

it('opens one sign-in with a link, however many ask at once', async () => {
  const account = await anAccount('administrator');
  await ask(account.email);
  const token = await lastToken(account.email);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => signIn(db, { token, browser: '' }, { now, secret })),
  );
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
  expect(await listLogins(db, account.id, now)).toHaveLength(1);
  expect(await isLinkOpen(db, secret, token, now)).toBe(false);
});

it('keeps a link open for 15 minutes, and looking at it changes nothing', async () => {
  const account = await anAccount('administrator');
  await ask(account.email);
  const token = await lastToken(account.email);
  expect(await isLinkOpen(db, secret, token, now + linkLifetime - 1)).toBe(true);
  expect(await isLinkOpen(db, secret, token, now + linkLifetime)).toBe(false);
  const late = await signIn(db, { token, browser: '' }, { now: now + linkLifetime, secret });
  expect(late).toEqual({ ok: false, reason: 'link_not_valid' });
  const forged = `${token.slice(0, 22)}${'A'.repeat(24)}`;
  expect(await signIn(db, { token: forged, browser: '' }, { now, secret })).toEqual(late);
  const good = await signIn(db, { token, browser: '' }, { now, secret });
  expect(good).toMatchObject({ ok: true, returnPath: '/organisation/personnes' });
});

it('does not let anyone flood a mailbox through the sign-in page', async () => {
  const account = await anAccount('reader');
  for (let i = 0; i < 8; i++) await ask(account.email);
  expect(await mailsTo(account.email)).toHaveLength(5);
  await ask(account.email, now + linkLifetime);
  expect(await mailsTo(account.email)).toHaveLength(6);
});

async function anOpenLogin(accountEmail: string) {
  await ask(accountEmail);
  const token = await lastToken(accountEmail);
  const outcome = await signIn(db, { token, browser: 'Firefox' }, { now, secret });
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.token;
}

it('keeps a sign-in for 30 days after its last use', async () => {
  const account = await anAccount('reader');
  const token = await anOpenLogin(account.email);
  const at = (time: number) => findLogin(db, token, { now: time, secret });
  expect(await at(now + loginLifetime)).toBeNull();
  const found = await at(now + 20 * day);
  if (!found) throw new Error('no login');
  await renewLogin(db, found.login, now + 20 * day);
  expect((await at(now + 45 * day))?.account.id).toBe(account.id);
  expect(await at(now + 50 * day)).toBeNull();
});

it('lets people close their own sign-ins and nobody else’s', async () => {
  const account = await anAccount('reader');
  const other = await anAccount('reader');
  const token = await anOpenLogin(account.email);
  const [login] = await listLogins(db, account.id, now);
  if (!login) throw new Error('no login');
  await endLogin(db, other.id, login.id);
  expect(await findLogin(db, token, { now, secret })).not.toBeNull();
  await endLogin(db, account.id, login.id);
  expect(await findLogin(db, token, { now, secret })).toBeNull();
});

const by = { now, actor: 'organiser:7' } as const;
const inviting = { ...by, invitedBy: 'Camille', locale: 'fr' } as const;

it('invites once an address, for an organisation found by its name', async () => {
  const reseda = await anOrganisation('Relais Petite Enfance d’Alès');
  const input = {
    email: 'Nadia@exemple.fr',
    name: 'Nadia',
    role: 'organiser' as const,
    organisation: 'relais petite enfance d’ales',
  };
  const invited = await inviteAccount(db, input, inviting);
  if (!invited.ok) throw new Error(invited.reason);
  expect((await findAccount(db, invited.id))?.account.organisationId).toBe(reseda);
  expect(await inviteAccount(db, { ...input, email: 'nadia@EXEMPLE.fr' }, inviting)).toEqual({
    ok: false,
    reason: 'address_taken',
  });
  expect(await mailsTo('Nadia@exemple.fr')).toMatchObject([
    { kind: 'account_invitation', facts: { name: 'Nadia', invitedBy: 'Camille' } },
  ]);
  expect(await mailsTo('nadia@EXEMPLE.fr')).toEqual([]);
});

async function invitedAs(email: string) {
  const input = { email, name: 'Nour', role: 'reader' as const, organisation: '' };
  const invited = await inviteAccount(db, input, inviting);
  const found = invited.ok && (await findAccount(db, invited.id));
  if (!found) throw new Error('not invited');
  return found.account;
}
const statesTo = async (email: string) => (await mailsTo(email)).map(({ state }) => state);

it('sends an invitation again as long as nobody has signed in, once a press', async () => {
  const account = await invitedAs('nour@exemple.fr');
  const again = (formKey: string) => resendInvitation(db, account, { ...inviting, formKey });
  await Promise.all([again('a'), again('a')]);
  expect(await again('a')).toEqual({ ok: true });
  // The one that waited says the same, and is withdrawn.
  expect(await statesTo(account.email)).toEqual(['superseded', 'queued']);
  expect(await again('b')).toEqual({ ok: true });
  expect(await statesTo(account.email)).toEqual(['superseded', 'superseded', 'queued']);
  const lines = await db.select().from(history).where(eq(history.event, 'account_invited_again'));
  expect(lines.map(({ actor, detail }) => ({ actor, detail }))).toEqual(
    Array(2).fill({ actor: by.actor, detail: { account: account.id } }),
  );
  await anOpenLogin(account.email);
  expect(await again('c')).toEqual({ ok: false, reason: 'not_waiting' });
});

it('corrects the address of an invitation that nobody has used, and what went to the former one dies', async () => {
  const account = await invitedAs('nor@exemple.fr');
  await ask(account.email);
  const token = await lastToken(account.email);
  const correct = (email: string, formKey: string) =>
    correctInvitedAddress(db, account, { version: 1, email }, { ...inviting, formKey });
  const taken = await anAccount('reader');
  expect(await correct(taken.email, 'd')).toEqual({ ok: false, reason: 'address_taken' });
  expect(await correct('NOR@exemple.fr', 'e')).toEqual({ ok: false, reason: 'same_address' });
  const twice = await Promise.all([
    correct('noor@exemple.fr', 'f'),
    correct('noor@exemple.fr', 'f'),
  ]);
  expect(twice).toEqual([{ ok: true }, { ok: true }]);
  expect(await correct('other@exemple.fr', 'g')).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
  });
  expect(await statesTo('nor@exemple.fr')).toEqual(['superseded', 'superseded']);
  expect(await isLinkOpen(db, secret, token, now)).toBe(false);
  expect(await signIn(db, { token, browser: '' }, { now, secret })).toMatchObject({ ok: false });
  expect(await mailsTo('noor@exemple.fr')).toMatchObject([
    { kind: 'account_invitation', state: 'queued', facts: { name: 'Nour', invitedBy: 'Camille' } },
  ]);
  await ask('nor@exemple.fr');
  expect(await mailsTo('nor@exemple.fr')).toHaveLength(2);
  await anOpenLogin('noor@exemple.fr');
  const late = { version: 2, email: 'nor@exemple.fr' };
  const now2 = { ...account, email: 'noor@exemple.fr' };
  expect(await correctInvitedAddress(db, now2, late, inviting)).toEqual({
    ok: false,
    reason: 'not_waiting',
  });
});

it('tells the second of two administrators who change one account', async () => {
  const account = await anAccount('reader');
  const input = { name: 'Zoé', role: 'reader' as const, organisation: '' };
  expect(await changeAccount(db, account.id, 1, input, by)).toEqual({ ok: true });
  expect(await changeAccount(db, account.id, 1, { ...input, name: 'Zoë' }, by)).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
  });
  expect((await findAccount(db, account.id))?.account.name).toBe('Zoé');
});

it('ends the sign-ins of an account that is disabled, at once', async () => {
  const account = await anAccount('reader');
  const token = await anOpenLogin(account.email);
  expect(await disableAccount(db, account.id, 1, by)).toEqual({ ok: true });
  expect(await findLogin(db, token, { now, secret })).toBeNull();
  expect(await disableAccount(db, account.id, 2, by)).toEqual({
    ok: false,
    reason: 'changed_meanwhile',
  });
  expect(await enableAccount(db, account.id, 2, by)).toEqual({ ok: true });
  expect(await findLogin(db, token, { now, secret })).toBeNull();
  const lines = await db.select().from(history).where(eq(history.actor, by.actor));
  expect(
    lines.filter(({ detail }) => detail.account === account.id).map(({ event }) => event),
  ).toEqual(['account_disabled', 'account_enabled']);
});

it('never takes away the last administrator', async () => {
  await db.update(accounts).set({ role: 'reader' }).where(eq(accounts.role, 'administrator'));
  const last = await anAccount('administrator');
  const demotion = { name: last.name, role: 'reader' as const, organisation: '' };
  const refused = { ok: false, reason: 'last_administrator' };
  expect(await changeAccount(db, last.id, 1, demotion, by)).toEqual(refused);
  expect(await disableAccount(db, last.id, 1, by)).toEqual(refused);
  const second = await anAccount('administrator');
  const outcomes = await Promise.all([
    disableAccount(db, last.id, 1, by),
    disableAccount(db, second.id, 1, by),
  ]);
  expect(outcomes.filter((outcome) => outcome.ok)).toHaveLength(1);
});

it('lets an organiser work on the actions that their organisation carries or co-carries', async () => {
  const [mine, partner, foreign] = [
    await anOrganisation('Mutualité'),
    await anOrganisation('PMI'),
    await anOrganisation('CPTS'),
  ];
  const [shared, elsewhere] = [await anAction(), await anAction()];
  await carries(partner, shared, 0);
  await carries(mine, shared, 1);
  await carries(foreign, elsewhere);
  const organiser = { role: 'organiser' as const, organisationId: mine };
  expect((await requireAction(db, organiser, shared)).id).toBe(shared);
  await expect(requireAction(db, organiser, elsewhere)).rejects.toThrow(Forbidden);
  await expect(requireAction(db, organiser, 987654)).rejects.toThrow(NotFound);
  const view = await findSession(db, (await aSession({ actionId: elsewhere })).code);
  if (!view) throw new Error('no session');
  expect(() => requireCarrier(organiser, view)).toThrow(Forbidden);
  const administrator = { role: 'administrator' as const, organisationId: null };
  expect(() => requireCarrier(administrator, view)).not.toThrow();
  expect(mayManage({ role: 'reader', organisationId: mine }, [mine])).toBe(false);
  expect(mayManage({ role: 'organiser', organisationId: null }, [])).toBe(false);
});
