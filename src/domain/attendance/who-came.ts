/** Of those registered together, who was there at a half-day: 0 the holder, 1 and up the companions. */

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
