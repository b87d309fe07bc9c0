/** A session without a date collects people who want to be told, and tells them when it has one. */
import { eq, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { expect, it } from 'vitest';
import { createApp } from '../../src/app';
import { cancelSession } from '../../src/domain/catalogue/cancel-session';
import { inputOf } from '../../src/domain/catalogue/duplicate-session';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import { SessionInput } from '../../src/domain/catalogue/inputs';
import type { Session } from '../../src/domain/catalogue/schema';
import { updateSession } from '../../src/domain/catalogue/update-session';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { tellDateWatchers } from '../../src/domain/registrations/date-watchers';
import { dateWatchers } from '../../src/domain/registrations/schema';
import { db } from '../support/db';
import { aSession, evening, now } from '../support/fixtures';
import { readMail } from '../support/mails';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const by = { now, actor: 'organiser:7' } as const;
const path = ({ code }: Session) => `/s/${code}/date`;
const fields = { firstName: 'Fatima', email: 'Fatima@Example.org', consent: '1', lang: 'fr' };

const undated = (values = {}) => aSession({ slots: [], ...values });
const watchers = ({ id }: Session) =>
  db.select().from(dateWatchers).where(eq(dateWatchers.sessionId, id));
const mails = async ({ id }: Session) =>
  db.select().from(outbox).where(eq(outbox.sessionId, id)).orderBy(outbox.id);
async function received(recipient: string) {
  const rows = await db
    .select()
    .from(mailbox)
    .where(eq(mailbox.recipient, recipient))
    .orderBy(mailbox.id);
  return Promise.all(rows.map(async ({ raw }) => (await readMail(raw)).email));
}

async function give(session: Session, slots = [evening]) {
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  const dateState = slots.length ? ('set' as const) : ('to_be_determined' as const);
  const input = v.parse(SessionInput, { ...inputOf(view), dateState, slots });
  const change = { id: session.id, version: view.session.version, input, reason: null };
  const outcome = await updateSession(db, change, by);
  if (!outcome.ok) throw new Error(outcome.reason);
}

it('offers it on the page of a session without a date, and on no other', async () => {
  const session = await undated();
  expect(await (await get(`/s/${session.code}`)).text()).toContain(`href="${path(session)}"`);
  expect((await get(path(session))).status).toBe(200);
  const dated = await aSession();
  expect(await (await get(`/s/${dated.code}`)).text()).not.toContain(path(dated));
  expect((await get(path(dated))).headers.get('Location')).toBe(`/s/${dated.code}`);
  const draft = await undated({ state: 'draft' });
  expect((await get(path(draft))).status).toBe(404);
  expect((await post(path(draft), fields)).status).toBe(404);
});

it('says at its field what is missing, and keeps what was typed', async () => {
  const session = await undated();
  const answer = await post(path(session), { firstName: 'Zoé', email: 'zoe@', lang: 'fr' });
  expect(answer.status).toBe(422);
  const html = await answer.text();
  expect(html).toContain('value="Zoé"');
  expect(html).toContain('id="email-error"');
  expect(html).toContain('id="consent-error"');
  expect(html).not.toContain('id="firstName-error"');
  expect(await watchers(session)).toEqual([]);
});

it('keeps one request an address, mails it once, and always answers the same', async () => {
  const session = await undated();
  const first = await post(path(session), fields);
  const second = await post(path(session), {
    ...fields,
    firstName: 'Autre',
    email: 'fatima@example.org',
  });
  for (const answer of [first, second]) {
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe('/date-attendue');
  }
  expect(await watchers(session)).toMatchObject([
    {
      firstName: 'Fatima',
      email: 'Fatima@Example.org',
      emailKey: 'fatima@example.org',
      consentAt: now,
      dueAt: null,
    },
  ]);
  expect((await mails(session)).map(({ kind }) => kind)).toEqual(['date_awaited']);
});

it('withdraws by a button on the page that the mail leads to, and not by opening it', async () => {
  const session = await undated();
  await post(path(session), { ...fields, email: 'lea@example.org' });
  const [mail] = await received('lea@example.org');
  const link = /https?:\/\/[^/]+(\/date-attendue\/\S+)/.exec(mail?.text ?? '')?.[1] ?? '';
  const page = await get(link);
  expect(page.status).toBe(200);
  expect(await watchers(session)).toHaveLength(1);
  expect((await post(link)).status).toBe(200);
  expect(await watchers(session)).toEqual([]);
  for (const dead of [link, `${link.slice(0, -1)}x`, '/date-attendue/nobody'])
    expect((await get(dead)).status).toBe(404);
});

it('tells each once when the date is set, with the date, and keeps nothing of them', async () => {
  const session = await undated();
  await post(path(session), { ...fields, email: 'ines@example.org' });
  await post(`${path(session)}?lang=en`, { ...fields, email: 'john@example.org', lang: 'en' });
  expect(await tellDateWatchers(db, now)).toBe(0);
  await give(session);
  expect(await tellDateWatchers(db, now, 1)).toBe(1);
  expect(await tellDateWatchers(db, now)).toBe(1);
  expect(await tellDateWatchers(db, now)).toBe(0);
  expect(await watchers(session)).toEqual([]);
  const told = (await mails(session)).filter(({ kind }) => kind === 'date_known');
  expect(told.map(({ recipient, locale }) => [recipient, locale])).toEqual([
    ['ines@example.org', 'fr'],
    ['john@example.org', 'en'],
  ]);
  expect(told[0]?.facts).toMatchObject({ cancelled: null, session: { slots: [evening] } });
});

it('tells them too when the session is cancelled, with the reason', async () => {
  const session = await undated();
  await post(path(session), { ...fields, email: 'omar@example.org' });
  await cancelSession(db, { id: session.id, version: 1, reason: 'Plus de financement' }, by);
  await tellDateWatchers(db, now);
  expect((await mails(session)).at(-1)?.facts).toMatchObject({
    cancelled: { reason: 'Plus de financement' },
  });
});

it('goes on waiting when the date was withdrawn before anyone was told', async () => {
  const session = await undated();
  await post(path(session), { ...fields, email: 'paul@example.org' });
  await give(session);
  await give(session, []);
  await tellDateWatchers(db, now);
  expect(await watchers(session)).toMatchObject([{ emailKey: 'paul@example.org', dueAt: null }]);
  await give(session);
  expect(await tellDateWatchers(db, now)).toBe(1);
});

it('reads an index when nobody is to be told, however many wait', async () => {
  const plan = await db.all<{ detail: string }>(
    sql`EXPLAIN QUERY PLAN SELECT id FROM date_watchers WHERE due_at IS NOT NULL ORDER BY due_at, id LIMIT 25`,
  );
  expect(plan.map(({ detail }) => detail).join()).toContain('date_watchers_due');
});
