/** What both lists read from a request: the actions to choose from; and their files. */
import type { Context } from 'hono';
import { type ActionChoice, listActionChoices } from '../../../domain/catalogue/find-action';
import { ownCarrierId } from '../../../domain/organisers/permissions';
import { csvType, download } from '../../download';
import type { OrganiserEnv } from '../context';

type C = Context<OrganiserEnv>;

/** Those that the account works on, and the one that stands there already. */
export async function actionChoices(
  { var: { db, account } }: C,
  held: { id: number | null; title: string | null },
): Promise<ActionChoice[]> {
  const choices = await listActionChoices(db, ownCarrierId(account));
  const { id, title } = held;
  if (id === null || title === null || choices.some((one) => one.id === id)) return choices;
  return [{ id, title }, ...choices];
}

/** A file holds more than a page, and is bounded all the same. */
export const inFile = 5000;

export const csvHeaders = (name: string) => download(`${name}.csv`, csvType);
