import { VisuallyHidden } from '@mantine/core';
import { type CSSProperties, memo, type MouseEvent } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './ProductGrid.module.css';
import { ProductName } from './ProductName.tsx';

interface ProductCardProps {
  readonly id: string;
  readonly product: ShelfProduct;
  readonly isActive: boolean;
  /** Whether Tab comes to this card; the arrows lead from it to the others. */
  readonly isTabStop: boolean;
  readonly inCartMilli: number;
  readonly onPick: (product: ShelfProduct, event: MouseEvent) => void;
}

/** One product of the shelf as a button: name, price of its base unit, stock, code. */
export const ProductCard = memo(function ProductCard(props: ProductCardProps) {
  const say = useText();
  const { id, product, isActive, isTabStop, inCartMilli, onPick } = props;
  const base = product.units[0];
  if (!base) return null;
  const inCart = say.quantity(inCartMilli);
  // One custom property: how many letters lie over the corner of the name.
  const letters = { '--letters': inCartMilli > 0 ? inCart.length : 0 } as CSSProperties;
  const isOut = product.onHandMilli <= 0;
  return (
    <button
      type="button"
      id={id}
      className={styles.card}
      style={letters}
      data-active={isActive || undefined}
      tabIndex={isTabStop ? 0 : -1}
      // A touch never takes the focus from the search field.
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => onPick(product, event)}
    >
      <ProductName name={product.name} className={styles.name} />
      <span className={styles.price}>
        <Figure
          text={say.money(base.priceRupiah)}
          unit={say.text('sales.perUnit', { unit: base.unit })}
        />
      </span>
      <span className={styles.facts}>
        <span className={styles.code}>{product.code}</span>
        <span className={styles.stock} data-out={isOut || undefined}>
          {isOut ? say.text('sales.stockOut') : say.text('sales.stock', { q: product.onHandMilli })}
        </span>
      </span>
      {inCartMilli > 0 && (
        <span className={styles.inCart}>
          <span aria-hidden>{inCart}</span>
          <VisuallyHidden>{say.text('sales.inCart', { q: inCartMilli })}</VisuallyHidden>
        </span>
      )}
    </button>
  );
});
