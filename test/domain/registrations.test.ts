/** domain.md › Capacity, One live registration, Cancelling; and what each costs. */
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { connect, select, transact } from '../../src/db/client';
import { type Session, sessions } from '../../src/domain/catalogue/schema';
import {
  confirmByHand,
  decideEligibility,
  registerByHand,
} from '../../src/domain/registrations/by-hand';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { correctAddress } from '../../src/domain/registrations/hand-over';
import { register } from '../../src/domain/registrations/register';
import { history, registrations } from '../../src/domain/registrations/schema';
import { findByToken, registrationToken } from '../../src/domain/registrations/tokens';
import { hour } from '../../src/lib/dates';
import { bindings, db } from '../support/db';
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

const counters = async (session: Session) => {
  const [row] = await db.select().from(sessions).where(eq(sessions.id, session.id));
  return { taken: row?.seatsTaken, waiting: row?.waitingCount };
};
const cancel = (registration: Awaited<ReturnType<typeof registered>>) =>
  cancelRegistration(db, registration, { actor: 'person', endedBy: 'person' }, moment);
const phoned = (
  session: Session,
  more: { overCapacityReason?: string; waitlist?: boolean } = {},
  seats = 1,
) =>
  registerByHand(
    db,
    {
      sessionId: session.id,
      registrant: someone({ email: null, seats }),
      submissionKey: crypto.randomUUID(),
      ...more,
    },
    'organiser:1',
    moment,
  );

