/**
 * Delivery as it runs in production: the deployed bundle in workerd, a database on disk and a real
 * SMTP server, which refuses, goes away in the middle, comes back; and the process killed in between.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { connect, type Database } from '../../src/db/client';
import { type OutboxRow, outbox } from '../../src/domain/mail/schema';
import { minute } from '../../src/lib/dates';
import { readMail } from '../support/mails';
import { putMail } from '../support/outbox';
import { openPeer, type Peer } from '../support/smtp-peer';

const directory = mkdtempSync(join(tmpdir(), 'farandole-smtp-'));
process.env.DATA_DIR = directory;
// Read after DATA_DIR is set: they take it when they are loaded.
const { bundle } = await import('../../scripts/local/bundle');
const { migrate } = await import('../../scripts/local/migrate');
const { startServer } = await import('../../scripts/local/server');

let peer: Peer;
let server: Awaited<ReturnType<typeof startServer>>;
let db: Database;

async function start(smtpUrl = `smtp://127.0.0.1:${peer.port}`) {
  const made = await bundle();
  server = await startServer(made, {
    ...made.options.bindings,
    SIGNING_SECRET: 'a signing secret that is only for tests',
    MAIL_TRANSPORT: 'smtp',
    SMTP_URL: smtpUrl,
  });
  await migrate(server.ask, made.migrations);
  db = connect(await server.database());
}

beforeAll(async () => {
  peer = await openPeer();
  await start();
});
afterAll(async () => {
  await server.stop();
  await peer.close();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(async () => {
  peer.received.length = 0;
  await db.delete(outbox);
});
afterEach(() => peer.behave(() => 'take'));

const stored = async (mail: OutboxRow) =>
  (await db.select().from(outbox).where(eq(outbox.id, mail.id)))[0];
/** As if the wait were over. */
const letTimePass = () => db.update(outbox).set({ nextAttemptAt: 0 });
const idOf = (mail: OutboxRow) => `<${mail.messageId}@farandole.example>`;

it('sends text and HTML as they were composed, several mails over one connection', async () => {
  for (let i = 0; i < 5; i++) await putMail(db);
  const before = peer.connections();
  await server.tick();
  expect(peer.received.length).toBe(5);
  expect(peer.connections() - before).toBe(1);
  const { email } = await readMail(peer.received[0]?.raw ?? '');
  expect(email.subject).toContain('Inscription confirmée – jeudi 25 mai');
  expect(email.text).toContain('C’est noté : votre place est réservée.');
  expect(email.html).toContain('Salle du Capitole, Alès');
});

it('tries again what the server refuses for now, and fails at once what it refuses for good', async () => {
  const [later, never, content, fine] = [
    await putMail(db),
    await putMail(db),
    await putMail(db),
    await putMail(db),
  ];
  const answers = new Map([
    [later.recipient, { refuse: 451, at: 'recipient' } as const],
    [never.recipient, { refuse: 550, at: 'recipient' } as const],
    [content.recipient, { refuse: 554, at: 'content' } as const],
  ]);
  peer.behave((recipient) => answers.get(recipient) ?? 'take');
  await server.tick();
  expect(peer.received.map((mail) => mail.messageId)).toEqual([idOf(fine)]);
  expect(await stored(never)).toMatchObject({
    state: 'failed',
    attempts: 1,
    lastError: '550 <…>: not now or never',
  });
  expect(await stored(content)).toMatchObject({ state: 'failed', attempts: 1 });
  expect(await stored(later)).toMatchObject({
    state: 'queued',
    attempts: 1,
    lastError: '451 <…>: not now or never',
  });
  peer.behave(() => 'take');
  await server.tick();
  expect((await stored(later))?.state).toBe('queued');
  await letTimePass();
  await server.tick();
  expect((await stored(later))?.state).toBe('sent');
});

it('sends again a mail whose connection dropped in the middle of it', async () => {
  const mail = await putMail(db);
  peer.behave(() => 'drop_in_the_middle');
  await server.tick();
  expect(await stored(mail)).toMatchObject({ state: 'queued', attempts: 1 });
  peer.behave(() => 'take');
  await letTimePass();
  await server.tick();
  expect(peer.received.map((m) => m.messageId)).toEqual([idOf(mail)]);
});

