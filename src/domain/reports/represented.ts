/**
 * The professions and organisations of those who came, and the functions at the meetings: one entry a
 * name, however it was typed. New is what the year before did not have; spellings that may be one and
 * the same are pointed out, and merged by nobody but a person.
 */
import { nameKey, nameShape } from '../../lib/text';
import { type Represented, sum } from './figure';
import type { Facts, PresentFact } from './load-facts';

type Names = { professions: Represented[]; organisations: Represented[] };

export function represented(facts: Facts, before: Facts | null): Names {
  const held = new Set(
    facts.sessions.filter((s) => s.standing === 'held').map((session) => session.id),
  );
  const there = facts.people.filter((one) => held.has(one.sessionId));
  const functions = facts.meetings.flatMap((meeting) => meeting.functions);
  return {
    professions: gather(there, 'profession', functions, before),
    organisations: gather(there, 'organisation', [], before),
  };
}

function gather(
  people: readonly PresentFact[],
  of: 'profession' | 'organisation',
  functions: readonly string[],
  before: Facts | null,
): Represented[] {
  const known = before && keysOf(before, of);
  const found = new Map<string, { name: string; came: PresentFact[]; inMeetings: boolean }>();
  const keyOf = keyOnce();
  const entry = (name: string | null) => {
    const key = keyOf(name ?? '');
    if (!name || !key) return null;
    const there = found.get(key) ?? { name: name.trim(), came: [], inMeetings: false };
    found.set(key, there);
    return there;
  };
  for (const one of people) entry(one[of])?.came.push(one);
  for (const name of functions) {
    const there = entry(name);
    if (there) there.inMeetings = true;
  }
  return [...found]
    .map(([key, { name, came, inMeetings }]) => {
      const at = seatsBySession(came);
      return {
        name,
        // A year of which nothing is known makes nothing new.
        isNew: known !== null && known.size > 0 && !known.has(key),
        participations: sum(at.map(([, seats]) => seats)),
        at,
        often: countTimes(came),
        inMeetings,
      };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

/** Thousands of people have some dozens of names between them. */
function keyOnce() {
  const keys = new Map<string, string>();
  return (name: string): string => {
    const known = keys.get(name);
    if (known !== undefined) return known;
    const key = nameKey(name);
    keys.set(name, key);
    return key;
  };
}

function seatsBySession(came: readonly PresentFact[]): Represented['at'] {
  const seats = new Map<number, number>();
  for (const one of came) seats.set(one.sessionId, (seats.get(one.sessionId) ?? 0) + one.seats);
  return [...seats];
}

/** How many people came once, twice…: one address at one session is one time. */
export function countTimes(came: readonly PresentFact[]): [times: number, people: number][] {
  const sessionsOf = new Map<string, Set<number>>();
  for (const { person, sessionId } of came) {
    if (person === null) continue;
    const known = sessionsOf.get(person);
    if (known) known.add(sessionId);
    else sessionsOf.set(person, new Set([sessionId]));
  }
  const often = new Map<number, number>();
  for (const { size } of sessionsOf.values()) often.set(size, (often.get(size) ?? 0) + 1);
  return [...often].sort(([a], [b]) => a - b);
}

function keysOf({ people, meetings }: Facts, of: 'profession' | 'organisation'): Set<string> {
  const names = people.map((one) => one[of] ?? '');
  const functions = of === 'profession' ? meetings.flatMap((meeting) => meeting.functions) : [];
  return new Set([...new Set([...names, ...functions])].map(nameKey).filter(Boolean));
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
