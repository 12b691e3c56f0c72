import { randomUUID } from 'node:crypto';
import { allocateOldest } from '../../domain/fees/allocate.ts';
import type { FeeOutcome } from '../../domain/fees/manage/shapes.ts';
import { LapakError } from '../../domain/errors.ts';
import { actOfStall, type Asked, type Doing, type Making } from './act-of-stall.ts';
import { chargesWith } from './booked-store.ts';
import { reducedBy } from './bound-store.ts';
import { openChargesOf } from './open-store.ts';
import { someOf } from './pay.ts';

/**
 * Forgives what is open of a charge, and was not made less before.
 * @param asked amount in rupiah; null for all that is open
 * @throws LapakError as actOfStall(), CHARGE_UNKNOWN, CHARGE_EXCEEDED
 */
export function waive(
  doing: Doing,
  asked: Asked & { readonly charge: string; readonly amount: number | null },
): Promise<FeeOutcome> {
  return actOfStall(doing, 'waive', asked, async (making) => {
    const of = await standingCharge(making, asked.charge);
    const standing = of.amount - (await reducedBy(making.trx, of.id));
    const left = Math.min(of.amount - of.settled, standing);
    const amount = asked.amount ?? left;
    if (amount > left || left === 0) throw new LapakError('CHARGE_EXCEEDED', { left });
    const id = randomUUID();
    const credits = [{ id, kind: 'waiver' as const, amount, of: of.id }];
    const allocations = [{ credit: id, charge: of.id, amount }];
    return [making.draft({ act: 'waive', credits, allocations })];
  });
}

/**
 * Makes a charge less, paid or not: it settles what is open of it, then what else is due first;
 * what is left over is advance.
 * @throws LapakError as actOfStall(), CHARGE_UNKNOWN, CHARGE_EXCEEDED
 */
export function creditNote(
  doing: Doing,
  asked: Asked & { readonly charge: string; readonly amount: number },
): Promise<FeeOutcome> {
  const { amount } = asked;
  return actOfStall(doing, 'creditNote', asked, async (making) => {
    const { trx, stall, draft } = making;
    const of = await standingCharge(making, asked.charge);
    const left = of.amount - (await reducedBy(trx, of.id));
    if (amount > left) throw new LapakError('CHARGE_EXCEEDED', { left });
    const credit = { id: randomUUID(), unused: amount };
    const open = await openChargesOf(trx, [stall]);
    const own = allocateOldest(
      open.filter(({ id }) => id === of.id),
      [credit],
    );
    const unused = amount - own.reduce((sum, one) => sum + one.amount, 0);
    const others = open.filter(({ id }) => id !== of.id);
    const rest = unused > 0 ? allocateOldest(others, [{ ...credit, unused }]) : [];
    const credits = [{ id: credit.id, kind: 'credit-note' as const, amount, of: of.id }];
    return [draft({ act: 'credit-note', credits, ...someOf([...own, ...rest]) })];
  });
}

async function standingCharge({ trx, stall }: Making, id: string) {
  const [charge] = await chargesWith(trx, [id]);
  const isThere = charge && charge.stall === stall && !charge.isReversed;
  if (!isThere) throw new LapakError('CHARGE_UNKNOWN', {});
  return charge;
}
