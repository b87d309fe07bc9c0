import { eq } from 'drizzle-orm';
import { beforeEach, expect, it } from 'vitest';
import { claimHoldsFor, claimNext, maxAttempts } from '../../src/domain/mail/claim';
import { deliverOutbox } from '../../src/domain/mail/deliver';
import { mailbox, outbox } from '../../src/domain/mail/schema';
import { type ComposedMail, TransportError } from '../../src/domain/mail/transport';
import { makeRenderer } from '../../src/domain/messages/render';
import { parties, registrations } from '../../src/domain/registrations/schema';
import { day, hour, minute } from '../../src/lib/dates';
import { mailboxTransport } from '../../src/transports/mailbox';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { conference, network } from '../support/mails';
import { metered } from '../support/meter';
import { putMail } from '../support/outbox';

const render = makeRenderer(network);

beforeEach(async () => {
  await db.delete(outbox);
  await db.delete(mailbox);
});

const stored = async (id: number) =>
  (await db.select().from(outbox).where(eq(outbox.id, id)))[0] ?? null;

/** A receiving side that answers what the test tells it to, and keeps what it accepted. */
function aServer(answer: (mail: ComposedMail) => void = () => {}) {
  const accepted: ComposedMail[] = [];
  const tried: string[] = [];
  const send = async (mail: ComposedMail) => {
    tried.push(mail.to);
    await Promise.resolve();
    answer(mail);
    accepted.push(mail);
  };
  return { accepted, tried, transport: { send } };
}

it('delivers each mail once, into the local mailbox, under the Message-ID of its row', async () => {
  const mail = await putMail(db);
  const deliver = () =>
    deliverOutbox(db, { transport: mailboxTransport(db, () => now), render, now, limit: 10 });
  expect(await deliver()).toEqual({ sent: 1, failed: 0 });
  expect(await deliver()).toEqual({ sent: 0, failed: 0 });
  expect(await db.select().from(mailbox)).toMatchObject([
    { messageId: `<${mail.messageId}@farandole.example>`, recipient: mail.recipient },
  ]);
  expect(await stored(mail.id)).toMatchObject({ state: 'sent', sentAt: now, attempts: 1 });
});

it('never sends a mail twice when many workers deliver at once', async () => {
  // To see it fail: in claimNext, read the id first and update it in a second statement.
  for (let i = 0; i < 30; i++) await putMail(db);
  const server = aServer();
  const runs = await Promise.all(
    Array.from({ length: 8 }, () =>
      deliverOutbox(db, { transport: server.transport, render, now, limit: 30 }),
    ),
  );
  expect(runs.reduce((sum, run) => sum + run.sent, 0)).toBe(30);
  expect(server.accepted.length).toBe(30);
  expect(new Set(server.accepted.map((m) => m.messageId)).size).toBe(30);
});

it('never lets a later mail of a registration overtake an earlier one', async () => {
  // To see it fail: delete the NOT EXISTS of claimNext.
  const registrationId = await aRegistration();
  const first = await putMail(db, { registrationId, holderVersion: 1, calendarSequence: 0 });
  const second = await putMail(db, {
    kind: 'session_changed',
    registrationId,
    holderVersion: 1,
    recipient: first.recipient,
    facts: { ...first.facts, before: conference, reason: null },
  });
  const other = await putMail(db);
  let down = true;
  const server = aServer((mail) => {
    if (down && mail.to === first.recipient) throw new TransportError('451 try later');
  });
  const deliver = (at: number) =>
    deliverOutbox(db, { transport: server.transport, render, now: at, limit: 10, first: 'newest' });
  await deliver(now);
  expect(server.accepted.map((m) => m.to)).toEqual([other.recipient]);
  down = false;
  await deliver(now + minute);
  expect(server.accepted.map((m) => m.to)).toEqual([
    other.recipient,
    first.recipient,
    second.recipient,
  ]);
});

it('tries for a day with growing waits, then fails with the server’s words, without addresses', async () => {
  const mail = await putMail(db);
  const server = aServer((m) => {
    throw new TransportError(`451 4.3.0 <${m.to}>: mailbox busy`);
  });
  const tries: number[] = [];
  for (let at = now; ; ) {
    await deliverOutbox(db, { transport: server.transport, render, now: at, limit: 5 });
    tries.push(at);
    const row = await stored(mail.id);
    expect(server.tried.length).toBe(tries.length);
    if (row?.state !== 'queued') break;
    // A moment too early, nothing happens.
    await deliverOutbox(db, {
      transport: server.transport,
      render,
      now: row.nextAttemptAt - 1,
      limit: 5,
    });
    at = row.nextAttemptAt;
  }
  expect(tries.length).toBe(maxAttempts);
  const waits = tries.slice(1).map((at, i) => at - (tries[i] ?? 0));
  expect(waits).toEqual(waits.toSorted((a, b) => a - b));
  expect((tries.at(-1) ?? 0) - now).toBeGreaterThan(23 * hour);
  expect((tries.at(-1) ?? 0) - now).toBeLessThan(2 * day);
  expect(await stored(mail.id)).toMatchObject({
    state: 'failed',
    attempts: maxAttempts,
    lastError: '451 4.3.0 <…>: mailbox busy',
  });
});

