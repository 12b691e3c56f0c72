import type { Discount } from '../../../domain/sales/discount.ts';
import { taxWords } from '../../../domain/sales/tax-words.ts';
import type { PricedCart } from '../../../domain/sales/pricing.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { type Say, useText } from '../../ui/use-text.ts';
import { cartRateWords } from '../../../domain/sales/discount-words.ts';
import { dueRupiah } from '../../../domain/sales/register-state.ts';
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
  const inCash = useRegister(dueRupiah);
  const discount = useRegister((state) => state.cart.discount);
  const isEmpty = priced.lines.length === 0 && !isWaiting;
  return (
    <div className={styles.bar}>
      <dl className={styles.sums}>
        {sumRows(priced, { inCash, discount, say }).map(({ name, amount }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{say.money(amount)}</dd>
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

interface SumWords {
  readonly inCash: number;
  readonly discount: Discount | undefined;
  readonly say: Say;
}

/** What leads from the lines to the total, as far as there is anything; and what cash comes to. */
function sumRows(priced: PricedCart, { inCash, discount, say }: SumWords) {
  const { subtotalRupiah, discountRupiah, taxes, totalRupiah } = priced;
  const shareRupiah = priced.lines.reduce((sum, line) => sum + line.shareRupiah, 0);
  const ofLines = discountRupiah - shareRupiah;
  const rateBp = discount?.kind === 'percent' ? discount.rateBp : null;
  const rows = [
    { name: say.text('sales.subtotal'), amount: subtotalRupiah },
    ...(ofLines === 0 ? [] : [{ name: say.text('sales.discount'), amount: -ofLines }]),
    ...(shareRupiah === 0 ? [] : [{ name: cartRateWords(rateBp, say), amount: -shareRupiah }]),
    ...taxes.map(({ kind, isAdded, taxRupiah }) => {
      const words = { kind: taxWords(kind, say) };
      return {
        name: say.text(isAdded ? 'sales.taxAdded' : 'sales.taxIn', words),
        amount: taxRupiah,
      };
    }),
    ...(inCash === totalRupiah ? [] : [{ name: say.text('sales.inCash'), amount: inCash }]),
  ];
  return rows.length === 1 ? [] : rows; // a subtotal alone is the total
}
