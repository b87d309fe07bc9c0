/** The form of a meeting: what was typed, what is stored, and what MeetingInput parses. */
import type { MeetingDraft } from '../../../domain/meetings/inputs';
import type { MeetingView } from '../../../domain/meetings/list-meetings';

const fields = [
  'kind',
  'heldOn',
  'year',
  'subject',
  'durationMinutes',
  'occurrences',
  'present',
  'excused',
  'hasMinutes',
] as const;

export type MeetingForm = Record<(typeof fields)[number], string> & {
  functions: { name: string; present: string; excused: string }[];
  actionIds: number[];
  version: number;
};

export function typedMeeting(body: Partial<Record<string, string[]>>): MeetingForm {
  const texts = fields.map((name) => [name, body[name]?.at(-1)?.trim() ?? '']);
  const rows = (body.functionName ?? []).map((name, row) => ({
    name: name.trim(),
    present: body.functionPresent?.[row]?.trim() ?? '',
    excused: body.functionExcused?.[row]?.trim() ?? '',
  }));
  return {
    ...(Object.fromEntries(texts) as Record<(typeof fields)[number], string>),
    functions: rows.filter(({ name, present, excused }) => name || present || excused),
    actionIds: (body.actionIds ?? []).map(Number).filter(Number.isSafeInteger),
    version: Number.parseInt(body.version?.at(-1) ?? '', 10) || 0,
  };
}

const say = (value: number | null) => (value === null ? '' : String(value));

export function storedMeeting({ meeting, functions, actions }: MeetingView): MeetingForm {
  return {
    kind: meeting.kind,
    heldOn: meeting.heldOn ?? '',
    // Beside a date the year says nothing more, and would have to be changed with it.
    year: meeting.heldOn ? '' : String(meeting.year),
    subject: meeting.subject,
    durationMinutes: say(meeting.durationMinutes),
    occurrences: String(meeting.occurrences),
    present: say(meeting.present),
    excused: say(meeting.excused),
    hasMinutes: meeting.hasMinutes ? '1' : '',
    functions: functions.map(({ name, present, excused }) => ({
      name,
      present: String(present),
      excused: String(excused),
    })),
    actionIds: actions.map((action) => action.id),
    version: meeting.version,
  };
}

export const blankMeeting = (actionId: number | null): MeetingForm => ({
  ...typedMeeting({ kind: ['preparation'], occurrences: ['1'] }),
  actionIds: actionId === null ? [] : [actionId],
});

/** Digits only: '1e3' and '0x10' are no numbers that people type. */
const number = (text: string) => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
const numberOrNone = (text: string) => (text ? number(text) : null);

export const meetingDraft = (form: MeetingForm): Record<keyof MeetingDraft, unknown> => ({
  kind: form.kind,
  heldOn: form.heldOn || null,
  year: number(form.year || form.heldOn.slice(0, 4)),
  subject: form.subject,
  durationMinutes: numberOrNone(form.durationMinutes),
  occurrences: number(form.occurrences || '1'),
  present: numberOrNone(form.present),
  excused: numberOrNone(form.excused),
  hasMinutes: form.hasMinutes !== '',
  functions: form.functions.map(({ name, present, excused }) => ({
    name,
    present: number(present || '0'),
    excused: number(excused || '0'),
  })),
  actionIds: form.actionIds,
});