it('fails at once when trying again cannot help, and goes on with the others', async () => {
  const gone = await putMail(db);
  const fine = await putMail(db);
  const { transport } = aServer((m) => {
    if (m.to === gone.recipient) throw new TransportError('550 5.1.1 no such user', 'permanent');
  });
  expect(await deliverOutbox(db, { transport, render, now, limit: 5 })).toEqual({
    sent: 1,
    failed: 1,
  });
  expect(await stored(gone.id)).toMatchObject({ state: 'failed', attempts: 1 });
  expect(await stored(fine.id)).toMatchObject({ state: 'sent' });
});

it('stops after one try when nothing passes, so that an outage does not use up everyone’s tries', async () => {
  for (let i = 0; i < 5; i++) await putMail(db);
  const server = aServer(() => {
    throw new TransportError('connect ECONNREFUSED', 'unavailable');
  });
  await deliverOutbox(db, { transport: server.transport, render, now, limit: 5 });
  expect(server.tried.length).toBe(1);
  const rows = await db.select().from(outbox);
  expect(rows.map((r) => r.attempts).sort()).toEqual([0, 0, 0, 0, 1]);
});

it('does not let a mail that cannot be rendered block the others', async () => {
  const broken = await putMail(db, { facts: { session: null, person: null } });
  const unknown = await putMail(db, { kind: 'of_the_future' });
  const fine = await putMail(db);
  const server = aServer();
  await deliverOutbox(db, { transport: server.transport, render, now, limit: 5 });
  expect(server.accepted.map((m) => m.to)).toEqual([fine.recipient]);
  expect(await stored(broken.id)).toMatchObject({ state: 'queued', attempts: 1 });
  expect(await stored(unknown.id)).toMatchObject({ state: 'queued', attempts: 1 });
});

it('takes up what a worker left between claim and send, under the same Message-ID', async () => {
  const mail = await putMail(db);
  expect((await claimNext(db, now, 'oldest'))?.id).toBe(mail.id);
  const server = aServer();
  const deliver = (at: number) =>
    deliverOutbox(db, { transport: server.transport, render, now: at, limit: 5 });
  await deliver(now + claimHoldsFor - 1);
  expect(server.accepted).toEqual([]);
  await deliver(now + claimHoldsFor);
  expect(server.accepted.map((m) => m.messageId)).toEqual([
    `<${mail.messageId}@farandole.example>`,
  ]);
});

it('gives up a mail that ends its worker each time', async () => {
  const mail = await putMail(db);
  const { transport } = aServer();
  const end = now + maxAttempts * claimHoldsFor;
  for (let at = now; at < end; at += claimHoldsFor) {
    await deliverOutbox(db, { transport, render, now: at, limit: 0 });
    await claimNext(db, at, 'oldest'); // … and the worker is gone.
  }
  await deliverOutbox(db, { transport, render, now: end, limit: 1 });
  expect(await stored(mail.id)).toMatchObject({ state: 'failed', attempts: maxAttempts });
});

it('gives byte for byte the same message at each try', async () => {
  const mail = await putMail(db);
  expect(await render(mail)).toEqual(await render({ ...mail, attempts: 3 }));
});

it('costs what is sent, not what waits', async () => {
  const bill = async () => {
    const { transport } = aServer();
    const run = await metered((counted) =>
      deliverOutbox(counted, { transport, render, now, limit: 3, first: 'newest' }),
    );
    return run.bill;
  };
  for (let i = 0; i < 6; i++) await putMail(db);
  const few = await bill();
  for (let i = 0; i < 300; i++) await putMail(db);
  const many = await bill();
  expect(many).toEqual(few);
  expect(many.queries).toBeLessThanOrEqual(1 + 2 * 3);
});

async function aRegistration(): Promise<number> {
  const session = await aSession();
  const common = { sessionId: session.id, state: 'confirmed', seats: 1, createdAt: now } as const;
  const [party] = await db
    .insert(parties)
    .values({ ...common, reference: crypto.randomUUID() })
    .returning();
  const [row] = await db
    .insert(registrations)
    .values({
      ...common,
      partyId: party?.id ?? 0,
      source: 'public',
      firstName: 'Fatima',
      lastName: 'Benali',
      stateChangedAt: now,
    })
    .returning();
  return row?.id ?? 0;
}
