/** One question of a questionnaire, as a group of choices or a text. Nothing has to be answered. */
import type { Child } from 'hono/jsx';
import { type AnswerFields, longestText, questionField } from '../../../domain/surveys/answers';
import { isText, optionsOf, type Question, textsOf } from '../../../domain/surveys/questions';
import type { Reader } from '../../context';
import { Face } from '../../ui/face';
import { described, HintAndError } from '../../ui/fields';
import { sayOption } from '../../ui/say-option';

export type Choice = { value: string; label: string; drawing?: Child };

export const chosenIn = (values: AnswerFields, name: string): string[] =>
  [values[name] ?? []].flat();

const looks = {
  satisfaction: 'picks faces',
  yes_no: 'picks',
  scale: 'picks scale',
  single: 'picks lines',
  multiple: 'picks lines',
} as const;

export function QuestionField({
  question,
  reader,
  values,
  error,
}: {
  question: Question;
  reader: Reader;
  values: AnswerFields;
  error?: string | undefined;
}) {
  const { label, hint } = textsOf(question, reader.locale);
  const name = questionField(question);
  if (isText(question)) return <TextQuestion {...{ question, reader, values, error }} />;
  const kind = question.kind as keyof typeof looks;
  const choices = optionsOf(question).map((value) => ({
    value,
    label: sayOption(reader, question, value),
    drawing: kind === 'satisfaction' ? <Face level={value} /> : null,
  }));
  return (
    <Choices
      {...{ reader, name, label, hint, error, choices }}
      look={looks[kind]}
      several={kind === 'multiple'}
      chosen={chosenIn(values, name)}
    />
  );
}

/** The first choice has the group's id, so that the error summary's link lands on it. */
export function Choices({
  reader: { t },
  name,
  label,
  hint,
  error,
  choices,
  look,
  several = false,
  chosen,
}: {
  reader: Reader;
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  choices: readonly Choice[];
  look: string;
  several?: boolean;
  chosen: readonly string[];
}) {
  const { 'aria-describedby': describedBy } = described({ name, hint, error });
  return (
    <fieldset class={error ? 'field invalid' : 'field'} aria-describedby={describedBy}>
      <legend>{label}</legend>
      <HintAndError {...{ t, name, hint, error }} />
      <div class={look}>
        {choices.map(({ value, label: text, drawing }, index) => (
          <label class="pick">
            <input
              id={index ? `${name}-${value}` : name}
              type={several ? 'checkbox' : 'radio'}
              name={name}
              value={value}
              checked={chosen.includes(value)}
            />
            {drawing}
            <span>{text}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function TextQuestion({
  question,
  reader: { t, locale },
  values,
  error,
}: {
  question: Question;
  reader: Reader;
  values: AnswerFields;
  error?: string | undefined;
}) {
  const { label, hint = t.surveys.form.textHint } = textsOf(question, locale);
  const name = questionField(question);
  const value = chosenIn(values, name)[0] ?? '';
  const props = { ...described({ name, hint, error }) };
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={name}>{label}</label>
      <HintAndError {...{ t, name, hint, error }} />
      {question.kind === 'short_text' ? (
        <input type="text" {...props} value={value} maxlength={longestText.short_text} />
      ) : (
        <textarea {...props} rows={3} maxlength={longestText.long_text}>
          {value}
        </textarea>
      )}
    </div>
  );
}
