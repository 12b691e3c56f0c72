import type { Tx } from '../database/run.ts';
import { removeCart, storeCart, type StoredCart, writeWentOn } from './cart-store.ts';
import { moveLeaves } from './leave-store.ts';

/**
 * Keeps a cart for a page, under the id that it has from now on: the page may be gone before it
 * does.
 * @param ids of the carts that it was before
 */
export function goOnWith(tx: Tx, ids: readonly string[], cart: StoredCart): void {
  for (const id of ids) {
    removeCart(tx, id);
    if (id === cart.id) continue;
    writeWentOn(tx, id, cart.id);
    moveLeaves(tx, id, cart.id);
  }
  storeCart(tx, { ...cart, isParked: false });
}
