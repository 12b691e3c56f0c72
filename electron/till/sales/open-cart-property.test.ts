import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rupiah } from '../../../domain/money.ts';
import { pcs } from '../../../domain/quantity.ts';
import type { CartAnswer, CartWish, OpenedCart } from '../../../domain/sales/kept-cart.ts';
import { aPage, kopi } from '../../../test/support/kept-carts.ts';
import {
  anId,
  atDrawer,
  aUnit,
  openTestShift,
  openTestTill,
  stockProduct,
} from '../../../test/support/test-till.ts';
import type { Till } from '../till.ts';
import { keepCart, payCart } from './carts.ts';
import { openCart } from './open-cart.ts';
import { listParked } from './parked-carts.ts';
import { switchCart } from './switch-cart.ts';

/**
 * A morning of windows that are opened, closed, loaded again before they heard an answer, opened
 * again and killed, and that park carts and take them: what is in carts is in one cart each, and
 * every sale is seen by somebody.
 */

/** `LAPAK_RUNS=100000` lives as many mornings; a test run does with fewer. */
const RUNS = Number(process.env['LAPAK_RUNS'] ?? 500);

const PRICE = 45_000;
const acts = fc.array(
  fc.record({
    does: fc.constantFrom(
      'open' as const,
      'fill' as const,
      'fill' as const,
      'pay' as const,
      'payUnheard' as const,
      'payUnheard' as const,
      'next' as const,
      'reload' as const,
      'reloadUnheard' as const,
      'reloadUnheard' as const,
      'park' as const,
      'park' as const,
      'parkUnheard' as const,
      'take' as const,
      'take' as const,
      'takeUnheard' as const,
      'close' as const,
      'reopen' as const,
      'kill' as const,
    ),
    which: fc.nat(3),
    /** Whether the till hears late that a page which is loaded again has gone. */
    isLate: fc.boolean(),
  }),
  { minLength: 5, maxLength: 30 },
);
type Acts = typeof acts extends fc.Arbitrary<infer T> ? T : never;
type Act = Acts[number];

/** A window, as far as it knows what it has. */
interface Window {
  page: object;
  /** The cart; null while no answer was heard. */
  cart: { id: string; pieces: number; after: string | null } | null;
  /** What it asks for. */
  wish: CartWish;
  /** Whether a sale is on its way. */
  isPaying: boolean;
}

/** What a window that was closed asks for when it is opened again, and what was in its cart. */
interface Closed {
  readonly wish: CartWish;
  readonly pieces: number;
}

class Morning {
  till: Till;
  readonly windows: Window[] = [];
  readonly closed: Closed[] = [];
  /** Pieces that are in a cart; each cart is known by how many. */
  readonly filled = new Set<number>();
  readonly sold = new Set<string>();
  readonly seen = new Set<string>();
  #pieces = 0;

  constructor(till: Till) {
    this.till = till;
  }

  do({ does, which, isLate }: Act): void {
    const at = this.windows[which % Math.max(1, this.windows.length)];
    if (does === 'open') this.open({ wanted: null, fresh: anId() });
    else if (does === 'reopen') {
      const [closed] = this.closed.splice(which % Math.max(1, this.closed.length), 1);
      if (closed) this.open(closed.wish, closed.pieces);
    } else if (at) this.doIn(at, does, { which, isLate });
  }

  doIn(at: Window, does: Exclude<Act['does'], 'open' | 'reopen'>, given: Omit<Act, 'does'>) {
    const { which, isLate } = given;
    switch (does) {
      case 'park':
      case 'parkUnheard':
        return this.change(at, null, { isHeard: does === 'park', isLate });
      case 'take':
      case 'takeUnheard': {
        const parked = listParked(this.till);
        const to = parked[which % Math.max(1, parked.length)]?.id ?? null;
        return this.change(at, to, { isHeard: does === 'take', isLate });
      }
      case 'fill':
        return this.fill(at);
      case 'pay':
      case 'payUnheard':
        return this.pay(at, does === 'pay');
      case 'next':
        return this.keep(at, { after: null });
      case 'reload':
      case 'reloadUnheard':
        return this.reload(at, does === 'reload', isLate);
      case 'close':
        this.closed.push(this.end(at));
        return;
      case 'kill':
        this.closed.push(...this.endAll());
    }
  }

  open(wish: CartWish, pieces = 0): Window {
    const at: Window = { page: aPage(), cart: null, wish, isPaying: false };
    const answer = openCart(this.till, at.page, wish);
    // Only a window that is there can have it.
    if (this.windows.length === 0 && this.filled.has(pieces)) {
      expect(answer.lines).toMatchObject([{ quantityMilli: pcs(pieces) }]);
    }
    this.windows.push(at);
    this.hear(at, answer);
    return at;
  }

  hear(at: Window, { id, lines, paid, isElsewhere }: CartAnswer): void {
    if (paid) this.seen.add(paid.id);
    const pieces = (lines[0]?.quantityMilli ?? 0) / 1000;
    at.cart = { id, pieces, after: isElsewhere ? null : (paid?.id ?? null) };
    at.isPaying = false;
    this.keep(at, {});
    const carts = this.windows.flatMap(({ cart }) => cart ?? []);
    expect(new Set(carts.map((cart) => cart.id)).size).toBe(carts.length);
    const contents = carts.flatMap((cart) => cart.pieces || []);
    expect(new Set(contents).size).toBe(contents.length);
  }

