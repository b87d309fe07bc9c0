/** What changed, the old beside the new, for people who will compare it with what they had noted. */
import type { SessionFacts } from '../catalogue/facts';
import { type Block, type Fact, text, type Writing } from './message';
import { sayPlace, sayPractical, sayWhen } from './wording';

/** `confirmed`: a new video link is announced only to those who may have it. */
export function changes(
  before: SessionFacts,
  after: SessionFacts,
  confirmed: boolean,
  w: Writing,
): Block[] {
  const { terms } = w.t;
  const compared: [string, (session: SessionFacts) => string[]][] = [
    [terms.title, (s) => [s.title]],
    [terms.when, (s) => sayWhen(s, w)],
    [terms.mode, (s) => (s.mode ? [w.t.modes[s.mode]] : [])],
    [terms.where, (s) => (s.mode === 'online' ? [] : [sayPlace(s) ?? w.t.noPlace])],
  ];
  const facts = compared.flatMap(([term, say]) => oldAndNew(term, say(before), say(after), w));
  return [
    ...(facts.length ? [{ is: 'facts', facts } as const] : []),
    ...text(
      confirmed &&
        after.videoUrl !== before.videoUrl &&
        after.videoUrl !== null &&
        w.t.videoChanged,
      same(sayPractical(before, w), sayPractical(after, w)) ? null : w.t.practicalChanged,
    ),
  ];
}

const same = (a: string[], b: string[]) => a.join('\n') === b.join('\n');

function oldAndNew(term: string, before: string[], after: string[], w: Writing): Fact[] {
  if (same(before, after)) return [];
  return [
    { term: `${term} – ${w.t.before.toLowerCase()}`, values: before },
    { term: `${term} – ${w.t.after.toLowerCase()}`, values: after },
  ].filter((fact) => fact.values.length > 0);
}
