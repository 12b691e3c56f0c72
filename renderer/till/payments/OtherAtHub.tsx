import { IconAlertTriangle } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import styles from './Qris.module.css';
import { useSticker } from './use-sticker.ts';

/** That the hub has another merchant for the stall than its QRIS here; else nothing. */
export function OtherAtHub() {
  const say = useText();
  const nmid = useSticker()?.hubNmid ?? null;
  if (nmid === null) return null;
  return (
    <p className={styles.look} role="status">
      <IconAlertTriangle aria-hidden size={22} />
      {say.text('payments.qris.hubOther', { nmid })}
    </p>
  );
}
