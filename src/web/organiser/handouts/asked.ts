/** What both lists read from a request: the row, and the actions to choose from. */
import type { Context } from 'hono';
import { type ActionChoice, listActionChoices } from '../../../domain/catalogue/find-action';
import { NotFound } from '../../../lib/errors';
import type { OrganiserEnv } from '../context';
import { readId } from '../form';

type C = Context<OrganiserEnv>;

/** @throws {NotFound} for what is no row's id */
export function askedId(c: C): number {
  const id = readId(c.req.param('id'));
  if (id === null) throw new NotFound();
  return id;
}

/** Those that the account works on, and the one that stands there already. */
export async function actionChoices(
  { var: { db, account } }: C,
  held: { id: number | null; title: string | null },
): Promise<ActionChoice[]> {
  const own = account.role === 'organiser' ? account.organisationId : null;
  const choices = await listActionChoices(db, own);
  const { id, title } = held;
  if (id === null || title === null || choices.some((one) => one.id === id)) return choices;
  return [{ id, title }, ...choices];
}

/** A file holds more than a page, and is bounded all the same. */
export const inFile = 5000;

export const csvHeaders = (name: string) => ({
  'Content-Type': 'text/csv; charset=utf-8',
  'Content-Disposition': `attachment; filename="${name}.csv"`,
});
