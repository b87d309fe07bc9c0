/** Messages to registrants: who gets them, once, in bounded steps, and nobody else's data in any. */
import { eq, sql } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { cancelSession } from '../../src/domain/catalogue/cancel-session';
import { factsOf, findSessionById } from '../../src/domain/catalogue/find-session';
import type { Session } from '../../src/domain/catalogue/schema';
import { mailTrial } from '../../src/domain/drafts/mails';
import { outbox } from '../../src/domain/mail/schema';
import { makeRenderer } from '../../src/domain/messages/render';
import { expandNotes } from '../../src/domain/notes/expand-notes';
import { countReach, findNote, findProgress } from '../../src/domain/notes/find-notes';
import {
  chooseRecipients,
  countStandings,
  findSelection,
  listRecipients,
} from '../../src/domain/notes/recipients';
import type { Note, NoteAudience } from '../../src/domain/notes/schema';
import { sendNote, stopNote, trialFacts } from '../../src/domain/notes/send-note';
import { discardNote, draftNote, rewriteNote } from '../../src/domain/notes/write-note';
import { expandAnnouncements } from '../../src/domain/registrations/announce';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { listHistory } from '../../src/domain/registrations/history';
import { moveRegistration } from '../../src/domain/registrations/move';
import { hour, minute } from '../../src/lib/dates';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { network, readMail } from '../support/mails';
import { metered } from '../support/meter';
import { kindsOf, mailsOf, moment, paris, registered } from '../support/people';

const by = { now, actor: 'organiser:7' } as const;
const other = { now, actor: 'organiser:8' } as const;
const words = {
  audience: ['confirmed'] as NoteAudience[],
  subject: 'Pensez à votre numéro d’agrément',
  body: 'La salle ouvre à 19 h 30.\n\nÀ jeudi !',
};

let session: Session;
beforeEach(async () => {
  session = await aSession({ capacity: 2, maxCapacity: 2, videoUrl: 'https://visio.example.fr/x' });
});

async function aNote(values: Partial<typeof words> = {}): Promise<Note> {
  const { id } = await draftNote(db, session.id, { ...words, ...values }, by);
  return reloadNote({ id });
}
async function reloadNote({ id }: { id: number }): Promise<Note> {
  const note = await findNote(db, { id, sessionId: session.id });
  if (!note) throw new Error('no note');
  return note;
}
const send = (note: Note, sendAt: number | null = null) =>
  sendNote(db, note, { version: note.version, sendAt }, by);
/** How many of these registrations have how many of these mails. */
const notesOf = async (registration: { id: number }) =>
  (await kindsOf(registration)).filter((kind) => kind === 'note_to_registrants').length;

it('writes to those of the states that were chosen, and to no one else', async () => {
  const confirmed = await registered(session, { firstName: 'Élodie' });
  const gone = await registered(session);
  await cancelRegistration(db, gone, { actor: 'person', endedBy: 'person' }, moment);
  const other = await registered(session, { firstName: 'Fatma' });
  const waiting = await registered(session);
  const elsewhere = await registered(await aSession());
  expect(await countReach(db, session.id)).toMatchObject({
    confirmed: { withAddress: 2, without: 0 },
    waitlisted: { withAddress: 1, without: 0 },
  });
  const note = await aNote();
  expect(await expandNotes(db, { now })).toBe(0);
  expect(await send(note)).toEqual({ ok: true });
  await expandNotes(db, { now });
  expect(await Promise.all([confirmed, gone, other, waiting, elsewhere].map(notesOf))).toEqual([
    1, 0, 1, 0, 0,
  ]);
  expect(await reloadNote(note)).toMatchObject({ state: 'sent', written: 2 });
  expect((await listHistory(db, confirmed)).at(-1)).toMatchObject({
    event: 'note_sent',
    actor: 'organiser:7',
  });
});

