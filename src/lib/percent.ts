/**
 * Shares in whole percents. All and none are said of all and none alone: 199 of 200 are 99 %, and 1 of
 * 500 is less than one.
 */

export function percentOf(part: number, whole: number): number {
  const percent = Math.round((100 * part) / whole);
  if (part > 0 && percent === 0) return 1;
  return part < whole && percent === 100 ? 99 : percent;
}

const signs = { fr: '\u00a0%', en: '%' };
const lessThan = { fr: 'moins de ', en: 'less than ' };

/** « 96 % », « moins de 1 % » */
export function sayPercent(part: number, whole: number, locale: 'fr' | 'en'): string {
  const isLess = part > 0 && 200 * part < whole;
  return `${isLess ? lessThan[locale] : ''}${percentOf(part, whole)}${signs[locale]}`;
}
