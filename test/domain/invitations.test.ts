/** Invitations to partners: who gets them, once, in bounded steps, and never again who unsubscribed. */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { beforeEach, expect, it } from 'vitest';
import type { Session } from '../../src/domain/catalogue/schema';
import {
  addContact,
  ContactInput,
  countRecipients,
  listContacts,
} from '../../src/domain/invitations/contacts';
import { editContact, eraseContact, findContact } from '../../src/domain/invitations/edit-contact';
import { expandMailings } from '../../src/domain/invitations/expand-mailings';
import { findMailing, findMailingProgress } from '../../src/domain/invitations/find-mailings';
import {
  importContacts,
  mostLines,
  previewImport,
  readContacts,
} from '../../src/domain/invitations/import-contacts';
import { contacts, type Mailing, mailings } from '../../src/domain/invitations/schema';
import { sendMailing, stopMailing } from '../../src/domain/invitations/send-mailing';
import {
  addressMac,
  readUnsubscribeToken,
  unsubscribe,
  unsubscribeToken,
} from '../../src/domain/invitations/unsubscribe';
import { draftMailing, rewriteMailing } from '../../src/domain/invitations/write-mailing';
import { resendMail } from '../../src/domain/mail/resend';
import { outbox } from '../../src/domain/mail/schema';
import { makeRenderer } from '../../src/domain/messages/render';
import { hour } from '../../src/lib/dates';
import { decodeText } from '../../src/lib/read-csv';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { network, readMail } from '../support/mails';
import { metered } from '../support/meter';

const secret = network.signingSecret;
const by = { now, actor: 'organiser:7' } as const;
const recording = { organisationId: null, now, secret };
const words = { subject: 'Invitation', body: 'Venez nombreux.\n\nFaites suivre.', tags: [] };

let session: Session;
beforeEach(async () => {
  await db.run(sql`UPDATE outbox SET state = 'sent'`);
  await db.run(sql`UPDATE mailings SET state = 'sent' WHERE state = 'sending'`);
  await db.run(sql`DELETE FROM contacts`);
  session = await aSession({ videoUrl: 'https://visio.example.fr/x' });
});

const add = (email: string, tags = '') =>
  addContact(
    db,
    v.parse(ContactInput, {
      email,
      name: 'Zoé',
      organisation: 'RPE',
      tags,
      consentSource: 'forum',
    }),
    recording,
  );
async function aMailing(values: { tags?: string[] } = {}): Promise<Mailing> {
  const extra = { ...by, sender: 'Camille, Reseda', locale: 'fr' as const };
  const { id } = await draftMailing(db, session.id, { ...words, ...values }, extra);
  return reload({ id });
}
async function reload({ id }: { id: number }): Promise<Mailing> {
  const mailing = await findMailing(db, { id, sessionId: session.id });
  if (!mailing) throw new Error('no mailing');
  return mailing;
}
const send = (mailing: Mailing, sendAt: number | null = null) =>
  sendMailing(db, mailing, { version: mailing.version, sendAt }, by);
const mailsOf = ({ id }: { id: number }) =>
  db
    .select()
    .from(outbox)
    .where(eq(outbox.dispatch, `mailing:${id}`))
    .orderBy(outbox.id);
const recipientsOf = async (mailing: { id: number }) =>
  (await mailsOf(mailing)).map(({ recipient }) => recipient);
const leave = async (email: string, mailing = 0) =>
  unsubscribe(db, { mac: await addressMac(secret, email), mailing }, now);

it('reads files as spreadsheets write them: separators, quotes, BOM, Windows-1252', () => {
  const semicolons = readContacts(
    '\uFEFFNom;Prénom;Courriel;Structure;Étiquettes\r\n"Dupont; Martin";Zoé;ZOE@exemple.fr;"Crèche ""Les\r\nLutins""";RPE, Alès\r\n',
    ['Forum'],
  );
  expect(semicolons.partners).toEqual([
    {
      line: 2,
      email: 'ZOE@exemple.fr',
      name: 'Zoé Dupont; Martin',
      organisation: 'Crèche "Les Lutins"',
      tags: ['rpe', 'alès', 'forum'],
    },
  ]);
  expect(readContacts('a@exemple.fr,Léa,RPE\n\nb@exemple.fr').partners).toMatchObject([
    { line: 1, email: 'a@exemple.fr', name: 'Léa', organisation: 'RPE' },
    { line: 3, email: 'b@exemple.fr' },
  ]);
  expect(decodeText(Uint8Array.of(0x5a, 0x6f, 0xe9, 0x80))).toBe('Zoé€');
});