describe('Capacity: limité à 15 personnes (18 maximum)', () => {
  it('confirms the public while its seats fit under capacity, and lets it wait beyond', async () => {
    const session = await aSession({ capacity: 3, maxCapacity: 4, seatsPerRegistration: 2 });
    const states = [];
    for (const seats of [2, 1, 1]) states.push((await registered(session, { seats })).state);
    expect(states).toEqual(['confirmed', 'confirmed', 'waitlisted']);
    expect(await counters(session)).toEqual({ taken: 3, waiting: 1 });
  });

  it('lets only an organiser fill the seats up to the maximum, with a reason that is kept', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 2 });
    await registered(session);
    expect(await phoned(session)).toEqual({ ok: false, reason: 'over_capacity_needs_reason' });
    const outcome = await phoned(session, { overCapacityReason: 'la stagiaire de la PMI' });
    if (!outcome.ok) throw new Error(outcome.reason);
    expect(await reload(outcome.registration)).toMatchObject({
      state: 'confirmed',
      overCapacityReason: 'la stagiaire de la PMI',
    });
    expect(await phoned(session, { overCapacityReason: 'encore une' })).toEqual({
      ok: false,
      reason: 'over_max',
    });
    expect(await counters(session)).toEqual({ taken: 2, waiting: 0 });
  });

  it('is held by the database itself, around the domain too', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const waiting = [await registered(session), await registered(session)][1];
    const force = transact(db, [
      sql`UPDATE registrations SET state = 'confirmed' WHERE id = ${waiting?.id ?? 0}`,
    ]);
    // Without the trigger sessions_ceiling of migrations/0002 this goes through.
    await expect(force).rejects.toThrow('over_max_capacity');
    await expect(
      transact(db, [sql`UPDATE sessions SET seats_taken = 2 WHERE id = ${session.id}`]),
    ).rejects.toThrow('over_max_capacity');
    expect(await counters(session)).toEqual({ taken: 1, waiting: 1 });
  });

  it('throws nobody out when capacity comes down below what is taken, and seats nobody more', async () => {
    const session = await aSession({ capacity: 15 });
    for (let i = 0; i < 12; i++) await registered(session);
    await db
      .update(sessions)
      .set({ capacity: 10, maxCapacity: 10, version: 2 })
      .where(eq(sessions.id, session.id));
    expect(await counters(session)).toEqual({ taken: 12, waiting: 0 });
    expect((await registered(session)).state).toBe('waitlisted');
    expect(await phoned(session, { overCapacityReason: 'une de plus' })).toEqual({
      ok: false,
      reason: 'over_max',
    });
  });

  it('leaves a session without a capacity open to all', async () => {
    const session = await aSession({ capacity: null, seatsPerRegistration: 50 });
    for (const seats of [50, 50, 1])
      expect((await registered(session, { seats })).state).toBe('confirmed');
  });

  it('limits the places per organisation, whatever its spelling', async () => {
    const session = await aSession({ seatsPerOrganisation: 2 });
    const states = [];
    for (const organisation of [
      'Crèche Les Lucioles',
      'crèche les lucioles',
      'CRECHE LES LUCIOLES ',
      'MAM Pomme',
    ])
      states.push((await registered(session, { organisation })).state);
    expect(states).toEqual(['confirmed', 'confirmed', 'waitlisted', 'confirmed']);
  });

  it('holds the seat while eligibility is checked, then confirms it or frees it with the reason', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, checksEligibility: true });
    const [a, b, c] = [
      await registered(session),
      await registered(session),
      await registered(session),
    ];
    expect([a.state, b.state, c.state]).toEqual(['pending', 'pending', 'waitlisted']);
    expect(await decideEligibility(db, a, { eligible: true }, 'organiser:1', moment)).toEqual({
      ok: true,
      repeated: false,
    });
    await decideEligibility(
      db,
      b,
      { eligible: false, reason: 'réservé aux sages-femmes' },
      'organiser:1',
      moment,
    );
    expect(await reload(a)).toMatchObject({ state: 'confirmed', eligibleAt: now });
    expect(await reload(b)).toMatchObject({ state: 'cancelled', endedBy: 'not_eligible' });
    expect((await reload(c)).state).toBe('offered');
    expect(await kindsOf(a)).toEqual(['being_checked', 'confirmed']);
    expect((await mailsOf(b)).at(-1)).toMatchObject({
      kind: 'not_eligible',
      facts: { reason: 'réservé aux sages-femmes' },
      sequence: null,
    });
  });

  it('refuses more seats than a registration may take, and a party that no session could hold', async () => {
    const session = await aSession({
      capacity: 3,
      maxCapacity: 3,
      seatsPerRegistration: 2,
      acceptsColleagues: true,
    });
    expect(await tryToRegister(session, { seats: 3 })).toEqual({
      ok: false,
      reason: 'too_many_seats',
    });
    const registrants = [someone(), someone(), someone(), someone()];
    expect(await tryToRegister(session, {}, { registrants, together: true })).toEqual({
      ok: false,
      reason: 'larger_than_session',
    });
    expect(await counters(session)).toEqual({ taken: 0, waiting: 0 });
  });

  it('confirms by hand someone who waits, up to the maximum, and repeats without harm', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 2 });
    const [, b, c] = [
      await registered(session),
      await registered(session),
      await registered(session),
    ];
    expect(await confirmByHand(db, b, null, 'organiser:1', moment)).toEqual({
      ok: false,
      reason: 'over_capacity_needs_reason',
    });
    expect(await confirmByHand(db, b, 'elle vient de loin', 'organiser:1', moment)).toEqual({
      ok: true,
      repeated: false,
    });
    expect(await confirmByHand(db, b, 'elle vient de loin', 'organiser:1', moment)).toEqual({
      ok: true,
      repeated: true,
    });
    expect(await confirmByHand(db, c, 'elle aussi', 'organiser:1', moment)).toEqual({
      ok: false,
      reason: 'over_max',
    });
    expect(await kindsOf(b)).toEqual(['waitlisted', 'confirmed']);
  });

  it('confirms by hand, and corrects an address, when all is over without a mail or an entry', async () => {
    const session = await aSession({ capacity: 1, slots: [evening] });
    const [a, b] = [await registered(session), await registered(session)];
    const afterwards = { ...moment, now: evening.endsAt };
    await cancelRegistration(db, a, { actor: 'organiser:1', endedBy: 'organiser' }, afterwards);
    expect(await confirmByHand(db, await reload(b), null, 'organiser:1', afterwards)).toEqual({
      ok: true,
      repeated: false,
    });
    const corrected = 'juste@exemple.fr';
    await correctAddress(db, await reload(b), corrected, afterwards, 'organiser:1');
    expect(await reload(b)).toMatchObject({
      state: 'confirmed',
      email: corrected,
      calendarDays: 0,
    });
    expect(await kindsOf(b)).toEqual(['waitlisted']);
  });
});

