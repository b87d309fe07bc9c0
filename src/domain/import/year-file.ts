/**
 * The file of a year, as a network notes it afterwards: what was not recorded is null or left out, and
 * nothing is made up for it. Fields that are not named here are kept, to be reported.
 */
import * as v from 'valibot';
import { isDay } from '../../lib/dates';
import { actionTypes, audiences, modes } from '../catalogue/schema';
import { meetingKinds } from '../meetings/schema';

const text = v.pipe(
  v.string('un texte est attendu'),
  v.trim(),
  v.nonEmpty('ne doit pas être vide'),
);
const texts = v.optional(v.array(text, 'une liste de textes est attendue'), []);
const count = v.pipe(
  v.number('un nombre est attendu'),
  v.integer('un nombre entier est attendu'),
  v.minValue(0, 'ne peut pas être négatif'),
);
const day = v.pipe(
  v.string('une date est attendue'),
  v.check(isDay, 'n’est pas une date comme 2023-05-25'),
);
const isTime = (at: unknown) =>
  typeof at === 'string' &&
  isDay(at.slice(0, 10)) &&
  /^T([01]\d|2[0-3]):[0-5]\d$/.test(at.slice(10));

const parts = ['morning', 'afternoon', 'day'] as const;
/** [start, end], or a day with its length in minutes, or a day with the part of it that is known. */
type FileSlot = [string, string] | [string, number] | [string, (typeof parts)[number]];

const isSlot = (slot: unknown): slot is FileSlot => {
  if (!Array.isArray(slot) || slot.length !== 2) return false;
  const [start, end] = slot;
  if (isTime(start)) return isTime(end);
  return (
    typeof start === 'string' &&
    isDay(start) &&
    (parts.includes(end) || (Number.isInteger(end) && end > 0))
  );
};

const Slot = v.custom<FileSlot>(
  isSlot,
  'n’est pas un créneau comme ["2023-05-25T20:00", "2023-05-25T22:00"], ["2023-10-19", 180] ou ["2023-12-14", "morning"]',
);

const orNull = <S extends v.GenericSchema>(schema: S) => v.optional(v.nullable(schema), null);

const Session = v.looseObject({
  label: orNull(text),
  slots: v.optional(v.array(Slot, 'une liste de créneaux est attendue'), []),
  status: orNull(
    v.picklist(
      ['cancelled', 'date_to_be_determined'],
      'doit être cancelled ou date_to_be_determined, ou être absent',
    ),
  ),
  cycle_of: orNull(v.pipe(count, v.minValue(1, 'doit être au moins 1'))),
  cycle_dates: v.optional(v.array(day), []),
  recurrence: orNull(text),
  venue: orNull(text),
  /** Its town, where the venue does not end with it: « Salle du Capitole, Alès ». */
  town: orNull(text),
  mode: orNull(v.picklist(modes, `doit être ${modes.join(' ou ')}, ou null`)),
  capacity: orNull(count),
  max_capacity: orNull(count),
  attended: orNull(count),
  participations: orNull(count),
  beneficiaries: orNull(count),
  breakdown: v.optional(v.record(text, count), {}),
  hours: orNull(v.pipe(v.number('un nombre est attendu'), v.minValue(0))),
  duration_minutes: orNull(count),
});

const Action = v.looseObject({
  key: v.pipe(text, v.regex(/^[\w-]+$/, 'n’a que des lettres, des chiffres et des tirets')),
  title: text,
  type: v.picklist(actionTypes, `doit être l’un de : ${actionTypes.join(', ')}`),
  audience: v.picklist(audiences, `doit être ${audiences.join(' ou ')}`),
  target: v.optional(text, ''),
  networks: texts,
  topics: texts,
  carriers: texts,
  speakers: texts,
  sessions: v.array(Session, 'une liste de séances est attendue'),
  planned_sessions: orNull(count),
  expected: orNull(count),
  project_meeting_participations: orNull(count),
  minutes_written: orNull(count),
  participations_as_published: orNull(count),
  coordinators: orNull(count),
  interventions: orNull(count),
  certificate: orNull(text),
  perspective: orNull(text),
  note: orNull(text),
});

const Meeting = v.looseObject({
  date: orNull(day),
  kind: v.picklist(meetingKinds, `doit être l’un de : ${meetingKinds.join(', ')}`),
  /** The keys of the actions that it served. */
  actions: texts,
  /** How many meetings the line stands for. */
  count: v.optional(count, 1),
  hours: orNull(v.pipe(v.number('un nombre est attendu'), v.minValue(0.1, 'doit être positif'))),
  present: orNull(count),
  excused: orNull(count),
  /** Whether minutes were written. */
  minutes: v.optional(v.boolean('oui ou non (true, false) est attendu'), false),
  note: orNull(text),
});

export const YearFile = v.pipe(
  v.looseObject(
    {
      network: v.looseObject({ timezone: text }, 'le réseau est attendu, avec son fuseau horaire'),
      actions: v.array(Action, 'une liste d’actions est attendue'),
      functions: texts,
      meetings: v.optional(v.array(Meeting, 'une liste de réunions est attendue'), []),
      /** The published totals, as they were published, and a note on them. */
      year_as_published: v.optional(
        v.record(text, v.union([v.number(), text], 'un nombre ou un texte est attendu')),
        {},
      ),
    },
    'un objet JSON est attendu',
  ),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { actions } = dataset.value;
    for (const [i, action] of actions.entries()) {
      const first = actions.findIndex((other) => other.key === action.key);
      if (first < i) {
        addIssue({
          message: `est déjà la clé de actions[${first}]`,
          path: [
            {
              type: 'object',
              origin: 'value',
              input: dataset.value,
              key: 'actions',
              value: actions,
            },
            { type: 'array', origin: 'value', input: actions, key: i, value: action },
            { type: 'object', origin: 'value', input: action, key: 'key', value: action.key },
          ],
        });
      }
    }
  }),
);

export type YearFile = v.InferOutput<typeof YearFile>;
export type FileAction = YearFile['actions'][number];
export type FileSession = FileAction['sessions'][number];

/** A place in the file and what is wrong there; the whole file when the path is empty. */
export type Fault = { path: string; message: string };

export function readYear(
  text: string,
): { ok: true; file: YearFile } | { ok: false; faults: Fault[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    const message = `n’est pas du JSON : ${error instanceof Error ? error.message : error}`;
    return { ok: false, faults: [{ path: '', message }] };
  }
  const result = v.safeParse(YearFile, json);
  if (result.success) return { ok: true, file: result.output };
  return {
    ok: false,
    faults: result.issues.map((issue) => ({
      path: (issue.path ?? []).reduce((path, { key }) => joined(path, key), ''),
      message: issue.input === undefined ? 'manque' : issue.message,
    })),
  };
}

const joined = (path: string, key: unknown) =>
  typeof key === 'number' ? `${path}[${key}]` : path ? `${path}.${key}` : String(key);
