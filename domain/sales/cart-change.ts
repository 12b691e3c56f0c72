import { QUICK_CODE } from '../catalog/quick.ts';
import type { Rupiah } from '../money.ts';
import {
  addQuickItem,
  atPrice,
  type CartLines,
  orderLines,
  pricingLines,
  setLineDiscount,
  setLineNote,
  setLinePrice,
} from './cart.ts';
import type { ToAllow } from './order.ts';
import type { Discount } from './discount.ts';
import { type Deviation, deviationsOf, findLeave, type CartPermission } from './leave.ts';
import { lineKey } from './line-key.ts';
import { priceCart } from './pricing.ts';
import type { HeldCart } from './register-state.ts';
import type { Terms } from './terms.ts';

/** What a person agrees with whoever buys, on a line (by its key) or on the whole cart. */
export type CartChange =
  | { readonly kind: 'price'; readonly key: string; readonly priceRupiah: Rupiah }
  /** A key of null is the cart as a whole; a discount of null takes it away. */
  | { readonly kind: 'discount'; readonly key: string | null; readonly discount: Discount | null }
  /** Likewise; an empty note takes it away. */
  | { readonly kind: 'note'; readonly key: string | null; readonly note: string }
  | { readonly kind: 'quick'; readonly name: string; readonly priceRupiah: Rupiah };

/**
 * The cart with the change; the same cart where its line is gone.
 * @throws LapakError CART_FULL, TOTAL_TOO_LARGE
 */
export function applyChange(cart: HeldCart, change: CartChange): HeldCart {
  switch (change.kind) {
    case 'price':
      return setPrice(cart, change.key, change.priceRupiah);
    case 'discount': {
      const discount = change.discount ?? undefined;
      if (change.key === null) return { ...cart, discount };
      return withLines(cart, setLineDiscount(cart.lines, change.key, discount));
    }
    case 'note':
      if (change.key === null) return { ...cart, note: change.note };
      return withLines(cart, setLineNote(cart.lines, change.key, change.note));
    case 'quick': {
      const { lines, key } = addQuickItem(cart.lines, change);
      return { ...cart, lines, selectedKey: key, addedKey: key };
    }
  }
}

/** The line stays selected under the key that it has at its new price. */
function setPrice(cart: HeldCart, key: string, price: Rupiah): HeldCart {
  const line = cart.lines.find((one) => lineKey(one) === key);
  if (!line) return cart;
  const now = lineKey(atPrice(line, price));
  const follow = (before: string): string => (before === key ? now : before);
  const { selectedKey, addedKey } = cart;
  const keys = { selectedKey: follow(selectedKey), addedKey: follow(addedKey) };
  return { ...cart, lines: setLinePrice(cart.lines, key, price), ...keys };
}

function withLines(cart: HeldCart, lines: CartLines): HeldCart {
  return lines === cart.lines ? cart : { ...cart, lines };
}

/** What leave a cart needs, and the cart as the till is told of it. */
export interface Ask {
  readonly permission: CartPermission;
  readonly order: ToAllow;
}

/** The leave that a change needs, beyond what the cart has already; null where it needs none. */
export function askFor(before: HeldCart, changed: HeldCart, terms: Terms): Ask | null {
  const known = deviationsIn(before, terms);
  const fresh = deviationsIn(changed, terms).filter((one) => !findLeave(one, known));
  const [first] = fresh;
  if (!first) return null;
  const isBelow = fresh.some(({ permission }) => permission === 'sale.below-floor');
  const permission = isBelow ? 'sale.below-floor' : first.permission;
  return { permission, order: orderToAllow(changed) };
}

/** A cart as the till is told of it to give leave. */
export function orderToAllow({ id, lines, discount }: HeldCart): ToAllow {
  return { id, lines: orderLines(lines), ...(discount ? { discount } : {}) };
}

/** By the prices and floors that the page knows; the till looks at its own. */
function deviationsIn({ lines, discount }: HeldCart, terms: Terms): Deviation[] {
  const agreed = pricingLines(lines, terms).map((line, at) => {
    const shelf = lines[at] ?? line;
    const isOther = shelf.agreedRupiah !== undefined && shelf.code !== QUICK_CODE;
    return {
      ...line,
      floorRupiah: shelf.units.find(({ unit }) => unit === shelf.unit)?.floorRupiah,
      ...(isOther ? { shelfRupiah: shelf.priceRupiah } : {}),
    };
  });
  const { businessDate } = terms;
  return deviationsOf(priceCart({ lines: agreed, discount, businessDate }), discount);
}
