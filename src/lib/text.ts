/** Text as people write it, made comparable. */

/** The same name whatever its case, accents, dashes and spaces: « RPE  Alès » and « rpe ales ». */
export function nameKey(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The same in whatever order the words stand: « Zoé Arnaud » and « ARNAUD Zoé ». */
export const nameWords = (name: string): string => nameKey(name).split(' ').sort().join(' ');

/** More words than this make a search no narrower in practice, and each is looked for in every key. */
const mostWords = 20;

/** The words that a search is for, each once. */
export const searchWords = (search: string): string[] =>
  [...new Set(nameKey(search).split(' '))].filter(Boolean).slice(0, mostWords);

const small = new Set('a au d de des du en et l la le les e s'.split(' '));

/** Without small words, plurals and feminine endings: « chargé·e de missions » is « charge mission ». */
export const nameShape = (name: string) =>
  nameKey(name)
    .split(' ')
    .filter((word) => !small.has(word))
    .map((word) => word.replace(/(?<=.{3})(e?s|e)$/, ''))
    .join(' ');

/** An address as it is compared: trimmed, lower case (RFC 5321 §2.3.11 leaves the local part to its host; in practice none tells case apart). */
export const emailKey = (email: string) => email.trim().toLowerCase();

/**
 * Text as French sets it, whoever typed it: spaces that must not break a line (inside « », before
 * ; : ! ?, and in « 10 h 30 ») are made so. It changes nothing in English.
 */
export const typeset = (text: string) =>
  text
    .replace(/« /g, '«\u00a0')
    .replace(/ (?=»|:(?!\S))/g, '\u00a0')
    .replace(/ (?=[;!?](?!\S))/g, '\u202f')
    .replace(/(\d) h\b(?: (?=\d\d\b))?/g, (hour, digit: string) =>
      hour.endsWith(' ') ? `${digit}\u00a0h\u00a0` : `${digit}\u00a0h`,
    );

/** The parts of a place in one line; « Salle du Capitole, Alès » already names the town. */
export function sayPlaceOnce(parts: readonly (string | null | undefined)[]): string {
  const said = parts.filter((part): part is string => Boolean(part));
  return said.filter((part, i) => !said.slice(0, i).some((one) => one.includes(part))).join(', ');
}
