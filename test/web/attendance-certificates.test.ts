import { sql } from 'drizzle-orm';
import { beforeAll, expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { select } from '../../src/db/client';
import {
  certificatesToken,
  listSessionCertificates,
  numberOf,
} from '../../src/domain/attendance/certificates';
import { recordAttendance } from '../../src/domain/attendance/record';
import { registrationToken } from '../../src/domain/registrations/tokens';
import { hour } from '../../src/lib/dates';
import { newToken } from '../../src/lib/tokens';
import { certified, present, readPdf } from '../support/attendance';
import { bindings, db } from '../support/db';
import { aSession, evening } from '../support/fixtures';
import { fieldsOf } from '../support/forms';
import { readMail } from '../support/mails';
import { anAccount, secret, signedInCookie } from '../support/organisers';
import { registered } from '../support/people';
import { visit } from '../support/web';

const at = evening.endsAt + hour;
const { get, post } = visit(createApp({ clock: () => at }));
let cookie = '';
beforeAll(async () => {
  cookie = await signedInCookie((await anAccount('administrator')).id, at);
});

const organiserPage = (code: string, path = '') =>
  `/organisation/seances/${code}/attestations${path}`;

async function aCertificate(name: string, more: { email?: string } = {}) {
  const session = await aSession({
    title: 'Sommeil du tout-petit : et « si » on l’écoutait ?',
    speakers: [{ name: 'Dr Untel', role: 'pédopsychiatre' }],
  });
  await present(session, name, { at, ...more });
  const [certificate] = await certified(session, at);
  if (!certificate) throw new Error('no certificate');
  return { session, certificate };
}

const pdfOf = (code: string, certificate: string) =>
  get(organiserPage(code, `/${certificate}.pdf`), { cookie });

it.each([
  'Łucja Dąbrowska',
  'Małgorzata Żółć',
  'Şeyma Gündoğdu',
  'Zoë Œuvrard',
  'Noëlle d’Hérault-Ferrière',
  'Anne-Lise Le Goff',
  'Nguyễn Thị Ánh',
  'Екатерина Лебедева',
])('writes the certificate of %s as PDF, with every letter', async (name) => {
  const { session, certificate } = await aCertificate(name);
  const answer = await pdfOf(session.code, certificate.code);
  expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'application/pdf']);
  const file = await answer.arrayBuffer();
  const { document, pages } = await readPdf(file);
  expect(document.getTitle()).toContain(numberOf(certificate));
  const [texts = []] = pages;
  expect(pages).toHaveLength(1);
  expect(texts).toContain(name);
  expect(texts.join('\n')).toContain('jeudi 12 mars 2026, de 20 h à 22 h');
  // Spaces that must not break are glyphs of the font too.
  expect(texts.join(' ').replace(/\s/g, ' ')).toContain('« si » on l’écoutait ?');
  expect(texts.join('\n')).toContain('pédopsychiatre');
  expect(texts.join('\n')).not.toContain('Untel');
  expect(texts.join('')).toContain(`localhost:8787/a/${certificate.code}`);
  expect(texts.join('')).not.toContain('\uFFFD');
  // Only the letters that were drawn are embedded, of two fonts of 380 kB each.
  expect(file.byteLength).toBeLessThan(60_000);
});

it('cuts a name without a blank where the sheet ends, and loses none of it', async () => {
  const { session, certificate } = await aCertificate('x'.repeat(160));
  const { pages } = await readPdf(
    await (await pdfOf(session.code, certificate.code)).arrayBuffer(),
  );
  const [texts = []] = pages;
  const lines = texts.filter((text) => /^x+$/.test(text));
  expect(lines.join('')).toHaveLength(160);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThan(45);
});

it('a name that the fonts can’t draw, in Arabic script, is on the page that prints', async () => {
  const { session, certificate } = await aCertificate('فاطمة الزهراء');
  const answer = await pdfOf(session.code, certificate.code);
  expect(answer.status).toBe(303);
  const page = await get(answer.headers.get('Location') ?? '', { cookie });
  const html = await page.text();
  expect(html).toContain('فاطمة الزهراء');
  expect(html).toContain('jeudi 12 mars 2026, de 20 h à 22 h');
  expect(html).toContain(`/a/${certificate.code}`);
});

