/** Rows for tests, put straight into the tables of any database: a test says only what matters to it. */
import type { Database } from '../../src/db/client';
import { actions, type Session, sessions, slots } from '../../src/domain/catalogue/schema';
import { hour, type Span, toInstant } from '../../src/lib/dates';
import { nameKey } from '../../src/lib/text';
import { newCode } from '../../src/lib/tokens';

/** A Monday in Alès, 9 h: the day on which most tests stand. */
export const now = toInstant('2026-03-02T09:00', 'Europe/Paris');
/** « jeudi 12 mars 2026, de 20 h à 22 h » */
export const evening: Span = {
  startsAt: toInstant('2026-03-12T20:00', 'Europe/Paris'),
  endsAt: toInstant('2026-03-12T22:00', 'Europe/Paris'),
};

export type ActionValues = Partial<typeof actions.$inferInsert>;
export type SessionValues = Partial<typeof sessions.$inferInsert> & { slots?: Span[] };

export async function insertAction(db: Database, values: ActionValues = {}): Promise<number> {
  const title = values.title ?? 'Ateliers de sensibilisation à la santé environnementale';
  const [row] = await db
    .insert(actions)
    .values({
      title,
      titleKey: nameKey(title),
      type: 'awareness',
      audience: 'professionals',
      createdAt: now,
      updatedAt: now,
      ...values,
    })
    .returning({ id: actions.id });
  if (!row) throw new Error('no action');
  return row.id;
}

/** A published session of 15 places (18 at most) on one evening, unless told otherwise. */
export async function insertSession(
  db: Database,
  { slots: spans = [evening], ...values }: SessionValues = {},
): Promise<Session> {
  const capacity = values.capacity === undefined ? 15 : values.capacity;
  const actionId = values.actionId ?? (await insertAction(db));
  const [session] = await db
    .insert(sessions)
    .values({
      code: newCode(),
      state: 'published',
      dateState: spans.length ? 'set' : 'to_be_determined',
      startsAt: spans.length ? Math.min(...spans.map((s) => s.startsAt)) : null,
      endsAt: spans.length ? Math.max(...spans.map((s) => s.endsAt)) : null,
      titleKey: nameKey(values.title ?? ''),
      mode: 'in_person',
      capacity,
      maxCapacity: capacity === null ? null : capacity === 15 ? 18 : capacity,
      publishedAt: now - 24 * hour,
      createdAt: now,
      updatedAt: now,
      ...values,
      actionId,
    })
    .returning();
  if (!session) throw new Error('no session');
  for (const [number, span] of spans.entries()) {
    await db.insert(slots).values({ sessionId: session.id, number, ...span });
  }
  return session;
}
