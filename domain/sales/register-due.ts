import { type Rupiah, sumRupiah } from '../money.ts';
import { isOfMoney, type Tender } from '../payments/tender.ts';
import { trimCredits } from '../payments/trim-credits.ts';
import { type CartLines, pricingLines } from './cart.ts';
import type { Discount } from './discount.ts';
import type { CartLine } from './order.ts';
import { priceCart, type PricedCart } from './pricing.ts';
import type { RegisterState } from './register-state.ts';
import { type Rest, restOf } from './rest.ts';
import type { Terms } from './terms.ts';

/** What was priced last of these lines: one state is asked for its sum again and again. */
const priced = new WeakMap<
  CartLines,
  {
    readonly terms: Terms;
    readonly discount: Discount | undefined;
    readonly cart: PricedCart<CartLine>;
  }
>();

/** The cart with its amounts; the same one while neither lines, discount nor terms change. */
export function pricedCart({
  cart: { lines, discount },
  terms,
}: Pick<RegisterState, 'cart' | 'terms'>): PricedCart<CartLine> {
  const known = priced.get(lines);
  if (known?.terms === terms && known.discount === discount) return known.cart;
  const { businessDate } = terms;
  const cart = priceCart({ lines: pricingLines(lines, terms), discount, businessDate });
  priced.set(lines, { terms, discount, cart });
  return cart;
}

/** What was taken of its payment, of its vouchers no more than it needs. */
function tendersOf(state: Pick<RegisterState, 'cart' | 'terms'>): readonly Tender[] {
  return trimCredits(pricedCart(state).totalRupiah, state.cart.tenders ?? []);
}

/** What is left of the cart to pay: all of it, where nothing was taken yet. */
export function leftToPay(state: RegisterState): Rest {
  const { totalRupiah } = pricedCart(state);
  return restOf(totalRupiah, tendersOf(state), state.terms.cashRoundingRupiah);
}

/** What the whole of it comes to where it is paid in cash, which is rounded. */
export function inCashRupiah(state: RegisterState): Rupiah {
  return restOf(pricedCart(state).totalRupiah, [], state.terms.cashRoundingRupiah).cashRupiah;
}

/** What was taken of its payment so far. */
export function takenRupiah(state: Pick<RegisterState, 'cart' | 'terms'>): Rupiah {
  return sumRupiah(tendersOf(state).map(({ amountRupiah }) => amountRupiah));
}

/** Whether money was taken for a cart that is not paid yet. */
export function holdsMoney({ tenders = [] }: Pick<RegisterState['cart'], 'tenders'>): boolean {
  return tenders.some(({ kind }) => isOfMoney(kind));
}

/** What is left to pay in cash. */
export function dueRupiah(state: RegisterState): Rupiah {
  return leftToPay(state).cashRupiah;
}

/** What lies under the finger now. */
export function surfaceName(state: RegisterState): string {
  const { screen, over, phase, lost } = state;
  const untold = lost.length > 0 ? ' lost' : '';
  if (screen !== 'register') return screen + untold;
  if (over !== 'nothing') return over;
  if (phase.kind === 'paying') {
    if (phase.doubt) return phase.doubt;
    const how = phase.tendering ? `tender ${phase.tendering.kind}` : 'pay';
    return `${how} ${dueRupiah(state)}${untold}`;
  }
  if (phase.kind !== 'cart') return phase.kind + untold;
  return `cart${untold}${phase.last ? ' change' : ''}`;
}
