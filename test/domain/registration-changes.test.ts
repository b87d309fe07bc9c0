/** domain.md › Changing; A cancelled or moved session reaches everyone. */
import { eq, sql } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { handOver } from '../../src/domain/attendance/hand-over';
import { factsOf, findSessionById } from '../../src/domain/catalogue/find-session';
import { type Session, sessions, slots } from '../../src/domain/catalogue/schema';
import { announcements, outbox } from '../../src/domain/mail/schema';
import { expandAnnouncements } from '../../src/domain/registrations/announce';
import { decideEligibility } from '../../src/domain/registrations/by-hand';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { correctAddress, correctionWindow } from '../../src/domain/registrations/hand-over';
import { mailLostLinks } from '../../src/domain/registrations/links-by-mail';
import { moveByHand, moveRegistration } from '../../src/domain/registrations/move';
import { listMoveTargets, listMoveTargetsByHand } from '../../src/domain/registrations/queries';
import { registrations } from '../../src/domain/registrations/schema';
import { findByToken, registrationToken } from '../../src/domain/registrations/tokens';
import { day } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';
import { kindsOf, mailsOf, moment, registered, reload, someone } from '../support/people';

const secret = 's'.repeat(32);
const later = { startsAt: evening.startsAt + 7 * day, endsAt: evening.endsAt + 7 * day };
const nextDay = { startsAt: evening.startsAt + day, endsAt: evening.endsAt + day };

const viewOf = async ({ id }: { id: number }) => {
  const view = await findSessionById(db, id);
  if (!view) throw new Error('no session');
  return view;
};
const takenOf = async (session: Session) => (await viewOf(session)).session.seatsTaken;
const calendarOf = async (r: { id: number }) =>
  (await mailsOf(r)).map((m) => [m.kind, m.part, m.sequence]);