it('says which lines of a hostile file are faulty, and takes the others', () => {
  const { partners, faulty } = readContacts(
    [
      'email;nom',
      'pas une adresse;Léa',
      'a@exemple.fr;Léa',
      'A@Exemple.fr;encore',
      '"b@exemple.fr\nBcc: c@exemple.fr";Zoé',
      `d@exemple.fr;${'x'.repeat(200)}`,
      '"e@exemple.fr;jamais fermé',
      '=cmd()|x;',
      'f@exemple.fr;<script>\u0000',
    ].join('\n'),
  );
  expect(partners.map(({ email }) => email)).toEqual(['a@exemple.fr', 'f@exemple.fr']);
  expect(faulty.map(({ line, reason }) => [line, reason])).toEqual([
    [2, 'email'],
    [4, 'twice'],
    [5, 'email'],
    [7, 'too_long'],
    [8, 'email'],
    [9, 'email'],
  ]);
  expect(readContacts('').partners).toEqual([]);
  expect(readContacts('x@exemple.fr\n'.repeat(mostLines + 1)).tooManyLines).toBe(true);
});

it('adds what is new, completes the tags of what is known, and keeps its source of consent', async () => {
  await add('a@exemple.fr', 'rpe');
  const file = readContacts('a@exemple.fr;Autre;;crèche\nb@exemple.fr;Bo');
  expect((await previewImport(db, file, secret)).map(({ standing }) => standing)).toEqual([
    'known',
    'new',
  ]);
  const given = { ...file, consentSource: 'salon' };
  expect(await importContacts(db, given, recording)).toEqual({ ok: true });
  expect(await importContacts(db, given, recording)).toEqual({ ok: true });
  const { contacts: all } = await listContacts(db, { search: '', tag: '', after: 0 });
  expect(
    all.map(({ email, name, tags, consentSource }) => [email, name, tags, consentSource]),
  ).toEqual([
    ['a@exemple.fr', 'Zoé', ['crèche', 'rpe'], 'forum'],
    ['b@exemple.fr', 'Bo', [], 'salon'],
  ]);
  const found = await listContacts(db, { search: '100%_', tag: '', after: 0 });
  expect(found.contacts).toEqual([]);
});

it('never writes again to who unsubscribed: after deletion, by hand, and imported again', async () => {
  await add('a@exemple.fr');
  await add('b@exemple.fr');
  await leave('A@exemple.fr ');
  expect(await countRecipients(db, [])).toBe(1);
  const first = await aMailing();
  await send(first);
  await expandMailings(db, { now });
  expect(await recipientsOf(first)).toEqual(['b@exemple.fr']);

  const [row] = await db.select().from(contacts).where(eq(contacts.email, 'a@exemple.fr'));
  await eraseContact(db, row?.id ?? 0);
  expect(await add('a@exemple.fr')).toEqual({ ok: false, reason: 'unsubscribed' });
  const file = readContacts('a@exemple.fr\nc@exemple.fr');
  expect((await previewImport(db, file, secret)).map(({ standing }) => standing)).toEqual([
    'unsubscribed',
    'new',
  ]);
  await importContacts(db, { ...file, consentSource: 'salon' }, recording);
  const second = await aMailing();
  await send(second);
  await expandMailings(db, { now });
  expect(await recipientsOf(second)).toEqual(['b@exemple.fr', 'c@exemple.fr']);
});

/** The contact with this address, and a correction of it. */
async function contactOf(email: string) {
  const [row] = await db.select().from(contacts).where(eq(contacts.email, email));
  if (!row) throw new Error('no contact');
  return row;
}
const correct = (
  { id, version }: { id: number; version: number },
  values: Partial<Record<'email' | 'name' | 'organisation' | 'tags' | 'consentSource', string>>,
) => {
  const typed = { email: '', name: '', organisation: '', tags: '', consentSource: 'forum' };
  const input = v.parse(ContactInput, { ...typed, ...values });
  return editContact(db, { id, version, input }, { now, secret });
};

