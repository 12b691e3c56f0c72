import { useElementSize } from '@mantine/hooks';
import { IconBasket } from '@tabler/icons-react';
import { memo, useEffect, useId } from 'react';
import { QUICK_CODE } from '../../../domain/catalog/quick.ts';
import { isBeyondStock, sellingPrice } from '../../../domain/sales/cart.ts';
import type { CartLine } from '../../../domain/sales/order.ts';
import { discountWords } from '../../../domain/sales/discount-words.ts';
import { lineKey } from '../../../domain/sales/line-key.ts';
import type { PricedCart } from '../../../domain/sales/pricing.ts';
import type { HeldCart } from '../../../domain/sales/register-state.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './CartTable.module.css';
import { ProductName } from './ProductName.tsx';
import { register, useRegister } from './register-store.ts';

interface CartTableProps {
  readonly cart: HeldCart;
  readonly priced: PricedCart;
}

/** The lines of the cart, their figures in columns that align; the arrows choose one of them. */
export function CartTable({ cart, priced }: CartTableProps) {
  const say = useText();
  const id = useId();
  const { ref: scroller, height } = useElementSize();
  const { lines, selectedKey } = cart;
  const at = lines.findIndex((line) => lineKey(line) === selectedKey);
  const quantityMilli = lines[at]?.quantityMilli;
  // The line that an act has just touched comes into sight, and stays there when room is taken.
  useEffect(() => {
    document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' });
  }, [id, at, selectedKey, quantityMilli, height]);
  if (lines.length === 0) return <EmptyCart />;
  return (
    <div ref={scroller} className={styles.scroller}>
      <div
        role="listbox"
        tabIndex={0}
        className={styles.lines}
        aria-label={say.text('sales.cartLines')}
        aria-activedescendant={at < 0 ? undefined : `${id}-${at}`}
      >
        {lines.map((line, i) => (
          <CartRow
            key={lineKey(line)}
            id={`${id}-${i}`}
            line={line}
            amountRupiah={priced.lines[i]?.amountRupiah ?? 0}
            discountRupiah={priced.lines[i]?.discountRupiah ?? 0}
            isSelected={i === at}
          />
        ))}
      </div>
    </div>
  );
}

interface CartRowProps {
  readonly id: string;
  readonly line: CartLine;
  readonly amountRupiah: number;
  /** Its own. */
  readonly discountRupiah: number;
  readonly isSelected: boolean;
}

/** One line; of sixty only those are drawn anew that an act has touched. */
const CartRow = memo(function CartRow(props: CartRowProps) {
  const { id, line, amountRupiah, discountRupiah, isSelected } = props;
  const say = useText();
  return (
    // biome-ignore lint/a11y: the list has the focus and the register its keys
    <div
      id={id}
      role="option"
      aria-selected={isSelected}
      className={styles.line}
      onClick={(event) => register.act({ on: 'line', key: lineKey(line) }, event)}
    >
      <span className={styles.quantity}>
        <Figure text={say.quantity(line.quantityMilli)} />
      </span>
      <span className={styles.what}>
        <ProductName name={line.name} className={styles.name} />
        <span className={styles.each}>
          <Figure
            text={say.money(sellingPrice(line))}
            unit={say.text('sales.perUnit', { unit: line.unit })}
          />
          <AgreedOn line={line} discountRupiah={discountRupiah} />
          {isBeyondStock(line) && (
            <span className={styles.stock}>
              {say.text('sales.beyondStock', { q: line.onHandMilli })}
            </span>
          )}
        </span>
      </span>
      <strong className={styles.amount}>
        <Figure text={say.money(amountRupiah - discountRupiah)} />
      </strong>
    </div>
  );
});

/** What is agreed on a line: another price, a discount, a note. */
function AgreedOn({ line, discountRupiah }: Pick<CartRowProps, 'line' | 'discountRupiah'>) {
  const say = useText();
  const { agreedRupiah, priceRupiah, code, discount, note } = line;
  const isOtherPrice = agreedRupiah !== undefined && code !== QUICK_CODE;
  return (
    <>
      {isOtherPrice && (
        <span className={styles.agreed}>
          {say.text('sales.shelfPrice', { price: priceRupiah })}
        </span>
      )}
      {discount && (
        <span className={styles.agreed}>
          {discountWords(discount, say)} {say.money(-discountRupiah)}
        </span>
      )}
      {note !== undefined && <span className={styles.note}>{note}</span>}
    </>
  );
}

/** Says how to fill the cart, or how to bring back what was in it. */
function EmptyCart() {
  const say = useText();
  const canUndo = useRegister((state) => state.past.length > 0);
  return (
    <div className={styles.empty}>
      <IconBasket aria-hidden size={40} stroke={1.25} />
      <strong>{say.text('sales.cartEmpty')}</strong>
      {canUndo ? (
        <button
          type="button"
          aria-keyshortcuts="Control+Z"
          onClick={(event) => register.act({ on: 'undo' }, event)}
        >
          {say.text('sales.undo')}
          <KeyHint>Ctrl Z</KeyHint>
        </button>
      ) : (
        <p>{say.text('sales.cartEmptyHow')}</p>
      )}
    </div>
  );
}
