/** The form that corrects someone: as it is stored, and as it was typed. */

import { DetailsInput } from '../../../domain/registrations/by-hand-inputs';
import type { Details } from '../../../domain/registrations/correct-details';
import type { Registration } from '../../../domain/registrations/schema';
import type { FieldErrors } from '../../ui/fields';
import { readInput, type Values } from '../form';

export const storedValues = (r: Registration): Values => ({
  firstName: r.firstName,
  lastName: r.lastName,
  phone: r.phone ?? '',
  profession: r.profession ?? '',
  organisation: r.organisation ?? '',
  town: r.town ?? '',
  note: r.note ?? '',
  seats: String(r.seats),
  companions: r.companions.join('\n'),
  groupLabel: r.groupLabel ?? '',
  children: String(r.headcounts.children ?? 0),
  adults: String(r.headcounts.adults ?? 0),
});

type Read =
  | { ok: true; details: Details; reason: string | null }
  | { ok: false; errors: FieldErrors };

/** A field that the form did not show stays as it is. */
export function readDetails(
  registration: Registration,
  typed: Values,
  problems: Partial<Record<string, string>>,
): Read {
  const values = { ...storedValues(registration), ...typed };
  const { groupLabel, headcounts } = registration;
  if (registration.kind === 'group') {
    const read = readInput(DetailsInput.group, values, problems);
    if (!read.ok) return read;
    const { children, adults, reason, ...details } = read.input;
    const counted = { headcounts: { children, adults }, seats: children + adults };
    return {
      ok: true,
      details: { ...details, ...counted, companions: registration.companions },
      reason,
    };
  }
  const read = readInput(DetailsInput.person, values, problems);
  if (!read.ok) return read;
  const { reason, ...details } = read.input;
  return { ok: true, details: { ...details, groupLabel, headcounts }, reason };
}

/** A detail as a line of the page; a headcount is its numbers. */
export const sayDetail = (value: Details[keyof Details]): string =>
  value === null ? '' : typeof value === 'object' ? Object.values(value).join(', ') : String(value);
