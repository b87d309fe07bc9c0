/** domain.md › Waiting list. */
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { findParty } from '../../src/domain/registrations/queries';
import { type Registration, registrations } from '../../src/domain/registrations/schema';
import {
  acceptOffer,
  declineOffer,
  fillFreedSeats,
  lapseOffers,
  offerExpiry,
  offerFreedSeats,
} from '../../src/domain/registrations/waiting-list';
import { day, hour, minute } from '../../src/lib/dates';
import { db } from '../support/db';
import { aSession, evening, now } from '../support/fixtures';
import { metered } from '../support/meter';
import {
  kindsOf,
  mailsOf,
  moment,
  registered,
  reload,
  someone,
  tryToRegister,
} from '../support/people';

const cancel = (r: Registration, at = now) =>
  cancelRegistration(db, r, { actor: 'person', endedBy: 'person' }, { ...moment, now: at });
const stateOf = async (r: { id: number }) => (await reload(r)).state;
const statesOf = (rs: { id: number }[]) => Promise.all(rs.map(stateOf));

/** A full session of `capacity` seats, and the people who wait, by how many seats they ask for. */
async function full(waiting: number[], values: Parameters<typeof aSession>[0] = {}) {
  const capacity = values.capacity ?? 2;
  const session = await aSession({
    capacity,
    maxCapacity: capacity,
    seatsPerRegistration: 4,
    ...values,
  });
  const seated = [];
  for (let i = 0; i < capacity; i++) seated.push(await registered(session));
  const queue = [];
  for (const seats of waiting) queue.push(await registered(session, { seats }));
  return {
    session,
    seated: seated as [Registration, Registration, ...Registration[]],
    queue: queue as [Registration, Registration, Registration],
  };
}

