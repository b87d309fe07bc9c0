/**
 * What the file reports of the year and of its actions as whole figures (« 47 réunions ») or in words.
 * It is kept as it was said, beside what is computed from the actions that the file itemises.
 */
import type { NewFact } from '../reports/reported';
import type { YearFile } from './year-file';

export type PlannedFact = Omit<NewFact, 'actionId'> & {
  /** Null: of the whole year. */
  actionKey: string | null;
};
export type PlannedReport = {
  year: number;
  facts: PlannedFact[];
  /** By action: what its coordinator foresaw. */
  perspectives: { actionKey: string; text: string }[];
};

/** The fields of an action, and the name of what they say. */
const ofAction = {
  planned_sessions: 'planned_sessions',
  expected: 'expected',
  project_meeting_participations: 'meeting_participations',
  minutes_written: 'minutes_written',
  participations_as_published: 'participations',
  coordinators: 'coordinators',
  interventions: 'interventions',
  certificate: 'certificate',
  note: 'note',
} as const;
export const reportedFields = [...Object.keys(ofAction), 'perspective'];

/** @param last the last day that the file knows: it tells the year */
export function planReported(file: YearFile, last: string): PlannedReport {
  const ofYear = Object.entries(file.year_as_published);
  return {
    year: Number(last.slice(0, 4)),
    facts: [
      ...ofYear.map(([key, value]) => ({ actionKey: null, key, value })),
      ...file.actions.flatMap((action) =>
        Object.entries(ofAction).flatMap(([field, key]): PlannedFact[] => {
          const value = action[field as keyof typeof ofAction];
          return value === null ? [] : [{ actionKey: action.key, key, value }];
        }),
      ),
    ],
    perspectives: file.actions.flatMap(({ key, perspective }) =>
      perspective === null ? [] : [{ actionKey: key, text: perspective }],
    ),
  };
}
