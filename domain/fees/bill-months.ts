import type { ShownLedger } from './till-state.ts';

/** What came of one month. */
export interface BillMonth extends Pick<ShownLedger, 'charges' | 'readings'> {
  readonly period: string;
}

/** Months that were charged, or whose meter was read, the newest first. */
export function billMonths({
  charges,
  readings,
}: Pick<ShownLedger, 'charges' | 'readings'>): BillMonth[] {
  const periods = new Set([...charges, ...readings].map(({ period }) => period));
  return [...periods]
    .toSorted((one, other) => other.localeCompare(one))
    .map((period) => ({
      period,
      charges: charges.filter((one) => one.period === period),
      readings: readings.filter((one) => one.period === period),
    }));
}
