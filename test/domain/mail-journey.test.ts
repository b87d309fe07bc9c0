/**
 * What people's calendars hold after each decision about a registration: the registrations' own code
 * writes the mails, delivery sends them, and a calendar applies them as RFC 5546 says.
 */
import { expect, it } from 'vitest';
import { handOver } from '../../src/domain/attendance/hand-over';
import { factsOf, findSessionById } from '../../src/domain/catalogue/find-session';
import type { Session } from '../../src/domain/catalogue/schema';
import { deliverOutbox } from '../../src/domain/mail/deliver';
import { announcements } from '../../src/domain/mail/schema';
import { makeRenderer } from '../../src/domain/messages/render';
import { expandAnnouncements } from '../../src/domain/registrations/announce';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { moveRegistration } from '../../src/domain/registrations/move';
import { minute, type Span, toInstant } from '../../src/lib/dates';
import { mailboxTransport } from '../../src/transports/mailbox';
import { Calendar, hours } from '../support/calendar';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { network } from '../support/mails';
import { registered, reload } from '../support/people';

const slot = (from: string, to: string): Span => ({
  startsAt: toInstant(from, 'Europe/Paris'),
  endsAt: toInstant(to, 'Europe/Paris'),
});
const twoDays = [
  slot('2026-03-26T09:00', '2026-03-26T12:30'),
  slot('2026-03-26T13:30', '2026-03-26T17:00'),
  slot('2026-03-30T09:00', '2026-03-30T12:30'),
  slot('2026-03-30T13:30', '2026-03-30T17:00'),
];
const oneDay = [slot('2026-04-02T09:00', '2026-04-02T17:00')];

const dayOf = (spans: Span[]) =>
  hours({ startsAt: spans[0]?.startsAt ?? 0, endsAt: spans.at(-1)?.endsAt ?? 0 });

let at = now;
const moment = () => ({ now: at, timeZone: 'Europe/Paris' });

async function deliver() {
  at += minute;
  await deliverOutbox(db, {
    transport: mailboxTransport(db),
    render: makeRenderer(network),
    now: at,
    limit: 50,
    first: 'newest',
  });
}

const viewOf = async (session: Session) => {
  const view = await findSessionById(db, session.id);
  if (!view) throw new Error('no session');
  return view;
};

it('keeps calendars true through a change of dates, a move, a hand-over and a cancellation', async () => {
  const actionId = await anAction();
  const training = await aSession({ actionId, slots: twoDays });
  const other = await aSession({ actionId, slots: [evening] });
  const registration = await registered(training, { email: 'fatima@example.org' });
  const fatima = new Calendar();
  const nadia = new Calendar();

  await deliver();
  expect(await fatima.read('fatima@example.org')).toEqual(
    [dayOf(twoDays.slice(0, 2)), dayOf(twoDays.slice(2))].sort(),
  );

  const before = factsOf(await viewOf(training));
  const session = { ...before, slots: oneDay, version: before.version + 1 };
  await db.insert(announcements).values({
    kind: 'session_changed',
    sessionId: training.id,
    facts: { session, before, reason: null },
    createdAt: at,
  });
  await expandAnnouncements(db, moment());
  await deliver();
  expect(await fatima.read('fatima@example.org')).toEqual([dayOf(oneDay)]);

  await moveRegistration(db, await reload(registration), await viewOf(other), moment());
  await deliver();
  expect(await fatima.read('fatima@example.org')).toEqual([dayOf([evening])]);

  await handOver(
    db,
    await reload(registration),
    { firstName: 'Nadia', lastName: 'Roux', email: 'nadia@example.org', locale: 'fr' },
    moment(),
  );
  await deliver();
  expect(await fatima.read('fatima@example.org')).toEqual([]);
  expect(await nadia.read('nadia@example.org')).toEqual([dayOf([evening])]);

  await cancelRegistration(
    db,
    await reload(registration),
    { actor: 'person', endedBy: 'person' },
    moment(),
  );
  await deliver();
  expect(await nadia.read('nadia@example.org')).toEqual([]);
});

it('takes both days out of the calendar when a training of two days is cancelled', async () => {
  const training = await aSession({ slots: twoDays });
  await registered(training, { email: 'ines@example.org' });
  const calendar = new Calendar();
  await deliver();
  expect(await calendar.read('ines@example.org')).toHaveLength(2);
  const session = factsOf(await viewOf(training));
  await db.insert(announcements).values({
    kind: 'session_cancelled',
    sessionId: training.id,
    facts: { session, reason: 'l’intervenante est souffrante' },
    createdAt: at,
  });
  await expandAnnouncements(db, moment());
  await deliver();
  expect(await calendar.read('ines@example.org')).toEqual([]);
});

it('takes a session out of the calendar when its date is withdrawn, and puts it back with the new one', async () => {
  const session = await aSession({ slots: twoDays });
  await registered(session, { email: 'lea@example.org' });
  const calendar = new Calendar();
  await deliver();
  const dated = factsOf(await viewOf(session));
  const undated = { ...dated, slots: [] };
  const announce = async (facts: { session: typeof dated; before: typeof dated }) => {
    await db.insert(announcements).values({
      kind: 'session_changed',
      sessionId: session.id,
      facts: { ...facts, reason: null },
      createdAt: at,
    });
    await expandAnnouncements(db, moment());
    await deliver();
    return calendar.read('lea@example.org');
  };
  expect(await announce({ session: undated, before: dated })).toEqual([]);
  expect(await announce({ session: { ...dated, slots: oneDay }, before: undated })).toEqual([
    dayOf(oneDay),
  ]);
});