it('where PDF is off, the page that prints takes its place', async () => {
  const { session, certificate } = await aCertificate('Camille Martin');
  const env = { ...bindings, PDF: 'off' };
  const answer = await get(organiserPage(session.code, `/${certificate.code}.pdf`), {
    cookie,
    env,
  });
  expect(answer.status).toBe(303);
  const list = await get(organiserPage(session.code), { cookie, env });
  expect(await list.text()).not.toContain('.pdf');
});

it('anyone who is handed a certificate verifies it: the facts, the initial and the name', async () => {
  const { certificate } = await aCertificate('Camille Martin', { email: 'camille@exemple.fr' });
  const html = await (await get(`/a/${certificate.code.toLowerCase()}`)).text();
  for (const said of [
    'Cette attestation est valable',
    numberOf(certificate),
    'C. Martin',
    'Sommeil du tout-petit',
    'jeudi 12 mars 2026, de 20 h à 22 h',
    '2 h',
  ])
    expect(html).toContain(said);
  for (const kept of ['Camille', 'camille@', 'Untel']) expect(html).not.toContain(kept);
});

it('who types a code that no certificate has reads so, and not that a page is missing', async () => {
  for (const code of ['AAAAAAAA', 'trop-court']) {
    const answer = await get(`/a/${code}`);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toContain('Aucune attestation ne porte ce code');
  }
});

it('a revoked certificate says so, and leads to the one that replaces it', async () => {
  const { session, certificate } = await aCertificate('Camille Martin');
  await db.run(sql`UPDATE walk_ins SET name = 'Camille Marin' WHERE session_id = ${session.id}`);
  const [next] = await certified(session, at);
  const html = await (await get(`/a/${certificate.code}`)).text();
  expect(html).toContain('Cette attestation est annulée');
  expect(html).toContain(`href="/a/${next?.code}"`);
});

it('after an erasure the facts stay, and the name is nowhere', async () => {
  const { certificate } = await aCertificate('Camille Martin', { email: 'efface@exemple.fr' });
  const token = await certificatesToken(secret, {
    id: certificate.id,
    emailKey: 'efface@exemple.fr',
  });
  expect((await get(`/attestations/${token}`)).status).toBe(200);
  await db.run(sql`UPDATE certificates SET name = '', short_name = '', email = NULL, email_key = NULL
    WHERE id = ${certificate.id}`);
  const html = await (await get(`/a/${certificate.code}`)).text();
  expect(html).toContain('effacé à la demande de la personne');
  expect(html).toContain('Cette attestation est valable');
  expect(html).not.toContain('Martin');
  expect((await get(`/attestations/${token}`)).status).toBe(404);
});

it('a person gathers all theirs on one private page and in one PDF, with the total by year', async () => {
  const email = 'nora@exemple.fr';
  const [a] = [
    await aCertificate('Nora Bensaïd', { email }),
    await aCertificate('Nora Bensaïd', { email }),
    await aCertificate('Quelqu’un d’autre', { email: 'autre@exemple.fr' }),
  ];
  const wrong = await post('/attestations', { email: 'nora' });
  expect(wrong.status).toBe(422);
  const answers = [
    await post('/attestations', { email }),
    await post('/attestations', { email: 'inconnue@exemple.fr' }),
  ];
  // The same answer whether the address has certificates or not.
  expect(answers.map((x) => [x.status, x.headers.get('Location')])).toEqual([
    [303, '/attestations/message-envoye'],
    [303, '/attestations/message-envoye'],
  ]);
  const mails = await select<{ recipient: string; raw: string }>(
    db,
    sql`SELECT recipient, raw FROM mailbox WHERE recipient IN (${email}, 'inconnue@exemple.fr')`,
  );
  expect(mails.map((m) => m.recipient)).toEqual([email]);

  const token = await certificatesToken(secret, { id: a.certificate.id, emailKey: email });
  const html = await (await get(`/attestations/${token}`)).text();
  expect(html.match(/Sommeil du tout-petit/g)).toHaveLength(2);
  expect(html).toContain('Total\u00a0: 4\u00a0h');
  expect(html).not.toContain('Quelqu’un');
  const summary = await get(`/attestations/${token}/toutes.pdf`);
  const { pages } = await readPdf(await summary.arrayBuffer());
  const [list = '', ...certificates] = pages.map((texts) => texts.join('\n'));
  expect(list).toContain('Attestations de présence de Nora Bensaïd');
  expect(list.match(/Sommeil du tout-petit/g)).toHaveLength(2);
  expect(list).toContain('Total : 4 h');
  expect(certificates).toHaveLength(2);
  for (const sheet of certificates) expect(sheet).toContain('Nora Bensaïd');
  expect((await get(`/attestations/${token}/${a.certificate.code}.pdf`)).status).toBe(200);
  expect((await get(`/attestations/${token.slice(0, -2)}__`)).status).toBe(404);
});