describe('Changing: to another session of the same action', () => {
  it('takes the seat there and gives up the one here in one step; the calendar entry moves', async () => {
    const actionId = await anAction();
    const [from, to] = [
      await aSession({ actionId, capacity: 1, maxCapacity: 1 }),
      await aSession({ actionId, slots: [later] }),
    ];
    const a = await registered(from);
    const waiting = await registered(from);
    expect(await moveRegistration(db, a, await viewOf(to), moment)).toEqual({ ok: true });
    expect(await moveRegistration(db, await reload(a), await viewOf(to), moment)).toEqual({
      ok: true,
    });
    expect(await reload(a)).toMatchObject({ sessionId: to.id, state: 'confirmed' });
    expect([await takenOf(from), await takenOf(to)]).toEqual([1, 1]);
    expect((await reload(waiting)).state).toBe('offered');
    expect(await calendarOf(a)).toEqual([
      ['registered', 0, 0],
      ['moved', 0, 1],
    ]);
    expect((await mailsOf(a))[1]?.facts).toMatchObject({
      session: { id: to.id },
      before: { id: from.id },
    });
  });

  it('says that it changed to who cancels at that moment, and cancels nothing', async () => {
    const actionId = await anAction();
    const [from, to] = [await aSession({ actionId }), await aSession({ actionId, slots: [later] })];
    const a = await registered(from);
    const how = { actor: 'person', endedBy: 'person' } as const;
    await moveRegistration(db, a, await viewOf(to), moment);
    expect(await cancelRegistration(db, a, how, moment)).toEqual({
      ok: false,
      reason: 'changed_meanwhile',
    });
    expect(await reload(a)).toMatchObject({ sessionId: to.id, state: 'confirmed' });
    const moved = await reload(a);
    for (const repeated of [false, true])
      expect(await cancelRegistration(db, moved, how, moment)).toEqual({ ok: true, repeated });
  });

  it('adds and takes away days as the sessions differ', async () => {
    const actionId = await anAction();
    const two = await aSession({ actionId, slots: [evening, nextDay] });
    const one = await aSession({ actionId, slots: [later] });
    const a = await registered(two);
    await moveRegistration(db, a, await viewOf(one), moment);
    await moveRegistration(db, await reload(a), await viewOf(two), moment);
    expect(await calendarOf(a)).toEqual([
      ['registered', 0, 0],
      ['calendar_day', 1, 0],
      ['moved', 0, 1],
      ['calendar_day_cancelled', 1, 1],
      ['moved', 0, 2],
      ['calendar_day', 1, 2],
    ]);
  });

  it('keeps the seat when there is no room, when someone waits there, or when it is another action', async () => {
    const actionId = await anAction();
    const from = await aSession({ actionId });
    const fullOne = await aSession({ actionId, capacity: 1, maxCapacity: 1, slots: [later] });
    await registered(fullOne);
    const a = await registered(from);
    expect(await moveRegistration(db, a, await viewOf(fullOne), moment)).toEqual({
      ok: false,
      reason: 'full',
    });
    expect(await moveRegistration(db, a, await viewOf(await aSession()), moment)).toEqual({
      ok: false,
      reason: 'not_offered_here',
    });
    const checked = await aSession({ actionId, checksEligibility: true, slots: [later] });
    expect(await moveRegistration(db, a, await viewOf(checked), moment)).toEqual({
      ok: false,
      reason: 'needs_check',
    });
    const twice = await aSession({ actionId, slots: [later] });
    await registered(twice, { email: a.email });
    expect(await moveRegistration(db, a, await viewOf(twice), moment)).toEqual({
      ok: false,
      reason: 'already_registered',
    });
    expect(await reload(a)).toMatchObject({ sessionId: from.id, state: 'confirmed' });
    expect(await takenOf(from)).toBe(1);
    const targets = await listMoveTargets(db, await reload(a), now);
    expect(targets.map((t) => [t.view.session.id, t.fits])).toEqual([
      [fullOne.id, false],
      [twice.id, true],
    ]);
  });

  it('by an organiser goes where the public may not: closed, by invitation, past those who wait', async () => {
    const actionId = await anAction();
    const from = await aSession({ actionId });
    const closed = await aSession({ actionId, slots: [later], registrationClosesAt: now - 1 });
    const invited = await aSession({ actionId, slots: [later], visibility: 'invitation' });
    const waited = await aSession({ actionId, slots: [later], capacity: 1, maxCapacity: 3 });
    await registered(waited);
    expect((await registered(waited)).state).toBe('waitlisted');
    await db.update(sessions).set({ capacity: 2 }).where(eq(sessions.id, waited.id));
    const past = await aSession({
      actionId,
      slots: [{ startsAt: now - 2 * day, endsAt: now - day }],
    });
    const a = await registered(from);
    const by = { actor: 'organiser:7', overCapacityReason: null } as const;
    const targets = await listMoveTargetsByHand(db, a, now);
    expect(targets.map((t) => [t.view.session.id, t.fits])).toEqual([
      [closed.id, true],
      [invited.id, true],
      [waited.id, true],
    ]);
    for (const target of [closed, invited, waited]) {
      expect((await moveRegistration(db, await reload(a), await viewOf(target), moment)).ok).toBe(
        false,
      );
      expect(await moveByHand(db, await reload(a), await viewOf(target), by, moment)).toEqual({
        ok: true,
      });
      expect(await takenOf(target)).toBe(target === waited ? 2 : 1);
    }
    expect(await moveByHand(db, await reload(a), await viewOf(past), by, moment)).toEqual({
      ok: false,
      reason: 'past',
    });
    expect((await takenOf(from)) + (await takenOf(closed)) + (await takenOf(invited))).toBe(0);
  });

  it('by an organiser goes above the capacity with a reason, and never past the maximum', async () => {
    const actionId = await anAction();
    const from = await aSession({ actionId });
    const full = await aSession({ actionId, slots: [later], capacity: 1, maxCapacity: 2 });
    await registered(full);
    const [a, b] = [await registered(from), await registered(from)];
    const move = async (who: { id: number }, overCapacityReason: string | null) =>
      moveByHand(
        db,
        await reload(who),
        await viewOf(full),
        { actor: 'organiser:7', overCapacityReason },
        moment,
      );
    expect(await move(a, ' ')).toEqual({ ok: false, reason: 'over_capacity_needs_reason' });
    // Both at once: without the maximum in mayTake, the trigger aborts the second and this throws.
    const outcomes = await Promise.all([move(a, 'vient de loin'), move(b, 'vient de loin')]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'over_max' });
    const moved = outcomes[0]?.ok ? a : b;
    expect(await reload(moved)).toMatchObject({
      sessionId: full.id,
      overCapacityReason: 'vient de loin',
    });
    expect([await takenOf(full), await takenOf(from)]).toEqual([2, 1]);
  });

  it('goes between the two of a hybrid session', async () => {
    const room = await aSession({ actionId: await anAction() });
    const video = await aSession({
      actionId: await anAction(),
      mode: 'online',
      linkedSessionId: room.id,
    });
    await db.update(sessions).set({ linkedSessionId: video.id }).where(eq(sessions.id, room.id));
    const a = await registered(await viewOf(room).then((v) => v.session));
    expect(await moveRegistration(db, a, await viewOf(video), moment)).toEqual({ ok: true });
  });
});

