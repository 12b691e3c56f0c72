import type { Rupiah } from '../../../domain/money.ts';
import { quickCash } from '../../../domain/payments/quick-cash.ts';
import { tenderWords } from '../../../domain/payments/tender-words.ts';
import { Figure } from '../../ui/Figure.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useText } from '../../ui/use-text.ts';
import { NumberPad } from '../../ui/NumberPad.tsx';
import { register, useRegister } from './register-store.ts';
import styles from './TenderPad.module.css';
import { useSettled } from './use-settled.ts';

/** Amounts to touch: the likely ones, and digits for any other. */
export function TenderPad({ dueRupiah }: { readonly dueRupiah: Rupiah }) {
  const say = useText();
  const isSettled = useSettled();
  const kinds = useRegister((state) => state.tendersInUse);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset lays itself out in its own way
    <div className={styles.pads} role="group" aria-disabled={!isSettled || undefined}>
      {kinds.length > 0 && (
        <fieldset className={styles.kinds} aria-label={say.text('payments.kinds')}>
          {kinds.map((kind) => (
            <button
              key={kind}
              type="button"
              tabIndex={-1}
              aria-keyshortcuts={kind === 'credit' ? 'PageUp' : kindKeys[kind]}
              onClick={(event) => register.act({ on: 'tender', kind }, event)}
            >
              {tenderWords(kind, say)}
              <KeyHint>{kindKeys[kind]}</KeyHint>
            </button>
          ))}
        </fieldset>
      )}
      <fieldset
        className={styles.quick}
        aria-label={say.text('payments.quick')}
        onMouseDown={(event) => event.preventDefault()}
      >
        {quickCash(dueRupiah).map((amountRupiah, i) => (
          <button
            key={amountRupiah}
            type="button"
            tabIndex={-1}
            aria-keyshortcuts={`F${i + 1}`}
            onClick={(event) => register.act({ on: 'quickCash', amountRupiah }, event)}
          >
            {amountRupiah === dueRupiah && <small>{say.text('payments.exact')} </small>}
            <strong>
              <Figure text={say.money(amountRupiah)} />
            </strong>
            <KeyHint>{`F${i + 1}`}</KeyHint>
          </button>
        ))}
      </fieldset>
      <NumberPad
        label={say.text('payments.keypad')}
        extra="000"
        onType={(digits, event) => register.act({ on: 'cashDigits', digits }, event)}
        onBackspace={(event) => register.act({ on: 'erase' }, event)}
      />
    </div>
  );
}

const kindKeys = { qris: 'F6', card: 'F8', transfer: 'F11', credit: 'PgUp' } as const;
