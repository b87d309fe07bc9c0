/** Someone without a registration, as typed: a name is enough. */
import * as v from 'valibot';
import { emailField, line, required } from '../registrations/inputs';

export const walkInName = required(160);
/** '' for none: certificates are mailed to it, so what is typed must be an address. */
export const walkInEmail = v.union([v.pipe(line(254), v.literal('')), emailField]);
const optional = v.optional(line(120), '');

export const WalkInInput = v.object({
  name: walkInName,
  email: v.optional(walkInEmail, ''),
  profession: optional,
  organisation: optional,
});
