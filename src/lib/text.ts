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

/** Of how many of them other spellings are looked for too: D1 takes a hundred parameters. */
const mostSpelled = 10;

/** The words that a search is for, each once; and each as a key may spell it. */
export const searchWords = (search: string): string[][] =>
  [...new Set(nameKey(search).split(' '))]
    .filter(Boolean)
    .slice(0, mostWords)
    .map((word, i) => (i < mostSpelled ? [word, ...withMiddleDots(word)] : [word]));

/**
 * What « élu·e·s » and « maternel·le » are in a key, for who looks for « elus », « elues » or
 * « maternelle »: the dot parts two words there, « elu e s » and « maternel le ».
 */
function withMiddleDots(word: string): string[] {
  const stem = /^(.{3,})(?:eurs|euses?|rices?)$/.exec(word)?.[1];
  if (stem) return ['rice', 'trice', 'ice', 'e'].map((ending) => `${stem}eur ${ending}`);
  const root = word.replace(/e?s$|e$/, '').replace(/([lnst])\1$/, '$1');
  if (root === word || root.length < 3) return [];
  return [`${root} e`, ...(/[lnst]$/.test(root) ? [`${root} ${root.at(-1)}e`] : [])];
}

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
