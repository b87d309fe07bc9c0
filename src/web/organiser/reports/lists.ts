/** The lists that a report opens onto: of a figure, of a question, of what is missing. */
import type { Context } from 'hono';
import type { Audience } from '../../../domain/catalogue/schema';
import { filtered } from '../../../domain/reports/breakdown';
import type { FigureKey, Line } from '../../../domain/reports/figure';
import { listPeople, listPeopleNamed } from '../../../domain/reports/list-people';
import { type ListedKind, listedKinds, type MissingLines } from '../../../domain/reports/missing';
import { findReport, type YearReport } from '../../../domain/reports/year-report';
import { NotFound } from '../../../lib/errors';
import { type OrganiserEnv, shellOf } from '../context';
import type { ListProps } from './list-page';
import { type ListRow, rowsByPlace, rowsOf } from './list-rows';
import { sayMissing } from './missing-blocks';
import { type NameKind, namesOf, sayPeople } from './name-blocks';
import { type Place, placeHref, readFilter } from './place';
import { sayFigure, sayFilter, sayNumber, sayRate, sayValue } from './say';

type C = Context<OrganiserEnv>;

/** Figures of people, and the public that they are about. */
const ofPeople: Partial<Record<FigureKey, Audience | null>> = {
  people: null,
  people_public: 'public',
  people_professionals: 'professionals',
};

/** The figures of a place, as its lists need them. */
export async function requirePlaced(c: C, place: Place): Promise<Placed> {
  const { year, actionId } = place;
  const { db, now, reader } = c.var;
  const scope = { year, timeZone: reader.timeZone, ...(actionId !== undefined && { actionId }) };
  const key = c.req.param('key') ?? '';
  const report = await findReport(db, scope, { now, marksNew: namesKeys.has(key) });
  if (actionId !== undefined && !report.index.actions[actionId]) throw new NotFound();
  return { report, place };
}

type Placed = { report: YearReport; place: Place };
const namesKeys: ReadonlySet<string> = new Set(['professions', 'organisations']);

/** @param mayName whether names may stand behind a figure of people */
export async function figureList(
  c: C,
  { report, place }: Placed,
  mayName: boolean,
): Promise<ListProps> {
  const { reader, account, db } = c.var;
  const found = report.figures.find(({ key }) => key === c.req.param('key'));
  if (!found) throw new NotFound();
  const { key } = found;
  const named = c.req.query('nom');
  if (named !== undefined && (key === 'professions' || key === 'organisations'))
    return nameList(c, { report, place }, { of: key, name: named }, mayName);
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

/** Where those of one profession or organisation came, and how many they are. */
async function nameList(
  c: C,
  { report, place }: Placed,
  { of, name }: { of: NameKind; name: string },
  mayName: boolean,
): Promise<ListProps> {
  const { reader, account, db } = c.var;
  const one = namesOf({ report }, of).find((entry) => entry.name === name);
  if (!one) throw new NotFound();
  const text = reader.t.reports;
  const [title, definition] = text.figures.participations;
  const who = { reader, account };
  const lines = one.at.map(([id, value]): Line => ({ about: { of: 'session', id }, value }));
  const often = one.often.map(([times, value]): Line => ({ about: { of: 'times', times }, value }));
  const scope = { year: place.year, timeZone: reader.timeZone, actionId: place.actionId };
  return {
    shell: shellOf(c),
    title: text.lists.title(title, place.year),
    definition,
    filters: [name],
    back: placeHref(place),
    rows: rowsOf(lines, report.index, who),
    total: sayNumber(one.participations, reader),
    say: (value) => sayNumber(value, reader),
    unknown: [],
    often: {
      title: text.figures.people[0],
      total: sayPeople(one, { reader }),
      rows: rowsOf(often, report.index, who),
    },
    people: mayName ? await listPeopleNamed(db, scope, { of, name, now: c.var.now }) : undefined,
  };
}

/** The answers to one question, session by session. */
export function satisfactionList(c: C, { report, place }: Placed): ListProps {
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

const findMissing = ({ missing }: YearReport, kind: ListedKind) =>
  missing.find((one): one is MissingLines => one.kind === kind);

export function missingList(c: C, { report, place }: Placed): ListProps {
  const { reader, account } = c.var;
  const kind = listedKinds.find((one) => one === c.req.param('kind'));
  if (!kind) throw new NotFound();
  // The last one may have been settled while the report stood open.
  const missing = findMissing(report, kind) ?? { kind, count: 0, lines: [] };
  const text = reader.t.reports;
  // Where each line is one, the lines are counted by themselves.
  const isCounted = missing.lines.some(({ value }) => value !== 1);
  const who = { reader, account };
  const rows =
    missing.kind === 'town_unknown'
      ? rowsByPlace(missing.lines, report.index, who)
      : rowsOf(missing.lines, report.index, who);
  return {
    shell: shellOf(c),
    title: text.lists.title(text.missing.title, report.year),
    definition: sayMissing(missing, reader),
    filters: [],
    back: placeHref(place),
    rows,
    none: text.missing.none,
    uncounted: !isCounted,
    total: sayNumber(missing.count, reader),
    say: (value) => sayNumber(value, reader),
    unknown: [],
  };
}