describe('Waiting list', () => {
  it('offers freed seats to the first party that fits; one too big keeps its rank', async () => {
    const { seated, queue } = await full([2, 1, 1]);
    const [couple, b, c] = queue;
    await cancel(seated[0]);
    expect(await statesOf(queue)).toEqual(['waitlisted', 'offered', 'waitlisted']);
    expect(await findParty(db, await reload(couple), now)).toMatchObject({
      rank: 1,
      fits: false,
      freeSeats: 0,
    });
    await declineOffer(db, await reload(b), moment);
    expect(await statesOf(queue)).toEqual(['waitlisted', 'cancelled', 'offered']);
    await declineOffer(db, await reload(c), moment);
    await cancel(seated[1]);
    expect(await stateOf(couple)).toBe('offered');
  });

  it('never lets a newcomer pass someone who waits and would fit, and lets one pass who would not', async () => {
    const { session, seated } = await full([2], { capacity: 3 });
    await cancel(seated[0]);
    // One seat is free, and a couple waits for two: a person alone passes nobody who would fit.
    expect((await registered(session)).state).toBe('confirmed');
    const tight = await full([1]);
    await db
      .update(sessions)
      .set({ capacity: 3, maxCapacity: 3 })
      .where(eq(sessions.id, tight.session.id));
    expect((await registered(tight.session)).state).toBe('waitlisted');
  });

  it('counts offered seats as taken', async () => {
    const { session, seated, queue } = await full([1]);
    await cancel(seated[0]);
    expect(await stateOf(queue[0])).toBe('offered');
    expect((await registered(session)).state).toBe('waitlisted');
    const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
    expect([row?.seatsTaken, row?.waitingCount]).toEqual([2, 1]);
  });

  it('holds an offer for the smaller of 24 hours and a quarter of the time left, at least one hour', () => {
    expect(offerExpiry(now, now + 10 * day) - now).toBe(day);
    expect(offerExpiry(now, now + 96 * hour) - now).toBe(day);
    expect(offerExpiry(now, now + 48 * hour) - now).toBe(12 * hour);
    expect(offerExpiry(now, now + 3.5 * hour) - now).toBe(hour);
  });

  it('offers for the hours that the session sets, within the rule', async () => {
    expect(offerExpiry(now, now + 10 * day, 6) - now).toBe(6 * hour);
    expect(offerExpiry(now, now + 12 * hour, 6) - now).toBe(3 * hour);
    expect(offerExpiry(now, now + 3.5 * hour, 6) - now).toBe(hour);
    const { seated, queue } = await full([1], { offerHours: 2 });
    await cancel(seated[0]);
    expect((await findParty(db, await reload(queue[0]), now))?.offerExpiresAt).toBe(now + 2 * hour);
  });

  it('makes no more offers from three hours before the start', async () => {
    const { session, seated, queue } = await full([1]);
    const late = evening.startsAt - 3 * hour;
    await cancel(seated[0], late);
    expect(await stateOf(queue[0])).toBe('waitlisted');
    expect(await fillFreedSeats(db, { now: late })).toBe(0);
    expect(await findParty(db, await reload(queue[0]), late)).toMatchObject({
      rank: 1,
      fits: true,
      offersOver: true,
    });
    expect(await offerFreedSeats(db, session.id, { now: late - 1 })).toBe(1);
  });

  it('passes on what lapses, once, and tells both', async () => {
    const { seated, queue } = await full([1, 1]);
    await cancel(seated[0]);
    await lapseOffers(db, { now: now + day - 1 }, 100);
    expect(await stateOf(queue[0])).toBe('offered');
    await lapseOffers(db, { now: now + day }, 100);
    await lapseOffers(db, { now: now + day }, 100);
    expect(await statesOf(queue.slice(0, 2))).toEqual(['cancelled', 'offered']);
    expect((await reload(queue[0])).endedBy).toBe('offer_lapsed');
    expect(await kindsOf(queue[0])).toEqual(['waitlisted', 'offer', 'offer_lapsed']);
    expect((await mailsOf(queue[1])).at(-1)).toMatchObject({
      kind: 'offer',
      facts: { expiresAt: now + 2 * day },
    });
  });

  it('takes no answer after the offer lapsed, even before the timetable has passed', async () => {
    const { seated, queue } = await full([1]);
    await cancel(seated[0]);
    const after = { ...moment, now: now + day };
    expect(await acceptOffer(db, await reload(queue[0]), after)).toEqual({
      ok: false,
      reason: 'offer_lapsed',
    });
    expect(await declineOffer(db, await reload(queue[0]), after)).toEqual({
      ok: false,
      reason: 'offer_lapsed',
    });
    expect(await stateOf(queue[0])).toBe('offered');
  });

  it('answers the same when accepted or declined twice', async () => {
    const { seated, queue } = await full([1, 1]);
    await cancel(seated[0]);
    const offered = await reload(queue[0]);
    expect(await acceptOffer(db, offered, moment)).toEqual({ ok: true });
    expect(await acceptOffer(db, offered, moment)).toEqual({ ok: true });
    await cancel(seated[1]);
    const second = await reload(queue[1]);
    expect(await declineOffer(db, second, moment)).toEqual({ ok: true });
    expect(await declineOffer(db, await reload(second), moment)).toEqual({ ok: true });
    expect(await acceptOffer(db, await reload(second), moment)).toEqual({
      ok: false,
      reason: 'no_offer',
    });
    expect((await mailsOf(queue[0])).map((m) => [m.kind, m.sequence])).toEqual([
      ['waitlisted', null],
      ['offer', null],
      ['confirmed', 0],
    ]);
  });

  it('treats colleagues who come together as one party, for whom one answers', async () => {
    const session = await aSession({ capacity: 3, maxCapacity: 3, acceptsColleagues: true });
    const seated = [
      await registered(session),
      await registered(session),
      await registered(session),
    ] as const;
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone()], together: true },
    );
    if (!outcome?.ok) throw new Error('refused');
    const [lead, colleague] = (await Promise.all(outcome.registrations.map(reload))) as [
      Registration,
      Registration,
    ];
    await cancel(seated[0]);
    expect(await statesOf([lead, colleague])).toEqual(['waitlisted', 'waitlisted']);
    await cancel(seated[1]);
    expect(await statesOf([lead, colleague])).toEqual(['offered', 'offered']);
    expect(await acceptOffer(db, await reload(colleague), moment)).toEqual({
      ok: false,
      reason: 'not_yours_to_answer',
    });
    expect(await declineOffer(db, await reload(colleague), moment)).toEqual({
      ok: false,
      reason: 'not_yours_to_answer',
    });
    expect(await acceptOffer(db, await reload(lead), moment)).toEqual({ ok: true });
    expect(await statesOf([lead, colleague])).toEqual(['confirmed', 'confirmed']);
  });

  it('lets the next member answer when the one who registered them has left', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, acceptsColleagues: true });
    const seated = [await registered(session), await registered(session)] as const;
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone()], together: true },
    );
    if (!outcome?.ok) throw new Error('refused');
    const [lead, colleague] = (await Promise.all(outcome.registrations.map(reload))) as [
      Registration,
      Registration,
    ];
    await cancel(lead);
    await cancel(seated[0]);
    expect(await acceptOffer(db, await reload(colleague), moment)).toEqual({ ok: true });
  });

  it('says to each their rank, which moves up as others leave', async () => {
    const { queue } = await full([1, 1, 1]);
    const rank = async (r: Registration) => (await findParty(db, await reload(r), now))?.rank;
    expect([await rank(queue[0]), await rank(queue[2])]).toEqual([1, 3]);
    await cancel(queue[0]);
    expect([await rank(queue[0]), await rank(queue[2])]).toEqual([null, 2]);
    expect((await mailsOf(queue[2]))[0]?.facts).toMatchObject({ rank: 3 });
  });

  it('is checked anew for eligibility when an offer is accepted', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1, checksEligibility: true });
    const a = await registered(session);
    const b = await registered(session);
    await cancel(a);
    await acceptOffer(db, await reload(b), moment);
    expect(await stateOf(b)).toBe('pending');
    expect(await kindsOf(b)).toEqual(['waitlisted', 'offer', 'being_checked']);
  });

  it('is not blocked by someone whose organisation has its share already', async () => {
    const session = await aSession({ capacity: 3, maxCapacity: 3, seatsPerOrganisation: 1 });
    for (const organisation of ['A', 'B', 'C']) await registered(session, { organisation });
    const again = await registered(session, { organisation: 'A' });
    const other = await registered(session, { organisation: 'D' });
    await cancelByOrganisation(session, 'B');
    expect(await statesOf([again, other])).toEqual(['waitlisted', 'offered']);
  });

  it('is filled by the timetable when seats were freed by anything else, in bounded steps', async () => {
    const { session, queue } = await full([1, 1, 1]);
    await db
      .update(sessions)
      .set({ capacity: 5, maxCapacity: 5 })
      .where(eq(sessions.id, session.id));
    await settle(session.id);
    expect(await fillFreedSeats(db, { now }, 2)).toBe(2);
    expect(await fillFreedSeats(db, { now })).toBe(1);
    expect(await statesOf(queue)).toEqual(['offered', 'offered', 'offered']);
  });

  it('costs the timetable next to nothing when there is nothing to do', async () => {
    for (let i = 0; i < 30; i++) await full([2]);
    await settle(0);
    await lapseOffers(db, { now: now + minute }, 100);
    const { bill } = await metered(async (connection) => {
      await lapseOffers(connection, { now: now + minute });
      await fillFreedSeats(connection, { now: now + minute });
    });
    expect(bill.rowsWritten).toBe(0);
    // Each session with someone waiting is looked at once, and none is opened.
    expect(bill.queries).toBe(2);
    expect(bill.rowsRead).toBeLessThan(250);
  });
});

/** Leaves nothing to do in the sessions of other tests, which share this file's database. */
const settle = (but: number) =>
  db
    .update(sessions)
    .set({ state: 'cancelled' })
    .where(sql`${sessions.id} <> ${but} AND waiting_count > 0 AND seats_taken < capacity`);

async function cancelByOrganisation(session: Session, organisation: string) {
  const rows = await db.select().from(registrations).where(eq(registrations.sessionId, session.id));
  const found = rows.find((r) => r.organisation === organisation);
  if (!found) throw new Error('none');
  await cancel(found);
}
