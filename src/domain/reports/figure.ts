/** A figure and the lines that it is the sum of. */

/** A profession or an organisation of those who came. */
export type Represented = {
  name: string;
  isNew: boolean;
  participations: number;
  /** Where they came: participations by session. */
  at: [sessionId: number, participations: number][];
  /** How many of them came once, twice…: by address. */
  often: [times: number, people: number][];
  inMeetings: boolean;
};

/** What a line of a list is about. */
export type About =
  | { of: 'session'; id: number }
  | { of: 'meeting'; id: number }
  | { of: 'action'; id: number }
  | { of: 'handout'; id: number }
  | { of: 'loan'; id: number }
  /** A title, however often it was handed out. */
  | { of: 'publication'; title: string }
  /** Noted for whole actions, which share their meetings. */
  | { of: 'actions'; ids: number[] }
  | ({ of: 'name' } & Represented)
  /** People by how often they came. */
  | { of: 'times'; times: number };

/** whole: what the value is a part of, for rates. */
export type Line = { about: About; value: number; whole?: number };

export const figureKeys = [
  'actions',
  'supported_projects',
  'sessions_planned',
  'sessions_held',
  'sessions_cancelled',
  'sessions_moved',
  'sessions_to_come',
  'sessions_undated',
  'session_minutes',
  'participations',
  'participations_public',
  'participations_professionals',
  'people',
  'people_public',
  'people_professionals',
  'uncountable',
  'beneficiaries',
  'unspecified',
  'professions',
  'organisations',
  'meetings',
  'meeting_minutes',
  'meeting_participations',
  'minutes_written',
  'publications',
  'publication_titles',
  'loans',
  'loans_out',
  'loans_overdue',
  'places',
  'filled',
  'occupied',
  'no_shows',
  'excused',
  'waiting',
] as const;
export type FigureKey = (typeof figureKeys)[number];

export type Figure = {
  key: FigureKey;
  value: number;
  /** For a rate: the whole; null otherwise. */
  whole: number | null;
  lines: Line[];
  /** What should be in it, and of which nobody noted it. */
  unknown: About[];
};

export const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

export function figure(key: FigureKey, lines: Line[], unknown: About[] = []): Figure {
  const counted = lines.filter(({ value, whole }) => value !== 0 || whole);
  return {
    key,
    value: sum(counted.map(({ value }) => value)),
    whole: isRate(key) ? sum(counted.map(({ whole = 0 }) => whole)) : null,
    lines: counted,
    unknown,
  };
}

const rates: ReadonlySet<FigureKey> = new Set(['filled', 'occupied', 'no_shows']);
export const isRate = (key: FigureKey) => rates.has(key);

/** Whether nobody noted any of it: that is no nought. A rate of nothing is none either. */
export const isUnknown = ({ key, whole, lines, unknown }: Figure) =>
  lines.length === 0 && (unknown.length > 0 || (isRate(key) && !whole));

export function figureOf(figures: readonly Figure[], key: FigureKey): Figure {
  const found = figures.find((figure) => figure.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
}

/** null: it should be known and is not; undefined: the figure is not about this one. */
export type Measure = number | { value: number; whole: number } | null | undefined;

export function measured<T>(
  key: FigureKey,
  items: readonly T[],
  about: (item: T) => About,
  measure: (item: T) => Measure,
): Figure {
  const lines: Line[] = [];
  const unknown: About[] = [];
  for (const item of items) {
    const found = measure(item);
    if (found === undefined) continue;
    if (found === null) unknown.push(about(item));
    else if (typeof found === 'number') lines.push({ about: about(item), value: found });
    else lines.push({ about: about(item), ...found });
  }
  return figure(key, lines, unknown);
}

/** What tells one line from another. */
export function identityOf(about: About): string {
  switch (about.of) {
    case 'name':
      return `name ${about.name}`;
    case 'publication':
      return `publication ${about.title}`;
    case 'times':
      return `times ${about.times}`;
    case 'actions':
      return `actions ${about.ids.join(' ')}`;
    default:
      return `${about.of} ${about.id}`;
  }
}