describe('Who may register when', () => {
  it('refuses before opening, after closing, once past, cancelled, undated, and drafts as unknown', async () => {
    const cases: [Parameters<typeof aSession>[0], string][] = [
      [{ registrationOpensAt: now + 1 }, 'not_yet'],
      [{ registrationClosesAt: now }, 'closed'],
      [{ slots: [{ startsAt: now - 2 * hour, endsAt: now }] }, 'past'],
      [{ state: 'cancelled' }, 'cancelled'],
      [{ slots: [] }, 'undated'],
    ];
    for (const [values, reason] of cases)
      expect(await tryToRegister(await aSession(values))).toEqual({ ok: false, reason });
    expect(await tryToRegister(await aSession({ state: 'draft' }))).toBeNull();
  });

  it('never seats anyone on facts that changed since they were read', async () => {
    const session = await aSession();
    const input = {
      sessionId: session.id,
      registrants: [someone()] as [ReturnType<typeof someone>],
      together: false,
      submissionKey: 'k'.repeat(20),
    };
    // The organiser moves the session between each read and its decision.
    let deciding = false;
    const moving = {
      prepare: (query: string) => {
        deciding ||= query.startsWith('INSERT INTO parties');
        return bindings.DB.prepare(query);
      },
      batch: async (statements: D1PreparedStatement[]) => {
        if (deciding)
          await db
            .update(sessions)
            .set({ version: sql`version + 1` })
            .where(eq(sessions.id, session.id));
        deciding = false;
        return bindings.DB.batch(statements);
      },
    } as unknown as D1Database;
    const result = await register(connect(moving), input, moment);
    expect(result).toEqual({ ok: false, reason: 'busy' });
    expect(await counters(session)).toEqual({ taken: 0, waiting: 0 });
    expect(await register(db, input, moment)).toMatchObject({ ok: true, repeated: false });
  });
});

describe('One live registration per e-mail address and session', () => {
  it('repeats the same answer for the same key and address, even once cancelled', async () => {
    const session = await aSession();
    const who = someone();
    const submissionKey = 'the-key-of-this-form';
    const first = await tryToRegister(session, {}, { registrants: [who], submissionKey });
    const again = await tryToRegister(
      session,
      {},
      { registrants: [{ ...who, email: ` ${who.email?.toUpperCase()}` }], submissionKey },
    );
    if (!first?.ok || !again?.ok) throw new Error('refused');
    expect(again).toEqual({ ...first, repeated: true });
    const [id] = first.registrations;
    if (!id) throw new Error('none');
    expect(await kindsOf(id)).toEqual(['registered']);
    await cancel(await reload(id));
    expect(await tryToRegister(session, {}, { registrants: [who], submissionKey })).toMatchObject({
      ok: true,
      repeated: true,
      registrations: [{ id: id.id, state: 'cancelled' }],
    });
  });

  it('answers any other second attempt by a mail to that address alone, at most one in two minutes', async () => {
    const session = await aSession();
    const a = await registered(session);
    for (const at of [now, now + 1000, now + 3 * 60_000])
      expect(await tryToRegister(session, { email: a.email }, { now: at })).toEqual({
        ok: false,
        reason: 'already_registered',
      });
    expect(await kindsOf(a)).toEqual(['registered', 'already_registered', 'already_registered']);
    expect(await counters(session)).toEqual({ taken: 1, waiting: 0 });
  });

  it('does not give one person the registration of another who used the same form', async () => {
    const session = await aSession();
    const submissionKey = 'a-form-kept-by-a-cache';
    const a = await registered(session, {}, { submissionKey });
    const b = await registered(session, {}, { submissionKey });
    expect(b.id).not.toBe(a.id);
  });

  it('is a rule of the database too, and leaves people without an address alone', async () => {
    const session = await aSession();
    const a = await registered(session);
    const copy = db.insert(registrations).values({
      ...a,
      id: undefined,
      state: 'confirmed',
    });
    await expect(copy).rejects.toThrow();
    expect((await phoned(session)).ok && (await phoned(session)).ok).toBe(true);
  });

  it('gives the address back once cancelled', async () => {
    const session = await aSession();
    const a = await registered(session);
    await cancel(a);
    expect((await registered(session, { email: a.email })).state).toBe('confirmed');
  });
});

