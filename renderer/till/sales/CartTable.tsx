import { useElementSize } from '@mantine/hooks';
import { IconBasket } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { isBeyondStock } from '../../../domain/sales/cart.ts';
import { lineKey } from '../../../domain/sales/line-key.ts';
import type { CartLine } from '../../../domain/sales/contract.ts';
import type { PricedLine } from '../../../domain/sales/pricing.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './CartTable.module.css';
import { ProductName } from './ProductName.tsx';
import { register, useRegister } from './register-store.ts';

interface CartTableProps {
  readonly lines: readonly PricedLine<CartLine>[];
  readonly selectedKey: string;
}

/** The lines of the cart, their figures in columns that align. */
export function CartTable({ lines, selectedKey }: CartTableProps) {
  const say = useText();
  const { ref: scroller, height } = useElementSize();
  const selectedRow = useRef<HTMLTableRowElement>(null);
  const selectedQuantity = lines.find((line) => lineKey(line) === selectedKey)?.quantityMilli;
  // The line that an act has just touched comes into sight, and stays there when room is taken.
  useEffect(() => {
    selectedRow.current?.scrollIntoView({ block: 'nearest' });
  }, [selectedKey, selectedQuantity, height]);
  if (lines.length === 0) return <EmptyCart />;
  return (
    <div ref={scroller} className={styles.scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table whose rows can be chosen is a grid */}
      <table className={styles.lines} role="grid" aria-label={say.text('sales.cartLines')}>
        <tbody>
          {lines.map((line) => {
            const key = lineKey(line);
            const isSelected = key === selectedKey;
            return (
              <tr
                key={key}
                ref={isSelected ? selectedRow : undefined}
                aria-selected={isSelected}
                onClick={(event) => register.act({ on: 'line', key }, event)}
              >
                <td className={styles.quantity}>
                  <Figure text={say.quantity(line.quantityMilli)} />
                </td>
                <td className={styles.what}>
                  <ProductName name={line.name} className={styles.name} />
                  <span className={styles.each}>
                    <Figure
                      text={say.money(line.priceRupiah)}
                      unit={say.text('sales.perUnit', { unit: line.unit })}
                    />
                    {isBeyondStock(line) && (
                      <span className={styles.stock}>
                        {say.text('sales.beyondStock', { q: line.onHandMilli })}
                      </span>
                    )}
                  </span>
                </td>
                <td className={styles.amount}>
                  <Figure text={say.money(line.amountRupiah)} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** Says how to fill the cart, or how to bring back what was in it. */
function EmptyCart() {
  const say = useText();
  const canUndo = useRegister((state) => state.emptied.length > 0);
  return (
    <div className={styles.empty}>
      <IconBasket aria-hidden size={40} stroke={1.25} />
      <strong>{say.text('sales.cartEmpty')}</strong>
      {canUndo ? (
        <button
          type="button"
          aria-keyshortcuts="Control+Z"
          onClick={(event) => register.act({ on: 'undoClear' }, event)}
        >
          {say.text('sales.undoClear')}
          <KeyHint>Ctrl Z</KeyHint>
        </button>
      ) : (
        <p>{say.text('sales.cartEmptyHow')}</p>
      )}
    </div>
  );
}
