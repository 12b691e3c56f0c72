import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { listCarts, removeCart, type StoredCart } from './cart-store.ts';
import { findUnfinished } from './read-kept.ts';

/** What a new page begins with. */
export interface LeftCart {
  readonly kept: StoredCart;
  /** The cart of which only its change was left: it stands before `kept`. */
  readonly changeOf: StoredCart | null;
}

/**
 * What was left by pages that are gone: the newest change of a sale, which somebody waits for, and
 * behind it the newest cart that was filled. A cart of which nothing is left to do is forgotten.
 * @param isHeld whether a page has the cart
 */
export function findLeft(
  tx: Tx,
  isHeld: (id: string) => boolean,
  nowMs: UtcMs,
): LeftCart | undefined {
  const left = listCarts(tx)
    .filter(({ id, isParked }) => !isParked && !isHeld(id))
    .map((kept) => ({ kept, ...findUnfinished(tx, kept, nowMs) }));
  for (const { kept, paid, hasContent } of left) if (!paid && !hasContent) removeCart(tx, kept.id);
  const filled = left.filter(({ paid, hasContent }) => hasContent && !paid);
  const due = left.find(({ paid }) => paid);
  if (!due) return filled[0] && { kept: filled[0].kept, changeOf: null };
  const behind = due.hasContent ? undefined : filled.find(({ isPaid }) => !isPaid);
  if (!behind) return { kept: due.kept, changeOf: null };
  const after = due.paid?.id ?? null;
  return { kept: { ...behind.kept, after }, changeOf: due.kept };
}
