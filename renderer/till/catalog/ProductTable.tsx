import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useRem } from '../../ui/use-rem.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductTable.module.css';

/**
 * Two lines of a name, so that those that differ only in their end are told apart. In rem, as in
 * ProductTable.module.css.
 */
const ROW_HEIGHT = 3.5;
/** The titles above the rows, in rem. */
const HEAD_HEIGHT = 2.5;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 10;
/** Units whose prices stand in a row; of more the row says how many. */
const UNITS_SHOWN = 3;

interface ProductTableProps {
  readonly id: string;
  readonly products: readonly ShelfProduct[];
  /** The row that Enter would open; -1 for none. */
  readonly activeIndex: number;
  readonly onOpen: (product: ShelfProduct) => void;
  readonly onNearEnd: () => void;
}

/** Id of a row of the table, for aria-activedescendant. */
export function rowId(tableId: string, index: number): string {
  return `${tableId}-${index}`;
}

/** Products one a row; only the rows in sight are in the page. */
export function ProductTable({ id, products, activeIndex, onOpen, onNearEnd }: ProductTableProps) {
  const say = useText();
  const rem = useRem();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: products.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
    scrollPaddingStart: HEAD_HEIGHT * rem,
    overscan: 8,
  });
  useEffect(() => virtual.measure(), [virtual, rem]);
  const items = virtual.getVirtualItems();
  const nearEnd = useEffectEvent(onNearEnd);
  const isNearEnd = (items.at(-1)?.index ?? 0) >= products.length - ROWS_AHEAD;
  // The list grows where it is looked at: the next page when its end comes into sight.
  useEffect(() => {
    if (isNearEnd) nearEnd();
  }, [isNearEnd, products.length]);
  const show = useEffectEvent((index: number) => virtual.scrollToIndex(index));
  // The scroller is the browser's: it follows the row that the arrows came to.
  useEffect(() => {
    if (activeIndex >= 0) show(activeIndex);
  }, [activeIndex]);
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label={say.text('sales.products')}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: a table whose rows can be chosen is a grid */}
      <table
        id={id}
        role="grid"
        className={styles.products}
        aria-label={say.text('sales.products')}
      >
        <Titles />
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map(({ index, start }) => {
            const product = products[index];
            return (
              product && (
                <ProductRow
                  key={product.code}
                  id={rowId(id, index)}
                  product={product}
                  start={start}
                  isActive={index === activeIndex}
                  onOpen={onOpen}
                />
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

function Titles() {
  const say = useText();
  return (
    <thead>
      <tr>
        <th scope="col">{say.text('catalog.name')}</th>
        <th scope="col">{say.text('catalog.code')}</th>
        <th scope="col">{say.text('catalog.category')}</th>
        <th scope="col">{say.text('catalog.price')}</th>
        <th scope="col" className={styles.figure}>
          {say.text('catalog.stock')}
        </th>
      </tr>
    </thead>
  );
}

interface ProductRowProps {
  readonly id: string;
  readonly product: ShelfProduct;
  /** Pixels below the first row. */
  readonly start: number;
  readonly isActive: boolean;
  readonly onOpen: (product: ShelfProduct) => void;
}

function ProductRow({ id, product, start, isActive, onOpen }: ProductRowProps) {
  const say = useText();
  const { name, code, category, onHandMilli } = product;
  return (
    <tr
      id={id}
      style={{ transform: `translateY(${start}px)` }}
      aria-selected={isActive}
      onClick={() => onOpen(product)}
    >
      <td>
        <button type="button" className={styles.name} title={name}>
          {name}
        </button>
      </td>
      <td className={styles.code}>{code}</td>
      <td className={styles.soft}>{category}</td>
      <td>
        <UnitPrices units={product.units} />
      </td>
      <td className={styles.figure} data-out={onHandMilli <= 0 || undefined}>
        <Figure text={say.quantity(onHandMilli)} />
      </td>
    </tr>
  );
}

/** The price of each unit in a column of its own, figures below figures. */
function UnitPrices({ units }: Pick<ShelfProduct, 'units'>) {
  const say = useText();
  const more = units.length - UNITS_SHOWN;
  return (
    <ul className={styles.prices}>
      {units.slice(0, more > 0 ? UNITS_SHOWN - 1 : UNITS_SHOWN).map(({ unit, priceRupiah }) => (
        <li key={unit}>
          <Figure text={say.money(priceRupiah)} />
          <small>{say.text('sales.perUnit', { unit })}</small>
        </li>
      ))}
      {more > 0 && <li className={styles.soft}>{say.text('catalog.more', { count: more + 1 })}</li>}
    </ul>
  );
}
