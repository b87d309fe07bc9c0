/** What an option of a question is called, in the reader's language. */
import { type Question, textsOf } from '../../domain/surveys/questions';
import type { Reader } from '../context';

export function sayOption({ t, locale }: Reader, question: Question, option: string): string {
  if (question.kind === 'satisfaction') return t.surveys.levels[option] ?? option;
  if (question.kind === 'yes_no') return t.surveys.yesNo[option] ?? option;
  return textsOf(question, locale).options?.[option] ?? option;
}
