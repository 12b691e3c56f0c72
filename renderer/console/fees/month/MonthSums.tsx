import type { MonthSums as Sums } from '../../../../domain/fees/manage/mall-calls.ts';
import { type ChargeState, chargeStates } from '../../../../domain/fees/manage/shapes.ts';
import { formatWhole } from '../../../../domain/money.ts';
import { Figure } from '../../../ui/Figure.tsx';
import { useText } from '../../../ui/use-text.ts';
import card from '../../system/card.module.css';
import shared from '../../system/sums.module.css';
import styles from './MonthSums.module.css';

interface MonthSumsProps {
  readonly sums: Sums & { readonly states: Readonly<Record<ChargeState, number>> };
  /** Of which only these stalls are shown; null for all. */
  readonly state: ChargeState | null;
  readonly onState: (state: ChargeState | null) => void;
}

/** What was charged, paid, is open and overdue; how many stalls are in each state. */
export function MonthSums({ sums, state, onState }: MonthSumsProps) {
  const say = useText();
  const figures = ['charged', 'settled', 'open', 'overdue'] as const;
  return (
    <section
      className={`${card.card} ${styles.sums}`}
      aria-label={say.text('console.fees.month.summary')}
    >
      <dl className={styles.figures}>
        {figures.map((one) => (
          <div key={one} data-figure={one} data-none={sums[one] === 0 || undefined}>
            <dt>{say.text(`console.fees.month.${one}`)}</dt>
            <dd>
              <Figure text={say.money(sums[one])} />
            </dd>
          </div>
        ))}
      </dl>
      <fieldset
        className={`${shared.filter} ${styles.states}`}
        aria-label={say.text('console.fees.month.filter')}
      >
        <button type="button" aria-pressed={state === null} onClick={() => onState(null)}>
          <strong>{formatWhole(sums.stalls)}</strong>
          {say.text('console.fees.month.all')}
        </button>
        {chargeStates.map((one) => (
          <button
            key={one}
            type="button"
            data-state={one}
            data-none={sums.states[one] === 0 || undefined}
            aria-pressed={state === one}
            title={say.text(`console.fees.stateHow.${one}`)}
            onClick={() => onState(state === one ? null : one)}
          >
            <strong>{formatWhole(sums.states[one])}</strong>
            {say.text(`console.fees.state.${one}`)}
          </button>
        ))}
      </fieldset>
    </section>
  );
}