it('corrects a contact, which is found by its new name; the second of two is told', async () => {
  await add('faute@exemple.fr', 'pmi');
  const contact = await contactOf('faute@exemple.fr');
  const values = {
    email: 'Juste@exemple.fr',
    name: 'Élodie',
    tags: 'RPE, Alès',
    consentSource: 'salon',
  };
  expect(await correct(contact, values)).toEqual({ ok: true });
  expect(await findContact(db, contact.id)).toMatchObject({
    email: 'Juste@exemple.fr',
    name: 'Élodie',
    organisation: '',
    tags: ['rpe', 'alès'],
    consentSource: 'salon',
    unsubscribed: false,
  });
  const found = await listContacts(db, { search: 'elodie', tag: '', after: 0 });
  expect(found.contacts.map(({ id }) => id)).toEqual([contact.id]);
  expect(await correct(contact, { email: 'faute@exemple.fr' })).toEqual({
    ok: false,
    reason: 'stale',
  });
  // A file that knows them adds its tags: whoever looked at the contact before is told too.
  const seen = await contactOf('Juste@exemple.fr');
  const file = readContacts('email;tags\njuste@exemple.fr;crèche');
  await importContacts(db, { ...file, consentSource: 'x' }, recording);
  expect(await correct(seen, values)).toEqual({ ok: false, reason: 'stale' });
});

it('takes for a correction neither another contact’s address nor one that wants no more', async () => {
  await add('un@exemple.fr');
  await add('deux@exemple.fr');
  await leave('parti@exemple.fr');
  const contact = await contactOf('un@exemple.fr');
  expect(await correct(contact, { email: 'DEUX@exemple.fr' })).toEqual({
    ok: false,
    reason: 'known',
  });
  expect(await correct(contact, { email: 'parti@exemple.fr' })).toEqual({
    ok: false,
    reason: 'unsubscribed',
  });
  expect(await contactOf('un@exemple.fr')).toEqual(contact);
});

it('keeps who unsubscribed unsubscribed: corrected, erased and imported again, for good', async () => {
  await add('ancienne@exemple.fr');
  await leave('ancienne@exemple.fr');
  const contact = await contactOf('ancienne@exemple.fr');
  expect(await correct(contact, { email: 'ancienne@exemple.fr', name: 'Zoé B.' })).toEqual({
    ok: true,
  });
  expect(await findContact(db, contact.id)).toMatchObject({ name: 'Zoé B.', unsubscribed: true });
  const renamed = await contactOf('ancienne@exemple.fr');
  expect(await correct(renamed, { email: 'nouvelle@exemple.fr' })).toEqual({ ok: true });
  expect(await findContact(db, contact.id)).toMatchObject({ unsubscribed: true });
  await eraseContact(db, contact.id);
  await eraseContact(db, contact.id);
  for (const email of ['ancienne@exemple.fr', 'nouvelle@exemple.fr'])
    expect(await add(email)).toEqual({ ok: false, reason: 'unsubscribed' });
  const file = readContacts('ancienne@exemple.fr\nnouvelle@exemple.fr\nautre@exemple.fr');
  await importContacts(db, { ...file, consentSource: 'salon' }, recording);
  const mailing = await aMailing();
  await send(mailing);
  await expandMailings(db, { now });
  expect(await recipientsOf(mailing)).toEqual(['autre@exemple.fr']);
});

it('withdraws what waits for a contact that is erased, and nothing of the others', async () => {
  for (const name of ['un', 'deux']) await add(`${name}@exemple.fr`);
  const mailing = await aMailing();
  await send(mailing);
  await expandMailings(db, { now });
  await eraseContact(db, (await contactOf('un@exemple.fr')).id);
  const states = (await mailsOf(mailing)).map(({ recipient, state }) => [recipient, state]);
  expect(states).toEqual([
    ['un@exemple.fr', 'superseded'],
    ['deux@exemple.fr', 'queued'],
  ]);
  // Erased is not unsubscribed: who asks to be written to again can be.
  expect(await add('un@exemple.fr')).toEqual({ ok: true });
});

