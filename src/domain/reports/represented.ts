/**
 * The professions and organisations of those who came, and the functions at the meetings: one entry a
 * name, however it was typed. New is what the year before did not have; spellings that may be one and
 * the same are pointed out, and merged by nobody but a person.
 */
import { nameKey, nameShape } from '../../lib/text';
import type { Facts } from './load-facts';

export type Represented = {
  name: string;
  isNew: boolean;
  participations: number;
  inMeetings: boolean;
};

type Names = { professions: Represented[]; organisations: Represented[] };

export function represented(facts: Facts, before: Facts | null): Names {
  const held = new Set(
    facts.sessions.filter((s) => s.standing === 'held').map((session) => session.id),
  );
  const there = facts.people.filter((one) => held.has(one.sessionId));
  const functions = facts.meetings.flatMap((meeting) => meeting.functions);
  return {
    professions: gather(
      there.map(({ profession, seats }) => ({ name: profession, seats })),
      functions,
      before && keysOf(before, 'profession'),
    ),
    organisations: gather(
      there.map(({ organisation, seats }) => ({ name: organisation, seats })),
      [],
      before && keysOf(before, 'organisation'),
    ),
  };
}

function gather(
  people: readonly { name: string | null; seats: number }[],
  functions: readonly string[],
  known: Set<string> | null,
): Represented[] {
  const found = new Map<string, Represented>();
  const entry = (name: string) => {
    const key = nameKey(name);
    if (!key) return null;
    const there = found.get(key) ?? {
      name: name.trim(),
      // A year of which nothing is known makes nothing new.
      isNew: known !== null && known.size > 0 && !known.has(key),
      participations: 0,
      inMeetings: false,
    };
    found.set(key, there);
    return there;
  };
  for (const { name, seats } of people) {
    const there = name === null ? null : entry(name);
    if (there) there.participations += seats;
  }
  for (const name of functions) {
    const there = entry(name);
    if (there) there.inMeetings = true;
  }
  return [...found.values()].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function keysOf({ people, meetings }: Facts, of: 'profession' | 'organisation'): Set<string> {
  const names = people.map((one) => one[of] ?? '');
  const functions = of === 'profession' ? meetings.flatMap((meeting) => meeting.functions) : [];
  return new Set([...names, ...functions].map(nameKey).filter(Boolean));
}

/** Names that may be one: « Relais Petite Enfance » and « relais petites enfances », « Sage-femme » and « Sage-femmes ». */
export function findDoubles(names: readonly string[]): string[][] {
  const byShape = Map.groupBy(names, nameShape);
  const groups = [...byShape].map(([shape, group]) => ({ shape, group: [...group] }));
  // One letter more, less or other: only names of some length, and only against their neighbours.
  const sorted = groups
    .filter(({ shape }) => shape.length >= 6)
    .sort((a, b) => (a.shape < b.shape ? -1 : 1));
  for (const [index, { shape, group }] of sorted.entries())
    for (const other of sorted.slice(index + 1, index + 8))
      if (isOneLetterApart(shape, other.shape)) group.push(...other.group);
  return groups.map(({ group }) => [...new Set(group)]).filter((group) => group.length > 1);
}

function isOneLetterApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
