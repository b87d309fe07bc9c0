/**
 * A session as it was typed, read: shapes first, then the rules that tie its fields together. What is
 * wrong is said at the field that one would change.
 */
import * as v from 'valibot';
import { localInstant, SessionInput, type SlotInput } from '../../../domain/catalogue/inputs';
import { longestSession } from '../../../domain/catalogue/list-sessions';
import { askableFields, slotPrecisions, type Venue } from '../../../domain/catalogue/schema';
import { type SessionRefusal, sessionRefusal } from '../../../domain/catalogue/session-rules';
import type { Texts } from '../../../i18n';
import { isOurTime, toLocal } from '../../../lib/dates';
import type { FieldErrors } from '../../ui/fields';
import {
  boxes,
  counts,
  practicalTexts,
  type SessionForm,
  type SlotRow,
  statements,
  typedSlot,
} from './session-form';

export type ReadSession = { ok: true; input: SessionInput } | { ok: false; errors: FieldErrors };

type Reading = { timeZone: string; t: Texts; knownVenue: Venue | null };

/** @param knownVenue the directory's entry of the venue's name: its address is the directory's */
export function readSession(form: SessionForm, { timeZone, t, knownVenue }: Reading): ReadSession {
  const { problems, refusals } = t.sessions;
  const errors: FieldErrors = {};
  const slots = form.dateState === 'set' ? readSlots(form.slots, timeZone, problems, errors) : [];
  const opening = readInstant(form.registrationOpensAt, timeZone);
  const closing = readInstant(form.registrationClosesAt, timeZone);
  if (opening === undefined) errors.registrationOpensAt = problems.instant;
  if (closing === undefined) errors.registrationClosesAt = problems.instant;
  const parsed = v.safeParse(SessionInput, {
    ...draft(form),
    slots: slots.map(({ slot }) => slot),
    registrationOpensAt: opening ?? null,
    registrationClosesAt: closing ?? null,
  });
  if (!parsed.success)
    for (const issue of parsed.issues) {
      const field = fieldOf(issue, form);
      errors[field] ??= problems.fields[nameOf(field)] ?? problems.other;
    }
  const elsewhere = knownVenue && otherAddress(form, knownVenue);
  if (elsewhere) errors[elsewhere] ??= problems.knownVenue;
  if (!parsed.success || Object.keys(errors).length) return { ok: false, errors };
  const refusal = sessionRefusal(parsed.output);
  if (refusal) return { ok: false, errors: { [fieldToBlame(refusal, slots)]: refusals[refusal] } };
  return { ok: true, input: parsed.output };
}

/** What is no number in figures is left for SessionInput to refuse. */
const number = (text: string) => {
  const typed = text.trim();
  if (typed === '') return null;
  return /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
};

function draft(form: SessionForm): Record<string, unknown> {
  const stated = statements
    .filter((name) => form[name])
    .map((name) => [name, form[name] === 'yes']);
  const said = practicalTexts.filter((name) => form[name].trim()).map((name) => [name, form[name]]);
  const asked = askableFields.filter((name) => form[name]).map((name) => [name, form[name]]);
  const venue = {
    name: form.venueName,
    address: form.venueAddress,
    town: form.venueTown,
    access: form.venueAccess,
  };
  return {
    title: form.title,
    summary: form.summary,
    dateState: form.dateState,
    mode: form.mode || null,
    linkedSessionId: number(form.linkedSessionId),
    venue: Object.values(venue).some((text) => text.trim()) ? venue : null,
    videoUrl: form.videoUrl.trim() || null,
    ...Object.fromEntries(counts.map((name) => [name, number(form[name])])),
    ...Object.fromEntries(boxes.map((name) => [name, form[name] !== ''])),
    eligibility: form.eligibility,
    asks: Object.fromEntries(asked),
    practical: Object.fromEntries([...stated, ...said]),
    speakers: speakersOf(form).map(({ name, role }) => ({ ...(name && { name }), role })),
    visibility: form.visibility,
    occurrences: number(form.occurrences) ?? 1,
  };
}

const speakersOf = (form: SessionForm) => form.speakers.filter(({ name, role }) => name || role);

type Numbered = { slot: SlotInput; row: number };

/** In order of time, whatever the order of the rows; empty rows are left out. */
function readSlots(
  rows: readonly SlotRow[],
  timeZone: string,
  problems: Texts['sessions']['problems'],
  errors: FieldErrors,
): Numbered[] {
  const read = rows.flatMap((typed, row): Numbered[] => {
    if (!typed.date && !typed.from && !typed.to) return [];
    const stored = storedSlot(typed);
    if (stored && isUnchanged(typed, stored, timeZone)) return [{ slot: stored, row }];
    const startsAt = readInstant(`${typed.date}T${typed.from}`, timeZone);
    const endsAt = readEnd(typed, timeZone);
    if (!/^\d{4}-\d\d-\d\d$/.test(typed.date)) errors[`slotDate-${row}`] = problems.slotDate;
    else if (!isOurTime(typed.date)) errors[`slotDate-${row}`] = problems.year;
    else if (isSkipped(startsAt, typed.from, timeZone))
      errors[`slotFrom-${row}`] = problems.skipped;
    else if (isSkipped(endsAt, typed.to, timeZone)) errors[`slotTo-${row}`] = problems.skipped;
    else if (startsAt == null) errors[`slotFrom-${row}`] = problems.slotTime;
    else if (endsAt == null) errors[`slotTo-${row}`] = problems.slotTime;
    else if (endsAt <= startsAt) errors[`slotTo-${row}`] = problems.slotOrder;
    else {
      const slot = { startsAt, endsAt, precision: 'time', minutes: null } as const;
      return [{ slot: { ...slot, ...(stored && { number: stored.number }) }, row }];
    }
    return [];
  });
  const sorted = read.sort((a, b) => a.slot.startsAt - b.slot.startsAt);
  const [first, last] = [sorted.at(0), sorted.at(-1)];
  if (first && last && last.slot.endsAt - first.slot.startsAt > longestSession)
    errors[`slotDate-${last.row}`] ??= problems.tooLong;
  return sorted;
}

