/** The meetings of a year's file: those without a day belong to the file's year. */
import * as v from 'valibot';
import { startOfDay } from '../../lib/dates';
import { MeetingInput } from '../meetings/inputs';
import type { Fault, YearFile } from './year-file';

export type PlannedMeeting = {
  /** Made of what the meeting is, so that one more line in the file changes no other's key. */
  key: string;
  /** Without its actions, whose ids are known when they are there. */
  input: MeetingInput;
  actionKeys: string[];
  at: number;
};

/** @param last the last day that the file knows: the clock of what has none */
export function planMeetings(
  file: YearFile,
  last: string,
): { meetings: PlannedMeeting[]; faults: Fault[] } {
  const keys = new Set(file.actions.map((action) => action.key));
  const seen = new Map<string, number>();
  const faults: Fault[] = [];
  const meetings = file.meetings.flatMap((meeting, m): PlannedMeeting[] => {
    const path = `meetings[${m}]`;
    const unknown = meeting.actions.filter((key) => !keys.has(key));
    for (const key of unknown)
      faults.push({ path: `${path}.actions`, message: `« ${key} » n’est la clé d’aucune action` });
    const day = meeting.date ?? last;
    const read = v.safeParse(MeetingInput, {
      kind: meeting.kind,
      year: Number(day.slice(0, 4)),
      heldOn: meeting.date,
      subject: meeting.note ?? '',
      durationMinutes: meeting.hours === null ? null : Math.round(meeting.hours * 60),
      occurrences: meeting.count,
      present: meeting.present,
      excused: meeting.excused,
      hasMinutes: meeting.minutes,
    });
    if (!read.success) {
      const field = String(read.issues[0].path?.[0]?.key ?? '');
      faults.push({ path, message: `a une valeur hors des limites (${field})` });
      return [];
    }
    const what = [meeting.date ?? day.slice(0, 4), meeting.kind, ...meeting.actions].join('|');
    const nth = (seen.get(what) ?? 0) + 1;
    seen.set(what, nth);
    const at = startOfDay(day, file.network.timezone);
    return [{ key: `${what}#${nth}`, input: read.output, actionKeys: meeting.actions, at }];
  });
  return { meetings, faults };
}
