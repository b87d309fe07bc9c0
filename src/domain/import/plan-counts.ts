/**
 * Who came, as a year's file counts it: people present, participations over a cycle, or beneficiaries
 * (people, however often they came). A breakdown without any of the three says who and not what:
 * it is kept as it stands, in no total.
 */
import type { HeadcountInput } from '../attendance/headcount';
import type { FileSession } from './year-file';

export type PlannedCounts = {
  headcounts: Pick<HeadcountInput, 'kind' | 'counts'>[];
  /** The length of the whole session where its slots tell no hours. */
  minutesHeld: number | null;
};

export type CountFault = 'breakdown_exceeds';

export function countsOf(session: FileSession): PlannedCounts | CountFault {
  const { attended, participations, beneficiaries } = session;
  const parts = Object.entries(session.breakdown).map(([category, count]) => ({ category, count }));
  // The breakdown details one of the figures: that of people, in the order in which they are sure.
  const detailed =
    attended !== null
      ? 'present'
      : beneficiaries !== null
        ? 'beneficiaries'
        : participations !== null
          ? 'participations'
          : 'unspecified';
  const figures = { present: attended, participations, beneficiaries } as const;
  const headcounts: PlannedCounts['headcounts'] = [];
  for (const kind of ['present', 'participations', 'beneficiaries'] as const) {
    const total = figures[kind];
    if (total === null) continue;
    const details = kind === detailed ? parts : [];
    const rest = total - details.reduce((sum, { count }) => sum + count, 0);
    if (rest < 0) return 'breakdown_exceeds';
    const others = rest > 0 || details.length === 0 ? [{ category: '', count: rest }] : [];
    headcounts.push({ kind, counts: [...details, ...others] });
  }
  if (detailed === 'unspecified' && parts.length)
    headcounts.push({ kind: 'unspecified', counts: parts });
  return { headcounts, minutesHeld: minutesHeld(session) };
}

/** « 45 h » over seven mornings, or 17 workshops of 120 minutes. */
function minutesHeld({ hours, duration_minutes, cycle_of }: FileSession): number | null {
  if (hours !== null) return Math.round(hours * 60);
  return duration_minutes === null ? null : duration_minutes * (cycle_of ?? 1);
}
