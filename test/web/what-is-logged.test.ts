/**
 * What reaches the log when something breaks: what it was and where, and nobody's name or address.
 * The queries fail for real: a table is renamed, or a trigger refuses the row.
 */
import { sql } from 'drizzle-orm';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createApp } from '../../src/app';
import { transact } from '../../src/db/client';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { parseSettings } from '../../src/env';
import { runTimetable, timetable } from '../../src/jobs/timetable';
import { logError } from '../../src/lib/log';
import { bindings, db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { anAccount, signedInCookie } from '../support/organisers';
import { putMail } from '../support/outbox';
import { visit } from '../support/web';

const { get, post } = visit(createApp({ clock: () => now }));
const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
beforeEach(() => logged.mockClear());
afterEach(async () => {
  await transact(db, [
    sql`DROP TRIGGER IF EXISTS no_registrations`,
    sql`DROP TRIGGER IF EXISTS no_mailbox`,
  ]);
});

/** Everything that was handed to the console, as it prints it: an error with all that hangs on it. */
const log = () =>
  logged.mock.calls
    .flat()
    .map((said) => (typeof said === 'string' ? said : JSON.stringify(said, everything)))
    .join('\n');
const everything = (_: string, value: unknown) =>
  value instanceof Error
    ? Object.fromEntries(
        Object.getOwnPropertyNames(value).map((key) => [key, value[key as keyof Error]]),
      )
    : value;
const fatima = /fatima|benali|0600000001/i;

it('names nobody when a registration cannot be written', async () => {
  const session = await aSession();
  await transact(db, [
    sql`CREATE TRIGGER no_registrations BEFORE INSERT ON registrations
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  ]);
  const answer = await post(`/s/${session.code}/inscriptions`, {
    firstName: 'Fatima',
    lastName: 'Benali',
    email: 'fatima.benali@exemple.fr',
    phone: '0600000001',
    consent: '1',
    submissionKey: 'key-of-a-page-view-1',
    lang: 'fr',
  });
  expect(answer.status).toBe(500);
  expect(logged).toHaveBeenCalledTimes(1);
  expect(log()).toMatch(/^POST \/s\/:code\/inscriptions\n/);
  expect(log()).toContain('D1_ERROR: the disk is full');
  expect(log()).toMatch(/\n\s+at .*:\d+:\d+/);
  expect(log()).not.toMatch(fatima);
});

it('names nobody when a search fails', async () => {
  const cookie = await signedInCookie((await anAccount('administrator')).id);
  await transact(db, [sql`ALTER TABLE venues RENAME TO venues_gone`]);
  const search = '/organisation/seances?q=fatima.benali%40exemple.fr';
  expect((await get(search, { cookie })).status).toBe(500);
  await transact(db, [sql`ALTER TABLE venues_gone RENAME TO venues`]);
  expect(log()).toContain('no such table: venues');
  expect(log()).not.toMatch(fatima);
  // One line a bug, not one a cause.
  expect(logged).toHaveBeenCalledTimes(1);
});

it('names nobody when a job fails, whatever the message quotes', async () => {
  const work = { db, settings: parseSettings(bindings), bindings, now };
  await runTimetable(work, {
    query: async () => {
      await db.insert(mailbox).values({
        messageId: '1',
        recipient: 'fatima.benali@exemple.fr',
        subject: 'Fatima',
        // Against a NOT NULL, with everything else among the parameters.
        raw: null as unknown as string,
        receivedAt: now,
      });
    },
    parser: async () => JSON.parse('Fatima Benali'),
    message: async () => {
      throw new Error('Fatima\n    at Benali (index.js:1:2)');
    },
  });
  expect(logged).toHaveBeenCalledTimes(3);
  expect(log()).toContain('« query »');
  expect(log()).toContain('NOT NULL constraint failed: mailbox.raw');
  expect(log()).toContain('SyntaxError');
  expect(log()).not.toMatch(fatima);
});

it('names nobody in the reason that a mail keeps when a fault of ours stops it', async () => {
  await db.delete(outbox);
  await putMail(db, { recipient: 'fatima.benali@exemple.fr', nextAttemptAt: now });
  await transact(db, [
    sql`CREATE TRIGGER no_mailbox BEFORE INSERT ON mailbox
      BEGIN SELECT RAISE(ABORT, 'the disk is full'); END`,
  ]);
  const deliver = timetable['deliver mail'];
  await deliver?.({ db, settings: parseSettings(bindings), bindings, now });
  const [mail] = await db.select().from(outbox);
  expect(mail).toMatchObject({ state: 'queued', attempts: 1 });
  expect(mail?.lastError).toBe('A fault of the software: Error');
});

it('keeps what names a setting, and cuts D1’s words where a value begins', () => {
  const settings = Object.assign(new Error('Settings to put right:\n  BASE_URL is missing'), {
    name: 'SettingsError',
  });
  logError('GET /', settings);
  expect(log()).toContain('BASE_URL is missing');
  logged.mockClear();
  logError('GET /', new Error('D1_ERROR: fts5: syntax error near "fatima": SQLITE_ERROR'));
  expect(log()).toMatch(/^GET \/\nError: D1_ERROR: fts5: syntax error near …/);
});
