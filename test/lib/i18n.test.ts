/** The texts as readers get them. */
import { expect, it } from 'vitest';
import { texts } from '../../src/i18n';
import { typeset } from '../../src/lib/text';

/** Every text that needs no facts, by where it stands. */
function listTexts(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, text]) => listTexts(text, `${path}/${name}`));
}

it('lets no French line break before « : » or inside « 10 h 30 », in texts and in what they are made of', () => {
  const french = listTexts(texts('fr'));
  expect(french.length).toBeGreaterThan(1000);
  expect(french.filter(([, text]) => text !== typeset(text))).toEqual([]);
  expect(texts('fr').sessions.reasonGiven('grippe')).toBe('Raison donnée\u00a0: grippe');
});

const sources = import.meta.glob<string>(
  ['../../src/**/*.{ts,tsx}', '!../../src/i18n/**', '../../public/organisation/*.js'],
  { query: '?raw', import: 'default', eager: true },
);

/** Every name of a text, or of a group of them; those that are data (a note, a level) are no names. */
const listNames = (value: unknown): string[] =>
  value === null || typeof value !== 'object'
    ? []
    : Object.entries(value).flatMap(([name, text]) => [
        ...(/^[a-z][\w-]*$/i.test(name) ? [name] : []),
        ...listNames(text),
      ]);

it('has no text whose name stands nowhere in the code', () => {
  const written =
    Object.values(sources)
      .join('\n')
      .match(/[a-z][\w-]*/gi) ?? [];
  expect(written.length).toBeGreaterThan(10_000);
  const known = new Set(written);
  // The title and the text of an error are found by its kind (error-page.tsx).
  const isKnown = (name: string) => known.has(name) || known.has(name.replace(/(Title|Text)$/, ''));
  expect(listNames(texts('fr')).filter((name) => !isKnown(name))).toEqual([]);
});

it('leaves English as it is', () => {
  expect(listTexts(texts('en')).filter(([, text]) => /[\u202f]/.test(text))).toEqual([]);
});
