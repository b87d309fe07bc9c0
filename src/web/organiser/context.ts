/** What a handler of the organisers' side finds in its context beside what all find. */
import type { Context } from 'hono';
import type { By } from '../../domain/catalogue/by';
import type { Account, Login } from '../../domain/organisers/schema';
import { newToken } from '../../lib/tokens';
import type { AppEnv, Reader } from '../context';
import { readFormKey } from './form';

export type OrganiserEnv = AppEnv & { Variables: { account: Account; login: Login } };

/**
 * What every page of the organisers' side shows: who reads it, and what was just done; and the random
 * value that its forms send back (`FormKey`), so that pressed twice they make one.
 */
export type Shell = { reader: Reader; account: Account; formKey: string; done?: string };

/** The text that a code of the address names, and nothing for any other. */
export const named = (texts: Record<string, string>, code: string | undefined) =>
  code !== undefined && Object.hasOwn(texts, code) ? texts[code] : undefined;

/** The shell of this request; `?fait=` names what was done before it: in its area's own words first. */
export function shellOf(c: Context<OrganiserEnv>, own: Record<string, string> = {}): Shell {
  const { reader, account } = c.var;
  const texts = {
    ...reader.t.organiser.done,
    ...reader.t.outreach.done,
    ...reader.t.handouts.done,
    ...reader.t.contacts.done,
    ...own,
  };
  const done = named(texts, c.req.query('fait'));
  return { reader, account, formKey: newToken(), ...(done && { done }) };
}

/** For a form that makes something: `byOf` with the form's key. */
export const byFormOf = async (c: Context<OrganiserEnv>): Promise<By> => ({
  ...byOf(c),
  formKey: await readFormKey(c),
});

/** Who does it, and when, for the history. */
export const byOf = (c: Context<OrganiserEnv>): By => ({
  now: c.var.now,
  actor: `organiser:${c.var.account.id}`,
});
