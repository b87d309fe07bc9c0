/**
 * A question as it is put: its kind, what can be chosen, and what it says in each language. The key
 * is what makes sessions comparable: it never changes its kind or its options.
 */

export const questionKinds = [
  'satisfaction',
  'yes_no',
  'single',
  'multiple',
  'scale',
  'short_text',
  'long_text',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** What a question says in one language. */
export type QuestionTexts = {
  label: string;
  /** One or two words, for the sentence of the report and the charts: « accueil ». */
  short: string;
  hint?: string;
  /** What the options say, by option; only for single and multiple choices. */
  options?: Record<string, string>;
};

export type Question = {
  key: string;
  kind: QuestionKind;
  /** The options of a single or multiple choice, in order. */
  options?: readonly string[];
  /** French always; any other language may be added (BCP 47). */
  texts: { fr: QuestionTexts } & Partial<Record<string, QuestionTexts>>;
};

/** Best first: the two best of four are satisfied. */
export const satisfactionLevels = ['4', '3', '2', '1'] as const;
const best: readonly string[] = satisfactionLevels.slice(0, 2);
/**
 * What older reports give: how many were satisfied, without their levels. Answers never have these;
 * only imported tallies do.
 */
export const impliedLevels = ['satisfied', 'unsatisfied'] as const;

export const isSatisfied = (option: string) => best.includes(option) || option === 'satisfied';

export const isText = (question: Pick<Question, 'kind'>) =>
  question.kind === 'short_text' || question.kind === 'long_text';

const scale = Array.from({ length: 11 }, (_, n) => String(n));

/** What an answer can choose, in the order in which it is shown. */
export function optionsOf(question: Question): readonly string[] {
  switch (question.kind) {
    case 'satisfaction':
      return satisfactionLevels;
    case 'yes_no':
      return ['yes', 'no'];
    case 'scale':
      return scale;
    case 'single':
    case 'multiple':
      return question.options ?? [];
    case 'short_text':
    case 'long_text':
      return [];
  }
}

/** All that is counted of a question: its options, and what an import may bring. */
export const countedOptions = (question: Question): readonly string[] =>
  question.kind === 'satisfaction'
    ? [...satisfactionLevels, ...impliedLevels]
    : optionsOf(question);

/** What the question says in the reader's language; French where that is missing. */
export const textsOf = (question: Question, locale: string): QuestionTexts =>
  question.texts[locale] ?? question.texts.fr;
