/** Which page holds which cart, while it is connected. A cart is never on two pages. */
export interface CartHolders {
  /** Whether a page other than this one holds the cart, or has gone on with it under a new id. */
  isElsewhere(id: string, page: object): boolean;
  /** From now on the page holds this cart and no other. @returns the one that it held before */
  hold(id: string, page: object): string | undefined;
  /** A page goes on with a cart that was left, under a new id. */
  goOn(from: string, to: string, page: object): void;
  /** The id under which another page went on with the cart. */
  wentOnAs(id: string): string | undefined;
  /** The page is gone. */
  leave(page: object): void;
  /** How many other pages hold a cart. */
  others(page: object): number;
}

/** Carts that were left and gone on with are remembered while a page may still ask for them. */
const LEFT_MAX = 64;

/** Nothing of it is written: a page that outlives its till takes its cart again by resumeCart(). */
export function keepCartHolders(): CartHolders {
  const held = new Map<object, string>();
  const left = new Map<string, string>();
  const hold = (id: string, page: object): string | undefined => {
    const before = held.get(page);
    for (const [holder, cart] of held) if (cart === id) held.delete(holder);
    held.set(page, id);
    return before;
  };
  return {
    hold,
    isElsewhere: (id, page) =>
      left.has(id) || [...held].some(([holder, cart]) => cart === id && holder !== page),
    goOn: (from, to, page) => {
      hold(to, page);
      left.set(from, to);
      const [oldest] = left.keys();
      if (left.size > LEFT_MAX && oldest !== undefined) left.delete(oldest);
    },
    wentOnAs: (id) => left.get(id),
    leave: (page) => void held.delete(page),
    others: (page) => held.size - (held.has(page) ? 1 : 0),
  };
}
