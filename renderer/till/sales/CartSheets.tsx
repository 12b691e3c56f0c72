import { useState } from 'react';
import type { CartSheet } from '../../../domain/sales/register-state.ts';
import type { OffsetMinutes } from '../../../domain/time.ts';
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

const ParkedSheet = whenOpened(
  async () => (await import('./ParkedSheet.tsx')).ParkedSheet,
  NotLoaded,
);

/** The sheets over the register that change the cart, or change it for another. */
export function CartSheets({ offsetMinutes }: { readonly offsetMinutes: OffsetMinutes }) {
  const say = useText();
  const [open, setOpen] = useState<CartSheet | null>(null);
  useRegisterEffect('cartSheet', ({ sheet }) => setOpen(sheet));
  const close = (): void => setOpen(null);
  return (
    <Sheet
      isOpen={open !== null}
      title={say.text(titles[open ?? 'terms'])}
      isBusy={false}
      onClose={close}
    >
      <Late>
        {open === 'quick' && <QuickItemSheet onClose={close} />}
        {open === 'terms' && <CartTermsSheet onClose={close} />}
        {open === 'parked' && <ParkedSheet offsetMinutes={offsetMinutes} onClose={close} />}
      </Late>
    </Sheet>
  );
}

const titles = {
  terms: 'sales.cartEditTitle',
  quick: 'sales.quick',
  parked: 'sales.parked',
} as const;
