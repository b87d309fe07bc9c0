/**
 * What its holder may correct of a registration: the name, and what the session asks or what is known
 * beside. The address has a page of its own (it makes a new link), and so do the seats; the organisation
 * stays where the session limits the seats of each, since it decides who passes.
 */
import * as v from 'valibot';
import type { Asks, Session } from '../catalogue/schema';
import { askableFields } from '../catalogue/schema';
import type { Details } from './correct-details';
import { askedField, type FieldError, type FieldErrors, nameField } from './inputs';
import type { Registration } from './schema';

type OwnSession = Pick<Session, 'asks' | 'seatsPerOrganisation'>;

/** As the form asks for them: what must not be empty, and what may. */
export function correctable(
  { asks, seatsPerOrganisation }: OwnSession,
  registration: Registration,
): Asks {
  const fields: Asks = {};
  for (const field of askableFields) {
    const asked = asks[field] ?? (registration[field] ? 'optional' : undefined);
    if (asked && (field !== 'organisation' || seatsPerOrganisation === null)) fields[field] = asked;
  }
  return fields;
}

type Parsed = { ok: true; details: Details } | { ok: false; errors: FieldErrors };

/** Refuses what the form would have refused when registering. */
export function parseOwnDetails(
  session: OwnSession,
  registration: Registration,
  fields: Partial<Record<string, string>>,
): Parsed {
  const errors: FieldErrors = {};
  const read = (name: string, schema: v.GenericSchema<string, string>): string => {
    const result = v.safeParse(schema, fields[name] ?? '');
    if (result.success) return result.output;
    errors[name] = result.issues[0].message as FieldError;
    return '';
  };
  const details: Details = {
    ...registration,
    firstName: read('firstName', nameField),
    lastName: read('lastName', nameField),
  };
  const asks = correctable(session, registration);
  for (const field of askableFields) {
    const ask = asks[field];
    if (ask) details[field] = read(field, askedField(field, ask)) || null;
  }
  return Object.keys(errors).length ? { ok: false, errors } : { ok: true, details };
}
