/** Those who came without a place: as they are typed at the door, corrected, and taken out again. */
import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { mailCertificates } from '../../src/domain/attendance/certificate-mail';
import { listSessionCertificates } from '../../src/domain/attendance/certificates';
import { openCheckIn } from '../../src/domain/attendance/check-in';
import { handOver } from '../../src/domain/attendance/hand-over';
import { countPresent } from '../../src/domain/attendance/presence';
import { recordAttendance } from '../../src/domain/attendance/record';
import { findRoll } from '../../src/domain/attendance/roll';
import { day, hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { certified, present } from '../support/attendance';
import { db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { fieldsOf } from '../support/forms';
import { anAccount, signedInCookie } from '../support/organisers';
import { paris, registered } from '../support/people';
import { visit } from '../support/web';

const at = evening.endsAt;
const { get, post } = visit(createApp({ clock: () => at }));
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id, at);
});

const listPage = (code: string) => `/organisation/seances/${code}/emargement`;

it('an address that no mail would reach is refused wherever a certificate would go to it', async () => {
  const session = await aSession();
  await openCheckIn(db, session.id, { now: at, actor: 'system' });
  const [{ code } = { code: '' }] = await db.all<{ code: string }>(
    sql`SELECT check_in_code AS code FROM session_attendance WHERE session_id = ${session.id}`,
  );
  const typed = { name: 'Inès Modèle', email: 'ines@exmaple', key: newToken() };
  for (const path of [
    `${listPage(session.code)}/sans-inscription`,
    `/presence/${code}`,
    '/attestations',
  ]) {
    const answer = await post(path, typed, { cookie });
    const html = await answer.text();
    expect([path, answer.status]).toEqual([path, 422]);
    expect(html).toContain('href="#email"');
    expect(html).toContain('value="ines@exmaple"');
  }
  const long = { name: 'Inès', profession: 'p'.repeat(121) };
  const answer = await post(`${listPage(session.code)}/sans-inscription`, long, { cookie });
  expect(await answer.text()).toContain('Ce texte est trop long');
});

const by = { now: at, actor: 'organiser:1' } as const;
const path = (id: number, more = '') => `/organisation/sans-inscription/${id}${more}`;

/** Someone who came without a place, and their certificate. */
async function someone(name: string, email = '') {
  const session = await aSession();
  await present(session, name, { at, ...(email && { email }) });
  const [certificate] = await certified(session, at);
  if (!certificate?.walkInId) throw new Error('no certificate');
  return { session, certificate, id: certificate.walkInId };
}
const page = async (where: string) => (await get(where, { cookie })).text();
const formAt = async (where: string) => {
  const html = await page(where);
  return fieldsOf(html.replaceAll('/organisation/sans-inscription', '/organisation/seances'));
};
const certificatesOf = async ({ id }: { id: number }) =>
  (await listSessionCertificates(db, id)).map((c) => [c.name, c.email, c.revokedBecause]);
const events = async ({ id }: { id: number }) =>
  (
    await db.all<{ event: string; detail: string }>(
      sql`SELECT event, detail FROM history WHERE session_id = ${id} AND event LIKE 'walk_in%' ORDER BY id`,
    )
  ).map(({ event, detail }) => [event, JSON.parse(detail)]);

