/** The questionnaires of a session, and opening one from the bank of questions. */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { type Question, textsOf } from '../../../domain/surveys/questions';
import { type Survey, surveyMoments } from '../../../domain/surveys/schema';
import { links } from '../../../links';
import { Button, Buttons } from '../../ui/button';
import { CheckboxField, ErrorSummary, type FieldErrors, RadioGroup } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import type { Shell } from '../context';
import { FormKey } from '../form-key';
import { SessionFrame } from '../sessions/session-frame';
import { momentSlugs } from './moments';

export type SurveysPageProps = {
  shell: Shell;
  view: SessionView;
  now: number;
  surveys: readonly Survey[];
  bank: readonly Question[];
  errors?: FieldErrors;
};

export function SurveysPage(props: SurveysPageProps) {
  const { shell, view, now, surveys, errors } = props;
  const { t, href } = shell.reader;
  const text = t.surveyPages;
  const { code } = view.session;
  return (
    <SessionFrame {...{ shell, view, now }} tab="survey" hasErrors={!!errors}>
      <ErrorSummary t={t} errors={errors} />
      <p>{text.list.lead}</p>
      <ul class="plain-list">
        {surveys.map((survey) => (
          <li class="card">
            <a href={href(links.surveyResults(code, momentSlugs[survey.moment]))}>
              {t.surveys.moments[survey.moment]}
            </a>{' '}
            <Badge tone={survey.state === 'open' ? 'success' : 'info'}>
              {survey.imported ? text.list.imported : text.list.state[survey.state]}
            </Badge>
          </li>
        ))}
      </ul>
      <OpenForm {...props} />
      <p>
        <a href={href(links.surveyQuestions())}>{text.bank.see}</a>
      </p>
    </SessionFrame>
  );
}

function OpenForm({ shell, view, now, surveys, bank, errors }: SurveysPageProps) {
  const { t, href, locale } = shell.reader;
  const text = t.surveyPages.list;
  const { startsAt } = view.session;
  const hasBegun = startsAt !== null && startsAt <= now;
  const left = surveyMoments.filter(
    (moment) => !surveys.some((s) => s.moment === moment) && !(hasBegun && moment === 'before'),
  );
  if (!left.length) return <p>{text.momentsTaken}</p>;
  return (
    <section class="narrow">
      <h2>{text.openTitle}</h2>
      <form method="post" action={href(links.surveys(view.session.code))}>
        <FormKey shell={shell} />
        <RadioGroup
          t={t}
          name="moment"
          label={text.moment}
          value={left.includes('after') ? 'after' : left[0]}
          error={errors?.moment}
          options={left.map((moment) => ({ value: moment, label: t.surveys.moments[moment] }))}
        />
        <CheckboxField t={t} name="room" label={text.room} hint={text.roomHint} optional />
        <details>
          <summary>{text.questions}</summary>
          <fieldset class="field">
            <legend class="unseen">{text.questions}</legend>
            <p class="hint">{text.questionsHint}</p>
            {bank.map((question) => (
              <div class="choice">
                <input
                  id={`question-${question.key}`}
                  type="checkbox"
                  name="questions"
                  value={question.key}
                />
                <label for={`question-${question.key}`}>
                  {textsOf(question, locale).label}
                  <span class="hint">{` (${text.kinds[question.kind]})`}</span>
                </label>
              </div>
            ))}
          </fieldset>
        </details>
        <Buttons>
          <Button>{text.open}</Button>
        </Buttons>
      </form>
    </section>
  );
}