it('two people who share an address have each their own sheet and total', async () => {
  const email = 'couple@exemple.fr';
  const [a] = [
    await aCertificate('Karim Conjoint', { email }),
    await aCertificate('Thanh Canevas', { email }),
    await aCertificate('karim conjoint', { email }),
  ];
  const token = await certificatesToken(secret, { id: a.certificate.id, emailKey: email });
  const page = await (await get(`/attestations/${token}`)).text();
  const html = page.replaceAll('\u00a0', ' ');
  expect(html.match(/Total : \d h/g)?.sort()).toEqual(['Total : 2 h', 'Total : 4 h']);
  const file = await get(`/attestations/${token}/toutes.pdf`);
  const { pages } = await readPdf(await file.arrayBuffer());
  const heads = pages.slice(0, 2).map((texts) => texts.join(' '));
  const of = (name: RegExp) => heads.filter((head) => name.test(head)).join();
  expect(of(/Karim Conjoint|karim conjoint/)).toMatch(/Total.: 4.h/);
  expect(of(/Thanh Canevas/)).toMatch(/Total.: 2.h/);
  expect(heads.join()).toContain('localhost:8787/a/');
  expect(pages).toHaveLength(5);
});

it('a name corrected by an organiser corrects the certificate in the same request', async () => {
  const session = await aSession();
  const person = await registered(session, { firstName: 'Camile', lastName: 'Martin' });
  const mark = { slot: 0, who: { registrationId: person.id }, state: 'present' as const, at };
  const sending = { marks: [{ id: newToken(), ...mark }], source: 'tick' as const };
  await recordAttendance(db, session.id, sending, { now: at, actor: 'system' });
  const [wrong] = await certified(session, at);
  const details = { firstName: 'Camille', lastName: 'Martin', seats: '1', version: '1' };
  const path = `/organisation/inscriptions/${person.id}/coordonnees`;
  expect((await post(path, details, { cookie })).status).toBe(303);
  const all = await listSessionCertificates(db, session.id);
  expect(all.map((c) => [c.name, c.revokedBecause, c.replacesId])).toEqual([
    ['Camile Martin', 'name_corrected', null],
    ['Camille Martin', null, wrong?.id],
  ]);
});

it('the link of a registration leads to its certificate', async () => {
  const session = await aSession();
  const person = await registered(session, { firstName: 'Zoé', lastName: 'Arnaud' });
  await db.run(sql`INSERT INTO attendance_marks (mark_id, decision, session_id, slot, registration_id,
    state, seats, source, marked_at, received_at, actor)
    VALUES ('zoe', 'd', ${session.id}, 0, ${person.id}, 'present', 1, 'tick', ${at}, ${at}, 'system')`);
  const token = await registrationToken(secret, person);
  const before = await (await get(`/i/${token}/attestation`)).text();
  expect(before).toContain('Il n’y a pas d’attestation valable pour l’instant');
  expect(await (await get(`/i/${token}`)).text()).not.toContain(`/i/${token}/attestation`);
  const [certificate] = await certified(session, at);
  expect(await (await get(`/i/${token}`)).text()).toContain(`/i/${token}/attestation`);
  expect((await get(`/i/${token}/attestation/${certificate?.code}.pdf`)).status).toBe(200);
  expect((await get(`/i/${token}/attestation/toutes`)).status).toBe(404);
  const other = await aCertificate('Une autre');
  expect((await get(`/i/${token}/attestation/${other.certificate.code}`)).status).toBe(404);
});

