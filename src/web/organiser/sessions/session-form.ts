/**
 * The form of a session: what was typed and what is stored, as texts, so that a form that comes back
 * shows exactly what was typed. read-session.ts makes a SessionInput of it.
 */
import type { SessionView } from '../../../domain/catalogue/find-session';
import { askableFields, type Practical, type Session } from '../../../domain/catalogue/schema';
import { toLocal } from '../../../lib/dates';
import { changedMeanwhile, marksOf } from '../form-seen';

/** Stated, denied, or not said at all. */
export const statements = ['free', 'babies', 'wheelchair', 'signLanguage'] as const;
export const practicalTexts = [
  'price',
  'parking',
  'bus',
  'interpreter',
  'bring',
  'contactName',
  'contactPhone',
  'contactEmail',
] as const;
export const counts = [
  'capacity',
  'maxCapacity',
  'minSeats',
  'seatsPerRegistration',
  'seatsPerOrganisation',
  'offerHours',
] as const;
export const boxes = ['acceptsColleagues', 'acceptsGroups', 'checksEligibility'] as const;

const lines = [
  'title',
  'summary',
  'dateState',
  'mode',
  'linkedSessionId',
  'venueName',
  'venueAddress',
  'venueTown',
  'venueAccess',
  'videoUrl',
  ...counts,
  ...boxes,
  'eligibility',
  ...askableFields,
  ...statements,
  ...practicalTexts,
  'registrationOpensAt',
  'registrationClosesAt',
  'visibility',
  'occurrences',
] as const;
export type LineName = (typeof lines)[number];

/** stored: the slot as it is in the database, where the row shows one (read-session.ts). */
export type SlotRow = { date: string; from: string; to: string; stored: string };
export type SpeakerRow = { name: string; role: string };

export type SessionForm = Record<LineName, string> & {
  slots: SlotRow[];
  speakers: SpeakerRow[];
  version: number;
  /** What the form showed when it was opened. */
  seen: string;
};

export type Typed = Partial<Record<string, string[]>>;

export function typedSession(body: Typed): SessionForm {
  const at = (name: string, row: number) => body[name]?.[row]?.trim() ?? '';
  const rows = (name: string) => (body[name] ?? []).map((_, row) => row);
  return {
    ...ofLines((name) => body[name]?.at(-1) ?? ''),
    slots: rows('slotDate').map((row) => ({
      date: at('slotDate', row),
      from: at('slotFrom', row),
      to: at('slotTo', row),
      stored: at('slotStored', row),
    })),
    speakers: rows('speakerRole').map((row) => ({
      name: at('speakerName', row),
      role: at('speakerRole', row),
    })),
    version: Number.parseInt(body.version?.at(-1) ?? '', 10) || 0,
    seen: body.seen?.at(-1) ?? '',
  };
}

/** A new session: what most of them are. */
export const blankSession = (): SessionForm => ({
  ...ofLines(() => ''),
  dateState: 'set',
  mode: 'in_person',
  visibility: 'public',
  seatsPerRegistration: '1',
  occurrences: '1',
  phone: 'optional',
  profession: 'optional',
  organisation: 'optional',
  slots: [],
  speakers: [],
  version: 0,
  seen: '',
});

