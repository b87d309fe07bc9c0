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

/** Whether the list can ask which one came: two places, and both have a name. */
export const isNamedPair = ({
  seats,
  companions,
}: {
  seats: number;
  companions: readonly string[];
}) => seats === 2 && companions.length === 1;
