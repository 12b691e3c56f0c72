import type { Ref } from 'react';
import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { CorrectStock, type CorrectStockHandle } from './CorrectStock.tsx';
import { StockHistory } from './StockHistory.tsx';
import styles from './StockPanel.module.css';

interface StockPanelProps {
  readonly handle: Ref<CorrectStockHandle>;
  readonly product: ShelfProduct;
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
}

/** The stock of a product: to correct it, and what changed it. */
export function StockPanel({ handle, product, offsetMinutes }: StockPanelProps) {
  return (
    <div className={styles.panel}>
      <CorrectStock handle={handle} product={product} />
      <StockHistory product={product} offsetMinutes={offsetMinutes} />
    </div>
  );
}
