/**
 * What an organiser, or a file that is imported, says of an action and of a session. Shapes only:
 * the rules that tie fields together are refusals (session-rules.ts).
 * Instants are UTC milliseconds; forms and files that hold local times go through `localInstant`.
 */
import * as v from 'valibot';
import { toInstant } from '../../lib/dates';
import { nameKey } from '../../lib/text';
import {
  actionTypes,
  askableFields,
  audiences,
  dateStates,
  modes,
  slotPrecisions,
  visibilities,
} from './schema';

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, 'too_long'));
const paragraph = (max: number) =>
  v.pipe(
    v.string(),
    v.transform((text) => text.replaceAll('\r\n', '\n')),
    v.trim(),
    v.maxLength(max, 'too_long'),
  );
const needed = (max: number) => v.pipe(line(max), v.nonEmpty('missing'));
const lineOrNone = (max: number) =>
  v.optional(
    v.nullable(
      v.pipe(
        line(max),
        v.transform((text) => text || null),
      ),
    ),
    null,
  );
/** A name that has a key: « – » alone is no name. */
const directoryName = v.pipe(
  needed(200),
  v.check((name) => nameKey(name) !== '', 'missing'),
);
const count = (least: number) =>
  v.pipe(
    v.number('not_a_number'),
    v.integer('not_a_number'),
    v.minValue(least, 'too_small'),
    v.maxValue(100_000, 'too_large'),
  );
const countOrNone = (least: number) => v.optional(v.nullable(count(least)), null);
const instant = v.pipe(v.number(), v.integer());
const names = v.optional(v.pipe(v.array(needed(200)), v.maxLength(50, 'too_many')), []);

/** A local time such as '2023-05-25T20:00' (a datetime-local field), as an instant. */
export const localInstant = (timeZone: string) =>
  v.pipe(
    v.string(),
    v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, 'not_a_time'),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      try {
        return toInstant(dataset.value, timeZone);
      } catch {
        addIssue({ message: 'not_a_time' });
        return NEVER;
      }
    }),
  );

export const ActionInput = v.object({
  title: needed(300),
  type: v.picklist(actionTypes, 'missing'),
  audience: v.picklist(audiences, 'missing'),
  target: v.optional(paragraph(1000), ''),
  summary: v.optional(paragraph(5000), ''),
  networks: names,
  topics: names,
  /** The planned part of the action's report. */
  context: v.optional(paragraph(10_000), ''),
  objectives: v.optional(paragraph(10_000), ''),
  coordination: v.optional(paragraph(10_000), ''),
  communication: v.optional(paragraph(10_000), ''),
  evaluation: v.optional(paragraph(10_000), ''),
  /** The carriers' names, the first one leading; found or made in the directory. */
  carriers: v.optional(v.pipe(v.array(directoryName), v.maxLength(20, 'too_many')), []),
});

export const VenueInput = v.object({
  name: directoryName,
  address: lineOrNone(300),
  town: lineOrNone(100),
  access: lineOrNone(1000),
});

/** Two weeks of half-days: what goes on longer is a cycle of sessions. */
export const mostSlots = 20;

export const SlotInput = v.object({
  /** Of the stored slot that it is; none for a new one. */
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  startsAt: instant,
  endsAt: instant,
  precision: v.optional(v.picklist(slotPrecisions), 'time'),
  /** A length that is known although the hours are not. */
  minutes: countOrNone(1),
});

const httpUrl = v.pipe(
  line(2000),
  v.check((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), 'not_an_address'),
);

const practical = v.partial(
  v.object({
    free: v.boolean(),
    price: line(100),
    babies: v.boolean(),
    wheelchair: v.boolean(),
    parking: line(300),
    bus: line(300),
    interpreter: line(300),
    signLanguage: v.boolean(),
    bring: line(500),
    contactName: line(100),
    contactPhone: line(40),
    contactEmail: v.pipe(line(254), v.email('not_an_address')),
  }),
);

export const SessionInput = v.object({
  /** Only where it differs from its action's. */
  title: lineOrNone(300),
  summary: v.optional(paragraph(5000), ''),
  dateState: v.picklist(dateStates, 'missing'),
  slots: v.optional(v.pipe(v.array(SlotInput), v.maxLength(mostSlots, 'too_many')), []),
  mode: v.optional(v.nullable(v.picklist(modes)), null),
  /** The other half of a hybrid session: both point to each other. */
  linkedSessionId: v.optional(v.nullable(v.pipe(v.number(), v.integer())), null),
  venue: v.optional(v.nullable(VenueInput), null),
  videoUrl: v.optional(v.nullable(httpUrl), null),
  /** None: open to all. */
  capacity: countOrNone(0),
  /** Equals capacity when not given. */
  maxCapacity: countOrNone(0),
  minSeats: countOrNone(1),
  /** None: the rule's 24. */
  offerHours: v.optional(v.nullable(v.pipe(count(1), v.maxValue(24, 'too_large'))), null),
  seatsPerOrganisation: countOrNone(1),
  seatsPerRegistration: v.optional(count(1), 1),
  acceptsColleagues: v.optional(v.boolean(), false),
  acceptsGroups: v.optional(v.boolean(), false),
  eligibility: v.optional(paragraph(1000), ''),
  checksEligibility: v.optional(v.boolean(), false),
  asks: v.optional(
    v.partial(
      v.object(v.entriesFromList(askableFields, v.picklist(['required', 'optional'] as const))),
    ),
    {},
  ),
  practical: v.optional(practical, {}),
  speakers: v.optional(
    v.pipe(
      v.array(v.object({ name: v.optional(line(100)), role: needed(200) })),
      v.maxLength(30, 'too_many'),
    ),
    [],
  ),
  registrationOpensAt: v.optional(v.nullable(instant), null),
  registrationClosesAt: v.optional(v.nullable(instant), null),
  visibility: v.optional(v.picklist(visibilities), 'public'),
  /** How many meetings it stands for in a year's count: a cycle noted as one is 7. */
  occurrences: v.optional(count(1), 1),
});

export type ActionInput = v.InferOutput<typeof ActionInput>;
export type VenueInput = v.InferOutput<typeof VenueInput>;
export type SlotInput = v.InferOutput<typeof SlotInput>;
export type SessionInput = v.InferOutput<typeof SessionInput>;
/** What a caller writes: fields that have a default may be left out. */
export type SessionDraft = v.InferInput<typeof SessionInput>;
export type ActionDraft = v.InferInput<typeof ActionInput>;
