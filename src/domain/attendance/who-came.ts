/** Of those registered together, who was there at a half-day: 0 the holder, 1 and up the companions. */
import { nameKey } from '../../lib/text';

export type Came = {
  /** How many of them. */
  seats: number;
  /** Which ones; null where nobody said. */
  persons: readonly number[] | null;
};

/**
 * All of them where all seats were taken. Where fewer came and nobody said which, the holder did, whose
 * name is on the list, and of the companions nothing is known.
 */
export function whoCame(
  { seats, persons }: Came,
  registered: { seats: number; companions: readonly string[] },
): readonly number[] {
  if (persons) return persons;
  return seats >= registered.seats ? [0, ...registered.companions.map((_, i) => i + 1)] : [0];
}

/**
 * Where each seat of a registration is after a correction: by its place before, the place of the same person
 * now, null for who is left out. A companion is known by the name, or one much like it; where nobody
 * was left out, whoever stands in the place of another is that one, corrected.
 */
export function followSeats(former: Seats, now: Seats): (number | null)[] {
  const before = former.companions.map(nameKey);
  const after = now.companions.map(nameKey);
  const moves: (number | null)[] = Array.from({ length: former.seats }, (_, i) => (i ? null : 0));
  const free = new Set(Array.from({ length: now.seats - 1 }, (_, i) => i + 1));
  const take = (was: number, is: number | undefined) => {
    if (is === undefined || moves[was] !== null || !free.delete(is)) return;
    moves[was] = is;
  };
  const pairs = before.flatMap((a, i) =>
    after.map((b, j) => ({ was: i + 1, is: j + 1, alike: likeness(a, b) })),
  );
  pairs.sort((a, b) => b.alike - a.alike);
  for (const { was, is, alike } of pairs) if (alike >= 0.75) take(was, is);
  const named = before.map((_, i) => i + 1);
  if (after.length >= before.length || now.seats >= former.seats)
    for (const was of named) take(was, [...free][0]);
  // Seats without a name: one of them may have been given one.
  for (let was = before.length + 1; was < former.seats; was++) take(was, [...free][0]);
  return moves;
}

type Seats = { seats: number; companions: readonly string[] };

/** How much of the shorter name stands at the beginning and the end of the other; 2 for the same name. */
function likeness(a: string, b: string): number {
  if (a === b) return 2;
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < least - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return least ? (head + tail) / least : 0;
}

/** Of two places where both have a name, the names to ask by which one came; else null. */
export const namesOfPair = ({
  name,
  firstName,
  seats,
  companions,
}: {
  name: string;
  firstName: string | null;
  seats: number;
  companions: readonly string[];
}): readonly string[] | null =>
  seats === 2 && companions.length === 1 ? [firstName || name, ...companions] : null;
