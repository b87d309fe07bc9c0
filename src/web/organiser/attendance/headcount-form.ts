/** A headcount as typed: lines of a category and a number; empty lines are left out. */
import type { HeadcountInput } from '../../../domain/attendance/headcount';
import { headcountKinds, headcountSources } from '../../../domain/attendance/schema';
import type { Texts } from '../../../i18n';
import { isDay, isOurTime, localDay, startOfDay } from '../../../lib/dates';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';

/** The lines of the form, from 1: those that are kept, and some blank ones; those sent, where it comes back. */
export function headcountRows(kept: number, values: Values = {}): number[] {
  const sent = rowsOf(values);
  return sent.length ? sent : Array.from({ length: Math.max(6, kept + 3) }, (_, i) => i + 1);
}

const rowsOf = (values: Values): number[] =>
  Object.keys(values)
    .flatMap((name) => /^count(\d{1,3})$/.exec(name)?.slice(1).map(Number) ?? [])
    .sort((a, b) => a - b);

export const readKind = (text: string | undefined) =>
  headcountKinds.find((kind) => kind === text) ?? 'present';

export function readHeadcount(
  values: Values,
  {
    timeZone,
    now,
    problems,
  }: { timeZone: string; now: number; problems: Texts['attendance']['problems'] },
): { ok: true; input: HeadcountInput } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const counts = rowsOf(values).flatMap((n) => {
    const category = (values[`category${n}`] ?? '').replace(/\s+/g, ' ').trim();
    const typed = (values[`count${n}`] ?? '').replace(/\s/g, '');
    if (typed === '') {
      if (category) errors[`count${n}`] = problems.count;
      return [];
    }
    if (!/^\d{1,5}$/.test(typed)) errors[`count${n}`] = problems.count;
    if (category.length > 60) errors[`category${n}`] = problems.tooLong;
    return [{ n, category, count: Number(typed) }];
  });
  // Two lines of which one has no name can't be told apart.
  const nameless = counts.find(({ category }) => category === '');
  if (counts.length > 1 && nameless) errors[`category${nameless.n}`] ??= problems.category;
  const day = values.countedOn ?? '';
  if (!isDay(day) || !isOurTime(day)) errors.countedOn = problems.day;
  else if (day > localDay(now, timeZone)) errors.countedOn = problems.dayToCome;
  if (Object.keys(errors).length) return { ok: false, errors };
  return {
    ok: true,
    input: {
      kind: readKind(values.kind),
      source: headcountSources.find((source) => source === values.source) ?? 'door',
      countedAt: startOfDay(day, timeZone),
      counts: counts.map(({ category, count }) => ({ category, count })),
    },
  };
}
