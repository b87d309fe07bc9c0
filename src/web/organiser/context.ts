/** What a handler of the organisers' side finds in its context beside what all find. */
import type { Context } from 'hono';
import type { By } from '../../domain/catalogue/by';
import type { Account, Login } from '../../domain/organisers/schema';
import type { AppEnv, Reader } from '../context';

export type OrganiserEnv = AppEnv & { Variables: { account: Account; login: Login } };

/** What every page of the organisers' side shows: who reads it, and what was just done. */
export type Shell = { reader: Reader; account: Account; done?: string };

/** The shell of this request; `?fait=` names what the redirect came from. */
export function shellOf(c: Context<OrganiserEnv>): Shell {
  const { reader, account } = c.var;
  const texts: Record<string, string> = {
    ...reader.t.organiser.done,
    ...reader.t.outreach.done,
    ...reader.t.handouts.done,
    ...reader.t.contacts.done,
  };
  const code = c.req.query('fait') ?? '';
  const done = Object.hasOwn(texts, code) ? texts[code] : undefined;
  return { reader, account, ...(done && { done }) };
}

/** Who does it, and when, for the history. */
export const byOf = (c: Context<OrganiserEnv>): By => ({
  now: c.var.now,
  actor: `organiser:${c.var.account.id}`,
});
