import { memo, type MouseEvent } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductGrid.module.css';

interface ProductCardProps {
  readonly id: string;
  readonly product: ShelfProduct;
  readonly isActive: boolean;
  readonly inCartMilli: number;
  readonly onPick: (product: ShelfProduct, event: MouseEvent) => void;
}

/** One product of the shelf as a button: name, price of its base unit, stock, code. */
export const ProductCard = memo(function ProductCard(props: ProductCardProps) {
  const say = useText();
  const { id, product, isActive, inCartMilli, onPick } = props;
  const base = product.units[0];
  if (!base) return null;
  const isOut = product.onHandMilli <= 0;
  return (
    <button
      type="button"
      id={id}
      className={styles.card}
      data-active={isActive || undefined}
      // The keyboard reaches cards from the search field; a card never takes the focus from it.
      tabIndex={isActive ? 0 : -1}
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(product, event)}
      aria-label={`${product.name}, ${say.money(base.priceRupiah)}/${base.unit}`}
    >
      <span className={styles.name}>{product.name}</span>
      <span className={styles.price}>
        {say.money(base.priceRupiah)}
        <small>{say.text('sales.perUnit', { unit: base.unit })}</small>
      </span>
      <span className={styles.facts}>
        <span className={styles.code}>{product.code}</span>
        <span className={styles.stock} data-out={isOut || undefined}>
          {isOut ? say.text('sales.stockOut') : say.text('sales.stock', { q: product.onHandMilli })}
        </span>
      </span>
      {inCartMilli > 0 && (
        <span className={styles.inCart} title={say.text('sales.inCart', { q: inCartMilli })}>
          {say.quantity(inCartMilli)}
        </span>
      )}
    </button>
  );
});
