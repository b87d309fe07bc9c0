/** Someone without a registration, as typed: a name is enough. */
import * as v from 'valibot';

const line = v.pipe(
  v.optional(v.string(), ''),
  v.transform((text) =>
    text
      .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  ),
  v.maxLength(160),
);

export const walkInName = v.pipe(line, v.nonEmpty());
export const walkInEmail = v.union([
  v.pipe(line, v.literal('')),
  v.pipe(line, v.maxLength(254), v.rfcEmail()),
]);

export const WalkInForm = v.object({
  name: walkInName,
  email: walkInEmail,
  profession: line,
  organisation: line,
});
