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

it('leaves English as it is', () => {
  expect(listTexts(texts('en')).filter(([, text]) => /[\u202f]/.test(text))).toEqual([]);
});
