import { randomUUID } from 'node:crypto';
import { LapakError } from '../../../domain/errors.ts';
import {
  type CartSwitch,
  hasContent,
  type OpenedCart,
  PARKED_MAX,
} from '../../../domain/sales/kept-cart.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import {
  findCart,
  listCarts,
  listWentOnAs,
  removeCart,
  storeCart,
  type StoredCart,
} from './cart-store.ts';
import { type CartParts, isElsewhere } from './carts.ts';
import { goOnWith } from './go-on-with.ts';
import { emptyAnswer, unusedId } from './open-cart.ts';
import { publishParked } from './parked-carts.ts';
import { kindOf, readKept } from './read-kept.ts';
import { findFirstReceipt } from './read-receipt.ts';

/**
 * Parks the cart of a page, on disk before it returns, and goes on with a parked one, or with an
 * empty one. The change of a sale that still stands on the screen stays with the page. Asked again
 * after its answer was lost it parks nothing twice, and answers the same cart.
 * @throws LapakError CARTS_TOO_MANY
 */
export function switchCart(till: CartParts, page: object, asked: CartSwitch): OpenedCart {
  const nowMs = till.clock();
  const opened = write(till, (tx): OpenedCart => {
    const isOthers = isElsewhere(till, tx, { id: asked.fresh, page }); // nothing is written over it
    const order = isOthers ? { ...asked, fresh: randomUUID() } : asked;
    const before = till.carts.heldBy(page);
    if (before !== undefined && before !== order.fresh) removeCart(tx, before);
    if (!isElsewhere(till, tx, { id: order.cart.id, page })) park(tx, order, nowMs);
    return order.to === null
      ? emptyCart(tx, order, nowMs)
      : takeCart(till, tx, { ...order, to: order.to, page, nowMs });
  });
  till.carts.hold(opened.id, page);
  till.checkpointer.wrote();
  publishParked(till);
  return opened;
}

/** Puts a cart aside; one with nothing in it is forgotten. */
function park(tx: Tx, { cart }: CartSwitch, nowMs: UtcMs): void {
  if (!hasContent(cart)) return removeCart(tx, cart.id);
  const isSameKind = (kept: StoredCart) => kept.isTraining === cart.isTraining;
  const carts = listCarts(tx).filter((kept) => kept.isParked && isSameKind(kept)).length;
  if (carts >= PARKED_MAX) throw new LapakError('CARTS_TOO_MANY', { carts });
  storeCart(tx, { ...cart, after: null, keptAtMs: nowMs, isParked: true });
}

/** An empty cart of the same kind, behind the change that stands on the screen. */
function emptyCart(tx: Tx, { cart, fresh }: CartSwitch, nowMs: UtcMs): OpenedCart {
  const none = { ...emptyAnswer(unusedId(tx, fresh)), ...kindOf(cart) };
  const { id, lines, scans } = none;
  const content = { id, lines, scans, after: cart.after, ...kindOf(cart) };
  const kept = { ...content, keptAtMs: nowMs, isParked: false };
  storeCart(tx, kept);
  const { paid } = readKept(tx, kept, nowMs);
  return { ...none, paid };
}

interface Taking {
  readonly page: object;
  readonly to: string;
  readonly fresh: string;
  readonly cart: CartSwitch['cart'];
  readonly nowMs: UtcMs;
}

/**
 * A parked cart under the page's new id; an empty one where it is no longer there to take. One of
 * training is not there for a real cart, nor the other way round.
 */
function takeCart({ carts }: CartParts, tx: Tx, order: Taking): OpenedCart {
  const { page, to, fresh, cart, nowMs } = order;
  const ids = [to, ...listWentOnAs(tx, to)];
  const newest = ids.at(-1) ?? to;
  // Under `fresh` it was taken by this very page, whose answer was lost.
  const isThere = (newest === to || newest === fresh) && !carts.isHeldByOther(newest, page);
  const found = isThere ? findCart(tx, newest) : undefined;
  const kept = found?.isTraining === cart.isTraining ? found : undefined;
  const receipt = findFirstReceipt(tx, ids);
  const id = newest === fresh ? fresh : unusedId(tx, fresh);
  const none = { ...emptyAnswer(id), ...kindOf(cart) };
  if (!kept || receipt) return { ...none, isElsewhere: true, paid: receipt };
  const after = cart.after ?? kept.after;
  const taken = { ...kept, after, id: none.id };
  goOnWith(tx, [kept.id], taken);
  const { isPaid: _paid, ...content } = readKept(tx, taken, nowMs);
  return { ...none, ...content };
}
