/** The mails of what is sent to many: the trial that only its writer gets, and how they fare. */
import { sql } from 'drizzle-orm';
import { type Database, select, transact } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { SessionFacts } from '../catalogue/facts';
import type { Asked } from '../forms/make-once';

type Trial = Asked & {
  kind: 'note_to_registrants' | 'partner_invitation';
  facts: { session: SessionFacts };
  email: string;
  locale: 'fr' | 'en';
  now: number;
};

/** To who asks for it, and to nobody else. The form's key is the mail's own: a second press writes no second one. */
export async function mailTrial(
  db: Database,
  { kind, facts, email, locale, now, formKey = newToken() }: Trial,
): Promise<void> {
  await transact(db, [
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, session_id, next_attempt_at, created_at)
      VALUES (${kind}, ${formKey}, ${email}, ${locale}, ${JSON.stringify(facts)},
        ${facts.session.id}, ${now}, ${now})
      ON CONFLICT (message_id) DO NOTHING`,
  ]);
}

export type Unsent = { waiting: number; failed: number; withdrawn: number };

/** Of the mails of a dispatch: it reads only those that are not sent. */
export async function countUnsent(db: Database, dispatch: string): Promise<Unsent> {
  const rows = await select<{ state: string; n: number }>(
    db,
    sql`SELECT state, count(*) AS n FROM outbox
      WHERE dispatch = ${dispatch} AND dispatch IS NOT NULL AND state <> 'sent' GROUP BY state`,
  );
  const count = (...states: string[]) =>
    rows.filter(({ state }) => states.includes(state)).reduce((sum, { n }) => sum + n, 0);
  return {
    waiting: count('queued', 'sending'),
    failed: count('failed'),
    withdrawn: count('superseded'),
  };
}
