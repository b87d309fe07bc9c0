/** The results as a table: what the page shows, and nothing that it does not. */
import type { Comment } from '../../../domain/surveys/comments';
import { textsOf } from '../../../domain/surveys/questions';
import { type Results, share } from '../../../domain/surveys/results';
import { type Survey, ways } from '../../../domain/surveys/schema';
import type { Sheet } from '../../../lib/xlsx';
import type { Reader } from '../../context';
import { sayOption } from '../../ui/say-option';

type Row = (string | number | null)[];

type Found = {
  reader: Reader;
  survey: Survey;
  results: Results;
  present: number | null;
  comments: readonly Comment[];
};

/** One row for each option of each question, and one for the favourable share. */
export function figureRows({ reader, results }: Found): Row[] {
  const { columns } = reader.t.surveyPages.says;
  return [
    [columns.question, columns.answer, columns.count, columns.n, columns.percent],
    ...results.questions.flatMap(({ question, n, options, favourable }): Row[] => {
      const { label } = textsOf(question, reader.locale);
      const shares = options
        .filter(({ option, count }) => count > 0 || !option.endsWith('satisfied'))
        .map(({ option, count }): Row => {
          return [label, sayOption(reader, question, option), count, n, share(count, n).percent];
        });
      const sum = question.kind === 'satisfaction' && favourable;
      return sum ? [...shares, [label, columns.satisfied, sum.count, sum.n, sum.percent]] : shares;
    }),
  ];
}

function factRows({ reader, results, present }: Found): Row[] {
  const { facts, ways: names } = reader.t.surveyPages.says;
  return [
    [facts.answers, results.answers],
    [facts.present, present],
    ...ways.filter((way) => results.byWay[way]).map((way): Row => [names[way], results.byWay[way]]),
  ];
}

function commentRows({ reader, survey, comments }: Found): Row[] {
  const { columns } = reader.t.surveyPages.says;
  const { yesNo } = reader.t.surveys;
  const labels = new Map(survey.questions.map((q) => [q.key, textsOf(q, reader.locale).label]));
  return [
    [columns.question, columns.comment, columns.tags, columns.publishable],
    ...comments.map(
      (comment): Row => [
        labels.get(comment.question) ?? '',
        comment.text,
        comment.tags.join(', '),
        (comment.publishable ? yesNo.yes : yesNo.no) ?? '',
      ],
    ),
  ];
}

/** All in one for CSV, with an empty row between. */
export const allRows = (found: Found): Row[] => [
  ...factRows(found),
  [],
  ...figureRows(found),
  ...(found.comments.length ? [[], ...commentRows(found)] : []),
];

export function resultSheets(found: Found): Sheet[] {
  const names = found.reader.t.surveyPages.says.sheets;
  return [
    { name: names.figures, rows: figureRows(found), widths: [50, 40, 12, 12, 12] },
    { name: names.facts, rows: factRows(found), widths: [30, 12] },
    { name: names.comments, rows: commentRows(found), widths: [40, 80, 24, 16] },
  ];
}
