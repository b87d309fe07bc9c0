/**
 * What a form showed when it was opened, as a short mark a field. When somebody else has saved
 * meanwhile, it tells what they changed from what was changed here.
 */
export const marksOf = (texts: readonly string[]): string => texts.map(mark).join('');

/** Of the texts of a form, by their place: stored otherwise than typed, and otherwise than shown. */
export const changedMeanwhile =
  (typed: readonly string[], stored: readonly string[], seen: string) =>
  (at: number): boolean => {
    if (typed[at] === stored[at]) return false;
    // A form without its marks, or of another version of the site: all that differs.
    if (seen.length !== stored.length * length) return true;
    return seen.slice(at * length, (at + 1) * length) !== mark(stored[at] ?? '');
  };

/** Of the texts of a form, by their place: what it showed is what came back. */
export const untouched =
  (typed: readonly string[], seen: string) =>
  (at: number): boolean =>
    seen.slice(at * length, (at + 1) * length) === mark(typed[at] ?? '');

const length = 8;

/** FNV-1a of 32 bits: it keeps nobody out, it only tells two texts apart. */
function mark(text: string): string {
  let hash = 0x811c9dc5;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(length, '0');
}
