/** domain.md › Capacity: « nobody is thrown out silently: the organiser sees who is over and chooses ». */
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { findSession } from '../../src/domain/catalogue/find-session';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import { confirmByHand, registerByHand } from '../../src/domain/registrations/by-hand';
import { findParty } from '../../src/domain/registrations/queries';
import {
  countSeatsToDecide,
  keepInOrder,
  listSeatedParties,
  mostParties,
  releaseSeats,
} from '../../src/domain/registrations/release-seats';
import type { Registration } from '../../src/domain/registrations/schema';
import { acceptOffer } from '../../src/domain/registrations/waiting-list';
import { newToken } from '../../src/lib/tokens';
import { db } from '../support/db';
import { aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';
import { mailsOf, moment, registered, reload, someone } from '../support/people';

const view = async ({ code }: Session) => {
  const found = await findSession(db, code);
  if (!found) throw new Error('no session');
  return found;
};
const lower = (session: Session, capacity: number) =>
  db.update(sessions).set({ capacity, maxCapacity: capacity }).where(eq(sessions.id, session.id));
const release = async (
  session: Session,
  people: Registration[],
  to: 'waitlisted' | 'cancelled' = 'waitlisted',
  reason: string | null = null,
) => {
  const parties = people.map(({ partyId }) => partyId);
  return releaseSeats(db, await view(session), { parties, to, reason }, 'organiser:1', moment);
};
const taken = async (session: Session) => (await view(session)).session.seatsTaken;

it('puts those who leave back at the rank of their arrival, before whoever waited since', async () => {
  const session = await aSession({ capacity: 3, maxCapacity: 3 });
  const [a, b, c] = [
    await registered(session),
    await registered(session),
    await registered(session),
  ];
  const late = await registered(session);
  await lower(session, 1);
  expect(await release(session, [b, c], 'waitlisted', 'jauge réduite')).toBe(2);
  expect(await taken(session)).toBe(1);
  const ranks = [];
  for (const one of [b, c, late]) ranks.push((await findParty(db, await reload(one), now))?.rank);
  expect(ranks).toEqual([1, 2, 3]);
  expect((await reload(a)).state).toBe('confirmed');
  expect((await mailsOf(c)).at(-1)).toMatchObject({
    kind: 'seat_withdrawn',
    sequence: 1,
    facts: { rank: 2, reason: 'jauge réduite' },
  });
});

it('invites again with a higher SEQUENCE than the one that took the event away (RFC 5546 § 2.1.4)', async () => {
  const nextDay = { startsAt: evening.startsAt + 86_400_000, endsAt: evening.endsAt + 86_400_000 };
  const session = await aSession({ capacity: 2, maxCapacity: 2, slots: [evening, nextDay] });
  const [, b] = [await registered(session), await registered(session)];
  await lower(session, 1);
  await release(session, [b]);
  const confirmed = await confirmByHand(db, await reload(b), null, 'organiser:1', moment);
  expect(confirmed).toEqual({ ok: false, reason: 'over_max' });
  await lower(session, 2);
  await confirmByHand(db, await reload(b), null, 'organiser:1', moment);
  expect((await mailsOf(b)).map(({ kind, sequence, part }) => [kind, sequence, part])).toEqual([
    ['registered', 0, 0],
    ['calendar_day', 0, 1],
    ['seat_withdrawn', 1, 0],
    ['calendar_day_cancelled', 1, 1],
    ['confirmed', 2, 0],
    ['calendar_day', 2, 1],
  ]);
});

it('cancels when asked to, and a second press changes nothing', async () => {
  const session = await aSession({ capacity: 2, maxCapacity: 2 });
  const [, b] = [await registered(session), await registered(session)];
  await lower(session, 1);
  expect(await release(session, [b], 'cancelled', 'règle sanitaire')).toBe(1);
  expect(await release(session, [b], 'cancelled', 'règle sanitaire')).toBe(0);
  expect(await reload(b)).toMatchObject({ state: 'cancelled', endedBy: 'organiser' });
  const mails = (await mailsOf(b)).slice(1);
  expect(mails).toMatchObject([
    { kind: 'cancelled', sequence: 1, facts: { byOrganiser: true, reason: 'règle sanitaire' } },
  ]);
});

it('leaves alone the parties of another session, and those who hold no seat', async () => {
  const [session, other] = [await aSession({ capacity: 1 }), await aSession({ capacity: 1 })];
  const [seated, stranger] = [await registered(session), await registered(other)];
  const waiting = await registered(session);
  expect(await release(session, [stranger, waiting])).toBe(0);
  expect((await reload(stranger)).state).toBe('confirmed');
  expect((await reload(seated)).state).toBe('confirmed');
});

it('offers what the choice leaves free to the first who fit', async () => {
  const session = await aSession({ capacity: 4, maxCapacity: 4, seatsPerRegistration: 2 });
  const couple = await registered(session, { seats: 2 });
  const [b, c] = [await registered(session), await registered(session)];
  await lower(session, 3);
  // The organiser lets the couple go: of the seat that is then too many, c's own is not taken away.
  await release(session, [couple]);
  expect((await reload(couple)).state).toBe('waitlisted');
  await release(session, [c]);
  expect((await reload(couple)).state).toBe('offered');
  await acceptOffer(db, await reload(couple), moment);
  expect([(await reload(couple)).state, (await reload(b)).state, (await reload(c)).state]).toEqual([
    'confirmed',
    'confirmed',
    'waitlisted',
  ]);
});

it('proposes the earliest that fit, and does not ask about seats that were filled with a reason', async () => {
  const parties = [2, 1, 2, 1].map((seats, index) => ({ id: index + 1, seats }));
  expect([...keepInOrder(parties, 6, 4)]).toEqual([1, 2, 4]);
  // Those before the ones shown keep theirs.
  expect([...keepInOrder(parties, 8, 5)]).toEqual([1, 2]);

  const session = await aSession({ capacity: 1, maxCapacity: 2 });
  await registered(session);
  const input = {
    sessionId: session.id,
    registrant: someone(),
    overCapacityReason: 'le formateur est d’accord',
    submissionKey: newToken(),
  };
  await registerByHand(db, input, 'organiser:1', moment);
  expect(await countSeatsToDecide(db, (await view(session)).session)).toBe(0);
  await lower(session, 0);
  expect(await countSeatsToDecide(db, (await view(session)).session)).toBe(1);
});

it('lists a party as one, and reads the people of this session only', async () => {
  const session = await aSession({ capacity: 40, maxCapacity: 40 });
  const together = { registrants: [someone(), someone({ email: null })], together: true };
  await registered(session, {}, together);
  const other = await aSession({ capacity: 100 });
  for (let i = 0; i < 30; i++) await registered(other);
  const { result, bill } = await metered((counted) => listSeatedParties(counted, session.id));
  expect(result).toMatchObject([
    { seats: 2, state: 'confirmed', members: [{ reachable: true }, { reachable: false }] },
  ]);
  expect(bill.rowsRead).toBeLessThan(20);
  expect(mostParties).toBeGreaterThanOrEqual(100);
});
