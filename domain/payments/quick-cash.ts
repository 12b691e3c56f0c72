import { rupiah, type Rupiah } from '../money.ts';

/** Notes in circulation, largest last. Source: Bank Indonesia, emission year 2022. */
const notesRupiah = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000] as const;

/**
 * Likely amounts that a customer hands over for `due`: the exact sum, then the next sums that
 * notes make, ascending, at most `limit`. Rp 18.000 gives 18.000, 20.000, 50.000, 100.000.
 */
export function quickCash(due: Rupiah, limit = 5): Rupiah[] {
  if (due <= 0) return [];
  const sums = new Set<number>([due]);
  for (const note of [...notesRupiah].reverse()) sums.add(Math.ceil(due / note) * note);
  const likely = [...sums].sort((a, b) => a - b);
  return likely
    .slice(0, 1)
    .concat(roundest(likely.slice(1), limit - 1))
    .map(rupiah);
}

/** Keeps the `count` sums that need the fewest notes, in ascending order. */
function roundest(sums: readonly number[], count: number): number[] {
  return [...sums]
    .sort((a, b) => noteCount(a) - noteCount(b) || a - b)
    .slice(0, count)
    .sort((a, b) => a - b);
}

function noteCount(sum: number): number {
  let rest = sum;
  let count = 0;
  for (const note of [...notesRupiah].reverse()) {
    count += Math.floor(rest / note);
    rest %= note;
  }
  return count + (rest > 0 ? 1 : 0);
}
