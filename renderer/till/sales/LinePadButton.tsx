import { Popover } from '@mantine/core';
import { Suspense } from 'react';
import type { CartLine } from '../../../domain/sales/order.ts';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import styles from './LineBar.module.css';
import { register, useRegister } from './register-store.ts';

const LinePad = whenOpened(
  async () => (await import('./LinePad.tsx')).LinePad,
  () => null,
);

/** The quantity; a touch opens digits to type another, or another price, or a discount. */
export function LinePadButton({ line }: { readonly line: CartLine }) {
  const say = useText();
  const isOpen = useRegister((state) => state.pad !== null);
  return (
    <Popover
      opened={isOpen}
      // What was typed is meant, whatever is touched next.
      onDismiss={() => register.actBy({ on: 'padUse' }, 'text')}
      closeOnEscape={false}
      position="top"
      middlewares={{ flip: { fallbackPlacements: ['left'] }, shift: true }}
      width="20rem"
      shadow="lg"
      withArrow
      transitionProps={{ duration: 80, exitDuration: 0 }}
    >
      <Popover.Target>
        <button
          type="button"
          className={styles.quantity}
          aria-label={`${say.text('sales.quantity')} ${say.quantity(line.quantityMilli)}`}
          onClick={() => register.actBy({ on: 'pad', field: 'quantity' }, 'text')}
        >
          {say.quantity(line.quantityMilli)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={null}>{isOpen && <LinePad line={line} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
