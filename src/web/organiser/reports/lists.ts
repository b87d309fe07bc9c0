/** The lists that a report opens onto: of a figure, of a question, of what is missing. */
import type { Context } from 'hono';
import type { Audience } from '../../../domain/catalogue/schema';
import { filtered } from '../../../domain/reports/breakdown';
import type { FigureKey } from '../../../domain/reports/figure';
import { listPeople } from '../../../domain/reports/list-people';
import type { YearReport } from '../../../domain/reports/year-report';
import { NotFound } from '../../../lib/errors';
import { type OrganiserEnv, shellOf } from '../context';
import type { ListProps } from './list-page';
import { type ListRow, rowsOf } from './list-rows';
import { sayMissing } from './missing-blocks';
import { type Place, placeHref, readFilter } from './place';
import { sayFigure, sayFilter, sayNumber, sayRate, sayValue } from './say';

type C = Context<OrganiserEnv>;

/** Figures of people, and the public that they are about. */
const ofPeople: Partial<Record<FigureKey, Audience | null>> = {
  people: null,
  people_public: 'public',
  people_professionals: 'professionals',
};

/** @param mayName whether names may stand behind a figure of people */
export async function figureList(
  c: C,
  { report, place }: { report: YearReport; place: Place },
  mayName: boolean,
): Promise<ListProps> {
  const { reader, account, db } = c.var;
  const found = report.figures.find(({ key }) => key === c.req.param('key'));
  if (!found) throw new NotFound();
  const { key } = found;
  const filter = readFilter((name) => c.req.queries(name));
  const figure = filtered(found, report.index, filter);
  const [name, definition] = reader.t.reports.figures[key];
  const audience = ofPeople[key];
  const scope = { year: place.year, timeZone: reader.timeZone, actionId: place.actionId };
  const people =
    mayName && audience !== undefined
      ? await listPeople(db, scope, { audience, now: c.var.now })
      : undefined;
  const who = { reader, account };
  return {
    shell: shellOf(c),
    title: reader.t.reports.lists.title(name, place.year),
    definition,
    filters: sayFilter(filter, report.index, reader),
    back: placeHref(place),
    rows: rowsOf(figure.lines, report.index, who),
    total: sayFigure(figure, reader),
    say: (value) => sayValue(key, value, reader),
    unknown: rowsOf(
      figure.unknown.map((about) => ({ about, value: 0 })),
      report.index,
      who,
    ),
    people,
  };
}

/** The answers to one question, session by session. */
export function satisfactionList(
  c: C,
  { report, place }: { report: YearReport; place: Place },
): ListProps {
  const { reader, account } = c.var;
  const question = report.satisfaction.find(({ key }) => key === c.req.param('question'));
  if (!question) throw new NotFound();
  const text = reader.t.reports;
  const rows = question.lines.flatMap(({ id, value, of }): ListRow[] =>
    id === null
      ? [{ ...small(text.lists.small), value, whole: of }]
      : rowsOf([{ about: { of: 'session', id }, value, whole: of }], report.index, {
          reader,
          account,
        }),
  );
  return {
    shell: shellOf(c),
    title: text.lists.title(question.label[reader.locale], report.year),
    definition: text.satisfaction.intro,
    filters: [],
    back: placeHref(place),
    rows,
    total: sayRate(question.favourable, question.n, reader),
    say: (value) => sayNumber(value, reader),
    unknown: [],
  };
}

const small = (text: string): Omit<ListRow, 'value'> => ({
  text,
  href: null,
  date: '',
  action: '',
  about: { of: 'actions', ids: [] },
});

export function missingList(
  c: C,
  { report, place }: { report: YearReport; place: Place },
): ListProps {
  const { reader, account } = c.var;
  const missing = report.missing.find(({ kind }) => kind === c.req.param('kind'));
  if (!missing || !('lines' in missing)) throw new NotFound();
  const text = reader.t.reports;
  const lines = missing.lines.map((about) => ({ about, value: 0 }));
  return {
    shell: shellOf(c),
    title: text.lists.title(text.missing.title, report.year),
    definition: sayMissing(missing, reader),
    filters: [],
    back: placeHref(place),
    rows: [],
    total: sayNumber(missing.count, reader),
    say: (value) => sayNumber(value, reader),
    unknown: rowsOf(lines, report.index, { reader, account }),
  };
}
