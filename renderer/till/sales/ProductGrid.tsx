import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  type MouseEvent,
  type Ref,
} from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { ProductCard } from './ProductCard.tsx';
import styles from './ProductGrid.module.css';

const CARD_WIDTH_MIN = 168;
const CARD_HEIGHT = 108;
const GAP = 8;
const PADDING = 4;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 4;

/** Moves of the active card that come from keys pressed elsewhere. */
export interface GridMoves {
  /** Index of the card one row or one card away; the same one at the edge. */
  neighbour(from: number, key: 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'): number;
  show(index: number): void;
}

interface ProductGridProps {
  readonly id: string;
  readonly movesRef: Ref<GridMoves>;
  readonly products: readonly ShelfProduct[];
  /** The card that Enter would take; -1 for none. */
  readonly activeIndex: number;
  /** Thousandths in the cart by product code. */
  readonly inCart: ReadonlyMap<string, number>;
  readonly onPick: (product: ShelfProduct, event: MouseEvent) => void;
  readonly onNearEnd: () => void;
}

/** Id of a card, for aria-activedescendant. */
export function cardId(gridId: string, index: number): string {
  return `${gridId}-${index}`;
}

/** Product cards; only the rows in sight are in the page. */
export function ProductGrid(props: ProductGridProps) {
  const { id, products, activeIndex, inCart, onPick } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize();
  const scrollerRef = useMergedRef(scroller, size.ref);
  const columns = Math.max(1, Math.floor((size.width + GAP) / (CARD_WIDTH_MIN + GAP)));
  const rows = Math.ceil(products.length / columns);
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT + GAP,
    paddingStart: PADDING,
    paddingEnd: 12,
    scrollPaddingStart: PADDING,
    scrollPaddingEnd: PADDING,
    overscan: 3,
  });
  const items = virtual.getVirtualItems();
  const nearEnd = useEffectEvent(props.onNearEnd);
  const isNearEnd = (items.at(-1)?.index ?? 0) >= rows - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, products.length]);
  useImperativeHandle(props.movesRef, () => ({
    neighbour: (from, key) => {
      const by = { ArrowUp: -columns, ArrowDown: columns, ArrowLeft: -1, ArrowRight: 1 }[key];
      const to = from + by;
      return to >= 0 && to < products.length ? to : from;
    },
    show: (index) => virtual.scrollToIndex(Math.floor(index / columns)),
  }));
  return (
    <div ref={scrollerRef} className={styles.scroller} tabIndex={-1}>
      <div id={id} className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {items.map((row) => (
          <div
            key={row.key}
            className={styles.row}
            style={{
              transform: `translateY(${row.start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {products.slice(row.index * columns, (row.index + 1) * columns).map((product, i) => {
              const index = row.index * columns + i;
              return (
                <ProductCard
                  key={product.code}
                  id={cardId(id, index)}
                  product={product}
                  isActive={index === activeIndex}
                  inCartMilli={inCart.get(product.code) ?? 0}
                  onPick={onPick}
                />
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
