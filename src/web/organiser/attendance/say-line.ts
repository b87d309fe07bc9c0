/** The sign-in sheet on paper and on the screen: which one it is, and whose a line is. */
import type { PrintedSheet, SheetLine } from '../../../domain/attendance/printed-sheets';
import type { Texts } from '../../../i18n';
import { sayDay, sayTime } from '../../../lib/dates';
import { typeset } from '../../../lib/text';
import type { Reader } from '../../context';
import { sayEntry } from './say-entry';

export function sayLine({ entry, person }: SheetLine, text: Texts['attendance']['sheet']): string {
  if (person === null || person === 0) return sayEntry(entry);
  return text.companion(entry.companions[person - 1] ?? null, entry.name);
}

/** « Feuille 2, imprimée le jeudi 12 mars 2026 à 14 h 05 » */
export const sayPrinted = (
  { number, printedAt }: PrintedSheet,
  { t, locale, timeZone }: Reader,
): string => {
  const day = sayDay(printedAt, locale, timeZone);
  return typeset(t.attendance.sheet.edition(number, day, sayTime(printedAt, locale, timeZone)));
};