it('withdraws what waits or failed when its person unsubscribes, and what fails later', async () => {
  for (const name of ['wait', 'fail', 'going', 'other']) await add(`${name}@exemple.fr`);
  const mailing = await aMailing();
  await send(mailing);
  await expandMailings(db, { now });
  const set = (name: string, state: 'failed' | 'sending' | 'queued') =>
    db
      .update(outbox)
      .set({ state })
      .where(sql`recipient = ${`${name}@exemple.fr`} AND dispatch = ${`mailing:${mailing.id}`}`);
  await set('fail', 'failed');
  await set('going', 'sending');
  for (const name of ['wait', 'fail', 'going']) await leave(`${name}@exemple.fr`, mailing.id);
  // Its first try fails, and it would go again.
  await set('going', 'queued');
  expect((await mailsOf(mailing)).map(({ state }) => state)).toEqual([
    'superseded',
    'superseded',
    'superseded',
    'queued',
  ]);
  const [failed] = await mailsOf(mailing);
  expect(await resendMail(db, { id: failed?.id ?? 0, carrierId: null }, by)).toEqual({
    ok: false,
    reason: 'untrue',
  });
  expect(await findMailingProgress(db, await reload(mailing))).toEqual({
    sent: 0,
    waiting: 1,
    failed: 0,
    withdrawn: 3,
    unsubscribed: 3,
  });
});

it('takes no forged, cut or foreign link, and the same link as often as it is used', async () => {
  const mac = await addressMac(secret, 'a@exemple.fr');
  const token = await unsubscribeToken(secret, { mac, mailing: 41 });
  expect(await readUnsubscribeToken(secret, token)).toEqual({ mac, mailing: 41 });
  const other = await addressMac(secret, 'b@exemple.fr');
  for (const bad of ['', token.slice(1), `${token}1`, other + token.slice(24), `${token}é`])
    expect(await readUnsubscribeToken(secret, bad), bad).toBeNull();
  expect(await readUnsubscribeToken('another secret of the same site', token)).toBeNull();
});

it('writes to those of the tags, with the session, the sender, the source and the way out', async () => {
  await add('rpe@exemple.fr', 'RPE, Alès');
  await add('autre@exemple.fr', 'PMI');
  const mailing = await aMailing({ tags: ['rpe', 'crèche'] });
  await send(mailing);
  await add('apres@exemple.fr', 'rpe');
  await expandMailings(db, { now });
  const [row, ...others] = await mailsOf(mailing);
  expect(others).toEqual([]);
  if (!row) throw new Error('no mail');
  expect(row.recipient).toBe('rpe@exemple.fr');
  const { raw } = await makeRenderer(network)(row);
  const { email } = await readMail(raw);
  for (const said of [
    'Bonjour Zoé,',
    'Venez nombreux.',
    `/s/${session.code}`,
    'Camille, Reseda',
    'forum',
  ])
    expect(email.text).toContain(said);
  expect(raw).not.toContain('visio.example.fr');
  const header = (key: string) => email.headers.find((one) => one.key === key)?.value;
  const url = header('list-unsubscribe')?.slice(1, -1) ?? '';
  expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
  expect(url.startsWith(`${network.baseUrl}/desabonnement/`)).toBe(true);
  expect(email.text).toContain(url);
  const token = url.split('/').at(-1) ?? '';
  expect(await readUnsubscribeToken(secret, token)).toEqual({
    mac: await addressMac(secret, 'rpe@exemple.fr'),
    mailing: mailing.id,
  });
});

it('sends once, by however many workers, and overwrites nothing', async () => {
  await add('seul@exemple.fr');
  const mailing = await aMailing();
  const outcomes = await Promise.all([send(mailing), send(mailing)]);
  expect(outcomes).toEqual([{ ok: true }, { ok: true }]);
  const lines = await db.all(sql`SELECT 1 FROM history
    WHERE event = 'invitation_sent' AND detail ->> '$.mailing' = ${mailing.id}`);
  expect(lines).toHaveLength(1);
  expect(await rewriteMailing(db, mailing, words)).toEqual({ ok: false, reason: 'stale' });
  await Promise.all([1, 2, 3].map(() => expandMailings(db, { now })));
  await expandMailings(db, { now });
  expect(await recipientsOf(mailing)).toEqual(['seul@exemple.fr']);
  expect(await reload(mailing)).toMatchObject({ state: 'sent', written: 1 });
  // As if a step had been forgotten: the database itself refuses a second mail.
  await db.update(mailings).set({ state: 'sending', cursor: 0 }).where(eq(mailings.id, mailing.id));
  await expect(expandMailings(db, { now })).rejects.toThrow();
  await db.update(mailings).set({ state: 'sent' }).where(eq(mailings.id, mailing.id));
});

