/**
 * The figures of a report. Each is the sum of its list and nothing else, so that what it opens onto
 * always adds up to it; where something isn't known it is named beside the figure, and not counted as
 * nothing. Participations count people present, never people registered.
 */
import {
  type About,
  type Figure,
  type FigureKey,
  figure,
  figureKeys,
  type Measure,
  measured,
  type Represented,
  sum,
} from './figure';
import { handoutFigures } from './handout-figures';
import type { Facts, SessionFact } from './load-facts';
import { meetingFigures } from './meeting-figures';
import { countTimes, represented } from './represented';

export function computeFigures(facts: Facts, before: Facts | null): Figure[] {
  const all = {
    ...sessionFigures(facts),
    ...peopleFigures(facts),
    ...meetingFigures(facts),
    ...handoutFigures(facts),
    ...actionFigures(facts),
    ...nameFigures(facts, before),
  };
  return figureKeys.map((key) => all[key]);
}

const aboutSession = ({ id }: SessionFact): About => ({ of: 'session', id });

/** Families are not asked for a profession. */
export function isForProfessionals({ actions }: Facts): (session: SessionFact) => boolean {
  const ids = new Set(actions.flatMap((a) => (a.audience === 'professionals' ? a.id : [])));
  return ({ actionId }) => ids.has(actionId);
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
    no_shows: held('no_shows', ({ awaited, absent, unnoted }) => {
      const noted = awaited - unnoted;
      return awaited ? (noted ? { value: absent, whole: noted } : null) : undefined;
    }),
    excused: held('excused', (s) => s.excused || undefined),
    waiting: held('waiting', (s) => s.waiting || undefined),
  };
}

/** Held, and not said to have had nobody. */
const someCame = (session: SessionFact) =>
  session.standing === 'held' && participationsOf(session) !== 0;

/** Sessions where people were only counted, or not at all: nobody can say who they were. */
const whoUnknown = (sessions: readonly SessionFact[]): SessionFact[] =>
  sessions.filter((session) => someCame(session) && session.present.named === 0);

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
    const untold = whoUnknown(sessions).filter(
      ({ actionId }) => wanted === undefined || audience.get(actionId) === wanted,
    );
    return figure(
      key,
      countTimes(came).map(([times, value]) => ({ about: { of: 'times', times }, value })),
      untold.map(aboutSession),
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

function nameFigures(facts: Facts, before: Facts | null) {
  const { professions, organisations } = represented(facts, before);
  const ours = facts.sessions.filter(isForProfessionals(facts));
  const of = (key: 'professions' | 'organisations', names: Represented[]) => {
    const told = new Set(names.flatMap(({ at }) => at.map(([sessionId]) => sessionId)));
    return figure(
      key,
      names.map((name) => ({ about: { of: 'name', ...name }, value: 1 })),
      ours.filter((one) => someCame(one) && !told.has(one.id)).map(aboutSession),
    );
  };
  return {
    professions: of('professions', professions),
    organisations: of('organisations', organisations),
  };
}
