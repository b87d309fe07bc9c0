/** « Créer une séance à partir de celle-ci »: new dates, once or in a rhythm, and nothing else to type. */
import * as v from 'valibot';
import type { SessionView } from '../../../domain/catalogue/find-session';
import { localInstant, type SlotInput } from '../../../domain/catalogue/inputs';
import { repeatDates, rhythms, slotsFrom } from '../../../domain/catalogue/repeat-dates';
import type { Texts } from '../../../i18n';
import { isDay, isOurTime } from '../../../lib/dates';
import type { FieldErrors } from '../../ui/fields';
import type { Values } from '../form';
import { isSkipped, readEnd } from './read-session';
import { typedSlot } from './session-form';

export const copyFields = ['date', 'from', 'to', 'undated', 'every', 'times'] as const;
export type CopyForm = Record<(typeof copyFields)[number], string>;

export const mostCopies = 12;

export const typedCopy = (values: Values): CopyForm => {
  const value = (name: (typeof copyFields)[number]) => values[name]?.trim() ?? '';
  return {
    date: value('date'),
    from: value('from'),
    to: value('to'),
    undated: value('undated'),
    every: value('every') || 'once',
    times: value('times'),
  };
};

/** The hours of the session, where they are known. */
export function blankCopy({ slots }: SessionView, timeZone: string): CopyForm {
  const [first] = slots;
  const hours = first?.precision === 'time' ? typedSlot(first, timeZone) : { from: '', to: '' };
  return typedCopy({ from: hours.from, to: hours.to });
}

/** The slots of each session to create; one without any has its date to be determined. */
export type ReadCopy = { ok: true; sessions: SlotInput[][] } | { ok: false; errors: FieldErrors };

export function readCopy(
  form: CopyForm,
  { slots }: SessionView,
  { timeZone, t }: { timeZone: string; t: Texts },
): ReadCopy {
  if (form.undated) return { ok: true, sessions: [[]] };
  const { problems } = t.sessions.copying;
  const errors: FieldErrors = {};
  if (!isDay(form.date)) errors.date = problems.date;
  else if (!isOurTime(form.date)) errors.date = t.sessions.problems.year;
  const rhythm = rhythms.find((one) => one === form.every);
  if (!rhythm) errors.every = problems.every;
  const times = rhythm === 'once' ? 1 : Number(form.times);
  if (!Number.isInteger(times) || times < 1 || times > mostCopies) errors.times = problems.times;
  for (const name of ['from', 'to'] as const)
    if (instant('2026-01-01', form[name], timeZone) === null) errors[name] = problems.time;
  // « 0 h » ends the day: an evening lasts until midnight.
  const endsAtMidnight = form.to.startsWith('00:00');
  if (!errors.to && !endsAtMidnight && form.to <= form.from) errors.to ??= problems.order;
  if (!rhythm || Object.keys(errors).length) return { ok: false, errors };
  const sessions = repeatDates(form.date, rhythm, times).map((date) =>
    slotsOn(date, form, slots, timeZone),
  );
  const isWrong = sessions.some(([first]) => isSkipped(first?.startsAt, form.from, timeZone));
  if (isWrong) return { ok: false, errors: { from: t.sessions.problems.skipped } };
  const overlaps = sessions.some(
    ([first, second]) => first && second && first.endsAt > second.startsAt,
  );
  return overlaps ? { ok: false, errors: { to: problems.overlap } } : { ok: true, sessions };
}

function slotsOn(
  date: string,
  form: CopyForm,
  slots: readonly SlotInput[],
  timeZone: string,
): SlotInput[] {
  const first: SlotInput = {
    startsAt: instant(date, form.from, timeZone) ?? 0,
    endsAt: readEnd({ date, to: form.to }, timeZone) ?? 0,
    precision: 'time',
    minutes: null,
  };
  const further = slotsFrom(slots, date, timeZone).slice(1);
  return [first, ...further];
}

function instant(date: string, time: string, timeZone: string): number | null {
  const read = v.safeParse(localInstant(timeZone), `${date}T${time}`);
  return read.success ? read.output : null;
}
