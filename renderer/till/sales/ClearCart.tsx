import type { MouseEvent } from 'react';
import { pricedCart } from '../../../domain/sales/register-due.ts';
import { Ask } from '../../ui/Ask.tsx';
import { useText } from '../../ui/use-text.ts';
import { ofRegister } from './of-register.ts';
import { register, useRegister } from './register-store.ts';

const keepLines = { on: 'keepLines' } as const;

/** Asks before a whole cart is emptied. The safe answer has the focus. */
export function ClearCart() {
  const say = useText();
  const isOpen = useRegister((state) => state.over === 'clear');
  const { totalRupiah } = useRegister(pricedCart);
  const keep = (event?: MouseEvent): void =>
    event ? register.act(keepLines, event) : register.actBy(keepLines, 'text');
  return (
    <Ask
      of={ofRegister}
      isOpen={isOpen}
      title={say.text('sales.clearCartAsk')}
      keep={say.text('sales.keepCart')}
      onKeep={keep}
      act={say.text('sales.clearCart')}
      onAct={(event) => register.act({ on: 'clearSurely' }, event)}
    >
      {say.text('sales.clearCartWhat', { total: totalRupiah })}
    </Ask>
  );
}
