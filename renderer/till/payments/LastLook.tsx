import { IconAlertTriangle, IconShieldCheck, IconShieldQuestion } from '@tabler/icons-react';
import { localStamp, type OffsetMinutes } from '../../../domain/time.ts';
import { useText } from '../../ui/use-text.ts';
import { useNameOf } from '../staff/use-people.ts';
import styles from './Qris.module.css';
import { useSticker } from './use-sticker.ts';

/** When somebody last looked at the sticker, who, and what was there. */
export function LastLook({ offsetMinutes }: { readonly offsetMinutes: OffsetMinutes }) {
  const say = useText();
  const nameOf = useNameOf();
  const sticker = useSticker();
  if (!sticker) return null;
  const { last } = sticker;
  if (!last) {
    return (
      <div className={styles.look}>
        <IconShieldQuestion aria-hidden size={22} />
        {say.text('payments.sticker.never')}
      </div>
    );
  }
  const { result, atMs, cashier } = last;
  const Sign = result === 'same' ? IconShieldCheck : IconAlertTriangle;
  const key = result === 'same' ? 'payments.sticker.lastSame' : 'payments.sticker.lastOther';
  return (
    <div className={styles.look} data-result={result}>
      <Sign aria-hidden size={22} />
      {say.text(key, { at: localStamp(atMs, offsetMinutes), name: nameOf(cashier) })}
    </div>
  );
}
