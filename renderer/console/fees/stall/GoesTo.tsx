import type { StallCharge } from '../../../../domain/fees/manage/stall-calls.ts';
import { chargeWords } from '../../../../domain/fees/papers/paper-words.ts';
import { useText } from '../../../ui/use-text.ts';
import { Choices } from '../../system/Choices.tsx';
import { AmountField } from '../AmountField.tsx';
import styles from './GoesTo.module.css';
import type { Split } from './use-split.ts';

interface GoesToProps {
  readonly charges: readonly StallCharge[];
  readonly split: Split;
}

/** What a payment goes to, charge by charge: shown, or said by hand. */
export function GoesTo({ charges, split }: GoesToProps) {
  const say = useText();
  const isByHand = split.byHand !== null;
  return (
    <section className={styles.goes} aria-label={say.text('console.fees.pay.goesTo')}>
      {charges.length > 0 && (
        <Choices
          label={say.text('console.fees.pay.goesTo')}
          choices={[
            { value: 'oldest', text: say.text('console.fees.pay.oldest') },
            { value: 'hand', text: say.text('console.fees.pay.byHand') },
          ]}
          chosen={isByHand ? 'hand' : 'oldest'}
          onChoose={(how) => split.setByHand(how === 'hand')}
        />
      )}
      <ul className={styles.parts}>
        {charges.map((charge) => {
          const part = split.parts.get(charge.id) ?? 0;
          const what = chargeWords(charge, say);
          return (
            <li key={charge.id} data-none={part === 0 || undefined}>
              <span>{what}</span>
              {isByHand ? (
                <AmountField
                  isLabelSeen={false}
                  isOptional
                  label={what}
                  digits={part === 0 ? '' : String(part)}
                  onDigits={(digits) => split.set(charge.id, digits)}
                />
              ) : (
                <b>{say.money(part)}</b>
              )}
            </li>
          );
        })}
        <li data-none={split.rest <= 0 || undefined}>
          <span>{say.text('console.fees.pay.rest')}</span>
          <b>{say.money(Math.max(0, split.rest))}</b>
        </li>
      </ul>
    </section>
  );
}
