/** An action with its carriers and its sessions; and the list of actions, a page at a time. */
import { and, asc, count, desc, eq, exists, inArray, lt, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { hasWords } from '../../db/search';
import {
  type Action,
  actionCarriers,
  actions,
  organisations,
  type Session,
  sessions,
} from './schema';

/** An action as it is edited: its carriers by name, the leading one first. */
export type ActionView = { action: Action; carriers: { id: number; name: string }[] };

export async function findAction(db: Database, id: number): Promise<ActionView | null> {
  const [[action], carriers] = await db.batch([
    db.select().from(actions).where(eq(actions.id, id)),
    db
      .select({ id: organisations.id, name: organisations.name })
      .from(actionCarriers)
      .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
      .where(eq(actionCarriers.actionId, id))
      .orderBy(asc(actionCarriers.position)),
  ]);
  return action ? { action, carriers } : null;
}

/** The sessions of an action, the latest first, 100 at most; those without a date lead. */
export const listSessionsOfAction = (db: Database, actionId: number): Promise<Session[]> =>
  db
    .select()
    .from(sessions)
    .where(eq(sessions.actionId, actionId))
    .orderBy(sql`${sessions.startsAt} IS NOT NULL`, desc(sessions.startsAt), desc(sessions.id))
    .limit(100);

export type ListedAction = Pick<Action, 'id' | 'title' | 'type' | 'audience'> & {
  carriers: string[];
  sessions: number;
};

export const actionsAPage = 30;

export type ActionFilter = {
  /** Words of the title; all when empty. */
  search: string;
  /** Only those that this organisation carries. */
  carrierId: number | null;
  /** The id that the page before ended with; null for the first page. */
  after: number | null;
};

/** The latest first. One more than a page tells whether there is a next one. */
export async function listActions(
  db: Database,
  { search, carrierId, after }: ActionFilter,
): Promise<{ actions: ListedAction[]; next: number | null }> {
  const carried = db
    .select({ one: sql`1` })
    .from(actionCarriers)
    .where(
      and(
        eq(actionCarriers.actionId, actions.id),
        eq(actionCarriers.organisationId, carrierId ?? 0),
      ),
    );
  const rows = await db
    .select({
      id: actions.id,
      title: actions.title,
      type: actions.type,
      audience: actions.audience,
    })
    .from(actions)
    .where(
      and(
        after === null ? undefined : lt(actions.id, after),
        search ? hasWords(sql`${actions.titleKey}`, search) : undefined,
        carrierId === null ? undefined : exists(carried),
      ),
    )
    .orderBy(desc(actions.id))
    .limit(actionsAPage + 1);
  const page = rows.slice(0, actionsAPage);
  const next = rows.length > actionsAPage ? (page.at(-1)?.id ?? null) : null;
  return { actions: await withDetails(db, page), next };
}

type Bare = Omit<ListedAction, 'carriers' | 'sessions'>;

async function withDetails(db: Database, page: Bare[]): Promise<ListedAction[]> {
  if (!page.length) return [];
  const ids = page.map((action) => action.id);
  const [carriers, counts] = await db.batch([
    db
      .select({ actionId: actionCarriers.actionId, name: organisations.name })
      .from(actionCarriers)
      .innerJoin(organisations, eq(organisations.id, actionCarriers.organisationId))
      .where(inArray(actionCarriers.actionId, ids))
      .orderBy(asc(actionCarriers.position)),
    db
      .select({ actionId: sessions.actionId, count: count() })
      .from(sessions)
      .where(inArray(sessions.actionId, ids))
      .groupBy(sessions.actionId),
  ]);
  return page.map((action) => ({
    ...action,
    carriers: carriers.filter((c) => c.actionId === action.id).map((c) => c.name),
    sessions: counts.find((c) => c.actionId === action.id)?.count ?? 0,
  }));
}

export type ActionChoice = { id: number; title: string };

/** The actions to choose from, the latest first, 100 at most; of one carrier when it is given. */
export function listActionChoices(db: Database, carrierId: number | null): Promise<ActionChoice[]> {
  const query = db.select({ id: actions.id, title: actions.title }).from(actions).$dynamic();
  const mine =
    carrierId === null
      ? query
      : query.innerJoin(
          actionCarriers,
          and(
            eq(actionCarriers.actionId, actions.id),
            eq(actionCarriers.organisationId, carrierId),
          ),
        );
  return mine.orderBy(desc(actions.id)).limit(100);
}
