import { assert } from '../../../domain/assert.ts';
import { LapakError } from '../../../domain/errors.ts';
import type { KeptCart } from '../../../domain/sales/kept-cart.ts';
import type { RingUp } from '../../../domain/sales/order.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Log } from '../../../node/log.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import type { TillNews } from '../news.ts';
import type { CartHolders } from './cart-holders.ts';
import { findCart, listWentOnAs, removeCart, storeCart, type StoredCart } from './cart-store.ts';
import { publishParked } from './parked-carts.ts';
import { findFirstReceipt } from './read-receipt.ts';
import { ringUp, type RingUpParts } from './ring-up.ts';

/** Who sells where, and whether it is a sale or practised. */
type PayAs = Parameters<typeof ringUp>[1];

interface Kind {
  readonly isTraining?: boolean | undefined;
}

/** What keeping carts needs of the till. */
export interface CartParts extends Book {
  readonly clock: () => UtcMs;
  readonly carts: CartHolders;
  readonly news: Pick<TillNews, 'parked'>;
  readonly log: Pick<Log, 'error'>;
  readonly checkpointer: Checkpointer;
}

/**
 * Whether the cart is not this page's: another one has it or has gone on with it under a new id,
 * or it was parked.
 */
export function isElsewhere(
  { carts }: Pick<CartParts, 'carts'>,
  tx: Tx,
  { id, page }: { readonly id: string; readonly page: object },
): boolean {
  if (carts.isHeldByOther(id, page) || listWentOnAs(tx, id).length > 0) return true;
  return findCart(tx, id)?.isParked === true;
}

/**
 * Takes a cart again after the connection was lost: whether another page has it now, and the sale
 * that it has become.
 */
export function resumeCart(
  till: CartParts,
  page: object,
  { id }: { readonly id: string },
): { isElsewhere: boolean; receipt: Receipt | null } {
  const answer = read(till, (tx) => {
    const receipt = findFirstReceipt(tx, [id, ...listWentOnAs(tx, id)]);
    return { isElsewhere: isElsewhere(till, tx, { id, page }), receipt };
  });
  if (!answer.isElsewhere) till.carts.hold(id, page);
  publishParked(till);
  return answer;
}

/**
 * Keeps the cart of this page, on disk before it returns, in place of the one that it kept before.
 * @throws LapakError CART_ELSEWHERE
 */
export function keepCart(till: CartParts, page: object, cart: KeptCart): void {
  write(till, (tx) => {
    refuseElsewhere(till, tx, { id: cart.id, page });
    assertKind(tx, cart);
    const before = till.carts.heldBy(page);
    if (before !== undefined && before !== cart.id) removeCart(tx, before);
    storeCart(tx, { ...cart, keptAtMs: till.clock(), isParked: false });
  });
  till.carts.hold(cart.id, page);
  till.checkpointer.wrote();
}

function refuseElsewhere(
  till: CartParts,
  tx: Tx,
  cart: { readonly id: string; readonly page: object },
): void {
  if (isElsewhere(till, tx, cart)) throw new LapakError('CART_ELSEWHERE', {});
}

/**
 * Books the cart of this page as a paid sale, or as training.
 * @throws LapakError CART_ELSEWHERE when another page has it, and as ringUp()
 */
export function payCart(
  till: CartParts & RingUpParts,
  { page, ...at }: PayAs & { readonly page: object },
  order: RingUp,
): Receipt {
  read(till, (tx) => {
    refuseElsewhere(till, tx, { id: order.id, page });
    assertKind(tx, { id: order.id, isTraining: at.kind === 'training' });
  });
  return ringUp(till, at, order);
}

/** A cart is of training from its beginning or never: no fault of a page makes one the other. */
function assertKind(tx: Tx, { id, isTraining = false }: Pick<StoredCart, 'id'> & Kind): void {
  const kept = findCart(tx, id);
  const isSame = kept === undefined || (kept.isTraining === true) === isTraining;
  assert(isSame, 'a cart stays of training, or of none');
}
