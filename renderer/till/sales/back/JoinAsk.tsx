import { type Rupiah, sumRupiah } from '../../../../domain/money.ts';
import { pricedCart } from '../../../../domain/sales/register-due.ts';
import type { RegisterState } from '../../../../domain/sales/register-state.ts';
import { Ask } from '../../../ui/Ask.tsx';
import { useText } from '../../../ui/use-text.ts';
import { useRegister } from '../register-store.ts';

interface JoinAskProps {
  readonly isOpen: boolean;
  readonly onCancel: () => void;
  /** The exchange counts in the cart that is open. */
  readonly onJoin: () => void;
  /** That cart is held, and the exchange begins one of its own. */
  readonly onHold: () => void;
}

/** Asks which cart an exchange is for, where the open one is begun, perhaps for somebody else. */
export function JoinAsk({ isOpen, onCancel, onJoin, onHold }: JoinAskProps) {
  const say = useText();
  const count = useRegister(({ cart, scans }) => cart.lines.length + scans.length);
  const { totalRupiah } = useRegister(pricedCart);
  const taken = useRegister(takenOf);
  return (
    <Ask
      isOpen={isOpen}
      title={say.text('back.joinTitle')}
      keep={say.text('back.joinCancel')}
      onKeep={onCancel}
      act={say.text('back.join')}
      onAct={onJoin}
      other={{ words: say.text('back.joinHold'), onAct: onHold }}
    >
      {count > 0
        ? say.text('back.joinWhat', { count, total: totalRupiah })
        : say.text('back.joinTaken', { taken })}
    </Ask>
  );
}

/** What was taken of its payment, whatever it comes to by now. */
function takenOf({ cart: { tenders = [] } }: RegisterState): Rupiah {
  return sumRupiah(tenders.map(({ amountRupiah }) => amountRupiah));
}