  keep(at: Window, change: { pieces?: number; after?: null; id?: string }): void {
    if (!at.cart || at.isPaying) return;
    at.cart = { ...at.cart, ...change };
    const { id, pieces, after } = at.cart;
    const lines = pieces === 0 ? [] : [{ ...kopi, quantityMilli: pcs(pieces) }];
    keepCart(this.till, at.page, { id, lines, scans: [], after });
  }

  fill(at: Window): void {
    if (at.cart?.pieces !== 0 || at.isPaying) return;
    this.#pieces += 1;
    this.filled.add(this.#pieces);
    this.keep(at, { pieces: this.#pieces, after: null });
  }

  pay(at: Window, isHeard: boolean): void {
    const { cart, page } = at;
    if (!cart || cart.pieces === 0 || at.isPaying) return;
    const amount = rupiah(cart.pieces * PRICE);
    const line = { code: kopi.code, unit: kopi.unit, priceRupiah: rupiah(PRICE) };
    const { id } = payCart(
      this.till,
      { page, ...atDrawer },
      {
        id: cart.id,
        lines: [{ ...line, quantityMilli: pcs(cart.pieces) }],
        tenders: [{ kind: 'cash', amountRupiah: amount }],
        expectedTotalRupiah: amount,
      },
    );
    this.filled.delete(cart.pieces);
    this.sold.add(id);
    at.isPaying = !isHeard;
    if (!isHeard) return;
    this.seen.add(id);
    at.cart = { id: anId(), pieces: 0, after: id };
    this.keep(at, {});
  }

  /** Parks its cart for another; where that is not heard it asks again, or is loaded again. */
  change(
    at: Window,
    to: string | null,
    { isHeard, isLate }: { readonly isHeard: boolean; readonly isLate: boolean },
  ): void {
    if (!at.cart || at.isPaying) return;
    const { id, pieces, after } = at.cart;
    const lines = pieces === 0 ? [] : [{ ...kopi, quantityMilli: pcs(pieces) }];
    const cart = { id, lines, scans: [], after };
    const order = { cart, to, fresh: anId() };
    const heard = (answer: OpenedCart) => this.hear(at, { ...answer, hasUnkept: true });
    const first = switchCart(this.till, at.page, order);
    if (isHeard) return heard(first);
    this.till.carts.leave(at.page);
    at.page = aPage();
    if (isLate) return heard(switchCart(this.till, at.page, order));
    const wanted = { id, unkept: cart };
    this.hear(at, openCart(this.till, at.page, { wanted, fresh: order.fresh }));
  }

  reload(at: Window, isHeard: boolean, isLate: boolean): void {
    const before = at.page;
    if (!isLate) this.till.carts.leave(before);
    at.wish = wishOf(at);
    at.page = aPage();
    at.cart = null;
    const answer = openCart(this.till, at.page, at.wish);
    expect(answer.isElsewhere).toBe(false);
    if (isHeard) this.hear(at, answer);
    if (isLate) this.till.carts.leave(before);
  }

  end(at: Window): Closed {
    this.windows.splice(this.windows.indexOf(at), 1);
    this.till.carts.leave(at.page);
    return closedOf(at);
  }

  endAll(): Closed[] {
    for (const { page } of this.windows) this.till.carts.leave(page);
    return this.windows.splice(0).map(closedOf);
  }
}

function closedOf(at: Window): Closed {
  return { wish: wishOf(at), pieces: at.cart?.pieces ?? 0 };
}

/** What a window asks for when it is loaded again. */
function wishOf({ cart, wish }: Window): CartWish {
  return cart ? { wanted: { id: cart.id, unkept: null }, fresh: anId() } : wish;
}

test('whatever windows do, what is in carts is in one each, and every sale is seen', async () => {
  const { till, close } = await openTestTill();
  openTestShift(till);
  stockProduct(till, { code: 'KOPI-01', name: 'Kopi Gayo', units: [aUnit('pcs', 1, PRICE)] });
  fc.assert(
    fc.property(acts, (all) => {
      const at = new Morning(till);
      at.open({ wanted: null, fresh: anId() });
      for (const act of all) at.do(act);
      at.endAll();

      const found: number[] = [];
      const changes: string[] = [];
      for (let isMore = true; isMore; ) {
        const { cart } = at.open({ wanted: null, fresh: anId() });
        if (cart?.pieces) found.push(cart.pieces);
        if (cart?.after) changes.push(cart.after);
        isMore = cart !== null && (cart.pieces > 0 || cart.after !== null);
      }
      const taker = at.open({ wanted: null, fresh: anId() });
      for (let [next] = listParked(till); next; [next] = listParked(till)) {
        at.change(taker, next.id, { isHeard: true, isLate: false });
        found.push(taker.cart?.pieces ?? 0);
        at.keep(taker, { pieces: 0 });
      }
      expect(new Set(found)).toEqual(at.filled);
      expect(found).toHaveLength(at.filled.size);
      expect(new Set(changes).size).toBe(changes.length);
      expect([...at.sold].filter((id) => !at.seen.has(id))).toEqual([]);
      for (const window of at.windows) at.keep(window, { pieces: 0, after: null });
      at.endAll(); // nothing is left for the next morning
    }),
    { numRuns: RUNS },
  );
  await close();
});
