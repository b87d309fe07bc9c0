/** Who an entry of the list is, as it is said wherever the list is shown. */
import type { RollEntry } from '../../../domain/attendance/roll';
import { sayDay, sayTime } from '../../../lib/dates';
import { nameWords } from '../../../lib/text';
import type { Reader } from '../../context';

/** « Arnaud Zoé »; of a group, its name and who answers for it. */
export const sayEntry = ({ groupLabel, name }: Pick<RollEntry, 'groupLabel' | 'name'>): string =>
  groupLabel ? `${groupLabel} (${name})` : name;

/**
 * What tells apart those of one name (the same person twice, or two), by attendee: how their address
 * begins, else when they were registered.
 */
export function tellApart(
  entries: readonly RollEntry[],
  { t, locale, timeZone }: Pick<Reader, 't' | 'locale' | 'timeZone'>,
): Map<string, string> {
  const told = new Map<string, string>();
  for (const same of Map.groupBy(entries, ({ name }) => nameWords(name)).values()) {
    if (same.length < 2) continue;
    const starts = same.map(({ emailKey }) => emailKey?.split('@')[0]?.slice(0, 12) ?? '');
    for (const [i, { attendee, addedAt }] of same.entries()) {
      const start = starts[i];
      const isAlone = start && starts.filter((each) => each === start).length === 1;
      const day = sayDay(addedAt, locale, timeZone);
      const time = sayTime(addedAt, locale, timeZone);
      told.set(attendee, isAlone ? `${start}…` : t.attendance.addedAt(day, time));
    }
  }
  return told;
}
