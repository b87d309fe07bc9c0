/** The people of the organisers' side: invited by an administrator, changed, disabled. */
import { asc, eq, type SQL, sql } from 'drizzle-orm';
import * as v from 'valibot';
import { type Database, transact } from '../../db/client';
import type { Locale } from '../../i18n';
import { emailKey, nameKey } from '../../lib/text';
import { newToken } from '../../lib/tokens';
import type { By } from '../catalogue/by';
import { entryId, organisationAdded } from '../catalogue/directories';
import { organisations } from '../catalogue/schema';
import { makeOnce } from '../forms/make-once';
import { emailField } from '../registrations/inputs';
import { type Account, accounts, roles } from './schema';

export type ListedAccount = { account: Account; organisation: string | null };

/** All accounts: a network has tens. Those disabled come last. */
export const listAccounts = (db: Database): Promise<ListedAccount[]> =>
  db
    .select({ account: accounts, organisation: organisations.name })
    .from(accounts)
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .orderBy(sql`${accounts.disabledAt} IS NOT NULL`, asc(accounts.name));

export async function findAccount(db: Database, id: number): Promise<ListedAccount | null> {
  const [row] = await db
    .select({ account: accounts, organisation: organisations.name })
    .from(accounts)
    .leftJoin(organisations, eq(organisations.id, accounts.organisationId))
    .where(eq(accounts.id, id));
  return row ?? null;
}

const member = {
  name: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
  role: v.picklist(roles),
  organisation: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(160)), ''),
};

/** An organiser works for an organisation; the other roles may. */
const belongs = ({ role, organisation }: { role: string; organisation: string }) =>
  role !== 'organiser' || nameKey(organisation) !== '';

export const Invitation = v.pipe(
  v.object({ email: emailField, ...member }),
  v.forward(v.partialCheck([['role'], ['organisation']], belongs), ['organisation']),
);
export const AccountChange = v.pipe(
  v.object(member),
  v.forward(v.partialCheck([['role'], ['organisation']], belongs), ['organisation']),
);

/** What the mail of kind `account_invitation` freezes: it leads to the sign-in page. */
export type InvitationFacts = { name: string; invitedBy: string };

/** Puts the organisation in the directory when it is not there yet; nothing when none was typed. */
const organisationEnsured = (typed: string, now: number) =>
  nameKey(typed) ? [organisationAdded(typed, now)] : [];
const organisationId = (typed: string) => entryId('organisations', nameKey(typed));

/** Opens an account and mails its owner; they sign in by a mailed link like everybody. */
export async function inviteAccount(
  db: Database,
  input: v.InferOutput<typeof Invitation>,
  { now, actor, formKey, invitedBy, locale }: By & { invitedBy: string; locale: Locale },
): Promise<{ ok: true; id: number } | { ok: false; reason: 'address_taken' }> {
  const key = emailKey(input.email);
  const isFree = sql`NOT EXISTS (SELECT 1 FROM accounts WHERE email_key = ${key})`;
  const made = {
    table: sql`accounts`,
    id: sql`(SELECT id FROM accounts WHERE email_key = ${key} AND created_at = ${now})`,
  };
  const { repeated, id, outcomes } = await makeOnce(db, { formKey }, made, [
    ...organisationEnsured(input.organisation, now),
    // Before the account: only while the address has none is there something to announce.
    sql`INSERT INTO outbox (kind, message_id, recipient, locale, facts, next_attempt_at, created_at)
        SELECT 'account_invitation', ${newToken()}, ${input.email}, ${locale},
          json_object('name', ${input.name}, 'invitedBy', ${invitedBy}), ${now}, ${now}
        WHERE ${isFree}`,
    sql`INSERT INTO history (at, actor, event, detail)
        SELECT ${now}, ${actor}, 'account_invited', json_object('role', ${input.role})
        WHERE ${isFree}`,
    sql`INSERT INTO accounts (email, email_key, name, role, organisation_id, created_at, updated_at)
        VALUES (${input.email}, ${key}, ${input.name}, ${input.role},
          ${organisationId(input.organisation)}, ${now}, ${now})
        ON CONFLICT (email_key) DO NOTHING
        RETURNING id`,
  ]);
  const isNew = repeated || Boolean(outcomes.at(-2)?.rows.length);
  return isNew && id !== null ? { ok: true, id } : { ok: false, reason: 'address_taken' };
}

