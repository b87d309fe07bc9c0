/**
 * What a year's file becomes here, decided before anything is written: a file that breaks a rule of the
 * catalogue leaves no half of itself behind.
 * A day without hours is a slot of the whole day or half-day, and says so (precision); a session that
 * took place on a day that nobody noted has no slot and « unrecorded »; a cycle counts its occurrences.
 */
import * as v from 'valibot';
import { startOfDay, toInstant } from '../../lib/dates';
import { ActionInput, type SessionDraft, SessionInput, type SlotInput } from '../catalogue/inputs';
import { sessionRefusal } from '../catalogue/session-rules';
import { countsOf, type PlannedCounts } from './plan-counts';
import { type PlannedMeeting, planMeetings } from './plan-meetings';
import { type PlannedReport, planReported } from './plan-reported';
import { type PlannedSurvey, surveyOf } from './plan-survey';
import type { Fault, FileAction, FileSession, YearFile } from './year-file';

export type PlannedSession = {
  key: string;
  input: SessionInput;
  cancelled: boolean;
  counts: PlannedCounts;
  /** What people thought of it; a report speaks of an action, and of its first session here. */
  survey: PlannedSurvey | null;
  /** The clock while it is written: the event's own day, or the last day that the file knows. */
  at: number;
};
export type PlannedAction = {
  key: string;
  input: ActionInput;
  at: number;
  sessions: PlannedSession[];
};

export function planYear(
  file: YearFile,
):
  | { ok: true; actions: PlannedAction[]; meetings: PlannedMeeting[]; reported: PlannedReport }
  | { ok: false; faults: Fault[] } {
  const timeZone = file.network.timezone;
  try {
    startOfDay('2023-01-01', timeZone);
  } catch {
    const message = 'n’est pas un fuseau horaire comme Europe/Paris';
    return { ok: false, faults: [{ path: 'network.timezone', message }] };
  }
  const last = lastDay(file);
  const faults: Fault[] = [];
  const actions = file.actions.flatMap((action, a): PlannedAction[] => {
    const here = `actions[${a}]`;
    const survey = plannedSurvey(action, here, faults);
    const sessions = action.sessions.flatMap((session, s): PlannedSession[] => {
      const path = `${here}.sessions[${s}]`;
      const input = checked(SessionInput, sessionDraft(action, session, timeZone), path, faults);
      if (!input) return [];
      const reason = sessionRefusal(input);
      if (reason) faults.push({ path, message: said[reason] });
      const at = startOfDay(firstDay(session) ?? last, timeZone);
      const cancelled = session.status === 'cancelled';
      const counts = countsOf(session);
      if (counts === 'breakdown_exceeds') {
        faults.push({
          path: `${path}.breakdown`,
          message: 'compte plus de personnes que le total',
        });
        return [];
      }
      return [
        {
          key: `${action.key}/${s + 1}`,
          input,
          cancelled,
          counts,
          survey: s === 0 ? survey : null,
          at,
        },
      ];
    });
    const input = checked(ActionInput, action, here, faults);
    const at = Math.min(startOfDay(last, timeZone), ...sessions.map((session) => session.at));
    return input ? [{ key: action.key, input, at, sessions }] : [];
  });
  const { meetings, faults: meetingFaults } = planMeetings(file, last);
  faults.push(...meetingFaults);
  return faults.length
    ? { ok: false, faults }
    : { ok: true, actions, meetings, reported: planReported(file, last) };
}

const said: Record<NonNullable<ReturnType<typeof sessionRefusal>>, string> = {
  no_slots: 'n’a pas de créneau',
  slots_without_date: 'a des créneaux, alors que sa date est à déterminer',
  slot_ends_before_start: 'a un créneau qui finit avant de commencer',
  slots_overlap: 'a des créneaux qui se chevauchent ou ne sont pas dans l’ordre',
  max_without_capacity: 'a un maximum (max_capacity) sans capacité (capacity)',
  max_below_capacity: 'a un maximum (max_capacity) plus petit que sa capacité (capacity)',
  min_above_capacity: 'demande plus de personnes qu’elle n’a de places',
  party_above_capacity: 'n’a pas assez de places pour une inscription',
  closes_before_opening: 'ferme les inscriptions avant de les ouvrir',
};

