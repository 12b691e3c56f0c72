import { z } from 'zod';

/**
 * What the hub has of a stall's day. A day that nobody reported is never the same as one without
 * trade:
 * - `received`: sales or refunds have arrived; whether the day is closed its Z reports say
 * - `nil`: closed without one
 * - `open`: something has arrived, neither trade nor a close
 * - `missing`: nothing, though the day is over
 * - `awaited`: nothing yet, and the day is not over
 * - `unexpected`: nothing, and nobody was to report: no till is approved yet, or any more, or it is
 *   no day of a contract
 */
export const dayStates = ['received', 'nil', 'open', 'missing', 'awaited', 'unexpected'] as const;
export const DayState = z.enum(dayStates);
export type DayState = z.output<typeof DayState>;

/** When a stall is to report, by its tills and its contracts. Dates `YYYY-MM-DD` */
export interface Duty {
  /**
   * Each till that was ever approved: since which date it may report, and from which it may not any
   * more; null for none.
   */
  readonly tills: readonly { readonly from: string; readonly until: string | null }[];
  /** First and last day of each contract; null for no last. A stall without any is held to none. */
  readonly contracts: readonly { readonly from: string; readonly to: string | null }[];
}

/**
 * Whether a stall is to report a date: at its end a till of the stall may, and where the stall has
 * contracts it is a day of one. The SQL of a whole day says the same (hub/reports/day-store.ts).
 */
function isExpectedOn(date: string, { tills, contracts }: Duty): boolean {
  const isOpen = tills.some(({ from, until }) => from <= date && (until === null || date < until));
  const isHeld = contracts.some(({ from, to }) => from <= date && (to === null || date <= to));
  return isOpen && (contracts.length === 0 || isHeld);
}

/** What is known of a stall's day. */
export interface DayFacts {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Today in the zone of the stalls. */
  readonly today: string;
  /** Sales and refunds. */
  readonly receipts: number;
  readonly nilZCount: number;
  readonly records: number;
}

/** The state of a stall's day. */
export function dayStateOf(
  { date, today, receipts, nilZCount, records }: DayFacts,
  duty: Duty,
): DayState {
  if (receipts > 0) return 'received';
  if (nilZCount > 0) return 'nil';
  if (records > 0) return 'open';
  if (!isExpectedOn(date, duty)) return 'unexpected';
  return date < today ? 'missing' : 'awaited';
}
