import { useElementSize, useMergedRef } from '@mantine/hooks';
import { useVirtualizer } from '@tanstack/react-virtual';
import {
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
  type Ref,
} from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { useRem } from '../../ui/use-rem.ts';
import { ProductCard } from './ProductCard.tsx';
import { useSettled } from './use-settled.ts';
import styles from './ProductGrid.module.css';

/** In rem, as in ProductGrid.module.css. */
const CARD_WIDTH_MIN = 10.5;
const CARD_HEIGHT = 6.75;
const GAP = 0.5;
const PADDING = 0.25;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 4;

type ArrowKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight';

/** Moves of the active card that come from keys pressed elsewhere. */
export interface GridMoves {
  /** Index of the card one row or one card away; the same one at the edge. */
  neighbour(from: number, key: ArrowKey): number;
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
  const isSettled = useSettled('shelf');
  const { id, products, activeIndex, inCart, onPick } = props;
  const { scrollerRef, columns, virtual } = useRows(products.length);
  const rows = virtual.getVirtualItems();
  const nearEnd = useEffectEvent(props.onNearEnd);
  const isNearEnd = (rows.at(-1)?.index ?? 0) >= virtual.options.count - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, products.length]);
  const neighbour = (from: number, key: ArrowKey): number => {
    const to = from + { ArrowUp: -columns, ArrowDown: columns, ArrowLeft: -1, ArrowRight: 1 }[key];
    return to >= 0 && to < products.length ? to : from;
  };
  useImperativeHandle(props.movesRef, () => ({
    neighbour,
    show: (index) => virtual.scrollToIndex(Math.floor(index / columns)),
  }));
  const tabStop = useTabStop(id, activeIndex, neighbour);
  const firstDrawn = (rows[0]?.index ?? 0) * columns;
  const isDrawn = rows.some((row) => row.index === Math.floor(tabStop.index / columns));
  return (
    <div ref={scrollerRef} className={styles.scroller} tabIndex={-1}>
      <div
        id={id}
        role="group"
        aria-disabled={!isSettled || undefined}
        className={styles.rows}
        style={{ height: virtual.getTotalSize() }}
        onKeyDown={tabStop.onKeyDown}
      >
        {rows.map((row) => (
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
                  isTabStop={index === (isDrawn ? tabStop.index : firstDrawn)}
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

/** The rows of cards as the width of the grid has them. */
function useRows(cards: number) {
  const rem = useRem();
  const scroller = useRef<HTMLDivElement>(null);
  const size = useElementSize();
  const scrollerRef = useMergedRef(scroller, size.ref);
  const columns = Math.max(1, Math.floor((size.width / rem + GAP) / (CARD_WIDTH_MIN + GAP)));
  const virtual = useVirtualizer({
    count: Math.ceil(cards / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => (CARD_HEIGHT + GAP) * rem,
    paddingStart: PADDING * rem,
    paddingEnd: 12,
    scrollPaddingStart: PADDING * rem,
    scrollPaddingEnd: PADDING * rem,
    overscan: 3,
  });
  useEffect(() => virtual.measure(), [virtual, rem]);
  return { scrollerRef, columns, virtual };
}

/** The one card that Tab comes to; on it, the arrows take the focus to its neighbours. */
function useTabStop(
  gridId: string,
  activeIndex: number,
  neighbour: (from: number, key: ArrowKey) => number,
) {
  const [focused, setFocused] = useState(0);
  const index = activeIndex >= 0 ? activeIndex : focused;
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isArrow(event.key) || !(event.target instanceof HTMLElement)) return;
    event.preventDefault();
    const from = Number(event.target.id.slice(cardId(gridId, 0).length - 1));
    const to = neighbour(from, event.key);
    setFocused(to);
    document.getElementById(cardId(gridId, to))?.focus(); // drawn: rows beyond those in sight are
  };
  return { index, onKeyDown };
}

function isArrow(key: string): key is ArrowKey {
  return ['ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'].includes(key);
}
