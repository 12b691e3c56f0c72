import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
import { CorrectStock } from './CorrectStock.tsx';
import { StockHistory } from './StockHistory.tsx';
import styles from './StockPanel.module.css';

interface StockPanelProps {
  readonly product: ShelfProduct;
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
}

/** The stock of a product: to correct it, and what changed it. */
export function StockPanel({ product, offsetMinutes }: StockPanelProps) {
  return (
    <div className={styles.panel}>
      <CorrectStock product={product} />
      <StockHistory product={product} offsetMinutes={offsetMinutes} />
    </div>
  );
}
