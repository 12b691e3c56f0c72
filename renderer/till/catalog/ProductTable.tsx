import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useRef } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { useRem } from '../../ui/use-rem.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './CatalogScreen.module.css';

/** In rem, as in CatalogScreen.module.css. */
const ROW_HEIGHT = 3;
/** Rows left below when the next page is asked for. */
const ROWS_AHEAD = 10;

interface ProductTableProps {
  readonly products: readonly ShelfProduct[];
  readonly onNearEnd: () => void;
}

/** Products one a row; only the rows in sight are in the page. */
export function ProductTable({ products, onNearEnd }: ProductTableProps) {
  const say = useText();
  const rem = useRem();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: products.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT * rem,
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
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      tabIndex={0}
      role="region"
      aria-label={say.text('sales.products')}
    >
      <table className={styles.products} aria-label={say.text('sales.products')}>
        <thead>
          <tr>
            <th scope="col">{say.text('catalog.name')}</th>
            <th scope="col">{say.text('catalog.code')}</th>
            <th scope="col">{say.text('catalog.category')}</th>
            <th scope="col">{say.text('catalog.price')}</th>
            <th scope="col">{say.text('catalog.barcode')}</th>
            <th scope="col" className={styles.figure}>
              {say.text('catalog.stock')}
            </th>
          </tr>
        </thead>
        <tbody style={{ height: virtual.getTotalSize() }}>
          {items.map((item) => {
            const product = products[item.index];
            return (
              product && (
                <tr key={product.code} style={{ transform: `translateY(${item.start}px)` }}>
                  <td className={styles.name}>{product.name}</td>
                  <td>{product.code}</td>
                  <td>{product.category}</td>
                  <td>
                    {product.units
                      .map(({ unit, priceRupiah }) => `${say.money(priceRupiah)}/${unit}`)
                      .join(' · ')}
                  </td>
                  <td>{product.units.flatMap(({ barcodes }) => barcodes).join(' · ')}</td>
                  <td className={styles.figure} data-out={product.onHandMilli <= 0 || undefined}>
                    {say.quantity(product.onHandMilli)}
                  </td>
                </tr>
              )
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
