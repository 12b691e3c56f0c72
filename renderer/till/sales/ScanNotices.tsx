import type { Paying } from '../../../domain/sales/register-state.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { LostScans } from './LostScans.tsx';
import { register, useRegister } from './register-store.ts';
import styles from './PayNotices.module.css';

/** What was scanned during a payment: in no cart, or in the next one. It is there at every step. */
export function ScanNotices({ phase }: { readonly phase: Paying }) {
  return (
    <>
      <LostScans />
      <ScannedMeanwhile phase={phase} />
    </>
  );
}

/** What was scanned meanwhile: of the next cart, or of this one if somebody says so. */
function ScannedMeanwhile({ phase }: { readonly phase: Paying }) {
  const say = useText();
  const scans = useRegister((state) => state.scans);
  const meanwhile = scans.filter(({ ticket }) => ticket >= phase.ownTickets);
  if (meanwhile.length === 0) return null;
  return (
    <div className={styles.scanned} role="status">
      <div>
        <strong>{say.text('payments.scanned')}</strong>
        <ul>
          {meanwhile.map(({ ticket, code, answer }) => (
            <li key={ticket}>{answer?.kind === 'found' ? answer.product.name : code}</li>
          ))}
        </ul>
        <p>{say.text('payments.scannedHow')}</p>
      </div>
      <button
        type="button"
        disabled={phase.order !== null}
        aria-keyshortcuts="F7"
        onClick={(event) => register.act({ on: 'addScans' }, event)}
      >
        {say.text('payments.addScans')}
        <KeyHint>F7</KeyHint>
      </button>
    </div>
  );
}
