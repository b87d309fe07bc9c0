/**
 * The bank: the standard questions, and those that the network added to them. What a question says may be
 * put right and said in another language; its kind and its options stay, so that sessions compare. A survey
 * that is open or closed keeps the words that it was opened with.
 */
import { asc, eq } from 'drizzle-orm';
import * as v from 'valibot';
import type { Database } from '../../db/client';
import { newToken } from '../../lib/tokens';
import type { Asked } from '../forms/make-once';
import { standardQuestions } from './bank';
import { isText, type Question, type QuestionTexts, questionKinds } from './questions';
import { surveyQuestions } from './schema';

const line = (max: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.transform((text) => text.replace(/\s+/g, ' ').trim()),
    v.maxLength(max, 'too_long'),
  );
const required = (max: number) => v.pipe(line(max), v.nonEmpty('required'));
/** One option a line. */
const options = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) =>
    text
      .split('\n')
      .map((option) => option.replace(/\s+/g, ' ').trim())
      .filter(Boolean),
  ),
  v.maxLength(12, 'too_many'),
  v.everyItem((option) => option.length <= 80, 'too_long'),
);

const words = {
  label: required(200),
  short: required(40),
  options,
  labelEn: line(200),
  shortEn: line(40),
  optionsEn: options,
};

export const NewQuestion = v.pipe(
  v.object({ kind: v.picklist(questionKinds), ...words }),
  v.forward(
    v.check(
      ({ kind, options: fr }) =>
        kind === 'single' || kind === 'multiple' ? fr.length > 1 : fr.length === 0,
      'options_needed',
    ),
    ['options'],
  ),
  // English is left out as a whole, or said as a whole.
  v.forward(
    v.check(
      ({ options: fr, labelEn, optionsEn }) => !labelEn || optionsEn.length === fr.length,
      'options_differ',
    ),
    ['optionsEn'],
  ),
);
export type NewQuestion = v.InferOutput<typeof NewQuestion>;

const textsOfInput = (input: Omit<NewQuestion, 'kind'>, keys: readonly string[]) => {
  const say = (label: string, short: string, said: readonly string[]): QuestionTexts => ({
    label,
    short: short || label.slice(0, 40),
    ...(keys.length && {
      options: Object.fromEntries(keys.map((key, i) => [key, said[i] ?? key])),
    }),
  });
  return {
    fr: say(input.label, input.short, input.options),
    ...(input.labelEn && { en: say(input.labelEn, input.shortEn, input.optionsEn) }),
  };
};

const keysFor = (count: number) => Array.from({ length: count }, (_, i) => `o${i + 1}`);

/** Its key comes from its form's, so that the form sent twice adds one. */
export async function addQuestion(
  db: Database,
  input: NewQuestion,
  { now, formKey = newToken() }: Asked & { now: number },
): Promise<string> {
  const key = `own_${formKey
    .replace(/[^A-Za-z0-9]/g, '')
    .slice(0, 12)
    .toLowerCase()}`;
  const keys = keysFor(input.options.length);
  const texts = textsOfInput(input, keys);
  await db
    .insert(surveyQuestions)
    .values({ key, kind: input.kind, options: keys, texts, createdAt: now, updatedAt: now })
    .onConflictDoNothing();
  return key;
}

export type RewordOutcome = { ok: true } | { ok: false; reason: 'unknown' | 'options_differ' };

/** Puts right what one of the network's own questions says; as many options as before, in their order. */
export async function rewordQuestion(
  db: Database,
  key: string,
  input: Omit<NewQuestion, 'kind'>,
  now: number,
): Promise<RewordOutcome> {
  const question = (await listOwn(db)).find((own) => own.key === key);
  if (!question) return { ok: false, reason: 'unknown' };
  const keys = question.options ?? [];
  if (input.options.length !== keys.length) return { ok: false, reason: 'options_differ' };
  await db
    .update(surveyQuestions)
    .set({ texts: textsOfInput(input, keys), updatedAt: now })
    .where(eq(surveyQuestions.key, key));
  return { ok: true };
}

async function listOwn(db: Database): Promise<Question[]> {
  const own = await db
    .select()
    .from(surveyQuestions)
    .orderBy(asc(surveyQuestions.createdAt), asc(surveyQuestions.key));
  return own.map(({ key, kind, options: keys, texts }) => ({
    key,
    kind,
    ...(keys.length && { options: keys }),
    texts,
  }));
}

/** Choices first, then texts: the order in which a questionnaire asks them. */
export async function listBank(db: Database): Promise<Question[]> {
  const all = [...standardQuestions, ...(await listOwn(db))];
  return [...all.filter((question) => !isText(question)), ...all.filter(isText)];
}

export const isOwn = ({ key }: Pick<Question, 'key'>) => key.startsWith('own_');
