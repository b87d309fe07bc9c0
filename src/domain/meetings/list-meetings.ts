/** Meetings of a year or of an action, and one as it is edited. */
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '../../db/client';
import { actions } from '../catalogue/schema';
import { type Meeting, meetingActions, meetingFunctions, meetings } from './schema';

export type ServedAction = { id: number; title: string };
export type ListedMeeting = { meeting: Meeting; actions: ServedAction[] };

/** The latest first, those without a date last: a year has some tens. 500 at most. */
export async function listMeetingsOfYear(db: Database, year: number): Promise<ListedMeeting[]> {
  const rows = await db
    .select()
    .from(meetings)
    .where(eq(meetings.year, year))
    .orderBy(desc(meetings.heldOn), desc(meetings.id))
    .limit(500);
  return withActions(db, rows);
}

/** The latest first, 200 at most. */
export async function listMeetingsOfAction(
  db: Database,
  actionId: number,
): Promise<ListedMeeting[]> {
  const rows = await db
    .select({ meeting: meetings })
    .from(meetingActions)
    .innerJoin(meetings, eq(meetings.id, meetingActions.meetingId))
    .where(eq(meetingActions.actionId, actionId))
    .orderBy(desc(meetings.year), desc(meetings.heldOn), desc(meetings.id))
    .limit(200);
  return withActions(
    db,
    rows.map((row) => row.meeting),
  );
}

async function withActions(db: Database, rows: Meeting[]): Promise<ListedMeeting[]> {
  if (!rows.length) return [];
  const ids = JSON.stringify(rows.map((row) => row.id));
  const served = await db
    .select({ meetingId: meetingActions.meetingId, id: actions.id, title: actions.title })
    .from(meetingActions)
    .innerJoin(actions, eq(actions.id, meetingActions.actionId))
    .where(inArray(meetingActions.meetingId, sql`(SELECT value FROM json_each(${ids}))`))
    .orderBy(asc(actions.title));
  return rows.map((meeting) => ({
    meeting,
    actions: served
      .filter((row) => row.meetingId === meeting.id)
      .map(({ id, title }) => ({ id, title })),
  }));
}

export type MeetingFunction = { name: string; present: number; excused: number };
export type MeetingView = ListedMeeting & { functions: MeetingFunction[] };

export async function findMeeting(db: Database, id: number): Promise<MeetingView | null> {
  const [[meeting], functions, served] = await db.batch([
    db.select().from(meetings).where(eq(meetings.id, id)),
    db
      .select({
        name: meetingFunctions.name,
        present: meetingFunctions.present,
        excused: meetingFunctions.excused,
      })
      .from(meetingFunctions)
      .where(eq(meetingFunctions.meetingId, id))
      .orderBy(asc(meetingFunctions.position)),
    db
      .select({ id: actions.id, title: actions.title })
      .from(meetingActions)
      .innerJoin(actions, eq(actions.id, meetingActions.actionId))
      .where(eq(meetingActions.meetingId, id))
      .orderBy(asc(actions.title)),
  ]);
  return meeting ? { meeting, functions, actions: served } : null;
}
