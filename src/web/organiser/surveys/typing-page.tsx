/** Sheets of paper typed in by keyboard: a number a question, Tab, Enter; running totals beside. */
import { longestText, questionField } from '../../../domain/surveys/answers';
import { isText, type Question, textsOf } from '../../../domain/surveys/questions';
import type { QuestionResult } from '../../../domain/surveys/results';
import type { Reader } from '../../context';
import { Button, Buttons } from '../../ui/button';
import { ErrorSummary, type FieldErrors, TextArea, TextField } from '../../ui/fields';
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
      {survey.state === 'closed' ? <p>{text.closed}</p> : <SheetForm {...props} />}
      <h2>{text.totals}</h2>
      <p role="status">{text.typed(totals.sheets)}</p>
      {totals.questions.map((result) => (
        <Totals reader={shell.reader} result={result} />
      ))}
    </SurveyFrame>
  );
}

function SheetForm({ shell, view, survey, submissionKey, values = {}, errors }: TypingPageProps) {
  const { t, href } = shell.reader;
  const text = t.surveyPages.typing;
  return (
    <>
      <ErrorSummary t={t} errors={errors} />
      <p>{text.lead}</p>
      <form method="post" action={href(partOf({ view, survey }, 'saisie'))} class="typing">
        <input type="hidden" name="submissionKey" value={submissionKey} />
        <TextField
          {...{ t, name: 'code', value: values.code, error: errors?.code, short: true }}
          label={text.code}
          hint={text.codeHint}
          autocomplete="off"
          optional
        />
        {survey.questions.map((question) => (
          <TypedQuestion {...{ reader: shell.reader, question, values, errors }} />
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
    </>
  );
}

function TypedQuestion({
  reader,
  question,
  values,
  errors,
}: {
  reader: Reader;
  question: Question;
  values: Values;
  errors?: FieldErrors | undefined;
}) {
  const { t, locale } = reader;
  const name = questionField(question);
  const { label } = textsOf(question, locale);
  const shared = { t, name, label, value: values[name], error: errors?.[name], optional: true };
  if (isText(question)) return <TextArea {...shared} rows={2} maxlength={longestText.long_text} />;
  const several = question.kind === 'multiple' ? ` ${t.surveyPages.typing.several}.` : '';
  return (
    <TextField
      {...shared}
      hint={`${digitsOf(question)
        .map(([digit, option]) => `${digit}\u00a0: ${sayOption(reader, question, option)}`)
        .join(', ')}.${several}`}
      inputmode="numeric"
      autocomplete="off"
      maxlength={several ? 40 : 2}
      short
    />
  );
}

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
