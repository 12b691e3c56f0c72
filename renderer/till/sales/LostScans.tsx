import { IconBarcodeOff } from '@tabler/icons-react';
import type { LostScan } from '../../../domain/sales/register-state.ts';
import { type Say, useText } from '../../ui/use-text.ts';
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
    <div
      className={styles.lost}
      role="alert"
      // Of a list that grows only what is new is read out.
      aria-atomic={false}
      aria-relevant="additions"
      data-fresh={!isSettled || undefined}
    >
      <IconBarcodeOff aria-hidden />
      <div>
        <strong>{say.text('sales.lostScans', { count: lost.length })}</strong>
        <ul>
          {lost.map((scan) => (
            <li key={scan.ticket}>{lostWords(scan, say)}</li>
          ))}
        </ul>
      </div>
      <button type="button" onClick={(event) => register.act({ on: 'seen' }, event)}>
        {say.text('sales.seen')}
      </button>
    </div>
  );
}

/** What it was, then why it is in no cart; most sentences name it themselves. */
function lostWords({ code, failure }: LostScan, say: Say): string {
  const why = say.error(failure.code, failure.data);
  return why.includes(code) ? why : `${code}: ${why}`;
}
