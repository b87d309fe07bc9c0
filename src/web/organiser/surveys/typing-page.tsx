/** Sheets of paper typed in by keyboard: a number a question, Tab, Enter; running totals beside. */
import { longestText, questionField } from '../../../domain/surveys/answers';
import { isText, type Question, textsOf } from '../../../domain/surveys/questions';
import type { QuestionResult } from '../../../domain/surveys/results';
import type { Texts } from '../../../i18n';
import type { Reader } from '../../context';
import { Button, Buttons } from '../../ui/button';
import { described, ErrorSummary, type FieldErrors, HintAndError, TextArea } from '../../ui/fields';
import { sayOption } from '../../ui/say-option';
import { Table } from '../../ui/table';
import type { Values } from '../form';
import { partOf, SurveyFrame, type SurveyPageProps } from './frame';
import { digitsOf } from './typed-sheet';

export type TypingPageProps = SurveyPageProps & {
  totals: { sheets: number; questions: readonly QuestionResult[] };
  submissionKey: string;
  values?: Values;
  errors?: FieldErrors;
};

export function TypingPage(props: TypingPageProps) {
  const { shell, survey, totals, errors } = props;
  const { t } = shell.reader;
  const text = t.surveyPages.typing;
  return (
    <SurveyFrame {...props} title={text.title} here="typing" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <div class="figure-grid">
        {survey.state === 'closed' ? <p>{text.closed}</p> : <SheetForm {...props} />}
        <section>
          <h2>{text.totals}</h2>
          <p role="status">{text.typed(totals.sheets)}</p>
          {totals.questions.map((result) => (
            <Totals reader={shell.reader} result={result} />
          ))}
        </section>
      </div>
    </SurveyFrame>
  );
}

function SheetForm(props: TypingPageProps) {
  const { shell, survey, submissionKey, values = {}, errors } = props;
  const { t, href } = shell.reader;
  const text = t.surveyPages.typing;
  const withCode = survey.slips > 0;
  return (
    <form method="post" action={href(partOf(props, 'saisie'))} class="typing">
      <p>{text.lead}</p>
      <input type="hidden" name="submissionKey" value={submissionKey} />
      {withCode && (
        <Typed
          {...{ t, name: 'code', value: values.code, error: errors?.code, first: !errors }}
          label={text.code}
          hint={text.codeHint}
          longest={12}
        />
      )}
      {survey.questions.map((question, i) => (
        <TypedQuestion
          {...{ reader: shell.reader, question, values, errors }}
          first={i === 0 && !withCode && !errors}
        />
      ))}
      <Buttons>
        <Button name="intent" value="save">
          {text.save}
        </Button>
        <Button kind="secondary" name="intent" value="take_back">
          {text.takeBack}
        </Button>
      </Buttons>
      <p class="hint">{text.takeBackHint}</p>
    </form>
  );
}

/** A field of a few signs; the page opens on the first one, and no label says « facultatif » nine times. */
function Typed({
  t,
  name,
  label,
  hint,
  value,
  error,
  longest,
  first,
  numeric = false,
}: {
  t: Texts;
  name: string;
  label: string;
  hint: string;
  value: string | undefined;
  error: string | undefined;
  longest: number;
  first: boolean;
  numeric?: boolean;
}) {
  return (
    <div class={error ? 'field invalid' : 'field'}>
      <label for={name}>{label}</label>
      <HintAndError {...{ t, name, hint, error }} />
      <input
        type="text"
        {...described({ name, hint, error })}
        value={value ?? ''}
        class="short"
        autocomplete="off"
        inputmode={numeric ? 'numeric' : 'text'}
        maxlength={longest}
        autofocus={first}
      />
    </div>
  );
}

function TypedQuestion({
  reader,
  question,
  values,
  errors,
  first,
}: {
  reader: Reader;
  question: Question;
  values: Values;
  errors?: FieldErrors | undefined;
  first: boolean;
}) {
  const { t, locale } = reader;
  const name = questionField(question);
  const { label } = textsOf(question, locale);
  const shared = { t, name, label, value: values[name], error: errors?.[name] };
  if (isText(question))
    return <TextArea {...shared} rows={2} maxlength={longestText[kindOfText(question)]} optional />;
  const several = question.kind === 'multiple' ? ` ${t.surveyPages.typing.several}.` : '';
  const meaning = digitsOf(question)
    .map(([digit, option]) => `${digit}\u00a0: ${sayOption(reader, question, option)}`)
    .join(', ');
  const longest = several ? 40 : 2;
  return <Typed {...shared} {...{ first, longest }} hint={`${meaning}.${several}`} numeric />;
}

const kindOfText = ({ kind }: Question) => (kind === 'short_text' ? kind : 'long_text');

function Totals({ reader, result }: { reader: Reader; result: QuestionResult }) {
  const { question, n } = result;
  const { label } = textsOf(question, reader.locale);
  const t = reader.t.surveyPages.results;
  if (!n) return null;
  return (
    <Table
      caption={`${label} – ${t.n(n)}`}
      columns={[
        { head: t.answer, cell: (row) => sayOption(reader, question, row.option) },
        { head: t.count, number: true, cell: (row) => String(row.count) },
      ]}
      rows={result.options.filter((option) => option.count)}
    />
  );
}
