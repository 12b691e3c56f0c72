import { LapakError } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/actor.ts';
import { shelfFacts } from '../../../domain/sales/cart.ts';
import type { CartLine, KeptCart, OpenedCart, RingUp } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { HOUR_MS, type UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { listShelfProducts } from '../catalog/procedures.ts';
import type { CartHolders } from './cart-holders.ts';
import { findCart, listCarts, removeCart, type StoredCart, writeCart } from './cart-store.ts';
import { findReceiptByUuid } from './read-receipt.ts';
import { ringUp, type RingUpParts } from './ring-up.ts';

/** What keeping carts needs of the till. */
export interface CartParts extends Book {
  readonly clock: () => UtcMs;
  readonly carts: CartHolders;
  readonly checkpointer: Checkpointer;
}

/** The change of a sale is still to be given for so long after it. */
const CHANGE_MS_MAX = 12 * HOUR_MS;

/**
 * The cart that a page begins with: `wanted`, which it held before it was loaded again; or the
 * newest that no page holds, under the id `fresh`; or an empty one with that id. One that was paid
 * is answered as its receipt. From then on the page holds it.
 */
export function openCart(
  till: CartParts,
  page: object,
  { wanted, fresh }: { readonly wanted: string | null; readonly fresh: string },
): OpenedCart {
  const { carts, clock } = till;
  const nowMs = clock();
  const { opened, from } = write(till, (tx) => {
    const kept =
      wanted === null
        ? listCarts(tx).find(({ id }) => !carts.isElsewhere(id, page))
        : findWanted(tx, wanted, carts, nowMs);
    if (!kept) return { opened: emptyCart(fresh), from: null };
    const { isPaid, ...found } = readKept(tx, kept, nowMs);
    const goesOn = kept.id === wanted && !isPaid;
    if (!goesOn) {
      // Under its new id at once: the page may be gone before it keeps anything itself.
      removeCart(tx, kept.id);
      const left = isPaid ? { lines: [], after: found.paid?.id ?? null } : kept;
      writeCart(
        tx,
        { id: fresh, lines: left.lines, scans: kept.scans, after: left.after },
        kept.keptAtMs,
      );
    }
    const isLeft = wanted === null && found.lines.length > 0;
    const leftAtMs = isLeft ? kept.keptAtMs : null;
    return {
      opened: { ...emptyCart(goesOn ? kept.id : fresh), ...found, leftAtMs },
      from: goesOn ? null : kept.id,
    };
  });
  if (from === null) carts.hold(opened.id, page);
  else carts.goOn(from, opened.id, page);
  return { ...opened, otherPages: carts.others(page) };
}

/** The cart of the page that was loaded again, also one that was empty; unless another has it. */
function findWanted(tx: Tx, id: string, carts: CartHolders, nowMs: UtcMs): StoredCart | undefined {
  if (carts.wentOnAs(id) !== undefined) return undefined;
  return findCart(tx, id) ?? { id, lines: [], scans: [], after: null, keptAtMs: nowMs };
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
  const isElsewhere = till.carts.isElsewhere(id, page);
  if (!isElsewhere) till.carts.hold(id, page);
  const sold = till.carts.wentOnAs(id) ?? id;
  const receipt = read(till, (tx) => findReceiptByUuid(tx, sold) ?? null);
  return { isElsewhere, receipt };
}

/**
 * Keeps the cart of this page, on disk before it returns, in place of the one that it kept before;
 * an empty one needs no keeping. @throws LapakError CART_ELSEWHERE
 */
export function keepCart(till: CartParts, page: object, cart: KeptCart): void {
  if (till.carts.isElsewhere(cart.id, page)) throw new LapakError('CART_ELSEWHERE', {});
  const before = till.carts.hold(cart.id, page);
  const { lines, scans, after } = cart;
  const isEmpty = lines.length === 0 && scans.length === 0 && after === null;
  write(till, (tx) => {
    if (before !== undefined && before !== cart.id) removeCart(tx, before);
    if (isEmpty) removeCart(tx, cart.id);
    else writeCart(tx, cart, till.clock());
  });
  till.checkpointer.wrote();
}

/**
 * Books the cart of this page as a paid sale.
 * @throws LapakError CART_ELSEWHERE when another page has it, and as ringUp()
 */
export function payCart(
  till: CartParts & RingUpParts,
  { page, actor }: { readonly page: object; readonly actor: Actor },
  order: RingUp,
): Receipt {
  if (till.carts.isElsewhere(order.id, page)) throw new LapakError('CART_ELSEWHERE', {});
  return ringUp(till, actor, order);
}

/** A cart as it can be shown now. */
interface FoundCart extends Pick<OpenedCart, 'lines' | 'scans' | 'gone' | 'paid'> {
  /** Whether it has become the sale `paid`. */
  readonly isPaid: boolean;
}

function readKept(tx: Tx, kept: StoredCart, nowMs: UtcMs): FoundCart {
  const booked = findReceiptByUuid(tx, kept.id);
  const { scans } = kept;
  if (booked) return { lines: [], scans, gone: [], paid: booked, isPaid: true };
  const codes = kept.lines.map((line) => line.code);
  const shelf = new Map(listShelfProducts(tx, codes).map((product) => [product.code, product]));
  const lines: CartLine[] = [];
  const gone: string[] = [];
  for (const { code, unit, quantityMilli, name } of kept.lines) {
    const product = shelf.get(code);
    const sold = product?.units.find((one) => one.unit === unit);
    if (!product || !sold) gone.push(name);
    else {
      const { priceRupiah } = sold;
      const line = { code, name: product.name, unit, quantityMilli, priceRupiah };
      lines.push({ ...line, ...shelfFacts(product) });
    }
  }
  const last = kept.after === null ? undefined : findReceiptByUuid(tx, kept.after);
  const isRecent = last !== undefined && Math.abs(nowMs - last.soldAtMs) <= CHANGE_MS_MAX;
  return { lines, scans, gone, paid: isRecent ? last : null, isPaid: false };
}

function emptyCart(id: string): OpenedCart {
  return { id, lines: [], scans: [], gone: [], paid: null, leftAtMs: null, otherPages: 0 };
}
