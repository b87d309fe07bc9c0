/** The meetings of a year, as reports count them: functions, and no names. */
import { sql } from 'drizzle-orm';
import { type Database, select } from '../../db/client';
import type { MeetingKind } from '../meetings/schema';
import { meetingsWithin, type Scope } from './scope';

export type MeetingFact = {
  id: number;
  heldOn: string | null;
  kind: MeetingKind;
  subject: string;
  /** Of one meeting. */
  minutes: number | null;
  occurrences: number;
  present: number | null;
  excused: number | null;
  hasMinutes: boolean;
  actionIds: number[];
  functions: string[];
};

type MeetingRow = Omit<MeetingFact, 'hasMinutes' | 'actionIds' | 'functions'> & {
  hasMinutes: number;
  actionIds: string;
  functions: string;
};

export async function loadMeetings(db: Database, scope: Scope): Promise<MeetingFact[]> {
  const rows = await select<MeetingRow>(
    db,
    sql`SELECT m.id, m.held_on AS heldOn, m.kind, m.subject, m.duration_minutes AS minutes,
        m.occurrences, m.present, m.excused, m.has_minutes AS hasMinutes,
        (SELECT json_group_array(action_id) FROM meeting_actions WHERE meeting_id = m.id) AS actionIds,
        (SELECT json_group_array(name) FROM meeting_functions WHERE meeting_id = m.id AND present > 0)
          AS functions
      FROM meetings m WHERE ${meetingsWithin(scope)} ORDER BY m.held_on IS NULL, m.held_on, m.id`,
  );
  return rows.map((row) => ({
    ...row,
    hasMinutes: Boolean(row.hasMinutes),
    actionIds: JSON.parse(row.actionIds) as number[],
    functions: JSON.parse(row.functions) as string[],
  }));
}
