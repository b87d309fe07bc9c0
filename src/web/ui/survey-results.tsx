/** What a survey found, for organisers and for those with whom it is shared. */
import type { Child } from 'hono/jsx';
import { liveStep } from '../../domain/surveys/answer';
import { smallestGroup } from '../../domain/surveys/breakdown';
import type { Comment } from '../../domain/surveys/comments';
import { type Pool, type Pooled, pools } from '../../domain/surveys/compare';
import { impliedLevels, isText, type Question, textsOf } from '../../domain/surveys/questions';
import type { BrokenDown, QuestionResult, Results, Share } from '../../domain/surveys/results';
import { type Survey, ways } from '../../domain/surveys/schema';
import { sayPercent } from '../../lib/percent';
import type { Reader } from '../context';
import { Notice } from './notice';
import { sayOption } from './say-option';
import { StackedBar, Swatch } from './stacked-bar';
import { Facts, Table } from './table';

export type ResultsProps = {
  reader: Reader;
  survey: Survey;
  results: Results;
  /** How many were present; null when attendance was not taken. */
  present: number | null;
  compared: Partial<Record<Pool, Pooled>>;
  brokenDown: readonly BrokenDown[];
};

/** « 25 réponses sur 37 présentes (68 %) ; accueil 100 %, … », from the questions with four levels. */
export function sentenceOf({ reader, results, present }: ResultsProps): string {
  const satisfied = results.questions.flatMap(({ question, favourable }) =>
    question.kind === 'satisfaction' && favourable
      ? [{ name: textsOf(question, reader.locale).short, ...favourable }]
      : [],
  );
  return reader.t.surveyPages.says.sentence(results.answers, present, satisfied);
}

export function SurveyFigures(props: ResultsProps) {
  const { reader, survey, results } = props;
  const t = reader.t.surveyPages.results;
  const live = survey.state === 'open';
  return (
    <>
      {live && (
        <Notice>
          <p>{t.fewLive}</p>
        </Notice>
      )}
      {results.answers === 0 ? (
        !live && <p>{t.none}</p>
      ) : (
        <>
          <Participation {...props} />
          <section>
            <h2>{t.byQuestion}</h2>
            <div class="figure-grid">
              {results.questions.map((result) => (
                <QuestionFigures reader={reader} result={result} />
              ))}
            </div>
            {results.questions.some((r) => r.question.kind === 'satisfaction') && (
              <p class="hint">{t.satisfiedMeans}</p>
            )}
          </section>
          <BrokenDownTables {...props} />
          <SideBySide {...props} />
        </>
      )}
    </>
  );
}

function Participation({ reader, results, present }: ResultsProps) {
  const { results: t, says } = reader.t.surveyPages;
  const { answers, byWay } = results;
  const tooMany = present !== null && answers > present;
  return (
    <section>
      <h2>{t.rate}</h2>
      {tooMany && (
        <Notice tone="care">
          <p>{t.beyond(answers, present)}</p>
        </Notice>
      )}
      {byWay.room > 0 && (
        <Notice tone="care">
          <p>{t.notOnce}</p>
        </Notice>
      )}
      {present === null ? (
        <p>{t.presentUnknown}</p>
      ) : (
        <StackedBar
          segments={[
            { look: 's4', count: Math.min(answers, present) },
            { look: 'rest', count: Math.max(0, present - answers) },
          ]}
        />
      )}
      <Facts
        items={[
          [says.facts.answers, String(answers)],
          [says.facts.present, present === null ? null : String(present)],
          ...ways
            .filter((way) => byWay[way])
            .map((way) => [says.ways[way], String(byWay[way])] as const),
        ]}
      />
    </section>
  );
}

const looks: Record<string, string> = { yes: 's4', no: 's1', satisfied: 's4', unsatisfied: 's1' };
const lookOf = (question: Question, option: string, index: number) =>
  question.kind === 'satisfaction'
    ? (looks[option] ?? `s${option}`)
    : (looks[option] ?? `o${index % 6}`);

