/**
 * Below five answers nothing is broken down by profession or structure, nor where what is left over
 * would be below five: who subtracts the groups from the whole must not find a person either.
 */

/** The smallest group that figures are given for. */
export const smallestGroup = 5;

const isTellable = (n: number) => n === 0 || n >= smallestGroup;

/**
 * The groups that can be told of a whole of `total` answers: those of five and more, as long as the
 * rest is nobody or five and more; where it is not, the smallest group joins the rest.
 */
export function tellableGroups<G extends { n: number }>(groups: readonly G[], total: number): G[] {
  const told = groups.filter((group) => group.n >= smallestGroup).sort((a, b) => b.n - a.n);
  const rest = () => total - told.reduce((sum, group) => sum + group.n, 0);
  while (told.length && !isTellable(rest())) told.pop();
  // Everything in one group and nothing beside it breaks nothing down.
  return told.length === 1 && rest() === 0 ? [] : groups.filter((group) => told.includes(group));
}