it('carries the words, the session and the person’s own link, and nobody else', async () => {
  const one = await registered(session, { firstName: 'Élodie', email: 'elodie@exemple.fr' });
  await registered(session, { firstName: 'Fatma', lastName: 'Çelik', email: 'fatma@exemple.fr' });
  await send(await aNote());
  await expandNotes(db, { now });
  const [row] = await db
    .select()
    .from(outbox)
    .where(sql`registration_id = ${one.id} AND kind = 'note_to_registrants'`);
  if (!row) throw new Error('no mail');
  const { email } = await readMail((await makeRenderer(network)(row)).raw);
  expect(email.subject).toBe(words.subject);
  expect(email.to?.map(({ address }) => address)).toEqual(['elodie@exemple.fr']);
  for (const said of ['Bonjour Élodie,', 'La salle ouvre à 19 h 30.', 'À jeudi !', '/i/'])
    expect(email.text).toContain(said);
  for (const hidden of ['Fatma', 'Çelik', 'fatma@', 'visio.example.fr'])
    expect(`${JSON.stringify(row)}${email.text}${email.html}`).not.toContain(hidden);
});

it('waits for its time, reaches who registered meanwhile, and can be cancelled until then', async () => {
  const early = await registered(session);
  const at = now + 3 * hour;
  const note = await aNote();
  expect(await send(note, now)).toEqual({ ok: false, reason: 'in_the_past' });
  expect(await send(note, at)).toEqual({ ok: true });
  const late = await registered(session, {}, { now: now + 2 * hour });
  await expandNotes(db, { now: at - 1 });
  expect([await notesOf(early), await notesOf(late)]).toEqual([0, 0]);

  const stopped = await aNote();
  await send(stopped, at);
  expect(await stopNote(db, stopped, by)).toEqual({ ok: true });
  await expandNotes(db, { now: at });
  expect([await notesOf(early), await notesOf(late)]).toEqual([1, 1]);
  expect(await stopNote(db, note, by)).toEqual({ ok: false, reason: 'stale' });
  expect([(await reloadNote(stopped)).state, (await reloadNote(stopped)).written]).toEqual([
    'cancelled',
    0,
  ]);
});

it('does not write to who registers after the time that was set', async () => {
  await registered(session);
  const note = await aNote();
  await send(note);
  const late = await registered(session, {}, { now: now + 1 });
  await expandNotes(db, { now: now + minute });
  expect(await notesOf(late)).toBe(0);
  expect((await reloadNote(note)).written).toBe(1);
});

it('sends once, however often and by however many it is pressed', async () => {
  const person = await registered(session);
  const note = await aNote();
  const outcomes = await Promise.all([send(note), send(note), send(note)]);
  expect(outcomes).toEqual([{ ok: true }, { ok: true }, { ok: true }]);
  const lines = await db.all(sql`SELECT 1 FROM history
    WHERE event = 'note_scheduled' AND detail ->> '$.note' = ${note.id}`);
  expect(lines).toHaveLength(1);
  expect(await sendNote(db, note, { version: note.version, sendAt: null }, other)).toEqual({
    ok: false,
    reason: 'stale',
  });
  await Promise.allSettled([1, 2, 3, 4].map(() => expandNotes(db, { now })));
  await expandNotes(db, { now });
  expect(await notesOf(person)).toBe(1);
  expect((await reloadNote(note)).written).toBe(1);
});

/** A draft for these people. */
async function aNoteTo(people: { id: number }[]): Promise<Note> {
  const { subject, body } = words;
  const ids = people.map(({ id }) => id);
  return reloadNote(await draftNote(db, session.id, { subject, body, people: ids }, by));
}

it('writes to those who were chosen, and not to who cancelled or moved before it left', async () => {
  session = await aSession();
  const elsewhere = await aSession({ actionId: session.actionId });
  const [stays, cancels, moves, unasked] = [
    await registered(session),
    await registered(session),
    await registered(session),
    await registered(session),
  ];
  const note = await aNoteTo([stays, cancels, moves]);
  const at = now + 3 * hour;
  expect(await send(note, at)).toEqual({ ok: true });
  await cancelRegistration(db, cancels, { actor: 'person', endedBy: 'person' }, moment);
  const target = await findSessionById(db, elsewhere.id);
  if (!target) throw new Error('no session');
  expect(await moveRegistration(db, moves, target, moment)).toEqual({ ok: true });
  expect((await countStandings(db, [note])).get(note.id)).toEqual({
    reached: 1,
    no_address: 0,
    cancelled: 1,
    elsewhere: 1,
  });
  await expandNotes(db, { now: at });
  expect(await Promise.all([stays, cancels, moves, unasked].map(notesOf))).toEqual([1, 0, 0, 0]);
  expect(await reloadNote(note)).toMatchObject({ state: 'sent', written: 1 });
});

