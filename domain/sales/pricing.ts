import { assert } from '../assert.ts';
import { mulDivRound, rupiah, sumRupiah, type Rupiah } from '../money.ts';
import { timesQuantity, type Milli } from '../quantity.ts';
import { type Discount, discountOf, spread } from './discount.ts';
import { type TaxKind, taxOf, taxRateOn, type TaxTerms, untaxed } from './tax.ts';

/** What a line is priced by. Quantity is negative in a refund, which has no discount of its own. */
export interface PricingLine {
  readonly quantityMilli: Milli;
  readonly priceRupiah: Rupiah;
  readonly discount?: Discount | undefined;
  /** Nothing is untaxed. */
  readonly tax?: TaxTerms | undefined;
}

/** What a line comes to, step by step. Rupiah. */
export interface LineSums {
  /** Price × quantity. */
  readonly amountRupiah: Rupiah;
  /** Its own discount. */
  readonly discountRupiah: Rupiah;
  /** Its part of the cart's discount. */
  readonly shareRupiah: Rupiah;
  /** Its tax, whether in the price or on top of it. */
  readonly taxRupiah: Rupiah;
  /** What is to be paid for it. */
  readonly dueRupiah: Rupiah;
}
export type PricedLine<L extends PricingLine> = L & LineSums;

/** What of a cart is taxed alike. Rupiah. */
export interface TaxSum extends TaxTerms {
  /** What is to be paid less the tax. */
  readonly baseRupiah: Rupiah;
  readonly taxRupiah: Rupiah;
}

export interface PricedCart<L extends PricingLine = PricingLine> {
  readonly lines: readonly PricedLine<L>[];
  /** Sum of price × quantity. */
  readonly subtotalRupiah: Rupiah;
  /** Sum of all discounts. */
  readonly discountRupiah: Rupiah;
  /** By kind of tax, in the order of the lines; what is untaxed is not in it. */
  readonly taxes: readonly TaxSum[];
  readonly taxRupiah: Rupiah;
  /** Sum of what is due for the lines: what is paid where nothing is rounded. */
  readonly totalRupiah: Rupiah;
}

/**
 * The one price of a cart, for screen, receipt, report and hub: line discounts, then the cart's
 * discount spread over the lines, then tax by kind, spread likewise. Sum of lines = total, always.
 * Cash rounding comes after it, by how it is paid: roundCash().
 * @param cart.businessDate the rates of taxes are those of this date
 * @throws RangeError past 2^53
 */
export function priceCart<L extends PricingLine>(cart: {
  readonly lines: readonly L[];
  readonly discount?: Discount | undefined;
  readonly businessDate: string;
}): PricedCart<L> {
  const amounts = cart.lines.map((line) => timesQuantity(line.priceRupiah, line.quantityMilli));
  const own = cart.lines.map((line, at) => discountOf(amountAt(amounts, at), line.discount));
  const reduced = amounts.map((amount, at) => rupiah(amount - amountAt(own, at)));
  const shares = shareDiscount(reduced, cart.discount);
  const net = reduced.map((amount, at) => rupiah(amount - amountAt(shares, at)));
  const { taxes, lineTaxes } = taxLines(cart.lines, net, cart.businessDate);
  const lines = cart.lines.map((line, at) => {
    const taxRupiah = amountAt(lineTaxes, at);
    const added = termsOf(line).isAdded ? taxRupiah : 0;
    return {
      ...line,
      amountRupiah: amountAt(amounts, at),
      discountRupiah: amountAt(own, at),
      shareRupiah: amountAt(shares, at),
      taxRupiah,
      dueRupiah: rupiah(amountAt(net, at) + added),
    };
  });
  return {
    lines,
    subtotalRupiah: sumRupiah(amounts),
    discountRupiah: sumRupiah([...own, ...shares]),
    taxes,
    taxRupiah: sumRupiah(lineTaxes),
    totalRupiah: sumRupiah(lines.map((line) => line.dueRupiah)),
  };
}

/**
 * The nearest multiple of `step`; the middle goes to the customer's good: Rp 50 of a sale is
 * dropped, Rp 50 of a refund is paid out as Rp 100. Source: Permendag 35/2013 (rounding to money
 * in circulation, told at payment).
 */
export function roundCash(amount: Rupiah, step: number): Rupiah {
  assert(Number.isSafeInteger(step) && step >= 1, 'rounding step is whole rupiah');
  const nearest = mulDivRound(amount, 1, step) * step;
  const isMiddle = (nearest - amount) * 2 === step;
  return rupiah(isMiddle && amount > 0 ? nearest - step : nearest);
}

function amountAt(amounts: readonly Rupiah[], at: number): Rupiah {
  const amount = amounts[at];
  assert(amount !== undefined, 'a line has its amount');
  return amount;
}

function termsOf({ tax }: PricingLine): TaxTerms {
  return tax ?? untaxed;
}

/** The cart's discount by line; lines that are given back have no part in it. */
function shareDiscount(net: readonly Rupiah[], discount: Discount | undefined): Rupiah[] {
  if (!discount) return net.map(() => rupiah(0));
  const sold = net.map((amount) => rupiah(Math.max(0, amount)));
  return spread(discountOf(sumRupiah(sold), discount), sold);
}

/** The tax of each kind on all that it is on, and the part of each line in it. */
function taxLines(
  lines: readonly PricingLine[],
  net: readonly Rupiah[],
  businessDate: string,
): { readonly taxes: TaxSum[]; readonly lineTaxes: Rupiah[] } {
  const lineTaxes = lines.map(() => rupiah(0));
  const taxed = [...lines.keys()].filter((at) => kindAt(lines, at) !== 'none');
  const groups = Map.groupBy(taxed, (at) => `${kindAt(lines, at)} ${lines[at]?.tax?.isAdded}`);
  const taxes = [...groups.values()].map((places) => {
    const { kind, isAdded } = lines[places[0] ?? 0]?.tax ?? untaxed;
    const amounts = places.map((at) => amountAt(net, at));
    const rate = taxRateOn(kind, businessDate);
    const { taxRupiah, baseRupiah } = taxOf(sumRupiah(amounts), rate, isAdded);
    for (const [i, part] of spread(taxRupiah, amounts).entries()) {
      lineTaxes[places[i] ?? 0] = part;
    }
    return { kind, isAdded, baseRupiah, taxRupiah };
  });
  return { taxes, lineTaxes };
}

function kindAt(lines: readonly PricingLine[], at: number): TaxKind {
  return lines[at]?.tax?.kind ?? 'none';
}
