import { randomUUID } from 'node:crypto';
import {
  type CartAnswer,
  type CartWish,
  hasContent,
  type OpenedCart,
} from '../../../domain/sales/kept-cart.ts';
import type { Receipt } from '../../../domain/sales/receipt.ts';
import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { write } from '../database/write.ts';
import type { CartParts } from './carts.ts';
import { findCart, listCarts, listWentOnAs, type StoredCart } from './cart-store.ts';
import { goOnWith } from './go-on-with.ts';
import { findLeft, type LeftCart } from './left-carts.ts';
import { publishParked } from './parked-carts.ts';
import { kindOf, readKept } from './read-kept.ts';
import { findFirstReceipt } from './read-receipt.ts';

/**
 * The cart that a page begins with: `wanted`, which it held before it was loaded again, under
 * whatever id it went on, as long as no other page has it; for a new page what was left; or an
 * empty one with the id `fresh`. One that was paid is answered as its receipt. From then on the
 * page holds it.
 */
export function openCart(till: CartParts, page: object, wish: CartWish): CartAnswer {
  const { carts, clock } = till;
  const nowMs = clock();
  const isHeld = (id: string): boolean => carts.isHeldByOther(id, page);
  const opened = write(till, (tx): CartAnswer => {
    const { wanted, fresh } = wish;
    const ids = listIds(tx, wish);
    const newest = ids.at(-1);
    const isOwn = newest === undefined || newest === fresh || newest === wanted?.id;
    const left =
      isOwn || !isHeld(newest) ? findCartFor(tx, { wish, ids, isHeld, nowMs }) : undefined;
    const none = emptyAnswer(unusedId(tx, fresh));
    if (!left) {
      if (isOwn) return { ...none, hasUnkept: true };
      const kind = kindOf(wanted?.unkept ?? findCart(tx, newest) ?? {});
      const paid = findFirstReceipt(tx, ids);
      return { ...none, ...kind, isElsewhere: true, hasUnkept: false, paid };
    }
    const { kept, changeOf } = left;
    const { isPaid, ...found } = readKept(tx, kept, nowMs);
    const id = newest !== undefined && isOwn && !isPaid ? newest : none.id;
    const goesOn = isPaid ? behindPaid(kept, found.paid) : kept;
    goOnWith(tx, [kept.id, ...(changeOf ? [changeOf.id] : [])], { ...goesOn, id });
    const isLeft = (wanted === null || !isOwn) && hasContent(found);
    return { ...none, id, ...found, hasUnkept: isOwn, leftAtMs: isLeft ? kept.keptAtMs : null };
  });
  carts.hold(opened.id, page);
  publishParked(till);
  return { ...opened, otherPages: carts.others(page) };
}

/** The ids that the cart of this page has had, the newest last; none for a page that is new. */
function listIds(tx: Tx, { wanted, fresh }: CartWish): string[] {
  // It is known when an answer to this very page was lost.
  const isKnown = findCart(tx, fresh) !== undefined || listWentOnAs(tx, fresh).length > 0;
  const first = isKnown ? fresh : wanted?.id;
  return first === undefined ? [] : [first, ...listWentOnAs(tx, first)];
}

interface Search {
  readonly wish: CartWish;
  /** As listIds() has them. */
  readonly ids: readonly string[];
  readonly isHeld: (id: string) => boolean;
  readonly nowMs: UtcMs;
}

function findCartFor(tx: Tx, { wish, ids, isHeld, nowMs }: Search): LeftCart | undefined {
  const newest = ids.at(-1);
  if (newest === undefined) return findLeft(tx, isHeld, nowMs);
  const kept =
    newest === wish.wanted?.id
      ? findWanted(tx, wish.wanted, nowMs)
      : (findCart(tx, newest) ??
        // It was paid, and its page has closed while the change stood on the screen.
        listCarts(tx).find(({ id, after }) => after === newest && !isHeld(id)));
  return kept && { kept, changeOf: null };
}

/** The cart of the page that was loaded again, also one that was empty. */
function findWanted(
  tx: Tx,
  { id, unkept }: NonNullable<CartWish['wanted']>,
  nowMs: UtcMs,
): StoredCart {
  const onPage = { keptAtMs: nowMs, isParked: false };
  const kept = unkept ? { ...unkept, ...onPage } : findCart(tx, id);
  return kept ?? { id, lines: [], scans: [], after: null, ...onPage };
}

/** `fresh`, unless a page has gone on with a cart that had this id. */
export function unusedId(tx: Tx, fresh: string): string {
  return listWentOnAs(tx, fresh).length > 0 ? randomUUID() : fresh;
}

/** What comes behind a cart that was paid: nothing of what was agreed on it, or taken for it. */
function behindPaid(
  { id, scans, keptAtMs, isParked, ...kept }: StoredCart,
  paid: Receipt | null,
): StoredCart {
  return { id, lines: [], scans, ...kindOf(kept), after: paid?.id ?? null, keptAtMs, isParked };
}

/** What a page begins with that has nothing. */
export function emptyAnswer(id: string): OpenedCart {
  const facts = { paid: null, leftAtMs: null, otherPages: 0, isElsewhere: false };
  return { id, lines: [], scans: [], gone: [], ...facts };
}
