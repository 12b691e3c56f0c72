import { useState } from 'react';
import type { CartSheet } from '../../../domain/sales/register-state.ts';
import { useText } from '../../ui/use-text.ts';
import { Sheet } from '../shifts/Sheet.tsx';
import { CartTermsSheet } from './CartTermsSheet.tsx';
import { QuickItemSheet } from './QuickItemSheet.tsx';
import { useRegisterEffect } from './register-store.ts';

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
      {open === 'quick' ? <QuickItemSheet onClose={close} /> : <CartTermsSheet onClose={close} />}
    </Sheet>
  );
}
