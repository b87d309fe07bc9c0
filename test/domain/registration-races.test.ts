/**
 * Nothing is lost, nothing is oversold: 300 registrations of one and two seats at once on 15 (18)
 * places, with cancellations in between. Delete the trigger sessions_ceiling and newcomerFits's first
 * line to see it fail; delete its last lines (NOT EXISTS … waitlisted) to see people pass others.
 */
import { eq, sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { select } from '../../src/db/client';
import { sessions } from '../../src/domain/catalogue/schema';
import { registerByHand } from '../../src/domain/registrations/by-hand';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { register } from '../../src/domain/registrations/register';
import { registrations } from '../../src/domain/registrations/schema';
import {
  acceptOffer,
  declineOffer,
  fillFreedSeats,
  lapseOffers,
} from '../../src/domain/registrations/waiting-list';
import { day, hour } from '../../src/lib/dates';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { moment, reload, someone, tryToRegister } from '../support/people';

type Ledger = { state: string; n: number; seats: number };

/** What the counters say, and what the rows add up to. */
async function audit(sessionId: number) {
  const [counted] = await select<{ taken: number; waiting: number; max: number; capacity: number }>(
    db,
    sql`SELECT seats_taken AS taken, waiting_count AS waiting, max_capacity AS max, capacity FROM sessions WHERE id = ${sessionId}`,
  );
  const rows = await select<Ledger>(
    db,
    sql`SELECT state, count(*) AS n, sum(seats) AS seats FROM registrations WHERE session_id = ${sessionId} GROUP BY state`,
  );
  const by = (states: string[], what: 'n' | 'seats') =>
    rows.filter((r) => states.includes(r.state)).reduce((sum, r) => sum + r[what], 0);
  if (!counted) throw new Error('no session');
  return {
    ...counted,
    seated: by(['confirmed', 'pending', 'offered'], 'seats'),
    waits: by(['waitlisted'], 'n'),
    all: by(
      rows.map((r) => r.state),
      'n',
    ),
  };
}

it('holds 15 (18) places against 300 at once, with cancellations in between', async () => {
  const session = await aSession({ capacity: 15, maxCapacity: 18, seatsPerRegistration: 2 });
  const outcomes = await Promise.all(
    Array.from({ length: 300 }, async (_, i) => {
      const outcome = await tryToRegister(session, { seats: 1 + (i % 2) });
      if (!outcome?.ok || !outcome.registrations[0]) return outcome;
      const row = await reload(outcome.registrations[0]);
      if (i % 7 === 0)
        await cancelRegistration(db, row, { actor: 'person', endedBy: 'person' }, moment);
      return outcome;
    }),
  );
  expect(outcomes.filter((o) => o?.ok)).toHaveLength(300);
  const after = await audit(session.id);
  expect(after.all).toBe(300);
  expect(after.seated).toBe(after.taken);
  expect(after.waits).toBe(after.waiting);
  expect(after.taken).toBeLessThanOrEqual(15);

  // Whoever was seated at once came before everyone who still waits and would have fitted then.
  const [passed] = await select<{ n: number }>(
    db,
    sql`SELECT count(*) AS n FROM outbox late JOIN registrations r ON r.id = late.registration_id
      WHERE late.session_id = ${session.id} AND late.kind = 'registered' AND r.seats >= (
        SELECT min(w.seats) FROM outbox early JOIN registrations w ON w.id = early.registration_id
        WHERE early.session_id = ${session.id} AND early.kind = 'waitlisted' AND early.id < late.id
          AND w.state = 'waitlisted')`,
  );
  expect(passed?.n).toBe(0);
  expect(await fillFreedSeats(db, moment)).toBe(0);
});

it('gives the last place to one of a hundred, and a mail to each', async () => {
  const session = await aSession({ capacity: 1, maxCapacity: 1 });
  await Promise.all(Array.from({ length: 100 }, () => tryToRegister(session)));
  const after = await audit(session.id);
  expect([after.taken, after.waiting]).toEqual([1, 99]);
  const mails = await select<{ kind: string; n: number }>(
    db,
    sql`SELECT kind, count(DISTINCT registration_id) AS n FROM outbox WHERE session_id = ${session.id} GROUP BY kind ORDER BY kind`,
  );
  expect(mails).toEqual([
    { kind: 'registered', n: 1 },
    { kind: 'waitlisted', n: 99 },
  ]);
});

it('registers once whoever clicks a hundred times, and answers each click the same', async () => {
  const session = await aSession();
  const input = {
    sessionId: session.id,
    registrants: [someone()] as [ReturnType<typeof someone>],
    together: false,
    submissionKey: 'one-form-one-key-0',
  };
  const outcomes = await Promise.all(
    Array.from({ length: 100 }, () => register(db, input, moment)),
  );
  const ids = outcomes.map((o) => (o?.ok ? o.registrations[0]?.id : o?.reason));
  expect(new Set(ids).size).toBe(1);
  expect((await audit(session.id)).all).toBe(1);
});

it('offers a freed seat to one person, whatever number of workers and clicks there are', async () => {
  const session = await aSession({ capacity: 2, maxCapacity: 2 });
  const rows = [];
  for (let i = 0; i < 6; i++) {
    const outcome = await tryToRegister(session);
    if (outcome?.ok && outcome.registrations[0]) rows.push(await reload(outcome.registrations[0]));
  }
  const [first] = rows;
  if (!first) throw new Error('none');
  await Promise.all([
    ...Array.from({ length: 5 }, () =>
      cancelRegistration(db, first, { actor: 'person', endedBy: 'person' }, moment),
    ),
    ...Array.from({ length: 5 }, () => fillFreedSeats(db, moment)),
  ]);
  const offers = await select(
    db,
    sql`SELECT id FROM outbox WHERE session_id = ${session.id} AND kind = 'offer'`,
  );
  expect(offers).toHaveLength(1);
  expect((await audit(session.id)).taken).toBe(2);
});

it('keeps every rule through any sequence of what people and the timetable do', async () => {
  const step = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        do: fc.constant('register' as const),
        seats: fc.integer({ min: 1, max: 3 }),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant('phone' as const),
        seats: fc.integer({ min: 1, max: 2 }),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({ do: fc.constantFrom('cancel', 'accept', 'decline'), who: fc.nat() }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('lapse', 'raise', 'lower') }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
      const session = await aSession({ capacity: 4, maxCapacity: 6, seatsPerRegistration: 3 });
      const all = async () =>
        db
          .select()
          .from(registrations)
          .where(eq(registrations.sessionId, session.id))
          .orderBy(registrations.id);
      let clock = now;
      let ceiling = 6;
      for (const s of steps) {
        clock += hour / 4;
        const at = { ...moment, now: clock };
        const rows = await all();
        const who = 'who' in s && rows.length ? rows[s.who % rows.length] : undefined;
        const before = await audit(session.id);
        if (s.do === 'register' && 'seats' in s)
          await tryToRegister(session, { seats: s.seats }, { now: clock });
        if (s.do === 'phone' && 'seats' in s)
          await registerByHand(
            db,
            {
              sessionId: session.id,
              registrant: someone({ email: null, seats: s.seats }),
              submissionKey: crypto.randomUUID(),
              overCapacityReason: 'a appelé',
            },
            'organiser:1',
            at,
          );
        if (who && s.do === 'cancel')
          await cancelRegistration(db, who, { actor: 'person', endedBy: 'person' }, at);
        if (who && s.do === 'accept') await acceptOffer(db, who, at);
        if (who && s.do === 'decline') await declineOffer(db, who, at);
        if (s.do === 'lapse') {
          clock += day;
          await lapseOffers(db, { now: clock }, 100);
        }
        if (s.do === 'raise' || s.do === 'lower') {
          ceiling = s.do === 'raise' ? 6 : 3;
          await db
            .update(sessions)
            .set({ capacity: ceiling - 2, maxCapacity: ceiling, version: sql`version + 1` })
            .where(eq(sessions.id, session.id));
          await fillFreedSeats(db, at, 50);
        }
        const after = await audit(session.id);
        expect(after.seated).toBe(after.taken);
        expect(after.waits).toBe(after.waiting);
        // Nobody passes the ceiling; only lowering it can leave more than it.
        expect(after.taken <= Math.max(ceiling, before.taken)).toBe(true);
        // Nobody who would fit is left waiting once a step is over.
        expect(await fillFreedSeats(db, { now: clock }, 50)).toBe(0);
      }
    }),
    { numRuns: 25 },
  );
});
