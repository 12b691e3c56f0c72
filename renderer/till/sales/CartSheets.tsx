import { useState } from 'react';
import type { CartSheet } from '../../../domain/sales/register-state.ts';
import { Late } from '../../ui/Late.tsx';
import { useText } from '../../ui/use-text.ts';
import { whenOpened } from '../../ui/when-opened.ts';
import { Sheet } from '../shifts/Sheet.tsx';
import { NotLoaded } from '../system/NotLoaded.tsx';
import { useRegisterEffect } from './register-store.ts';

const CartTermsSheet = whenOpened(
  async () => (await import('./CartTermsSheet.tsx')).CartTermsSheet,
  NotLoaded,
);
const QuickItemSheet = whenOpened(
  async () => (await import('./QuickItemSheet.tsx')).QuickItemSheet,
  NotLoaded,
);

/** The sheets over the register that change the cart: what is agreed on it, and a quick item. */
export function CartSheets() {
  const say = useText();
  const [open, setOpen] = useState<CartSheet | null>(null);
  useRegisterEffect('cartSheet', ({ sheet }) => setOpen(sheet));
  const close = (): void => setOpen(null);
  return (
    <Sheet
      isOpen={open !== null}
      title={say.text(open === 'quick' ? 'sales.quick' : 'sales.cartEditTitle')}
      isBusy={false}
      onClose={close}
    >
      <Late>
        {open === 'quick' ? <QuickItemSheet onClose={close} /> : <CartTermsSheet onClose={close} />}
      </Late>
    </Sheet>
  );
}
