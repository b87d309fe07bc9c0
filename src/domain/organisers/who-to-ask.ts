/** Whom someone asks who may not enter: those who work on the action, or else those who give rights. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { actionCarriers, actions, organisations } from '../catalogue/schema';
import { accounts } from './schema';

export type WhoToAsk = {
  /** What the page is about, when it is an action's; who carries it, in order. */
  action: { id: number; title: string } | null;
  carriers: string[];
  /** Names; of a large team the first few. */
  people: string[];
};

const mostPeople = 3;

export async function findWhoToAsk(db: Database, actionId: number | undefined): Promise<WhoToAsk> {
  const carriers = actionId === undefined ? [] : await listCarriers(db, actionId);
  const organisers = and(
    eq(accounts.role, 'organiser'),
    inArray(
      accounts.organisationId,
      carriers.map(({ id }) => id),
    ),
  );
  const ofCarriers = carriers.length ? await listNames(db, organisers) : [];
  const [first] = carriers;
  return {
    action: first ? { id: first.actionId, title: first.title } : null,
    carriers: carriers.map(({ name }) => name),
    people: ofCarriers.length
      ? ofCarriers
      : await listNames(db, eq(accounts.role, 'administrator')),
  };
}

const listCarriers = (db: Database, actionId: number) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      actionId: actions.id,
      title: actions.title,
    })
    .from(actionCarriers)
    .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
    .innerJoin(actions, eq(actions.id, actionCarriers.actionId))
    .where(eq(actionCarriers.actionId, actionId))
    .orderBy(asc(actionCarriers.position));

async function listNames(db: Database, who: ReturnType<typeof eq> | undefined) {
  const rows = await db
    .select({ name: accounts.name })
    .from(accounts)
    .where(and(who, isNull(accounts.disabledAt)))
    .orderBy(asc(accounts.name))
    .limit(mostPeople);
  return rows.map(({ name }) => name);
}
