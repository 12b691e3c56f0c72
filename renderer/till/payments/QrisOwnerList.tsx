import type { QrisOwner } from '../../../domain/payments/sticker.ts';
import { useText } from '../../ui/use-text.ts';
import styles from './Qris.module.css';

/** Whose a QRIS is, as it stands on a sticker. */
export function QrisOwnerList({ merchant, nmid, city }: QrisOwner) {
  const say = useText();
  return (
    <dl className={styles.owner}>
      <dt>{say.text('payments.qris.merchant')}</dt>
      <dd>{merchant}</dd>
      <dt>NMID</dt>
      <dd>{nmid === '' ? '–' : nmid}</dd>
      <dt>{say.text('payments.qris.city')}</dt>
      <dd>{city === '' ? '–' : city}</dd>
    </dl>
  );
}
