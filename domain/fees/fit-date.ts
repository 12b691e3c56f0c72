/** So much more, or less, of something that has a limit, from a date on. */
export interface Move {
  readonly on: string;
  /** Rupiah */
  readonly amount: number;
}

/**
 * The first date from which a sum fits beside what moved, for all that follows: at the end of none
 * of those days it comes to less than nothing, or more than the limit.
 * @param from no earlier
 * @param limit rupiah
 * @returns `from` also where it never fits: the database refuses that
 */
export function firstFit(
  moves: readonly Move[],
  {
    from,
    amount,
    limit,
  }: { readonly from: string; readonly amount: number; readonly limit: number },
): string {
  const dates = [...new Set(moves.map(({ on }) => on))].sort();
  const fits = (on: string): boolean => {
    const sum = moves.reduce((all, move) => all + (move.on <= on ? move.amount : 0), amount);
    return sum >= 0 && sum <= limit;
  };
  const unfit = [from, ...dates.filter((on) => on > from)].findLastIndex((on) => !fits(on));
  if (unfit === -1) return from;
  const later = dates.filter((on) => on > from);
  return later[unfit] ?? from;
}
