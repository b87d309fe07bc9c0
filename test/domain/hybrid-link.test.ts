/** Hybrid sessions: whatever is saved, in whatever order, a link is a pair that points both ways. */
import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSession } from '../../src/domain/catalogue/create-session';
import { deleteDraft } from '../../src/domain/catalogue/delete-draft';
import { inputOf } from '../../src/domain/catalogue/duplicate-session';
import { findSessionById } from '../../src/domain/catalogue/find-session';
import { sessions } from '../../src/domain/catalogue/schema';
import { updateSession } from '../../src/domain/catalogue/update-session';
import { db } from '../support/db';
import { anAction, aSession, now } from '../support/fixtures';

const by = { now, actor: 'organiser:7' } as const;

const rowsOf = (actionId: number) =>
  db.select().from(sessions).where(eq(sessions.actionId, actionId));
async function inputAt(id: number) {
  const view = await findSessionById(db, id);
  if (!view) throw new Error('no session');
  return { input: inputOf(view), version: view.session.version };
}
async function link(id: number, linkedSessionId: number | null, seen?: number) {
  const { input, version } = await inputAt(id);
  const change = { id, version: seen ?? version, input: { ...input, linkedSessionId } };
  return updateSession(db, { ...change, reason: null }, by);
}
async function two() {
  const actionId = await anAction();
  const room = await aSession({ actionId });
  const video = await aSession({ actionId, mode: 'online' });
  return { actionId, room, video };
}

const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ does: fc.constant('link' as const), from: fc.nat(5), to: fc.nat(5) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constant('part' as const), from: fc.nat(5), to: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('make' as const), from: fc.nat(5), to: fc.nat(5) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ does: fc.constant('delete' as const), from: fc.nat(5), to: fc.nat(5) }),
  },
);

test('links are mutual pairs or null, after any saves', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const actionId = await anAction();
      for (let n = 0; n < 4; n++)
        await aSession({ actionId, mode: n % 2 ? 'online' : null, state: 'draft' });
      for (const { does, from, to } of steps) {
        const rows = await rowsOf(actionId);
        const [one, other] = [rows[from % rows.length], rows[to % rows.length]];
        if (!one || !other) break;
        if (does === 'link') await link(one.id, other.id);
        if (does === 'part') await link(one.id, null);
        if (does === 'delete') await deleteDraft(db, one, by);
        if (does === 'make') {
          const { input } = await inputAt(one.id);
          await createSession(db, actionId, { ...input, linkedSessionId: other.id }, by);
        }
        const stored = await rowsOf(actionId);
        for (const { id, linkedSessionId } of stored) {
          if (linkedSessionId === null) continue;
          expect(linkedSessionId).not.toBe(id);
          expect(stored.find((half) => half.id === linkedSessionId)?.linkedSessionId).toBe(id);
        }
      }
    }),
    { numRuns: 25 },
  );
});

test('a link that someone made meanwhile is not put back unseen by who has the other half open', async () => {
  const { actionId, room, video } = await two();
  expect(await link(room.id, video.id)).toMatchObject({ ok: true });
  const { input } = await inputAt(video.id);
  const typed = { ...input, linkedSessionId: null, summary: 'Nouvelle présentation' };
  const stale = { id: video.id, version: 1, input: typed, reason: null };
  expect(await updateSession(db, stale, by)).toEqual({ ok: false, reason: 'stale' });
  expect((await rowsOf(actionId)).map(({ linkedSessionId }) => linkedSessionId)).toEqual([
    video.id,
    room.id,
  ]);
});

test('a half that has its other half is not taken from it, and both are of a different kind', async () => {
  const { actionId, room, video } = await two();
  await link(room.id, video.id);
  const third = await aSession({ actionId });
  expect(await link(third.id, video.id)).toEqual({ ok: false, reason: 'linked_already' });
  expect(await link(third.id, room.id)).toEqual({ ok: false, reason: 'linked_already' });
  const fourth = await aSession({ actionId });
  expect(await link(third.id, fourth.id)).toEqual({ ok: false, reason: 'linked_same_mode' });
  // Saved again as it is, nobody else's version rises.
  await link(room.id, video.id);
  expect((await inputAt(video.id)).version).toBe(2);
});
