import { expect, it } from 'vitest';
import { factsOf, findSession, findSessionById } from '../../src/domain/catalogue/find-session';
import { actionCarriers, organisations, venues } from '../../src/domain/catalogue/schema';
import { day } from '../../src/lib/dates';
import { db } from '../support/db';
import { anAction, aSession, evening, now } from '../support/fixtures';

it('finds a session with its action, venue, slots and carriers, each with its own columns', async () => {
  const actionId = await anAction({
    title: 'The action',
    summary: 'Of the action',
    topics: ['air'],
  });
  const [venue] = await db
    .insert(venues)
    .values({ name: 'The room', nameKey: 'the room', town: 'Alès', createdAt: now - day })
    .returning();
  for (const [position, name] of ['Second by name', 'First by name'].entries()) {
    const [carrier] = await db
      .insert(organisations)
      .values({ name, nameKey: name, createdAt: now })
      .returning();
    if (carrier)
      await db.insert(actionCarriers).values({ actionId, organisationId: carrier.id, position });
  }
  const next = { startsAt: evening.startsAt + day, endsAt: evening.endsAt + day };
  const session = await aSession({
    actionId,
    title: 'The session',
    summary: 'Of the session',
    venueId: venue?.id,
    slots: [evening, next],
  });
  const view = await findSession(db, session.code);
  expect(view?.session).toEqual(session);
  expect(view?.action).toMatchObject({
    id: actionId,
    title: 'The action',
    summary: 'Of the action',
  });
  expect(view?.venue).toEqual(venue);
  expect(view && factsOf(view)).toMatchObject({
    title: 'The session',
    venue: { name: 'The room', town: 'Alès' },
    slots: [evening, next],
    carriers: ['Second by name', 'First by name'],
  });
  expect(await findSessionById(db, session.id)).toEqual(view);
});

it('finds nothing for a code that nobody has', async () => {
  expect(await findSession(db, 'NBDY22')).toBeNull();
});
