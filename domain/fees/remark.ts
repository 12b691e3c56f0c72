import { periodOf } from './period.ts';
import type { ShownLedger } from './till-state.ts';

/** The month that a stall pays for: the oldest that is open; where nothing is, the one to come. */
export function remarkPeriod(
  { charges, payableRupiah, next }: Pick<ShownLedger, 'charges' | 'payableRupiah' | 'next'>,
  today: string,
): string {
  if (payableRupiah === 0) return periodOf(next?.due ?? today);
  const open = charges.filter((one) => !one.isReversed && one.settledRupiah < one.amountRupiah);
  return open.map(({ period }) => period).toSorted()[0] ?? periodOf(today);
}

/** What a stall writes with a transfer for a month: `TC-A12-2611`. @param period `2026-11` */
export function remarkOf(stall: string, period: string): string {
  return `${stall}-${period.slice(2, 4)}${period.slice(5)}`;
}
