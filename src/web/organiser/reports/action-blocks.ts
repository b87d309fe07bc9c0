/** The network's own form: planned, carried out, process, evaluation, analysis, perspectives. */
import type { Member } from '../../../domain/organisers/permissions';
import type { ActionReport, Difference, Planned } from '../../../domain/reports/action-report';
import { type FigureKey, figureOf } from '../../../domain/reports/figure';
import { plannedTexts } from '../../../domain/reports/schema';
import type { YearReport } from '../../../domain/reports/year-report';
import type { Block } from '../../../lib/blocks';
import type { Reader } from '../../context';
import { aside, cell, heading, numbers, paragraph, paragraphs, texts, under } from './block-parts';
import { commentBlocks, satisfactionBlocks } from './evaluation-blocks';
import { figuresTable } from './figure-blocks';
import { handoutBlocks } from './handout-blocks';
import { meetingBlocks, sessionBlocks } from './held-blocks';
import { missingBlocks, publishedBlocks, sayNote } from './missing-blocks';
import { nameBlocks } from './name-blocks';
import { figureHref } from './place';
import { sayFigure, sayTakenAt, sayValue } from './say';
import type { Telling } from './telling';

const carriedOut: readonly FigureKey[] = [
  'sessions_planned',
  'sessions_held',
  'sessions_cancelled',
  'sessions_moved',
  'sessions_to_come',
  'sessions_undated',
  'session_minutes',
  'participations',
  'people',
  'uncountable',
  'beneficiaries',
  'unspecified',
  'occupied',
  'no_shows',
  'waiting',
];
/** Left out of an action that they say nothing of. */
const whereTold: ReadonlySet<FigureKey> = new Set([
  'sessions_moved',
  'sessions_to_come',
  'sessions_undated',
  'uncountable',
  'beneficiaries',
  'unspecified',
  'occupied',
  'no_shows',
]);
const process: readonly FigureKey[] = [
  'meetings',
  'meeting_minutes',
  'meeting_participations',
  'minutes_written',
];

/** @param who.account who may follow a line to what it is about; nobody in a file */
export function actionBlocks(
  actionReport: ActionReport,
  { reader, account }: { reader: Reader; account?: Member },
): Block[] {
  const { report, action, texts: written, comments } = actionReport;
  const text = reader.t.reports;
  const telling: Telling = {
    reader,
    place: { year: report.year, actionId: action.id },
    report,
    account,
  };
  return [
    factsOf(actionReport, reader),
    heading(2, text.action.planned),
    ...plannedBlocks(actionReport, reader),
    heading(2, text.action.carriedOut),
    ...comparedBlocks(actionReport, telling),
    figuresTable(telling, told(report, carriedOut), text.action.carriedOut),
    ...sessionBlocks(telling),
    ...nameBlocks(telling, 'professions'),
    ...nameBlocks(telling, 'organisations'),
    ...under(heading(2, text.groups.handouts), handoutBlocks(telling)),
    heading(2, text.action.process),
    figuresTable(telling, process, text.action.process),
    ...meetingBlocks(telling),
    heading(2, text.action.evaluation),
    ...satisfactionBlocks(telling),
    ...commentBlocks(reader, comments),
    heading(2, text.action.analysis),
    ...paragraphs(written.analysis || text.action.notWritten),
    heading(2, text.action.perspectives),
    ...paragraphs(written.perspectives || text.action.notWritten),
    ...under(heading(2, text.missing.title), report.missing.length ? missingBlocks(telling) : []),
    ...publishedBlocks(telling),
    ...notedBlocks(actionReport, reader),
  ];
}

/** What was published of it in words. */
function notedBlocks({ reported }: ActionReport, reader: Reader): Block[] {
  const text = reader.t.reports.action;
  const items = (['certificate', 'note'] as const).flatMap((key) => {
    const said = reported.find((fact) => fact.key === key)?.text;
    return said ? [[text.notes[key], sayNote(said, reader)] as const] : [];
  });
  return under(heading(2, text.noted), items.length ? [{ kind: 'facts', items }] : []);
}

const told = ({ figures }: YearReport, keys: readonly FigureKey[]) =>
  keys.filter((key) => {
    const { lines, unknown } = figureOf(figures, key);
    return !whereTold.has(key) || lines.length + unknown.length > 0;
  });

function factsOf({ action, report }: ActionReport, { t }: Reader): Block {
  const facts: [string, string][] = [
    [t.actions.type, t.programme.types[action.type]],
    [t.actions.audience, t.programme.audiences[action.audience]],
    [t.actions.carriers, (report.index.actions[action.id]?.carriers ?? []).join(', ')],
    [t.actions.networks, action.networks.join(', ')],
    [t.actions.topics, action.topics.join(', ')],
  ];
  return { kind: 'facts', items: facts.filter(([, said]) => said) };
}

/** As it was frozen; as it stands now where it was not. */
function plannedBlocks({ plan, action, planned }: ActionReport, reader: Reader): Block[] {
  const { t } = reader;
  const text = t.reports.action;
  const held = plan?.plan ?? action;
  const notFrozen = action.importKey === null ? text.notFrozen : text.notFrozenImported;
  const items = plannedTexts.flatMap((name) =>
    held[name] ? [[t.actions[name], held[name]] as const] : [],
  );
  return [
    aside(plan ? text.plannedOn(sayTakenAt(plan.frozenAt, reader)) : notFrozen),
    ...(!plan && planned ? [aside(text.plannedReported)] : []),
    ...(items.length ? [{ kind: 'facts', items } as const] : []),
  ];
}

function comparedBlocks({ planned }: ActionReport, { reader, place, report }: Telling): Block[] {
  const text = reader.t.reports.action;
  const rows = comparedRows(planned);
  if (!rows.length) return [paragraph(text.nothingPlanned)];
  return [
    {
      kind: 'table',
      caption: text.compare,
      columns: [texts(text.compare), numbers(text.asPlanned), numbers(text.asCarriedOut)],
      rows: rows.map(({ what, key, value }) => [
        cell(sayCompared(what, reader)),
        cell(sayValue(key, value, reader)),
        cell(sayFigure(figureOf(report.figures, key), reader), {
          href: figureHref(place, key),
        }),
      ]),
    },
  ];
}

export const comparedKeys = {
  sessions: 'sessions_held',
  minutes: 'session_minutes',
  seats: 'participations',
} as const satisfies Record<Difference['what'], FigureKey>;

const comparedRows = (planned: Planned) =>
  (['sessions', 'minutes', 'seats'] as const).flatMap((what) => {
    const value = planned?.[what] ?? null;
    return value === null ? [] : [{ what, key: comparedKeys[what], value }];
  });

export function sayCompared(what: Difference['what'], { t }: Reader): string {
  const text = t.reports.action;
  const labels = {
    sessions: text.comparedSessions,
    minutes: text.comparedMinutes,
    seats: text.comparedSeats,
  };
  return labels[what];
}
