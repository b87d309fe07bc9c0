/** The checks that stand at the head of what touches an action, a session or a registration. */
import { eq } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { Forbidden, NotFound } from '../../lib/errors';
import type { SessionView } from '../catalogue/find-session';
import { type Action, actionCarriers, actions, organisations } from '../catalogue/schema';
import { findMeeting, type MeetingView } from '../meetings/list-meetings';
import { meetingActions } from '../meetings/schema';
import { type Member, mayManage } from './permissions';

/** The ids of the organisations that carry an action. */
export async function listCarrierIds(db: Database, actionId: number): Promise<number[]> {
  const rows = await db
    .select({ id: actionCarriers.organisationId })
    .from(actionCarriers)
    .where(eq(actionCarriers.actionId, actionId));
  return rows.map((row) => row.id);
}

export const mayManageAction = async (db: Database, member: Member, actionId: number) =>
  mayManage(member, await listCarrierIds(db, actionId));

/**
 * The action, for someone who works on it.
 * @throws {NotFound} when there is none. @throws {Forbidden} when another organisation carries it.
 */
export async function requireAction(
  db: Database,
  member: Member,
  actionId: number,
): Promise<Action> {
  const [action] = await db.select().from(actions).where(eq(actions.id, actionId));
  if (!action) throw new NotFound();
  if (!(await mayManageAction(db, member, actionId))) throw new Forbidden(actionId);
  return action;
}

/** The same for a session that was read, by the carriers of its action. @throws {Forbidden} */
export function requireCarrier(member: Member, { action, carriers }: SessionView): void {
  const ids = carriers.map(({ id }) => id);
  if (!mayManage(member, ids)) throw new Forbidden(action.id);
}

/** The name of the organisation that the member works for. */
export async function findOrganisationName(db: Database, member: Member): Promise<string | null> {
  if (member.organisationId === null) return null;
  const [row] = await db
    .select({ name: organisations.name })
    .from(organisations)
    .where(eq(organisations.id, member.organisationId));
  return row?.name ?? null;
}

/**
 * A meeting, for someone who works on one of the actions that it served, or whose organisation
 * recorded it.
 */
export async function requireMeeting(
  db: Database,
  member: Member,
  meetingId: number,
): Promise<MeetingView> {
  const view = await findMeeting(db, meetingId);
  if (!view) throw new NotFound();
  const { organisationId } = view.meeting;
  const recordedHere = organisationId === null ? [] : [organisationId];
  const carriers = await db
    .select({ id: actionCarriers.organisationId })
    .from(meetingActions)
    .innerJoin(actionCarriers, eq(actionCarriers.actionId, meetingActions.actionId))
    .where(eq(meetingActions.meetingId, meetingId));
  if (!mayManage(member, [...recordedHere, ...carriers.map((row) => row.id)]))
    throw new Forbidden();
  return view;
}
