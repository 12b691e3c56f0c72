import { randomUUID } from 'node:crypto';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { reversalOf } from '../../domain/fees/reversal.ts';
import { LapakError } from '../../domain/errors.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { findBooked } from './bound-store.ts';

/**
 * Makes a charge, credit, refund or deposit of a stall as if it had not been, dated today.
 * @param asked of: its id
 * @throws LapakError as actOfStall() and reversalOf(), BOOKED_UNKNOWN
 */
export function reverse(doing: Doing, asked: Asked & { readonly of: string }): Promise<FeeOutcome> {
  return actOfStall(doing, 'reverse', asked, async ({ trx, stall, draft }) => {
    const booked = await findBooked(trx, stall, asked.of);
    if (!booked) throw new LapakError('BOOKED_UNKNOWN', {});
    return [draft({ act: 'reverse', ...reversalOf(booked, randomUUID) })];
  });
}