it('before a session is over its page says when certificates can be issued, and issues none', async () => {
  const tonight = { startsAt: at - hour, endsAt: at + hour / 2 };
  const session = await aSession({ slots: [tonight] });
  await present(session, 'Camille Martin', { at });
  const page = organiserPage(session.code);
  const html = await (await get(page, { cookie })).text();
  expect(html).not.toContain('Établir');
  expect(html.replaceAll('\u00a0', ' ')).toContain(
    'Les attestations s’établissent quand la séance est finie : jeudi 12 mars 2026 à 23 h 30',
  );
  expect(html).toContain(`href="/organisation/seances/${session.code}/modification"`);
  const answer = await post(page, {}, { cookie });
  expect(answer.status).toBe(409);
  expect(await answer.text()).toContain('Rien n’a été établi');
  expect(await certified(session, at)).toEqual([]);
});

it('certificates that no longer agree with the hours are counted, and corrected by one button', async () => {
  const { session, certificate } = await aCertificate('Camille Martin');
  const page = organiserPage(session.code);
  await db.run(sql`UPDATE slots SET ends_at = ends_at - ${hour} WHERE session_id = ${session.id}`);
  expect(await (await get(page, { cookie })).text()).toContain('Corriger l’attestation');
  expect((await post(page, { correct: '1' }, { cookie })).status).toBe(303);
  const html = await (await get(page, { cookie })).text();
  expect(html).not.toContain('Corriger l’attestation');
  expect(await (await get(`/a/${certificate.code}`)).text()).toContain('est annulée');
  expect((await certified(session, at)).map((c) => c.minutes)).toEqual([60]);
});

it('correcting the hours of a session corrects its certificates', async () => {
  const { session, certificate } = await aCertificate('Camille Martin');
  const path = `/organisation/seances/${session.code}`;
  const form = fieldsOf(await (await get(`${path}/modification`, { cookie })).text());
  const saved = await post(path, { ...form, slotTo: '21:30', etape: 'confirme' }, { cookie });
  expect(saved.status).toBe(303);
  const [next] = (await listSessionCertificates(db, session.id)).filter((c) => !c.revokedAt);
  expect([next?.minutes, next?.replacesId]).toEqual([90, certificate.id]);
});

it('an organiser issues all, sends them with the thanks, and takes one back', async () => {
  const session = await aSession();
  await present(session, 'Camille Martin', { email: 'merci@exemple.fr', at });
  await present(session, 'Sans Adresse', { at });
  const page = organiserPage(session.code);
  expect(await (await get(page, { cookie })).text()).toContain('Établir les 2 attestations');
  expect((await post(page, {}, { cookie })).status).toBe(303);
  const issued = await (await get(page, { cookie })).text();
  expect(issued).toContain('Envoyer l’attestation par courriel');
  expect(issued).toContain('Une personne n’a pas d’adresse');
  for (const _ of [1, 2]) await post(`${page}/envoi`, {}, { cookie });
  const mails = await select<{ raw: string }>(
    db,
    sql`SELECT subject FROM mailbox WHERE recipient = 'merci@exemple.fr'`,
  );
  expect(mails).toHaveLength(1);
  const [, code] = /attestations\/([2-9A-Z]{8})\/annulation/.exec(issued) ?? [];
  await post(`${page}/${code}/annulation`, { reason: 'mistake' }, { cookie });
  expect(await (await get(`/a/${code}`)).text()).toContain('Cette attestation est annulée');
});

