/** The three moments of a session as they stand in an address. */
import type { SurveyMoment } from '../../../domain/surveys/schema';

export const momentSlugs = {
  before: 'avant',
  after: 'fin',
  later: 'apres',
} as const satisfies Record<SurveyMoment, string>;

export function readMoment(slug: string | undefined): SurveyMoment | null {
  const found = Object.entries(momentSlugs).find(([, own]) => own === slug);
  return (found?.[0] as SurveyMoment | undefined) ?? null;
}
