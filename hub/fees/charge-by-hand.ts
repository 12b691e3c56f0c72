import { randomUUID } from 'node:crypto';
import { allocateOldest } from '../../domain/fees/allocate.ts';
import type { ChargeKind } from '../../domain/fees/kinds.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { addMonths, periodOf } from '../../domain/fees/period.ts';
import { addDays } from '../../domain/time.ts';
import { LapakError } from '../../domain/errors.ts';
import { actOfStall, type Asked, type Doing } from './act-of-stall.ts';
import { chargedKinds } from './charge-store.ts';
import { openChargesOf, unusedCredits } from './open-store.ts';
import { someOf } from './pay.ts';

/** A charge is due within a year. */
const DUE_WITHIN_DAYS = 365;

/** What a stall is charged by hand. */
export interface HandCharge {
  readonly period: string;
  readonly kind: ChargeKind;
  /** Rupiah */
  readonly amount: number;
  readonly due: string;
}

/**
 * Charges a stall by hand; its advances pay for that as in a run.
 * @throws LapakError as actOfStall(), CHARGE_AHEAD, CHARGE_THERE
 */
export function chargeByHand(doing: Doing, asked: Asked & HandCharge): Promise<FeeOutcome> {
  const { period, kind, amount, due } = asked;
  return actOfStall(doing, 'charge', asked, async ({ trx, stall, today, draft }) => {
    const last = { period: addMonths(periodOf(today), 1), due: addDays(today, DUE_WITHIN_DAYS) };
    if (period > last.period || due > last.due) throw new LapakError('CHARGE_AHEAD', last);
    const kinds = await chargedKinds(trx, stall, period);
    if (kinds.has(kind)) throw new LapakError('CHARGE_THERE', { stall, period });
    const id = randomUUID();
    const open = [...(await openChargesOf(trx, [stall])), { id, due, period, kind, open: amount }];
    const credits = await unusedCredits(trx, stall);
    const charges = [{ id, period, kind, amount, due, basis: '' }];
    return [draft({ act: 'charge', charges, ...someOf(allocateOldest(open, credits)) })];
  });
}
