import { rupiah, type Rupiah, sumRupiah } from '../money.ts';
import { roundCash } from './pricing.ts';

/** A tender that was taken. Rupiah */
interface Taken {
  readonly kind: string;
  readonly amountRupiah: Rupiah;
}

/** What is left of a total to pay; below nothing where more was taken. */
export interface Rest {
  /** In cash, which is rounded. */
  readonly cashRupiah: Rupiah;
  /** Without cash: to the rupiah, unless cash was taken already and was rounded. */
  readonly cashlessRupiah: Rupiah;
}

/**
 * What is left to pay after some tenders were taken: the sale that is closed with a tender of that
 * much is paid, and what goes back is no more than coins that no step of the rounding makes.
 * @param step of the cash rounding, in rupiah
 */
export function restOf(total: Rupiah, taken: readonly Taken[], step: number): Rest {
  const sum = (isCash: boolean): number => {
    const of = taken.filter(({ kind }) => (kind === 'cash') === isCash);
    return sumRupiah(of.map(({ amountRupiah }) => amountRupiah));
  };
  const [cash, cashless] = [sum(true), sum(false)];
  const forCash = rupiah(total - cashless);
  const rounded = Math.floor(cash / step) * step; // what cash can pay without being rounded
  return {
    cashRupiah: rupiah(roundCash(forCash, step) - cash),
    cashlessRupiah: rupiah(forCash - rounded),
  };
}
