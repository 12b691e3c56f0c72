import { IconX } from '@tabler/icons-react';
import { tenderDetails, tenderWords } from '../../../domain/payments/tender-words.ts';
import { Figure } from '../../ui/Figure.tsx';
import { useText } from '../../ui/use-text.ts';
import { register, useRegister } from './register-store.ts';
import styles from './TakenTenders.module.css';

function focusAmount(): void {
  document.querySelector<HTMLElement>('[data-key-place="amount"]')?.focus();
}

/** What was taken of the payment so far; each can go back before the sale is booked. */
export function TakenTenders() {
  const say = useText();
  const tenders = useRegister((state) => state.cart.tenders) ?? [];
  if (tenders.length === 0) return null;
  return (
    <ul className={styles.taken} aria-label={say.text('payments.taken')}>
      {tenders.map((tender, at) => {
        const kind = tenderWords(tender.kind, say);
        const told = [
          tenderDetails(tender),
          'state' in tender && tender.state === 'claimed' ? say.text('payments.claimed') : '',
        ].filter(Boolean);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: they have no name but their place
          <li key={at}>
            <span>
              {say.text('payments.takenOf', { kind })}
              {told.length > 0 && <small>{told.join(' · ')}</small>}
            </span>
            <strong>
              <Figure text={say.money(tender.amountRupiah)} />
            </strong>
            <button
              type="button"
              aria-label={say.text('payments.drop', { kind, amount: tender.amountRupiah })}
              onMouseDown={(event) => event.preventDefault()} // the amount keeps the focus
              onClick={(event) => {
                register.act({ on: 'dropTender', at }, event);
                focusAmount(); // the next Enter is of the payment, not of the next part
              }}
            >
              <IconX aria-hidden size={20} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