function plannedSurvey(action: FileAction, here: string, faults: Fault[]): PlannedSurvey | null {
  const survey = surveyOf(action);
  if (survey === null) return null;
  const path = `${here}.survey`;
  if (survey === 'more_than_answers')
    faults.push({ path, message: 'compte plus d’avis favorables que de réponses' });
  else if ('unknownQuestion' in survey)
    faults.push({ path, message: `pose une question inconnue : « ${survey.unknownQuestion} »` });
  else return survey;
  return null;
}

/** The catalogue's own limits (lengths, counts), said at their place in the file. */
function checked<S extends v.GenericSchema>(
  schema: S,
  value: unknown,
  path: string,
  faults: Fault[],
): v.InferOutput<S> | null {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  for (const issue of result.issues) {
    const field = v.getDotPath(issue);
    faults.push({
      path: field ? `${path} (${field})` : path,
      message: limits[issue.message] ?? issue.message,
    });
  }
  return null;
}

const limits: Record<string, string> = {
  too_long: 'est trop long',
  too_large: 'est trop grand',
  too_small: 'est trop petit',
  too_many: 'a trop d’éléments',
  missing: 'manque',
};

function sessionDraft(action: FileAction, session: FileSession, timeZone: string): SessionDraft {
  const slots = session.slots.length
    ? session.slots.map((slot) => slotInput(slot, timeZone))
    : session.cycle_dates.map((date) => wholeDay(date, 'day', timeZone));
  const undated = session.status === 'date_to_be_determined' ? 'to_be_determined' : 'unrecorded';
  return {
    title: session.label && sentence(session.label),
    summary: session.recurrence ? `${sentence(session.recurrence)}.` : '',
    // Slots that contradict the status are left for the rule to refuse.
    dateState: session.status === 'date_to_be_determined' || !slots.length ? undated : 'set',
    slots,
    mode: session.mode,
    venue:
      session.venue === null
        ? null
        : { name: session.venue, town: session.town ?? townOf(session.venue) },
    capacity: session.capacity,
    maxCapacity: session.max_capacity,
    speakers: action.speakers.map((role) => ({ role })),
    occurrences: session.cycle_of ?? Math.max(1, session.cycle_dates.length),
  };
}

/**
 * The town that a place ends with, as addresses are written: « Salle du Capitole, Alès ». None where it
 * names several (« Bessèges et Molières-sur-Cèze »), or is no name: a town is read, and never guessed.
 */
function townOf(venue: string): string | null {
  const town = /^[^,]+, (\p{Lu}[^,\d]*)$/u.exec(venue)?.[1];
  return town && !/ (et|ou|&) |\//.test(town) ? town : null;
}

function slotInput([start, end]: FileSession['slots'][number], timeZone: string): SlotInput {
  if (typeof end === 'number') return { ...wholeDay(start, 'day', timeZone), minutes: end };
  if (end === 'day' || end === 'morning' || end === 'afternoon') {
    return wholeDay(start, end, timeZone);
  }
  return {
    startsAt: toInstant(start, timeZone),
    endsAt: toInstant(end, timeZone),
    precision: 'time',
    minutes: null,
  };
}

/** The bounds of the day or half-day: precision says that they are no hours. */
function wholeDay(
  date: string,
  precision: 'day' | 'morning' | 'afternoon',
  timeZone: string,
): SlotInput {
  const at = (time: string) => toInstant(`${date}T${time}`, timeZone);
  return {
    startsAt: precision === 'afternoon' ? at('12:00') : startOfDay(date, timeZone),
    endsAt: precision === 'morning' ? at('12:00') : at('23:59'),
    precision,
    minutes: null,
  };
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const daysOf = (session: FileSession) => [
  ...session.slots.map(([start]) => start.slice(0, 10)),
  ...session.cycle_dates,
];
const firstDay = (session: FileSession) => daysOf(session).sort()[0];

function lastDay(file: YearFile): string {
  const days = [
    ...file.actions.flatMap((action) => action.sessions.flatMap(daysOf)),
    ...file.meetings.flatMap(({ date }) => date ?? []),
  ];
  return days.sort().at(-1) ?? '1970-01-01';
}
