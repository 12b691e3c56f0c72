import { paymentsPageId } from '../../../domain/payments/page/text.id.ts';
import { formatVoucher } from '../../../domain/payments/voucher.ts';
import { learnWords, useText } from '../../ui/use-text.ts';
import styles from './GivenVouchers.module.css';
import { useGivenVouchers } from './use-given-vouchers.ts';

learnWords(paymentsPageId);

/** The vouchers that a receipt gave out, to be read to whoever has no paper. */
export function GivenVouchers({ number }: { readonly number: string }) {
  const say = useText();
  const vouchers = useGivenVouchers(number);
  if (vouchers.length === 0) return null;
  return (
    <ul className={styles.vouchers} aria-label={say.text('payments.given')}>
      {vouchers.map(({ code, amountRupiah, isUsed }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the vouchers of a receipt never move
        <li key={at} data-used={isUsed || undefined}>
          <span>{say.text('payments.given')}</span>
          <strong>{code === null ? '••••-••••-••••' : formatVoucher(code)}</strong>
          <span>{isUsed ? say.text('payments.givenUsed') : say.money(amountRupiah)}</span>
        </li>
      ))}
    </ul>
  );
}
