/** What an organiser types when registering someone, or deciding about a registration. */
import * as v from 'valibot';
import { emailField, nameField, paragraph } from './inputs';

const optional = (max: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(max),
    v.transform((text) => text || null),
  );

const number = (least: number) =>
  v.pipe(v.string(), v.trim(), v.toNumber(), v.integer(), v.minValue(least), v.maxValue(500));

/** What is noted of someone; an organiser may leave out what the session asks. */
const details = {
  firstName: nameField,
  lastName: nameField,
  phone: optional(40),
  profession: optional(120),
  organisation: optional(120),
  town: optional(120),
  note: v.pipe(
    v.optional(v.string(), ''),
    paragraph,
    v.transform((text) => text || null),
  ),
};
const seats = {
  seats: number(1),
  companions: v.pipe(
    v.optional(v.string(), ''),
    v.maxLength(500),
    v.transform((text) =>
      text
        .split(/[\n,;]+/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ),
};
/** The one who registers sits on one of the seats. */
const leavesSeat = ({ companions, seats }: { companions: string[]; seats: number }) =>
  companions.length < seats;

export const ByHandInput = v.pipe(
  v.object({
    ...details,
    ...seats,
    email: v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      emailField,
    ]),
    locale: v.optional(v.picklist(['fr', 'en']), 'fr'),
    reason: optional(300),
    waitlist: v.pipe(
      v.optional(v.string(), ''),
      v.transform((text) => text === '1'),
    ),
  }),
  v.forward(
    v.check((input) => leavesSeat(input)),
    ['companions'],
  ),
);

/** Corrected, of a person or of a group that is counted by heads. */
export const DetailsInput = {
  person: v.pipe(
    v.object({ ...details, ...seats, reason: optional(300) }),
    v.forward(
      v.check((input) => leavesSeat(input)),
      ['companions'],
    ),
  ),
  group: v.pipe(
    v.object({
      ...details,
      groupLabel: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(120)),
      children: number(0),
      adults: number(0),
      reason: optional(300),
    }),
    v.forward(
      v.check(({ children, adults }) => children + adults > 0),
      ['children'],
    ),
  ),
};

export const ReasonInput = v.object({ reason: optional(300) });
export const AddressInput = v.object({ email: emailField });