it('waits for its time, goes to the contacts of then, and can be cancelled until then', async () => {
  await add('tot@exemple.fr');
  await add('part@exemple.fr');
  const at = now + 3 * hour;
  const [mailing, cancelled] = [await aMailing(), await aMailing()];
  expect(await send(mailing, now)).toEqual({ ok: false, reason: 'in_the_past' });
  expect(await send(mailing, at)).toEqual({ ok: true });
  expect(await send(cancelled, at)).toEqual({ ok: true });
  await add('tard@exemple.fr');
  await unsubscribe(db, { mac: await addressMac(secret, 'part@exemple.fr'), mailing: 0 }, now);
  await expandMailings(db, { now: at - 1 });
  expect(await recipientsOf(mailing)).toEqual([]);
  expect(await stopMailing(db, cancelled, by)).toEqual({ ok: true });
  await expandMailings(db, { now: at });
  expect(await recipientsOf(mailing)).toEqual(['tot@exemple.fr', 'tard@exemple.fr']);
  expect(await reload(mailing)).toMatchObject({ state: 'sent', written: 2 });
  expect(await recipientsOf(cancelled)).toEqual([]);
  expect(await reload(cancelled)).toMatchObject({ state: 'stopped', written: 0 });
});

it('leaves out who is recorded while one that was for later goes out', async () => {
  for (let n = 0; n < 30; n++) await add(`c${n}@exemple.fr`);
  const mailing = await aMailing();
  await send(mailing, now + hour);
  await expandMailings(db, { now: now + hour }, 25);
  await add('pendant@exemple.fr');
  for (const _ of [1, 2]) await expandMailings(db, { now: now + hour });
  const written = await recipientsOf(mailing);
  expect(written).toHaveLength(30);
  expect(written).not.toContain('pendant@exemple.fr');
});

it('invites nobody to a session that is not published, nor to one cancelled meanwhile', async () => {
  expect(await send(await aMailing())).toEqual({ ok: false, reason: 'nobody' });
  await add('seul@exemple.fr');
  const going = await aMailing();
  await send(going);
  await db.run(sql`UPDATE sessions SET state = 'cancelled' WHERE id = ${session.id}`);
  await expandMailings(db, { now });
  expect([await recipientsOf(going), (await reload(going)).state]).toEqual([[], 'stopped']);
  expect(await send(await aMailing())).toEqual({ ok: false, reason: 'not_published' });
  expect(await stopMailing(db, going, by)).toEqual({ ok: false, reason: 'stale' });
});

it('takes 2,000 contacts in bounded steps, resumes where it stopped, and writes to each once', async () => {
  for (const part of ['p', 'q']) {
    const lines = Array.from({ length: 1000 }, (_, i) => `${part}${i}@exemple.fr;Nº ${i};;${part}`);
    const given = { ...readContacts(lines.join('\n')), consentSource: 'salon' };
    expect(await importContacts(db, given, recording)).toEqual({ ok: true });
  }
  const page = await metered((metredDb) =>
    listContacts(metredDb, { search: '', tag: '', after: 0 }),
  );
  expect(page.result.contacts).toHaveLength(50);
  expect(page.bill.rowsRead).toBeLessThan(250);
  const mailing = await aMailing();
  await send(mailing);
  const { result, bill } = await metered((metredDb) => expandMailings(metredDb, { now }, 100));
  expect(result).toBe(100);
  expect(bill.queries).toBeLessThanOrEqual(4 * 9);
  expect(bill.rowsRead).toBeLessThan(100 * 25);
  expect((await reload(mailing)).written).toBe(100);
  for (let run = 0; run < 21; run++) await expandMailings(db, { now }, 100);
  expect(await reload(mailing)).toMatchObject({ state: 'sent', written: 2000 });
  expect(new Set(await recipientsOf(mailing)).size).toBe(2000);
  const more = Array.from({ length: 1000 }, (_, i) => `r${i}@exemple.fr`).join('\n');
  const most = Array.from({ length: 1000 }, (_, i) => `s${i}@exemple.fr`).join('\n');
  const over = Array.from({ length: 1000 }, (_, i) => `t${i}@exemple.fr`).join('\n');
  const outcomes = [];
  for (const text of [more, most, over, 'u@exemple.fr'])
    outcomes.push(
      await importContacts(db, { ...readContacts(text), consentSource: 'x' }, recording),
    );
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false]);
});
