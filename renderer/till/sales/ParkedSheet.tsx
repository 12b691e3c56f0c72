import { IconShoppingCartPause } from '@tabler/icons-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { CART_NAME_MAX, hasContent, type ParkedCart } from '../../../domain/sales/kept-cart.ts';
import { salesPageId } from '../../../domain/sales/page/text.id.ts';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Figure } from '../../ui/Figure.tsx';
import { learnWords, useText } from '../../ui/use-text.ts';
import { ConfirmButton } from '../shifts/ConfirmButton.tsx';
import { LineField } from '../shifts/LineField.tsx';
import { SheetColumns } from '../shifts/Sheet.tsx';
import styles from './ParkedSheet.module.css';
import { register } from './register-store.ts';
import { useParkedCarts } from './use-parked-carts.ts';

learnWords(salesPageId);

interface ParkedSheetProps {
  readonly offsetMinutes: OffsetMinutes;
  readonly onClose: () => void;
}

/** Parks the cart, and goes on with a parked one. */
export function ParkedSheet({ offsetMinutes, onClose }: ParkedSheetProps) {
  const say = useText();
  const [cart] = useState(() => register.now().cart);
  const [name, setName] = useState(cart.name ?? '');
  const button = useRef<HTMLButtonElement>(null);
  const parked = useParkedCarts();
  const isEmpty = !hasContent({ ...cart, scans: register.now().scans });
  const switchTo = (to: string | null): void => {
    const fresh = crypto.randomUUID();
    register.actBy({ on: 'switchCart', name: name.trim(), to, fresh }, 'text');
    onClose();
  };
  return (
    <SheetColumns
      title={say.text('sales.parkedList')}
      isBusy={false}
      onClose={onClose}
      side={
        isEmpty ? null : (
          <>
            <LineField
              label={say.text('sales.parkName')}
              how={say.text('sales.parkNameHow')}
              lengthMax={CART_NAME_MAX}
              value={name}
              onValue={setName}
              onEnter={() => button.current?.focus()}
              isFirst
            />
            <ConfirmButton ref={button} onPress={() => switchTo(null)}>
              {say.text('sales.park')}
            </ConfirmButton>
          </>
        )
      }
    >
      {parked && parked.length > 0 && (
        <p className={styles.how}>{say.text(isEmpty ? 'sales.parkedEmpty' : 'sales.parkHow')}</p>
      )}
      {parked && parked.length === 0 && (
        <EmptyState Icon={IconShoppingCartPause} title={say.text('sales.parkedNone')} level="h3">
          {say.text('sales.parkedNoneHow')}
        </EmptyState>
      )}
      <ul className={styles.list} onKeyDown={moveFocus}>
        {parked?.map((one, at) => (
          <li key={one.id}>
            <ParkedButton
              cart={one}
              offsetMinutes={offsetMinutes}
              isFirst={isEmpty && at === 0}
              onPress={() => switchTo(one.id)}
            />
          </li>
        ))}
      </ul>
    </SheetColumns>
  );
}

interface ParkedButtonProps {
  readonly cart: ParkedCart;
  readonly offsetMinutes: OffsetMinutes;
  readonly isFirst: boolean;
  readonly onPress: () => void;
}

/** A parked cart: whose it is, since when, and what it comes to now. */
function ParkedButton({ cart, offsetMinutes, isFirst, onPress }: ParkedButtonProps) {
  const say = useText();
  const { name, lines, products, scans, keptAtMs } = cart;
  const { totalRupiah, exchangeRupiah, takenRupiah } = cart;
  const more = lines - products.length;
  const stamp = localStamp(keptAtMs, offsetMinutes);
  const time = stamp.split(' ')[1] ?? stamp;
  return (
    <button
      type="button"
      className={styles.cart}
      data-autofocus={isFirst || undefined}
      onClick={onPress}
    >
      <strong>{name === '' ? say.text('sales.parkedUnnamed', { time }) : name}</strong>
      {products.length > 0 && (
        <span className={styles.products}>
          {products.join(', ')}
          {more > 0 && `, ${say.text('day.moreProducts', { count: more })}`}
        </span>
      )}
      <span className={styles.what}>
        {scans > 0
          ? say.text('sales.parkedScans', { stamp, lines, scans })
          : say.text('sales.parkedWhat', { stamp, lines })}
        {takenRupiah > 0 && ` · ${say.text('sales.parkedTaken', { taken: takenRupiah })}`}
      </span>
      <span className={styles.sums}>
        <Figure text={say.money(totalRupiah)} />
        {exchangeRupiah > 0 && (
          <small>{say.text('sales.parkedExchange', { back: -exchangeRupiah })}</small>
        )}
      </span>
    </button>
  );
}

/** The arrows go from one parked cart to the next. */
function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (by === undefined) return;
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.findIndex((one) => one === document.activeElement);
  buttons[at + by]?.focus();
  event.preventDefault();
}
