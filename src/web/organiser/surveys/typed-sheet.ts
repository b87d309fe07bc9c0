/** What was typed of a sheet: numbers, read as the options that they stand for. */
import { type AnswerFields, questionField } from '../../../domain/surveys/answers';
import { isText, optionsOf, type Question } from '../../../domain/surveys/questions';
import type { Values } from '../form';

/** The fields of a questionnaire; a number that stands for nothing stays, for the form to refuse. */
export function readTyped(questions: readonly Question[], values: Values): AnswerFields {
  return Object.fromEntries(
    questions.map((question) => {
      const name = questionField(question);
      const typed = values[name] ?? '';
      if (isText(question)) return [name, typed];
      const options = new Map(digitsOf(question));
      const digits = typed.split(/[\s,;]+/).filter(Boolean);
      return [name, digits.map((digit) => options.get(digit) ?? `${digit}?`)];
    }),
  );
}

/** What to type for each option: its rank from 1, and on a scale its own number. */
export const digitsOf = (question: Question): [digit: string, option: string][] =>
  optionsOf(question).map((option, i) => [
    question.kind === 'scale' ? option : String(i + 1),
    option,
  ]);
