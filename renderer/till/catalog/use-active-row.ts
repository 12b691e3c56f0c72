import { useWindowEvent } from '@mantine/hooks';
import { type RefObject, useState } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { ProductsFound } from './use-products.ts';

interface ActiveRowOptions {
  readonly found: ProductsFound;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** False while something lies over the list. */
  readonly isListening: boolean;
  readonly onOpen: (product: ShelfProduct) => void;
}

/**
 * The arrows move through the rows while the search field or nothing has the focus; Enter opens the
 * active one. @returns its index; -1 for none
 */
export function useActiveRow({ found, searchRef, isListening, onOpen }: ActiveRowOptions): number {
  const { products, text } = found;
  const [moved, setMoved] = useState({ text: '', index: -1 });
  const isOfThisText = moved.text === text && moved.index < products.length;
  // The best match is the active one until the arrows say otherwise.
  const activeIndex = isOfThisText ? moved.index : text === '' || products.length === 0 ? -1 : 0;
  useWindowEvent('keydown', (event) => {
    const isOurs = event.target === searchRef.current || event.target === document.body;
    if (!isListening || !isOurs) return;
    const active = products[activeIndex];
    if (event.key === 'Enter' && active && !found.isStale) {
      event.preventDefault();
      onOpen(active);
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const to = activeIndex + (event.key === 'ArrowDown' ? 1 : -1);
      setMoved({ text, index: Math.min(Math.max(to, 0), products.length - 1) });
    }
  });
  return activeIndex;
}
