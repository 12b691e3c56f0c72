import { LapakError } from '../errors.ts';
import type { FeeDetailsOf } from './details.ts';
import { usedBetween } from './reading.ts';

/** How many times what is usual a stall takes before somebody looks again. */
const MUCH = 3;

/** What is known of a meter from other months. Thousandths of a kWh. */
export interface KnownOfMeter {
  /** Where the last reading ended; null for a first one. */
  readonly last: number | null;
  /** What a month takes; null before there is any. */
  readonly usual: number | null;
  /** The first reading of it behind this one, of a month that was read before this; null: none. */
  readonly next: { readonly period: string; readonly from: number } | null;
}

/**
 * Looks at a reading before it is taken.
 * @param isConfirmed whether a person saw what is unusual about it
 * @throws LapakError READING_BACKWARDS, READING_OUT_OF_ORDER; READING_APART and READING_LARGE
 *   until they are confirmed
 */
export function checkReading(
  reading: Pick<FeeDetailsOf<'reading'>, 'from' | 'to' | 'rollover'>,
  { last, usual, next }: KnownOfMeter,
  isConfirmed: boolean,
): void {
  const { from, to, rollover } = reading;
  const used = usedBetween(reading);
  const isBackwards = rollover === undefined ? to < from : rollover < from || to >= from;
  if (isBackwards || used < 0) throw new LapakError('READING_BACKWARDS', { from, to });
  if (next && to !== next.from) {
    throw new LapakError('READING_OUT_OF_ORDER', { period: next.period, from: next.from, to });
  }
  if (isConfirmed) return;
  if (last !== null && from !== last) throw new LapakError('READING_APART', { from, last });
  if (usual !== null && usual > 0 && used > MUCH * usual) {
    throw new LapakError('READING_LARGE', { used, usual });
  }
}
