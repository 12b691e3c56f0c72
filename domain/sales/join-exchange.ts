import { startOfLine } from '../line-of-text.ts';
import type { Tender } from '../payments/tender.ts';
import { BACK_REASON_MAX, type Returned } from './returned.ts';

/** Goods of one sale that a cart takes in exchange. */
export type Exchange = Extract<Tender, { readonly kind: 'exchange' }>;

/**
 * What comes back of a sale for a cart that has goods of it already: all of them in one exchange,
 * as the sale is rounded once. A line that is there already is not added up: the cart refuses it.
 */
export function joinExchange(taken: readonly Tender[], returned: Returned): Returned {
  const before = taken.find((one) => isOfSale(one, returned));
  if (!before || sharesLine(before, returned)) return returned;
  const lines = [...before.lines, ...returned.lines].sort((a, b) => a.at - b.at);
  const reasons = new Set([before.reason, returned.reason]);
  return { ...returned, lines, reason: startOfLine([...reasons].join('; '), BACK_REASON_MAX) };
}

/** The payment of a cart with this exchange; undefined where it has some of these goods already. */
export function withExchange(taken: readonly Tender[], exchange: Exchange): Tender[] | undefined {
  const others = taken.filter((one) => !isOfSale(one, exchange) || !isPartOf(one, exchange));
  if (others.some((one) => isOfSale(one, exchange))) return undefined;
  return [...others, exchange];
}

function isOfSale(one: Tender, { number }: Pick<Returned, 'number'>): one is Exchange {
  return one.kind === 'exchange' && one.number === number;
}

function sharesLine(one: Pick<Returned, 'lines'>, other: Pick<Returned, 'lines'>): boolean {
  const places = new Set(one.lines.map(({ at }) => at));
  return other.lines.some(({ at }) => places.has(at));
}

/** Whether `whole` has all the goods of `part`, and others. */
function isPartOf(part: Pick<Returned, 'lines'>, whole: Pick<Returned, 'lines'>): boolean {
  const goods = new Set(whole.lines.map(keyOf));
  return (
    part.lines.length < whole.lines.length && part.lines.every((line) => goods.has(keyOf(line)))
  );
}

function keyOf({ at, quantityMilli, isRestocked }: Returned['lines'][number]): string {
  return JSON.stringify([at, quantityMilli, isRestocked]);
}
