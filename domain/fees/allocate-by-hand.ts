import { LapakError } from '../errors.ts';
import { allocateOldest, type OpenCharge, type OpenCredit } from './allocate.ts';
import type { Allocated } from './body.ts';

/** So much to a charge. */
export interface ToCharge {
  readonly charge: string;
  /** Rupiah, more than nothing. */
  readonly amount: number;
}

/**
 * Allocates what a stall paid ahead as a person says, the advance that came first first.
 * @param credits in the order in which they came
 * @throws LapakError as allocateCredit()
 */
export function allocateAdvances(
  credits: readonly OpenCredit[],
  charges: readonly OpenCharge[],
  byHand: readonly ToCharge[],
): Allocated[] {
  const all = credits.reduce((sum, { unused }) => sum + unused, 0);
  const wanted = allocateCredit({ id: '', unused: all }, charges, byHand);
  const left = credits.map((credit) => ({ ...credit }));
  return wanted.flatMap(({ charge, amount }) => {
    let rest = amount;
    return left.flatMap((credit) => {
      const part = Math.min(rest, credit.unused);
      if (part === 0) return [];
      credit.unused -= part;
      rest -= part;
      return [{ credit: credit.id, charge, amount: part }];
    });
  });
}

/**
 * Allocates a credit as a person says, or to the charges that are due first where nobody says.
 * What is left over stays an advance.
 * @throws LapakError CHARGE_UNKNOWN, CHARGE_EXCEEDED, CREDIT_EXCEEDED
 */
export function allocateCredit(
  credit: OpenCredit,
  charges: readonly OpenCharge[],
  byHand: readonly ToCharge[] | null,
): Allocated[] {
  if (byHand === null) return allocateOldest(charges, [credit]);
  const open = new Map(charges.map((charge) => [charge.id, charge.open]));
  let left = credit.unused;
  return byHand.map(({ charge, amount }) => {
    const owed = open.get(charge);
    if (owed === undefined) throw new LapakError('CHARGE_UNKNOWN', {});
    if (amount > owed) throw new LapakError('CHARGE_EXCEEDED', { left: owed });
    if (amount > left) throw new LapakError('CREDIT_EXCEEDED', { left });
    open.set(charge, owed - amount);
    left -= amount;
    return { credit: credit.id, charge, amount };
  });
}
