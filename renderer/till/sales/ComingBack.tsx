import { IconX } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import styles from './ComingBack.module.css';
import { register, useRegister } from './register-store.ts';

/** Goods that come back for this cart, and vouchers that it is paid with: each can be given up. */
export function ComingBack() {
  const say = useText();
  const tenders = useRegister((state) => state.cart.tenders) ?? [];
  return tenders.map((tender, at) => {
    if (tender.kind !== 'exchange' && tender.kind !== 'credit') return null;
    const what =
      tender.kind === 'exchange'
        ? say.text('sales.comesBack', { number: tender.number })
        : say.text('sales.voucherTaken');
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: they have no name but their place
      <p key={at} className={styles.back}>
        <span>{what}</span>
        <strong>{say.money(-tender.amountRupiah)}</strong>
        <button
          type="button"
          tabIndex={-1}
          aria-label={say.text('sales.giveUp', { what })}
          onClick={(event) => register.act({ on: 'dropTender', at }, event)}
        >
          <IconX aria-hidden size={18} />
        </button>
      </p>
    );
  });
}
