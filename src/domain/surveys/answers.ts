/**
 * A filled questionnaire, read from its form for the questions of its survey. No question has to be
 * answered; one at least must be, so that an empty form spends no slip.
 */
import { isText, optionsOf, type Question } from './questions';
import { type Breakdown, commentBytes } from './schema';

/** A form as it came: a name that stands several times has several values. */
export type AnswerFields = Record<string, string | string[] | undefined>;
export type AnswerError = 'unknown_choice' | 'too_long' | 'empty';

/** The longest text, in characters; its bytes are limited too (schema.ts). */
export const longestText = { short_text: 200, long_text: 1000 } as const;

export type Answers = {
  /** The chosen options by the question's key, for the questions that were answered. */
  choices: Record<string, string[]>;
  texts: Record<string, string>;
  /** What the person said of themselves, as 'profession:<key>'. */
  says: string[];
};

export type Asked = { questions: readonly Question[]; breakdowns: readonly Breakdown[] };

export const questionField = (question: Pick<Question, 'key'>) => `q_${question.key}`;
export const breakdownField = (breakdown: Pick<Breakdown, 'dimension'>) =>
  `de_${breakdown.dimension}`;

type Read = { ok: true; answers: Answers } | { ok: false; errors: Record<string, AnswerError> };

export function readAnswers({ questions, breakdowns }: Asked, fields: AnswerFields): Read {
  const answers: Answers = { choices: {}, texts: {}, says: [] };
  const errors: Record<string, AnswerError> = {};
  for (const question of questions) {
    const name = questionField(question);
    const given = valuesOf(fields[name]);
    if (isText(question)) {
      const text = cleanText(given.join('\n'), question.kind === 'long_text');
      if (isTooLong(question, text)) errors[name] = 'too_long';
      else if (text) answers.texts[question.key] = text;
      continue;
    }
    const options = optionsOf(question);
    const most = question.kind === 'multiple' ? options.length : 1;
    const chosen = [...new Set(given)];
    if (chosen.some((option) => !options.includes(option)) || chosen.length > most)
      errors[name] = 'unknown_choice';
    else if (chosen.length) answers.choices[question.key] = chosen;
  }
  for (const breakdown of breakdowns) {
    const name = breakdownField(breakdown);
    const [key] = valuesOf(fields[name]);
    if (key === undefined) continue;
    if (!breakdown.choices.some((choice) => choice.key === key)) errors[name] = 'unknown_choice';
    else answers.says.push(sayKey(breakdown, key));
  }
  if (!Object.keys(errors).length && isEmpty(answers)) errors.form = 'empty';
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, answers };
}

export const sayKey = ({ dimension }: Pick<Breakdown, 'dimension'>, key: string) =>
  `${dimension}:${key}`;

const isEmpty = ({ choices, texts }: Answers) =>
  !Object.keys(choices).length && !Object.keys(texts).length;

const valuesOf = (field: string | string[] | undefined): string[] =>
  [field ?? []].flat().filter((value) => value !== '');

/** Without what is not text: control characters, and the marks that turn a line's direction around. */
function cleanText(text: string, severalLines: boolean): string {
  const clean = text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu, '')
    .trim();
  return severalLines ? clean : clean.replace(/\s+/g, ' ');
}

function isTooLong(question: Question, text: string): boolean {
  const longest = question.kind === 'short_text' ? longestText.short_text : longestText.long_text;
  return [...text].length > longest || byteLength(text) > commentBytes;
}

const encoder = new TextEncoder();
export const byteLength = (text: string) => encoder.encode(text).length;

/** The text with the spaces that bring it to the size of a place. */
export const padded = (text: string) => text + ' '.repeat(commentBytes - byteLength(text));

/** A counter that an answer raises: [by, question, option]; option '' is « answered the question ». */
export type Mark = [by: string, question: string, option: string];

/** Every counter of an answer: for all, and again for each thing that the person said of themselves. */
export function marksOf({ choices, says }: Answers): Mark[] {
  const chosen = Object.entries(choices).flatMap(([question, options]) =>
    ['', ...options].map((option) => [question, option] as const),
  );
  return ['', ...says].flatMap((by): Mark[] => [
    [by, '', ''],
    ...chosen.map(([question, option]): Mark => [by, question, option]),
  ]);
}