it('taking one back asks first: whose it is, why, and who is told', async () => {
  const session = await aSession();
  await present(session, 'Łucja Dąbrowska', { email: 'lucja@exemple.fr', at });
  const [certificate] = await certified(session, at);
  await post(`${organiserPage(session.code)}/envoi`, {}, { cookie });
  const path = organiserPage(session.code, `/${certificate?.code}/annulation`);
  const list = await (await get(organiserPage(session.code), { cookie })).text();
  expect(list).toContain(`href="${path}"`);
  const asked = await (await get(path, { cookie })).text();
  for (const said of [
    'Łucja Dąbrowska sera prévenu·e par courriel, à l’adresse lucja@exemple.fr.',
    certificate && numberOf(certificate),
    '2 h',
  ])
    expect(asked.replaceAll('\u00a0', ' ')).toContain(said);
  const valid = async () =>
    (await (await get(`/a/${certificate?.code}`)).text()).includes('est valable');
  const unsaid = await post(path, { note: 'Deux fois la même' }, { cookie });
  const page = await unsaid.text();
  expect([unsaid.status, await valid()]).toEqual([422, true]);
  expect(page).toContain('href="#reason"');
  expect(page).toContain('Deux fois la même</textarea>');
  const vague = await post(path, { reason: 'other', note: ' ' }, { cookie });
  expect([vague.status, await valid()]).toEqual([422, true]);
  expect(await vague.text()).toContain('href="#note"');

  const why = { reason: 'mistake', note: 'Deux fois la même' };
  const answers = [await post(path, why, { cookie }), await post(path, why, { cookie })];
  expect(answers.map(({ status }) => status)).toEqual([303, 303]);
  expect(await valid()).toBe(false);
  const mails = await db.all<{ subject: string; raw: string }>(
    sql`SELECT subject, raw FROM mailbox WHERE recipient = 'lucja@exemple.fr' ORDER BY id`,
  );
  expect(mails.map(({ subject }) => subject.split(/\s:/)[0])).toEqual([
    'Votre attestation de présence',
    'Votre attestation de présence ne vaut plus',
  ]);
  const after = await (await get(organiserPage(session.code), { cookie })).text();
  expect(after).toContain('Elle a été établie par erreur – Deux fois la même');
  // What the organiser wrote stays there; and nothing says why to whoever verifies.
  const verified = await (await get(`/a/${certificate?.code}`)).text();
  expect(verified).toContain('La structure qui l’a établie l’a annulée.');
  for (const said of [verified, mails[1]?.raw]) expect(said).not.toContain('Deux fois');
  expect((await get(path, { cookie })).status).toBe(303);
});

it('says of none that it was corrected after it was sent, and which corrected ones wait', async () => {
  const session = await aSession();
  const person = await registered(session, { firstName: 'Camile', email: 'camille@exemple.fr' });
  const mark = { slot: 0, who: { registrationId: person.id }, state: 'present' as const, at };
  const sending = { marks: [{ id: newToken(), ...mark }], source: 'tick' as const };
  await recordAttendance(db, session.id, sending, { now: at, actor: 'system' });
  const [first] = await certified(session, at);
  const correct = async (firstName: string, version: string) => {
    const details = { firstName, lastName: person.lastName, seats: '1', version };
    const path = `/organisation/inscriptions/${person.id}/coordonnees`;
    expect((await post(path, details, { cookie })).status).toBe(303);
    const list = await get(organiserPage(session.code), { cookie });
    return (await list.text()).replaceAll('\u00a0', ' ');
  };
  expect(await correct('Camille', '1')).not.toContain('attend d’être envoyée');
  const verified = await (await get(`/a/${first?.code}`)).text();
  expect(verified).toContain('Le nom a été corrigé depuis.');
  expect(verified).not.toContain('envoi');
  await post(`${organiserPage(session.code)}/envoi`, {}, { cookie });
  const [sent] = await certified(session, at);
  expect(await correct('Kamille', '2')).toContain('Une attestation corrigée attend d’être envoyée');
  await post(`${organiserPage(session.code)}/envoi`, {}, { cookie });
  const [{ raw } = { raw: '' }] = await db.all<{ raw: string }>(
    sql`SELECT raw FROM mailbox WHERE recipient = 'camille@exemple.fr' ORDER BY id DESC LIMIT 1`,
  );
  const { email } = await readMail(raw);
  const number = sent && numberOf(sent);
  expect(email.text).toContain(`Celle-ci remplace la nº ${number}, qui ne vaut plus.`);
});