export function QuestionFigures({ reader, result }: { reader: Reader; result: QuestionResult }) {
  const t = reader.t.surveyPages.results;
  const { question, n, favourable } = result;
  const { label } = textsOf(question, reader.locale);
  const implied: readonly string[] = impliedLevels;
  // Imported tallies know no levels; answers know no others.
  const known = result.options.some((o) => o.count && implied.includes(o.option));
  const options = result.options
    .map((option, i) => ({ ...option, look: lookOf(question, option.option, i) }))
    .filter(({ option, count }) => (implied.includes(option) === known ? true : count > 0));
  return (
    <div class="figures">
      <h3>{label}</h3>
      {n === 0 ? (
        <p>{t.nobody}</p>
      ) : (
        <>
          {favourable && (
            <p class="favourable">
              {(question.kind === 'yes_no' ? t.yes : t.satisfied)(favourable.count, n)}
            </p>
          )}
          {question.kind !== 'multiple' && <StackedBar segments={options} />}
          <Table
            caption={`${label} – ${t.n(n)}`}
            captionUnseen={Boolean(favourable)}
            columns={[
              {
                head: t.answer,
                cell: (o) => (
                  <>
                    <Swatch look={o.look} /> {sayOption(reader, question, o.option)}
                  </>
                ),
              },
              { head: t.count, number: true, cell: (o) => String(o.count) },
              { head: t.share, number: true, cell: (o) => sayPercent(o.count, n, reader.locale) },
            ]}
            rows={options}
          />
        </>
      )}
    </div>
  );
}

const sayShare = (reader: Reader, share: Share | null | undefined): Child =>
  share ? reader.t.surveyPages.says.share(share.count, share.n) : '–';

function BrokenDownTables({ reader, brokenDown }: ResultsProps) {
  const t = reader.t.surveyPages.results;
  return (
    <>
      {brokenDown.map(({ breakdown, rows }) => (
        <section>
          <h2>{t.brokenDown[breakdown.dimension]}</h2>
          <p class="hint">{t.brokenDownHint}</p>
          <Table
            caption={t.brokenDown[breakdown.dimension]}
            captionUnseen
            columns={[
              { head: t.question, cell: (row) => textsOf(row.question, reader.locale).label },
              ...breakdown.choices.map(({ key, label }) => ({
                head: label,
                number: true,
                cell: (row: BrokenDown['rows'][number]) =>
                  sayShare(reader, row.groups.find((group) => group.key === key)?.favourable),
              })),
            ]}
            rows={rows}
          />
        </section>
      ))}
    </>
  );
}

function SideBySide({ reader, results, compared }: ResultsProps) {
  const t = reader.t.surveyPages.results;
  const there = pools.filter((pool) => compared[pool]);
  const rows = results.questions.filter((result) => result.favourable);
  if (!there.length || !rows.length || results.answers < smallestGroup) return null;
  const inPool = (pool: Pool, { question }: QuestionResult) =>
    compared[pool]?.questions.find((other) => other.question.key === question.key)?.favourable;
  return (
    <section>
      <h2>{t.compare}</h2>
      <p class="hint">{t.compareHint}</p>
      <Table
        caption={t.compare}
        captionUnseen
        columns={[
          { head: t.question, cell: (row) => textsOf(row.question, reader.locale).label },
          { head: t.pools.own, number: true, cell: (row) => sayShare(reader, row.favourable) },
          ...there.map((pool) => ({
            head: t.pools[pool],
            number: true,
            cell: (row: QuestionResult) => {
              const share = inPool(pool, row);
              return sayShare(reader, share && share.n >= liveStep ? share : null);
            },
          })),
        ]}
        rows={rows}
      />
    </section>
  );
}

/** Comments by question; `beside` is what stands under each of them. */
export function Comments({
  reader,
  survey,
  comments,
  beside,
}: {
  reader: Reader;
  survey: Survey;
  comments: readonly Comment[];
  beside?: (comment: Comment) => Child;
}) {
  const t = reader.t.surveyPages.results;
  const asked = survey.questions.filter(isText);
  if (!asked.length) return null;
  return (
    <section class="comments">
      <h2>{t.comments}</h2>
      {comments.length === 0 && <p>{t.noComments}</p>}
      {asked.map((question) => {
        const own = comments.filter((comment) => comment.question === question.key);
        return (
          own.length > 0 && (
            <>
              <h3>{textsOf(question, reader.locale).label}</h3>
              <ul>
                {own.map((comment) => (
                  <li>
                    <p class="said">{comment.text}</p>
                    {comment.tags.map((tag) => (
                      <span class="badge">{tag}</span>
                    ))}
                    {beside?.(comment)}
                  </li>
                ))}
              </ul>
            </>
          )
        );
      })}
    </section>
  );
}