describe('Changing: handing the seat to a named colleague', () => {
  const colleague = {
    firstName: 'Şeyma',
    lastName: 'Łukasz',
    email: 'seyma@exemple.fr',
    locale: 'fr' as const,
  };

  it('never frees the seat in between, ends the old link and gives the new holder their own', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1 });
    const a = await registered(session, { phone: '04 65 71 00 01', note: 'une question' });
    const waiting = await registered(session);
    const oldLink = await registrationToken(secret, a);
    expect(await handOver(db, a, colleague, moment)).toEqual({ ok: true, holderVersion: 2 });
    expect((await reload(waiting)).state).toBe('waitlisted');
    expect(await findByToken(db, secret, oldLink)).toBeNull();
    expect(await reload(a)).toMatchObject({
      lastName: 'Łukasz',
      email: 'seyma@exemple.fr',
      phone: null,
      note: null,
      state: 'confirmed',
    });
    expect((await mailsOf(a)).map((m) => [m.kind, m.to, m.sequence])).toEqual([
      ['registered', a.email, 0],
      ['handed_over', a.email, 1],
      ['registered', 'seyma@exemple.fr', 0],
    ]);
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.registrationId, a.id))
      .orderBy(outbox.id);
    expect(rows.map((r) => r.holderVersion)).toEqual([1, 1, 2]);
  });

  it('acts once: the old holder cannot do it again', async () => {
    const a = await registered(await aSession());
    await handOver(db, a, { ...colleague, email: 'une@exemple.fr' }, moment);
    expect(await handOver(db, a, { ...colleague, email: 'deux@exemple.fr' }, moment)).toEqual({
      ok: false,
      reason: 'not_live',
    });
    expect((await reload(a)).email).toBe('une@exemple.fr');
  });

  it('is refused to an address that is registered already, which alone is told', async () => {
    const session = await aSession();
    const [a, b] = [await registered(session), await registered(session)];
    expect(await handOver(db, a, { ...colleague, email: b.email ?? '' }, moment)).toEqual({
      ok: false,
      reason: 'already_registered',
    });
    expect((await reload(a)).email).toBe(a.email);
    expect(await kindsOf(b)).toEqual(['registered', 'already_registered']);
    expect(await kindsOf(a)).toEqual(['registered']);
  });

  it('has the new holder checked where the session checks eligibility', async () => {
    const session = await aSession({ checksEligibility: true });
    const registrants = [someone(), someone()];
    const a = await registered(session, {}, { registrants, together: true });
    const confirm = async () => {
      const decision = { eligible: true };
      return decideEligibility(db, await reload(a), decision, 'organiser:1', moment);
    };
    expect(await confirm()).toEqual({ ok: true, repeated: false });
    await handOver(db, await reload(a), colleague, moment);
    expect(await reload(a)).toMatchObject({ state: 'pending', eligibleAt: null });
    expect(await confirm()).toEqual({ ok: true, repeated: false });
    expect(await reload(a)).toMatchObject({ state: 'confirmed', calendarDays: 1 });
    expect(await kindsOf(a)).toEqual([
      'being_checked',
      'confirmed',
      'handed_over',
      'being_checked',
      'confirmed',
    ]);
    // Who came along was confirmed with them, and is not told twice.
    expect(await kindsOf({ id: a.id + 1 })).toEqual(['being_checked', 'confirmed']);
  });
});

describe('Right after registering one can correct a mistyped address', () => {
  it('ends the link that went to the wrong one, drops its unsent mail, and writes to the right one', async () => {
    const a = await registered(await aSession(), { email: 'fuate@exemple.fr' });
    expect(await correctAddress(db, a, 'faute@exemple.fr', moment)).toEqual({
      ok: true,
      holderVersion: 2,
    });
    const rows = await db
      .select()
      .from(outbox)
      .where(eq(outbox.registrationId, a.id))
      .orderBy(outbox.id);
    expect(rows.map((r) => [r.recipient, r.state, r.kind])).toEqual([
      ['fuate@exemple.fr', 'superseded', 'registered'],
      ['faute@exemple.fr', 'queued', 'registered'],
    ]);
  });

  it('is refused half an hour later, and to an address that is registered already', async () => {
    const session = await aSession();
    const [a, b] = [await registered(session), await registered(session)];
    const late = { ...moment, now: now + correctionWindow + 1 };
    expect(await correctAddress(db, a, 'autre@exemple.fr', late)).toEqual({
      ok: false,
      reason: 'too_late',
    });
    expect(await correctAddress(db, a, b.email ?? '', moment)).toEqual({
      ok: false,
      reason: 'already_registered',
    });
    expect((await reload(a)).email).toBe(a.email);
  });
});

