/** The questionnaire, on one page: it works without JavaScript; survey.js keeps answers on a bad line. */
import { type AnswerFields, breakdownField } from '../../../domain/surveys/answers';
import type { Entered } from '../../../domain/surveys/find-survey';
import { links } from '../../../links';
import type { Reader } from '../../context';
import { Button } from '../../ui/button';
import { ErrorSummary, type FieldErrors } from '../../ui/fields';
import { Layout } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Choices, chosenIn, QuestionField } from './question-field';

export type SurveyPageProps = {
  reader: Reader;
  /** As it stands in the address. */
  code: string;
  entered: Entered;
  /** « Conférence-débat …, jeudi 25 mai » */
  about: { title: string; when: string | null };
  /** Sent back with the form, so that sending it twice counts once. */
  submissionKey: string;
  values?: AnswerFields;
  errors?: FieldErrors | undefined;
};

export function SurveyPage(props: SurveyPageProps) {
  const { reader, code, entered, about, submissionKey, values = {}, errors } = props;
  const { survey } = entered;
  const t = reader.t.surveys.form;
  const title = t.title[survey.moment];
  return (
    <Layout
      reader={reader}
      head={{
        title: `${title} – ${about.title}`,
        hasErrors: Boolean(errors),
        noIndex: true,
        extra: <script src={links.surveyScript()} defer></script>,
      }}
    >
      <div class="narrow">
        <ErrorSummary t={reader.t} errors={errors} />
        <h1>{title}</h1>
        <p>
          <strong>{about.title}</strong>
          {about.when && (
            <>
              <br />
              {about.when}
            </>
          )}
        </p>
        <p>{t.anonymous}</p>
        {entered.way === 'room' && <p>{t.notOnce}</p>}
        {entered.muted && (
          <Notice tone="success">
            <p>{t.muted}</p>
          </Notice>
        )}
        <form
          method="post"
          action={reader.href(links.survey(code))}
          data-keep={survey.roomCode}
          data-kept={t.kept}
          data-sending={t.sending}
        >
          <input type="hidden" name="submissionKey" value={submissionKey} />
          {survey.questions.map((question) => (
            <QuestionField
              {...{ question, reader, values }}
              error={errors?.[`q_${question.key}`]}
            />
          ))}
          <AboutYou {...props} />
          <p id="sending" role="status"></p>
          <Button>{t.send}</Button>
        </form>
        {entered.way === 'link' && !entered.muted && (
          <form method="post" action={reader.href(links.surveyReminder(code))}>
            <Button kind="link">{t.stopReminding}</Button>
          </form>
        )}
      </div>
    </Layout>
  );
}

function AboutYou({ reader, entered, values = {}, errors }: SurveyPageProps) {
  const t = reader.t.surveys.form;
  const { breakdowns } = entered.survey;
  if (!breakdowns.length) return null;
  return (
    <>
      <h2>{t.you}</h2>
      <p class="hint">{t.youHint}</p>
      {breakdowns.map((breakdown) => {
        const name = breakdownField(breakdown);
        const choices = breakdown.choices.map(({ key, label }) => ({ value: key, label }));
        return (
          <Choices
            {...{ reader, name }}
            label={t.dimensions[breakdown.dimension]}
            error={errors?.[name]}
            choices={[...choices, { value: '', label: t.noAnswer }]}
            look="picks lines"
            chosen={chosenIn(values, name)}
          />
        );
      })}
    </>
  );
}
