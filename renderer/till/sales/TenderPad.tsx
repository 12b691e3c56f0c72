import type { Rupiah } from '../../../domain/money.ts';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { NumberPad } from './NumberPad.tsx';
import styles from './TenderPad.module.css';

interface TenderPadProps {
  readonly quickRupiah: readonly Rupiah[];
  readonly dueRupiah: Rupiah;
  /** The key of each quick amount. */
  readonly quickKeys: readonly string[];
  readonly onQuick: (amountRupiah: Rupiah) => void;
  readonly onType: (digits: string) => void;
  readonly onBackspace: () => void;
}

/** Amounts to touch: the likely ones, and digits for any other. */
export function TenderPad(props: TenderPadProps) {
  const say = useText();
  return (
    <div className={styles.pads}>
      <fieldset
        className={styles.quick}
        aria-label={say.text('payments.quick')}
        onMouseDown={(event) => event.preventDefault()}
      >
        {props.quickRupiah.map((amountRupiah, i) => (
          <button
            key={amountRupiah}
            type="button"
            tabIndex={-1}
            aria-keyshortcuts={props.quickKeys[i]}
            onClick={() => props.onQuick(amountRupiah)}
          >
            <span>
              {amountRupiah === props.dueRupiah && <small>{say.text('payments.exact')} </small>}
              {say.money(amountRupiah)}
            </span>
            <KeyHint>{props.quickKeys[i] ?? ''}</KeyHint>
          </button>
        ))}
      </fieldset>
      <NumberPad
        label={say.text('payments.keypad')}
        extra="000"
        onType={props.onType}
        onBackspace={props.onBackspace}
      />
    </div>
  );
}
