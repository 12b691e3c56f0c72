import type { UtcMs } from '../../../domain/time.ts';
import type { Tx } from '../database/run.ts';
import { listCarts, removeCart, type StoredCart } from './cart-store.ts';
import { CHANGE_MS_MAX, findUnfinished, type Unfinished } from './read-kept.ts';

/** What a new page begins with. */
export interface LeftCart {
  readonly kept: StoredCart;
  /** The cart of which only its change was left: it stands before `kept`. */
  readonly changeOf: StoredCart | null;
}

interface Left extends Unfinished {
  readonly kept: StoredCart;
}

/**
 * What was left by pages that are gone: the newest change of a sale, which somebody waits for, and
 * behind it the newest cart that was filled, of the same kind. A cart of which nothing is left to
 * do is forgotten. Training goes on where it was left a while ago, also with an empty cart; what is
 * older waits among the parked.
 * @param isHeld whether a page has the cart
 */
export function findLeft(
  tx: Tx,
  isHeld: (id: string) => boolean,
  nowMs: UtcMs,
): LeftCart | undefined {
  const left = listCarts(tx)
    .filter(({ id, isParked }) => !isParked && !isHeld(id))
    .map((kept): Left => ({ kept, ...findUnfinished(tx, kept, nowMs) }));
  const goesOn = ({ kept, isPaid }: Left): boolean =>
    kept.isTraining === true && !isPaid && Math.abs(nowMs - kept.keptAtMs) <= CHANGE_MS_MAX;
  for (const one of left) {
    if (!one.paid && !one.hasContent && !goesOn(one)) removeCart(tx, one.kept.id);
  }
  const filled = left.filter((one) => {
    return one.hasContent && !one.paid && (!one.kept.isTraining || goesOn(one));
  });
  const due = left.find(({ paid }) => paid);
  const [first = left.find(goesOn)] = filled;
  if (!due) return first && { kept: first.kept, changeOf: null };
  const isBehind = ({ kept, isPaid }: Left): boolean =>
    !isPaid && kept.isTraining === due.kept.isTraining;
  const behind = due.hasContent ? undefined : filled.find(isBehind);
  if (!behind) return { kept: due.kept, changeOf: null };
  const after = due.paid?.id ?? null;
  return { kept: { ...behind.kept, after }, changeOf: due.kept };
}
