import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { sessions } from '../../src/domain/catalogue/schema';
import { cancelRegistration } from '../../src/domain/registrations/cancel';
import { acceptOffer } from '../../src/domain/registrations/waiting-list';
import { db } from '../support/db';
import { aSession, now } from '../support/fixtures';
import { kindsOf, moment, registered, reload, tryToRegister } from '../support/people';

it('smoke', async () => {
  const session = await aSession({ capacity: 1, maxCapacity: 2 });
  const a = await registered(session);
  const b = await registered(session);
  expect([a.state, b.state]).toEqual(['confirmed', 'waitlisted']);
  await cancelRegistration(db, a, { actor: 'person', endedBy: 'person' }, moment);
  expect((await reload(b)).state).toBe('offered');
  expect(await acceptOffer(db, await reload(b), moment)).toEqual({ ok: true });
  expect(await kindsOf(b)).toEqual(['waitlisted', 'offer', 'confirmed']);
  expect(await kindsOf(a)).toEqual(['registered', 'cancelled']);
  const [s] = await db.select().from(sessions).where(eq(sessions.id, session.id));
  expect([s?.seatsTaken, s?.waitingCount]).toEqual([1, 0]);
  expect(await tryToRegister(session, { email: b.email })).toEqual({
    ok: false,
    reason: 'already_registered',
  });
  expect(now).toBeGreaterThan(0);
});
