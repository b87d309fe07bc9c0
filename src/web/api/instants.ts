/** Moments as a query gives them: a local day, or an instant (RFC 3339). */
import { day, startOfDay } from '../../lib/dates';

const dayShape = /^\d{4}-\d\d-\d\d$/;
const instantShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

const lastDay = '9999-12-31';

/** The instant, a day being its first one or, as an end, the one that follows it; null otherwise. */
export function readInstant(
  text: string,
  timeZone: string,
  edge: 'start' | 'end' = 'start',
): number | null {
  if (dayShape.test(text)) {
    const midnight = Date.parse(`${text}T00:00Z`);
    // 30 February would roll over into March.
    if (Number.isNaN(midnight) || isoDay(midnight) !== text) return null;
    if (edge === 'start') return startOfDay(text, timeZone);
    // The day after the last of four digits is written otherwise.
    return text === lastDay ? midnight + day : startOfDay(isoDay(midnight + day), timeZone);
  }
  // A plus that was not escaped in an address arrives as a space.
  const instant = text.replace(' ', '+');
  const at = instantShape.test(instant) ? Date.parse(instant) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

const isoDay = (at: number) => new Date(at).toISOString().slice(0, 10);

export const iso = (at: number) => new Date(at).toISOString();
