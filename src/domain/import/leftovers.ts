/**
 * What a year's file says and nothing here holds yet: named and counted, so that nothing is lost
 * without being said. A field that nobody has heard of is reported in the same way.
 */
import { reportedFields } from './plan-reported';
import { surveyOf } from './plan-survey';
import type { YearFile } from './year-file';

export type Level = 'file' | 'network' | 'action' | 'session' | 'meeting';
export type Leftover = {
  level: Level;
  field: string;
  /** How many times the field has a value. */
  count: number;
  /** The sum of its numbers, where it holds numbers; else how many entries its lists have. */
  total: number | null;
};

/** The fields that have found their place, level by level. */
const placed: Record<Level, readonly string[]> = {
  file: ['about', 'network', 'actions', 'functions', 'meetings', 'year_as_published'],
  network: ['timezone'],
  action: [
    'key',
    'title',
    'type',
    'networks',
    'audience',
    'target',
    'carriers',
    'topics',
    'speakers',
    'sessions',
    ...reportedFields,
  ],
  session: [
    'label',
    'slots',
    'status',
    'cycle_of',
    'cycle_dates',
    'recurrence',
    'venue',
    'town',
    'mode',
    'capacity',
    'max_capacity',
    'attended',
    'headcount',
    'participations',
    'beneficiaries',
    'breakdown',
    'hours',
    'duration_minutes',
  ],
  meeting: ['date', 'kind', 'actions', 'count', 'hours', 'present', 'excused', 'minutes', 'note'],
};

export function leftoversOf(file: YearFile): Leftover[] {
  const found = new Map<string, Leftover>();
  const look = (level: Level, holder: Record<string, unknown>) => {
    for (const [field, value] of Object.entries(holder)) {
      if (placed[level].includes(field) || isNothing(value)) continue;
      const key = `${level}.${field}`;
      const entry = found.get(key) ?? { level, field, count: 0, total: null };
      const size = sizeOf(value);
      entry.count += 1;
      if (size !== null) entry.total = (entry.total ?? 0) + size;
      found.set(key, entry);
    }
  };
  look('file', file);
  look('network', file.network);
  for (const action of file.actions) {
    const { survey: _, ...rest } = action;
    // A survey that could not be read as counts is left over as well.
    look('action', surveyOf(action) ? rest : action);
    for (const session of action.sessions) look('session', session);
  }
  for (const meeting of file.meetings) look('meeting', meeting);
  return [...found.values()];
}

const isNothing = (value: unknown) =>
  value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** An entry of a list may say that it stands for several. */
function sizeOf(value: unknown): number | null {
  if (typeof value === 'number') return value;
  if (!Array.isArray(value)) return null;
  return value.reduce<number>((sum, entry) => sum + (isCounted(entry) ? entry.count : 1), 0);
}

const isCounted = (entry: unknown): entry is { count: number } =>
  typeof entry === 'object' &&
  entry !== null &&
  'count' in entry &&
  typeof entry.count === 'number';
