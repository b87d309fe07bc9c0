/** The figures of a report by group: each opens its list, says what it counts, and what nobody noted. */
import { type Figure, type FigureKey, figureOf } from '../../../domain/reports/figure';
import type { Reader } from '../../context';
import { Table } from '../../ui/table';
import { figureHref, type Place } from './place';
import { sayFigure } from './say';

export const figureGroups = {
  activity: [
    'actions',
    'supported_projects',
    'sessions_planned',
    'sessions_held',
    'sessions_cancelled',
    'sessions_moved',
    'sessions_to_come',
    'sessions_undated',
    'session_minutes',
  ],
  participation: [
    'participations',
    'participations_public',
    'participations_professionals',
    'people',
    'people_public',
    'people_professionals',
    'uncountable',
    'beneficiaries',
    'unspecified',
  ],
  represented: ['professions', 'organisations'],
  meetings: ['meetings', 'meeting_minutes', 'meeting_participations', 'minutes_written'],
  handouts: ['publications', 'publication_titles', 'loans', 'loans_out', 'loans_overdue'],
  places: ['places', 'filled', 'occupied', 'no_shows', 'excused', 'waiting'],
} as const satisfies Record<string, readonly FigureKey[]>;
export type FigureGroup = keyof typeof figureGroups;

type Props = {
  reader: Reader;
  place: Place;
  caption: string;
  keys: readonly FigureKey[];
  figures: readonly Figure[];
  /** Last year's, to stand beside. */
  before?: readonly Figure[];
};

export function FiguresTable({ reader, place, caption, keys, figures, before }: Props) {
  const { t, href } = reader;
  const text = t.reports;
  return (
    <Table
      caption={caption}
      captionUnseen
      rows={keys.flatMap((key) => figures.find((figure) => figure.key === key) ?? [])}
      columns={[
        {
          head: text.figure,
          cell: ({ key }) => (
            <>
              <a href={href(figureHref(place, key))}>{text.figures[key][0]}</a>
              <small class="definition">{text.figures[key][1]}</small>
            </>
          ),
        },
        {
          head: String(place.year),
          number: true,
          cell: (figure) => (
            <>
              <strong>{sayFigure(figure, reader)}</strong>
              {figure.unknown.length > 0 && (
                <small class="definition">{text.notKnown(figure.unknown.length)}</small>
              )}
            </>
          ),
        },
        ...(before?.length
          ? [
              {
                head: String(place.year - 1),
                number: true,
                cell: ({ key }: Figure) => sayFigure(figureOf(before, key), reader),
              },
            ]
          : []),
      ]}
    />
  );
}

/** A copy that was frozen before something was counted has no figure of it. */
const groupsIn = (figures: readonly Figure[]) => {
  const known = new Set<FigureKey>(figures.map(({ key }) => key));
  return (Object.keys(figureGroups) as FigureGroup[]).filter((group) =>
    figureGroups[group].some((key) => known.has(key)),
  );
};

export function FigureGroups(props: Omit<Props, 'caption' | 'keys'>) {
  const { groups } = props.reader.t.reports;
  return (
    <>
      {groupsIn(props.figures).map((group) => (
        <section>
          <h2>{groups[group]}</h2>
          <FiguresTable {...props} caption={groups[group]} keys={figureGroups[group]} />
        </section>
      ))}
    </>
  );
}
