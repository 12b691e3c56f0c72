import { LapakError } from '../../../domain/errors.ts';
import type { Actor } from '../../../domain/actor.ts';
import { payableLines, shelfFacts } from '../../../domain/sales/cart.ts';
import type { CartLine, KeptCart, OpenedCart, RingUp } from '../../../domain/sales/contract.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import { HOUR_MS, type UtcMs } from '../../../domain/time.ts';
import type { Book } from '../database/book.ts';
import type { Checkpointer } from '../database/checkpointer.ts';
import type { Tx } from '../database/run.ts';
import { read, write } from '../database/write.ts';
import { listShelfProducts } from '../catalog/procedures.ts';
import type { CartHolders } from './cart-holders.ts';
import {
  findCart,
  listCarts,
  listWentOnAs,
  removeCart,
  type StoredCart,
  writeCart,
  writeWentOn,
} from './cart-store.ts';
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

/** The cart that a page held before it was loaded again, and what it could not keep any more. */
interface WantedCart {
  readonly id: string;
  readonly unkept: KeptCart | null;
}

/**
 * The cart that a page begins with: `wanted`, which it held before it was loaded again; or the
 * newest that no page holds, under the id `fresh`; or an empty one with that id. One that was paid
 * is answered as its receipt. From then on the page holds it.
 */
export function openCart(
  till: CartParts,
  page: object,
  { wanted, fresh }: { readonly wanted: WantedCart | null; readonly fresh: string },
): OpenedCart {
  const { carts, clock } = till;
  const nowMs = clock();
  const opened = write(till, (tx): OpenedCart => {
    const none = emptyCart(fresh);
    const wentOnAs = wanted ? listWentOnAs(tx, wanted.id).at(-1) : undefined;
    if (wentOnAs !== undefined && wentOnAs !== fresh) return { ...none, isElsewhere: true };
    const isWanted = wanted !== null && wentOnAs === undefined;
    const kept =
      findCart(tx, fresh) ?? // there is one when the answer to this very page was lost
      (isWanted ? findWanted(tx, wanted, nowMs) : undefined) ??
      (wanted ? undefined : findLeft(tx, carts, page));
    if (!kept) return none;
    const { isPaid, ...found } = readKept(tx, kept, nowMs);
    const id = isWanted && !isPaid ? kept.id : fresh;
    goOnWith(tx, { ...kept, ...(isPaid && { lines: [], after: found.paid?.id ?? null }) }, id);
    const isLeft = !wanted && found.lines.length > 0;
    return { ...none, id, ...found, leftAtMs: isLeft ? kept.keptAtMs : null };
  });
  carts.hold(opened.id, page);
  return { ...opened, otherPages: carts.others(page) };
}

/** The newest cart that no page has. */
function findLeft(tx: Tx, carts: CartHolders, page: object): StoredCart | undefined {
  return listCarts(tx).find(({ id }) => !carts.isHeldByOther(id, page));
}

/** Keeps a cart under the id that it has from now on: the page may be gone before it does. */
function goOnWith(tx: Tx, { keptAtMs, ...cart }: StoredCart, id: string): void {
  removeCart(tx, cart.id);
  storeCart(tx, { ...cart, id }, keptAtMs);
  if (id !== cart.id) writeWentOn(tx, cart.id, id);
}

/** The cart of the page that was loaded again, also one that was empty. */
function findWanted(tx: Tx, { id, unkept }: WantedCart, nowMs: UtcMs): StoredCart {
  const kept = unkept ? { ...unkept, keptAtMs: nowMs } : findCart(tx, id);
  return kept ?? { id, lines: [], scans: [], after: null, keptAtMs: nowMs };
}

/** Whether a page other than this one has the cart, or has gone on with it under a new id. */
function isElsewhere(
  { carts }: CartParts,
  tx: Tx,
  { id, page }: { readonly id: string; readonly page: object },
): boolean {
  return carts.isHeldByOther(id, page) || listWentOnAs(tx, id).length > 0;
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
    // What it was paid as; behind that other carts begin.
    const ids = [id, ...listWentOnAs(tx, id)];
    const [receipt = null] = ids.flatMap((one) => findReceiptByUuid(tx, one) ?? []);
    return { isElsewhere: isElsewhere(till, tx, { id, page }), receipt };
  });
  if (!answer.isElsewhere) till.carts.hold(id, page);
  return answer;
}

/**
 * Keeps the cart of this page, on disk before it returns, in place of the one that it kept before.
 * @throws LapakError CART_ELSEWHERE
 */
export function keepCart(till: CartParts, page: object, cart: KeptCart): void {
  write(till, (tx) => {
    refuseElsewhere(till, tx, { id: cart.id, page });
    const before = till.carts.heldBy(page);
    if (before !== undefined && before !== cart.id) removeCart(tx, before);
    storeCart(tx, cart, till.clock());
  });
  till.carts.hold(cart.id, page);
  till.checkpointer.wrote();
}

/** An empty cart needs no keeping. */
function storeCart(tx: Tx, cart: KeptCart, keptAtMs: UtcMs): void {
  const { id, lines, scans, after } = cart;
  if (lines.length === 0 && scans.length === 0 && after === null) removeCart(tx, id);
  else writeCart(tx, cart, keptAtMs);
}

function refuseElsewhere(
  till: CartParts,
  tx: Tx,
  cart: { readonly id: string; readonly page: object },
): void {
  if (isElsewhere(till, tx, cart)) throw new LapakError('CART_ELSEWHERE', {});
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
  read(till, (tx) => refuseElsewhere(till, tx, { id: order.id, page }));
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
  const recent = (sale: Receipt | undefined): Receipt | null =>
    sale && Math.abs(nowMs - sale.soldAtMs) <= CHANGE_MS_MAX ? sale : null;
  if (booked) return { lines: [], scans, gone: [], paid: recent(booked), isPaid: true };
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
  const payable = payableLines(lines); // at the prices of now
  gone.push(...lines.filter((line) => !payable.includes(line)).map(({ name }) => name));
  return { lines: [...payable], scans, gone, paid: recent(last), isPaid: false };
}

function emptyCart(id: string): OpenedCart {
  const facts = { paid: null, leftAtMs: null, otherPages: 0, isElsewhere: false };
  return { id, lines: [], scans: [], gone: [], ...facts };
}
