/** A headcount as typed: lines of a category and a number; empty lines are left out. */
import type { HeadcountInput } from '../../../domain/attendance/headcount';
import { headcountKinds, headcountSources } from '../../../domain/attendance/schema';
import type { Texts } from '../../../i18n';
import { isDay, startOfDay } from '../../../lib/dates';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';

/** The lines of the form, from 1. */
export const headcountRows = [1, 2, 3, 4, 5, 6] as const;

export const readKind = (text: string | undefined) =>
  headcountKinds.find((kind) => kind === text) ?? 'present';

export function readHeadcount(
  values: Values,
  { timeZone, problems }: { timeZone: string; problems: Texts['attendance']['problems'] },
): { ok: true; input: HeadcountInput } | { ok: false; errors: FieldErrors } {
  const errors: FieldErrors = {};
  const counts = headcountRows.flatMap((n) => {
    const category = (values[`category${n}`] ?? '').replace(/\s+/g, ' ').trim();
    const typed = (values[`count${n}`] ?? '').replace(/\s/g, '');
    if (typed === '') {
      if (category) errors[`count${n}`] = problems.count;
      return [];
    }
    if (!/^\d{1,5}$/.test(typed)) errors[`count${n}`] = problems.count;
    if (category.length > 60) errors[`category${n}`] = problems.tooLong;
    return [{ category, count: Number(typed) }];
  });
  // Two lines of which one has no name can't be told apart.
  const nameless = counts.findIndex(({ category }) => category === '');
  if (counts.length > 1 && nameless >= 0) errors[`category${nameless + 1}`] ??= problems.category;
  const day = values.countedOn ?? '';
  if (!isDay(day)) errors.countedOn = problems.day;
  if (Object.keys(errors).length) return { ok: false, errors };
  return {
    ok: true,
    input: {
      kind: readKind(values.kind),
      source: headcountSources.find((source) => source === values.source) ?? 'door',
      countedAt: startOfDay(day, timeZone),
      counts,
    },
  };
}