export function storedSession(view: SessionView, timeZone: string): SessionForm {
  const { session, venue, slots } = view;
  const practical: Partial<Record<string, boolean | string>> = session.practical;
  const texts: Partial<Record<LineName, string | number | null>> = {
    ...pick(session, ['title', 'summary', 'dateState', 'mode', 'linkedSessionId', 'videoUrl']),
    ...pick(session, [...counts, 'eligibility', 'visibility', 'occurrences']),
    // The maximum equals the capacity unless it was given.
    maxCapacity: session.maxCapacity === session.capacity ? null : session.maxCapacity,
    venueName: venue?.name ?? '',
    venueAddress: venue?.address ?? '',
    venueTown: venue?.town ?? '',
    venueAccess: venue?.access ?? '',
    registrationOpensAt: local(session.registrationOpensAt, timeZone),
    registrationClosesAt: local(session.registrationClosesAt, timeZone),
  };
  const form = {
    ...ofLines((name) => String(texts[name] ?? '')),
    ...Object.fromEntries(boxes.map((name) => [name, session[name] ? '1' : ''])),
    ...Object.fromEntries(askableFields.map((name) => [name, session.asks[name] ?? ''])),
    ...Object.fromEntries(statements.map((name) => [name, sayStatement(practical[name])])),
    ...Object.fromEntries(practicalTexts.map((name) => [name, session.practical[name] ?? ''])),
    slots: slots.map((slot) => slotRow(slot, timeZone)),
    speakers: session.speakers.map(({ name = '', role }) => ({ name, role })),
    version: session.version,
    seen: '',
  };
  return { ...form, seen: marksOf(textsOf(form)) };
}

type StoredSlot = SessionView['slots'][number];

export const slotRow = (
  slot: Pick<StoredSlot, 'number' | 'startsAt' | 'endsAt' | 'precision' | 'minutes'>,
  timeZone: string,
): SlotRow => ({
  ...typedSlot(slot, timeZone),
  stored: [slot.startsAt, slot.endsAt, slot.precision, slot.minutes ?? '', slot.number].join(' '),
});

/** A slot as its row shows it; midnight is the end of the day that it began on. */
export const typedSlot = (
  { startsAt, endsAt }: { startsAt: number; endsAt: number },
  timeZone: string,
) => ({
  date: toLocal(startsAt, timeZone).slice(0, 10),
  from: toLocal(startsAt, timeZone).slice(11),
  to: toLocal(endsAt, timeZone).slice(11),
});

/** Every field with its value, for a page that carries the form along unseen. */
export const carried = ({
  slots,
  speakers,
  version,
  ...texts
}: SessionForm): [string, string][] => [
  ...Object.entries(texts),
  ...slots.flatMap(({ date, from, to, stored }): [string, string][] => [
    ['slotDate', date],
    ['slotFrom', from],
    ['slotTo', to],
    ['slotStored', stored],
  ]),
  ...speakers.flatMap(({ name, role }): [string, string][] => [
    ['speakerName', name],
    ['speakerRole', role],
  ]),
  ['version', String(version)],
];

const fields = [...lines, 'slots', 'speakers'] as const;

const rowsOf = {
  slots: ({ slots }: SessionForm) => slots.map(({ date, from, to }) => `${date} ${from} ${to}`),
  speakers: ({ speakers }: SessionForm) => speakers.map(({ name, role }) => `${name} ${role}`),
};

const textsOf = (form: SessionForm) =>
  fields.map((name) =>
    name === 'slots' || name === 'speakers'
      ? rowsOf[name](form).map(plain).filter(Boolean).join('\n')
      : plain(form[name]),
  );

const plain = (text: string) => text.replaceAll('\r\n', '\n').trim();

/** The lines that somebody else saved otherwise than they were typed; 'slots' and 'speakers' for their rows. */
export function differing(typed: SessionForm, stored: SessionForm) {
  const isChanged = changedMeanwhile(textsOf(typed), textsOf(stored), typed.seen);
  return fields.filter((_, at) => isChanged(at));
}

const ofLines = (value: (name: LineName) => string) =>
  Object.fromEntries(lines.map((name) => [name, value(name)])) as Record<LineName, string>;

const pick = <K extends keyof Session>(session: Session, names: readonly K[]) =>
  Object.fromEntries(names.map((name) => [name, session[name]])) as Pick<Session, K>;

const local = (at: number | null, timeZone: string) => (at === null ? '' : toLocal(at, timeZone));

const sayStatement = (value: Practical['free'] | string) =>
  value === undefined ? '' : value ? 'yes' : 'no';
