/** The results of a survey at a glance, to print, to paste into a report, to share. */
import type { Logo } from '../../../domain/printing/schema';
import type { Comment } from '../../../domain/surveys/comments';
import type { Reader } from '../../context';
import { Button, ButtonLink, Buttons } from '../../ui/button';
import { CheckboxField, TextArea, TextField } from '../../ui/fields';
import { Badge } from '../../ui/notice';
import { Comments, type ResultsProps, SurveyFigures, sentenceOf } from '../../ui/survey-results';
import { partOf, SurveyFrame, type SurveyPageProps } from './frame';

export type ResultsPageProps = SurveyPageProps &
  Omit<ResultsProps, 'reader'> & {
    comments: readonly Comment[];
    /** The address shared read-only; null when it is not. */
    sharedAt: string | null;
    logos: readonly Logo[];
  };

export function ResultsPage(props: ResultsPageProps) {
  const { shell, survey, results, comments } = props;
  const { reader } = shell;
  const t = reader.t.surveyPages.results;
  return (
    <SurveyFrame {...props} title={t.title} here="results" logos={props.logos}>
      {results.answers > 0 && (
        <>
          <h2>{t.sentence}</h2>
          <p class="card sentence">{sentenceOf({ ...props, reader })}</p>
        </>
      )}
      <SurveyFigures {...props} reader={reader} />
      {results.answers > 0 && (
        <Comments
          {...{ reader, survey, comments }}
          beside={(comment) => <CommentForm {...props} comment={comment} />}
        />
      )}
      <div class="screen-only">
        <h2>{t.export}</h2>
        <Buttons>
          <ButtonLink kind="secondary" href={reader.href(partOf(props, 'resultats.csv'))}>
            {t.csv}
          </ButtonLink>
          <ButtonLink kind="secondary" href={reader.href(partOf(props, 'resultats.xlsx'))}>
            {t.xlsx}
          </ButtonLink>
        </Buttons>
        <p class="hint">{t.print}</p>
        <Sharing {...props} reader={reader} />
      </div>
    </SurveyFrame>
  );
}

function CommentForm({ shell, comment, ...where }: ResultsPageProps & { comment: Comment }) {
  const { reader } = shell;
  const { t } = reader;
  const text = t.surveyPages.results;
  const id = `${comment.question}-${comment.place}`;
  return (
    <div class="screen-only">
      {comment.publishable && <Badge tone="success">{text.published}</Badge>}
      {comment.redacted && <Badge tone="info">{text.redacted}</Badge>}
      <details>
        <summary>{text.edit}</summary>
        <form method="post" action={reader.href(partOf(where, 'commentaires'))}>
          <input type="hidden" name="question" value={comment.question} />
          <input type="hidden" name="place" value={comment.place} />
          <TextArea
            {...{ t, name: 'text', id: `text-${id}`, value: comment.text, maxlength: 1000 }}
            label={text.text}
            hint={text.textHint}
          />
          <TextField
            {...{ t, name: 'tags', id: `tags-${id}`, value: comment.tags.join(', ') }}
            label={text.tags}
            hint={text.tagsHint}
            optional
          />
          <CheckboxField
            {...{ t, name: 'publishable', id: `publishable-${id}`, checked: comment.publishable }}
            label={text.publishable}
            optional
          />
          <Button kind="secondary">{text.save}</Button>
        </form>
      </details>
    </div>
  );
}

function Sharing({ reader, sharedAt, ...where }: ResultsPageProps & { reader: Reader }) {
  const t = reader.t.surveyPages.results;
  return (
    <section class="narrow">
      <h2>{t.sharing}</h2>
      <p>{t.sharingHint}</p>
      {sharedAt && (
        <p>
          <a href={sharedAt}>{sharedAt}</a>
        </p>
      )}
      <form method="post" action={reader.href(partOf(where, 'partage'))}>
        {sharedAt && <p class="hint">{t.revokeHint}</p>}
        <Button kind="secondary" name="shared" value={sharedAt ? '0' : '1'}>
          {sharedAt ? t.revoke : t.makeLink}
        </Button>
      </form>
    </section>
  );
}
