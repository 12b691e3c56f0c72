/** One measured figure beside its floor: what the same machine did at best in the same run. */
export interface Figure {
  readonly name: string;
  readonly ours: number;
  readonly floor: number;
  /** What the floor is, in words. */
  readonly beside: string;
  /** What ours ÷ floor must be: `≤ 2.5`, `≥ 0.6`. */
  readonly target: string;
  readonly unit: string;
  readonly met: boolean;
}

type Measured = Omit<Figure, 'target' | 'met'>;

/** A figure that is at most `times` its floor. */
export function atMost(times: number, figure: Measured): Figure {
  return { ...figure, target: `≤ ${round(times)}`, met: figure.ours <= times * figure.floor };
}

/** A figure that is at least `times` its floor. */
export function atLeast(times: number, figure: Measured): Figure {
  return { ...figure, target: `≥ ${round(times)}`, met: figure.ours >= times * figure.floor };
}

function round(times: number): number {
  return Math.round(times * 100) / 100;
}

/** The value below which this share of the times lies; 0.5 is the median. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** What a bench cannot measure on this machine, told instead of the figure. */
export class CannotMeasure extends Error {}