describe('Colleagues', () => {
  it('come all or not at all when they ask to come together, as one party', async () => {
    const session = await aSession({ capacity: 3, maxCapacity: 3, acceptsColleagues: true });
    await registered(session);
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone(), someone()], together: true },
    );
    if (!outcome?.ok) throw new Error('refused');
    expect(outcome.registrations.map((r) => r.state)).toEqual([
      'waitlisted',
      'waitlisted',
      'waitlisted',
    ]);
    const rows = await Promise.all(outcome.registrations.map(reload));
    expect(new Set(rows.map((r) => r.partyId)).size).toBe(1);
    expect(rows.map((r) => r.registeredBy)).toEqual([null, rows[0]?.id, rows[0]?.id]);
  });

  it('else come as many as fit, the rest waiting, each with their own mail', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, acceptsColleagues: true });
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone(), someone()] },
    );
    if (!outcome?.ok) throw new Error('refused');
    expect(outcome.registrations.map((r) => r.state)).toEqual([
      'confirmed',
      'confirmed',
      'waitlisted',
    ]);
    expect(await Promise.all(outcome.registrations.map(kindsOf))).toEqual([
      ['registered'],
      ['registered'],
      ['waitlisted'],
    ]);
    const [, second] = outcome.registrations;
    if (!second) throw new Error('none');
    expect((await mailsOf(second))[0]?.facts).toMatchObject({ byColleague: true });
  });

  it('register nobody when one of the addresses is registered already, and say who only to them', async () => {
    const session = await aSession({ acceptsColleagues: true });
    const known = await registered(session);
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone({ email: known.email })] },
    );
    expect(outcome).toEqual({ ok: false, reason: 'already_registered' });
    expect(await counters(session)).toEqual({ taken: 1, waiting: 0 });
    expect(await kindsOf(known)).toEqual(['registered', 'already_registered']);
  });
});

describe('Cancelling', () => {
  it('frees the seat at once, tells the calendar with a higher SEQUENCE, and repeats without harm', async () => {
    const session = await aSession({ seatsPerRegistration: 2 });
    const a = await registered(session, { seats: 2 });
    expect(await cancel(a)).toEqual({ ok: true, repeated: false });
    expect(await cancel(a)).toEqual({ ok: true, repeated: true });
    expect(await counters(session)).toEqual({ taken: 0, waiting: 0 });
    expect((await mailsOf(a)).map((m) => [m.kind, m.sequence])).toEqual([
      ['registered', 0],
      ['cancelled', 1],
    ]);
    const events = await db.select().from(history).where(eq(history.registrationId, a.id));
    expect(events.map((e) => [e.event, e.actor])).toEqual([
      ['registered', 'person'],
      ['cancelled', 'person'],
    ]);
  });

  it('takes each day of a two-day training out of the calendar', async () => {
    const slot = (day: number, from: number) => ({
      startsAt: evening.startsAt + day * 24 * hour + from * hour,
      endsAt: evening.startsAt + day * 24 * hour + (from + 3) * hour,
    });
    const session = await aSession({
      slots: [slot(0, -11), slot(0, -7), slot(1, -11), slot(1, -7)],
    });
    const a = await registered(session);
    await cancel(a);
    expect((await mailsOf(a)).map((m) => [m.kind, m.part, m.sequence])).toEqual([
      ['registered', 0, 0],
      ['calendar_day', 1, 0],
      ['cancelled', 0, 1],
      ['calendar_day_cancelled', 1, 1],
    ]);
  });

  it('sends no calendar part to someone who only waited', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const b = [await registered(session), await registered(session)][1];
    if (!b) throw new Error('none');
    await cancel(b);
    expect((await mailsOf(b)).map((m) => [m.kind, m.sequence])).toEqual([
      ['waitlisted', null],
      ['cancelled', null],
    ]);
  });

  it('is refused to the person once the session is over', async () => {
    const session = await aSession();
    const a = await registered(session);
    const later = { ...moment, now: evening.endsAt };
    expect(await cancelRegistration(db, a, { actor: 'person', endedBy: 'person' }, later)).toEqual({
      ok: false,
      reason: 'past',
    });
  });

  it('of one colleague leaves the others their seats', async () => {
    const session = await aSession({ acceptsColleagues: true });
    const outcome = await tryToRegister(
      session,
      {},
      { registrants: [someone(), someone()], together: true },
    );
    if (!outcome?.ok) throw new Error('refused');
    const [a, b] = await Promise.all(outcome.registrations.map(reload));
    if (!a || !b) throw new Error('none');
    await cancel(a);
    expect((await reload(b)).state).toBe('confirmed');
    expect(await counters(session)).toEqual({ taken: 1, waiting: 0 });
    expect(await select(db, sql`SELECT seats, state FROM parties WHERE id = ${b.partyId}`)).toEqual(
      [{ seats: 1, state: 'confirmed' }],
    );
  });
});