it('shows a mail that may come twice under one Message-ID, byte for byte the same', async () => {
  const mail = await putMail(db);
  peer.behave(() => 'drop_before_answering');
  await server.tick();
  expect((await stored(mail))?.state).toBe('queued');
  peer.behave(() => 'take');
  await letTimePass();
  await server.tick();
  expect((await stored(mail))?.state).toBe('sent');
  expect(peer.received.map((m) => m.messageId)).toEqual([idOf(mail), idOf(mail)]);
  expect(peer.received[1]?.raw).toBe(peer.received[0]?.raw);
});

it('waits for a server that is away, at the price of one try, and sends all when it is back', async () => {
  const mails = [await putMail(db), await putMail(db), await putMail(db)];
  const { port } = peer;
  await peer.close();
  await server.tick();
  const attempts = (await db.select().from(outbox)).map((row) => row.attempts);
  expect(attempts.reduce((a, b) => a + b)).toBe(1);
  peer = await openPeer({}, { port });
  await letTimePass();
  await server.tick();
  expect(peer.received.map((m) => m.messageId).sort()).toEqual(mails.map(idOf).sort());
});

it('sends each mail once when several deliveries run at once', async () => {
  for (let i = 0; i < 20; i++) await putMail(db);
  await Promise.all([server.tick(), server.tick(), server.tick(), server.tick()]);
  expect(peer.received.length).toBe(20);
  expect(new Set(peer.received.map((mail) => mail.messageId)).size).toBe(20);
});

it('takes up a mail after the process was killed between claim and answer', async () => {
  const mail = await putMail(db);
  peer.behave(() => 'never_answer');
  const arrived = peer.nextMessage();
  const ended = server.tick().catch(() => {});
  await arrived;
  expect(await stored(mail)).toMatchObject({ state: 'sending', attempts: 1 });
  await server.stop();
  await ended;
  peer.behave(() => 'take');
  await start();
  await server.tick();
  expect((await stored(mail))?.state).toBe('sending');
  await db.update(outbox).set({ claimedAt: Date.now() - 4 * minute });
  await server.tick();
  expect(await stored(mail)).toMatchObject({ state: 'sent', attempts: 2 });
  expect(peer.received.map((m) => m.messageId)).toEqual([idOf(mail)]);

  // A start by hand waits for nobody: it is alone on its data.
  await db.update(outbox).set({ state: 'sending', claimedAt: Date.now(), sentAt: null });
  await server.ask('freeMail', null);
  await server.tick();
  expect((await stored(mail))?.state).toBe('sent');
});

const outside = Object.values(networkInterfaces())
  .flatMap((addresses) => addresses ?? [])
  .find(({ family, internal }) => family === 'IPv4' && !internal)?.address;

it.skipIf(!outside)(
  'gives no mail and no password to a server elsewhere that offers no encryption',
  async () => {
    // To see it fail: drop requireTLS in the transport.
    const commands: string[] = [];
    const elsewhere = await openPeer(
      {
        disabledCommands: ['STARTTLS'],
        allowInsecureAuth: true,
        onAuth({ username }, _session, callback) {
          commands.push(`AUTH ${username}`);
          callback(null, { user: username });
        },
      },
      { host: '0.0.0.0' },
    );
    await server.stop();
    await start(`smtp://user:secret@${outside}:${elsewhere.port}`);
    const mail = await putMail(db);
    await server.tick();
    expect(elsewhere.connections()).toBe(1);
    expect(commands).toEqual([]);
    expect(elsewhere.received).toEqual([]);
    expect(await stored(mail)).toMatchObject({ state: 'queued', attempts: 1 });
    await elsewhere.close();
  },
);

it('signs in, and waits with all mails when the sign-in is refused', async () => {
  const known = new Set(['secret']);
  const asking = await openPeer({
    disabledCommands: ['STARTTLS'],
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, callback) {
      if (known.has(password ?? '')) callback(null, { user: username });
      else callback(Object.assign(new Error('535 who are you'), { responseCode: 535 }));
    },
  });
  await server.stop();
  await start(`smtp://us%40er:secret@127.0.0.1:${asking.port}`);
  const mails = [await putMail(db), await putMail(db)];
  known.clear();
  await server.tick();
  const tries = (await db.select().from(outbox)).map((row) => [row.state, row.attempts]);
  expect(tries.sort()).toEqual([
    ['queued', 0],
    ['queued', 1],
  ]);
  known.add('secret');
  await letTimePass();
  await server.tick();
  expect(asking.received.map((m) => m.messageId).sort()).toEqual(mails.map(idOf).sort());
  await asking.close();
});
