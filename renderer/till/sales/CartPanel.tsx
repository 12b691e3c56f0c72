import { VisuallyHidden } from '@mantine/core';
import {
  IconArrowBackUp,
  IconDiscount,
  IconShoppingCartPause,
  IconShoppingCartX,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { pricedCart } from '../../../domain/sales/register-due.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import styles from './CartPanel.module.css';
import { ComingBack } from './ComingBack.tsx';
import { CartTable } from './CartTable.tsx';
import { LineBar } from './LineBar.tsx';
import { LostScans } from './LostScans.tsx';
import { register, useRegister } from './register-store.ts';
import { PendingQuantity } from './PendingQuantity.tsx';
import { TotalBar } from './TotalBar.tsx';
import { useParkedCarts } from './use-parked-carts.ts';
import { useSettled } from './use-settled.ts';

/** The right of the register: cart, the selected line, total, Bayar. */
export function CartPanel() {
  const priced = useRegister(pricedCart);
  const cart = useRegister((state) => state.cart);
  const isPaying = useRegister((state) => state.phase.kind === 'paying'); // told on the sheet
  return (
    <Panel>
      <CartHead lines={cart.lines.length} />
      <div className={styles.lines}>
        <LastChange />
        {!isPaying && <LostScans />}
        <CartTable cart={cart} priced={priced} />
      </div>
      <ComingBack />
      <LineBar />
      <TotalBar priced={priced} />
    </Panel>
  );
}

/** Says whether the panel takes a touch yet, and is all that is drawn anew when it does. */
function Panel({ children }: { readonly children: ReactNode }) {
  const say = useText();
  const isSettled = useSettled();
  return (
    <section
      className={styles.panel}
      aria-label={say.text('sales.cart')}
      data-fresh={!isSettled || undefined}
    >
      {children}
    </section>
  );
}

function CartHead({ lines }: { readonly lines: number }) {
  const say = useText();
  const waiting = useRegister((state) => state.scans.length);
  const isTyping = useRegister(({ typed }) => typed.text !== '' || typed.next !== undefined);
  const name = useRegister((state) => state.cart.name);
  const parked = useParkedCarts()?.length ?? 0;
  const items = lines > 0 ? say.text('sales.items', { count: lines }) : '';
  const count = [...(name === undefined ? [] : [name]), items].join(' · ');
  return (
    <header className={styles.head} data-filled={lines > 0 || undefined}>
      <h2>{say.text('sales.cart')}</h2>
      {isTyping ? (
        <PendingQuantity />
      ) : (
        <span className={styles.count}>
          {waiting > 0 ? say.text('sales.scansWaiting', { count: waiting }) : count}
        </span>
      )}
      {(lines > 0 || parked > 0) && <ParkButton parked={parked} />}
      {lines === 0 ? (
        <button
          type="button"
          aria-keyshortcuts="F1"
          onClick={(event) => register.act({ on: 'help' }, event)}
        >
          {say.text('sales.help')}
          <KeyHint>F1</KeyHint>
        </button>
      ) : (
        <CartTools />
      )}
    </header>
  );
}

/** Parks the cart, or changes it for one that is parked. */
function ParkButton({ parked }: { readonly parked: number }) {
  const say = useText();
  const what = say.text('sales.parked');
  return (
    <button
      type="button"
      className={styles.tool}
      title={what}
      aria-keyshortcuts="PageDown"
      onClick={(event) => register.act({ on: 'cartSheet', sheet: 'parked' }, event)}
    >
      <IconShoppingCartPause aria-hidden size={20} />
      <VisuallyHidden>{what}</VisuallyHidden>
      {parked > 0 && (
        <span className={styles.parked}>
          {parked}
          <VisuallyHidden> {say.text('sales.parkedHeld')}</VisuallyHidden>
        </span>
      )}
      <KeyHint>PgDn</KeyHint>
    </button>
  );
}

/** What is done to the cart as a whole. */
function CartTools() {
  const say = useText();
  const canUndo = useRegister((state) => state.past.length > 0);
  return (
    <>
      {canUndo && (
        <button
          type="button"
          aria-label={say.text('sales.undo')}
          title={`${say.text('sales.undo')} (Ctrl Z)`}
          aria-keyshortcuts="Control+Z"
          onClick={(event) => register.act({ on: 'undo' }, event)}
        >
          <IconArrowBackUp aria-hidden size={20} />
        </button>
      )}
      <button
        type="button"
        className={styles.tool}
        title={say.text('sales.cartEditTitle')}
        aria-keyshortcuts="F11"
        onClick={(event) => register.act({ on: 'cartSheet', sheet: 'terms' }, event)}
      >
        <IconDiscount aria-hidden size={20} />
        <VisuallyHidden>{say.text('sales.cartEditTitle')}</VisuallyHidden>
        <KeyHint>F11</KeyHint>
      </button>
      <button
        type="button"
        className={styles.tool}
        title={say.text('sales.clearCart')}
        aria-keyshortcuts="F4"
        onClick={(event) => register.act({ on: 'clear' }, event)}
      >
        <IconShoppingCartX aria-hidden size={20} />
        <VisuallyHidden>{say.text('sales.clearCart')}</VisuallyHidden>
        <KeyHint>F4</KeyHint>
      </button>
    </>
  );
}

/** The change of the sale before, which a scan has pushed off the screen. */
function LastChange() {
  const say = useText();
  const phase = useRegister((state) => state.phase);
  const last = phase.kind === 'cart' ? phase.last : null;
  if (!last) return null;
  return (
    <div className={styles.last} role="status">
      <span>{say.text('payments.lastChange', { number: last.number })}</span>
      <strong>
        <Figure text={say.money(last.changeRupiah)} />
      </strong>
      <button type="button" onClick={(event) => register.act({ on: 'changeSeen' }, event)}>
        {say.text('sales.seen')}
      </button>
    </div>
  );
}
