/** The words of surveys that every language has a text for; domain/surveys/schema.ts has the same. */
export type SurveyMoment = 'before' | 'after' | 'later';
export type Way = 'slip' | 'link' | 'room' | 'paper' | 'import';
export type Dimension = 'profession' | 'structure';
