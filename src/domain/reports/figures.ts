/**
 * The figures of a report. Each is the sum of its list and nothing else, so that what it opens onto
 * always adds up to it; where something isn't known it is named beside the figure, and not counted as
 * nothing. Participations count people present, never people registered.
 */
import type { Facts, MeetingFact, PresentFact, SessionFact } from './load-facts';
import { type Represented, represented } from './represented';

/** What a line of a list is about. */
export type About =
  | { of: 'session'; id: number }
  | { of: 'meeting'; id: number }
  | { of: 'action'; id: number }
  /** Noted for whole actions, which share their meetings. */
  | { of: 'actions'; ids: number[] }
  | { of: 'name'; name: string; isNew: boolean; participations: number; inMeetings: boolean }
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

export function computeFigures(facts: Facts, before: Facts | null): Figure[] {
  const all = {
    ...sessionFigures(facts),
    ...peopleFigures(facts),
    ...meetingFigures(facts),
    ...actionFigures(facts),
    ...nameFigures(represented(facts, before)),
  };
  return figureKeys.map((key) => all[key]);
}

const aboutSession = ({ id }: SessionFact): About => ({ of: 'session', id });
const aboutMeeting = ({ id }: MeetingFact): About => ({ of: 'meeting', id });

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

function figure(key: FigureKey, lines: Line[], unknown: About[] = []): Figure {
  const counted = lines.filter(({ value, whole }) => value !== 0 || whole);
  return {
    key,
    value: sum(counted.map(({ value }) => value)),
    whole: rates.has(key) ? sum(counted.map(({ whole = 0 }) => whole)) : null,
    lines: counted,
    unknown,
  };
}

const rates: ReadonlySet<FigureKey> = new Set(['filled', 'occupied', 'no_shows']);

/** null: it should be known and is not; undefined: the figure is not about this one. */
type Measure = number | { value: number; whole: number } | null | undefined;

