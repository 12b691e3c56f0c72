import { LapakError } from '../errors.ts';
import { mulDivRound, rupiah, SALE_MAX, sumRupiah, type Rupiah } from '../money.ts';
import { requireQrisAmount } from '../payments/qris-dynamic.ts';
import type { BookedTender } from '../payments/tender.ts';
import { milli, MILLI_MAX, type Milli } from '../quantity.ts';
import type { Discount } from './discount.ts';
import type { Terms } from './terms.ts';
import { priceCart, type PricedCart, type PricingLine, roundCash } from './pricing.ts';

/** A line of a sale before pricing: read from the shelf, or given by another system's history. */
export interface SoldLine extends PricingLine {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly unit: string;
  /** Thousandths of the base unit in one unit. */
  readonly factorMilli: number;
  /** What it costs on the shelf; undefined where it is sold for that. */
  readonly shelfRupiah?: Rupiah | undefined;
  /** To sell one below it needs leave of its own; null or undefined where there is none. */
  readonly floorRupiah?: Rupiah | null | undefined;
  /** Empty or undefined where nobody wrote one. */
  readonly note?: string | undefined;
}

/** What a sale is priced and paid by. */
export interface ToClose {
  readonly lines: readonly SoldLine[];
  /** Of the cart as a whole. */
  readonly discount?: Discount | undefined;
  readonly tenders: readonly BookedTender[];
  /** Whether a person has said that cash goes back for what was paid without cash. */
  readonly givesCashBack?: boolean | undefined;
  readonly terms: Terms;
}

/** A priced cart with its payment settled. */
export interface ClosedSale extends PricedCart<SoldLine> {
  /** Of what is paid in cash: what is paid less what is due for the lines. */
  readonly roundingRupiah: Rupiah;
  /** What is paid: what is due for the lines, and the rounding. */
  readonly totalRupiah: Rupiah;
  readonly tenders: readonly BookedTender[];
  readonly changeRupiah: Rupiah;
}

/** Most that one line takes from the stock, in thousandths of the base unit: a billion pieces. */
const BASE_MILLI_MAX = 1000 * MILLI_MAX;

/** What the screen showed when it was paid. */
export interface ShownSale {
  /** The price of each line, in their order. */
  readonly prices: readonly number[];
  readonly totalRupiah: number;
}

/** Most that is paid for one sale, cash before its change included. Rupiah */
const PAID_MAX = 2 * SALE_MAX;

/**
 * Prices a cart and settles its tenders: change is what they exceed the total by, given in cash. In
 * a refund (negative total) the tenders are what was paid out, exactly. What was `shown` must be so
 * still, before the money is compared.
 * @throws LapakError TENDER_SHORT, TENDER_OVER, QRIS_AMOUNT, TOTAL_TOO_LARGE; with `shown`
 * PRICE_CHANGED, TERMS_CHANGED
 */
export function closeSale(order: ToClose & { readonly shown?: ShownSale | undefined }): ClosedSale {
  const { tenders, terms, shown } = order;
  const priced = priceSale(order);
  const roundingRupiah = roundingOf(priced.totalRupiah, tenders, terms.cashRoundingRupiah);
  const totalRupiah = rupiah(priced.totalRupiah + roundingRupiah);
  if (Math.abs(totalRupiah) > SALE_MAX) throw new LapakError('TOTAL_TOO_LARGE', {});
  if (shown) assertAsShown({ ...priced, totalRupiah }, shown, terms);
  const paid = sumRupiah(tenders.map((tender) => tender.amountRupiah));
  const due = Math.abs(totalRupiah);
  if (paid < due) throw new LapakError('TENDER_SHORT', { missingRupiah: due - paid });
  if (paid > PAID_MAX) throw new LapakError('TOTAL_TOO_LARGE', {}); // cash that nobody has
  refuseOver(order, Math.abs(priced.totalRupiah)); // also a rupiah that no coin gives back
  for (const { kind, amountRupiah } of tenders)
    if (kind === 'qris') requireQrisAmount(amountRupiah);
  return { ...priced, roundingRupiah, totalRupiah, tenders, changeRupiah: rupiah(paid - due) };
}

