/** Rows in the outbox of a database: of a test file's own, or of a site that runs. */
import type { Database } from '../../src/db/client';
import { type OutboxRow, outbox } from '../../src/domain/mail/schema';
import { toInstant } from '../../src/lib/dates';
import { conference, person } from './mails';

const now = toInstant('2026-03-02T09:00', 'Europe/Paris');
let count = 0;

/** A mail in the outbox, due at once on 2 March 2026. */
export async function putMail(
  db: Database,
  values: Partial<typeof outbox.$inferInsert> = {},
): Promise<OutboxRow> {
  count += 1;
  const [row] = await db
    .insert(outbox)
    .values({
      kind: 'registered',
      messageId: `mail${count}`,
      recipient: `person${count}@example.org`,
      locale: 'fr',
      facts: { session: conference, person, byColleague: false },
      nextAttemptAt: now,
      createdAt: now,
      ...values,
    })
    .returning();
  if (!row) throw new Error('no mail');
  return row;
}
