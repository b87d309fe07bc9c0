/** The bank of questions; one's own can be added and reworded. */
import { isOwn } from '../../../domain/surveys/own-questions';
import { type Question, questionKinds, textsOf } from '../../../domain/surveys/questions';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors, SelectField, TextArea, TextField } from '../../ui/fields';
import { Table } from '../../ui/table';
import type { Shell } from '../context';
import type { Values } from '../form';
import { FormKey } from '../form-key';
import { OrganiserLayout } from '../layout';

export type QuestionsPageProps = {
  shell: Shell;
  bank: readonly Question[];
  values?: Values;
  errors?: FieldErrors;
};

export function QuestionsPage({ shell, bank, values = {}, errors }: QuestionsPageProps) {
  const { t, href, locale } = shell.reader;
  const text = t.surveyPages.bank;
  const { kinds } = t.surveyPages.list;
  return (
    <OrganiserLayout shell={shell} title={text.title} hasErrors={!!errors}>
      <h1>{text.title}</h1>
      <ErrorSummary t={t} errors={errors} />
      <p>{text.lead}</p>
      <Table
        caption={text.title}
        captionUnseen
        columns={[
          {
            head: text.label,
            cell: (question) => {
              const { label } = textsOf(question, locale);
              if (!isOwn(question)) return label;
              return <a href={href(links.surveyQuestion(question.key))}>{label}</a>;
            },
          },
          { head: text.kind, cell: (question) => kinds[question.kind] },
          { head: text.languages, cell: (question) => Object.keys(question.texts).join(', ') },
        ]}
        rows={bank}
      />
      <section class="narrow">
        <h2>{text.add}</h2>
        <form method="post" action={href(links.surveyQuestions())}>
          <FormKey shell={shell} />
          <SelectField
            {...{ t, name: 'kind', label: text.kind, value: values.kind, error: errors?.kind }}
            options={questionKinds.map((kind) => ({ value: kind, label: kinds[kind] }))}
          />
          <WordFields {...{ reader: shell.reader, values, errors }} />
          <Button>{text.add}</Button>
        </form>
      </section>
    </OrganiserLayout>
  );
}

/** What the question says, in French and in English. */
export function WordFields({
  reader: { t },
  values,
  errors,
  withOptions = true,
}: {
  reader: Reader;
  values: Values;
  errors?: FieldErrors | undefined;
  withOptions?: boolean;
}) {
  const text = t.surveyPages.bank;
  const field = (name: keyof typeof text.fields) => ({
    t,
    name,
    label: text.fields[name],
    value: values[name],
    error: errors?.[name],
  });
  return (
    <>
      <TextField {...field('label')} maxlength={200} />
      <TextField {...field('short')} hint={text.shortHint} maxlength={40} />
      {withOptions && <TextArea {...field('options')} hint={text.optionsHint} optional />}
      <TextField {...field('labelEn')} maxlength={200} optional />
      <TextField {...field('shortEn')} maxlength={40} optional />
      {withOptions && <TextArea {...field('optionsEn')} hint={text.optionsHint} optional />}
    </>
  );
}

export function QuestionPage({
  shell,
  question,
  values,
  errors,
}: {
  shell: Shell;
  question: Question;
  values: Values;
  errors?: FieldErrors;
}) {
  const { t, href, locale } = shell.reader;
  const text = t.surveyPages.bank;
  return (
    <OrganiserLayout shell={shell} title={text.reword} hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <h1>{text.reword}</h1>
      <p>{`${textsOf(question, locale).label} (${t.surveyPages.list.kinds[question.kind]})`}</p>
      <p class="hint">{text.rewordHint}</p>
      <form method="post" action={href(links.surveyQuestion(question.key))} class="narrow">
        <WordFields
          {...{ reader: shell.reader, values, errors }}
          withOptions={Boolean(question.options?.length)}
        />
        <Button>{text.save}</Button>
      </form>
      <p>
        <a href={href(links.surveyQuestions())}>{text.title}</a>
      </p>
    </OrganiserLayout>
  );
}
