import { IconAlertTriangle } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { receivedCash } from '../../../domain/payments/cash.ts';
import { dueRupiah } from '../../../domain/sales/register-due.ts';
import type { PayDoubt, Paying, TypedCash } from '../../../domain/sales/register-state.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import sheet from '../../ui/sheet.module.css';
import { type Say, useText } from '../../ui/use-text.ts';
import styles from './PayNotices.module.css';
import { register, useRegister } from './register-store.ts';
import { ScanNotices } from './ScanNotices.tsx';
import { useSettled } from './use-settled.ts';

/** What is asked, what was scanned meanwhile, what went wrong; the room for it is always there. */
export function PayNotices({ phase }: { readonly phase: Paying }) {
  const say = useText();
  const isLost = useRegister((state) => state.connection !== 'open');
  const { failure, order } = phase;
  const text =
    order && isLost
      ? say.text('payments.waiting')
      : failure && say.error(failure.code, failure.data);
  return (
    <div className={styles.notices}>
      {phase.doubt && <Doubt doubt={phase.doubt} cash={phase.cash} />}
      {text && (
        <p className={`${sheet.warning} ${styles.failure}`} role="alert">
          <IconAlertTriangle aria-hidden />
          {text}
        </p>
      )}
      <ScanNotices phase={phase} />
    </div>
  );
}

interface DoubtProps {
  readonly doubt: PayDoubt;
  readonly cash: TypedCash;
}

/** Asks once about cash that is hardly what was handed over; the safe answer has the focus. */
function Doubt({ doubt, cash }: DoubtProps) {
  const say = useText();
  const due = useRegister(dueRupiah);
  const isSettled = useSettled();
  const received = receivedCash(due, cash.digits);
  const safe = useRef<HTMLButtonElement>(null);
  useEffect(() => safe.current?.focus(), []);
  return (
    <div
      className={styles.doubt}
      role="alertdialog"
      aria-labelledby="pay-doubt"
      aria-describedby="pay-preview"
    >
      <p id="pay-doubt">{doubtWords(doubt, { received, due }, say)}</p>
      <div>
        <button
          type="button"
          ref={safe}
          className={styles.safe}
          aria-disabled={!isSettled || undefined} // one that is disabled takes no focus
          onClick={(event) => register.act({ on: 'checkCash' }, event)}
        >
          {say.text('payments.check')}
          <KeyHint>Enter</KeyHint>
        </button>
        <button
          type="button"
          disabled={!isSettled}
          onClick={(event) => register.act({ on: 'takeSurely' }, event)}
        >
          {surelyWords(doubt, due, say)}
        </button>
      </div>
    </div>
  );
}

function doubtWords(
  doubt: PayDoubt,
  { received, due }: { readonly received: number; readonly due: number },
  say: Say,
): string {
  switch (doubt) {
    case 'large':
      return say.text('payments.doubtLarge', { received, due });
    case 'noCoins':
      return say.text('payments.doubtNoCoins', { received });
    case 'part':
      return say.text('payments.doubtPart', { received, rest: due - received });
    case 'over':
      return say.text('payments.doubtOver', { over: -due });
  }
}

function surelyWords(doubt: PayDoubt, due: number, say: Say): string {
  if (doubt === 'over') return say.text('payments.surelyOver', { over: -due });
  return say.text(doubt === 'part' ? 'payments.surelyPart' : 'payments.surely');
}
