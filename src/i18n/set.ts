/** Texts as French sets them: whoever writes one types plain spaces, and no line breaks before « : ». */
import { typeset } from '../lib/text';

/** The same texts, and what their functions answer, with the spaces that must not break made so. */
export const setInFrench = <T>(texts: T): T => set(texts) as T;

function set(value: unknown): unknown {
  if (typeof value === 'string') return typeset(value);
  if (typeof value === 'function') return (...given: unknown[]) => set(value(...given));
  if (Array.isArray(value)) return value.map(set);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, set(text)]));
}
