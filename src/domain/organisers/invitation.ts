/**
 * An invited account until its owner first signs in: the invitation can go again, and to another
 * address where the one that was typed is not theirs. What went to the former address opens nothing.
 */
import { type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import type { Locale } from '../../i18n';
import { emailKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { emailField } from '../registrations/inputs';
import { findAccount, type InvitationFacts, noted } from './accounts';
import type { Account } from './schema';

export const CorrectedAddress = v.object({ email: emailField });

/** Who invites, as the mail says it, and in whose language. */
export type Inviting = By & { invitedBy: string; locale: Locale };

/** Whether it still waits for its owner. */
export const isInvited = ({ firstLoginAt, disabledAt }: Account) =>
  firstLoginAt === null && disabledAt === null;

const waits = sql`first_login_at IS NULL AND disabled_at IS NULL`;

export type InvitationRefusal = 'not_waiting';

/** Mails the invitation again. The form's key is the mail's own: a second press writes no second one. */
export async function resendInvitation(
  db: Database,
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { formKey = newToken(), ...by }: Inviting,
): Promise<{ ok: true } | { ok: false; reason: InvitationRefusal }> {
  const isFirst = sql`NOT EXISTS (SELECT 1 FROM outbox WHERE message_id = ${formKey})`;
  const held = sql`id = ${account.id} AND email = ${account.email} AND ${waits} AND ${isFirst}`;
  const outcomes = await transact(db, [
    withdrawn(sql`kind = 'account_invitation'`, account.email, held),
    noted(by, 'account_invited_again', held),
    mailed(account, { ...by, formKey }, held),
    sql`SELECT 1 FROM accounts WHERE id = ${account.id} AND email = ${account.email} AND ${waits}`,
  ]);
  return outcomes.at(-1)?.rows.length ? { ok: true } : { ok: false, reason: 'not_waiting' };
}

export type AddressRefusal =
  | InvitationRefusal
  | 'same_address'
  | 'address_taken'
  | 'changed_meanwhile';

/**
 * Puts the address right, and mails the invitation to it. What waits for the former one is withdrawn,
 * and the sign-in links that it was mailed end.
 * @param version the one that was looked at
 */
export async function correctInvitedAddress(
  db: Database,
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { version, email }: { version: number; email: string },
  { formKey = newToken(), ...by }: Inviting,
): Promise<{ ok: true } | { ok: false; reason: AddressRefusal }> {
  const key = emailKey(email);
  const held = sql`id = ${account.id} AND version = ${version} AND email = ${account.email} AND ${waits}
    AND NOT EXISTS (SELECT 1 FROM accounts AS other WHERE other.email_key = ${key})`;
  const outcomes = await transact(db, [
    withdrawn(sql`kind IN ('account_invitation', 'login_link')`, account.email, held),
    sql`DELETE FROM login_links WHERE account_id = (SELECT id FROM accounts WHERE ${held})`,
    noted(by, 'account_address_corrected', held),
    mailed({ ...account, email }, { ...by, formKey }, held),
    sql`UPDATE accounts SET email = ${email}, email_key = ${key}, version = version + 1,
        updated_at = ${by.now} WHERE ${held}`,
    // Pressed twice, the second finds the mail of the first.
    sql`SELECT 1 FROM outbox WHERE message_id = ${formKey}`,
  ]);
  if (outcomes.at(-1)?.rows.length) return { ok: true };
  return { ok: false, reason: await whyNot(db, account.id, version, key) };
}

async function whyNot(
  db: Database,
  id: number,
  version: number,
  key: string,
): Promise<AddressRefusal> {
  const account = (await findAccount(db, id))?.account;
  if (!account || !isInvited(account)) return 'not_waiting';
  if (account.version !== version) return 'changed_meanwhile';
  return account.emailKey === key ? 'same_address' : 'address_taken';
}

const mailed = (
  { name, email }: Pick<Account, 'name' | 'email'>,
  { now, invitedBy, locale, formKey }: Inviting,
  held: SQL,
): SQL => sql`
  INSERT INTO outbox (kind, message_id, recipient, locale, facts, next_attempt_at, created_at)
  SELECT 'account_invitation', ${formKey}, ${email}, ${locale},
    ${JSON.stringify({ name, invitedBy } satisfies InvitationFacts)}, ${now}, ${now}
  FROM accounts WHERE ${held}`;

/** Two indexes, one after the other: by IN it would walk the whole outbox. */
const withdrawn = (kinds: SQL, email: string, held: SQL): SQL => sql`
  UPDATE outbox SET state = 'superseded'
  WHERE id IN (SELECT id FROM outbox WHERE state = 'queued'
      UNION ALL SELECT id FROM outbox WHERE state = 'failed')
    AND ${kinds} AND recipient = ${email} AND EXISTS (SELECT 1 FROM accounts WHERE ${held})`;