/** The slot that the row showed, as it was stored; null for a row that was blank. */
export function storedSlot(row: SlotRow) {
  const [startsAt, endsAt, precision, minutes, number] = row.stored.split(' ');
  const slot = v.safeParse(Stored, { startsAt, endsAt, precision, minutes, number });
  return slot.success ? slot.output : null;
}

/** A row left as it was keeps its slot exactly: a year noted by half-days, an hour that comes twice. */
function isUnchanged(row: SlotRow, slot: SlotInput, timeZone: string): boolean {
  const shown = typedSlot(slot, timeZone);
  return shown.date === row.date && shown.from === row.from && shown.to === row.to;
}

const whole = v.pipe(v.string(), v.regex(/^-?\d{1,15}$/), v.transform(Number));
const Stored = v.object({
  number: whole,
  startsAt: whole,
  endsAt: whole,
  precision: v.picklist(slotPrecisions),
  minutes: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => (text ? Number(text) : null)),
      v.nullable(v.number()),
    ),
    '',
  ),
});

/** null: nothing typed; undefined: no date and time. */
function readInstant(local: string, timeZone: string): number | null | undefined {
  if (local.trim() === '') return null;
  // Browsers send seconds where a value has them.
  const read = v.safeParse(localInstant(timeZone), local.trim().slice(0, 16));
  return read.success ? read.output : undefined;
}

/** An hour that the clock jumps over in spring: what was typed is not what would be stored. */
export const isSkipped = (at: number | null | undefined, time: string, timeZone: string) =>
  at != null && toLocal(at, timeZone).slice(11) !== time.slice(0, 5);

/** « 0 h » ends the day: an evening lasts until midnight. */
export function readEnd(
  { date, to }: Pick<SlotRow, 'date' | 'to'>,
  timeZone: string,
): number | null | undefined {
  if (!to.startsWith('00:00')) return readInstant(`${date}T${to}`, timeZone);
  const next = new Date(`${date}T12:00Z`);
  if (Number.isNaN(next.getTime())) return undefined;
  next.setUTCDate(next.getUTCDate() + 1);
  return readInstant(`${next.toISOString().slice(0, 10)}T00:00`, timeZone);
}

/** The id of the field that an issue of SessionInput is about. */
function fieldOf(issue: v.BaseIssue<unknown>, form: SessionForm): string {
  const [first, second] = (issue.path ?? []).map((item) => String(item.key));
  if (first === 'venue')
    return second ? `venue${second.charAt(0).toUpperCase()}${second.slice(1)}` : 'venueName';
  if (first === 'practical' || first === 'asks') return second ?? first;
  if (first === 'slots') return 'slotDate-0';
  if (first === 'speakers') {
    const row = speakersOf(form)[Number(second)];
    return `speakerRole-${row ? form.speakers.indexOf(row) : 0}`;
  }
  return first ?? 'form';
}

const nameOf = (field: string) =>
  field.replace(/-\d+$/, '') as keyof Texts['sessions']['problems']['fields'];

/** An address typed for a venue that has another one in the directory. */
function otherAddress(form: SessionForm, known: Venue): string | null {
  const differs = (typed: string, stored: string | null) =>
    typed.trim() !== '' && stored !== null && typed.trim() !== stored;
  if (differs(form.venueAddress, known.address)) return 'venueAddress';
  if (differs(form.venueTown, known.town)) return 'venueTown';
  const access = form.venueAccess.replaceAll('\r\n', '\n');
  return differs(access, known.access) ? 'venueAccess' : null;
}

/** Where one would change what a rule of several fields refuses. */
function fieldToBlame(refusal: SessionRefusal, slots: readonly Numbered[]): string {
  if (refusal === 'slots_overlap') {
    const late = slots.find(
      ({ slot }, index) => slot.startsAt < (slots[index - 1]?.slot.endsAt ?? -Infinity),
    );
    return `slotFrom-${late?.row ?? 0}`;
  }
  return blamed[refusal];
}

const blamed = {
  no_slots: 'slotDate-0',
  slots_without_date: 'dateState',
  slot_ends_before_start: 'slotTo-0',
  max_without_capacity: 'capacity',
  max_below_capacity: 'maxCapacity',
  min_above_capacity: 'minSeats',
  party_above_capacity: 'seatsPerRegistration',
  closes_before_opening: 'registrationClosesAt',
} satisfies Record<Exclude<SessionRefusal, 'slots_overlap'>, string>;
