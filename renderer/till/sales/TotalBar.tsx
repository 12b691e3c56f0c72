import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { inCashRupiah, leftToPay, takenRupiah } from '../../../domain/sales/register-due.ts';
import { cartRows } from '../../../domain/sales/sum-rows.ts';
import { register, useRegister } from './register-store.ts';
import styles from './TotalBar.module.css';
import { useSettled } from './use-settled.ts';

interface TotalBarProps {
  readonly priced: PricedCart;
}

/** What the cart comes to, and the one wide button that takes the money. */
export function TotalBar({ priced }: TotalBarProps) {
  const say = useText();
  const isSettled = useSettled();
  const isWaiting = useRegister((state) => state.scans.length > 0);
  const discount = useRegister((state) => state.cart.discount);
  const sums = {
    cartRateBp: discount?.kind === 'percent' ? discount.rateBp : null,
    inCashRupiah: useRegister(inCashRupiah),
    takenRupiah: useRegister(takenRupiah),
    leftRupiah: useRegister((state) => leftToPay(state).cashlessRupiah),
  };
  const isEmpty = priced.lines.length === 0 && !isWaiting;
  return (
    <div className={styles.bar}>
      <dl className={styles.sums}>
        {cartRows(priced, sums, say).map(({ name, rupiah }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{say.money(rupiah)}</dd>
          </div>
        ))}
        <div className={styles.total} aria-live="polite">
          <dt>{say.text('sales.total')}</dt>
          <dd>
            <Figure text={say.money(priced.totalRupiah)} />
          </dd>
        </div>
      </dl>
      <button
        type="button"
        className={styles.pay}
        data-settling={(!isSettled && !isEmpty) || undefined}
        disabled={isEmpty || !isSettled}
        title={isEmpty ? say.text('sales.payNeedsLines') : undefined}
        aria-keyshortcuts="F9"
        onClick={(event) => register.act({ on: 'pay' }, event)}
      >
        {say.text('sales.pay')}
        <KeyHint>F9</KeyHint>
      </button>
    </div>
  );
}
