/** What a report does not know: listed beside the figures, so that nobody takes a gap for a nought. */
import { type About, type Figure, type FigureKey, figureOf, type Line } from './figure';
import { isForProfessionals, participationsOf } from './figures';
import type { Facts, SessionFact } from './load-facts';
import { findDoubles } from './represented';

export const missingKinds = [
  'attendance_not_taken',
  'attendance_partly_taken',
  'attended_though_cancelled',
  'counted_otherwise',
  'length_unknown',
  'town_unknown',
  'profession_unknown',
  'organisation_unknown',
  'meeting_undated',
  'meeting_uncounted',
  'meeting_length_unknown',
  'survey_open',
  'profession_doubles',
  'organisation_doubles',
] as const;
export type MissingKind = (typeof missingKinds)[number];

type DoubledKind = Extract<MissingKind, `${string}_doubles`>;
/** Those that open a list; doubles are named where they stand. */
export type ListedKind = Exclude<MissingKind, DoubledKind>;
export const listedKinds = missingKinds.filter(
  (kind): kind is ListedKind => !kind.endsWith('_doubles'),
);

export type MissingLines = { kind: ListedKind; count: number; lines: Line[] };
export type Missing = MissingLines | { kind: DoubledKind; count: number; names: string[][] };

/** @param figures those of the same facts: what they do not know, and names that may be one and the same */
export function listMissing(facts: Facts, figures: readonly Figure[]): Missing[] {
  const { sessions, meetings, surveys } = facts;
  const held = sessions.filter((session) => session.standing === 'held');
  const about = (list: readonly SessionFact[]): About[] =>
    list.map(({ id }) => ({ of: 'session', id }));
  const without = (test: (session: SessionFact) => boolean) => about(held.filter(test));
  const unknownOf = (key: FigureKey) => figureOf(figures, key).unknown;
  const lines: [ListedKind, About[]][] = [
    ['attendance_not_taken', without((s) => !s.present.taken)],
    ['attendance_partly_taken', without((s) => s.unnoted > 0 && s.unnoted < s.awaited)],
    [
      'attended_though_cancelled',
      about(sessions.filter((s) => s.standing === 'cancelled' && participationsOf(s))),
    ],
    ['counted_otherwise', without((s) => s.present.taken && participationsOf(s) === null)],
    ['length_unknown', unknownOf('session_minutes')],
    ['town_unknown', without((s) => s.mode !== 'online' && s.town === null)],
    [
      'meeting_undated',
      meetings.flatMap(({ id, heldOn }) => (heldOn === null ? { of: 'meeting', id } : [])),
    ],
    ['meeting_uncounted', unknownOf('meeting_participations')],
    ['meeting_length_unknown', unknownOf('meeting_minutes')],
    [
      'survey_open',
      surveys.flatMap((s): About[] =>
        s.state === 'open' ? [{ of: 'session', id: s.sessionId }] : [],
      ),
    ],
  ];
  const doubles = (key: 'professions' | 'organisations') =>
    findDoubles(
      figureOf(figures, key).lines.flatMap(({ about }) => (about.of === 'name' ? about.name : [])),
    );
  return [
    ...lines.map(
      ([kind, list]): Missing => ({
        kind,
        count: list.length,
        lines: list.map((about) => ({ about, value: 1 })),
      }),
    ),
    nobodySaid(facts, 'profession'),
    nobodySaid(facts, 'organisation'),
    doubled('profession_doubles', doubles('professions')),
    doubled('organisation_doubles', doubles('organisations')),
  ]
    .filter(({ count }) => count > 0)
    .sort((a, b) => missingKinds.indexOf(a.kind) - missingKinds.indexOf(b.kind));
}

const doubled = (kind: DoubledKind, names: string[][]): Missing => ({
  kind,
  count: names.length,
  names,
});

/** Professionals present of whom nobody knows it, by session: they did not say it, or were only counted. */
function nobodySaid(facts: Facts, of: 'profession' | 'organisation'): Missing {
  const said = Map.groupBy(
    facts.people.filter((one) => one[of]?.trim()),
    (one) => one.sessionId,
  );
  const isOurs = isForProfessionals(facts);
  const silent = facts.sessions
    .filter((session) => session.standing === 'held' && isOurs(session))
    .flatMap((session) => {
      const known = (said.get(session.id) ?? []).reduce((sum, { seats }) => sum + seats, 0);
      const count = (participationsOf(session) ?? 0) - known;
      return count > 0 ? [{ id: session.id, count }] : [];
    });
  return {
    kind: `${of}_unknown`,
    count: silent.reduce((total, { count }) => total + count, 0),
    lines: silent.map(({ id, count }) => ({ about: { of: 'session', id }, value: count })),
  };
}
