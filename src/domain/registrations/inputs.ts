/**
 * The public form, parsed for what its session asks. Errors are codes by field name, for the page to
 * say in the reader's language; everything that was typed is kept by the page itself.
 */
import * as v from 'valibot';
import type { Locale } from '../../lib/dates';
import { emailKey } from '../../lib/text';
import { type AskableField, askableFields, type Session } from '../catalogue/schema';
import type { RegisterInput, Registrant } from './party';

export type FieldError =
  | 'required'
  | 'email'
  | 'too_long'
  | 'not_a_number'
  | 'too_many_seats'
  | 'companions_needed'
  | 'consent'
  | 'leave_empty'
  | 'same_address_twice';

/** By the name of the form's field: `email`, `colleagueEmail2` … */
export type FieldErrors = Record<string, FieldError>;

/** Fields as they came: one text each; a repeated field is its last. */
export type FormFields = Record<string, string>;

/** Colleagues that one form can register beside the person who fills it. */
export const mostColleagues = 9;
const mostInGroup = 500;

export const line = (max = 120) =>
  v.pipe(
    v.string(),
    v.transform((text) =>
      text
        .replace(/[\p{Cc}\p{Cf}\u2028\u2029]+/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    ),
    v.maxLength(max, 'too_long'),
  );
export const required = (max?: number) => v.pipe(line(max), v.nonEmpty('required'));
export const paragraph = v.pipe(
  v.string(),
  v.transform((text) =>
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{Cc}\n]/gu, '')
      .trim(),
  ),
  v.maxLength(1000, 'too_long'),
);
/** A domain without a dot is a slip of the thumb: no mail would ever reach it. */
export const emailField = v.pipe(
  required(254),
  v.rfcEmail('email'),
  v.check((address) => /@[^@]+\.[^@.]+$/.test(address), 'email'),
);
export const nameField = required(80);
/** What is typed into a field that the session asks. */
export const askedField = (field: AskableField, ask: 'required' | 'optional') =>
  field === 'note' ? paragraph : ask === 'required' ? required() : line();
const whole = (max: number, code: FieldError) =>
  v.pipe(
    v.string(),
    v.trim(),
    v.transform((text) => (text === '' ? 0 : Number(text))),
    v.number('not_a_number'),
    v.integer('not_a_number'),
    v.minValue(0, 'not_a_number'),
    v.maxValue(max, code),
  );

/** What the form needs of its session. */
type FormSession = Pick<
  Session,
  'id' | 'asks' | 'acceptsGroups' | 'acceptsColleagues' | 'seatsPerRegistration'
>;

type Parsed = { ok: true; input: RegisterInput } | { ok: false; errors: FieldErrors };

/**
 * Parses the form of `/s/:code/inscriptions`. Refuses a field that the session requires, an address
 * that is none, too many seats, a filled honeypot (`website`), and a missing consent.
 */
export function parseRegistrationForm(
  session: FormSession,
  fields: FormFields,
  { locale, newKey }: { locale: Locale; newKey: () => string },
): Parsed {
  const errors: FieldErrors = {};
  const read = <S extends v.GenericSchema<string, unknown>>(
    name: string,
    schema: S,
  ): v.InferOutput<S> | undefined => {
    const result = v.safeParse(schema, fields[name] ?? '');
    if (result.success) return result.output;
    errors[name] = result.issues[0].message as FieldError;
    return undefined;
  };

  const asked: Partial<Record<AskableField, string | null>> = {};
  for (const field of askableFields) {
    const ask = session.asks[field];
    if (!ask) continue;
    asked[field] = read(field, askedField(field, ask)) || null;
  }
  const group = session.acceptsGroups ? readGroup(fields, read, errors) : undefined;
  const { seats, companions } = group
    ? { seats: group.children + group.adults, companions: [] }
    : readSeats(session, fields, read, errors);
  const lead: Registrant = {
    firstName: read('firstName', nameField) ?? '',
    lastName: read('lastName', nameField) ?? '',
    email: read('email', emailField) ?? null,
    locale,
    ...asked,
    seats,
    companions,
    ...(group && {
      group: { label: group.label, headcounts: { children: group.children, adults: group.adults } },
    }),
  };
  const colleagues =
    session.acceptsColleagues && !group ? readColleagues(fields, read, lead, locale) : [];
  if (!isTicked(fields.consent)) errors.consent = 'consent';
  if (fields.website) errors.website = 'leave_empty';
  const seen = new Set(lead.email ? [emailKey(lead.email)] : []);
  for (const { index, registrant } of colleagues) {
    const key = registrant.email ? emailKey(registrant.email) : '';
    if (key && seen.has(key)) errors[`colleagueEmail${index}`] = 'same_address_twice';
    seen.add(key);
  }
  if (Object.keys(errors).length) return { ok: false, errors };
  return {
    ok: true,
    input: {
      sessionId: session.id,
      registrants: [lead, ...colleagues.map((c) => c.registrant)],
      together: fields.together === 'yes',
      submissionKey: /^[\w-]{16,64}$/.test(fields.submissionKey ?? '')
        ? (fields.submissionKey ?? '')
        : newKey(),
    },
  };
}

type Read = <S extends v.GenericSchema<string, unknown>>(
  name: string,
  schema: S,
) => v.InferOutput<S> | undefined;

const isTicked = (value: string | undefined) => ['on', 'yes', 'true', '1'].includes(value ?? '');

/** A person, or a person with companions: a couple is two seats. */
function readSeats(session: FormSession, fields: FormFields, read: Read, errors: FieldErrors) {
  const most = session.seatsPerRegistration;
  const asked = fields.seats?.trim() ? read('seats', whole(most, 'too_many_seats')) : 1;
  if (asked === 0) errors.seats = 'not_a_number';
  const names = (read('companions', v.pipe(v.string(), v.maxLength(500, 'too_long'))) ?? '')
    .split(/[\n,;]+/)
    .map((name) => name.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').trim())
    .filter(Boolean);
  const seats = asked || 1;
  if (names.length > seats - 1) errors.companions = 'too_many_seats';
  return { seats, companions: names };
}

/** « grande section : 24 enfants, 2 adultes »; read only when a label or a number is given. */
function readGroup(fields: FormFields, read: Read, errors: FieldErrors) {
  const given = ['groupLabel', 'children', 'adults'].some((name) => fields[name]?.trim());
  if (!given) return undefined;
  const label = read('groupLabel', required()) ?? '';
  const children = read('children', whole(mostInGroup, 'too_many_seats')) ?? 0;
  const adults = read('adults', whole(mostInGroup, 'too_many_seats')) ?? 0;
  if (children + adults === 0) errors.children ??= 'required';
  return { label, children, adults: children + adults === 0 ? 1 : adults };
}

/** The rows in which something was typed; each colleague has an address of their own. */
function readColleagues(fields: FormFields, read: Read, lead: Registrant, locale: Locale) {
  const found: { index: number; registrant: Registrant }[] = [];
  for (let index = 1; index <= mostColleagues; index++) {
    const names = [
      `colleagueFirstName${index}`,
      `colleagueLastName${index}`,
      `colleagueEmail${index}`,
    ] as const;
    if (!names.some((name) => fields[name]?.trim())) continue;
    found.push({
      index,
      registrant: {
        firstName: read(names[0], nameField) ?? '',
        lastName: read(names[1], nameField) ?? '',
        email: read(names[2], emailField) ?? null,
        locale,
        profession: lead.profession ?? null,
        organisation: lead.organisation ?? null,
        town: lead.town ?? null,
        seats: 1,
      },
    });
  }
  return found;
}
