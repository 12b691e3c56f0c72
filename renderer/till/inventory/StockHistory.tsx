import type { ShelfProduct } from '../../../domain/catalog/product.ts';
import type { StockChange } from '../../../domain/inventory/contract.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { type Say, useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import styles from './StockPanel.module.css';
import { useStockHistory } from './use-stock.ts';

interface StockHistoryProps {
  readonly product: ShelfProduct;
  /** The stall's own time. */
  readonly offsetMinutes: OffsetMinutes;
}

/** What changed the stock: when, why, by whom, how much. */
export function StockHistory({ product, offsetMinutes }: StockHistoryProps) {
  const say = useText();
  const nameOf = useNameOf();
  const { changes, isLoading, error } = useStockHistory(product.code);
  return (
    <section className={styles.history} aria-label={say.text('inventory.history')}>
      <h3>{say.text('inventory.history')}</h3>
      {error !== null && <p role="alert">{say.text('inventory.historyFailed')}</p>}
      {!isLoading && error === null && changes.length === 0 && (
        <p>{say.text('inventory.noHistory')}</p>
      )}
      <ol>
        {changes.map((change, at) => (
          // The list is only read, and two of its entries may be equal in all.
          <li key={`${change.atMs} ${changes.length - at}`}>
            <time>{localStamp(change.atMs, offsetMinutes)}</time>
            <span className={styles.what}>
              <strong>{say.text(`inventory.change.${change.kind}`)}</strong>
              <small>{factsOf(change, nameOf)}</small>
            </span>
            <span className={styles.figure} data-sign={Math.sign(change.quantityMilli)}>
              {signed(change.quantityMilli, say)}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

function factsOf(
  { document, note, cashier }: StockChange,
  nameOf: (pseudonym: string) => string,
): string {
  return [document, note, nameOf(cashier)].filter((fact) => fact !== '').join(' · ');
}

function signed(quantityMilli: number, say: Say): string {
  return `${quantityMilli > 0 ? '+' : ''}${say.quantity(quantityMilli)}`;
}
