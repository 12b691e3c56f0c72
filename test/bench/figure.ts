/** One measured figure, beside what the same machine did in the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  /** The floor or the peer; null when the target stands alone. */
  readonly floor: number | null;
  /** What `ours` must be, in words: `< 5`, `floor ÷ 10`. */
  readonly target: string;
  readonly unit: string;
  readonly met: boolean;
}

/** The value below which this share of the times lies; 0.5 is the median. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A figure whose target stands alone: below `limit`. */
export function atMost(name: string, ours: number, limit: number, unit: string): Figure {
  return { name, ours, floor: null, target: `< ${limit}`, unit, met: ours < limit };
}

/** What a bench cannot measure on this machine, told instead of the figure. */
export class CannotMeasure extends Error {}
