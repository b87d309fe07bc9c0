/**
 * What people thought, as a year's report gives it: how many answered, and for each question how many
 * were satisfied or said yes. It gives no levels and no sheets, so it becomes tallies and no answers.
 */
import * as v from 'valibot';
import { nameKey } from '../../lib/text';
import { standardQuestion } from '../surveys/bank';
import type { ImportedTally } from '../surveys/import-tallies';
import { textsOf } from '../surveys/questions';

export type PlannedSurvey = { answers: number; tallies: ImportedTally[] };
export type SurveyFault = 'more_than_answers' | { unknownQuestion: string };

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const FileSurvey = v.object({
  responses: count,
  tallies_derived_from_percentages: v.record(v.string(), count),
});

/** The questions of the standard bank by what a report calls them. */
const called: Record<string, string> = {
  'libre de prendre la parole et de poser des questions': 'free_to_speak',
  'interet pour d autres rencontres de ce type': 'more',
};
const byShortName = ['welcome', 'content', 'duration', 'organisation', 'usefulness'];

function questionCalled(name: string) {
  const key = nameKey(name);
  const short = byShortName.find((standard) => {
    const question = standardQuestion(standard);
    return question && nameKey(textsOf(question, 'fr').short) === key;
  });
  return standardQuestion(called[key] ?? short ?? '');
}

/** The survey of an action's file, or null where it holds none that can be read as counts. */
export function surveyOf(action: Record<string, unknown>): PlannedSurvey | SurveyFault | null {
  const read = v.safeParse(FileSurvey, action.survey);
  if (!read.success) return null;
  const { responses, tallies_derived_from_percentages: counts } = read.output;
  const tallies: ImportedTally[] = [];
  for (const [name, favourable] of Object.entries(counts)) {
    const question = questionCalled(name);
    if (!question) return { unknownQuestion: name };
    if (favourable > responses) return 'more_than_answers';
    tallies.push({ question, n: responses, favourable });
  }
  return { answers: responses, tallies };
}
