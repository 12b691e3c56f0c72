import { z } from 'zod';

/**
 * What the hub has of a stall's day. A day that nobody reported is never the same as one without
 * trade:
 * - `received`: sales or refunds have arrived; whether the day is closed its Z reports say
 * - `nil`: closed without one
 * - `open`: something has arrived, neither trade nor a close
 * - `missing`: nothing, though the day is over
 * - `awaited`: nothing yet, and the day is not over
 * - `unexpected`: nothing, and nobody was to report
 */
export const dayStates = ['received', 'nil', 'open', 'missing', 'awaited', 'unexpected'] as const;
export const DayState = z.enum(dayStates);
export type DayState = z.output<typeof DayState>;

/** What is known of a stall's day. */
export interface DayFacts {
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** Today in the zone of the stalls. */
  readonly today: string;
  /** Since when a till of the stall may report; null for none. `YYYY-MM-DD` */
  readonly since: string | null;
  /** Sales and refunds. */
  readonly receipts: number;
  readonly nilZCount: number;
  readonly records: number;
}

/** The state of a stall's day. */
export function dayStateOf(facts: DayFacts): DayState {
  const { date, today, since, receipts, nilZCount, records } = facts;
  if (receipts > 0) return 'received';
  if (nilZCount > 0) return 'nil';
  if (records > 0) return 'open';
  if (since === null || date < since) return 'unexpected';
  return date < today ? 'missing' : 'awaited';
}