it('takes for its people only those of its session who have not cancelled, while it is a draft', async () => {
  session = await aSession();
  const [one, two, gone] = [
    await registered(session),
    await registered(session),
    await registered(session),
  ];
  await cancelRegistration(db, gone, { actor: 'person', endedBy: 'person' }, moment);
  const stranger = await registered(await aSession());
  const note = await aNoteTo([one, gone, stranger]);
  const chosen = async () => (await listRecipients(db, note)).map(({ id }) => id).sort();
  expect(await chosen()).toEqual([one.id]);
  // Whoever sends it has seen these people, and no others.
  expect(await chooseRecipients(db, note, { ticked: [two.id], shown: [two.id] })).toEqual({
    ok: true,
  });
  expect(await send(note)).toEqual({ ok: false, reason: 'stale' });
  expect(await send(await reloadNote(note))).toEqual({ ok: true });
  expect(await chooseRecipients(db, note, { ticked: [], shown: [one.id] })).toEqual({
    ok: false,
    reason: 'stale',
  });
  expect(await chosen()).toEqual([one.id, two.id].sort());
});

it('sends nothing that has no words, and nothing to nobody who was chosen', async () => {
  const person = await registered(session);
  const people = [person.id];
  const blank = await draftNote(db, session.id, { subject: '', body: '', people }, by);
  expect(await send(await reloadNote(blank))).toEqual({ ok: false, reason: 'stale' });
  expect(await findSelection(db, session.id, by.actor)).toEqual({ id: blank.id, chosen: 1 });
  expect(await findSelection(db, session.id, other.actor)).toBeNull();
  const nobody = await aNoteTo([]);
  expect(await send(nobody, now + hour)).toEqual({ ok: false, reason: 'nobody' });
  expect(await discardNote(db, await reloadNote(blank))).toEqual({ ok: true });
  expect(await findSelection(db, session.id, by.actor)).toBeNull();
});

it('costs what it is for: three of 500 are written to without reading the others', async () => {
  session = await aSession({ capacity: 5000, maxCapacity: 5000 });
  const [one, two, three] = [
    await registered(session),
    await registered(session),
    await registered(session),
  ];
  await db.run(sql`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name,
      email, email_key, seats, state_changed_at, created_at)
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
    SELECT session_id, party_id, 'confirmed', 'import', 'Camille', 'Nº ' || i, 'q' || i, 'q' || i, 1, 0, 0
    FROM n, registrations WHERE id = ${one.id}`);
  const note = await aNoteTo([one, two, three]);
  await send(note);
  const { bill } = await metered((metredDb) => expandNotes(metredDb, { now }, 100));
  expect((await reloadNote(note)).written).toBe(3);
  expect(bill.rowsRead).toBeLessThan(250);
});

it('refuses to send to nobody', async () => {
  expect(await send(await aNote({ audience: ['waitlisted'] }))).toEqual({
    ok: false,
    reason: 'nobody',
  });
});

it('overwrites nothing: a draft that changed, or was sent, meanwhile', async () => {
  await registered(session);
  const note = await aNote();
  const stale = { ok: false, reason: 'stale' };
  expect(await rewriteNote(db, note, { ...words, subject: 'Nouvel objet' })).toEqual({ ok: true });
  expect(await rewriteNote(db, note, { ...words, subject: 'Autre objet' })).toEqual(stale);
  expect(await send(note)).toEqual(stale);
  const current = await reloadNote(note);
  expect(current.subject).toBe('Nouvel objet');
  await send(current);
  const sent = await reloadNote(note);
  expect(await rewriteNote(db, sent, words)).toEqual(stale);
  expect(await discardNote(db, sent)).toEqual(stale);
});

it('shows how far it has come, and what failed', async () => {
  const [one, two] = [await registered(session), await registered(session)];
  const note = await aNote();
  await send(note);
  await expandNotes(db, { now });
  expect(await findProgress(db, note)).toEqual({ waiting: 2, failed: 0, withdrawn: 0 });
  const mark = (registration: { id: number }, state: 'sent' | 'failed') =>
    db
      .update(outbox)
      .set({ state })
      .where(sql`registration_id = ${registration.id} AND kind = 'note_to_registrants'`);
  await mark(one, 'sent');
  await mark(two, 'failed');
  expect(await findProgress(db, note)).toEqual({ waiting: 0, failed: 1, withdrawn: 0 });
});