describe('The link of a registration', () => {
  it('is found by its token alone, and by no other', async () => {
    const secret = 's'.repeat(32);
    const a = await registered(await aSession());
    const token = await registrationToken(secret, a);
    expect((await findByToken(db, secret, token))?.id).toBe(a.id);
    const forged = [
      `${token}x`,
      token.slice(0, -1),
      token.replace(/^[^-]+/, 'zzzz'),
      await registrationToken(secret, { ...a, holderVersion: 2 }),
      await registrationToken('t'.repeat(32), a),
      "1-' OR 1=1",
      '',
    ];
    for (const wrong of forged) expect(await findByToken(db, secret, wrong)).toBeNull();
  });
});

describe('What it costs', () => {
  const bill = async (capacity: number, taken: number) => {
    const session = await aSession({ capacity, maxCapacity: capacity + 3 });
    const filler = (n: number) =>
      sql`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})`;
    if (taken) {
      await transact(db, [
        sql`INSERT INTO parties (reference, session_id, state, seats, created_at)
          ${filler(taken)} SELECT ${session.code} || i, ${session.id}, 'confirmed', 1, 0 FROM n`,
        sql`INSERT INTO registrations (session_id, party_id, state, source, first_name, last_name, email, email_key, seats, state_changed_at, created_at)
          SELECT session_id, id, 'confirmed', 'import', 'P', id, id || '@exemple.fr', id || '@exemple.fr', 1, 0, 0
          FROM parties WHERE session_id = ${session.id}`,
      ]);
    }
    const { bill: registering, result } = await metered((connection) =>
      register(
        connection,
        {
          sessionId: session.id,
          registrants: [someone()],
          together: false,
          submissionKey: crypto.randomUUID(),
        },
        moment,
      ),
    );
    if (!result?.ok || !result.registrations[0]) throw new Error('refused');
    const row = await reload(result.registrations[0]);
    const { bill: cancelling } = await metered((connection) =>
      cancelRegistration(connection, row, { actor: 'person', endedBy: 'person' }, moment),
    );
    return { registering, cancelling };
  };

  it('is the same in rows read and written at 15 places and at 5,000', async () => {
    const small = await bill(15, 14);
    const large = await bill(5000, 4999);
    expect(large).toEqual(small);
    expect(small.registering.rowsRead).toBeLessThanOrEqual(60);
    expect(small.registering.rowsWritten).toBeLessThanOrEqual(30);
    expect(small.cancelling.rowsRead).toBeLessThanOrEqual(60);
    expect(small.cancelling.rowsWritten).toBeLessThanOrEqual(30);
  });
});
