import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { Hono } from 'hono';
import { beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../../src/app';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { parseSettings } from '../../src/env';
import worker from '../../src/index';
import { runTimetable } from '../../src/jobs/timetable';
import { links } from '../../src/links';
import type { AppEnv } from '../../src/web/context';
import { deliverSoon } from '../../src/web/deliver-soon';
import { bindings, db } from '../support/db';
import { now } from '../support/fixtures';
import { conference, person } from '../support/mails';
import { putMail } from '../support/outbox';

beforeEach(async () => {
  await db.delete(outbox);
  await db.delete(mailbox);
});

const get = (path: string) => Promise.resolve(createApp().request(path, {}, bindings));

async function deliver(): Promise<number> {
  const controller = createScheduledController({ scheduledTime: new Date(now) });
  await worker.scheduled(controller, bindings);
  const [mail] = await db.select().from(mailbox);
  return mail?.id ?? 0;
}

it('lists each mail that the timetable delivers, newest first, a page at a time', async () => {
  expect(await (await get('/boite-locale')).text()).toContain('Aucun message');
  for (let i = 0; i < 27; i++) await putMail(db);
  await deliver();
  await deliver();
  const first = await (await get('/boite-locale')).text();
  expect(first.match(/href="\/boite-locale\/\d+"/g)?.length).toBe(25);
  const next = /href="(\/boite-locale\?avant=\d+)"/.exec(first)?.[1] ?? '';
  const second = await (await get(next)).text();
  expect(second.match(/href="\/boite-locale\/\d+"/g)?.length).toBe(2);
});

it('shows the text with its links, the calendar, and the HTML in a frame without scripts', async () => {
  await putMail(db, { calendarSequence: 0, registrationId: null });
  const id = await deliver();
  const page = await (await get(links.mailboxMail(id))).text();
  expect(page).toContain('<iframe');
  expect(page).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(page).toContain('Salle du Capitole, Alès');
  const preview = await get(links.mailboxPreview(id));
  expect(preview.headers.get('Content-Security-Policy')).toMatch(/^default-src 'none';.*sandbox/);
  expect(preview.headers.get('X-Frame-Options')).toBe('SAMEORIGIN');
  expect(await preview.text()).toContain('votre place est réservée');
});

it('gives the message as it would go over the wire', async () => {
  await putMail(db);
  const id = await deliver();
  const eml = await get(links.mailboxEml(id));
  expect(eml.headers.get('Content-Type')).toBe('message/rfc822');
  expect(eml.headers.get('Content-Disposition')).toContain('.eml"');
  const [stored] = await db.select().from(mailbox);
  expect(new TextDecoder().decode(await eml.arrayBuffer())).toBe(stored?.raw);
});

it('escapes what a mail holds', async () => {
  const title = '<script>alert(1)</script>';
  await putMail(db, { facts: { session: { ...conference, title }, person, byColleague: false } });
  const id = await deliver();
  for (const path of [links.mailbox(), links.mailboxMail(id), links.mailboxPreview(id)])
    expect(await (await get(path)).text()).not.toContain('<script>alert');
});

it('is unknown wherever mails really leave, and so are its mails', async () => {
  await putMail(db);
  const id = await deliver();
  const sending = { ...bindings, MAIL_TRANSPORT: 'smtp', SMTP_URL: 'smtp://127.0.0.1:9' };
  for (const path of [
    links.mailbox(),
    links.mailboxMail(id),
    links.mailboxPreview(id),
    links.mailboxEml(id),
  ])
    expect((await createApp().request(path, {}, sending)).status).toBe(404);
  for (const path of ['/boite-locale/999999', '/boite-locale/999999.eml', '/boite-locale/abc'])
    expect((await get(path)).status).toBe(404);
});

it('is unknown under any name but this machine’s own, whatever the transport', async () => {
  for (const host of [
    'inscriptions.exemple.fr',
    'farandole.workers.dev',
    '127.0.0.1.exemple.fr',
    '192.168.1.7',
  ])
    expect((await get(`http://${host}/boite-locale`)).status).toBe(404);
  for (const host of ['localhost:8787', '127.0.0.1:8787', '[::1]:8787'])
    expect((await get(`http://${host}/boite-locale`)).status).toBe(200);
});

it('delivers right after the response, the mail of the request first', async () => {
  for (let i = 0; i < 8; i++)
    await putMail(db, { createdAt: now - 1000, nextAttemptAt: now - 1000 });
  const mine = await putMail(db);
  const app = new Hono<AppEnv>().get('/', (c) => {
    c.set('db', db);
    c.set('settings', parseSettings(bindings));
    c.set('now', now);
    deliverSoon(c);
    return c.text('answered');
  });
  const context = createExecutionContext();
  await app.request('/', {}, bindings, context);
  await waitOnExecutionContext(context);
  const received = await db.select().from(mailbox);
  expect(received.length).toBe(6);
  expect(received[0]?.recipient).toBe(mine.recipient);
});

it('runs the other jobs when one fails, and logs it once without anybody’s data', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const done: string[] = [];
  await runTimetable(
    { db, settings: parseSettings(bindings), bindings, now },
    {
      first: async () => {
        throw new Error('UNIQUE: fatima@example.org');
      },
      second: async () => done.push('second'),
    },
  );
  expect(done).toEqual(['second']);
  expect(logged).toHaveBeenCalledTimes(1);
  expect(String(logged.mock.calls[0])).toContain('« first »');
  expect(String(logged.mock.calls[0])).not.toContain('fatima');
  logged.mockRestore();
});