/**
 * More than is due without cash is a terminal or a payer who took another amount: it is recorded as
 * it was, and what goes back is said by a person. @throws LapakError TENDER_OVER, TOTAL_TOO_LARGE
 */
function refuseOver({ tenders, givesCashBack }: ToClose, exact: number): void {
  const cashless = sumOf(tenders, ({ kind }) => kind !== 'cash');
  const credit = sumOf(tenders, ({ kind }) => kind === 'credit');
  if (cashless > SALE_MAX) throw new LapakError('TOTAL_TOO_LARGE', {});
  const isPaidOut = credit > 0 && cashless > exact; // a voucher is for goods alone
  if (isPaidOut || (cashless > exact && givesCashBack !== true)) {
    throw new LapakError('TENDER_OVER', { overRupiah: cashless - exact });
  }
}

function sumOf(tenders: readonly Paid[], isOfSum: (tender: Paid) => boolean): Rupiah {
  return sumRupiah(tenders.filter(isOfSum).map(({ amountRupiah }) => amountRupiah));
}

/**
 * What rounding adds to a total: only what is left for cash is rounded, where there is cash at all,
 * and what goes back in cash of a payment that was more. Rupiah
 */
export function roundingOf(total: Rupiah, tenders: readonly Paid[], step: number): Rupiah {
  const inCash = Math.abs(total) - sumOf(tenders, ({ kind }) => kind !== 'cash');
  const isInCash = inCash > 0 && tenders.some(({ kind }) => kind === 'cash');
  const goesBack = inCash < 0 && total >= 0;
  if (!isInCash && !goesBack) return rupiah(0); // all of it was paid otherwise
  const signed = rupiah(total < 0 ? -inCash : inCash);
  const rounding = roundCash(signed, step) - signed;
  return rupiah(goesBack ? Math.max(rounding, -total) : rounding); // no more goes back than came
}

type Paid = Pick<BookedTender, 'kind' | 'amountRupiah'>;

/**
 * What a line takes from the stock, in thousandths of the base unit; negative in a refund.
 * @throws RangeError past 2^53
 */
export function baseQuantity(quantityMilli: number, factorMilli: number): Milli {
  return milli(mulDivRound(quantityMilli, factorMilli, 1000));
}

/** Prices the lines of a sale. @throws LapakError TOTAL_TOO_LARGE */
export function priceSale(
  order: Pick<ToClose, 'lines' | 'discount' | 'terms'>,
): PricedCart<SoldLine> {
  try {
    const priced = priceCart({ ...order, businessDate: order.terms.businessDate });
    const isStockable = order.lines.every(
      (line) => Math.abs(baseQuantity(line.quantityMilli, line.factorMilli)) <= BASE_MILLI_MAX,
    );
    const sums = [priced.subtotalRupiah, priced.totalRupiah];
    if (isStockable && sums.every((sum) => Math.abs(sum) <= SALE_MAX)) return priced;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error; // past 2^53: too large as well
  }
  throw new LapakError('TOTAL_TOO_LARGE', {});
}

/**
 * Sees to it that the cart costs what was shown: line by line, so that two changes do not cancel
 * out. @throws LapakError PRICE_CHANGED, TERMS_CHANGED
 */
function assertAsShown(
  { lines, totalRupiah }: PricedCart<SoldLine>,
  shown: ShownSale,
  terms: Terms,
): void {
  const changed = lines.find((line, at) => shelfPriceOf(line) !== shown.prices[at]);
  if (changed) {
    const prices = lines.map((line) => {
      return { code: line.code, unit: line.unit, priceRupiah: shelfPriceOf(line) };
    });
    throw new LapakError('PRICE_CHANGED', { name: changed.name, totalRupiah, prices });
  }
  if (totalRupiah !== shown.totalRupiah) {
    throw new LapakError('TERMS_CHANGED', { totalRupiah, terms });
  }
}

function shelfPriceOf({ shelfRupiah, priceRupiah }: SoldLine): Rupiah {
  return shelfRupiah ?? priceRupiah;
}
