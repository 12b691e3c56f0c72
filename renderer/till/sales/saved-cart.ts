import { z } from 'zod';
import { RupiahPositive } from '../../../domain/money.ts';
import { MilliSold } from '../../../domain/quantity.ts';
import type { CartLines } from '../../../domain/sales/cart.ts';

const KEY = 'lapak.cart';

const SavedCart = z.object({
  id: z.uuid(),
  selectedKey: z.string(),
  lines: z.array(
    z.object({
      code: z.string(),
      name: z.string(),
      unit: z.string(),
      quantityMilli: MilliSold,
      priceRupiah: RupiahPositive,
      units: z.array(z.object({ unit: z.string(), priceRupiah: RupiahPositive })),
    }),
  ),
});
type SavedCart = z.output<typeof SavedCart>;

/**
 * The cart that this window held before it was loaded again. It keeps its id: a sale whose answer
 * was lost with the old page is found by it and not booked twice. A sale itself is never saved
 * here.
 */
export function readSavedCart(): SavedCart | undefined {
  try {
    return SavedCart.safeParse(JSON.parse(sessionStorage.getItem(KEY) ?? 'null')).data;
  } catch {
    return undefined; // not ours, or no storage: an empty cart
  }
}

/** Saves the cart for this window alone; where there is no room the cart lives without it. */
export function saveCart(cart: {
  readonly id: string;
  readonly selectedKey: string;
  readonly lines: CartLines;
}): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(cart));
  } catch {
    // A reload would then empty the cart; selling goes on.
  }
}