it('mails a trial to its writer, as the mail will be, and counts it nowhere', async () => {
  await registered(session);
  const note = await aNote();
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  const writer = { email: 'camille@exemple.fr', locale: 'fr', now } as const;
  const facts = trialFacts(note, factsOf(view), 'Camille');
  await mailTrial(db, { kind: 'note_to_registrants', facts, ...writer });
  const [row] = await db.select().from(outbox).where(eq(outbox.recipient, writer.email));
  if (!row) throw new Error('no trial');
  const { email } = await readMail((await makeRenderer(network)(row)).raw);
  expect(email.subject).toBe(`[Essai] ${words.subject}`);
  expect(email.text).toContain(`/s/${session.code}`);
  expect(JSON.stringify(row)).not.toContain('visio.example.fr');
  expect(await findProgress(db, note)).toEqual({ waiting: 0, failed: 0, withdrawn: 0 });
});

it('takes 2,000 people in bounded steps, resumes where it stopped, and writes to each once', async () => {
  await db.update(outbox).set({ state: 'sent' });
  const big = await aSession({ capacity: 5000, maxCapacity: 5000 });
  session = big;
  await registered(big);
  await db.$client
    .prepare(`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name, email,
      email_key, seats, state_changed_at, created_at)
      WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1999)
      SELECT session_id, party_id, 'confirmed', 'import', 'Camille', 'Nº ' || i, 'p' || i || '@exemple.fr',
        'p' || i || '@exemple.fr', 1, 0, 0 FROM n, registrations WHERE session_id = ?`)
    .bind(big.id)
    .run();
  const note = await aNote();
  await send(note);
  const { result, bill } = await metered((metredDb) => expandNotes(metredDb, { now }, 100));
  expect(result).toBe(100);
  expect((await reloadNote(note)).written).toBe(100);
  expect(bill.queries).toBeLessThanOrEqual(4 * 9);
  expect(bill.rowsRead).toBeLessThan(100 * 25);
  for (let run = 0; run < 25; run++) await expandNotes(db, { now }, 100);
  expect(await reloadNote(note)).toMatchObject({ state: 'sent', written: 2000 });
  const [count] = await db
    .select({ all: sql<number>`count(*)`, people: sql<number>`count(DISTINCT registration_id)` })
    .from(outbox)
    .where(eq(outbox.dispatch, `note:${note.id}`));
  expect(count).toEqual({ all: 2000, people: 2000 });
  const progress = await metered((metredDb) => findProgress(metredDb, { id: note.id + 1 }));
  expect(progress.bill.rowsRead).toBeLessThan(5);
});

it('is refused by the database itself when the same person is written to twice', async () => {
  const person = await registered(session);
  const note = await aNote();
  await send(note);
  await expandNotes(db, { now });
  // As if a step had been forgotten: the cursor is put back.
  await db.run(sql`UPDATE notes SET state = 'scheduled', cursor = 0 WHERE id = ${note.id}`);
  await expect(expandNotes(db, { now })).rejects.toThrow();
  expect((await mailsOf(person)).filter(({ kind }) => kind === 'note_to_registrants')).toHaveLength(
    1,
  );
  await db.run(sql`UPDATE notes SET state = 'sent' WHERE id = ${note.id}`);
});

it('writes to those registered when the session was cancelled, and not to who had left', async () => {
  const off = await aSession();
  const [stayed, left, waiting] = [
    await registered(off),
    await registered(off),
    await registered(off),
  ];
  await cancelRegistration(db, left, { actor: 'person', endedBy: 'person' }, moment);
  await cancelSession(db, { id: off.id, version: off.version, reason: null }, by);
  await expandAnnouncements(db, { now: now + 1, timeZone: paris });
  expect((await countReach(db, off.id)).session_cancelled).toEqual({ withAddress: 2, without: 0 });
  const audience = ['session_cancelled'] as const;
  const { id } = await draftNote(db, off.id, { ...words, audience: [...audience] }, by);
  const note = await findNote(db, { id, sessionId: off.id });
  if (!note) throw new Error('no note');
  expect(await send(note)).toEqual({ ok: true });
  await expandNotes(db, { now: now + 2 });
  const written = await db.select().from(outbox).where(eq(outbox.kind, 'note_to_registrants'));
  const to = (one: { id: number }) =>
    written.filter((mail) => mail.registrationId === one.id).map(({ state }) => state);
  expect([to(stayed), to(left), to(waiting)]).toEqual([['queued'], [], ['queued']]);
});
