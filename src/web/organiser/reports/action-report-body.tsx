/** The network's own form: planned, carried out, process, evaluation, analysis, perspectives. */
import type { Child } from 'hono/jsx';
import type { ActionReport, Difference, Planned } from '../../../domain/reports/action-report';
import { type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { Represented } from '../../../domain/reports/represented';
import { plannedTexts } from '../../../domain/reports/schema';
import type { Reader } from '../../context';
import { Facts, Table } from '../../ui/table';
import { FiguresTable } from './figures-table';
import type { Place } from './place';
import { sayTakenAt, sayValue } from './say';
import { MissingList, Published, Satisfaction } from './sections';

type Props = { reader: Reader; actionReport: ActionReport };

export const carriedOut: readonly FigureKey[] = [
  'sessions_planned',
  'sessions_held',
  'sessions_cancelled',
  'sessions_moved',
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
export const process: readonly FigureKey[] = [
  'meetings',
  'meeting_minutes',
  'meeting_participations',
  'minutes_written',
];

export function ActionReportBody({ reader, actionReport }: Props) {
  const { report, action, names, comments, texts } = actionReport;
  const text = reader.t.reports;
  const place: Place = { year: report.year, actionId: action.id };
  const table = { reader, place, figures: report.figures };
  return (
    <>
      <h3>{text.action.planned}</h3>
      <PlannedPart {...{ reader, actionReport }} />
      <h3>{text.action.carriedOut}</h3>
      <ComparedTable {...{ reader, actionReport }} />
      <FiguresTable {...table} caption={text.action.carriedOut} keys={carriedOut} />
      <NamesTable reader={reader} of="professions" names={names.professions} />
      <NamesTable reader={reader} of="organisations" names={names.organisations} />
      <h3>{text.action.process}</h3>
      <FiguresTable {...table} caption={text.action.process} keys={process} />
      <h3>{text.action.evaluation}</h3>
      <Satisfaction {...{ reader, place, report }} />
      <Comments {...{ reader, comments }} />
      <h3>{text.action.analysis}</h3>
      <Paragraphs text={texts.analysis} none={text.action.notWritten} />
      <h3>{text.action.perspectives}</h3>
      <Paragraphs text={texts.perspectives} none={text.action.notWritten} />
      {report.missing.length > 0 && (
        <>
          <h3>{text.missing.title}</h3>
          <MissingList {...{ reader, place, report }} />
        </>
      )}
      <Published {...{ reader, place, report }} />
    </>
  );
}

/** As it was frozen; as it stands now where it was not. */
function PlannedPart({ reader, actionReport: { plan, action, planned } }: Props) {
  const { t } = reader;
  const text = t.reports.action;
  const held = plan?.plan ?? action;
  const written = plannedTexts.filter((name) => held[name]);
  const notFrozen = action.importKey === null ? text.notFrozen : text.notFrozenImported;
  return (
    <>
      <p class="muted">{plan ? text.plannedOn(sayTakenAt(plan.frozenAt, reader)) : notFrozen}</p>
      {!plan && planned && <p class="muted">{text.plannedReported}</p>}
      <Facts
        items={written.map((name) => [t.actions[name], <Lines text={held[name]} />] as const)}
      />
    </>
  );
}

function ComparedTable({ reader, actionReport: { planned, report } }: Props) {
  const text = reader.t.reports.action;
  const rows = comparedRows(planned);
  const carriedOutOf = (key: FigureKey) =>
    sayValue(key, figureOf(report.figures, key).value, reader);
  if (!rows.length) return <p>{text.nothingPlanned}</p>;
  return (
    <Table
      caption={text.compare}
      rows={rows}
      columns={[
        { head: '', cell: ({ what }) => sayCompared(what, reader) },
        {
          head: text.asPlanned,
          number: true,
          cell: ({ key, value }) => sayValue(key, value, reader),
        },
        { head: text.asCarriedOut, number: true, cell: ({ key }) => carriedOutOf(key) },
      ]}
    />
  );
}

type Compared = { what: Difference['what']; key: FigureKey; value: number };

export const comparedKeys = {
  sessions: 'sessions_held',
  minutes: 'session_minutes',
  seats: 'participations',
} as const satisfies Record<Difference['what'], FigureKey>;

export const comparedRows = (planned: Planned): Compared[] =>
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

function NamesTable({
  reader,
  of,
  names,
}: {
  reader: Reader;
  of: 'professions' | 'organisations';
  names: readonly Represented[];
}) {
  const text = reader.t.reports;
  if (!names.length) return null;
  return (
    <Table
      caption={text.names[of]}
      rows={names}
      columns={[
        { head: text.lists.name, cell: ({ name }) => name },
        {
          head: text.lists.participations,
          number: true,
          cell: ({ participations }) => participations,
        },
        {
          head: text.lists.inMeetings,
          cell: ({ inMeetings }) => (inMeetings ? text.lists.yes : ''),
        },
      ]}
    />
  );
}

export function Comments({ reader, comments }: { reader: Reader; comments: readonly string[] }) {
  if (!comments.length) return null;
  return (
    <>
      <h4>{reader.t.reports.action.comments}</h4>
      <ul>
        {comments.map((comment) => (
          <li>
            <q>
              <Lines text={comment} />
            </q>
          </li>
        ))}
      </ul>
    </>
  );
}

/** As typed: an empty line parts two paragraphs, a line end is kept. */
export function Paragraphs({ text, none }: { text: string; none: string }) {
  if (!text) return <p class="muted">{none}</p>;
  return (
    <>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p class="narrow">
          <Lines text={paragraph} />
        </p>
      ))}
    </>
  );
}

const Lines = ({ text }: { text: string }) => (
  <>
    {text.split('\n').map(
      (line, index): Child => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ),
    )}
  </>
);
