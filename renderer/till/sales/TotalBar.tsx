import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './TotalBar.module.css';

interface TotalBarProps {
  readonly priced: PricedCart;
  readonly onPay: () => void;
}

/** What the cart comes to, and the one wide button that takes the money. */
export function TotalBar({ priced, onPay }: TotalBarProps) {
  const say = useText();
  const isEmpty = priced.lines.length === 0;
  return (
    <div className={styles.bar}>
      <dl className={styles.sums}>
        <div>
          <dt>{say.text('sales.subtotal')}</dt>
          <dd>{say.money(priced.subtotalRupiah)}</dd>
        </div>
        <div>
          <dt>{say.text('sales.rounding')}</dt>
          <dd>{say.money(priced.roundingRupiah)}</dd>
        </div>
        <div className={styles.total} aria-live="polite">
          <dt>{say.text('sales.total')}</dt>
          <dd>{say.money(priced.totalRupiah)}</dd>
        </div>
      </dl>
      <button
        type="button"
        className={styles.pay}
        disabled={isEmpty}
        title={isEmpty ? say.text('sales.payNeedsLines') : undefined}
        aria-keyshortcuts="F9"
        onClick={onPay}
      >
        {say.text('sales.pay')}
        <KeyHint>F9</KeyHint>
      </button>
    </div>
  );
}