it('a name typed in a hurry is corrected, and the certificate bears it as it is now', async () => {
  const { session, id } = await someone('Lucja Dabrowska');
  expect(await page(listPage(session.code))).toContain(`href="${path(id)}"`);
  const form = await formAt(path(id));
  expect(form.name).toEqual(['Lucja Dabrowska']);
  const corrected = { ...form, name: ' Łucja\u200b  Dąbrowska ', profession: 'Puéricultrice' };
  const answers = [
    await post(path(id), corrected, { cookie }),
    await post(path(id), corrected, { cookie }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await certificatesOf(session)).toEqual([
    ['Lucja Dabrowska', null, 'name_corrected'],
    ['Łucja Dąbrowska', null, null],
  ]);
  const { entries } = await findRoll(db, session.id);
  expect(entries).toMatchObject([{ name: 'Łucja Dąbrowska', profession: 'Puéricultrice' }]);
  expect(await events(session)).toEqual([
    ['walk_in_corrected', { fields: ['name', 'profession'] }],
  ]);
});

it('a certificate goes to the address as it was corrected, and nowhere once there is none', async () => {
  const { session, id } = await someone('Inès Modèle', 'inse@exemple.fr');
  await mailCertificates(db, session.id, by);
  const correct = async (email: string) =>
    post(path(id), { ...(await formAt(path(id))), email }, { cookie });
  expect((await correct('ines@exemple.fr')).status).toBe(303);
  await mailCertificates(db, session.id, by);
  const mails = await db.all<{ recipient: string; state: string }>(
    sql`SELECT recipient, state FROM outbox WHERE session_id = ${session.id} ORDER BY id`,
  );
  expect(mails).toEqual([
    { recipient: 'inse@exemple.fr', state: 'superseded' },
    { recipient: 'ines@exemple.fr', state: 'queued' },
  ]);
  await correct('');
  expect(await certificatesOf(session)).toEqual([['Inès Modèle', null, null]]);
});

it('what is wrong is said at its field with what was typed, and so is who was quicker', async () => {
  const { session, id } = await someone('Zoë Œuvrard');
  const form = await formAt(path(id));
  const wrong = await post(path(id), { ...form, name: ' ', email: 'zoe@exemple' }, { cookie });
  const html = await wrong.text();
  expect(wrong.status).toBe(422);
  for (const said of ['href="#name"', 'href="#email"', 'value="zoe@exemple"'])
    expect(html).toContain(said);
  const long = await post(path(id), { ...form, name: 'x'.repeat(161) }, { cookie });
  expect([long.status, (await long.text()).includes('Ce texte est trop long')]).toEqual([
    422,
    true,
  ]);
  await post(path(id), { ...form, name: 'Zoé Œuvrard' }, { cookie });
  const late = await post(path(id), { ...form, organisation: 'PMI' }, { cookie });
  const again = await late.text();
  expect(late.status).toBe(422);
  for (const said of ['Cette personne a été corrigée entre-temps', 'value="PMI"', 'Zoé Œuvrard'])
    expect(again).toContain(said);
  expect(await certificatesOf(session)).toHaveLength(2);
});

it('who was added by mistake is taken out: asked first, with marks and certificate, once', async () => {
  const { session, id, certificate } = await someone('Şeyma Gündoğdu', 'seyma@exemple.fr');
  await mailCertificates(db, session.id, by);
  const asked = (await page(path(id, '/retrait'))).replaceAll('\u00a0', ' ');
  expect(asked).toContain('Şeyma Gündoğdu ne sera plus dans la liste');
  expect(asked).toContain('Un courriel le lui dira, à l’adresse seyma@exemple.fr.');
  expect(await countPresent(db, session.id)).toMatchObject({ named: 1, taken: true });
  for (const _ of [1, 2])
    expect((await post(path(id, '/retrait'), {}, { cookie })).status).toBe(303);
  expect(await countPresent(db, session.id)).toMatchObject({ named: 0, taken: false });
  expect((await findRoll(db, session.id)).entries).toEqual([]);
  expect(await page(`/a/${certificate.code}`)).toContain('est annulée');
  expect(await certificatesOf(session)).toEqual([
    ['Şeyma Gündoğdu', 'seyma@exemple.fr', 'organiser'],
  ]);
  const mails = await db.all<{ subject: string }>(
    sql`SELECT subject FROM mailbox WHERE recipient = 'seyma@exemple.fr' ORDER BY id`,
  );
  expect(mails.filter(({ subject }) => subject.includes('ne vaut plus'))).toHaveLength(1);
  expect(await events(session)).toEqual([['walk_in_removed', {}]]);
  expect(await page(`/organisation/seances/${session.code}/historique`)).toContain(
    'Personne sans inscription retirée',
  );
  expect((await get(path(id), { cookie })).status).toBe(404);
});

it('a phone that still holds who was taken out does not bring them back', async () => {
  const session = await aSession();
  const walkIn = { key: newToken(), name: 'Ajoutée deux fois' };
  const mark = () => ({ id: newToken(), slot: 0, who: { walkInKey: walkIn.key }, at });
  const send = () =>
    recordAttendance(
      db,
      session.id,
      { walkIns: [walkIn], marks: [{ ...mark(), state: 'present' }], source: 'tick' },
      by,
    );
  await send();
  const [row] = await db.all<{ id: number }>(
    sql`SELECT id FROM walk_ins WHERE client_key = ${walkIn.key}`,
  );
  await post(path(row?.id ?? 0, '/retrait'), {}, { cookie });
  expect(await send()).toMatchObject({ kept: [], changes: 0 });
  expect(await countPresent(db, session.id)).toMatchObject({ named: 0 });
});

it('who gave their place to a colleague is not taken out: these hours are theirs', async () => {
  const slots = [
    { startsAt: at - 3 * hour, endsAt: at - hour },
    { startsAt: at + day, endsAt: at + day + hour },
  ];
  const session = await aSession({ slots });
  const holder = await registered(session);
  const mark = { slot: 0, who: { registrationId: holder.id }, state: 'present' as const, at };
  const marks = [{ id: newToken(), ...mark }];
  await recordAttendance(db, session.id, { marks, source: 'tick' }, by);
  const colleague = { firstName: 'Karim', lastName: 'Diallo', email: 'karim@exemple.fr' };
  await handOver(db, holder, { ...colleague, locale: 'fr' }, { now: at, timeZone: paris });
  const [row] = await db.all<{ id: number }>(
    sql`SELECT id FROM walk_ins WHERE session_id = ${session.id}`,
  );
  expect(await page(path(row?.id ?? 0))).not.toContain('/retrait');
  expect((await post(path(row?.id ?? 0, '/retrait'), {}, { cookie })).status).toBe(404);
  expect(await countPresent(db, session.id)).toMatchObject({ named: 1 });
});