export type AccountRefusal = 'changed_meanwhile' | 'last_administrator';
type Changed = { ok: true } | { ok: false; reason: AccountRefusal };

/** True when someone else can still administer: the last administrator can't be taken away. */
const anotherAdministrator = (id: number) =>
  sql`EXISTS (SELECT 1 FROM accounts AS other WHERE other.role = 'administrator'
      AND other.disabled_at IS NULL AND other.id <> ${id})`;

/** The line of the history, written before the change and under the same condition. */
export const noted = ({ now, actor }: By, event: string, held: SQL): SQL => sql`
  INSERT INTO history (at, actor, event, detail)
  SELECT ${now}, ${actor}, ${event}, json_object('account', id) FROM accounts WHERE ${held}`;

/** Changes name, role and organisation, if nobody did since the version that was shown. */
export async function changeAccount(
  db: Database,
  id: number,
  version: number,
  input: v.InferOutput<typeof AccountChange>,
  by: By,
): Promise<Changed> {
  const held = sql`id = ${id} AND version = ${version}
    AND (role <> 'administrator' OR disabled_at IS NOT NULL
      OR ${input.role} = 'administrator' OR ${anotherAdministrator(id)})`;
  const outcomes = await transact(db, [
    ...organisationEnsured(input.organisation, by.now),
    noted(by, 'account_changed', held),
    sql`UPDATE accounts SET name = ${input.name}, role = ${input.role},
          organisation_id = ${organisationId(input.organisation)},
          version = version + 1, updated_at = ${by.now}
        WHERE ${held} RETURNING id`,
  ]);
  return outcomes.at(-1)?.rows[0] ? { ok: true } : refusal(db, id, version);
}

/** Closes an account: its sign-ins and links end at once. What it did stays in the history. */
export async function disableAccount(
  db: Database,
  id: number,
  version: number,
  by: By,
): Promise<Changed> {
  const held = sql`id = ${id} AND version = ${version} AND disabled_at IS NULL
    AND (role <> 'administrator' OR ${anotherAdministrator(id)})`;
  const isDisabled = sql`(SELECT disabled_at FROM accounts WHERE id = ${id}) IS NOT NULL`;
  const [, disabled] = await transact(db, [
    noted(by, 'account_disabled', held),
    sql`UPDATE accounts SET disabled_at = ${by.now}, version = version + 1, updated_at = ${by.now}
        WHERE ${held} RETURNING id`,
    sql`DELETE FROM logins WHERE account_id = ${id} AND ${isDisabled}`,
    sql`DELETE FROM login_links WHERE account_id = ${id} AND ${isDisabled}`,
  ]);
  return disabled?.rows[0] ? { ok: true } : refusal(db, id, version);
}

/** Opens a disabled account again. */
export async function enableAccount(
  db: Database,
  id: number,
  version: number,
  by: By,
): Promise<Changed> {
  const held = sql`id = ${id} AND version = ${version} AND disabled_at IS NOT NULL`;
  const [, enabled] = await transact(db, [
    noted(by, 'account_enabled', held),
    sql`UPDATE accounts SET disabled_at = NULL, version = version + 1, updated_at = ${by.now}
        WHERE ${held} RETURNING id`,
  ]);
  return enabled?.rows[0] ? { ok: true } : refusal(db, id, version);
}

async function refusal(db: Database, id: number, version: number): Promise<Changed> {
  const account = (await findAccount(db, id))?.account;
  const isLast = account?.version === version && account.disabledAt === null;
  return { ok: false, reason: isLast ? 'last_administrator' : 'changed_meanwhile' };
}
