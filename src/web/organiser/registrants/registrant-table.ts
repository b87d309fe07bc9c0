/** The list of registrants as rows of a spreadsheet: what the page shows, and the notes. */
import type { Registrant } from '../../../domain/registrations/list-registrants';
import type { Cell } from '../../../lib/csv';
import { toLocal } from '../../../lib/dates';
import type { Reader } from '../../context';

export function registrantTable(rows: readonly Registrant[], { t, timeZone }: Reader): Cell[][] {
  const text = t.registrants;
  const columns: [string, (r: Registrant) => Cell][] = [
    [text.csv.lastName, (r) => r.lastName],
    [text.csv.firstName, (r) => r.firstName],
    [text.csv.state, (r) => text.states[r.state]],
    [text.csv.seats, (r) => r.seats],
    [text.csv.email, (r) => r.email],
    [text.csv.phone, (r) => r.phone],
    [text.csv.profession, (r) => r.profession],
    [text.csv.organisation, (r) => r.organisation],
    [text.csv.town, (r) => r.town],
    [text.csv.companions, (r) => companionsOf(r).join(', ')],
    [text.csv.group, (r) => r.groupLabel],
    [text.csv.note, (r) => r.note],
    [text.csv.reason, (r) => r.overCapacityReason],
    [text.csv.at, (r) => toLocal(r.createdAt, timeZone).replace('T', ' ')],
  ];
  return [columns.map(([head]) => head), ...rows.map((r) => columns.map(([, cell]) => cell(r)))];
}

/** The column holds JSON: a list of names. */
export const companionsOf = (r: Pick<Registrant, 'companions'>): string[] =>
  JSON.parse(r.companions);
