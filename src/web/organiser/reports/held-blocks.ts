/** The sessions and the meetings of an action, line by line: what its figures are the sums of. */
import {
  type About,
  type Figure,
  type FigureKey,
  figureOf,
  type Line,
} from '../../../domain/reports/figure';
import type { Index } from '../../../domain/reports/lines-index';
import type { Block, Cell } from '../../../lib/blocks';
import { typeset } from '../../../lib/text';
import { sayVenue } from '../../public/catalogue/say';
import { cell, heading, numbers, texts } from './block-parts';
import { hrefOf } from './list-rows';
import { sayAbout, sayNumber, sayValue } from './say';
import type { Telling } from './telling';

/** What a figure says of one of its lines; null where nobody noted it, undefined where it is not about it. */
function valueAt({ lines, unknown }: Figure, is: (about: About) => boolean) {
  const line = lines.find(({ about }) => is(about));
  if (line) return line.value;
  return unknown.some(is) ? null : undefined;
}

function valueCell(
  { reader, report }: Telling,
  key: FigureKey,
  is: (about: About) => boolean,
  note = '',
): Cell {
  const value = valueAt(figureOf(report.figures, key), is);
  if (value === undefined) return cell('', { note });
  return cell(value === null ? reader.t.reports.noRate : sayValue(key, value, reader), { note });
}

/** By their day; those without one last. */
const inOrder = <T extends { day: string | number | null }>(items: T[]) =>
  items.sort((a, b) => {
    if (a.day === b.day) return 0;
    if (a.day === null || b.day === null) return a.day === null ? 1 : -1;
    return a.day < b.day ? -1 : 1;
  });

export function sessionBlocks(telling: Telling): Block[] {
  const { reader, report, account } = telling;
  const { index } = report;
  const text = reader.t.reports;
  const found = inOrder(
    Object.entries(index.sessions).map(([id, session]) => ({
      ...session,
      id: Number(id),
      day: session.startsAt,
    })),
  );
  if (!found.length) return [];
  const counted = (id: number) =>
    (['beneficiaries', 'unspecified'] as const).flatMap((key) => {
      const count = valueAt(figureOf(report.figures, key), isSession(id));
      return count ? text.lists.countedAs[key](count) : [];
    });
  return [
    heading(3, text.lists.sessions),
    {
      kind: 'table',
      caption: text.lists.sessions,
      stacks: true,
      columns: [
        texts(text.lists.date, 4),
        texts(text.lists.place, 4),
        texts(text.lists.standing, 2.4),
        numbers(text.short.session_minutes, 1.8),
        numbers(text.short.participations, 2.8),
      ],
      rows: found.map((session) => {
        const about: About = { of: 'session', id: session.id };
        const own = session.title === index.actions[session.actionId]?.title;
        const href = account && hrefOf(about, index, account);
        return [
          cell(sayAbout(about, index, reader).date, {
            note: own ? '' : typeset(session.title),
            ...(href && { href }),
          }),
          cell(sayPlace(session, telling)),
          cell(text.standings[session.standing], {
            note: session.occurrences > 1 ? text.lists.occurrences(session.occurrences) : '',
          }),
          valueCell(telling, 'session_minutes', isSession(session.id)),
          valueCell(
            telling,
            'participations',
            isSession(session.id),
            counted(session.id).join(', '),
          ),
        ];
      }),
    },
  ];
}

const isSession = (id: number) => (about: About) => about.of === 'session' && about.id === id;
const isMeeting = (id: number) => (about: About) => about.of === 'meeting' && about.id === id;

function sayPlace({ mode, venue, town }: Index['sessions'][number], { reader }: Telling): string {
  const text = reader.t.reports.by;
  if (mode === 'online') return text.online;
  return venue === null ? text.unknown : typeset(sayVenue({ name: venue, town }));
}

export function meetingBlocks(telling: Telling): Block[] {
  const { reader, report, account } = telling;
  const { index } = report;
  const text = reader.t.reports;
  const found = inOrder(
    Object.entries(index.meetings).map(([id, meeting]) => ({
      ...meeting,
      id: Number(id),
      day: meeting.heldOn,
    })),
  );
  const noted = figureOf(report.figures, 'meeting_participations').lines.filter(
    ({ about }) => about.of === 'actions',
  );
  if (!found.length && !noted.length) return [];
  const written = figureOf(report.figures, 'minutes_written');
  return [
    heading(3, text.lists.meetings),
    {
      kind: 'table',
      caption: text.lists.meetings,
      stacks: true,
      columns: [
        texts(text.lists.date, 3.6),
        texts(text.lists.meeting, 4),
        numbers(text.short.meetings, 1.8),
        numbers(text.short.meeting_minutes, 1.6),
        numbers(text.lists.present, 1.8),
        numbers(text.lists.excused, 1.7),
        texts(text.lists.minutes, 1.8),
      ],
      rows: [
        ...found.map((meeting): Cell[] => {
          const about: About = { of: 'meeting', id: meeting.id };
          const href = account && hrefOf(about, index, account);
          const is = isMeeting(meeting.id);
          return [
            cell(sayAbout(about, index, reader).date, href ? { href } : {}),
            cell(reader.t.meetings.kinds[meeting.kind], { note: typeset(meeting.subject) }),
            cell(sayNumber(meeting.occurrences, reader)),
            valueCell(telling, 'meeting_minutes', is),
            valueCell(telling, 'meeting_participations', is),
            cell(meeting.excused === null ? '' : sayNumber(meeting.excused, reader)),
            cell(valueAt(written, is) ? text.lists.yes : ''),
          ];
        }),
        ...noted.map((line) => wholeRow(line, telling)),
      ],
    },
  ];
}

/** Participations that were noted for all of its meetings together. */
const wholeRow = ({ about, value }: Line, { reader, report }: Telling): Cell[] => [
  cell(''),
  cell(sayAbout(about, report.index, reader).text),
  cell(''),
  cell(''),
  cell(sayNumber(value, reader)),
];