function measured<T>(
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

/** What was counted at a session as participations; null where nobody took attendance, or counted otherwise. */
export function participationsOf({ present }: SessionFact): number | null {
  if (!present.taken) return null;
  const countedOtherwise = present.beneficiaries !== null || present.unspecified > 0;
  return present.participations === 0 && countedOtherwise ? null : present.participations;
}

function sessionFigures({ sessions, actions }: Facts) {
  const audience = new Map(actions.map((action) => [action.id, action.audience]));
  const isHeld = (session: SessionFact) => session.standing === 'held';
  const of = (key: FigureKey, measure: (session: SessionFact) => Measure) =>
    measured(key, sessions, aboutSession, measure);
  const held = (key: FigureKey, measure: (session: SessionFact) => Measure) =>
    of(key, (session) => (isHeld(session) ? measure(session) : undefined));
  const times = (key: FigureKey, counts: (session: SessionFact) => boolean) =>
    of(key, (session) => (counts(session) ? session.occurrences : undefined));
  const cameOf = (wanted: string) => (session: SessionFact) =>
    audience.get(session.actionId) === wanted ? participationsOf(session) : undefined;
  return {
    sessions_planned: times('sessions_planned', () => true),
    sessions_held: times('sessions_held', isHeld),
    sessions_cancelled: times('sessions_cancelled', (s) => s.standing === 'cancelled'),
    sessions_moved: times('sessions_moved', (s) => s.moved),
    sessions_to_come: times('sessions_to_come', (s) => s.standing === 'to_come'),
    sessions_undated: times('sessions_undated', (s) => s.standing === 'undated'),
    session_minutes: held('session_minutes', (s) => s.present.minutesHeld),
    participations: held('participations', participationsOf),
    participations_public: held('participations_public', cameOf('public')),
    participations_professionals: held('participations_professionals', cameOf('professionals')),
    beneficiaries: held('beneficiaries', (s) => s.present.beneficiaries ?? undefined),
    unspecified: held('unspecified', (s) => s.present.unspecified || undefined),
    places: held('places', (s) => s.capacity ?? undefined),
    filled: held('filled', ({ capacity, awaited }) =>
      // Nobody is in the list of a session that was only counted.
      capacity ? (awaited ? { value: awaited, whole: capacity } : null) : undefined,
    ),
    occupied: held('occupied', (s) => {
      if (!s.capacity) return undefined;
      const value = participationsOf(s);
      return value === null ? null : { value, whole: s.capacity };
    }),
    // Where people were only counted, nobody knows who of those awaited did not come.
    no_shows: held('no_shows', ({ awaited, absent, present }) =>
      awaited ? (present.named ? { value: absent, whole: awaited } : null) : undefined,
    ),
    excused: held('excused', (s) => s.excused || undefined),
    waiting: held('waiting', (s) => s.waiting || undefined),
  };
}

/** Distinct people are those with the same address; the rest is « non dénombrable ». */
function peopleFigures({ sessions, actions, people }: Facts) {
  const audience = new Map(actions.map((action) => [action.id, action.audience]));
  const held = new Map(
    sessions.filter((s) => s.standing === 'held').map((session) => [session.id, session]),
  );
  const there = people.filter((one) => held.has(one.sessionId));
  const of = (key: FigureKey, wanted?: string) => {
    const came = there.filter(({ sessionId }) => {
      const action = held.get(sessionId)?.actionId ?? 0;
      return wanted === undefined || audience.get(action) === wanted;
    });
    const often = countTimes(came);
    const lines = [...often].sort(([a], [b]) => a - b);
    return figure(
      key,
      lines.map(([times, value]) => ({ about: { of: 'times', times }, value })),
    );
  };
  const alone = Map.groupBy(there, (one) => one.sessionId);
  return {
    people: of('people'),
    people_public: of('people_public', 'public'),
    people_professionals: of('people_professionals', 'professionals'),
    uncountable: measured('uncountable', [...held.values()], aboutSession, ({ id, present }) => {
      const named = alone.get(id) ?? [];
      const beside = named.map(({ person, seats }) => (person === null ? seats : seats - 1));
      return sum(beside) + present.counted;
    }),
  };
}

/** How many people came once, twice…: one address at one session is one time. */
function countTimes(came: readonly PresentFact[]): Map<number, number> {
  const sessionsOf = new Map<string, Set<number>>();
  for (const { person, sessionId } of came) {
    if (person === null) continue;
    const known = sessionsOf.get(person);
    if (known) known.add(sessionId);
    else sessionsOf.set(person, new Set([sessionId]));
  }
  const often = new Map<number, number>();
  for (const { size } of sessionsOf.values()) often.set(size, (often.get(size) ?? 0) + 1);
  return often;
}

function meetingFigures(facts: Facts) {
  const { meetings } = facts;
  const noted = notedParticipations(facts);
  const covered = new Set(noted.flatMap(({ meetingIds }) => meetingIds));
  const counted = measured('meeting_participations', meetings, aboutMeeting, (meeting) =>
    meeting.present === null && covered.has(meeting.id) ? undefined : meeting.present,
  );
  const lines = noted.map(({ ids, value }): Line => ({ about: { of: 'actions', ids }, value }));
  return {
    meetings: measured('meetings', meetings, aboutMeeting, (m) => m.occurrences),
    meeting_minutes: measured('meeting_minutes', meetings, aboutMeeting, (m) =>
      m.minutes === null ? null : m.minutes * m.occurrences,
    ),
    meeting_participations: figure(
      'meeting_participations',
      [...counted.lines, ...lines],
      counted.unknown,
    ),
    minutes_written: measured('minutes_written', meetings, aboutMeeting, (m) =>
      m.hasMinutes ? 1 : undefined,
    ),
  };
}

/**
 * Participations that were noted for an action and not meeting by meeting. Actions that share the very
 * same meetings count once: the two of 30 May and 7 July 2023 served four. They are used only where
 * none of these meetings has a count of its own.
 */
function notedParticipations({ meetings, reported }: Facts) {
  const groups = new Map<string, { ids: number[]; value: number; meetingIds: number[] }>();
  for (const { actionId, key, number } of reported) {
    if (key !== 'meeting_participations' || actionId === null || number === null) continue;
    const own = meetings.filter((meeting) => meeting.actionIds.includes(actionId));
    if (own.some((meeting) => meeting.present !== null)) continue;
    const meetingIds = own.map((meeting) => meeting.id);
    const shared = meetingIds.length ? meetingIds.join(' ') : `action ${actionId}`;
    const group = groups.get(shared) ?? { ids: [], value: 0, meetingIds };
    group.ids.push(actionId);
    group.value = Math.max(group.value, number);
    groups.set(shared, group);
  }
  return [...groups.values()];
}

function actionFigures({ actions, sessions, meetings }: Facts) {
  const alive = new Set([
    ...sessions.map((session) => session.actionId),
    ...meetings.flatMap((meeting) => meeting.actionIds),
  ]);
  const of = (key: FigureKey, isSupport: boolean) =>
    measured(
      key,
      actions,
      ({ id }) => ({ of: 'action', id }),
      ({ id, type }) =>
        alive.has(id) && (type === 'supported_project') === isSupport ? 1 : undefined,
    );
  return {
    actions: of('actions', false),
    supported_projects: of('supported_projects', true),
  };
}

function nameFigures({
  professions,
  organisations,
}: Record<'professions' | 'organisations', Represented[]>) {
  const of = (key: FigureKey, names: Represented[]) =>
    figure(
      key,
      names.map((name) => ({ about: { of: 'name', ...name }, value: 1 })),
    );
  return {
    professions: of('professions', professions),
    organisations: of('organisations', organisations),
  };
}
