import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './CartPanel.module.css';
import { CartTable } from './CartTable.tsx';
import { LineBar } from './LineBar.tsx';
import { TotalBar } from './TotalBar.tsx';
import type { CurrentSale } from './use-sale.ts';

interface CartPanelProps {
  readonly sale: CurrentSale;
  readonly onClear: () => void;
  readonly onHelp: () => void;
}

/** The right of the register: cart, the selected line, total, Bayar. */
export function CartPanel({ sale, onClear, onHelp }: CartPanelProps) {
  const say = useText();
  const { cart, nextQuantity } = sale;
  const isEmpty = cart.lines.length === 0;
  const typed =
    nextQuantity.next === undefined ? nextQuantity.text : `${say.quantity(nextQuantity.next)} ×`;
  return (
    <section className={styles.panel} aria-label={say.text('sales.cart')}>
      <header className={styles.head}>
        <h2>{say.text('sales.cart')}</h2>
        {typed === '' ? (
          <span className={styles.count}>
            {!isEmpty && say.text('sales.items', { count: cart.lines.length })}
          </span>
        ) : (
          <output className={styles.typed} aria-label={say.text('sales.nextQuantity')}>
            {typed}
          </output>
        )}
        {isEmpty ? (
          <button type="button" aria-keyshortcuts="F1" onClick={onHelp}>
            {say.text('sales.help')}
            <KeyHint>F1</KeyHint>
          </button>
        ) : (
          <button type="button" aria-keyshortcuts="F4" onClick={onClear}>
            {say.text('sales.clearCart')}
            <KeyHint>F4</KeyHint>
          </button>
        )}
      </header>
      <div className={styles.lines}>
        <CartTable
          lines={cart.priced.lines}
          selectedKey={cart.selectedKey}
          onSelect={cart.select}
        />
      </div>
      <LineBar
        line={cart.selected}
        onStep={(units) => sale.attempt(() => cart.step(units))}
        onQuantity={(quantity) => sale.attempt(() => cart.setQuantity(quantity))}
        onUnit={(unit) => sale.attempt(() => cart.changeUnit(unit))}
        onRemove={cart.remove}
      />
      <TotalBar priced={cart.priced} onPay={sale.openPayment} />
    </section>
  );
}
