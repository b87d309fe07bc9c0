/** Results for the speaker or the funder: the figures, and only comments that may be quoted. */

import type { Logo } from '../../../domain/printing/schema';
import type { Comment } from '../../../domain/surveys/comments';
import { links } from '../../../links';
import { Layout } from '../../ui/layout';
import { DocumentLogos } from '../../ui/logos';
import { Comments, type ResultsProps, SurveyFigures, sentenceOf } from '../../ui/survey-results';

export function SharedPage({
  about,
  comments,
  logos,
  ...props
}: Omit<ResultsProps, 'compared'> & {
  about: { title: string; when: string | null };
  comments: readonly Comment[];
  logos: readonly Logo[];
}) {
  const { reader, survey, results } = props;
  const t = reader.t.surveyPages.results;
  const found = { ...props, compared: {} };
  return (
    <Layout reader={reader} head={{ title: `${t.title} – ${about.title}`, noIndex: true }}>
      <link rel="stylesheet" href={links.surveyStylesheet()} />
      <DocumentLogos logos={logos} />
      <p class="muted">{t.shared}</p>
      <h1>{about.title}</h1>
      {about.when && <p>{about.when}</p>}
      {results.answers > 0 && <p class="card sentence">{sentenceOf(found)}</p>}
      <SurveyFigures {...found} />
      {comments.length > 0 && (
        <Comments
          {...{ reader, survey }}
          comments={comments.map((comment) => ({ ...comment, tags: [] }))}
        />
      )}
    </Layout>
  );
}
