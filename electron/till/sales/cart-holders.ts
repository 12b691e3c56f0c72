/** Which page holds which cart, while it is connected. A cart is never on two pages. */
export interface CartHolders {
  /** Whether a page other than this one holds the cart. */
  isHeldByOther(id: string, page: object): boolean;
  /** Whether any page holds the cart. */
  isHeld(id: string): boolean;
  /** From now on the page holds this cart and no other. */
  hold(id: string, page: object): void;
  /** The cart that the page holds. */
  heldBy(page: object): string | undefined;
  /** The page is gone. */
  leave(page: object): void;
  /** How many other pages hold a cart. */
  others(page: object): number;
}

/** Nothing of it is written: a page that outlives its till takes its cart again by resumeCart(). */
export function keepCartHolders(): CartHolders {
  const held = new Map<object, string>();
  return {
    isHeldByOther: (id, page) => [...held].some(([holder, cart]) => cart === id && holder !== page),
    isHeld: (id) => [...held.values()].includes(id),
    hold: (id, page) => {
      for (const [holder, cart] of held) if (cart === id) held.delete(holder);
      held.set(page, id);
    },
    heldBy: (page) => held.get(page),
    leave: (page) => void held.delete(page),
    others: (page) => held.size - (held.has(page) ? 1 : 0),
  };
}
