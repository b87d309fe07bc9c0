/** What an organiser types when registering someone, or deciding about a registration. */
import * as v from 'valibot';
import { emailField, nameField } from './inputs';

const optional = (max: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.trim(),
    v.maxLength(max),
    v.transform((text) => text || null),
  );

export const ByHandInput = v.pipe(
  v.object({
    firstName: nameField,
    lastName: nameField,
    email: v.union([
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      emailField,
    ]),
    phone: optional(40),
    profession: optional(120),
    organisation: optional(120),
    seats: v.pipe(v.string(), v.trim(), v.toNumber(), v.integer(), v.minValue(1), v.maxValue(500)),
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
    locale: v.optional(v.picklist(['fr', 'en']), 'fr'),
    reason: optional(300),
    waitlist: v.pipe(
      v.optional(v.string(), ''),
      v.transform((text) => text === '1'),
    ),
  }),
  v.forward(
    v.check((input) => input.companions.length < input.seats),
    ['companions'],
  ),
);

export const ReasonInput = v.object({ reason: optional(300) });
export const AddressInput = v.object({ email: emailField });
