import type { FeeDetailsOf } from './details.ts';

/**
 * What a meter counted between two readings: a counter that began anew counts from where it was to
 * its highest, and on from nothing. Thousandths of a kWh; below nothing where it ran backwards.
 */
export function usedBetween({
  from,
  to,
  rollover,
}: Pick<FeeDetailsOf<'reading'>, 'from' | 'to' | 'rollover'>): number {
  return rollover === undefined ? to - from : rollover - from + to;
}
