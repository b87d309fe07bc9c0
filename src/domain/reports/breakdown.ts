/**
 * A figure by type, public, month, territory, town, network, carrier, or kind of meeting: its own lines,
 * sorted into groups, so that a part opens onto its part of the list. An action of two networks or
 * carriers stands in both groups: those columns don't add up to the whole, and the page says so.
 */
import { localMonth } from '../../lib/dates';
import { nameKey } from '../../lib/text';
import type { About, Figure, Line } from './figure';
import type { Index } from './lines-index';

export const dimensions = [
  'type',
  'audience',
  'month',
  'territory',
  'town',
  'network',
  'carrier',
  'kind',
  'action',
  'title',
] as const;
export type Dimension = (typeof dimensions)[number];
/** A line passes when it has one of the values in each dimension that is given. */
export type Filter = Partial<Record<Dimension, string[]>>;

/** Groups that have no name of their own. */
export const online = 'online';
export const unnamed = '';

export function groupsOf(about: About, index: Index, by: Dimension): string[] {
  if (about.of === 'meeting') {
    const meeting = index.meetings[about.id];
    if (by === 'kind') return meeting ? [meeting.kind] : [];
    if (by === 'month') return [meeting?.heldOn?.slice(0, 7) ?? unnamed];
    return (meeting?.actionIds ?? []).flatMap((id) => groupsOfAction(id, index, by));
  }
  if (about.of === 'publication') return by === 'title' ? [nameKey(about.title)] : [];
  if (about.of === 'handout') {
    const handout = index.handouts[about.id];
    if (by === 'title') return [nameKey(handout?.title ?? '')];
    return groupsOfDay(handout?.givenOn, handout?.actionId, index, by);
  }
  if (about.of === 'loan') {
    const loan = index.loans[about.id];
    return groupsOfDay(loan?.lentOn, loan?.actionId, index, by);
  }
  if (about.of === 'actions')
    return by === 'kind'
      ? kindOfAll(about.ids, index)
      : about.ids.flatMap((id) => groupsOfAction(id, index, by));
  if (about.of === 'action') return groupsOfAction(about.id, index, by);
  if (about.of !== 'session') return [];
  const session = index.sessions[about.id];
  if (!session) return [];
  if (by === 'month')
    return [session.startsAt === null ? unnamed : localMonth(session.startsAt, index.timeZone)];
  if (by === 'town' || by === 'territory') {
    if (session.mode === 'online') return [online];
    // A town that belongs to no territory counts by itself.
    const territory = by === 'territory' ? session.territory : null;
    return [territory ?? session.town ?? unnamed];
  }
  return groupsOfAction(session.actionId, index, by);
}

/** Noted for all the meetings of these actions: of the kind that they all are, or of none. */
function kindOfAll(actionIds: readonly number[], { meetings }: Index): string[] {
  const served = Object.values(meetings).filter((meeting) =>
    meeting.actionIds.some((id) => actionIds.includes(id)),
  );
  const [kind = unnamed, ...others] = new Set(served.map((meeting) => meeting.kind));
  return [others.length ? unnamed : kind];
}

/** Of what has a day, and an action at most. */
function groupsOfDay(
  day: string | undefined,
  actionId: number | null | undefined,
  index: Index,
  by: Dimension,
): string[] {
  if (by === 'month') return [day?.slice(0, 7) ?? unnamed];
  return actionId == null ? [] : groupsOfAction(actionId, index, by);
}

function groupsOfAction(id: number, index: Index, by: Dimension): string[] {
  const action = index.actions[id];
  if (!action) return [];
  switch (by) {
    case 'type':
      return [action.type];
    case 'audience':
      return [action.audience];
    case 'network':
      return action.networks.length ? action.networks : [unnamed];
    case 'carrier':
      return action.carriers.length ? action.carriers : [unnamed];
    case 'action':
      return [String(id)];
    default:
      return [];
  }
}

/** The part of a figure that the filter leaves. */
export function filtered(figure: Figure, index: Index, filter: Filter): Figure {
  const passes = (about: About) =>
    dimensions.every((by) => {
      const wanted = filter[by];
      return !wanted?.length || groupsOf(about, index, by).some((group) => wanted.includes(group));
    });
  const lines = figure.lines.filter(({ about }) => passes(about));
  return {
    ...figure,
    lines,
    unknown: figure.unknown.filter(passes),
    value: total(lines, ({ value }) => value),
    whole: figure.whole === null ? null : total(lines, ({ whole = 0 }) => whole),
  };
}

const total = (lines: readonly Line[], of: (line: Line) => number) =>
  lines.reduce((sum, line) => sum + of(line), 0);

/** Null: nobody noted any of it, which is no nought. */
export type Row = { group: string; values: (number | null)[] };

/** One row a group, one value a figure, in the order of the groups' names; the unknown last. */
export function breakdown(figures: readonly Figure[], index: Index, by: Dimension): Row[] {
  const rows = new Map<string, Row['values']>();
  const each = (about: About, put: (values: Row['values']) => void) => {
    for (const group of new Set(groupsOf(about, index, by))) {
      const values = rows.get(group) ?? figures.map(() => 0);
      rows.set(group, values);
      put(values);
    }
  };
  for (const [column, { lines, unknown }] of figures.entries()) {
    for (const { about, value } of lines)
      each(about, (values) => {
        values[column] = (values[column] ?? 0) + value;
      });
    for (const about of unknown)
      each(about, (values) => {
        values[column] ||= null;
      });
  }
  const isUnknown = ({ group }: Row) => Number(group === unnamed);
  return [...rows]
    .map(([group, values]) => ({ group, values }))
    .sort((a, b) => isUnknown(a) - isUnknown(b) || a.group.localeCompare(b.group, 'fr'));
}
