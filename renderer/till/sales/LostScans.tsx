import { IconBarcodeOff } from '@tabler/icons-react';
import { useText } from '../../ui/use-text.ts';
import styles from './LostScans.module.css';
import { register, useRegister } from './register-store.ts';
import { useSettled } from './use-settled.ts';

/** What was scanned and came into no cart: it stays until somebody has seen it. */
export function LostScans() {
  const say = useText();
  const lost = useRegister((state) => state.lost);
  const isSettled = useSettled();
  if (lost.length === 0) return null;
  return (
    <div className={styles.lost} role="alert" data-fresh={!isSettled || undefined}>
      <IconBarcodeOff aria-hidden />
      <div>
        <strong>{say.text('sales.lostScans', { count: lost.length })}</strong>
        <ul>
          {lost.map(({ ticket, failure }) => (
            <li key={ticket}>{say.error(failure.code, failure.data)}</li>
          ))}
        </ul>
      </div>
      <button type="button" onClick={(event) => register.act({ on: 'seen' }, event)}>
        {say.text('sales.seen')}
      </button>
    </div>
  );
}
