import { useMemo } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { Milli } from '../../../domain/quantity.ts';
import {
  addToCart,
  changeLineUnit,
  lineKey,
  refreshProduct,
  removeLine,
  setLineQuantity,
  stepLine,
  type CartLine,
  type CartLines,
} from '../../../domain/sales/cart.ts';
import { priceCart, type PricedCart } from '../../../domain/sales/pricing.ts';
import { useLatest } from '../../ui/use-latest.ts';
import { saveCart, readSavedCart } from './saved-cart.ts';

interface CartState {
  /** Id of the sale that this cart becomes. */
  readonly id: string;
  readonly lines: CartLines;
  /** Key of the line that the keys and the line bar act on; empty when there is none. */
  readonly selectedKey: string;
}

/** The cart being built. Each act throws LapakError when the cart cannot take it. */
export interface CurrentCart extends CartState {
  readonly priced: PricedCart<CartLine>;
  readonly selected: CartLine | undefined;
  /** The cart as it is now, also before the screen has been drawn anew. */
  now(): CartState;
  add(product: ShelfProduct, unit: string, quantityMilli: Milli): void;
  step(units: 1 | -1): void;
  setQuantity(quantityMilli: Milli): void;
  changeUnit(unit: string): void;
  remove(): void;
  select(key: string): void;
  moveSelection(by: 1 | -1): void;
  refresh(product: ShelfProduct): void;
  /** An empty cart with a new id. */
  startNext(): void;
}

/** Keeps a cart. An act shows at once: it waits for nothing but the next frame. */
export function useCart(cashRoundingRupiah: number): CurrentCart {
  const { value: state, now, set } = useLatest<CartState>(() => readSavedCart() ?? emptyCart());
  const priced = useMemo(
    () => priceCart({ lines: state.lines, cashRoundingRupiah }),
    [state.lines, cashRoundingRupiah],
  );
  const acts = useMemo(
    () =>
      makeActs(now, (next) => {
        saveCart(next);
        set(next);
      }),
    [now, set],
  );
  const selected = state.lines.find((line) => lineKey(line) === state.selectedKey);
  return { ...state, ...acts, priced, selected };
}

type CartActs = Omit<CurrentCart, keyof CartState | 'priced' | 'selected'>;

function makeActs(now: () => CartState, become: (next: CartState) => void): CartActs {
  const replaceLines = (lines: CartLines, selectedKey: string): void =>
    become({ ...now(), lines, selectedKey });
  return {
    now,
    add: (product, unit, quantityMilli) =>
      replaceLines(
        addToCart(now().lines, product, unit, quantityMilli),
        lineKey({ code: product.code, unit }),
      ),
    step: (units) =>
      replaceLines(stepLine(now().lines, now().selectedKey, units), now().selectedKey),
    setQuantity: (quantity) =>
      replaceLines(setLineQuantity(now().lines, now().selectedKey, quantity), now().selectedKey),
    changeUnit: (unit) => {
      const { lines, selectedKey } = now();
      const line = lines.find((one) => lineKey(one) === selectedKey);
      if (line) {
        replaceLines(changeLineUnit(lines, selectedKey, unit), lineKey({ code: line.code, unit }));
      }
    },
    remove: () => {
      const { lines, selectedKey } = now();
      const at = lines.findIndex((line) => lineKey(line) === selectedKey);
      const left = removeLine(lines, selectedKey);
      const next = left[at] ?? left.at(-1);
      replaceLines(left, next ? lineKey(next) : '');
    },
    select: (key) => replaceLines(now().lines, key),
    moveSelection: (by) => {
      const { lines, selectedKey } = now();
      const at = lines.findIndex((line) => lineKey(line) === selectedKey);
      const next = lines[at + by] ?? (at < 0 ? lines.at(-1) : undefined);
      if (next) replaceLines(lines, lineKey(next));
    },
    refresh: (product) => replaceLines(refreshProduct(now().lines, product), now().selectedKey),
    startNext: () => become(emptyCart()),
  };
}

function emptyCart(): CartState {
  return { id: crypto.randomUUID(), lines: [], selectedKey: '' };
}