describe('« J’ai perdu mon lien »', () => {
  it('mails every live link of the address to it, once in two minutes, and nothing to a stranger', async () => {
    const email = 'perdu@exemple.fr';
    const [a, b] = [
      await registered(await aSession(), { email }),
      await registered(await aSession({ slots: [later] }), { email }),
    ];
    for (const at of [now, now + 1000])
      await mailLostLinks(db, { email: ' Perdu@exemple.fr', locale: 'fr' }, at);
    await mailLostLinks(db, { email: 'inconnue@exemple.fr', locale: 'fr' }, now);
    const rows = await db.select().from(outbox).where(eq(outbox.kind, 'lost_link'));
    expect(
      rows.map((r) => [r.recipient, (r.facts.registrations as { id: number }[]).map((x) => x.id)]),
    ).toEqual([[email, [a.id, b.id]]]);
  });
});

describe('A cancelled or moved session reaches everyone', () => {
  const announce = async (
    session: Session,
    kind: string,
    facts: Record<string, unknown>,
    at = now,
  ) => {
    await db.insert(announcements).values({ kind, sessionId: session.id, facts, createdAt: at });
  };

  it('cancelled: mail to all, waiting list included, and out of the calendars that have it', async () => {
    const session = await aSession({ capacity: 2, maxCapacity: 2, slots: [evening, nextDay] });
    const [a, gone, waiting] = [
      await registered(session),
      await registered(session),
      await registered(session),
    ];
    await db
      .update(registrations)
      .set({ state: 'cancelled', endedBy: 'person' })
      .where(eq(registrations.id, gone.id));
    await db
      .update(sessions)
      .set({ state: 'cancelled', version: 2 })
      .where(eq(sessions.id, session.id));
    await announce(session, 'session_cancelled', {
      session: factsOf(await viewOf(session)),
      reason: 'intervenante malade',
    });
    expect(await expandAnnouncements(db, moment)).toBe(3);
    expect(await expandAnnouncements(db, moment)).toBe(0);
    expect((await calendarOf(a)).slice(2)).toEqual([
      ['session_cancelled', 0, 1],
      ['calendar_day_cancelled', 1, 1],
    ]);
    expect((await calendarOf(waiting)).slice(1)).toEqual([['session_cancelled', 0, null]]);
    expect(await kindsOf(gone)).toEqual(['registered', 'calendar_day']);
    expect(await reload(a)).toMatchObject({ state: 'cancelled', endedBy: 'session_cancelled' });
    expect(await takenOf(session)).toBe(0);
    expect((await mailsOf(a))[2]?.facts).toMatchObject({
      reason: 'intervenante malade',
      person: { firstName: 'Camille' },
    });
  });

  it('moved: old and new facts, a REQUEST with a higher SEQUENCE for those confirmed, and days that go', async () => {
    const session = await aSession({ capacity: 1, maxCapacity: 1, slots: [evening, nextDay] });
    const [a, waiting] = [await registered(session), await registered(session)];
    const before = factsOf(await viewOf(session));
    await db.delete(slots).where(eq(slots.sessionId, session.id));
    await db.insert(slots).values({ sessionId: session.id, number: 0, ...later });
    await db
      .update(sessions)
      .set({ ...later, version: 2 })
      .where(eq(sessions.id, session.id));
    await announce(
      session,
      'session_changed',
      { session: factsOf(await viewOf(session)), before, reason: null },
      now + 1,
    );
    await expandAnnouncements(db, { ...moment, now: now + 2 });
    expect((await calendarOf(a)).slice(2)).toEqual([
      ['session_changed', 0, 1],
      ['calendar_day_cancelled', 1, 1],
    ]);
    expect((await calendarOf(waiting)).slice(1)).toEqual([['session_changed', 0, null]]);
    expect(await reload(a)).toMatchObject({ calendarSequence: 1, calendarDays: 1 });
  });

  it('moved: leaves out whoever came after the change and was told the new facts', async () => {
    const session = await aSession();
    const before = factsOf(await viewOf(session));
    await announce(session, 'session_changed', { session: before, before, reason: null }, now - 1);
    const a = await registered(session);
    await expandAnnouncements(db, moment);
    expect(await kindsOf(a)).toEqual(['registered']);
  });

  it('resumes in bounded steps and tells nobody twice, even when two workers expand at once', async () => {
    const session = await aSession({ capacity: null });
    const people = [];
    for (let i = 0; i < 60; i++) people.push(await registered(session));
    await announce(session, 'session_cancelled', {
      session: factsOf(await viewOf(session)),
      reason: null,
    });
    expect(await expandAnnouncements(db, moment, 25)).toBe(25);
    await Promise.all([1, 2, 3].map(() => expandAnnouncements(db, moment)));
    const [told] = await db
      .select({ n: sql<number>`count(*)`, people: sql<number>`count(DISTINCT registration_id)` })
      .from(outbox)
      .where(sql`session_id = ${session.id} AND kind = 'session_cancelled'`);
    expect(told).toEqual({ n: 60, people: 60 });
  });
});
